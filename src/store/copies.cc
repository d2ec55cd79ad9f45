// The articles of a batch find their copies: texts that came or went are settled, and what that alters (an article's
// origin; the date that an undated one has from its copies) is written and told to the channels of its reports.
#include "store/batch.h"
#include "store/file_store.h"

namespace qanat::store {
namespace {

// An article whose origin or date is another one now.
struct Altered {
  std::int64_t number = 0;
  std::string id;
  Restated restated;
};

// Its reports have to be folded anew.
void restate_reports(Database& db, const Altered& article, Batch& batch) {
  Statement report = db.query("SELECT id, channel FROM report WHERE article=?1");
  report.with(article.number);
  while (report.next()) {
    Touch& touch = batch.touched[report.integer(1)];
    touch.restated.insert_or_assign(report.string(0), article.restated);
    if (!touch.article.empty()) continue;
    touch.article = article.id;
    touch.published = article.restated.published;
  }
}

bool is_in_use(Database& db, origin::Rank text) {
  return db.query("SELECT 1 FROM article WHERE text=?1 LIMIT 1").with(text).next();
}

void name_origin(Database& db, origin::Rank text, const std::string& origin, Batch& batch) {
  std::vector<Altered> articles;
  Statement row = db.query("SELECT n, id, origin, published FROM article WHERE text=?1 AND origin<>?2");
  row.with(text, origin);
  while (row.next()) {
    batch.disturbed.insert(row.string(2));
    articles.push_back({row.integer(0), row.string(1), {origin, row.date(3)}});
  }
  Statement update = db.query("UPDATE article SET origin=?2 WHERE n=?1");
  for (const Altered& a : articles) {
    update.with(a.number, origin).run();
    restate_reports(db, a, batch);
  }
}

// Articles without a date of their own take the earliest of their copies.
void date_by_copies(Database& db, const std::string& origin, Batch& batch) {
  if (!db.query("SELECT 1 FROM article WHERE origin=?1 AND own IS NULL LIMIT 1").with(origin).next()) return;
  std::optional<Date> earliest;
  Statement dated = db.query("SELECT min(own) FROM article WHERE origin=?1 AND own IS NOT NULL");
  if (dated.with(origin).next()) earliest = dated.date(0);
  std::vector<Altered> articles;
  Statement row = db.query("SELECT n, id FROM article WHERE origin=?1 AND own IS NULL AND published IS NOT ?2");
  row.with(origin, earliest);
  while (row.next()) articles.push_back({row.integer(0), row.string(1), {origin, earliest}});
  Statement update = db.query("UPDATE article SET published=?2 WHERE n=?1");
  for (const Altered& a : articles) {
    update.with(a.number, earliest).run();
    restate_reports(db, a, batch);
  }
}

}  // namespace

void FileStore::settle_copies(Batch& batch) {
  std::set<origin::Rank> waiting = batch.came;
  for (const origin::Rank text : batch.left)
    if (!is_in_use(db_, text)) batch.shelf.remove(text, waiting);
  for (const origin::Rank text : origin::settle(batch.shelf, waiting)) {
    if (!db_.ok()) return;
    const std::string origin = origin::name_of(batch.shelf.leader(text).value_or(text));
    // A new text that leads has the articles of this batch alone, and they are named after it already.
    if (batch.came.contains(text) && batch.shelf.leader(text) == text) continue;
    name_origin(db_, text, origin, batch);
    batch.disturbed.insert(origin);
  }
  for (const std::string& origin : batch.disturbed) date_by_copies(db_, origin, batch);
  batch.written.origins = batch.shelf.more_leaders();
}

}  // namespace qanat::store
