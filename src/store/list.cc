// Listings, narrowed by filters.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "store/codec.h"
#include "store/file_store.h"
#include "store/narrow.h"
#include "store/rows.h"

namespace qanat::store {
namespace {

constexpr std::size_t kMostPersons = 20;      // listed with an actor
constexpr std::size_t kMostCounted = 10'000;  // counted for an actor

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
  Statement row = db_.query(reports_where("r.n=?1"));
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
  Statement row = db_.query(reports_where("r.channel=?1"));
  row.with(found.value().first);
  while (row.next()) out.push_back(read_report(row));
  std::sort(out.begin(), out.end(), newer);
  return unless_failed(std::move(out));
}

Result<std::vector<ReportRow>> FileStore::reports_of_article(const std::string& article) {
  db_.forget_failure();
  const Snapshot snapshot(db_);
  std::vector<ReportRow> out;
  Statement row = db_.query(reports_where("a.id=?1 ORDER BY r.n"));
  row.with(article);
  while (row.next()) out.push_back(read_report(row));
  return unless_failed(std::move(out));
}

Result<std::vector<ledger::Conflict>> FileStore::conflicts(const Filter& filter) {
  db_.forget_failure();
  const Snapshot snapshot(db_);
  std::vector<std::tuple<std::int64_t, std::string, ledger::Conflict>> found;  // -day, id
  Statement row = db_.query(reports_where("r.id=?1"));
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
    if (!read_change(row, c)) break;
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
      if (!p.person.empty() && (s.persons.size() < kMostCounted || s.persons.contains(p.person))) ++s.persons[p.person];
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
