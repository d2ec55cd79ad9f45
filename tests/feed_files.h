// Inputs written into a folder of their own and read back by the feed's door. Shared by the feed's tests.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "feed/feed.h"

namespace qanat::feed {

// Packed by zlib; `window` as deflateInit2 takes it: the format's sign, and how far back it may look.
inline std::string packed(const std::string& plain, int window) {
  z_stream state{};
  EXPECT_EQ(deflateInit2(&state, 6, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY), Z_OK);
  std::string out(deflateBound(&state, plain.size()) + 64, '\0');
  std::string in = plain;
  state.next_in = reinterpret_cast<Bytef*>(in.data());
  state.avail_in = static_cast<uInt>(in.size());
  state.next_out = reinterpret_cast<Bytef*>(out.data());
  state.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(deflate(&state, Z_FINISH), Z_STREAM_END);
  out.resize(state.total_out);
  deflateEnd(&state);
  return out;
}
inline std::string gzipped(const std::string& plain) { return packed(plain, 16 + MAX_WBITS); }

inline std::string zstded(const std::string& plain) {
  ZSTD_CCtx* state = ZSTD_createCCtx();
  ZSTD_CCtx_setParameter(state, ZSTD_c_checksumFlag, 1);
  std::string out(ZSTD_compressBound(plain.size()), '\0');
  out.resize(ZSTD_compress2(state, out.data(), out.size(), plain.data(), plain.size()));
  ZSTD_freeCCtx(state);
  return out;
}

// JSON lines that compress badly, so that an archive cut in the middle still gives some.
inline std::string many_records(int count) {
  std::string out;
  unsigned state = 1;
  for (int i = 0; i < count; ++i) {
    out += R"({"id": )" + std::to_string(i) + R"(, "text": ")";
    for (int k = 0; k < 100; ++k) {
      state = state * 1664525U + 1013904223U;
      out += static_cast<char>('a' + (state >> 24) % 26);
    }
    out += "\"}\n";
  }
  return out;
}

struct Got {
  std::vector<Document> documents;
  Issues issues;
  Progress progress;
  bool ok = false;
  std::string error;

  // Issues worse than a note.
  Issues troubles() const {
    Issues out;
    for (const Issue& issue : issues) {
      if (issue.severity != Severity::note) out.push_back(issue);
    }
    return out;
  }
  std::vector<std::string> ids() const {
    std::vector<std::string> out;
    for (const Document& d : documents) out.push_back(d.id);
    return out;
  }
};

inline bool mentions(const Issue& issue, const std::string& words) {
  return issue.what.find(words) != std::string::npos;
}

// For a test that fails: what was told.
inline std::string told(const Got& got) {
  std::string out;
  for (const Issue& i : got.issues) out += i.where + " @" + std::to_string(i.offset) + ": " + i.what + "\n";
  return out + got.error;
}

class FeedFiles : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (std::filesystem::temp_directory_path() / "qanat_feed_XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    folder_ = name;
  }
  void TearDown() override {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }

  std::string path(const std::string& name) const { return folder_ + "/" + name; }

  std::string write(const std::string& name, const std::string& content) const {
    std::filesystem::create_directories(std::filesystem::path(path(name)).parent_path());
    std::ofstream(path(name), std::ios::binary) << content;
    return path(name);
  }

  static Got read_all(const std::vector<std::string>& paths, const Limits& limits = {},
                      std::size_t stop_after = std::size_t(-1)) {
    Got got;
    Sink sink;
    sink.document = [&](Document&& d, const Progress& p) {
      EXPECT_LE(p.files_done, p.files_total);
      EXPECT_LE(p.bytes_done, p.bytes_total);
      got.documents.push_back(std::move(d));
      EXPECT_EQ(p.documents, got.documents.size());
      return got.documents.size() < stop_after;
    };
    sink.issue = [&](Issue&& i) { got.issues.push_back(std::move(i)); };
    sink.progress = [&](const Progress& p) { got.progress = p; };
    const Status status = read(paths, limits, sink);
    got.ok = status.ok();
    if (!got.ok) got.error = status.error().message;
    return got;
  }

  Got read_file(const std::string& name, const std::string& content, const Limits& limits = {}) const {
    return read_all({write(name, content)}, limits);
  }

  // Ids as the tests name them: without the folder.
  std::vector<std::string> ids(const Got& got) const {
    std::vector<std::string> out;
    for (const Document& d : got.documents)
      out.push_back(d.id.starts_with(folder_ + "/") ? d.id.substr(folder_.size() + 1) : d.id);
    return out;
  }

  std::string folder_;
};

using Names = std::vector<std::string>;

}  // namespace qanat::feed
