// Where bytes come from: files, folders, standard input and addresses; pages, JSON lines, web archives and feeds;
// plain, gzip or zstd. Stage 0 of the line.
//
// A Feed walks what the user named and hands out Documents one at a time, in a deterministic order (folders by
// byte order of their paths). Type is decided by content, not by name. Memory is bounded by the largest single
// document (see Limits), never by the input's size. Trouble with one input becomes an Issue; the rest goes on.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/issue.h"
#include "base/result.h"

namespace qanat::feed {

// One page as it came: bytes not yet decoded, and what the input says of them. Empty strings: not given.
struct Document {
  std::string id;        // the record's own id, else the path as named by the user, else empty (standard input)
  std::string where;     // for messages: "news.jsonl.gz:17"
  std::string bytes;     // the page's text or HTML
  bool is_utf8 = false;  // the carrier (JSON, XML) has already decoded it
  std::string url;
  std::string publisher;
  std::string published;  // as given, not yet parsed; a feed's are rewritten to ISO 8601
  std::string title;
  std::string content_type{};  // as HTTP or the archive says: "text/html; charset=windows-1256"; may be wrong
  std::string fetched{};       // day or instant of the crawl, ISO 8601; never a publication date
  std::string language{};      // as given: "ar", "ar-EG"
};

// Affects behaviour.
struct Limits {
  // A larger document is reported and left out: no page of news is that long. It bounds a document unpacked, too.
  std::uint64_t max_document_bytes = 16ULL << 20;
};

// How the web is asked. Affects behaviour.
struct Web {
  bool allow_private = false;   // loopback, private and link-local addresses too
  double delay_seconds = 1;     // between two requests to one host; robots.txt may ask for more, up to 30 s
  double connect_seconds = 10;  // for each request, like the next
  double total_seconds = 60;
  int max_redirects = 5;
  std::uint64_t max_bytes = 32ULL << 20;  // of one answer, unpacked; larger ones are reported and left out
  // The file that keeps what servers said of their last answers, and what feeds have given already, so that nothing is
  // asked for twice; empty: nothing is kept.
  std::string memory;
  bool refetch = false;  // as if that file were empty
};

// What the user named.
struct Wanted {
  std::vector<std::string> paths;  // files, folders, "-" for standard input, http(s) addresses
  std::vector<std::string> feeds;  // addresses of RSS or Atom feeds, whose new items' pages are read
};

// What was read so far, for progress.
struct Progress {
  std::uint64_t files_total = 0;  // known from the first document on
  std::uint64_t files_done = 0;
  std::uint64_t bytes_total = 0;  // as they lie on disk, packed or not; pipes add what has come
  std::uint64_t bytes_done = 0;
  std::uint64_t documents = 0;
};

// Receives each document; false stops the walk. `issue` receives trouble as it is met.
struct Sink {
  std::function<bool(Document&&, const Progress&)> document;
  std::function<void(Issue&&)> issue;
  // After each file, and so for the last time when all is done; may be empty.
  std::function<void(const Progress&)> progress = nullptr;
  // Asked while the web is waited for; true gives up. May be empty.
  std::function<bool()> cancelled = nullptr;
};

// Reads every path, then every feed. Errors: what does not exist or cannot be opened or fetched is an Issue of severity
// error; the call itself fails only where nothing could be read at all. What is learned of the web goes into a new
// version of Web::memory, beside the old one until keep_memory().
Status read(const Wanted& wanted, const Limits& limits, const Web& web, const Sink& sink);
// The same for paths, with the web asked as it is by default.
Status read(const std::vector<std::string>& paths, const Limits& limits, const Sink& sink);

// Makes the new version count, once what was read is safe; without one it does nothing. Errors: the disk's.
Status keep_memory(const Web& web);

// Folders watched for files that are new or changed, by inotify; sub-folders too, those that come later as well. Files
// that are there already come first. Hidden ones are passed over, as read() does.
class Watch {
 public:
  // Errors: a folder that does not exist or cannot be watched.
  static Result<std::unique_ptr<Watch>> open(const std::vector<std::string>& folders);
  virtual ~Watch() = default;

  // Paths of files whose writers have done, in byte order; each again only after it has changed. Waits for the first at
  // most `patience`; then, or when a signal comes, there are none. Trouble goes to `issue`.
  virtual std::vector<std::string> next(std::chrono::milliseconds patience,
                                        const std::function<void(Issue&&)>& issue) = 0;
};

}  // namespace qanat::feed
