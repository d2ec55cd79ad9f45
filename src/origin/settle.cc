// Texts are settled in their order, so that whoever comes before a text is settled when its turn comes. A text that
// becomes a leader, or is one no longer, concerns only texts behind it that are near it; those have their turn later.
#include <algorithm>

#include "origin/numbers.h"
#include "origin/origin.h"

namespace qanat::origin {
namespace {

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
      const Rank now = leader_for(own);
      if (before == now) continue;
      if (before == text) concern_lost(own);
      shelf_.follow(text, now);
      if (now == text) concern_led(own);
      changed.push_back(text);
    }
    return changed;
  }

  // The text, still on the shelf as a leader, is about to be one no longer.
  void concern_lost(const Sketch& own) {
    for (const Rank follower : shelf_.followers(own.rank))
      if (follower != own.rank) waiting_.insert(follower);
    for (const Key key : own.keys) {
      // The leader that stood first beyond those that are looked at now stands last among them.
      const std::vector<Rank> leaders = shelf_.leaders(key, kMostLeaders + 1);
      if (leaders.size() > kMostLeaders && own.rank < leaders.back()) concern_near(key, leaders.back());
    }
  }

  // The most similar of the leaders before it that it is near to; of equals the first; else itself.
  Rank leader_for(const Sketch& own) {
    std::set<Rank> met;
    for (const Key key : own.keys) {
      for (const Rank leader : shelf_.leaders(key, kMostLeaders)) {
        if (leader >= own.rank) break;
        met.insert(leader);
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

 private:
  // The text has just become a leader.
  void concern_led(const Sketch& own) {
    for (const Key key : own.keys) {
      const std::vector<Rank> leaders = shelf_.leaders(key, kMostLeaders + 1);
      if (!std::binary_search(leaders.begin(), leaders.end(), own.rank)) continue;
      if (leaders.size() > kMostLeaders) {
        if (leaders.back() == own.rank) continue;  // nobody looks so far
        for (const Rank follower : shelf_.followers(leaders.back())) waiting_.insert(follower);
      }
      concern_near(key, own);
    }
  }

  void concern_near(Key key, Rank leader) {
    const Sketch* its = shelf_.sketch(leader);
    if (its == nullptr) return;
    const Sketch copy = *its;
    concern_near(key, copy);
  }
  void concern_near(Key key, const Sketch& leader) {
    for (const Rank text : shelf_.behind(key, leader.rank)) {
      if (waiting_.contains(text)) continue;
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
  const Sketch own = *shelf.sketch(text);
  return Settling(shelf, nobody).leader_for(own);
}

std::vector<Rank> settle(Shelf& shelf, const std::set<Rank>& added) {
  std::set<Rank> waiting = added;
  return Settling(shelf, waiting).run();
}

void retire(Shelf& shelf, Rank text, std::set<Rank>& changed) {
  const Sketch* its = shelf.sketch(text);
  if (its == nullptr || shelf.leader(text) != text) return;
  const Sketch copy = *its;
  Settling(shelf, changed).concern_lost(copy);
}

}  // namespace qanat::origin
