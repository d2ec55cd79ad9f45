#include "api/select.h"

#include <algorithm>

namespace qanat::api {
Selection::Selection(const Book& book, const store::Filter& filter) : book_(book), filter_(filter) {
  is_open_ = filter.parties.empty() && filter.person.empty() && filter.rank.empty() && filter.channel.empty() &&
             filter.publisher.empty();
  is_timeless_ = !filter.from && !filter.to;
  for (const std::string& name : filter.states)
    if (const auto state = report::state_from(name)) states_ |= 1U << static_cast<unsigned>(*state);
  if (!filter.person.empty()) {
    const auto words = store::folded_words(filter.person);
    persons_.reserve(book.persons.size());
    for (const BookPerson& p : book.persons) persons_.push_back(!words.empty() && store::has_all(p.folded, words));
  }
  if (!filter.publisher.empty()) {
    const auto found = std::find(book.publishers.begin(), book.publishers.end(), filter.publisher);
    if (found != book.publishers.end()) publisher_ = static_cast<Index>(found - book.publishers.begin());
  }
  if (!filter.channel.empty()) mechanism_words_ = store::folded_words(filter.channel);
  if (!filter.parties.empty()) see_channels();
}

void Selection::see_channels() {
  std::vector<std::size_t> parties_seen(book_.channels.size(), 0);
  for (const std::string& code : filter_.parties) {
    const Index actor = book_.actor(code);
    if (actor == kNone) continue;
    for (const Index c : book_.actors[actor].channels) ++parties_seen[c];
  }
  has_parties_.reserve(parties_seen.size());
  for (const std::size_t seen : parties_seen) has_parties_.push_back(seen == filter_.parties.size());
}

bool Selection::has_parties(const BookChannel& channel) const {
  return has_parties_.empty() || has_parties_[static_cast<std::size_t>(&channel - book_.channels.data())];
}

bool Selection::state(report::State state) const {
  return states_ == 0 || (states_ >> static_cast<unsigned>(state) & 1U) != 0;
}

bool Selection::named(const BookChannel& channel) const {
  if (filter_.channel.empty() || channel.id.starts_with(filter_.channel)) return true;
  return !channel.names.empty() && !mechanism_words_.empty() && store::has_all(channel.names, mechanism_words_);
}

bool Selection::told(const BookReport& report) const {
  if (!filter_.publisher.empty() &&
      (publisher_ == kNone || report.article == kNone || book_.articles[report.article].publisher != publisher_))
    return false;
  return filter_.person.empty() ||
         std::any_of(report.persons.begin(), report.persons.end(), [&](Index p) { return p != kNone && persons_[p]; });
}

bool Selection::contact_but_state(const BookChannel& channel, const ledger::Contact& contact) const {
  if (!is_timeless_ && !in_time(contact.time, contact.reported)) return false;
  if (is_open_) return true;
  if (!store::take_part(filter_.parties, contact.parties)) return false;
  if (!filter_.rank.empty() && channel.channel.key.rank != filter_.rank &&
      !store::has_rank(filter_.rank, contact.parties))
    return false;
  if (filter_.person.empty() && filter_.publisher.empty()) return true;
  return std::any_of(contact.entries.begin(), contact.entries.end(), [&](const std::string& id) {
    const Index r = book_.report(id);
    return r != kNone && told(book_.reports[r]);
  });
}

bool Selection::contact(const BookChannel& channel, const ledger::Contact& contact) const {
  return has_parties(channel) && named(channel) && state(contact.state) && contact_but_state(channel, contact);
}

bool Selection::channel(const BookChannel& channel) const {
  if (!has_parties(channel) || !named(channel)) return false;
  const auto& contacts = channel.channel.contacts;
  if (is_open()) return !contacts.empty();
  return std::any_of(contacts.begin(), contacts.end(),
                     [&](const ledger::Contact& c) { return state(c.state) && contact_but_state(channel, c); });
}

bool Selection::channel_in_any_state(const BookChannel& channel) const {
  if (!has_parties(channel) || !named(channel)) return false;
  const auto& contacts = channel.channel.contacts;
  if (is_open_ && is_timeless_) return !contacts.empty();
  return std::any_of(contacts.begin(), contacts.end(),
                     [&](const ledger::Contact& c) { return contact_but_state(channel, c); });
}

bool Selection::report(const BookReport& report) const {
  if (is_open()) return true;
  const report::Report& r = report.entry.report;
  if (!state(r.state) || !in_time(r.time, report.entry.published) || !store::take_part(filter_.parties, r.parties))
    return false;
  if (!told(report)) return false;
  if (report.channel == kNone) return filter_.channel.empty() && filter_.rank.empty();
  const BookChannel& channel = book_.channels[report.channel];
  if (!named(channel)) return false;
  return filter_.rank.empty() || store::has_rank(filter_.rank, r.parties) || channel.channel.key.rank == filter_.rank;
}

bool Selection::conflict(const BookConflict& conflict) const {
  return report(book_.reports[conflict.left]) || report(book_.reports[conflict.right]);
}

}  // namespace qanat::api
