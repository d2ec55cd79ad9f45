// Filters: which channels, contacts and reports are asked for.
#include "store/narrow.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "arabic/arabic.h"
#include "store/codec.h"
#include "store/file_store.h"
#include "store/words.h"

namespace qanat::store {
namespace {

bool is_state_wanted(const Filter& filter, report::State state) {
  return filter.states.empty() ||
         std::find(filter.states.begin(), filter.states.end(), to_string(state)) != filter.states.end();
}

}  // namespace

std::vector<std::string> folded_words(std::string_view text) {
  std::vector<std::string> out;
  const std::string folded = arabic::fold(text);
  for_each_word(folded, [&](Span word) { out.emplace_back(slice(folded, word)); });
  return out;
}

bool has_all(std::string_view folded, const std::vector<std::string>& words) {
  return std::all_of(words.begin(), words.end(),
                     [&](const std::string& w) { return folded.find(w) != std::string_view::npos; });
}

bool is_in_time(const Filter& filter, const std::optional<When>& time, const std::optional<Date>& day) {
  const std::optional<Date> first = time ? time->first : day;
  const std::optional<Date> last = time ? time->last : day;
  if (filter.from && (!last || *last < *filter.from)) return false;
  return !filter.to || (first && *first <= *filter.to);
}

bool take_part(const std::vector<std::string>& actors, const std::vector<report::Party>& parties) {
  return std::all_of(actors.begin(), actors.end(), [&](const std::string& actor) {
    return std::any_of(parties.begin(), parties.end(), [&](const report::Party& p) { return p.actor == actor; });
  });
}

bool has_rank(const std::string& rank, const std::vector<report::Party>& parties) {
  return std::any_of(parties.begin(), parties.end(), [&](const report::Party& p) { return p.role == rank; });
}

bool names_person(const Filter& filter, const report::Report& report) {
  if (filter.person.empty()) return true;
  const std::vector<std::string> words = folded_words(filter.person);
  return std::any_of(report.parties.begin(), report.parties.end(), [&](const report::Party& p) {
    return !p.person.empty() && has_all(arabic::fold(p.person), words);
  });
}

bool passes(const Filter& filter, const ledger::Entry& entry) {
  const report::Report& r = entry.report;
  if (!filter.publisher.empty() && entry.publisher != filter.publisher) return false;
  if (!is_state_wanted(filter, r.state) || !is_in_time(filter, r.time, entry.published)) return false;
  if (!take_part(filter.parties, r.parties) || !names_person(filter, r)) return false;
  return filter.rank.empty() || has_rank(filter.rank, r.parties) || ledger::key_of(r).rank == filter.rank;
}

bool is_wanted(const Filter& filter, std::string_view id, std::string_view names) {
  if (filter.channel.empty() || id.starts_with(filter.channel)) return true;
  const std::vector<std::string> words = folded_words(filter.channel);
  return !names.empty() && !words.empty() && has_all(names, words);
}

std::vector<std::int64_t> FileStore::narrowed(const Filter& filter) {
  std::unordered_map<std::int64_t, std::size_t> parties;  // channel -> how many of the asked parties it has
  Statement party = db_.query("SELECT channel FROM party WHERE actor=?1");
  std::set<std::string> asked(filter.parties.begin(), filter.parties.end());
  for (const std::string& actor : asked) {
    party.with(actor);
    while (party.next()) ++parties[party.integer(0)];
  }
  std::vector<std::int64_t> out;
  Statement row = db_.query("SELECT n, id, names FROM channel ORDER BY last DESC, text, id");
  while (row.next()) {
    if (!asked.empty()) {
      const auto found = parties.find(row.integer(0));
      if (found == parties.end() || found->second < asked.size()) continue;
    }
    if (is_wanted(filter, row.text(1), row.text(2))) out.push_back(row.integer(0));
  }
  return out;
}

std::unordered_set<std::string> FileStore::told(const Filter& filter, std::int64_t channel) {
  std::unordered_set<std::string> out;
  for (const ledger::Entry& e : read_entries(db_, channel)) {
    if (!filter.publisher.empty() && e.publisher != filter.publisher) continue;
    if (names_person(filter, e.report)) out.insert(e.id);
  }
  return out;
}

bool FileStore::passes(const Filter& filter, const ledger::Channel& channel, std::int64_t number) {
  const bool by_report = !filter.person.empty() || !filter.publisher.empty();
  const std::unordered_set<std::string> entries = by_report ? told(filter, number) : std::unordered_set<std::string>();
  return std::any_of(channel.contacts.begin(), channel.contacts.end(), [&](const ledger::Contact& c) {
    if (!is_state_wanted(filter, c.state) || !is_in_time(filter, c.time, c.reported)) return false;
    if (!take_part(filter.parties, c.parties)) return false;
    if (!filter.rank.empty() && channel.key.rank != filter.rank && !has_rank(filter.rank, c.parties)) return false;
    return !by_report ||
           std::any_of(c.entries.begin(), c.entries.end(), [&](const std::string& id) { return entries.contains(id); });
  });
}

}  // namespace qanat::store
