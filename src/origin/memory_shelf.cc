#include <utility>

#include "origin/origin.h"

namespace qanat::origin {

void MemoryShelf::place(const Sketch& sketch, bool leads) {
  for (const Key key : sketch.keys) {
    Sharers& band = bands_[key];
    (leads ? band.others : band.leaders).erase(sketch.rank);
    (leads ? band.leaders : band.others).insert(sketch.rank);
  }
}

bool MemoryShelf::add(Sketch sketch) {
  const Rank rank = sketch.rank;
  const auto [at, is_new] = texts_.try_emplace(rank);
  if (!is_new) return false;
  at->second.sketch = std::move(sketch);
  return true;
}

void MemoryShelf::remove(Rank text) {
  const auto found = texts_.find(text);
  if (found == texts_.end()) return;
  for (const Key key : found->second.sketch.keys) {
    const auto band = bands_.find(key);
    if (band == bands_.end()) continue;
    band->second.leaders.erase(text);
    band->second.others.erase(text);
    if (band->second.leaders.empty() && band->second.others.empty()) bands_.erase(band);
  }
  if (found->second.leader)
    if (const auto leader = texts_.find(*found->second.leader); leader != texts_.end())
      leader->second.followers.erase(text);
  texts_.erase(found);
}

const Sketch* MemoryShelf::sketch(Rank text) {
  const auto found = texts_.find(text);
  return found == texts_.end() ? nullptr : &found->second.sketch;
}

std::optional<Rank> MemoryShelf::leader(Rank text) {
  const auto found = texts_.find(text);
  return found == texts_.end() ? std::nullopt : found->second.leader;
}

Band MemoryShelf::look(Key key, std::size_t most) {
  Band out;
  const auto band = bands_.find(key);
  if (band == bands_.end()) {
    out.whole = true;
    return out;
  }
  const auto& [leaders, others] = band->second;
  for (auto at = leaders.begin(); at != leaders.end() && out.leaders.size() < most; ++at) out.leaders.push_back(*at);
  for (auto at = others.begin(); at != others.end() && out.leaders.size() + out.others.size() < most; ++at)
    out.others.push_back(*at);
  out.whole = out.leaders.size() == leaders.size() && out.others.size() == others.size();
  return out;
}

std::vector<Rank> MemoryShelf::behind(Key key, Rank text) {
  std::vector<Rank> out;
  const auto band = bands_.find(key);
  if (band == bands_.end()) return out;
  for (const std::set<Rank>* part : {&band->second.leaders, &band->second.others})
    out.insert(out.end(), part->upper_bound(text), part->end());
  return out;
}

std::vector<Rank> MemoryShelf::followers(Rank leader) {
  const auto found = texts_.find(leader);
  if (found == texts_.end()) return {};
  return {found->second.followers.begin(), found->second.followers.end()};
}

void MemoryShelf::follow(Rank text, Rank leader) {
  Kept& kept = texts_.at(text);
  if (kept.leader && *kept.leader != leader)
    if (const auto old = texts_.find(*kept.leader); old != texts_.end()) old->second.followers.erase(text);
  kept.leader = leader;
  texts_.at(leader).followers.insert(text);
  place(kept.sketch, text == leader);
}

}  // namespace qanat::origin
