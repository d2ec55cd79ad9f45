#include "report/seats.h"

#include <algorithm>
#include <array>

#include "report/mediators.h"
#include "report/rows.h"
#include "report/syntax.h"
#include "report/tuning.h"

namespace qanat::report {
namespace {

// "في إطار محادثات أستانا", "على هامش القمة": only where something else takes place.
bool is_setting(const Scene& scene, const Frame& frame) {
  const mention::Contact& c = scene.mentions().contacts[frame.contact];
  return frame.scope.governed == Verdict::during || scene.word(c.sentence, std::int64_t{c.first} - 1) == "اطار";
}

// Who surely takes part and does not only say so, whatever the name `except` says of somebody ("السورية"). `here`: as
// named in the contact's own sentence.
std::vector<std::string> sure_parties(const Scene& scene, const Frame& frame, const mention::Named& except,
                                      bool here = false) {
  std::vector<std::string> out;
  for (const Candidate& k : frame.candidates) {
    const mention::Party& p = scene.mentions().parties[k.party];
    if (here && p.sentence != except.sentence) continue;
    if (k.score < kPartyOdds || frame.voice.names(k.party) || (p.first >= except.first && p.last <= except.last))
      continue;
    for (const std::string& a : p.actors)
      if (!among(out, a)) out.push_back(a);
  }
  return out;
}

// "الاجتماع التالي للجنة الدستورية": who sits in a mechanism takes part in what is said of it, where the text names no
// two others who surely do.
void seat_members(const Scene& scene, Frame& frame) {
  const mention::Named* m = mechanism_of(scene, scene.mentions().contacts[frame.contact]);
  if (m == nullptr) return;
  std::vector<std::string> members = scene.lexicon().entries()[m->entry].members;
  if (members.size() < 2 || is_setting(scene, frame) || sure_parties(scene, frame, *m).size() >= 2) return;
  std::sort(members.begin(), members.end());
  take_part(scene, frame, std::move(members));
  frame.members = true;
}

bool is_talk(const Scene& scene, const mention::Contact& c) {
  const lexicon::Entry& e = scene.lexicon().entries()[c.entry];
  const Form form = form_of(e);
  return form == Form::talks || form == Form::mediation || e.id == "contact.dialogue";
}

// "المفاوضات حول الصحراء الغربية", "الحوار الليبي الليبي": the sides of the conflict that the talks are about, unless
// somebody else surely holds them.
void seat_sides(const Scene& scene, Frame& frame) {
  const mention::Contact& c = scene.mentions().contacts[frame.contact];
  const mention::Named* named = is_talk(scene, c) ? conflict_of(scene, c) : nullptr;
  if (named == nullptr) return;
  const std::vector<std::string>& members = scene.lexicon().entries()[named->entry].members;
  for (const std::string& a : sure_parties(scene, frame, *named, true))
    if (!among(members, a)) return;
  // Of more than two those whom the article names, and the first two at least.
  std::vector<std::string> sides;
  for (std::size_t i = 0; i < members.size(); ++i)
    if (i < 2 || scene.count(members[i]) > 0) sides.push_back(members[i]);
  std::sort(sides.begin(), sides.end());
  take_part(scene, frame, std::move(sides));
}

// "محادثات بين X وY": just these, where the two stand in the contact's own clause or in one that describes it.
void seat_between(const Scene& scene, Frame& frame) {
  const mention::Contact& c = scene.mentions().contacts[frame.contact];
  const Syntax& syntax = scene.syntax(c.sentence);
  std::int64_t head = -1;
  std::vector<std::string> actors;
  for (const Candidate& k : frame.candidates) {
    const mention::Party& p = scene.mentions().parties[k.party];
    if (p.sentence != c.sentence || syntax.slot(k.party) != "بين" || syntax.host(c, k.party) != "own") continue;
    const std::string way = syntax.way(c, k.party);
    if (way != "/" && !way.ends_with(" of it ")) continue;
    if (head >= 0 && head != syntax.head(k.party)) break;  // the nearest pair
    head = syntax.head(k.party);
    for (const std::string& a : p.actors)
      if (!among(actors, a)) actors.push_back(a);
  }
  if (actors.size() < 2) return;
  std::sort(actors.begin(), actors.end());
  take_part(scene, frame, std::move(actors));
  frame.between = true;
}

// Are those who take part one row, tied together, of which each is in contact with somebody else: places that are
// visited, or who is named behind "مع"?
bool is_row(const Scene& scene, const Frame& frame) {
  const mention::Contact& c = scene.mentions().contacts[frame.contact];
  if (frame.actors.size() < 2) return false;
  const Syntax& syntax = scene.syntax(c.sentence);
  const bool visit = scene.lexicon().entries()[c.entry].id.starts_with("visit.") || is_tour(scene, frame);
  const bool call = scene.lexicon().entries()[c.entry].id.starts_with("call.");
  std::int64_t head = -1;
  for (const Candidate& k : frame.candidates) {
    if (!k.chosen) continue;
    const mention::Party& p = scene.mentions().parties[k.party];
    if (p.sentence != c.sentence || (head >= 0 && head != syntax.head(k.party))) return false;
    head = syntax.head(k.party);
    const std::string_view slot = syntax.slot(k.party);
    const bool with = (slot == "مع" || (call && slot == "ب")) && syntax.host(c, k.party) == "own";
    if (!with && !(visit && is_host(p))) return false;
  }
  return head >= 0;
}

// Who acts in a sentence, by name or office; empty: nobody. "استقبل بوتين الأسد. [و]اتصل بعدها ب...".
std::string_view actor_in(const Scene& scene, std::uint32_t sentence) {
  const Syntax& syntax = scene.syntax(sentence);
  const Scene::Range here = scene.parties(sentence);
  for (std::uint32_t i = here.first; i < here.last; ++i) {
    const mention::Party& p = scene.mentions().parties[i];
    const std::string_view slot = syntax.slot(i);
    const bool man = p.kind == mention::PartyKind::person || p.kind == mention::PartyKind::office;
    if (man && p.actors.size() == 1 && (slot.starts_with("subject") || slot.starts_with("front")))
      return p.actors.front();
  }
  return {};
}

// "جولة شملت روسيا والصين", "المباحثات مع كندا والمكسيك": the other side is somebody else, who acts in the sentence or
// is the likeliest.
void add_other_side(const Scene& scene, Frame& frame) {
  if (!is_row(scene, frame)) return;
  const mention::Contact& c = scene.mentions().contacts[frame.contact];
  const auto& parties = scene.mentions().parties;
  const Syntax::Agent agent = scene.syntax(c.sentence).agent(c);
  const bool elided = agent.party < 0 && c.sentence > 0 && c.property != lexicon::Property::noun;
  const std::string_view before = elided ? actor_in(scene, c.sentence - 1) : std::string_view();
  const Candidate* other = nullptr;
  for (const Candidate& k : frame.candidates) {
    const mention::Party& p = parties[k.party];
    if (!k.chosen && p.actors.size() == 1 && p.actors.front() == before) {
      other = &k;
      break;
    }
    if (k.chosen || p.kind == mention::PartyKind::nisba || p.actors.size() != 1) continue;
    if (agent.party >= 0 && parties[static_cast<std::size_t>(agent.party)].actors == p.actors) {
      other = &k;
      break;
    }
    if (is_host(p) && p.sentence == c.sentence) continue;
    if (other == nullptr || k.score > other->score) other = &k;
  }
  if (other == nullptr) return;
  std::vector<std::string> actors = frame.actors;
  actors.push_back(parties[other->party].actors.front());
  std::sort(actors.begin(), actors.end());
  take_part(scene, frame, std::move(actors));
}

// "مجددا رفضه الحوار مع النظام", "أبدى استعداده للقاء نظيره": whose refusal or readiness it is takes part.
void seat_who_is_ready(const Scene& scene, Frame& frame) {
  constexpr std::uint32_t kReach = 3;  // tokens
  constexpr std::array<std::string_view, 12> kHis = {"رفضه", "رفضها", "استعداده", "استعدادها", "رغبته", "رغبتها",
                                                     "عزمه", "عزمها", "نيته",     "نيتها",     "امله",  "املها"};
  const mention::Contact& c = scene.mentions().contacts[frame.contact];
  if (c.property != lexicon::Property::noun) return;
  bool his = false;
  for (std::uint32_t t = c.first; t-- > 0 && c.first - t <= kReach && !his;)
    his = one_of(bare(scene.word(c.sentence, t)), kHis);
  if (!his) return;
  const Syntax& syntax = scene.syntax(c.sentence);
  const Syntax::Agent agent = syntax.agent(c);
  if (agent.party < 0) return;
  const std::vector<std::string>& who = scene.mentions().parties[static_cast<std::size_t>(agent.party)].actors;
  if (who.size() != 1) return;
  // The other side is named right behind.
  std::vector<std::string> actors = who;
  for (const Candidate& k : frame.candidates) {
    const mention::Party& q = scene.mentions().parties[k.party];
    if (q.sentence != c.sentence || q.first < c.last || syntax.host(c, k.party) != "own") continue;
    if (syntax.slot(k.party) != "مع" && !k.chosen) continue;
    for (const std::string& a : q.actors)
      if (!among(actors, a)) actors.push_back(a);
  }
  if (actors.size() != 2) return;
  std::sort(actors.begin(), actors.end());
  take_part(scene, frame, std::move(actors));
}

// Who carries between the others is none of them.
void unseat_mediators(const Scene& scene, Frame& frame) {
  const std::vector<std::uint32_t> mediators = mediators_of(scene, scene.mentions().contacts[frame.contact]);
  if (mediators.empty()) return;
  std::vector<std::string> sides = frame.actors;
  std::erase_if(sides, [&](const std::string& a) {
    return std::any_of(mediators.begin(), mediators.end(),
                       [&](std::uint32_t m) { return among(scene.mentions().parties[m].actors, a); });
  });
  if (!sides.empty() && sides.size() < frame.actors.size()) take_part(scene, frame, std::move(sides));
}

}  // namespace

void seat(const Scene& scene, Frame& frame) {
  seat_members(scene, frame);
  seat_sides(scene, frame);
  add_other_side(scene, frame);
  seat_between(scene, frame);
  if (!frame.between) seat_who_is_ready(scene, frame);
  unseat_mediators(scene, frame);
}

}  // namespace qanat::report
