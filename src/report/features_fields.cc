// When and where a contact was.
#include <algorithm>

#include "report/frame.h"
#include "report/holder.h"
#include "report/syntax.h"

namespace qanat::report {
namespace {

using mention::CueClass;

// A time or place in another sentence than the contact: what ties that sentence to it.
void tie_features(const Scene& scene, const Frame& frame, std::uint32_t sentence, std::size_t own_candidates,
                  std::string_view kind, learn::Features& out) {
  const mention::Contact& c = scene.mentions().contacts[frame.contact];
  const std::string_view where = sentence > c.sentence        ? "behind"
                                 : sentence + 1 == c.sentence ? "before"
                                 : sentence + 2 == c.sentence ? "before2"
                                 : sentence == 0              ? "first"
                                                              : "second";
  const std::string_view lead = sentence == 0 ? "lead" : "";
  const std::string_view own = few_name(own_candidates);
  const std::vector<std::string_view> named = actors_named(scene, sentence);
  std::size_t shared = 0;
  for (const std::string& a : frame.actors) shared += std::find(named.begin(), named.end(), a) != named.end() ? 1 : 0;
  const std::string_view form = to_string(frame.form);
  bool same_form = false;
  for (const mention::Contact& o : scene.contacts(sentence)) {
    const std::string_view id = scene.lexicon().entries()[o.entry].id;
    same_form = same_form || form_name(id) == form;
  }
  const std::string_view all = shared == frame.actors.size() && shared > 1 ? "all" : few_name(shared);
  const std::string_view same = same_form ? "same" : "";
  const std::string_view state = to_string(frame.state);
  out.add("tie=", where, lead, "|", own);
  out.add("tie,state=", where, lead, "|", own, state);
  out.add("tie,kind=", where, lead, "|", own, kind);
  out.add("tie,shared=", where, lead, "|", own, all);
  out.add("tie,shared,form=", where, all, "|", form, same);
  out.add("tie,property=", where, lead, "|", own, property_name(c));
  out.add("tie,shared,property=", where, all, "|", property_name(c), same);
  out.add("tie,shared,kind,state=", where, all, "|", kind, state);
  out.add("tie,all=", where, all, "|", own, same, kind);
  out.add("tie,sentence=", where, "|", few_name(c.sentence));
}

}  // namespace

void time_features(const Scene& scene, const Telling& telling, const arabic::TimeMention& time, std::uint32_t sentence,
                   learn::Features& out) {
  const std::uint32_t at = scene.token_at(time.span.begin);
  const Frame& frame = nearest_frame(scene, telling, sentence, at);
  const mention::Contact& c = scene.mentions().contacts[frame.contact];
  const std::uint32_t end = scene.token_at(time.span.end);
  const std::string_view id = scene.lexicon().entries()[c.entry].id;
  const std::string_view form = form_name(id);
  const std::string_view state = to_string(frame.state);
  std::string_view when = "?";
  if (time.when && scene.published()) {
    const Date day = *scene.published();
    when = time.when->first > day                ? "future"
           : time.when->last < day               ? "past"
           : time.when->first == time.when->last ? "today"
                                                 : "around";
  }
  constexpr std::string_view kPrecisions[] = {"day", "range", "month", "year"};
  const std::string_view precision = time.when ? kPrecisions[static_cast<std::size_t>(time.when->precision)] : "none";
  out.add("bias");
  out.add("precision=", precision, "|", state);
  out.add("when,state=", when, "|", state);
  out.add("publication day=", time.publication_day ? "1" : "0", "|", state);
  out.add("word=", scene.word(sentence, at));
  out.add("before=", scene.word(sentence, std::int64_t{at} - 1));
  out.add("before2=", scene.word(sentence, std::int64_t{at} - 2));
  out.add("behind=", scene.word(sentence, end));
  if (scene.times(sentence).size() == 1) out.add("only one");
  telling_features(scene, telling, frame, sentence, at, when, out);
  if (sentence != c.sentence) {
    tie_features(scene, frame, sentence, scene.times(c.sentence).size(),
                 when == "today" || when == "past" || when == "future" ? when : precision, out);
    out.add("tie,precision,when=", precision, "|", when, state);
    return;
  }
  out.add("own sentence|", when, "|", state);
  const bool left = at < c.first;
  const std::string_view side = left ? "L" : "R";
  const std::int64_t distance = left ? std::int64_t{c.first} - end : std::int64_t{at} - c.last;
  out.add("side,distance=", side, "|", distance_name(distance));
  out.add("side,form=", side, "|", form);
  out.add("side,property=", side, "|", property_name(c));
  out.add("side,commas=", side, "|", few_name(commas_between(scene, at, c.first)));
  out.add("side,contacts=", side, "|", contacts_name(scene, c, at));
  const bool says = says_between(scene, at, c.first);
  out.add("side,says=", side, says ? "1" : "0");
  out.add("side,says,when=", side, says ? "1|" : "0|", when);
  bool said = false;  // "قال أمس", "وأكد الوزير الثلاثاء": the day of saying
  for (std::uint32_t t = at > 4 ? at - 4 : 0; t < at; ++t) said = said || scene.has_cue(t, CueClass::say);
  out.add("says before=", said ? "1" : "0", "|", side);
  out.add("says before,distance=", said ? "1" : "0", "|", distance_name(distance));
  const Holder holder = holder_of(scene, scene.syntax(sentence).clauses(), c, at);
  const std::string_view kind = to_string(time.form);
  out.add("holder=", holder.before, "|", side);
  out.add("holder,behind=", holder.before, "|", holder.behind);
  out.add("holder,when=", holder.before, "|", when, state);
  out.add("holder,behind,when=", holder.before, "|", holder.behind, "|", when, state);
  out.add("holder,kind=", holder.before, "|", kind, side);
  out.add("kind,when,state=", kind, "|", when, state);
  out.add("scope,holder=", to_string(frame.scope.governed), "|", holder.before, when);
  for (const arabic::TimeMention& other : scene.times(sentence)) {
    if (other.span == time.span) continue;
    const std::uint32_t o = scene.token_at(other.span.begin);
    const std::int64_t od = o < c.first ? std::int64_t{c.first} - o : std::int64_t{o} - c.last;
    out.add(od < distance ? "a nearer one" : "nearest of several");
  }
}

namespace {

// The contact word that a place stands behind with nothing that parts them: "زيارة إلى الأردن", "وصل مساء أمس إلى
// بيونغيانغ"; nullptr: none.
const mention::Contact* hanging_on(const Scene& scene, const mention::Place& place) {
  constexpr std::int64_t kReach = 8;  // tokens
  const mention::Contact* out = nullptr;
  for (const mention::Contact& o : scene.contacts(place.sentence))
    if (o.last <= place.first) out = &o;
  if (out == nullptr || std::int64_t{place.first} - out->last > kReach) return nullptr;
  return commas_between(scene, out->last, place.first) > 0 ? nullptr : out;
}

// What the place hangs on, and what it is for those who take part.
void hold_features(const Scene& scene, const Frame& frame, const mention::Place& place, std::string_view form,
                   std::string_view kind, std::string_view g, bool party, learn::Features& out) {
  const mention::Contact& c = scene.mentions().contacts[frame.contact];
  const mention::Contact* hold = hanging_on(scene, place);
  const std::string_view held_form = hold == nullptr ? "" : form_name(scene.lexicon().entries()[hold->entry].id);
  const std::string_view whose = hold == nullptr                ? "none"
                                 : hold->first == c.first       ? "own"
                                 : place.sentence == c.sentence ? "other"
                                                                : "elsewhere";
  // Whose land is it?
  const std::string_view land = place.state.empty() ? "?" : party ? "party" : "stranger";
  // Is it part of somebody's title: "وزير خارجية مصر"?
  std::string_view inside = "free";
  const Scene::Range range = scene.parties(place.sentence);
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    const mention::Party& p = scene.mentions().parties[i];
    if (p.first > place.first || place.last > p.last) continue;
    const bool more = p.first < place.first || place.last < p.last;
    inside = more ? "in a title" : to_string(p.kind);
    if (!more && place.sentence == c.sentence) {
      const Syntax& syntax = scene.syntax(c.sentence);
      out.add("place slot=", syntax.slot(i), "|", syntax.way(c, i));
      out.add("place slot,form=", syntax.slot(i), "|", form, "|", syntax.host(c, i));
    }
    break;
  }
  const auto named = static_cast<std::size_t>(place.state.empty() ? 0 : scene.count(place.state));
  out.add("hold=", whose, "|", held_form, "|", kind);
  out.add("hold,form=", whose, "|", held_form, "|", form);
  out.add("hold,form,land=", whose, held_form, "|", form, "|", land);
  out.add("hold,land,kind=", whose, held_form, "|", land, "|", kind);
  out.add("hold,governor=", whose, held_form, "|", g);
  out.add("hold,state=", whose, held_form, "|", to_string(frame.state), "|", land);
  out.add("inside=", inside, "|", whose);
  out.add("inside,governor=", inside, "|", g);
  out.add("land,form,number=", land, "|", form, "|", few_name(frame.actors.size()));
  out.add("named=", few_name(named), "|", land, "|", kind);
}

}  // namespace

void place_features(const Scene& scene, const Telling& telling, const mention::Place& place, learn::Features& out) {
  const Frame& frame = nearest_frame(scene, telling, place.sentence, place.first);
  const mention::Contact& c = scene.mentions().contacts[frame.contact];
  const std::string_view id = scene.lexicon().entries()[c.entry].id;
  const std::string_view form = form_name(id);
  const std::string_view kind = place.state_name ? "state" : place.capital ? "capital" : place.seat ? "seat" : "place";
  const std::string_view g = governor(scene, place.sentence, place.first, place.preposition);
  const bool party = among(frame.actors, place.state);
  out.add("bias");
  out.add("form,kind=", form, "|", kind);
  out.add("governor,kind=", g, "|", kind);
  out.add("governor,form=", g, "|", form);
  out.add("governor,kind,form=", g, kind, "|", form);
  out.add("party,kind=", party ? "1|" : "0|", kind);
  out.add("party,kind,form=", party ? "1|" : "0|", kind, form);
  out.add("before2=", scene.word(place.sentence, std::int64_t{place.first} - 2), "|", g);
  out.add("state=", to_string(frame.state), "|", kind);
  hold_features(scene, frame, place, form, kind, g, party, out);
  telling_features(scene, telling, frame, place.sentence, place.first, kind, out);
  if (place.sentence != c.sentence) {
    const Scene::Range own = scene.places(c.sentence);
    tie_features(scene, frame, place.sentence, own.last - own.first, kind, out);
    out.add("other sentence,governor=", g, "|", form);
    out.add("other sentence,governor,party=", g, party ? "1|" : "0|", kind);
    return;
  }
  out.add("own sentence|", kind);
  const bool left = place.first < c.first;
  const std::string_view side = left ? "L" : "R";
  const std::int64_t distance = left ? std::int64_t{c.first} - place.last : std::int64_t{place.first} - c.last;
  out.add("side,distance=", side, "|", distance_name(distance));
  out.add("side,governor=", side, "|", g);
  out.add("side,governor,distance=", side, g, "|", distance_name(distance));
  out.add("side,contacts=", side, "|", contacts_name(scene, c, place.first));
  out.add("side,commas=", side, "|", few_name(commas_between(scene, place.first, c.first)));
  out.add("id,governor,kind=", id, g, "|", kind);
  out.add("says=", says_between(scene, place.first, c.first) ? "1" : "0", side);
  const Scene::Range range = scene.places(place.sentence);
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    const mention::Place& o = scene.mentions().places[i];
    if (o.first == place.first) continue;
    if (governor(scene, o.sentence, o.first, o.preposition) == "في") out.add("another with في|", g);
  }
}

}  // namespace qanat::report
