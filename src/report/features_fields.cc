#include <algorithm>

#include "report/frame.h"
#include "report/holder.h"
#include "report/syntax.h"

namespace qanat::report {
namespace {

using mention::CueClass;

std::size_t commas_between(const Scene& scene, std::uint32_t a, std::uint32_t b) {
  std::size_t n = 0;
  for (std::uint32_t t = std::min(a, b); t < std::max(a, b); ++t)
    n += scene.mark(t) == "،" || scene.mark(t) == "," ? 1 : 0;
  return n;
}

bool says_between(const Scene& scene, std::uint32_t a, std::uint32_t b) {
  for (std::uint32_t t = std::min(a, b); t < std::max(a, b); ++t)
    if (scene.has_cue(t, CueClass::say)) return true;
  return false;
}

// How many other contact words stand between one and a token of its sentence.
std::string_view contacts_name(const Scene& scene, const mention::Contact& c, std::uint32_t token) {
  return few_name(contacts_between(scene, c.sentence, std::min(token, c.first) + 1, std::max(token, c.first)));
}

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

// Is the mention the one who is heard to speak at the contact word, and how? `party`: its actor takes part.
void voice_features(const Scene& scene, const Frame& frame, const mention::Party& p, bool party, learn::Features& out) {
  const mention::Contact& c = scene.mentions().contacts[frame.contact];
  const std::string_view who = voice_name(scene, frame.voice, p);
  const std::string_view manner = to_string(frame.voice.manner);
  const std::string_view on = frame.voice.goes_on ? "|goes on" : "|";
  const std::string_view governed = to_string(frame.scope.governed);
  const std::string_view state = to_string(frame.state);
  out.add("voice=", who, "|", manner, on);
  out.add("voice,property=", who, "|", manner, "|", property_name(c));
  out.add("voice,scope=", who, "|", manner, "|", governed);
  out.add("voice,scope,property=", who, "|", governed, "|", property_name(c));
  out.add("voice,state=", who, "|", manner, "|", state);
  out.add("voice,state,property=", who, "|", state, "|", property_name(c));
  out.add("voice,kind=", who, "|", manner, "|", to_string(p.kind), on);
  out.add("voice,role=", who, "|", p.role, on);
  out.add("voice,party=", who, "|", manner, party ? "|takes part" : "|", on);
}

}  // namespace

void time_features(const Scene& scene, const Frame& frame, const arabic::TimeMention& time, std::uint32_t sentence,
                   learn::Features& out) {
  const mention::Contact& c = scene.mentions().contacts[frame.contact];
  const std::uint32_t at = scene.token_at(time.span.begin);
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

void place_features(const Scene& scene, const Frame& frame, const mention::Place& place, learn::Features& out) {
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

void speaker_features(const Scene& scene, const Frame& frame, const mention::Party& p, learn::Features& out) {
  const mention::Contact& c = scene.mentions().contacts[frame.contact];
  const auto& sentence = scene.text().sentences[p.sentence];
  const std::string_view kind = to_string(p.kind);
  std::string_view say = "none";
  std::string_view word;
  for (std::uint32_t back = 1; back <= 3 && p.first >= sentence.first + back; ++back) {
    if (scene.has_cue(p.first - back, CueClass::say)) {
      say = back == 1 ? "just before" : "before";
      word = scene.word(p.sentence, std::int64_t{p.first} - back);
      break;
    }
    if (scene.has_cue(p.first - back, CueClass::according) || scene.has_cue(p.first - back, CueClass::carry)) {
      say = "according";
      word = scene.word(p.sentence, std::int64_t{p.first} - back);
      break;
    }
  }
  if (say == "none") {
    for (std::uint32_t t = p.last; t < p.last + 4 && t < sentence.last; ++t) {
      if (!scene.has_cue(t, CueClass::say)) continue;
      say = t == p.last ? "just behind" : "behind";
      word = scene.word(p.sentence, t);
      break;
    }
  }
  const bool quoted = scene.text().tokens[c.first].quoted;
  const bool own_quoted = scene.text().tokens[p.first].quoted;
  const std::string_view back = p.sentence == c.sentence ? "same" : few_name(c.sentence - p.sentence);
  const Scene::Range range = scene.parties(p.sentence);
  const bool first = &p == &scene.mentions().parties[range.first];
  const auto& here = scene.text().sentences[c.sentence];
  bool opens_with_say = false;
  for (std::uint32_t t = here.first; t < here.first + 2 && t < here.last; ++t)
    opens_with_say = opens_with_say || scene.has_cue(t, CueClass::say);
  bool here_says = false;
  for (std::uint32_t t = here.first; t < here.last; ++t) here_says = here_says || scene.has_cue(t, CueClass::say);

  out.add("bias");
  out.add("say,back=", say, "|", back);
  out.add("say,back,kind=", say, back, "|", kind);
  out.add("say,back,first=", say, back, "|", first ? "1" : "0");
  out.add("say,back,quoted=", say, back, quoted ? "|1" : "|0", own_quoted ? "1" : "0");
  out.add("say,back,opens=", say, back, opens_with_say ? "|1" : "|0", here_says ? "1" : "0");
  out.add("word,back=", word, "|", back);
  out.add("kind,role=", kind, "|", p.role);
  out.add("role,back=", p.role, "|", back);
  if (p.sentence == c.sentence) {
    const bool left = p.first < c.first;
    out.add("side,say=", left ? "L|" : "R|", say);
    out.add("side,distance,say=", left ? "L" : "R",
            distance_name(left ? std::int64_t{c.first} - p.last : std::int64_t{p.first} - c.last), say);
    bool that = false;
    for (std::uint32_t t = std::min(p.last, c.first); t < std::max(p.first, c.first); ++t) {
      const std::string_view w = scene.word(p.sentence, t);
      that = that || w == "ان" || w == "انه" || w == "انها" || w == "بان";
    }
    out.add("that,say=", that ? "1|" : "0|", say);
    // Between the two: does somebody else speak, and how far does the speech reach?
    const std::string_view others = says_between(scene, left ? p.last + 1 : p.first, c.first) ? "another" : "";
    const std::string_view scope = that ? "that" : "";
    const std::string_view inside = quoted ? "quoted" : "";
    out.add("scope=", left ? "L" : "R", say, scope, "|", inside, others, first ? "first" : "");
    out.add("scope,kind=", left ? "L" : "R", say, scope, "|", inside, others, kind);
    out.add("scope,word=", left ? "L" : "R", scope, inside, "|", word);
    out.add("scope,state=", left ? "L" : "R", say, scope, "|", inside, to_string(frame.state));
    out.add("scope,property=", left ? "L" : "R", say, scope, "|", inside, property_name(c));
    out.add("scope,contacts=", left ? "L" : "R", say, scope, "|", contacts_name(scene, c, p.first));
    out.add("scope,commas=", left ? "L" : "R", say, scope, "|", few_name(commas_between(scene, p.first, c.first)));
  } else {
    // Speech that runs on: the last one who spoke before this sentence.
    bool last = true;
    for (std::uint32_t i = range.last; last && i < scene.parties(c.sentence).first; ++i) {
      const mention::Party& q = scene.mentions().parties[i];
      for (std::uint32_t k = 1; k <= 3 && q.first >= k; ++k) last = last && !scene.has_cue(q.first - k, CueClass::say);
    }
    const std::string_view tail = last ? "last" : "";
    out.add("runs on=", say, tail, back, "|", quoted ? "quoted" : "", opens_with_say ? "opens" : "",
            here_says ? "says" : "");
    out.add("runs on,opening=", say, tail, back, "|", scene.word(c.sentence, here.first));
    out.add("runs on,kind=", say, tail, back, "|", kind, first ? "first" : "");
    out.add("runs on,property=", say, tail, back, "|", property_name(c));
  }
  const bool party =
      !p.actors.empty() && std::find(frame.actors.begin(), frame.actors.end(), p.actors.front()) != frame.actors.end();
  out.add("party,say=", party ? "1|" : "0|", say, back);
  out.add("state=", to_string(frame.state), "|", say);
  voice_features(scene, frame, p, party, out);
}

void mediator_features(const Scene& scene, const Frame& frame, const Candidate& candidate, learn::Features& out) {
  const mention::Contact& c = scene.mentions().contacts[frame.contact];
  const mention::Party& p = scene.mentions().parties[candidate.party];
  party_features(scene, c, p, out);
  const std::string_view chosen = candidate.chosen ? "chosen" : "left";
  const std::string_view voice = voice_name(scene, frame.voice, p);
  out.add("mediator=", chosen, "|", odds_name(candidate.own));
  out.add("mediator,number=", chosen, "|", few_name(frame.actors.size()));
  out.add("mediator,scope=", chosen, "|", to_string(frame.scope.governed));
  out.add("mediator,voice=", chosen, "|", voice, "|", to_string(frame.voice.manner));
  out.add("mediator,role=", chosen, "|", p.role);
}

void via_features(const Scene& scene, const Frame& frame, const mention::Named& agency, learn::Features& out) {
  const mention::Contact& c = scene.mentions().contacts[frame.contact];
  const std::uint32_t s = agency.sentence;
  const std::string_view before = scene.word(s, std::int64_t{agency.first} - 1);
  const std::string_view before2 = scene.word(s, std::int64_t{agency.first} - 2);
  const std::string_view back = s == c.sentence ? "same" : s < c.sentence ? few_name(c.sentence - s) : "behind";
  bool carried = false;
  const auto& sentence = scene.text().sentences[s];
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t)
    carried = carried || scene.has_cue(t, CueClass::carry) || scene.has_cue(t, CueClass::according);
  bool says = false;
  for (std::uint32_t t = agency.first > sentence.first + 3 ? agency.first - 3 : sentence.first; t < agency.first; ++t)
    says = says || scene.has_cue(t, CueClass::say) || scene.has_cue(t, CueClass::carry);
  out.add("bias");
  out.add("back=", back);
  out.add("before=", before);
  out.add("before,back=", before, "|", back);
  out.add("before2=", before2, "|", before);
  out.add("carried,back=", carried ? "1|" : "0|", back);
  out.add("says,back=", says ? "1|" : "0|", back);
  out.add("agency=", scene.lexicon().entries()[agency.entry].id);
  out.add("place=", distance_name(std::int64_t{agency.first} - sentence.first), "|", back);
  out.add("sentence=", few_name(s));
}

}  // namespace qanat::report
