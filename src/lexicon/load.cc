// Where lexica come from, and the lexicon itself: the source, an index of its ids, and the matcher.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>

#include "base/hash.h"
#include "lexicon/lexicon.h"
#include "lexicon/lint.h"
#include "lexicon/matcher.h"
#include "lexicon/names.h"
#include "lexicon/source.h"

// Made by embedded.S.
extern "C" {
extern const char qanat_lexicon_begin[];
extern const char qanat_lexicon_end[];
}

namespace qanat::lexicon {
namespace {

namespace fs = std::filesystem;

class Compiled final : public Lexicon {
 public:
  Compiled(Source source, std::string hash)
      : source_(std::move(source)), hash_(std::move(hash)), matcher_(source_.entries, source_.forms) {
    by_id_.reserve(source_.entries.size());
    for (std::uint32_t i = 0; i < source_.entries.size(); ++i) {
      by_id_.push_back(i);
      if (is_actor(source_.entries[i].kind)) actors_.push_back(i);
      if (source_.entries[i].kind == Kind::conflict) conflicts_.push_back(&source_.entries[i]);
    }
    std::stable_sort(by_id_.begin(), by_id_.end(), [this](auto a, auto b) { return key(a) < key(b); });
    std::stable_sort(actors_.begin(), actors_.end(), [this](auto a, auto b) { return id(a) < id(b); });
    for (Entry& e : source_.entries)
      for (std::string& member : e.members)
        if (const Entry* known = actor(member); known != nullptr) member = known->code();
  }

  const std::vector<Entry>& entries() const override { return source_.entries; }
  const std::vector<Form>& forms() const override { return source_.forms; }

  const Entry* entry(Kind kind, std::string_view wanted) const override {
    const std::pair<Kind, std::string_view> target{kind, wanted};
    const auto at = std::lower_bound(by_id_.begin(), by_id_.end(), target,
                                     [this](std::uint32_t i, const auto& t) { return key(i) < t; });
    return at != by_id_.end() && key(*at) == target ? &source_.entries[*at] : nullptr;
  }

  const Entry* actor(std::string_view code) const override {
    const auto at = std::lower_bound(actors_.begin(), actors_.end(), code,
                                     [this](std::uint32_t i, std::string_view c) { return id(i) < c; });
    return at != actors_.end() && id(*at) == code ? &source_.entries[*at] : nullptr;
  }

  const std::vector<const Entry*>& conflicts() const override { return conflicts_; }

  void match(std::span<const std::string_view> words, std::vector<Hit>& out) const override {
    matcher_.match(words, out);
  }

  const std::string& hash() const override { return hash_; }
  Issues lint() const override { return lexicon::lint(source_); }

 private:
  std::string_view id(std::uint32_t i) const { return source_.entries[i].id; }
  std::pair<Kind, std::string_view> key(std::uint32_t i) const { return {source_.entries[i].kind, id(i)}; }

  Source source_;
  std::string hash_;
  Matcher matcher_;
  std::vector<std::uint32_t> by_id_;   // entries sorted by kind and id
  std::vector<std::uint32_t> actors_;  // those with actor codes, sorted by code
  std::vector<const Entry*> conflicts_;
};

Result<std::vector<fs::path>> text_files(const std::string& dir) {
  std::error_code error;
  std::vector<fs::path> paths;
  fs::directory_iterator at(dir, error);
  for (; !error && at != fs::directory_iterator(); at.increment(error))
    if (at->path().extension() == ".txt") paths.push_back(at->path());
  if (error) return Error{"cannot read the lexicon in '" + dir + "': " + error.message()};
  if (paths.empty()) return Error{"no lexicon in '" + dir + "': it holds no .txt file"};
  std::sort(paths.begin(), paths.end());
  return paths;
}

bool append_file(const fs::path& path, std::string& out) {
  std::error_code error;
  const std::uintmax_t size = fs::file_size(path, error);
  if (error) return false;
  const std::size_t at = out.size();
  out.resize(at + size);
  std::ifstream in(path, std::ios::binary);
  in.read(out.data() + at, static_cast<std::streamsize>(size));
  return in.good();
}

}  // namespace

Result<std::shared_ptr<const Lexicon>> Lexicon::built_in() {
  return parse({qanat_lexicon_begin, static_cast<std::size_t>(qanat_lexicon_end - qanat_lexicon_begin)});
}

Result<std::shared_ptr<const Lexicon>> Lexicon::load(const std::string& dir) {
  auto paths = text_files(dir);
  if (!paths) return paths.error();
  // Joined as the build joins them, so that the same files have the same hash.
  std::string text;
  for (const fs::path& path : *paths) {
    text += "#file " + path.filename().string() + '\n';
    if (!append_file(path, text)) return Error{"cannot read '" + path.string() + "'; is it a file that may be read?"};
    text += '\n';
  }
  return parse(text);
}

Result<std::shared_ptr<const Lexicon>> Lexicon::parse(std::string_view text) {
  auto source = read_source(text);
  if (!source) return source.error();
  return std::shared_ptr<const Lexicon>(std::make_shared<Compiled>(std::move(source).value(), hash_hex(text)));
}

}  // namespace qanat::lexicon
