// What the entries of one contact say together.
#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

#include "ledger/gather.h"
#include "ledger/windows.h"

namespace qanat::ledger {
namespace {

using Members = std::vector<const Entry*>;

// Values with the origins that say so.
template <class T>
using Votes = std::map<T, std::set<std::string_view>>;

// The last word: the latest publication; of one day, the state that weighs most.
const Entry& last_word(const Members& members) {
  const auto key = [](const Entry* e) {
    return std::tuple(e->published.has_value(), e->published.value_or(Date{}), weight(e->report.state));
  };
  return **std::max_element(members.begin(), members.end(),
                            [&](const Entry* a, const Entry* b) { return key(a) < key(b); });
}

Form form_of(const Members& members) {
  Votes<Form> votes;
  for (const Entry* e : members) votes[e->report.form].insert(origin_of(*e));
  const auto best = std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) {
    return std::tuple(a.second.size(), says(a.first)) < std::tuple(b.second.size(), says(b.first));
  });
  return best->first;
}

// The most precise of the stated times; of equals the one that most origins state, then the earliest.
std::optional<When> time_of(const Members& members) {
  Votes<std::tuple<When::Precision, Date, Date>> votes;
  for (const Entry* e : members)
    if (const auto& t = e->report.time) votes[{t->precision, t->first, t->last}].insert(origin_of(*e));
  if (votes.empty()) return std::nullopt;
  const auto best = std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) {
    if (std::get<0>(a.first) != std::get<0>(b.first)) return std::get<0>(a.first) > std::get<0>(b.first);
    return a.second.size() < b.second.size();
  });
  const auto& [precision, first, last] = best->first;
  return When{precision, first, last};
}

std::string place_of(const Members& members) {
  Votes<std::string_view> votes;
  for (const Entry* e : members)
    if (!e->report.place.empty()) votes[e->report.place].insert(origin_of(*e));
  if (votes.empty()) return {};
  const auto best = std::max_element(votes.begin(), votes.end(),
                                     [](const auto& a, const auto& b) { return a.second.size() < b.second.size(); });
  return std::string(best->first);
}

// On what the last word depends: its own condition, else the latest one said of the same state.
std::string condition_of(const Members& members, const Entry& last) {
  if (!last.report.condition.empty()) return last.report.condition;
  const Entry* best = nullptr;
  for (const Entry* e : members)
    if (e->report.state == last.report.state && !e->report.condition.empty() &&
        (best == nullptr || e->published >= best->published))
      best = e;
  return best == nullptr ? std::string() : best->report.condition;
}

// For each actor and role the fullest name. An actor without a role gives way to one with it, and leaves it the name.
std::vector<report::Party> parties_of(const Members& members) {
  std::vector<const report::Party*> said;
  for (const Entry* e : members)
    for (const report::Party& p : e->report.parties) said.push_back(&p);
  const auto key = [](const report::Party* p) { return std::tie(p->actor, p->part, p->role); };
  const auto fullness = [](const report::Party* p) {
    return std::tuple(p->person.size(), std::string_view(p->person));
  };
  // The empty role and the fullest name first.
  std::sort(said.begin(), said.end(), [&](const report::Party* a, const report::Party* b) {
    return key(a) != key(b) ? key(a) < key(b) : fullness(a) > fullness(b);
  });
  said.erase(std::unique(said.begin(), said.end(), [&](const auto* a, const auto* b) { return key(a) == key(b); }),
             said.end());
  std::vector<report::Party> out;
  out.reserve(said.size());
  std::string_view left_over;  // the name of an actor whose role was not said
  for (std::size_t i = 0; i < said.size(); ++i) {
    const report::Party& p = *said[i];
    const bool has_fuller = i + 1 < said.size() && said[i + 1]->actor == p.actor && said[i + 1]->part == p.part;
    if (p.role.empty() && has_fuller) {
      left_over = p.person;
      continue;
    }
    out.push_back(p);
    if (out.back().person.empty()) out.back().person = left_over;
    left_over = {};
  }
  return out;
}

// Most contacts are told of once: then there is nothing to weigh.
Contact only(const Entry& entry) {
  Contact out;
  out.form = entry.report.form;
  out.state = entry.report.state;
  out.time = entry.report.time;
  out.reported = entry.published;
  out.place = entry.report.place;
  out.condition = entry.report.condition;
  out.parties = parties_of({&entry});
  out.entries.push_back(entry.id);
  out.origins = 1;
  return out;
}

}  // namespace

Contact merge(const std::vector<Placed>& entries, const Group& group) {
  if (group.members.size() == 1) return only(*entries[group.members.front()].entry);
  Members members;
  members.reserve(group.members.size());
  for (const std::size_t i : group.members) members.push_back(entries[i].entry);

  Contact out;
  const Entry& last = last_word(members);
  out.form = form_of(members);
  out.state = last.report.state;
  out.time = time_of(members);
  out.place = place_of(members);
  out.condition = condition_of(members, last);
  out.parties = parties_of(members);
  out.origins = count_origins(members);
  out.entries.reserve(members.size());
  for (const Entry* e : members) {
    out.entries.push_back(e->id);
    if (e->published && (!out.reported || *e->published < *out.reported)) out.reported = e->published;
  }
  return out;
}

}  // namespace qanat::ledger
