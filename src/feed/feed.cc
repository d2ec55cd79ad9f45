// Joins the walk, the web and the formats: each file found is opened and read to its end before the next is opened.
#include "feed/feed.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "feed/file.h"
#include "feed/format.h"
#include "feed/walk.h"
#include "feed/web.h"

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
  Reading(const Limits& limits, const Web& web, const Sink& sink)
      : limits_(limits), sink_(sink), web_(limits, web, sink, progress_) {}

  Status run(const Wanted& wanted) {
    const Visitor counter{[this](const Found& found) {
                            ++progress_.files_total;
                            progress_.bytes_total += found.size;
                            return true;
                          },
                          [](Issue&&) {}};
    for (const std::string& path : wanted.paths) {
      if (is_web_address(path))
        ++progress_.files_total;
      else
        walk({path}, counter);
    }
    progress_.files_total += wanted.feeds.size();

    bool more = true;
    for (std::size_t i = 0; more && i < wanted.paths.size(); ++i) more = read_path(wanted.paths[i]);
    for (std::size_t i = 0; more && i < wanted.feeds.size(); ++i) more = web_.read_feed(wanted.feeds[i]) && file_done();
    if (more) {
      const Status kept = web_.finish();
      if (!kept) return kept.error();
    }
    if (reason_.empty()) reason_ = web_.first_trouble();
    if (opened_ + web_.answers() == 0) return Error{"nothing could be read: " + reason_};
    return Done{};
  }

 private:
  // False, here and below: the sink wants no more.
  bool read_path(const std::string& path) {
    if (is_web_address(path)) return web_.read_address(path) && file_done();
    bool more = true;
    const Visitor reader{[this, &more](const Found& found) { return more = read_found(found); },
                         [this](Issue&& issue) { tell(std::move(issue)); }};
    opened_ += walk({path}, reader);
    return more;
  }

  bool read_found(const Found& found) {
    auto file = open(found.path);
    if (file)
      ++opened_;
    else
      tell({Severity::error, found.path, 0, file.error().message});
    const std::uint64_t expected = progress_.bytes_done + found.size;
    if (file && !read_file(found.path, **file)) return false;
    progress_.bytes_done = std::max(progress_.bytes_done, expected);
    progress_.bytes_total = std::max(progress_.bytes_total, progress_.bytes_done);
    return file_done();
  }

  bool file_done() {
    ++progress_.files_done;
    progress_.files_total = std::max(progress_.files_total, progress_.files_done);
    if (sink_.progress) sink_.progress(progress_);
    return true;
  }

  void tell(Issue&& issue) {
    if (reason_.empty()) reason_ = issue.where + " " + issue.what;
    sink_.issue(std::move(issue));
  }

  static Result<std::unique_ptr<File>> open(const std::string& path) {
    if (path == kStandardInput) return File::standard_input();
    return File::open(path);
  }

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
  WebReading web_;
  std::uint64_t opened_ = 0;  // files and folders
  std::string reason_;        // the first trouble with one
};

}  // namespace

Status read(const Wanted& wanted, const Limits& limits, const Web& web, const Sink& sink) {
  if (wanted.paths.empty() && wanted.feeds.empty())
    return Error{"no input named; name files, folders or addresses, or - for standard input"};
  return Reading(limits, web, sink).run(wanted);
}

Status read(const std::vector<std::string>& paths, const Limits& limits, const Sink& sink) {
  return read({paths, {}}, limits, Web{}, sink);
}

Status keep_memory(const Web& web) { return WebMemory::keep(web.memory); }

}  // namespace qanat::feed
