// Texts are settled in their order, so that whoever comes before a text is settled when its turn comes. A text that
// becomes a leader, or is one no longer, concerns only texts behind it that are near it; those have their turn later.
#include <algorithm>

#include "origin/numbers.h"
#include "origin/origin.h"

namespace qanat::origin {
namespace {

// One more leader than a text is compared with: the one that comes into sight when another goes.
constexpr std::size_t kSeen = kMostLeaders + 1;

class Settling {
 public:
  Settling(Shelf& shelf, std::set<Rank>& waiting) : shelf_(shelf), waiting_(waiting) {}

  std::vector<Rank> run() {
    std::vector<Rank> changed;
    while (!waiting_.empty()) {
      const Rank text = waiting_.extract(waiting_.begin()).value();
      const Sketch* found = shelf_.sketch(text);
      if (found == nullptr) continue;
      const Sketch own = *found;
      const std::optional<Rank> before = shelf_.leader(text);
      std::vector<Band> bands = look(own);
      const Rank now = leader_for(own, bands);
      if (before == now) continue;
      if (before == text) concern_lost(own, bands);
      shelf_.follow(text, now);
      if (now == text) concern_led(own, bands);
      changed.push_back(text);
    }
    return changed;
  }

  std::vector<Band> look(const Sketch& own) {
    std::vector<Band> out;
    out.reserve(own.keys.size());
    for (const Key key : own.keys) out.push_back(shelf_.look(key, kSeen));
    return out;
  }

  // The most similar of the leaders before it that it is near to; of equals the first; else itself.
  Rank leader_for(const Sketch& own, const std::vector<Band>& bands) {
    std::set<Rank> met;
    for (const Band& band : bands) {
      for (std::size_t i = 0; i < band.leaders.size() && i < kMostLeaders; ++i) {
        if (band.leaders[i] >= own.rank) break;
        met.insert(band.leaders[i]);
      }
    }
    Rank best = own.rank;
    double most = 0;
    for (const Rank leader : met) {
      const Sketch* its = shelf_.sketch(leader);
      if (its == nullptr) continue;
      const Likeness likeness = compare(own, *its);
      if (!near(likeness) || likeness.jaccard <= most) continue;
      best = leader;
      most = likeness.jaccard;
    }
    return best;
  }

  // The text is a leader, and about to be one no longer.
  void concern_lost(const Sketch& own, const std::vector<Band>& bands) {
    for (const Rank follower : shelf_.followers(own.rank))
      if (follower != own.rank) waiting_.insert(follower);
    for (std::size_t i = 0; i < bands.size(); ++i) {
      // The leader that stood first beyond those that are looked at now stands last among them.
      const std::vector<Rank>& leaders = bands[i].leaders;
      if (leaders.size() < kSeen || own.rank >= leaders.back()) continue;
      if (const Sketch* its = shelf_.sketch(leaders.back())) concern_near(own.keys[i], Sketch(*its));
    }
  }

 private:
  // The text has just become a leader. `bands` are as they were before.
  void concern_led(const Sketch& own, const std::vector<Band>& bands) {
    for (std::size_t i = 0; i < bands.size(); ++i) {
      const std::vector<Rank>& leaders = bands[i].leaders;
      const auto before = std::lower_bound(leaders.begin(), leaders.end(), own.rank) - leaders.begin();
      if (static_cast<std::size_t>(before) >= kMostLeaders) continue;  // nobody looks so far
      // Whoever stood last among those that are looked at is pushed out.
      if (leaders.size() >= kMostLeaders)
        for (const Rank follower : shelf_.followers(leaders[kMostLeaders - 1])) waiting_.insert(follower);
      if (!bands[i].whole) {
        concern_near(own.keys[i], own);
        continue;
      }
      concern_near(own, leaders);
      concern_near(own, bands[i].others);
    }
  }

  void concern_near(Key key, const Sketch& leader) { concern_near(leader, shelf_.behind(key, leader.rank)); }
  void concern_near(const Sketch& leader, const std::vector<Rank>& texts) {
    for (const Rank text : texts) {
      if (text <= leader.rank || waiting_.contains(text)) continue;
      const Sketch* its = shelf_.sketch(text);
      if (its != nullptr && near(leader, *its)) waiting_.insert(text);
    }
  }

  Shelf& shelf_;
  std::set<Rank>& waiting_;
};

}  // namespace

Rank leader_for(Shelf& shelf, Rank text) {
  std::set<Rank> nobody;
  Settling settling(shelf, nobody);
  const Sketch own = *shelf.sketch(text);
  return settling.leader_for(own, settling.look(own));
}

std::vector<Rank> settle(Shelf& shelf, const std::set<Rank>& added) {
  std::set<Rank> waiting = added;
  return Settling(shelf, waiting).run();
}

void retire(Shelf& shelf, Rank text, std::set<Rank>& changed) {
  const Sketch* its = shelf.sketch(text);
  if (its == nullptr || shelf.leader(text) != text) return;
  Settling settling(shelf, changed);
  const Sketch own = *its;
  settling.concern_lost(own, settling.look(own));
}

}  // namespace qanat::origin
