// Joins the walk, the codecs and the formats: each file found is opened, unpacked if it is packed, told by its first
// bytes and read to its end before the next is opened.
#include "feed/feed.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "feed/codec.h"
#include "feed/file.h"
#include "feed/format.h"
#include "feed/walk.h"

namespace qanat::feed {
namespace {

// Gives a file's bytes on and keeps the progress of it.
class Counted final : public Source {
 public:
  Counted(File& file, Progress& progress) : file_(file), progress_(progress) {}

  std::size_t read(char* out, std::size_t size) override {
    const std::size_t got = file_.read(out, size);
    progress_.bytes_done += got;
    // What has no size, or grew while it was read, makes the whole larger; so that done never passes total.
    progress_.bytes_total = std::max(progress_.bytes_total, progress_.bytes_done);
    return got;
  }
  const std::optional<Fault>& fault() const override { return file_.fault(); }

 private:
  File& file_;
  Progress& progress_;
};

class Reading {
 public:
  Reading(const Limits& limits, const Sink& sink) : limits_(limits), sink_(sink) {}

  Status run(const std::vector<std::string>& paths) {
    const auto count = [this](const Found& found) {
      ++progress_.files_total;
      progress_.bytes_total += found.size;
      return true;
    };
    walk(paths, {count, [](Issue&&) {}});

    std::string reason;
    const auto tell = [&](Issue&& issue) {
      if (reason.empty()) reason = issue.where + " " + issue.what;
      sink_.issue(std::move(issue));
    };
    std::uint64_t opened = 0;
    const auto read = [&](const Found& found) {
      auto file = open(found.path);
      if (file)
        ++opened;
      else
        tell({Severity::error, found.path, 0, file.error().message});
      const std::uint64_t expected = progress_.bytes_done + found.size;
      const bool more = !file || read_file(found.path, **file);
      if (!more) return false;
      progress_.bytes_done = std::max(progress_.bytes_done, expected);
      progress_.bytes_total = std::max(progress_.bytes_total, progress_.bytes_done);
      ++progress_.files_done;
      progress_.files_total = std::max(progress_.files_total, progress_.files_done);
      if (sink_.progress) sink_.progress(progress_);
      return true;
    };
    const std::uint64_t folders = walk(paths, {read, tell});
    if (opened + folders == 0) return Error{"nothing could be read: " + reason};
    return Done{};
  }

 private:
  static Result<std::unique_ptr<File>> open(const std::string& path) {
    if (path == kStandardInput) return File::standard_input();
    return File::open(path);
  }

  // False: the sink wants no more.
  bool read_file(const std::string& path, File& file) {
    Counted counted(file, progress_);
    Bytes raw(counted);
    raw.fill(kHeadSize);
    const std::unique_ptr<Source> unpacked = unpack(raw);
    if (!unpacked) return read_content(path, raw);
    Bytes plain(*unpacked);
    return read_content(path, plain);
  }

  // Null for what is not packed.
  static std::unique_ptr<Source> unpack(Bytes& raw) {
    if (is_gzip(raw.at_hand())) return gzip(raw);
    if (is_zstd(raw.at_hand())) return zstd(raw);
    return nullptr;
  }

  bool read_content(const std::string& path, Bytes& bytes) {
    Input input(path == kStandardInput ? "" : path, path, bytes, limits_, sink_, progress_);
    bytes.fill(kHeadSize);
    const std::string_view head = bytes.at_hand();
    if (head.empty()) {
      if (!input.report_fault()) input.report(Severity::warning, "is empty");
      return true;
    }
    if (is_gzip(head) || is_zstd(head)) {
      input.report(Severity::error, "is packed more than once, left out; unpack it once");
      return true;
    }
    switch (sniff(head)) {
      case Format::text:
        return read_text(input);
      case Format::jsonl:
        return read_jsonl(input);
      case Format::json:
        input.report(Severity::error,
                     "is one JSON value over the whole file, left out; write one object a line (JSON lines)");
        return true;
    }
    return true;
  }

  const Limits& limits_;
  const Sink& sink_;
  Progress progress_;
};

}  // namespace

Status read(const std::vector<std::string>& paths, const Limits& limits, const Sink& sink) {
  if (paths.empty()) return Error{"no input named; name files or folders, or - for standard input"};
  return Reading(limits, sink).run(paths);
}

}  // namespace qanat::feed
