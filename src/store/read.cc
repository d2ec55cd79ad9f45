// Things by their ids, and listings.
#include "store/codec.h"
#include "store/file_store.h"
#include "store/rows.h"

namespace qanat::store {
namespace {

constexpr std::int64_t kMostCopies = 1000;  // listed with an article

constexpr std::string_view kPageById =
    "SELECT n, id, url, charset, lexicon, blocks, issues, size, text FROM page WHERE id=?1";
constexpr std::string_view kArticleById =
    "SELECT a.n, a.id, p.id, p.url, a.publisher, a.origin, a.published, a.data "
    "FROM article a JOIN page p ON p.n=a.page WHERE a.id=?1 ORDER BY p.id LIMIT 1";

}  // namespace

std::string reports_where(std::string_view condition) {
  std::string sql =
      "SELECT r.id, r.data, c.id, a.id, a.origin, a.published, a.publisher, a.own FROM report r "
      "JOIN article a ON a.n=r.article JOIN channel c ON c.n=r.channel WHERE ";
  sql += condition;
  return sql;
}

// ---- rows ------------------------------------------------------------------------------------------------------

ArticleRow FileStore::read_article(Statement& row, Copies copies) {
  ArticleRow out;
  article::Article article;
  if (!decode(row.blob(7), article)) db_.damaged("an article cannot be read");
  out.id = row.string(1);
  out.page = row.string(2);
  out.url = row.string(3);
  out.title = std::move(article.title_text);
  out.publisher = row.string(4);
  out.language = std::move(article.language);
  out.origin = row.string(5);
  out.published = published_by(row.date(6), article.published);
  out.credit = std::move(article.credit);
  out.tags = std::move(article.tags);
  if (out.origin.empty() || copies == Copies::skip) return out;
  Statement copy = db_.query("SELECT id FROM article WHERE origin=?1 AND n<>?2 ORDER BY id LIMIT ?3");
  copy.with(out.origin, row.integer(0), kMostCopies);
  while (copy.next()) out.copies.push_back(copy.string(0));
  return out;
}

ReportRow FileStore::read_report(Statement& row) {
  ReportRow out;
  out.id = row.string(0);
  out.channel = row.string(2);
  out.article = row.string(3);
  out.entry.id = out.id;
  out.entry.article = out.article;
  out.entry.origin = row.string(4);
  out.entry.published = row.date(5);
  out.entry.publisher = row.string(6);
  out.dated_by_copy = out.entry.published && !row.date(7);
  if (!decode(row.blob(1), out.entry.report)) db_.damaged("a report cannot be read");
  return out;
}

bool FileStore::read_change(Statement& row, ChangeRow& out) {
  const std::int64_t kind = row.integer(4);
  if (kind < 0 || kind > static_cast<std::int64_t>(ledger::Change::Kind::conflict_settled)) {
    db_.damaged("a change cannot be read");
    return false;
  }
  out.seq = row.integer(0);
  out.article = row.string(1);
  out.published = row.date(2);
  out.change = {static_cast<ledger::Change::Kind>(kind), row.string(3), row.string(5), row.string(6), row.string(7)};
  return true;
}

ReadPage FileStore::read_page(Statement& row) {
  ReadPage out;
  out.id = row.string(1);
  out.url = row.string(2);
  out.charset = row.string(3);
  out.lexicon = row.string(4);
  auto text = decompress(unpacker_, row.blob(8), static_cast<std::uint64_t>(row.integer(7)));
  if (!decode(row.blob(5), out.blocks) || !decode(row.blob(6), out.issues) || !text)
    db_.damaged("page " + out.id + " cannot be read");
  out.text = std::move(text).value_or(std::string());
  Statement article = db_.query("SELECT n, id, publisher, data FROM article WHERE page=?1 ORDER BY ord");
  article.with(row.integer(0));
  while (article.next()) {
    ReadArticle& a = out.articles.emplace_back();
    if (!decode(article.blob(3), a.article)) db_.damaged("an article of page " + out.id + " cannot be read");
    a.article.id = article.string(1);
    a.article.publisher = article.string(2);
    Statement report = db_.query("SELECT data FROM report WHERE article=?1 ORDER BY n");
    report.with(article.integer(0));
    while (report.next())
      if (!decode(report.blob(0), a.reports.emplace_back()))
        db_.damaged("a report of page " + out.id + " cannot be read");
  }
  return out;
}

Result<std::pair<std::int64_t, std::string>> FileStore::find_channel(const std::string& id) {
  // Between the prefix and whatever begins with it: ids are digits and lower-case letters.
  Statement row = db_.query("SELECT n, id FROM channel WHERE id>=?1 AND id<?1||'~' ORDER BY id LIMIT 2");
  row.with(id);
  if (id.empty() || !row.next()) {
    if (!db_.ok()) return db_.error();
    return Error{"no channel " + id + ": `qanat channels` lists them"};
  }
  std::pair<std::int64_t, std::string> out(row.integer(0), row.string(1));
  if (out.second != id && row.next()) return Error{"several channels begin with " + id + ": give more of the id"};
  return unless_failed(std::move(out));
}

// ---- one thing -------------------------------------------------------------------------------------------------

Result<ledger::Channel> FileStore::channel(const std::string& id) {
  db_.forget_failure();
  const Snapshot snapshot(db_);
  const auto found = find_channel(id);
  if (!found) return found.error();
  auto channel = read_channel(db_, found.value().first);
  if (!db_.ok()) return db_.error();
  if (!channel) return Error{"no channel " + id + ": `qanat channels` lists them"};
  return *std::move(channel);
}

Result<ReportRow> FileStore::report(const std::string& id) {
  db_.forget_failure();
  const Snapshot snapshot(db_);
  Statement row = db_.query(reports_where("r.id=?1"));
  if (row.with(id).next()) return unless_failed(read_report(row));
  if (!db_.ok()) return db_.error();
  return Error{"no report " + id + ": `qanat reports` lists them"};
}

Result<ArticleRow> FileStore::article(const std::string& id) {
  db_.forget_failure();
  const Snapshot snapshot(db_);
  Statement row = db_.query(kArticleById);
  if (row.with(id).next()) return unless_failed(read_article(row));
  if (!db_.ok()) return db_.error();
  return Error{"no article " + id + ": `qanat search WORDS` finds their ids"};
}

Result<ReadPage> FileStore::page(const std::string& id) {
  db_.forget_failure();
  const Snapshot snapshot(db_);
  Statement row = db_.query(kPageById);
  if (row.with(id).next()) return unless_failed(read_page(row));
  if (!db_.ok()) return db_.error();
  return Error{"no page " + id};
}

Result<Totals> FileStore::totals() {
  db_.forget_failure();
  const Snapshot snapshot(db_);
  Totals out;
  out.pages = db_.number("SELECT count(*) FROM page");
  out.articles = db_.number("SELECT count(*) FROM article");
  out.origins = db_.number("SELECT count(DISTINCT origin) FROM article WHERE origin<>''") +
                db_.number("SELECT count(*) FROM article WHERE origin=''");
  out.reports = db_.number("SELECT count(*) FROM report");
  out.channels = db_.number("SELECT count(*) FROM channel");
  out.contacts = db_.number("SELECT count(*) FROM contact");
  out.conflicts = db_.number("SELECT coalesce(sum(conflicts), 0) FROM channel");
  return unless_failed(out);
}

}  // namespace qanat::store
