// Bodies and homes that were said in full before: "الحركة", "المعارضة", "المملكة", "بلاده".
#include <algorithm>
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
constexpr std::array<Stem, 18> kStems = {{{"حكوم", Body::state},
                                          {"جيش", Body::state},
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
      return actor.ends_with(lexicon::kOpposition);
    case Body::movement:
      return kind(lexicon::Kind::movement) && !actor.ends_with(lexicon::kOpposition);
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
    const std::string code = q.actors.front() + std::string(lexicon::kOpposition);
    if (d.finder.lexicon().actor(code) == nullptr) continue;
    p.actors = {code};
    p.referred = true;
    return;
  }
}

// How unlikely a party named before is to be the one whose body is meant.
constexpr double kBareName = 0.75;       // "لبنان": often what is spoken of
constexpr double kSameBody = -2.0;       // "الحكومة اليمنية ... الحكومة"
constexpr double kRivalBeside = -3.0;    // "بين الحكومة والحوثيين"
constexpr double kOwnOpposition = -4.0;  // "النظام" where his opposition is named too
constexpr double kBesideHimself = 5.0;
constexpr std::uint32_t kFarReach = 12;    // sentences; farther than kReach only for a good reason
constexpr std::size_t kFarMentions = 300;  // so that a page full of bodies does not cost the square of its length
constexpr std::uint32_t kBesideReach = 4;  // tokens

// Who is tied to it: "[الحكومة] والحوثيين", "اليمن و[الحكومة]".
std::vector<const Party*> named_beside(const Discourse& d, std::size_t i) {
  const Party& p = d.parties[i];
  std::vector<const Party*> out;
  const auto take = [&](const Party& q, const Party& first, const Party& second) {
    if (q.sentence != p.sentence || q.actors.empty() || q.kind == PartyKind::nisba || second.first < first.last) return;
    if (second.first - first.last > kBesideReach) return;
    const bool joined = second.conjunction || (second.first > first.last && d.word(second.first - 1) == "مع");
    if (joined) out.push_back(&q);
  };
  if (i > 0) take(d.parties[i - 1], d.parties[i - 1], p);
  if (i + 1 < d.parties.size()) take(d.parties[i + 1], p, d.parties[i + 1]);
  return out;
}

// The states whose oppositions are named among the mentions from `begin` to a little behind `i`.
std::vector<std::string_view> opposed_near(const Discourse& d, std::size_t begin, std::size_t i) {
  constexpr std::size_t kBehind = 20;  // mentions
  std::vector<std::string_view> out;
  for (std::size_t k = begin; k < std::min(i + kBehind, d.parties.size()); ++k) {
    if (d.parties[k].actors.empty()) continue;
    std::string_view actor = d.parties[k].actors.front();
    if (!actor.ends_with(lexicon::kOpposition)) continue;
    actor.remove_suffix(lexicon::kOpposition.size());
    out.push_back(actor);
  }
  return out;
}

// Of whom "الحكومة", "النظام", "الحركة" may be said here; nullptr: of nobody who was named.
const Party* likeliest_owner(const Discourse& d, std::size_t i, Body body) {
  const Party& p = d.parties[i];
  const std::vector<const Party*> beside = named_beside(d, i);
  const std::string_view own = d.word(p.first);
  const Party* best = nullptr;
  double least = 0;
  std::vector<std::string_view> seen;
  std::size_t begin = i - std::min(i, kFarMentions);
  while (begin < i && d.parties[begin].sentence + kFarReach < p.sentence) ++begin;
  const std::vector<std::string_view> opposed =
      own.find("نظام") == std::string_view::npos ? std::vector<std::string_view>() : opposed_near(d, begin, i);
  for (std::size_t k = i; k-- > begin;) {
    const Party& q = d.parties[k];
    if (q.actors.size() != 1 || !can_be(d, body, q)) continue;
    const std::string& actor = q.actors.front();
    auto rank = static_cast<std::size_t>(std::find(seen.begin(), seen.end(), actor) - seen.begin());
    if (rank == seen.size()) seen.push_back(actor);
    double cost = kPerRank * static_cast<double>(rank) + kPerSentence * (p.sentence - q.sentence);
    if (q.kind == PartyKind::state) cost += kBareName;
    double reason = 0;
    const std::string_view head = d.word(q.first);
    if (q.kind == PartyKind::institution && !q.referred && body_of(head) == body &&
        head.find(own.substr(own.starts_with("ال") ? 4 : 0)) != std::string_view::npos)
      reason += kSameBody;
    for (const Party* other : beside) {
      if (other->actors == q.actors) cost += kBesideHimself;
      if (are_rivals(d, actor, other->actors.front())) reason += kRivalBeside;
    }
    if (std::find(opposed.begin(), opposed.end(), actor) != opposed.end()) reason += kOwnOpposition;
    if (q.sentence + kReach < p.sentence && reason == 0) continue;
    if (best != nullptr && cost + reason >= least) continue;
    best = &q;
    least = cost + reason;
  }
  return best;
}

// "بين الحكومة والحوثيين", "الحكومة والمعارضة السورية" where nobody was named before: of the state that they are at
// home in. Palestinian movements are spoken of beside Israel's government too.
void resolve_beside(const Discourse& d, std::size_t i) {
  for (const Party* other : named_beside(d, i)) {
    const std::string& actor = other->actors.front();
    std::string home;
    if (actor.ends_with(lexicon::kOpposition))
      home = actor.substr(0, actor.size() - lexicon::kOpposition.size());
    else if (const lexicon::Entry* e = d.finder.lexicon().entry(lexicon::Kind::movement, actor); e != nullptr)
      home = e->state;
    if (home == "PSE" || !d.is_state(home)) continue;
    d.parties[i].actors = {home};
    d.parties[i].referred = true;
    return;
  }
}

}  // namespace

void resolve_institution(const Discourse& d, std::size_t i) {
  Party& p = d.parties[i];
  const Body body = body_of(d.word(p.first));
  if (body == Body::none) return;
  if (d.word(p.first).ends_with("السلطنه")) {  // the one that is called so
    p.actors = {"OMN"};
    p.referred = true;
    return;
  }
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
  if (const Party* q = likeliest_owner(d, i, body); q != nullptr) {
    p.actors = q->actors;
    p.referred = true;
    return;
  }
  // "حكومة جنوب السودان والمتمردين".
  const bool rebels = d.word(p.first).find("متمرد") != std::string_view::npos;
  if (body == Body::opposition || rebels) resolve_opposition(d, i);
  if (body == Body::state) resolve_beside(d, i);
  if (body == Body::state && p.actors.empty() && !d.home.empty()) p.actors = {d.home};
}

void resolve_home(const Discourse& d, std::size_t i) {
  Party& p = d.parties[i];
  // Who is spoken with is not who speaks: "قال روحاني في اتصال مع الرئيس الفرنسي إن بلاده".
  for (const bool spoken_with : {false, true}) {
    for (std::size_t k = i; k-- > 0;) {
      const Party& q = d.parties[k];
      if (q.sentence + 2 < p.sentence) break;
      if (q.actors.size() != 1) continue;
      const bool speaks = q.kind == PartyKind::person || q.kind == PartyKind::office || q.kind == PartyKind::title ||
                          q.kind == PartyKind::institution || q.kind == PartyKind::seat;
      if (!speaks) continue;
      const bool with = q.preposition || q.counterpart || (q.first > 0 && d.word(q.first - 1) == "مع");
      if (with && !spoken_with && q.sentence == p.sentence) continue;
      p.actors = q.actors;
      p.referred = true;
      return;
    }
  }
}

}  // namespace qanat::mention
