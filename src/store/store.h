// The ledger kept: an SQLite file. I/O lives here and in feed; nothing above the fold is decided here.
//
// Invariants, held by tests/store_test and tests/crash_test:
//  1. A page is in the ledger whole (page, articles, reports, re-folded channels, changes) or not at all.
//  2. Writing the same page again changes nothing; a page with the same id and other text replaces the old one.
//  3. The canonical export depends only on the set of pages, not on their order, repetition or interruptions. Of two
//     pages with one id the one written last is in the set: nothing in a page says which of the two is the news, a file
//     that was changed must be read anew, and a ledger that kept either by a rule of its own would show old text.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "article/article.h"
#include "base/result.h"
#include "ledger/ledger.h"
#include "origin/origin.h"
#include "report/report.h"

namespace qanat::store {

// An article with what was read in it, ready to be kept. Spans and evidence point into the page's text.
struct ReadArticle {
  article::Article article;
  origin::Sketch sketch;  // of the body: by it copies are known. Not given back by Store::page().
  std::vector<report::Report> reports;
};

struct ReadPage {
  std::string id;
  std::string url;
  std::string text;  // the page's whole text, UTF-8
  std::string charset;
  std::string lexicon;  // hash of the lexicon and weights that read it
  std::vector<article::Block> blocks;
  std::vector<ReadArticle> articles;
  Issues issues;
};

// Narrows a listing; unset fields do not narrow. Parties: all of them must take part, as a party or as anything else.
// Channels are listed whole, and only where one of their contacts passes everything but `channel`.
struct Filter {
  std::vector<std::string> parties;  // actor codes
  std::string person;                // matched as folded words (arabic::fold), any part of the name
  std::string rank;
  std::string channel;              // channel id or a prefix of it, or words of the mechanism's name
  std::vector<std::string> states;  // any of
  std::optional<Date> from;         // inclusive; compared with the contact's time, else its publication
  std::optional<Date> to;           // inclusive
  std::string publisher;
  int limit = 0;  // 0: all
};

// What a Filter asks of single things, for whoever narrows rows held in memory, so that all narrow alike.
// `time` as stated; failing that `day`, on which it was published.
bool is_in_time(const Filter& filter, const std::optional<When>& time, const std::optional<Date>& day);
// Do all of `actors` take part, as whatever?
bool take_part(const std::vector<std::string>& actors, const std::vector<report::Party>& parties);
bool has_rank(const std::string& rank, const std::vector<report::Party>& parties);
// The words of a name that is asked for, folded; and do all of them stand in a folded text?
std::vector<std::string> folded_words(std::string_view text);
bool has_all(std::string_view folded, const std::vector<std::string>& words);

struct ArticleRow {
  std::string id, page, url, title, publisher, language, origin;
  article::Published published;  // its own; else that of its earliest dated copy, with DateMethod::copy
  std::vector<std::string> credit, tags;
  std::vector<std::string> copies;  // ids of other articles with the same origin
};
struct ReportRow {
  std::string id, article, channel;
  ledger::Entry entry;
  bool dated_by_copy = false;  // entry.published is not the article's own
};
struct ChangeRow {
  std::int64_t seq = 0;  // grows with each change written to this file; not part of the export
  std::string article;   // what was read
  std::optional<Date> published;
  ledger::Change change;
};
struct ActorRow {
  std::string actor;
  int channels = 0, reports = 0;
  std::vector<std::string> persons;  // names seen with it, most frequent first
};
struct Hit {
  std::int64_t number = 0;  // ArticleNote::number
  ArticleRow article;
  std::string snippet;  // plain text around the match; matches between U+0002 and U+0003
};
struct Totals {
  std::int64_t pages = 0, articles = 0, origins = 0, reports = 0, channels = 0, contacts = 0, conflicts = 0;
};

// ---- for whoever keeps the ledger in memory and asks for texts one by one -----------------------------------------

// An article without its words. `number` is the file's own: it grows with each new article and is never used again.
struct ArticleNote {
  std::int64_t number = 0;
  std::string origin, publisher, language;
  article::Published published;
};
// A report without its evidence.
struct ReportNote {
  std::int64_t article = 0;  // ArticleNote::number
  std::string channel;       // ChannelKey::id
  ledger::Entry entry;
};
// A report, whole, with what is told of its article.
struct ToldReport {
  ReportRow row;
  std::string title, url;
  article::DateMethod method = article::DateMethod::none;
};
// Receives everything, kind after kind: articles by number, then channels by id, then reports.
struct Surveyor {
  std::function<void(ArticleNote&&)> article;
  std::function<void(ledger::Channel&&)> channel;
  std::function<void(ReportNote&&)> report;
};
struct Surveyed {
  std::int64_t pages = 0;
  std::int64_t last_change = 0;  // ChangeRow::seq; 0: none
};

// What one batch did.
struct Written {
  std::int64_t added = 0, unchanged = 0, replaced = 0, articles = 0, reports = 0, changes = 0;
  std::int64_t clashes = 0;  // of those replaced: written since this store was opened, so two pages have one id
  std::int64_t origins = 0;  // how many more there are than before; copies add none
};

class Store {
 public:
  enum class Mode { create, read_only };
  // Opens, and with Mode::create makes, the file. Errors: cannot be opened, is no ledger, is of a newer version, is
  // locked by another writer; each message says what to do.
  static Result<std::unique_ptr<Store>> open(const std::string& path, Mode mode);
  virtual ~Store() = default;

  // Writes the pages in one transaction: all of them are in, or none. Safe against kill -9 at any moment.
  virtual Result<Written> write(const std::vector<ReadPage>& pages) = 0;
  // Merges search segments, refreshes statistics. Call once after an ingest; leaving it out loses nothing.
  virtual Status finish() = 0;

  virtual Result<Totals> totals() = 0;
  // Listings are newest first unless said otherwise; what has no date comes last.
  virtual Result<std::vector<ledger::Channel>> channels(const Filter& filter) = 0;
  // By id or unambiguous prefix of one. Errors: none or several match.
  virtual Result<ledger::Channel> channel(const std::string& id) = 0;
  virtual Result<std::vector<ReportRow>> reports(const Filter& filter) = 0;
  virtual Result<std::vector<ReportRow>> reports_of_channel(const std::string& id) = 0;
  virtual Result<std::vector<ReportRow>> reports_of_article(const std::string& article) = 0;
  virtual Result<std::vector<ledger::Conflict>> conflicts(const Filter& filter) = 0;
  virtual Result<ReportRow> report(const std::string& id) = 0;
  // Changes with seq greater than `after`, oldest first.
  virtual Result<std::vector<ChangeRow>> changes(std::int64_t after, const Filter& filter) = 0;
  virtual Result<std::vector<ActorRow>> actors() = 0;
  virtual Result<ArticleRow> article(const std::string& id) = 0;
  virtual Result<ReadPage> page(const std::string& id) = 0;
  // Full text of articles: every word must occur, in any spelling and with any clitic (arabic::search_key). Newest
  // first..
  virtual Result<std::vector<Hit>> search(std::string_view words, int limit) = 0;

  // Grows whenever another connection has written to the file since this was asked last. Cheap.
  virtual Result<std::int64_t> version() = 0;
  // Everything but texts and evidence, in one state of the file.
  virtual Result<Surveyed> survey(const Surveyor& surveyor) = 0;
  // In the order asked for; what is not there is left out.
  virtual Result<std::vector<ToldReport>> told(const std::vector<std::string>& reports) = 0;
  virtual Result<std::vector<ArticleRow>> articles(const std::vector<std::int64_t>& numbers) = 0;
  // Articles with one text behind them, earliest first, what has no date last.
  virtual Result<std::vector<ArticleRow>> articles_of_origin(const std::string& origin) = 0;
  // Numbers of the articles that hold every word, ascending. With `open_end` the last word may be the beginning of one.
  virtual Result<std::vector<std::int64_t>> find(std::string_view words, bool open_end) = 0;
  // Hits for articles that find() gave, in the order asked for.
  virtual Result<std::vector<Hit>> hits(const std::vector<std::int64_t>& numbers, std::string_view words,
                                        bool open_end) = 0;
  // The newest changes before that seq (0: the newest of all), newest first.
  virtual Result<std::vector<ChangeRow>> changes_before(std::int64_t seq, int limit) = 0;

  // Calls `line` with each line (without '\n') of the canonical export: sorted JSON objects, one a line.
  virtual Status export_lines(const std::function<void(std::string_view)>& line) = 0;
  // Every quote is found again in its stored page; the ledger re-folds to what is stored. Each fault is an Issue.
  virtual Result<Issues> verify() = 0;
};

}  // namespace qanat::store
