// A batch of pages goes in: pages, articles, words and reports first; then the articles find their copies; then each
// channel that all this touched is folded again, once, and what the fold altered is written. All in one transaction.
#include <algorithm>

#include "base/hash.h"
#include "store/batch.h"
#include "store/codec.h"
#include "store/file_store.h"
#include "store/words.h"

namespace qanat::store {
namespace {

bool inside(Span span, const std::string& text) { return span.begin <= span.end && span.end <= text.size(); }

// Does everything that points into the page's text point into it?
bool is_sound(const ReadPage& page) {
  const auto in_text = [&](Span span) { return inside(span, page.text); };
  for (const article::Block& b : page.blocks)
    if (!in_text(b.span)) return false;
  for (const ReadArticle& a : page.articles) {
    if (!in_text(a.article.title)) return false;
    if (!in_text(a.article.lead)) return false;
    if (!std::all_of(a.article.body.begin(), a.article.body.end(), in_text)) return false;
    if (!std::all_of(a.article.captions.begin(), a.article.captions.end(), in_text)) return false;
    for (const report::Report& r : a.reports)
      for (const report::Evidence& e : r.evidence)
        if (!in_text(e.span) || !in_text(e.trigger) || slice(page.text, e.span) != e.quote) return false;
  }
  return true;
}

std::int64_t channel_number(Database& db, const ledger::ChannelKey& key) {
  const std::string id = key.id();
  Statement found = db.query("SELECT n FROM channel WHERE id=?1");
  if (found.with(id).next()) return found.integer(0);
  Statement made = db.query(
      "INSERT INTO channel(id, text, rank, names, last, conflicts, data) VALUES(?1, ?2, ?3, '', NULL, 0, x'')");
  made.with(id, key.text(), key.rank).run();
  return db.last_row();
}

void add_report(Database& db, const ReadPage& page, const ReadArticle& read, const std::string& origin,
                const report::Report& report, std::int64_t article, Batch& batch) {
  const std::string data = encode(report);
  const std::int64_t channel = channel_number(db, ledger::key_of(report));
  ledger::Entry entry;
  entry.id = report_id(page.id, read.article.id, data);
  // An article that says the same twice, in the same place, has said it once.
  Statement insert = db.query("INSERT OR IGNORE INTO report(article, id, channel, data) VALUES(?1, ?2, ?3, ?4)");
  insert.with(article, entry.id, channel, Blob{data}).run();
  if (!db.ok() || sqlite3_changes(db.handle()) == 0) return;
  ++batch.written.reports;
  entry.article = read.article.id;
  entry.origin = origin;
  entry.publisher = read.article.publisher;
  entry.published = read.article.published.date;
  entry.report = report;
  entry.report.evidence.clear();
  entry.report.evidence.shrink_to_fit();
  entry.report.why.clear();
  Touch& touch = batch.touched[channel];
  touch.article = entry.article;
  touch.published = entry.published;
  touch.added.push_back(std::move(entry));
}

// The origin that an article has as far as is known before copies are settled. Empty: it has no words.
std::string add_text(const origin::Sketch& sketch, Batch& batch) {
  if (sketch.rank == 0) return {};
  const bool is_new = batch.shelf.add(sketch);
  if (is_new) batch.came.insert(sketch.rank);
  std::string origin = origin::name_of(is_new ? sketch.rank : batch.shelf.leader(sketch.rank).value_or(sketch.rank));
  batch.disturbed.insert(origin);
  return origin;
}

void add_article(Database& db, const ReadPage& page, std::int64_t page_number, std::int64_t order, Batch& batch) {
  const ReadArticle& read = page.articles[static_cast<std::size_t>(order)];
  const article::Article& a = read.article;
  const std::string text = indexed_text(page.text, a);
  const std::string words = hash_hex(text);
  const std::string origin = add_text(read.sketch, batch);
  const std::optional<Date>& own = a.published.date;
  const auto kept = batch.kept.find(a.id);
  std::int64_t number = 0;
  if (kept != batch.kept.end() && kept->second.words == words) {
    number = kept->second.number;
    batch.kept.erase(kept);
    Statement again = db.query(
        "INSERT INTO article(n, page, ord, id, origin, own, published, publisher, text, words, data) "
        "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?6, ?7, ?8, ?9, ?10)");
    again.with(number, page_number, order, a.id, origin, own, a.publisher, read.sketch.rank, words, Blob{encode(a)})
        .run();
  } else {
    Statement insert = db.query(
        "INSERT INTO article(page, ord, id, origin, own, published, publisher, text, words, data) "
        "VALUES(?1, ?2, ?3, ?4, ?5, ?5, ?6, ?7, ?8, ?9)");
    insert.with(page_number, order, a.id, origin, own, a.publisher, read.sketch.rank, words, Blob{encode(a)}).run();
    number = db.last_row();
    batch.keys.clear();
    append_keys(text, batch.keys);
    Statement index = db.query("INSERT INTO word(rowid, keys) VALUES(?1, ?2)");
    index.with(number, batch.keys).run();
  }
  ++batch.written.articles;
  for (const report::Report& r : read.reports) add_report(db, page, read, origin, r, number, batch);
}

}  // namespace

void FileStore::put(const ReadPage& page, Batch& batch) {
  const std::string hash = hash_of(page);
  Statement known = db_.query("SELECT n, hash, run FROM page WHERE id=?1");
  batch.kept.clear();
  if (known.with(page.id).next()) {
    if (known.text(1) == hash) {
      ++batch.written.unchanged;
      return;
    }
    if (known.integer(2) == run_) ++batch.written.clashes;
    remove(known.integer(0), batch);
    ++batch.written.replaced;
  } else {
    ++batch.written.added;
  }
  Statement insert = db_.query(
      "INSERT INTO page(id, hash, url, charset, lexicon, run, blocks, issues, size, text) "
      "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
  insert
      .with(page.id, hash, page.url, page.charset, page.lexicon, run_, Blob{encode(page.blocks)},
            Blob{encode(page.issues)}, static_cast<std::int64_t>(page.text.size()), Blob{compress(page.text)})
      .run();
  const std::int64_t number = db_.last_row();
  for (std::size_t i = 0; i < page.articles.size(); ++i)
    add_article(db_, page, number, static_cast<std::int64_t>(i), batch);
}

void FileStore::remove(std::int64_t page, Batch& batch) {
  Statement article = db_.query("SELECT n, id, words, published, text, origin FROM article WHERE page=?1");
  article.with(page);
  while (article.next()) {
    Statement report = db_.query("SELECT id, channel FROM report WHERE article=?1");
    report.with(article.integer(0));
    while (report.next()) {
      Touch& touch = batch.touched[report.integer(1)];
      const std::string id = report.string(0);
      std::erase_if(touch.added, [&](const ledger::Entry& e) { return e.id == id; });
      touch.gone.insert(id);
      touch.article = article.string(1);
      touch.published = article.date(3);
    }
    db_.query("DELETE FROM report WHERE article=?1").with(article.integer(0)).run();
    batch.kept[article.string(1)] = {article.integer(0), article.string(2)};
    if (article.integer(4) == 0) continue;
    batch.left.insert(article.integer(4));
    batch.disturbed.insert(article.string(5));
  }
  db_.query("DELETE FROM article WHERE page=?1").with(page).run();
  db_.query("DELETE FROM page WHERE n=?1").with(page).run();
}

Result<Written> FileStore::write(const std::vector<ReadPage>& pages) {
  if (mode_ == Mode::read_only) return Error{"ledger " + db_.path() + " was opened for reading only"};
  for (const ReadPage& page : pages)
    if (!is_sound(page))
      return Error{"page " + page.id +
                   " was read wrongly: a quote does not stand where it is said to; please report it"};
  db_.forget_failure();
  Batch batch(db_);
  {
    Transaction transaction(db_);
    // Another process may have written since: then what is in memory is not what is in the file.
    if (books_.is_stale()) books_.clear();
    for (const ReadPage& page : pages) put(page, batch);
    settle_copies(batch);
    settle(batch);
    if (db_.ok() && transaction.commit()) {
      books_.trim();
      return batch.written;
    }
  }
  books_.clear();
  return db_.error();
}

Status FileStore::finish() {
  if (mode_ == Mode::read_only) return Done{};
  db_.forget_failure();
  // Bounded: a day's pages added to a large ledger must not rewrite its whole index.
  constexpr const char* kMerge = "INSERT INTO word(word, rank) VALUES('merge', 8000)";
  db_.run(kMerge);
  db_.run("PRAGMA analysis_limit=1000; ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)");
  if (!db_.ok()) return db_.error();
  return Done{};
}

}  // namespace qanat::store
