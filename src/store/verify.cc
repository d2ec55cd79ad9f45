// Does everything in the file still stand on what it says it stands on?
#include <string_view>

#include "base/hash.h"
#include "store/codec.h"
#include "store/faults.h"
#include "store/file_store.h"

namespace qanat::store {
namespace {

bool inside(Span span, std::string_view text) { return span.begin <= span.end && span.end <= text.size(); }

bool check_spans(const ReadPage& page, const ReadArticle& read, Faults& faults) {
  const article::Article& a = read.article;
  bool sound = inside(a.title, page.text);
  for (const Span s : a.body) sound = sound && inside(s, page.text);
  for (const Span s : a.captions) sound = sound && inside(s, page.text);
  sound = sound && inside(a.lead, page.text);
  if (!sound) faults.add("article " + a.id + " does not lie within its page's text");
  return sound;
}

void check_quotes(const ReadPage& page, const ReadArticle& read, Faults& faults) {
  for (const report::Report& r : read.reports) {
    for (const report::Evidence& e : r.evidence) {
      const std::string id = report_id(page.id, read.article.id, encode(r));
      if (!inside(e.span, page.text) || slice(page.text, e.span) != e.quote)
        faults.add("report " + id + ": the quote is not found at its place in the page", e.span.begin);
      if (!inside(e.trigger, page.text))
        faults.add("report " + id + ": the trigger does not lie within the page's text", e.trigger.begin);
    }
  }
}

}  // namespace

void FileStore::verify_file(Issues& issues) {
  Faults faults(issues, db_.path());
  Statement check = db_.query("PRAGMA quick_check(20)");
  while (check.next())
    if (check.text(0) != "ok") faults.add("damaged: " + check.string(0));
  const auto none = [&](std::string_view sql, const char* what) {
    const std::int64_t count = db_.number(sql);
    if (count > 0) faults.add(std::to_string(count) + " " + what);
  };
  none("SELECT count(*) FROM article WHERE page NOT IN (SELECT n FROM page)", "articles without a page");
  none("SELECT count(*) FROM report WHERE article NOT IN (SELECT n FROM article)", "reports without an article");
  none("SELECT count(*) FROM report WHERE channel NOT IN (SELECT n FROM channel)", "reports without a channel");
  none("SELECT count(*) FROM contact WHERE channel NOT IN (SELECT n FROM channel)", "contacts without a channel");
  none("SELECT count(*) FROM channel WHERE n NOT IN (SELECT channel FROM report)", "channels without a report");
}

void FileStore::verify_pages(Issues& issues) {
  Statement row =
      db_.query("SELECT n, id, url, charset, lexicon, blocks, issues, size, text, hash FROM page ORDER BY id");
  while (row.next()) {
    Faults faults(issues, row.string(1));
    const ReadPage page = read_page(row);
    if (!db_.ok()) {
      faults.add("the page cannot be read");
      db_.forget_failure();
      continue;
    }
    if (hash_of(page) != row.text(9)) faults.add("the page is not what was written: its hash differs");
    for (const ReadArticle& a : page.articles) {
      if (!check_spans(page, a, faults)) continue;
      check_quotes(page, a, faults);
    }
  }
  Statement report = db_.query(
      "SELECT r.id, p.id, a.id, r.data FROM report r JOIN article a ON a.n=r.article JOIN page p ON p.n=a.page");
  while (report.next())
    if (report.text(0) != report_id(report.text(1), report.text(2), report.blob(3)))
      Faults(issues, report.string(1)).add("report " + report.string(0) + " is not what was written: its id differs");
}

void FileStore::verify_channels(Issues& issues) {
  Statement row = db_.query("SELECT n, id, text FROM channel ORDER BY id");
  while (row.next()) {
    Faults faults(issues, "channel " + row.string(1));
    const std::int64_t number = row.integer(0);
    const std::vector<ledger::Entry> entries = read_entries(db_, number);
    const std::optional<ledger::Channel> stored = read_channel(db_, number);
    if (!db_.ok() || !stored || entries.empty()) {
      faults.add("the channel cannot be read");
      db_.forget_failure();
      continue;
    }
    if (stored->key.id() != row.text(1) || stored->key.text() != row.text(2)) faults.add("its name is not its key's");
    for (const ledger::Entry& e : entries)
      if (ledger::key_of(e.report) != stored->key) faults.add("report " + e.id + " belongs to another channel");
    if (ledger::fold_channel(entries) != *stored) faults.add("its reports do not fold to what is stored");
  }
}

Result<Issues> FileStore::verify() {
  db_.forget_failure();
  const Snapshot snapshot(db_);
  Issues issues;
  verify_file(issues);
  if (!db_.ok()) {
    // Too damaged to ask further.
    Faults(issues, db_.path()).add(db_.error().message);
    return issues;
  }
  verify_pages(issues);
  verify_copies(issues);
  verify_words(issues);
  verify_channels(issues);
  if (!db_.ok()) Faults(issues, db_.path()).add(db_.error().message);
  return issues;
}

}  // namespace qanat::store
