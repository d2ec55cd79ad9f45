// Each day on which something was said of the channel has one state: the one that most origins say, and of equals the
// one that weighs most. Days of equal state run together.
#include "ledger/timeline.h"

#include <algorithm>
#include <string_view>
#include <tuple>

#include "ledger/windows.h"

namespace qanat::ledger {
namespace {

struct Said {
  std::optional<Date> day;  // nullopt sorts first: before anything dated
  State state = State::held;
  std::string_view origin;
  std::size_t rank = 0;  // place in the fold's order
};

}  // namespace

std::vector<Phase> timeline(const std::vector<Placed>& entries) {
  std::vector<Said> said;
  said.reserve(entries.size());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Entry& entry = *entries[i].entry;
    said.push_back({entries[i].holds_from, entry.report.state, origin_of(entry), i});
  }
  std::sort(said.begin(), said.end(), [](const Said& a, const Said& b) {
    return std::tie(a.day, a.state, a.origin, a.rank) < std::tie(b.day, b.state, b.origin, b.rank);
  });

  std::vector<Phase> out;
  for (std::size_t at = 0; at < said.size();) {
    const std::optional<Date> day = said[at].day;
    std::tuple<int, int> best{-1, -1};  // origins, weight
    State state = State::held;
    std::size_t first = 0;
    while (at < said.size() && said[at].day == day) {
      const State s = said[at].state;
      int origins = 0;
      std::size_t earliest = said[at].rank;
      std::string_view last_origin;
      for (; at < said.size() && said[at].day == day && said[at].state == s; ++at) {
        if (origins == 0 || said[at].origin != last_origin) ++origins;
        last_origin = said[at].origin;
        earliest = std::min(earliest, said[at].rank);
      }
      if (std::tuple(origins, weight(s)) <= best) continue;
      best = {origins, weight(s)};
      state = s;
      first = earliest;
    }
    if (out.empty() || out.back().state != state) out.push_back({day, state, entries[first].entry->id});
  }
  return out;
}

std::optional<Phase> Channel::as_of(std::optional<Date> day) const {
  if (timeline.empty()) return std::nullopt;
  if (!day) return timeline.back();
  const auto after = std::upper_bound(timeline.begin(), timeline.end(), *day,
                                      [](Date d, const Phase& p) { return p.since && d < *p.since; });
  if (after == timeline.begin()) return std::nullopt;
  return *std::prev(after);
}

}  // namespace qanat::ledger
