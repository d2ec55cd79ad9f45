#include <algorithm>

#include "report/frame.h"
#include "report/tuning.h"

namespace qanat::report {
namespace {

using mention::PartyKind;

bool shares_actor(const mention::Party& p, const std::vector<std::string>& actors) {
  return std::any_of(p.actors.begin(), p.actors.end(), [&](const std::string& a) {
    return std::find(actors.begin(), actors.end(), a) != actors.end();
  });
}

}  // namespace

std::vector<std::uint32_t> candidates_of(const Scene& scene, const mention::Contact& contact) {
  std::vector<std::uint32_t> out;
  std::vector<std::string> seen;
  const auto& parties = scene.mentions().parties;
  const Scene::Range here = scene.parties(contact.sentence);
  for (std::uint32_t i = here.first; i < here.last; ++i) {
    const mention::Party& p = parties[i];
    if (p.actors.empty()) continue;
    out.push_back(i);
    seen.insert(seen.end(), p.actors.begin(), p.actors.end());
  }
  if (out.size() > kMostCandidates) {  // keep the nearest of a long list
    std::stable_sort(out.begin(), out.end(), [&](std::uint32_t a, std::uint32_t b) {
      const auto far = [&](std::uint32_t i) {
        return std::abs(static_cast<std::int64_t>(parties[i].first) - static_cast<std::int64_t>(contact.first));
      };
      return far(a) < far(b);
    });
    out.resize(kMostCandidates);
    std::sort(out.begin(), out.end());
  }
  // From before: each actor not named here once, its last full mention.
  std::size_t context = 0;
  for (std::uint32_t i = here.first; i-- > 0 && context < kMostContext;) {
    const mention::Party& p = parties[i];
    if (p.sentence + kContextReach < contact.sentence) break;
    if (p.actors.empty() || p.kind == PartyKind::nisba || shares_actor(p, seen)) continue;
    seen.insert(seen.end(), p.actors.begin(), p.actors.end());
    out.push_back(i);
    ++context;
  }
  return out;
}

void choose_parties(const Scene& scene, Frame& frame) {
  const auto& parties = scene.mentions().parties;
  std::vector<std::pair<std::string, float>> best;  // by actor
  for (const Candidate& c : frame.candidates) {
    for (const std::string& a : parties[c.party].actors) {
      const auto it = std::find_if(best.begin(), best.end(), [&](const auto& b) { return b.first == a; });
      if (it == best.end())
        best.emplace_back(a, c.score);
      else
        it->second = std::max(it->second, c.score);
    }
  }
  std::stable_sort(best.begin(), best.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  frame.actors.clear();
  for (const auto& [actor, score] : best) {
    const bool enough = frame.actors.size() >= 2;
    if (score < (enough ? kPartyOdds : kSecondPartyOdds)) break;
    frame.actors.push_back(actor);
  }
  std::sort(frame.actors.begin(), frame.actors.end());
  for (Candidate& c : frame.candidates) c.chosen = shares_actor(parties[c.party], frame.actors);
}

}  // namespace qanat::report
