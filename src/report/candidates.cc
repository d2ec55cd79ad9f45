#include <algorithm>
#include <array>

#include "report/frame.h"
#include "report/tuning.h"

namespace qanat::report {
namespace {

using mention::PartyKind;

bool shares_actor(const mention::Party& p, const std::vector<std::string>& actors) {
  return std::any_of(p.actors.begin(), p.actors.end(),
                     [&](const std::string& a) { return std::find(actors.begin(), actors.end(), a) != actors.end(); });
}

// "في غياب الجيش السوداني", "باستثناء قطر".
bool is_said_to_lack(const Scene& scene, const mention::Party& p) {
  constexpr std::array<std::string_view, 6> kLacking = {"غياب", "بغياب", "لغياب", "باستثنا", "استثنا", "عدا"};
  return one_of(bare(scene.word(p.sentence, std::int64_t{p.first} - 1)), kLacking);
}

// The sides of the article's conflict, wherever they were named last: "استئناف المفاوضات" needs no names.
void add_sides(const Scene& scene, const mention::Contact& contact, const std::vector<std::string>& seen,
               std::vector<std::uint32_t>& out) {
  const auto& parties = scene.mentions().parties;
  for (const std::string& side : scene.conflict()) {
    if (std::find(seen.begin(), seen.end(), side) != seen.end()) continue;
    const auto names_it = [&](std::uint32_t i) {
      return parties[i].kind != PartyKind::nisba && parties[i].actors.size() == 1 && parties[i].actors.front() == side;
    };
    for (std::uint32_t i = scene.parties(contact.sentence).first; i-- > 0;)
      if (names_it(i)) {
        out.push_back(i);
        break;
      }
  }
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
    if (!is_said_to_lack(scene, p)) out.push_back(i);
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
  add_sides(scene, contact, seen, out);
  return out;
}

namespace {

// The actors whose odds are good, the second one let in more easily than the third.
template <class Odds>
std::vector<std::string> good_actors(const Scene& scene, const Frame& frame, Odds odds) {
  const auto& parties = scene.mentions().parties;
  std::vector<std::pair<std::string, float>> best;  // by actor
  for (const Candidate& c : frame.candidates) {
    for (const std::string& a : parties[c.party].actors) {
      const auto it = std::find_if(best.begin(), best.end(), [&](const auto& b) { return b.first == a; });
      if (it == best.end())
        best.emplace_back(a, odds(c));
      else
        it->second = std::max(it->second, odds(c));
    }
  }
  std::stable_sort(best.begin(), best.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<std::string> out;
  float last = 0;
  for (const auto& [actor, score] : best) {
    // Those who are tied together have one score, and come in together: "زار السعودية والأردن".
    const bool tied = !out.empty() && score == last;
    if (!tied && score < (out.size() >= 2 ? kPartyOdds : kSecondPartyOdds)) break;
    out.push_back(actor);
    last = score;
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

void draft_parties(const Scene& scene, Frame& frame) {
  frame.draft = good_actors(scene, frame, [](const Candidate& c) { return c.first; });
}

void choose_parties(const Scene& scene, Frame& frame) {
  take_part(scene, frame, good_actors(scene, frame, [](const Candidate& c) { return c.score; }));
}

void take_part(const Scene& scene, Frame& frame, std::vector<std::string> actors) {
  frame.actors = std::move(actors);
  for (Candidate& c : frame.candidates) c.chosen = shares_actor(scene.mentions().parties[c.party], frame.actors);
}

std::int32_t antecedent(const Scene& scene, const std::vector<Frame>& frames, std::size_t at, bool same_form) {
  const auto form = [&](const Frame& f) {
    return form_of(scene.lexicon().entries()[scene.mentions().contacts[f.contact].entry]);
  };
  const std::uint32_t sentence = scene.mentions().contacts[frames[at].contact].sentence;
  for (std::size_t k = at; k-- > 0 && at - k <= kFrameReach;) {
    const Frame& f = frames[k];
    if (f.draft.size() < 2 || f.head < kAntecedentHead) continue;
    if (scene.mentions().contacts[f.contact].sentence == sentence) continue;
    if (same_form && form(f) != form(frames[at])) continue;
    return static_cast<std::int32_t>(k);
  }
  return -1;
}

}  // namespace qanat::report
