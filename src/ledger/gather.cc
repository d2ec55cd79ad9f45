// Firm entries first: each joins the nearest contact that it can be a report of, or begins one. A contact keeps the
// time of the entry that began it, so that weeks of daily news do not chain into one contact. All choices go by the
// fold's order alone.
#include "ledger/gather.h"

#include <algorithm>
#include <limits>
#include <map>
#include <string_view>
#include <unordered_map>

#include "ledger/windows.h"

namespace qanat::ledger {
namespace {

constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

struct Open {
  Group group;
  When when;
  Firmness firmness = Firmness::undated;
  std::uint16_t forms = 0;   // forms that every member can be told under
  std::uint16_t states = 0;  // states that every member can pass into
};

class Gatherer {
 public:
  explicit Gatherer(const std::vector<Placed>& entries) : entries_(entries) {}

  std::vector<Group> run() {
    for (const Firmness firmness : {Firmness::stated, Firmness::reported, Firmness::vague, Firmness::undated})
      for (std::size_t i = 0; i < entries_.size(); ++i)
        if (entries_[i].firmness == firmness) put(i);
    std::vector<Group> out;
    out.reserve(open_.size());
    for (Open& o : open_) {
      std::sort(o.group.members.begin(), o.group.members.end());
      out.push_back(std::move(o.group));
    }
    return out;
  }

 private:
  void put(std::size_t i) {
    std::size_t at = twin(i);
    if (at == kNone) at = find(i);
    if (at == kNone) at = begin(i);
    join(i, at);
  }

  std::size_t find(std::size_t i) const {
    switch (entries_[i].firmness) {
      case Firmness::stated:
      case Firmness::reported:
        return nearest(i);
      case Firmness::vague:
        return within(i);
      case Firmness::undated:
        return kNone;  // nothing but a twin says which occurrence is meant
    }
    return kNone;
  }

  // Copies of one text tell of the same contacts, whenever they are published.
  std::size_t twin(std::size_t i) const {
    const auto found = by_origin_.find(origin_of(*entries_[i].entry));
    if (found == by_origin_.end()) return kNone;
    const report::Report& mine = entries_[i].entry->report;
    std::size_t looked_at = 0;
    for (const auto& [other, at] : found->second) {
      if (++looked_at > kMostCandidates) break;
      const report::Report& its = entries_[other].entry->report;
      if (its.form == mine.form && its.state == mine.state && its.time == mine.time && its.parties == mine.parties &&
          admits(at, i))
        return at;
    }
    return kNone;
  }

  // Can the entry be one more report of that contact, whatever their times?
  bool admits(std::size_t at, std::size_t i) const {
    const Entry& entry = *entries_[i].entry;
    if ((open_[at].forms & bit(entry.report.form)) == 0) return false;
    if ((open_[at].states & bit(entry.report.state)) == 0) return false;
    // One article's reports are of different contacts: that is what a report is.
    const auto found = by_origin_.find(origin_of(entry));
    if (found == by_origin_.end()) return true;
    return std::none_of(found->second.begin(), found->second.end(), [&](const auto& put_in) {
      return put_in.second == at && entries_[put_in.first].entry->article == entry.article;
    });
  }

  // The contact whose day is nearest, and among those the most alike.
  std::size_t nearest(std::size_t i) const {
    const Placed& mine = entries_[i];
    std::size_t best = kNone;
    int best_cost = std::numeric_limits<int>::max();
    std::size_t looked_at = 0;
    std::size_t in_reach = 0;
    for (auto it = by_day_.lower_bound(mine.when.first.days - kReportedDays - kLongestStretch);
         it != by_day_.end() && it->first <= mine.when.last.days + kReportedDays && ++in_reach <= kMostInReach; ++it) {
      const Open& its = open_[it->second];
      const bool both_stated = mine.firmness == Firmness::stated && its.firmness == Firmness::stated;
      const int days = distance(mine.when, its.when);
      if (days > (both_stated ? kStatedDays : kReportedDays)) continue;
      if (mine.ahead && days > 0) continue;  // what is announced today is not what ended yesterday
      if (++looked_at > kMostCandidates) break;
      if (!admits(it->second, i)) continue;
      const int cost = 2 * days + (entries_[its.group.seed].entry->report.form != mine.entry->report.form ? 1 : 0);
      if (cost >= best_cost) continue;
      best = it->second;
      best_cost = cost;
    }
    return best;
  }

  // "In April": the one contact of that month, if it is one; else whatever was said of the same stretch.
  std::size_t within(std::size_t i) const {
    const Placed& mine = entries_[i];
    std::size_t only = kNone;
    if (mine.when.precision == When::Precision::month) {
      std::size_t looked_at = 0;
      for (auto it = by_day_.lower_bound(mine.when.first.days);
           it != by_day_.end() && it->first <= mine.when.last.days && ++looked_at <= kMostCandidates; ++it) {
        if (!admits(it->second, i)) continue;
        if (only != kNone) {
          only = kNone;
          break;
        }
        only = it->second;
      }
    }
    if (only != kNone) return only;
    const auto [from, to] = by_stretch_.equal_range({mine.when.first.days, mine.when.last.days});
    std::size_t looked_at = 0;
    for (auto it = from; it != to && ++looked_at <= kMostCandidates; ++it)
      if (admits(it->second, i)) return it->second;
    return kNone;
  }

  std::size_t begin(std::size_t i) {
    const Placed& mine = entries_[i];
    Open o;
    o.group.seed = i;
    o.when = mine.when;
    o.firmness = mine.firmness;
    o.forms = compatible_forms(mine.entry->report.form);
    o.states = compatible_states(mine.entry->report.state);
    open_.push_back(std::move(o));
    const std::size_t at = open_.size() - 1;
    if (mine.firmness == Firmness::stated || mine.firmness == Firmness::reported)
      by_day_.emplace(mine.when.first.days, at);
    if (mine.firmness == Firmness::vague) by_stretch_.emplace(std::pair(mine.when.first.days, mine.when.last.days), at);
    return at;
  }

  void join(std::size_t i, std::size_t at) {
    Open& o = open_[at];
    const Entry& entry = *entries_[i].entry;
    o.group.members.push_back(i);
    o.forms &= compatible_forms(entry.report.form);
    o.states &= compatible_states(entry.report.state);
    by_origin_[origin_of(entry)].emplace_back(i, at);
  }

  const std::vector<Placed>& entries_;
  std::vector<Open> open_;
  std::multimap<std::int32_t, std::size_t> by_day_;  // first day -> contact, for stated and reported ones
  std::multimap<std::pair<std::int32_t, std::int32_t>, std::size_t> by_stretch_;
  std::unordered_map<std::string_view, std::vector<std::pair<std::size_t, std::size_t>>> by_origin_;  // entry, contact
};

}  // namespace

std::vector<Group> gather(const std::vector<Placed>& entries) { return Gatherer(entries).run(); }

}  // namespace qanat::ledger
