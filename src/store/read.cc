// Things by their ids, and listings.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "store/codec.h"
#include "store/file_store.h"
#include "store/narrow.h"

namespace qanat::store {
namespace {

constexpr std::int64_t kMostCopies = 1000;  // listed with an article
constexpr std::size_t kMostPersons = 20;    // listed with an actor
constexpr std::size_t kMostNames = 10'000;  // counted for an actor

constexpr std::string_view kPageById =
    "SELECT n, id, url, charset, lexicon, blocks, issues, size, text FROM page WHERE id=?1";
constexpr std::string_view kArticleById =
    "SELECT a.n, a.id, p.id, p.url, a.publisher, a.origin, a.published, a.data FROM article a JOIN page p ON "
    "p.n=a.page "
    "WHERE a.id=?1 ORDER BY p.id LIMIT 1";
constexpr std::string_view kReportById =
    "SELECT r.id, r.data, c.id, a.id, a.origin, a.published, a.publisher FROM report r JOIN article a ON a.n=r.article "
    "JOIN channel c ON c.n=r.channel WHERE r.id=?1";
constexpr std::string_view kReportByNumber =
    "SELECT r.id, r.data, c.id, a.id, a.origin, a.published, a.publisher FROM report r JOIN article a ON a.n=r.article "
    "JOIN channel c ON c.n=r.channel WHERE r.n=?1";
constexpr std::string_view kReportsOfChannel =
    "SELECT r.id, r.data, c.id, a.id, a.origin, a.published, a.publisher FROM report r JOIN article a ON a.n=r.article "
    "JOIN channel c ON c.n=r.channel WHERE r.channel=?1";
constexpr std::string_view kReportsOfArticle =
    "SELECT r.id, r.data, c.id, a.id, a.origin, a.published, a.publisher FROM report r JOIN article a ON a.n=r.article "
    "JOIN channel c ON c.n=r.channel WHERE a.id=?1 ORDER BY r.n";

std::optional<Date> day_of(const ledger::Entry& entry) {
  return entry.report.time ? entry.report.time->first : entry.published;
}

// Newest first, what has no date last.
bool newer(const ReportRow& a, const ReportRow& b) {
  const auto x = day_of(a.entry);
  const auto y = day_of(b.entry);
  return x != y ? x > y : a.id < b.id;
}

bool is_full(const Filter& filter, std::size_t size) {
  return filter.limit > 0 && size >= static_cast<std::size_t>(filter.limit);
}

}  // namespace

// ---- rows ------------------------------------------------------------------------------------------------------

ArticleRow FileStore::read_article(Statement& row) {
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
  out.published = {row.date(6), article.published.method};
  out.credit = std::move(article.credit);
  out.tags = std::move(article.tags);
  if (out.origin.empty()) return out;
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
  if (!decode(row.blob(1), out.entry.report)) db_.damaged("a report cannot be read");
  return out;
}

ReadPage FileStore::read_page(Statement& row) {
  ReadPage out;
  out.id = row.string(1);
  out.url = row.string(2);
  out.charset = row.string(3);
  out.lexicon = row.string(4);
  auto text = decompress(row.blob(8), static_cast<std::uint64_t>(row.integer(7)));
  if (!decode(row.blob(5), out.blocks) || !decode(row.blob(6), out.issues) || !text)
    db_.damaged("page " + out.id + " cannot be read");
  out.text = std::move(text).value_or(std::string());
  Statement article =
      db_.query("SELECT n, id, origin, published, publisher, data FROM article WHERE page=?1 ORDER BY ord");
  article.with(row.integer(0));
  while (article.next()) {
    ReadArticle& a = out.articles.emplace_back();
    if (!decode(article.blob(5), a.article)) db_.damaged("an article of page " + out.id + " cannot be read");
    a.article.id = article.string(1);
    a.origin = article.string(2);
    a.article.published.date = article.date(3);
    a.article.publisher = article.string(4);
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
  Statement row = db_.query(kReportById);
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

// ---- listings --------------------------------------------------------------------------------------------------

Result<std::vector<ledger::Channel>> FileStore::channels(const Filter& filter) {
  db_.forget_failure();
  const Snapshot snapshot(db_);
  std::vector<ledger::Channel> out;
  for (const std::int64_t number : narrowed(filter)) {
    if (is_full(filter, out.size())) break;
    auto channel = read_channel(db_, number);
    if (channel && passes(filter, *channel, number)) out.push_back(*std::move(channel));
  }
  return unless_failed(std::move(out));
}

Result<std::vector<ReportRow>> FileStore::reports(const Filter& filter) {
  db_.forget_failure();
  const Snapshot snapshot(db_);
  // Which ones first, without their evidence; then those that are asked for, whole.
  std::vector<std::tuple<std::int64_t, std::string, std::int64_t>> found;  // -day, id, number
  const auto consider = [&](Statement& row) {
    ledger::Entry e;
    e.id = row.string(1);
    e.published = row.date(3);
    e.publisher = row.string(4);
    if (!decode(row.blob(2), e.report, Evidence::skip)) db_.damaged("a report cannot be read");
    if (!store::passes(filter, e)) return;
    const auto day = day_of(e);
    found.emplace_back(day ? -static_cast<std::int64_t>(day->days) : INT64_MAX, std::move(e.id), row.integer(0));
  };
  if (filter.channel.empty() && filter.parties.empty()) {
    Statement row =
        db_.query("SELECT r.n, r.id, r.data, a.published, a.publisher FROM report r JOIN article a ON a.n=r.article");
    while (row.next()) consider(row);
  } else {
    Statement row = db_.query(
        "SELECT r.n, r.id, r.data, a.published, a.publisher FROM report r JOIN article a ON a.n=r.article "
        "WHERE r.channel=?1");
    for (const std::int64_t channel : narrowed(filter)) {
      row.with(channel);
      while (row.next()) consider(row);
    }
  }
  std::sort(found.begin(), found.end());
  std::vector<ReportRow> out;
  Statement row = db_.query(kReportByNumber);
  for (const auto& [day, id, number] : found) {
    if (is_full(filter, out.size())) break;
    if (row.with(number).next()) out.push_back(read_report(row));
  }
  return unless_failed(std::move(out));
}

Result<std::vector<ReportRow>> FileStore::reports_of_channel(const std::string& id) {
  db_.forget_failure();
  const Snapshot snapshot(db_);
  const auto found = find_channel(id);
  if (!found) return found.error();
  std::vector<ReportRow> out;
  Statement row = db_.query(kReportsOfChannel);
  row.with(found.value().first);
  while (row.next()) out.push_back(read_report(row));
  std::sort(out.begin(), out.end(), newer);
  return unless_failed(std::move(out));
}

Result<std::vector<ReportRow>> FileStore::reports_of_article(const std::string& article) {
  db_.forget_failure();
  const Snapshot snapshot(db_);
  std::vector<ReportRow> out;
  Statement row = db_.query(kReportsOfArticle);
  row.with(article);
  while (row.next()) out.push_back(read_report(row));
  return unless_failed(std::move(out));
}

Result<std::vector<ledger::Conflict>> FileStore::conflicts(const Filter& filter) {
  db_.forget_failure();
  const Snapshot snapshot(db_);
  std::vector<std::tuple<std::int64_t, std::string, ledger::Conflict>> found;  // -day, id
  Statement row = db_.query(kReportById);
  const auto entry = [&](const std::string& id) {
    if (row.with(id).next()) return read_report(row).entry;
    db_.damaged("a conflict stands on report " + id + ", which is not there");
    return ledger::Entry{};
  };
  Statement has_any = db_.query("SELECT conflicts FROM channel WHERE n=?1");
  for (const std::int64_t number : narrowed(filter)) {
    if (!has_any.with(number).next() || has_any.integer(0) == 0) continue;
    const auto channel = read_channel(db_, number);
    if (!channel) continue;
    for (const ledger::Conflict& c : channel->conflicts) {
      const ledger::Entry left = entry(c.left);
      const ledger::Entry right = entry(c.right);
      if (!store::passes(filter, left) && !store::passes(filter, right)) continue;
      const auto day = std::max(left.published, right.published);
      found.emplace_back(day ? -static_cast<std::int64_t>(day->days) : INT64_MAX, c.id, c);
    }
  }
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return std::tie(std::get<0>(a), std::get<1>(a)) < std::tie(std::get<0>(b), std::get<1>(b));
  });
  std::vector<ledger::Conflict> out;
  for (auto& [day, id, conflict] : found) {
    if (is_full(filter, out.size())) break;
    out.push_back(std::move(conflict));
  }
  return unless_failed(std::move(out));
}

Result<std::vector<ChangeRow>> FileStore::changes(std::int64_t after, const Filter& filter) {
  db_.forget_failure();
  const Snapshot snapshot(db_);
  const bool by_channel = !filter.channel.empty() || !filter.parties.empty() || !filter.rank.empty() ||
                          !filter.person.empty() || !filter.publisher.empty();
  std::unordered_set<std::string> wanted;
  if (by_channel) {
    Filter channel = filter;
    channel.limit = 0;
    channel.states.clear();
    channel.from.reset();
    channel.to.reset();
    const auto found = channels(channel);
    if (!found) return found.error();
    for (const ledger::Channel& c : found.value()) wanted.insert(c.key.id());
  }
  const auto is_state_wanted = [&](const ledger::Change& c) {
    return filter.states.empty() || std::any_of(filter.states.begin(), filter.states.end(),
                                                [&](const std::string& s) { return s == c.before || s == c.after; });
  };
  std::vector<ChangeRow> out;
  Statement row = db_.query(
      "SELECT seq, article, published, channel, kind, subject, before, after FROM change WHERE seq>?1 ORDER BY seq");
  row.with(after);
  while (!is_full(filter, out.size()) && row.next()) {
    ChangeRow c;
    c.seq = row.integer(0);
    c.article = row.string(1);
    c.published = row.date(2);
    const std::int64_t kind = row.integer(4);
    if (kind < 0 || kind > static_cast<std::int64_t>(ledger::Change::Kind::conflict_settled)) {
      db_.damaged("a change cannot be read");
      break;
    }
    c.change = {static_cast<ledger::Change::Kind>(kind), row.string(3), row.string(5), row.string(6), row.string(7)};
    if (by_channel && !wanted.contains(c.change.channel)) continue;
    if (!is_state_wanted(c.change)) continue;
    if (filter.from && (!c.published || *c.published < *filter.from)) continue;
    if (filter.to && (!c.published || *c.published > *filter.to)) continue;
    out.push_back(std::move(c));
  }
  return unless_failed(std::move(out));
}

Result<std::vector<ActorRow>> FileStore::actors() {
  db_.forget_failure();
  const Snapshot snapshot(db_);
  struct Seen {
    ActorRow row;
    std::map<std::string, int> persons;
  };
  std::map<std::string, Seen> seen;
  Statement party = db_.query("SELECT actor, count(*) FROM party GROUP BY actor");
  while (party.next()) seen[party.string(0)].row.channels = static_cast<int>(party.integer(1));
  Statement report = db_.query("SELECT data FROM report");
  while (report.next()) {
    report::Report r;
    if (!decode(report.blob(0), r, Evidence::skip)) db_.damaged("a report cannot be read");
    std::set<std::string_view> counted;
    for (const report::Party& p : r.parties) {
      Seen& s = seen[p.actor];
      if (counted.insert(p.actor).second) ++s.row.reports;
      if (!p.person.empty() && (s.persons.size() < kMostNames || s.persons.contains(p.person))) ++s.persons[p.person];
    }
  }
  std::vector<ActorRow> out;
  for (auto& [actor, s] : seen) {
    std::vector<std::pair<int, std::string>> persons;
    for (const auto& [name, times] : s.persons) persons.emplace_back(-times, name);
    std::sort(persons.begin(), persons.end());
    for (auto& [times, name] : persons)
      if (s.row.persons.size() < kMostPersons) s.row.persons.push_back(std::move(name));
    s.row.actor = actor;
    out.push_back(std::move(s.row));
  }
  std::stable_sort(out.begin(), out.end(), [](const ActorRow& a, const ActorRow& b) { return a.reports > b.reports; });
  return unless_failed(std::move(out));
}

}  // namespace qanat::store
