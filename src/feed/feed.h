// Where bytes come from: files, folders, standard input and addresses; pages, JSON lines, web archives and feeds;
// plain, gzip or zstd. Stage 0 of the line.
//
// A Feed walks what the user named and hands out Documents one at a time, in a deterministic order (folders by
// byte order of their paths). Type is decided by content, not by name. Memory is bounded by the largest single
// document (see Limits), never by the input's size. Trouble with one input becomes an Issue; the rest goes on.
#pragma once

#include <cstdint>
#include <functional>
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
};

// Reads every path ("-" is standard input). Errors: a path that does not exist or cannot be opened is an Issue of
// severity error; the call itself fails only where no path could be read at all.
Status read(const std::vector<std::string>& paths, const Limits& limits, const Sink& sink);

}  // namespace qanat::feed
