#include <algorithm>
#include <array>

#include "report/frame.h"

namespace qanat::report {

void joint_features(const Scene& scene, const Frame& frame, learn::Features& out) {
  const auto& parties = scene.mentions().parties;
  const mention::Contact& c = scene.mentions().contacts[frame.contact];
  const std::string_view id = scene.lexicon().entries()[c.entry].id;

  std::vector<std::pair<std::string_view, float>> best;
  std::size_t here = 0;
  bool org = false;
  bool movement = false;
  for (const Candidate& k : frame.candidates) {
    const mention::Party& p = parties[k.party];
    for (const std::string& a : p.actors) {
      const auto it = std::find_if(best.begin(), best.end(), [&](const auto& b) { return b.first == a; });
      if (it == best.end())
        best.emplace_back(a, k.score);
      else
        it->second = std::max(it->second, k.score);
    }
    if (k.chosen && p.sentence == c.sentence) ++here;
    if (k.chosen && !p.role.empty()) out.add("chosen role=", p.role);
    if (k.chosen) out.add("chosen kind=", to_string(p.kind));
  }
  std::stable_sort(best.begin(), best.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  for (const std::string& a : frame.actors) {
    const lexicon::Entry* e = scene.lexicon().actor(a);
    if (e == nullptr) continue;
    org = org || e->kind == lexicon::Kind::organisation;
    movement = movement || e->kind == lexicon::Kind::movement;
  }
  const std::string_view governed = to_string(frame.scope.governed);
  out.add("joint scope=", governed);
  out.add("joint scope,id=", governed, "|", id);
  out.add("joint scope,property=", governed, "|", property_name(c));
  out.add("joint predicate=", to_string(frame.scope.predicate));
  const std::string_view manner = to_string(frame.voice.manner);
  out.add("joint voice=", manner, frame.voice.goes_on ? "|goes on" : "|");
  out.add("joint voice,scope=", manner, "|", governed);
  out.add("joint voice,property=", manner, "|", property_name(c));
  const std::string_view number = few_name(frame.actors.size());
  if (frame.outright) {
    out.add("outright=", to_string(frame.state));
    out.add("outright,actors=", few_name(frame.actors.size()));
  }
  out.add("joint number=", number);
  out.add("joint number,id=", number, "|", id);
  out.add("joint here=", few_name(here), "|", number);
  constexpr std::array<std::string_view, 3> kPlaces = {"joint first=", "joint second=", "joint third="};
  for (std::size_t i = 0; i < kPlaces.size(); ++i)
    out.add(kPlaces[i], i < best.size() ? odds_name(best[i].second) : "none");
  if (best.size() > 1) {
    out.add("joint two=", odds_name(best[0].second), "|", odds_name(best[1].second));
    out.add("joint second,id=", odds_name(best[1].second), "|", id);
  }
  if (org) out.add("joint org|", number);
  if (movement) out.add("joint movement|", number);
  if (!frame.actors.empty()) {
    std::size_t titled = 0;
    for (const std::string& a : frame.actors) titled += scene.in_title(a) ? 1 : 0;
    out.add("joint titled=", few_name(titled), "|", number);
  }
}

}  // namespace qanat::report
