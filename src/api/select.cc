#include "api/select.h"

#include <algorithm>
#include <string_view>

#include "arabic/arabic.h"
#include "base/utf8.h"

namespace qanat::api {
namespace {

// Words of a folded text, each of which must be found.
std::vector<std::string> folded_words(std::string_view text) {
  std::vector<std::string> out;
  const std::string folded = arabic::fold(text);
  std::string word;
  for (std::size_t at = 0; at < folded.size();) {
    const Decoded d = decode_utf8(folded, at);
    if (arabic::is_word(d.code))
      word.append(folded, at, d.size);
    else if (!word.empty())
      out.push_back(std::exchange(word, {}));
    at += d.size;
  }
  if (!word.empty()) out.push_back(std::move(word));
  return out;
}

bool has_all(std::string_view folded, const std::vector<std::string>& words) {
  return std::all_of(words.begin(), words.end(),
                     [&](const std::string& w) { return folded.find(w) != std::string_view::npos; });
}

bool take_part(const std::vector<std::string>& actors, const std::vector<report::Party>& parties) {
  return std::all_of(actors.begin(), actors.end(), [&](const std::string& actor) {
    return std::any_of(parties.begin(), parties.end(), [&](const report::Party& p) { return p.actor == actor; });
  });
}

bool has_rank(const std::string& rank, const std::vector<report::Party>& parties) {
  return std::any_of(parties.begin(), parties.end(), [&](const report::Party& p) { return p.role == rank; });
}

}  // namespace

Selection::Selection(const Book& book, const store::Filter& filter) : book_(book), filter_(filter) {
  is_open_ = filter.parties.empty() && filter.person.empty() && filter.rank.empty() && filter.channel.empty() &&
             filter.publisher.empty();
  is_timeless_ = !filter.from && !filter.to;
  for (const std::string& name : filter.states)
    if (const auto state = report::state_from(name)) states_ |= 1U << static_cast<unsigned>(*state);
  if (!filter.person.empty()) {
    const auto words = folded_words(filter.person);
    persons_.reserve(book.persons.size());
    for (const BookPerson& p : book.persons) persons_.push_back(!words.empty() && has_all(p.folded, words));
  }
  if (!filter.publisher.empty()) {
    const auto found = std::find(book.publishers.begin(), book.publishers.end(), filter.publisher);
    if (found != book.publishers.end()) publisher_ = static_cast<Index>(found - book.publishers.begin());
  }
  if (!filter.channel.empty()) mechanism_words_ = folded_words(filter.channel);
}

bool Selection::state(report::State state) const {
  return states_ == 0 || (states_ >> static_cast<unsigned>(state) & 1U) != 0;
}

bool Selection::in_time(const std::optional<When>& time, const std::optional<Date>& day) const {
  const std::optional<Date> first = time ? time->first : day;
  const std::optional<Date> last = time ? time->last : day;
  if (filter_.from && (!last || *last < *filter_.from)) return false;
  return !filter_.to || (first && *first <= *filter_.to);
}

bool Selection::named(const BookChannel& channel) const {
  if (filter_.channel.empty() || channel.id.starts_with(filter_.channel)) return true;
  return !channel.names.empty() && !mechanism_words_.empty() && has_all(channel.names, mechanism_words_);
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
  if (!take_part(filter_.parties, contact.parties)) return false;
  if (!filter_.rank.empty() && channel.channel.key.rank != filter_.rank && !has_rank(filter_.rank, contact.parties))
    return false;
  if (filter_.person.empty() && filter_.publisher.empty()) return true;
  return std::any_of(contact.entries.begin(), contact.entries.end(), [&](const std::string& id) {
    const Index r = book_.report(id);
    return r != kNone && told(book_.reports[r]);
  });
}

bool Selection::contact(const BookChannel& channel, const ledger::Contact& contact) const {
  return named(channel) && state(contact.state) && contact_but_state(channel, contact);
}

bool Selection::channel(const BookChannel& channel) const {
  if (!named(channel)) return false;
  const auto& contacts = channel.channel.contacts;
  if (is_open()) return !contacts.empty();
  return std::any_of(contacts.begin(), contacts.end(),
                     [&](const ledger::Contact& c) { return state(c.state) && contact_but_state(channel, c); });
}

bool Selection::channel_in_any_state(const BookChannel& channel) const {
  if (!named(channel)) return false;
  const auto& contacts = channel.channel.contacts;
  if (is_open_ && is_timeless_) return !contacts.empty();
  return std::any_of(contacts.begin(), contacts.end(),
                     [&](const ledger::Contact& c) { return contact_but_state(channel, c); });
}

bool Selection::report(const BookReport& report) const {
  if (is_open()) return true;
  const report::Report& r = report.entry.report;
  if (!state(r.state) || !in_time(r.time, report.entry.published) || !take_part(filter_.parties, r.parties))
    return false;
  if (!told(report)) return false;
  if (report.channel == kNone) return filter_.channel.empty() && filter_.rank.empty();
  const BookChannel& channel = book_.channels[report.channel];
  if (!named(channel)) return false;
  return filter_.rank.empty() || has_rank(filter_.rank, r.parties) || channel.channel.key.rank == filter_.rank;
}

bool Selection::conflict(const BookConflict& conflict) const {
  return report(book_.reports[conflict.left]) || report(book_.reports[conflict.right]);
}

}  // namespace qanat::api
