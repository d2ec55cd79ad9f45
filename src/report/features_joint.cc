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

void merge_features(const Scene& scene, const Frame& a, const Frame& b, learn::Features& out) {
  const mention::Contact& ca = scene.mentions().contacts[a.contact];
  const mention::Contact& cb = scene.mentions().contacts[b.contact];
  const std::string_view ia = scene.lexicon().entries()[ca.entry].id;
  const std::string_view ib = scene.lexicon().entries()[cb.entry].id;
  std::size_t shared = 0;
  for (const std::string& x : a.actors)
    shared += std::find(b.actors.begin(), b.actors.end(), x) != b.actors.end() ? 1 : 0;
  const bool equal = a.actors == b.actors;
  const bool subset = shared == std::min(a.actors.size(), b.actors.size());
  const std::string_view sets = equal ? "equal" : subset ? "subset" : shared > 0 ? "overlap" : "apart";
  const std::string_view form_a = ia.substr(0, ia.find('.'));
  const std::string_view form_b = ib.substr(0, ib.find('.'));
  const std::string_view forms = a.form == b.form ? "same" : "other";
  const std::string_view states = a.state == b.state ? "same" : "other";
  const std::string_view sentences = few_name(cb.sentence - ca.sentence);

  out.add("bias");
  out.add("sets=", sets);
  out.add("sets,sizes=", sets, few_name(a.actors.size()), "|", few_name(b.actors.size()));
  out.add("forms=", forms, "|", sets);
  out.add("states=", states, "|", sets);
  out.add("forms,states=", forms, states, "|", sets);
  out.add("form pair=", to_string(a.form), "|", to_string(b.form));
  out.add("form pair,sets=", form_a, form_b, "|", sets);
  out.add("state pair=", to_string(a.state), "|", to_string(b.state));
  out.add("state pair,sets=", to_string(a.state), to_string(b.state), "|", sets);
  out.add("sentences=", sentences, "|", sets);
  out.add("sentences,states=", sentences, states, "|", sets);
  out.add("id pair=", ia, "|", ib);
  if (ca.entry == cb.entry) out.add("same entry|", sets, "|", sentences);
  if (scene.word(ca.sentence, ca.first) == scene.word(cb.sentence, cb.first)) out.add("same word|", sets);
  out.add("second=", property_name(cb), "|", sets);
  out.add("second before=", scene.word(cb.sentence, std::int64_t{cb.first} - 1));
  out.add("second behind=", scene.word(cb.sentence, cb.last));
  out.add("pair=", property_name(ca), "|", property_name(cb), sets);
  if (ca.sentence == cb.sentence)
    out.add("tokens between=", distance_name(std::int64_t{cb.first} - ca.last), "|", sets);

  // Times said in the two sentences: equal ones speak for one contact, different ones against.
  const auto& ta = scene.times(ca.sentence);
  const auto& tb = scene.times(cb.sentence);
  if (ca.sentence != cb.sentence && !ta.empty() && !tb.empty()) {
    bool same = false;
    for (const auto& x : ta)
      for (const auto& y : tb) same = same || (x.when && x.when == y.when);
    out.add("times=", same ? "same" : "other", "|", sets);
  } else {
    out.add("times=", ta.empty() ? "-" : "a", tb.empty() ? "-" : "b", sets);
  }
}

}  // namespace qanat::report
