// Bodies and homes that were said in full before: "الحركة", "المعارضة", "المملكة", "بلاده".
#include <array>
#include <map>

#include "mention/resolve.h"

namespace qanat::mention {
namespace {

enum class Body : std::uint8_t { none, state, movement, opposition, organisation, kingdom };

struct Stem {
  std::string_view stem;
  Body body;
};
// What the word, alone and with its article, can stand for. Words that are not here stand for nobody when alone.
constexpr std::array<Stem, 17> kStems = {{{"حكوم", Body::state},
                                          {"نظام", Body::state},
                                          {"سلطات", Body::state},
                                          {"رياس", Body::state},
                                          {"خارجي", Body::state},
                                          {"سلطن", Body::state},
                                          {"مملك", Body::kingdom},
                                          {"معارض", Body::opposition},
                                          {"ايتلاف", Body::opposition},
                                          {"حرك", Body::movement},
                                          {"جماع", Body::movement},
                                          {"ميليشي", Body::movement},
                                          {"مليشي", Body::movement},
                                          {"متمرد", Body::movement},
                                          {"حزب", Body::movement},
                                          {"تنظيم", Body::movement},
                                          {"منظم", Body::organisation}}};

Body body_of(std::string_view w) {
  for (const Stem& s : kStems)
    if (w.find(s.stem) != std::string_view::npos) return s.body;
  return Body::none;
}

bool is_kingdom(std::string_view code) { return code == "SAU" || code == "JOR" || code == "MAR" || code == "BHR"; }

bool can_be(const Discourse& d, Body body, const Party& q) {
  const std::string& actor = q.actors.front();
  const auto kind = [&](lexicon::Kind k) { return d.finder.lexicon().entry(k, actor) != nullptr; };
  switch (body) {
    // A state by one of its bodies or people; its bare name is as often a place.
    case Body::state:
      return d.is_state(actor) && (q.kind == PartyKind::institution || q.kind == PartyKind::office ||
                                   q.kind == PartyKind::person || q.kind == PartyKind::state);
    case Body::opposition:
      return actor.ends_with("-OPP");
    case Body::movement:
      return kind(lexicon::Kind::movement) && !actor.ends_with("-OPP");
    case Body::organisation:
      return kind(lexicon::Kind::organisation);
    case Body::kingdom:
    case Body::none:
      return false;
  }
  return false;
}

// "بين الحكومة السورية والمعارضة": of the state just named, where the lexicon knows of one.
void resolve_opposition(const Discourse& d, std::size_t i) {
  Party& p = d.parties[i];
  for (std::size_t k = i; k-- > 0;) {
    const Party& q = d.parties[k];
    if (q.sentence + 1 < p.sentence) break;
    if (q.actors.size() != 1 || !d.is_state(q.actors.front())) continue;
    const std::string code = q.actors.front() + "-OPP";
    if (d.finder.lexicon().actor(code) == nullptr) continue;
    p.actors = {code};
    p.referred = true;
    return;
  }
}

}  // namespace

void resolve_institution(const Discourse& d, std::size_t i) {
  Party& p = d.parties[i];
  const Body body = body_of(d.word(p.first));
  if (body == Body::none) return;
  if (body == Body::kingdom) {
    // The kingdom that the article speaks of most; Saudi Arabia's papers say no other name of their own.
    std::map<std::string_view, int> counts;
    for (const Party& q : d.parties)
      if (q.actors.size() == 1 && is_kingdom(q.actors.front())) ++counts[q.actors.front()];
    std::string_view best = "SAU";
    for (const auto& [code, n] : counts)
      if (n > counts[best]) best = code;
    p.actors.emplace_back(best);
    p.referred = true;
    return;
  }
  for (std::size_t k = i; k-- > 0;) {
    const Party& q = d.parties[k];
    if (q.sentence + kReach < p.sentence) break;
    if (q.actors.size() != 1 || !can_be(d, body, q)) continue;
    p.actors = q.actors;
    p.referred = true;
    return;
  }
  if (body == Body::opposition) resolve_opposition(d, i);
}

void resolve_home(const Discourse& d, std::size_t i) {
  Party& p = d.parties[i];
  for (std::size_t k = i; k-- > 0;) {
    const Party& q = d.parties[k];
    if (q.sentence + 2 < p.sentence) break;
    if (q.actors.size() != 1) continue;
    const bool speaks = q.kind == PartyKind::person || q.kind == PartyKind::office || q.kind == PartyKind::title ||
                        q.kind == PartyKind::institution || q.kind == PartyKind::seat;
    if (!speaks) continue;
    p.actors = q.actors;
    p.referred = true;
    return;
  }
}

}  // namespace qanat::mention
