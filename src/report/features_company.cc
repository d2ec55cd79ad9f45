#include <algorithm>

#include "report/frame.h"
#include "report/tuning.h"

namespace qanat::report {
namespace {

// The best odds of each actor among the candidates, best first.
struct Standing {
  std::string_view actor;
  float odds;
  bool here;  // named in the contact's own sentence
  std::uint32_t token;
};

std::vector<Standing> standings(const Scene& scene, const Frame& frame) {
  const mention::Contact& c = scene.mentions().contacts[frame.contact];
  std::vector<Standing> out;
  for (const Candidate& k : frame.candidates) {
    const mention::Party& p = scene.mentions().parties[k.party];
    for (const std::string& a : p.actors) {
      const auto it = std::find_if(out.begin(), out.end(), [&](const Standing& s) { return s.actor == a; });
      if (it == out.end())
        out.push_back({a, k.first, p.sentence == c.sentence, p.first});
      else if (k.first > it->odds)
        *it = {a, k.first, p.sentence == c.sentence, p.first};
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const Standing& a, const Standing& b) { return a.odds > b.odds; });
  return out;
}

}  // namespace

void company_features(const Scene& scene, const std::vector<Frame>& frames, std::size_t at, std::size_t candidate,
                      learn::Features& out) {
  const Frame& frame = frames[at];
  const mention::Contact& c = scene.mentions().contacts[frame.contact];
  const mention::Party& p = scene.mentions().parties[frame.candidates[candidate].party];
  const std::string_view property = property_name(c);
  const std::string_view id = scene.lexicon().entries()[c.entry].id;
  const std::string_view kind = to_string(p.kind);
  const std::vector<Standing> all = standings(scene, frame);
  const auto own = std::find_if(all.begin(), all.end(), [&](const Standing& s) { return s.actor == p.actors.front(); });
  const auto rank = static_cast<std::size_t>(own - all.begin());
  const std::string_view where = p.sentence == c.sentence ? "here" : "before";
  const std::string_view odds = odds_name(frame.candidates[candidate].first);
  const std::string_view best = odds_name(own->odds);

  // The two best of the others.
  std::vector<const Standing*> others;
  for (const Standing& s : all)
    if (&s != &*own && others.size() < 2) others.push_back(&s);
  const std::string_view first = others.empty() ? "none" : odds_name(others[0]->odds);
  const std::string_view second = others.size() < 2 ? "none" : odds_name(others[1]->odds);
  std::size_t strong = 0;
  std::size_t strong_here = 0;
  for (const Standing& s : all) {
    if (&s == &*own || s.odds < 0) continue;
    ++strong;
    strong_here += s.here ? 1 : 0;
  }

  out.add("own=", odds, "|", where);
  out.add("own,best=", odds, "|", best);
  out.add("rank of odds=", few_name(rank), "|", where);
  out.add("rank,odds=", few_name(rank), odds, "|", where);
  out.add("own,first=", odds, "|", first);
  out.add("own,first,second=", odds, first, "|", second);
  out.add("own,first,second,where=", odds, first, second, "|", where);
  out.add("own,strong=", odds, few_name(strong), "|", where);
  out.add("own,strong here=", odds, few_name(strong_here), "|", where);
  out.add("strong,kind=", few_name(strong), kind, "|", where);
  out.add("strong,property=", few_name(strong), property, "|", where);
  out.add("strong,id=", few_name(strong), id, "|", where);
  out.add("strong,role=", few_name(strong), p.role, "|", where);
  if (p.sentence == c.sentence && others.size() == 2 && others[0]->here && others[1]->here) {
    const std::uint32_t low = std::min(others[0]->token, others[1]->token);
    const std::uint32_t high = std::max(others[0]->token, others[1]->token);
    const std::string_view place = p.first < low ? "before both" : p.first > high ? "behind both" : "between";
    const std::string_view contact = c.first < low ? "before both" : c.first > high ? "behind both" : "between";
    out.add("others place=", place, "|", contact);
    out.add("others place,odds=", place, contact, "|", second);
    out.add("others place,property=", place, contact, "|", property);
  }
  // Rivals among the others, and how sure they are.
  const auto& rivals = scene.rivals(p.actors.front());
  float rival = -9;
  float pair = -9;  // the weaker of the surest two who stand against one another, this one not among them
  for (const Standing& x : all) {
    if (&x == &*own) continue;
    if (std::find(rivals.begin(), rivals.end(), x.actor) != rivals.end()) rival = std::max(rival, x.odds);
    const auto& against = scene.rivals(std::string(x.actor));
    for (const Standing& y : all)
      if (&y != &x && &y != &*own && std::find(against.begin(), against.end(), y.actor) != against.end())
        pair = std::max(pair, std::min(x.odds, y.odds));
  }
  const std::string_view rival_odds = rival <= -9 ? "none" : odds_name(rival);
  const std::string_view pair_odds = pair <= -9 ? "none" : odds_name(pair);
  out.add("rival=", rival_odds, "|", where);
  out.add("rival,own=", rival_odds, odds, "|", where);
  out.add("rival,id=", rival_odds, "|", id, "|", where);
  out.add("pair=", pair_odds, "|", where);
  out.add("pair,own=", pair_odds, odds, "|", where);
  out.add("pair,rival=", pair_odds, rival_odds, "|", where);
  out.add("pair,id=", pair_odds, "|", id, "|", where);

  // What the contact words before stand for, where this one points back: "المحادثات", "اللقاء".
  const std::string& actor = p.actors.front();
  const auto stands_in = [&](std::int32_t k) -> std::string_view {
    if (k < 0) return "none";
    const auto& draft = frames[static_cast<std::size_t>(k)].draft;
    return std::find(draft.begin(), draft.end(), actor) != draft.end() ? "in" : "out";
  };
  const std::string_view same = stands_in(antecedent(scene, frames, at, true));
  const std::string_view any = stands_in(antecedent(scene, frames, at, false));
  out.add("before same=", same, "|", where);
  out.add("before any=", any, "|", where);
  out.add("before same,property=", same, property, "|", where);
  out.add("before same,strong here=", same, few_name(strong_here), "|", where);
  out.add("before same,odds=", same, odds, "|", where);
  out.add("before any,odds=", any, odds, "|", where);
  out.add("before same,any,strong=", same, any, few_name(strong), "|", where);
  // How many other contact words around this one it takes part in.
  std::size_t drafts = 0;
  std::size_t shares = 0;
  const std::size_t last = std::min(frames.size(), at + kFrameReach);
  for (std::size_t k = at - std::min(at, kFrameReach); k < last; ++k) {
    if (k == at || frames[k].draft.size() < 2 || frames[k].head < 0) continue;
    ++drafts;
    shares += std::find(frames[k].draft.begin(), frames[k].draft.end(), actor) != frames[k].draft.end() ? 1 : 0;
  }
  const std::string_view share = drafts == 0               ? "none"
                                 : shares == 0             ? "0"
                                 : 3 * shares < drafts     ? "few"
                                 : 3 * shares < 2 * drafts ? "some"
                                                           : "most";
  out.add("share=", share, "|", where);
  out.add("share,odds=", share, odds, "|", where);
  out.add("share,strong here=", share, few_name(strong_here), "|", where);

  const std::string_view voice = voice_name(scene, frame.voice, p);
  const std::string_view manner = to_string(frame.voice.manner);
  out.add("voice=", voice, "|", manner, "|", kind);
  out.add("voice,odds=", voice, odds, "|", where);
  out.add("voice,strong here=", voice, few_name(strong_here), "|", property);

  // Does the best of the others belong to the same chain: "الروسية التركية", "روسيا وتركيا وإيران"?
  for (const Candidate& k : frame.candidates) {
    const mention::Party& q = scene.mentions().parties[k.party];
    if (q.first == p.first || q.sentence != p.sentence) continue;
    if (q.last == p.first) out.add("follows=", odds_name(k.first), p.conjunction ? "و" : "", "|", kind);
    if (p.last == q.first) out.add("followed by=", odds_name(k.first), q.conjunction ? "و" : "", "|", kind);
  }
}

}  // namespace qanat::report
