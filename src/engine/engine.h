// The line, joined: a document goes in, a page with its articles and their reports comes out; and an ingest, which
// reads on several threads and writes in batches. Threads live here and nowhere else.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "feed/feed.h"
#include "store/store.h"

namespace qanat::engine {

struct Options {
  std::string lexicon_dir;  // empty: the lexicon in the binary
  std::string weights;      // a weights file; empty: the weights in the binary
};

// A word or phrase of a page with what was made of it, for a reader to see.
struct Mark {
  enum class Kind : std::uint8_t { party, contact, cue, place, agency, mechanism };
  Span span;  // in the page's text
  Kind kind = Kind::party;
  std::string what;                 // kind of party, class of cue, or the lexicon's entry
  std::vector<std::string> actors;  // of a party or place; empty: not resolved
  std::string role, person;         // of a party; empty: not said
};
const char* to_string(Mark::Kind kind);

// Reads pages. Immutable once made, so that any number of threads may share one.
class Reader {
 public:
  // Errors: the lexicon or weights cannot be read, or do not lint; the message names file and line.
  static Result<std::unique_ptr<Reader>> make(const Options& options);
  virtual ~Reader() = default;

  // Pure: the same document gives the same page. Articles come without a sketch, which only a store has use for.
  virtual store::ReadPage read(feed::Document&& document) const = 0;
  // Every stage's dump, in the order of the line, for a person to see why a report came out as it did.
  virtual std::string explain(feed::Document&& document) const = 0;
  // What is named in an article of a page that was read before, in order of place. Pure; cost: as of reading it again.
  virtual std::vector<Mark> marks(const store::ReadPage& page, const article::Article& article) const = 0;
  // Its reports, read again, each with what decided (Report::why). Pure.
  virtual std::vector<report::Report> reasons(const store::ReadPage& page, const article::Article& article) const = 0;
  // Identifies the lexicon and weights.
  virtual std::string fingerprint() const = 0;
};

// What a store is to keep of a document: as Reader::read, and each article with the sketch that its copies are known
// by. Pure.
store::ReadPage read_to_keep(const Reader& reader, feed::Document&& document);

// What a line of `qanat read` holds beside the reports.
struct LineOptions {
  bool text = false;  // the body, its lead and captions, and the page's character set
};
// One line of `qanat read` (without '\n') for one article of a page.
std::string to_json(const store::ReadPage& page, const store::ReadArticle& article, const LineOptions& options = {});
// One of the objects in its `reports`.
std::string to_json(const report::Report& report);

struct IngestOptions {
  int threads = 0;        // 0: as many as the machine has cores
  int batch_pages = 256;  // pages in one transaction: more is faster, and more to read again after a crash
  std::uint64_t batch_bytes = 8ULL << 20;
  std::vector<std::string> feeds;   // addresses, read after the paths
  feed::Web web;                    // its memory is kept once all is in the store
  bool inputs_may_vanish = false;   // where none can be read, that is an issue and no failure
  std::function<bool()> cancelled;  // asked while the web is waited for; true interrupts. May be empty
};

struct IngestSummary {
  std::uint64_t documents = 0;
  std::uint64_t empty = 0;  // gave no article
  store::Written written;
  std::uint64_t warnings = 0, errors = 0;
  bool interrupted = false;
};

// Reads every path into the store. `progress` is called from the calling thread, often; false from it stops the ingest
// after the batch at hand. Issues are handed over as they are met, from the calling thread.
Result<IngestSummary> ingest(const Reader& reader, store::Store& store, const std::vector<std::string>& paths,
                             const IngestOptions& options, const std::function<bool(const feed::Progress&)>& progress,
                             const std::function<void(const Issue&)>& issue);

// Reads every path and calls `line` with each line of `qanat read`, in input order, from the calling thread.
Status read_lines(const Reader& reader, const std::vector<std::string>& paths, int threads,
                  const std::function<bool(std::string_view)>& line, const std::function<void(const Issue&)>& issue,
                  const LineOptions& options = {}, const feed::Web& web = {});

// What weights are learned from.
struct Lessons {
  // JSONL with `text`, `published`, `title` and `reports` in the format of the evaluation sets; JSONL with `id`,
  // `text_hash` (hash_hex of the text) and `reports` only, whose texts are among `texts`; and text files with sentences
  // that teach states (lexicon/lessons).
  std::vector<std::string> paths;
  std::vector<std::string> texts;  // whatever `qanat read` reads: pages with those ids
};

// Gives the text of a weights file, with `note` in its head. Deterministic; some minutes on one core. Errors: a file
// that cannot be read, the lexicon, texts that are missing, or nothing to learn from.
Result<std::string> train(const Options& options, const Lessons& lessons, std::string_view note,
                          const std::function<void(const Issue&)>& issue);

}  // namespace qanat::engine
