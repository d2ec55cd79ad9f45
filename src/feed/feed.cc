// Joins the walk, the codecs and the formats: each file found is opened, unpacked if it is packed, told by its first
// bytes and read to its end before the next is opened.
#include "feed/feed.h"

#include <algorithm>
#include <memory>
#include <utility>

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
    Document carrier;
    if (path != kStandardInput) carrier.id = path;
    Input input(std::move(carrier), path, raw, limits_, sink_, progress_);
    return read_content(input);
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
