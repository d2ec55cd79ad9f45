// The ledger as a whole, for a program that keeps it in memory, and single things by the handful.
#include <algorithm>

#include "store/codec.h"
#include "store/file_store.h"
#include "store/rows.h"

namespace qanat::store {
namespace {

void survey_articles(Database& db, const std::function<void(ArticleNote&&)>& use) {
  Statement row = db.query("SELECT n, origin, published, publisher, data FROM article ORDER BY n");
  while (row.next()) {
    article::Article a;
    if (!decode(row.blob(4), a)) db.damaged("an article cannot be read");
    ArticleNote note;
    note.number = row.integer(0);
    note.origin = row.string(1);
    note.published = published_by(row.date(2), a.published);
    note.publisher = row.string(3);
    note.language = std::move(a.language);
    use(std::move(note));
  }
}

void survey_channels(Database& db, const std::function<void(ledger::Channel&&)>& use) {
  Statement row = db.query("SELECT n FROM channel ORDER BY id");
  while (row.next())
    if (auto channel = read_channel(db, row.integer(0))) use(*std::move(channel));
}

void survey_reports(Database& db, const std::function<void(ReportNote&&)>& use) {
  Statement row = db.query(
      "SELECT r.id, r.data, r.article, c.id, a.id, a.origin, a.published, a.publisher FROM report r "
      "JOIN article a ON a.n=r.article JOIN channel c ON c.n=r.channel");
  while (row.next()) {
    ReportNote note;
    note.article = row.integer(2);
    note.channel = row.string(3);
    note.entry.id = row.string(0);
    if (!decode(row.blob(1), note.entry.report, Evidence::skip)) db.damaged("a report cannot be read");
    note.entry.article = row.string(4);
    note.entry.origin = row.string(5);
    note.entry.published = row.date(6);
    note.entry.publisher = row.string(7);
    use(std::move(note));
  }
}

constexpr std::string_view kToldReport =
    "SELECT r.id, r.data, c.id, a.id, a.origin, a.published, a.publisher, a.own, a.data, p.url FROM report r "
    "JOIN article a ON a.n=r.article JOIN channel c ON c.n=r.channel JOIN page p ON p.n=a.page WHERE r.id=?1";

constexpr std::string_view kArticleByNumber =
    "SELECT a.n, a.id, p.id, p.url, a.publisher, a.origin, a.published, a.data "
    "FROM article a JOIN page p ON p.n=a.page WHERE a.n=?1";

constexpr std::string_view kArticlesOfOrigin =
    "SELECT a.n, a.id, p.id, p.url, a.publisher, a.origin, a.published, a.data "
    "FROM article a JOIN page p ON p.n=a.page WHERE a.origin=?1 ORDER BY a.published IS NULL, a.published, a.id";

}  // namespace

Result<std::int64_t> FileStore::version() {
  db_.forget_failure();
  return unless_failed(db_.number("PRAGMA data_version"));
}

Result<Surveyed> FileStore::survey(const Surveyor& surveyor) {
  db_.forget_failure();
  const Snapshot snapshot(db_);
  Surveyed out;
  out.pages = db_.number("SELECT count(*) FROM page");
  out.last_change = db_.number("SELECT coalesce(max(seq), 0) FROM change");
  survey_articles(db_, surveyor.article);
  survey_channels(db_, surveyor.channel);
  survey_reports(db_, surveyor.report);
  return unless_failed(out);
}

Result<std::vector<ToldReport>> FileStore::told(const std::vector<std::string>& reports) {
  db_.forget_failure();
  const Snapshot snapshot(db_);
  std::vector<ToldReport> out;
  Statement row = db_.query(kToldReport);
  for (const std::string& id : reports) {
    if (!row.with(id).next()) continue;
    ToldReport& told = out.emplace_back();
    told.row = read_report(row);
    article::Article article;
    if (!decode(row.blob(8), article)) db_.damaged("an article cannot be read");
    told.title = std::move(article.title_text);
    told.method = published_by(told.row.entry.published, article.published).method;
    told.url = row.string(9);
  }
  return unless_failed(std::move(out));
}

Result<std::vector<ArticleRow>> FileStore::articles(const std::vector<std::int64_t>& numbers) {
  db_.forget_failure();
  const Snapshot snapshot(db_);
  std::vector<ArticleRow> out;
  Statement row = db_.query(kArticleByNumber);
  for (const std::int64_t number : numbers)
    if (row.with(number).next()) out.push_back(read_article(row));
  return unless_failed(std::move(out));
}

Result<std::vector<ArticleRow>> FileStore::articles_of_origin(const std::string& origin) {
  db_.forget_failure();
  const Snapshot snapshot(db_);
  std::vector<ArticleRow> out;
  if (origin.empty()) return out;
  Statement row = db_.query(kArticlesOfOrigin);
  row.with(origin);
  while (row.next()) out.push_back(read_article(row));
  return unless_failed(std::move(out));
}

Result<std::vector<ChangeRow>> FileStore::changes_before(std::int64_t seq, int limit) {
  db_.forget_failure();
  const Snapshot snapshot(db_);
  std::vector<ChangeRow> out;
  Statement row = db_.query(
      "SELECT seq, article, published, channel, kind, subject, before, after FROM change WHERE seq<?1 "
      "ORDER BY seq DESC LIMIT ?2");
  row.with(seq > 0 ? seq : INT64_MAX, static_cast<std::int64_t>(limit > 0 ? limit : -1));
  while (row.next()) {
    ChangeRow c;
    if (!read_change(row, c)) break;
    out.push_back(std::move(c));
  }
  return unless_failed(std::move(out));
}

}  // namespace qanat::store
