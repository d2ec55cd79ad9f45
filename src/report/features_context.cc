// What speaks for a party named in a sentence before the contact's own, and where an actor stands in the conflicts that
// the article speaks of.
#include <algorithm>

#include "report/frame.h"
#include "report/syntax.h"

namespace qanat::report {

using mention::Contact;
using mention::CueClass;

// Is the mention said to speak: "قال X", "X قال", "وأكد X"?
bool speaks(const Scene& scene, std::uint32_t s, const mention::Party& p) {
  const auto& sentence = scene.text().sentences[s];
  for (std::uint32_t back = 1; back <= 2 && p.first >= sentence.first + back; ++back)
    if (scene.has_cue(p.first - back, CueClass::say)) return true;
  for (std::uint32_t t = p.last; t < p.last + 2 && t < sentence.last; ++t)
    if (scene.has_cue(t, CueClass::say)) return true;
  return false;
}

// Where the actor stands in the conflicts that the article speaks of: "محادثات السلام" joins the two sides, whoever
// else is named beside it.
void conflict_features(const Scene& scene, const Contact& c, const mention::Party& p, std::string_view where,
                       learn::Features& out) {
  const std::string_view id = scene.lexicon().entries()[c.entry].id;
  const std::string& actor = p.actors.front();
  const auto& rivals = scene.rivals(actor);
  const auto& sides = scene.conflict();
  const bool side = std::find(sides.begin(), sides.end(), actor) != sides.end();
  std::size_t rivals_here = 0;
  bool rivals_beside = false;  // two others in the sentence stand against one another
  std::vector<std::string_view> seen;
  const Scene::Range here = scene.parties(c.sentence);
  for (std::uint32_t i = here.first; i < here.last; ++i) {
    for (const std::string& a : scene.mentions().parties[i].actors) {
      if (a == actor || std::find(seen.begin(), seen.end(), a) != seen.end()) continue;
      if (std::find(rivals.begin(), rivals.end(), a) != rivals.end()) ++rivals_here;
      const auto& against = scene.rivals(a);
      for (const std::string_view b : seen)
        rivals_beside = rivals_beside || std::find(against.begin(), against.end(), b) != against.end();
      seen.push_back(a);
    }
  }
  const std::string_view standing = side ? "side" : !rivals.empty() ? "rival" : sides.empty() ? "none" : "third";
  const std::string_view near = few_name(rivals_here);
  const std::string_view beside = rivals_beside ? "beside" : "";
  out.add("conflict=", standing, "|", where);
  out.add("conflict,id=", standing, "|", where, "|", id);
  out.add("conflict,near=", standing, near, beside, "|", where);
  out.add("conflict,near,id=", standing, near, beside, "|", where, "|", id);
  out.add("conflict,near,property=", standing, near, beside, "|", where, "|", property_name(c));
  out.add("conflict,kind=", standing, "|", to_string(p.kind), "|", where);
  if (!p.role.empty()) out.add("conflict,role=", standing, "|", p.role, "|", where);
}

namespace {

// Is it named in its sentence as one of two who do something together: behind "مع" or "بين", or with somebody behind
// one?
bool joined_there(const Scene& scene, const mention::Party& p, std::uint32_t index) {
  const Syntax& syntax = scene.syntax(p.sentence);
  const auto joins = [](std::string_view slot) { return slot.starts_with("مع") || slot.starts_with("بين"); };
  if (joins(syntax.slot(index))) return true;
  const Scene::Range range = scene.parties(p.sentence);
  for (std::uint32_t i = range.first; i < range.last; ++i)
    if (i != index && joins(syntax.slot(i)) && scene.mentions().parties[i].actors != p.actors) return true;
  return false;
}

}  // namespace

void context_features(const Scene& scene, const Contact& c, const mention::Party& p, learn::Features& out) {
  const std::string_view id = scene.lexicon().entries()[c.entry].id;
  const std::string_view property = property_name(c);
  const Scene::Range here = scene.parties(c.sentence);
  const Scene::Range there = scene.parties(p.sentence);
  const bool first_there = &p == &scene.mentions().parties[there.first];
  const std::string_view here_count = few_name(actors_named(scene, c.sentence).size());
  const std::string_view back = few_name(c.sentence - p.sentence);
  const std::string_view rank = few_name(static_cast<std::size_t>(scene.rank(p.actors.front())));

  out.add("context");
  out.add("context,here=", here_count);
  out.add("context,here,property=", here_count, "|", property);
  out.add("context,here,back=", here_count, "|", back);
  out.add("context,here,rank=", here_count, "|", rank);
  out.add("context,back=", back);
  out.add("context,rank=", rank);
  out.add("context,kind=", to_string(p.kind));
  out.add("context,kind,here=", to_string(p.kind), "|", here_count);
  out.add("context,first=", first_there ? "1" : "0", "|", back);
  out.add("context,first,here=", first_there ? "1" : "0", "|", here_count);
  const std::string_view behind = scene.word(c.sentence, c.last);
  const std::string_view preceding = scene.word(c.sentence, std::int64_t{c.first} - 1);
  out.add("context,behind=", behind);
  out.add("context,behind,property=", behind, "|", property);
  out.add("context,behind,here=", behind, "|", here_count);
  out.add("context,before=", preceding);
  out.add("context,before,property=", preceding, "|", property);
  out.add("context,before,here=", preceding, "|", here_count);
  out.add("context,word=", scene.word(c.sentence, c.first), "|", here_count);
  out.add("context,opens=", few_name((c.first - scene.text().sentences[c.sentence].first) / 2), "|", property,
          here_count);
  // Who stands ahead of the contact word in its sentence, and behind it.
  std::size_t left = 0;
  std::size_t right = 0;
  for (std::uint32_t i = here.first; i < here.last; ++i) ++(scene.mentions().parties[i].first < c.first ? left : right);
  out.add("context,sides=", few_name(left), few_name(right), "|", property);
  out.add("context,sides,back=", few_name(left), few_name(right), "|", few_name(c.sentence - p.sentence));
  out.add("context,sides,rank=", few_name(left), few_name(right), "|", rank);
  out.add("context,sides,first=", few_name(left), few_name(right), "|", first_there ? "1" : "0");
  out.add("context,id=", id);
  out.add("context,id,here=", id, "|", here_count);
  if (!p.role.empty()) out.add("context,role=", p.role, "|", here_count);
  if (speaks(scene, p.sentence, p)) out.add("context,speaks|", here_count);
  if (scene.in_title(p.actors.front())) out.add("context,title|", here_count);
  if (scene.in_lead(p.actors.front())) out.add("context,lead|", here_count);
  if (scene.text().tokens[c.first].quoted) out.add("context,quoted|", here_count);
  // What it is in its own sentence, and whether the contact's names somebody who acts.
  const auto index = scene.index_of(p);
  const std::string_view slot = scene.syntax(p.sentence).slot(index);
  const Syntax::Agent agent = scene.syntax(c.sentence).agent(c);
  std::string_view acts = "nobody";
  if (agent.party >= 0) acts = agent.out == 0 ? "acts" : "acts outside";
  const std::string_view pronoun = (c.inflection & lexicon::kPronoun) != 0 ? "pronoun" : "";
  out.add("context,slot=", slot, "|", back);
  out.add("context,slot,here=", slot, "|", here_count);
  out.add("context,slot,property=", slot, "|", property);
  out.add("context,acts=", acts, pronoun, "|", here_count);
  out.add("context,acts,property=", acts, "|", property, "|", back);
  out.add("context,acts,slot=", acts, pronoun, "|", slot, "|", back);
  out.add("context,acts,id=", acts, "|", id);
  const bool together = joined_there(scene, p, index);
  out.add("context,joined=", together ? "1" : "0", "|", here_count);
}

}  // namespace qanat::report
