#include "api/lists.h"

#include <algorithm>

#include "api/select.h"
#include "arabic/arabic.h"

namespace qanat::api {
namespace {

bool lies_within(const std::optional<Date>& day, Date from, const std::optional<Date>& to) {
  return day && *day >= from && (!to || *day <= *to);
}

// Did a state, contact or conflict of the channel come up in that time?
bool changed(const Book& book, const ledger::Channel& channel, Date from, const std::optional<Date>& to) {
  if (std::any_of(channel.timeline.begin(), channel.timeline.end(),
                  [&](const ledger::Phase& p) { return lies_within(p.since, from, to); }))
    return true;
  if (std::any_of(channel.contacts.begin(), channel.contacts.end(),
                  [&](const ledger::Contact& c) { return lies_within(day_of(c), from, to); }))
    return true;
  return std::any_of(channel.conflicts.begin(), channel.conflicts.end(), [&](const ledger::Conflict& c) {
    const Index left = book.report(c.left);
    const Index right = book.report(c.right);
    return (left != kNone && lies_within(book.reports[left].entry.published, from, to)) ||
           (right != kNone && lies_within(book.reports[right].entry.published, from, to));
  });
}

}  // namespace

Key channel_key(const Book& book, const ChannelList& list, Index channel) {
  const BookChannel& c = book.channels[channel];
  if (list.sort == "parties") return {0, c.text};
  if (list.sort == "origins") return {-c.channel.origins, c.id};
  if (list.sort == "since") {
    const auto now = standing(c.channel, list.day);
    return {newest_first(now.phase ? now.phase->since : std::nullopt), c.id};
  }
  return {newest_first(c.channel.last), c.id};
}

ChannelList list_channels(Call& call, bool sorted) {
  ChannelList out;
  const store::Filter filter = call.params.filter();
  out.day = call.params.last_day("as_of");
  const auto since = call.params.first_day("changed_since");
  const bool conflicting = call.params.flag("conflicting");
  if (sorted) out.sort = call.params.one_of("sort", {"last", "since", "origins", "parties"});
  if (call.params.trouble()) return out;
  const Selection selection(call.book, filter);
  for (Index i = 0; i < call.book.channels.size(); ++i) {
    const BookChannel& c = call.book.channels[i];
    if (conflicting && c.channel.conflicts.empty()) continue;
    // The state that is shown is the one that is asked for, so that counts and rows agree.
    const auto phase = c.channel.as_of(out.day);
    if (phase ? !selection.state(phase->state) : out.day.has_value() || !filter.states.empty()) continue;
    if (!selection.channel_in_any_state(c)) continue;
    if (since && !changed(call.book, c.channel, *since, out.day)) continue;
    out.channels.push_back(i);
  }
  std::vector<std::pair<Key, Index>> keyed;
  keyed.reserve(out.channels.size());
  for (const Index i : out.channels) keyed.emplace_back(channel_key(call.book, out, i), i);
  std::sort(keyed.begin(), keyed.end());
  for (std::size_t i = 0; i < keyed.size(); ++i) out.channels[i] = keyed[i].second;
  return out;
}

std::vector<BookContact> list_contacts(Call& call) {
  std::vector<BookContact> out;
  const store::Filter filter = call.params.filter();
  if (call.params.trouble()) return out;
  const Selection selection(call.book, filter);
  for (const BookContact& c : call.book.contacts) {
    const BookChannel& channel = call.book.channels[c.channel];
    if (selection.contact(channel, channel.channel.contacts[c.contact])) out.push_back(c);
  }
  return out;
}

std::vector<Index> list_reports(Call& call) {
  std::vector<Index> out;
  const store::Filter filter = call.params.filter();
  if (call.params.trouble()) return out;
  const Selection selection(call.book, filter);
  for (Index i = 0; i < call.book.reports.size(); ++i)
    if (selection.report(call.book.reports[i])) out.push_back(i);
  return out;
}

std::vector<BookConflict> list_conflicts(Call& call) {
  std::vector<BookConflict> out;
  const store::Filter filter = call.params.filter();
  if (call.params.trouble()) return out;
  const Selection selection(call.book, filter);
  for (const BookConflict& c : call.book.conflicts)
    if (selection.conflict(c)) out.push_back(c);
  return out;
}

Result<std::vector<store::ChangeRow>> list_changes(Call& call, const store::Filter& filter, std::int64_t after,
                                                   bool newest, std::size_t most) {
  constexpr int kAtOnce = 512;
  const bool by_channel = !filter.channel.empty() || !filter.parties.empty() || !filter.rank.empty() ||
                          !filter.person.empty() || !filter.publisher.empty();
  store::Filter of_channel = filter;
  of_channel.states.clear();
  of_channel.from.reset();
  of_channel.to.reset();
  const Selection selection(call.book, of_channel);
  const auto is_wanted = [&](const store::ChangeRow& row) {
    if (by_channel) {
      const Index channel = call.book.channel(row.change.channel);
      if (channel == kNone || !selection.channel(call.book.channels[channel])) return false;
    }
    const auto& states = filter.states;
    if (!states.empty() && std::none_of(states.begin(), states.end(), [&](const std::string& s) {
          return s == row.change.before || s == row.change.after;
        }))
      return false;
    if (filter.from && (!row.published || *row.published < *filter.from)) return false;
    return !filter.to || (row.published && *row.published <= *filter.to);
  };
  std::vector<store::ChangeRow> out;
  std::int64_t at = newest ? 0 : after;
  for (bool more = true; more;) {
    store::Filter batch;
    batch.limit = kAtOnce;
    auto rows = newest ? call.store.changes_before(at, kAtOnce) : call.store.changes(at, batch);
    if (!rows) return rows.error();
    more = rows->size() == kAtOnce;
    for (store::ChangeRow& row : *rows) {
      at = row.seq;
      if (newest && row.seq <= after) return out;
      if (!is_wanted(row)) continue;
      out.push_back(std::move(row));
      if (most > 0 && out.size() >= most) return out;
    }
  }
  return out;
}

std::vector<Index> list_persons(Call& call) {
  std::vector<Index> out;
  const auto parties = call.params.parties();
  const std::string wanted = arabic::fold(call.params.text("q"));
  for (Index i = 0; i < call.book.persons.size(); ++i) {
    const BookPerson& p = call.book.persons[i];
    if (!parties.empty() && std::find(parties.begin(), parties.end(), p.actor) == parties.end()) continue;
    if (p.folded.find(wanted) != std::string::npos) out.push_back(i);
  }
  return out;
}

std::vector<Index> list_articles(Call& call) {
  std::vector<Index> out;
  const std::string publisher = call.params.text("publisher");
  const auto from = call.params.first_day("from");
  const auto to = call.params.last_day("to");
  const bool with_reports = call.params.flag("with_reports");
  for (const Index i : call.book.newest_articles) {
    const BookArticle& a = call.book.articles[i];
    if (!publisher.empty() && call.book.publishers[a.publisher] != publisher) continue;
    if (from && (!a.published || *a.published < *from)) continue;
    if (to && (!a.published || *a.published > *to)) continue;
    if (with_reports && a.reports.empty()) continue;
    out.push_back(i);
  }
  return out;
}

}  // namespace qanat::api
