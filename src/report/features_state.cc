#include <array>

#include "report/clause.h"
#include "report/frame.h"
#include "report/syntax.h"

namespace qanat::report {
namespace {

using mention::CueClass;

bool tells_state(CueClass k) {
  return k != CueClass::with && k != CueClass::stop && k != CueClass::other && k != CueClass::honorific &&
         k != CueClass::institution && k != CueClass::inner && k != CueClass::adjective && k != CueClass::sport &&
         k != CueClass::business && k != CueClass::culture && k != CueClass::home_affairs &&
         k != CueClass::counterpart && k != CueClass::anaphor_two && k != CueClass::anaphor_all && k != CueClass::home;
}

std::string_view zone_name(std::int64_t distance) {
  if (distance < -12) return "far before";
  if (distance < -5) return "before";
  if (distance < -2) return "near before";
  if (distance < 0) return "just before";
  if (distance == 0) return "itself";
  if (distance <= 2) return "just behind";
  if (distance <= 5) return "near behind";
  if (distance <= 12) return "behind";
  return "far behind";
}

// A word without its conjunction.
std::string_view key_of(const Scene& scene, std::uint32_t s, std::int64_t token) {
  if (token < 0) return "-";
  std::string_view w = scene.word(s, token);
  constexpr std::size_t kShortest = 8;  // bytes: "وقد" keeps its و
  if (w.starts_with("و") && w.size() >= kShortest) w.remove_prefix(2);
  return w;
}

void verb_features(const Scene& scene, std::uint32_t s, const NearVerb& verb, std::string_view place,
                   std::string_view property, learn::Features& out) {
  if (verb.token < 0) {
    out.add(place, "none|", property);
    return;
  }
  const std::string_view key = key_of(scene, s, verb.token);
  const std::string_view tense = to_string(verb.tense);
  const std::string_view that = verb.relative ? "relative" : verb.that ? "that" : "";
  out.add(place, "tense=", tense, "|", that, "|", property);
  out.add(place, "tense,modifier=", tense, "|", verb.modifier, "|", that);
  out.add(place, "key=", key);
  out.add(place, "key,tense=", key, "|", tense, "|", that, "|", verb.modifier);
  const std::uint64_t bits = scene.cue_bits(static_cast<std::uint32_t>(verb.token));
  for (std::size_t k = 0; k < mention::kCueClasses; ++k)
    if ((bits >> k & 1U) != 0 && tells_state(static_cast<CueClass>(k)))
      out.add(place, "class=", to_string(static_cast<CueClass>(k)), "|", tense, "|", that, "|", verb.modifier);
}

// What one token does to those that it governs: its classes, its tense, or how it modifies a verb. Empty: nothing.
std::string operator_of(const Scene& scene, const Clauses& clauses, std::uint32_t s, std::uint32_t token) {
  std::string out;
  const std::uint64_t bits = scene.cue_bits(token);
  for (std::size_t k = 0; k < mention::kCueClasses; ++k) {
    if ((bits >> k & 1U) == 0 || !tells_state(static_cast<CueClass>(k))) continue;
    if (!out.empty()) out += '+';
    out += to_string(static_cast<CueClass>(k));
  }
  switch (clauses.gloss(token)) {
    case Gloss::that:
      return "that";
    case Gloss::modifier:
      return "<" + std::string(scene.word(s, token)) + ">";
    case Gloss::verb:
      return out + ":" + to_string(clauses.tense(token));
    default:
      return out;
  }
}

// The operators from the contact word outwards: "plan>that>imperfect" reads from the nearest to the farthest.
void operator_features(const Scene& scene, const Clauses& clauses, const Clause& clause, const mention::Contact& c,
                       std::string_view form, std::string_view property, std::string_view when, learn::Features& out) {
  constexpr std::size_t kMostOperators = 4;
  std::string chain;
  std::size_t count = 0;
  for (std::uint32_t t = c.first; t-- > clause.first && count < kMostOperators;) {
    if (clauses.gloss(t) == Gloss::name) continue;
    if (clauses.gloss(t) == Gloss::relative) {
      chain += "relative>";
      break;
    }
    const std::string op = operator_of(scene, clauses, c.sentence, t);
    if (op.empty()) continue;
    chain += op + '>';
    ++count;
    out.add("chain=", chain, "|", property);
    if (count > 2) continue;
    out.add("chain,form=", chain, "|", form);
    out.add("chain,when=", chain, "|", when, "|", property);
  }
  out.add("whole chain=", chain, "|", property);
  if (count == 0) out.add("no chain|", property, "|", when);
  std::string behind;
  count = 0;
  for (std::uint32_t t = c.last; t < clause.last && count < 2; ++t) {
    if (clauses.gloss(t) == Gloss::name) continue;
    const std::string op = operator_of(scene, clauses, c.sentence, t);
    if (op.empty()) continue;
    behind += op + '>';
    ++count;
    out.add("behind chain=", behind, "|", property);
  }
  out.add("both chains=", chain, "|", behind);
}

void scope_features(const Scope& scope, std::string_view form, std::string_view property, std::string_view when,
                    learn::Features& out) {
  const std::string_view governed = to_string(scope.governed);
  const std::string_view predicate = to_string(scope.predicate);
  out.add("scope=", governed);
  out.add("scope,property=", governed, "|", property);
  out.add("scope,form=", governed, "|", form);
  out.add("scope,when=", governed, "|", when);
  out.add("scope,when,property=", governed, "|", when, "|", property);
  out.add("predicate=", predicate);
  out.add("scope,predicate=", governed, "|", predicate);
  out.add("predicate,property=", predicate, "|", property);
  out.add("predicate,when=", predicate, "|", when);
}

void clause_features(const Scene& scene, const Frame& frame, std::string_view when, learn::Features& out) {
  const mention::Contact& c = scene.mentions().contacts[frame.contact];
  const std::uint32_t s = c.sentence;
  const std::string_view id = scene.lexicon().entries()[c.entry].id;
  const std::string_view form = form_name(id);
  const std::string_view property = property_name(c);
  const Clauses& clauses = scene.syntax(s).clauses();
  const Clause clause = clauses.around(c);
  const std::string_view g1 = key_of(scene, s, clause.governors[0]);
  const std::string_view g2 = key_of(scene, s, clause.governors[1]);
  const std::string_view g3 = key_of(scene, s, clause.governors[2]);
  out.add("g1=", g1);
  out.add("g1,form=", g1, "|", form);
  out.add("g1,property=", g1, "|", property);
  out.add("g2=", g2);
  out.add("g2,g1=", g2, "|", g1);
  out.add("g3=", g3);
  out.add("g3,g2,g1=", g3, "|", g2, "|", g1);
  constexpr std::array<std::string_view, 3> kSteps = {"g1", "g2", "g3"};
  for (std::size_t i = 0; i < clause.governors.size(); ++i) {
    const std::int64_t g = clause.governors[i];
    if (g < 0) continue;
    out.add("g=", key_of(scene, s, g));
    const std::uint64_t bits = scene.cue_bits(static_cast<std::uint32_t>(g));
    for (std::size_t k = 0; k < mention::kCueClasses; ++k) {
      if ((bits >> k & 1U) == 0 || !tells_state(static_cast<CueClass>(k))) continue;
      out.add(kSteps[i], " class=", to_string(static_cast<CueClass>(k)), "|", form);
      out.add("g class=", to_string(static_cast<CueClass>(k)), "|", property);
    }
  }
  // The adjective behind it, past the names: "الزيارة المقبلة", "لقاء الرئيسين المرتقب".
  for (std::uint32_t t = c.last; t < clause.last && t < c.last + 10; ++t) {
    if (clauses.gloss(t) == Gloss::name) continue;
    const std::string_view w = scene.word(s, t);
    out.add("next=", w, "|", c.article || property == "noun+pronoun" ? "definite" : "");
    if (w.starts_with("ال")) out.add("adjective=", w);
    break;
  }
  // How the sentence begins: "وكان", "ومن المقرر", "يذكر ان".
  const std::uint32_t begin = scene.text().sentences[s].first;
  out.add("opening=", scene.word(s, begin));
  out.add("opening2=", scene.word(s, begin), "|", scene.word(s, std::int64_t{begin} + 1));
  operator_features(scene, clauses, clause, c, form, property, when, out);
  scope_features(frame.scope, form, property, when, out);
  verb_features(scene, s, clause.before, "verb before ", property, out);
  verb_features(scene, s, clause.above, "verb above ", property, out);
  verb_features(scene, s, clause.behind, "verb behind ", property, out);
  out.add("verbs=", to_string(clause.above.tense), "|", to_string(clause.before.tense), "|", property);
  out.add("own modifier=", clause.modifier, "|", property);
  for (std::uint32_t t = clause.first; t < clause.last; ++t) {
    if (clauses.gloss(t) == Gloss::name || (t >= c.first && t < c.last)) continue;
    out.add(t < c.first ? "clause before=" : "clause behind=", key_of(scene, s, t));
    const std::uint64_t bits = scene.cue_bits(t);
    if (bits == 0) continue;
    const bool negated = t > 0 && scene.has_cue(t - 1, CueClass::negation);
    for (std::size_t k = 0; k < mention::kCueClasses; ++k)
      if ((bits >> k & 1U) != 0 && tells_state(static_cast<CueClass>(k)))
        out.add(t < c.first ? "clause cue before=" : "clause cue behind=", negated ? "not " : "",
                to_string(static_cast<CueClass>(k)));
  }
}

}  // namespace

void state_features(const Scene& scene, const Frame& frame, learn::Features& out) {
  const mention::Contact& c = scene.mentions().contacts[frame.contact];
  const std::uint32_t s = c.sentence;
  const std::string_view id = scene.lexicon().entries()[c.entry].id;
  const std::string_view form = form_name(id);
  const std::string_view property = property_name(c);
  const std::string_view own = scene.word(s, c.first);
  const std::string_view before = scene.word(s, std::int64_t{c.first} - 1);
  const std::string_view before2 = scene.word(s, std::int64_t{c.first} - 2);
  const std::string_view before3 = scene.word(s, std::int64_t{c.first} - 3);
  const std::string_view behind = scene.word(s, c.last);

  if (said_not_to_be(scene, c)) out.add("said not to be");
  out.add("bias");
  out.add("id=", id);
  out.add("property=", property);
  out.add("id,property=", id, "|", property);
  out.add("form,property=", form, "|", property);
  out.add("word=", own);
  out.add("before=", before);
  out.add("before,property=", before, "|", property);
  out.add("before2=", before2);
  out.add("before2,before=", before2, "|", before);
  out.add("before3=", before3);
  out.add("behind=", behind);
  out.add("behind2=", scene.word(s, std::int64_t{c.last} + 1));
  if (c.preposition) out.add("governor=", governor(scene, s, c.first, true), "|", form);
  if (c.future) out.add("future form");
  const bool quoted = scene.text().tokens[c.first].quoted;
  out.add("quoted=", quoted ? "1" : "0");
  out.add("quoted,property=", quoted ? "1|" : "0|", property);
  out.add("sentence=", few_name(s));

  const Scene::Range cues = scene.cues(s);
  for (std::uint32_t i = cues.first; i < cues.last; ++i) {
    const mention::Cue& cue = scene.mentions().cues[i];
    if (!tells_state(cue.kind)) continue;
    const std::int64_t distance = cue.first >= c.last
                                      ? std::int64_t{cue.first} - c.last + 1
                                      : (cue.last <= c.first ? std::int64_t{cue.last} - c.first - 1 : std::int64_t{0});
    const std::string_view zone = zone_name(distance);
    const std::string_view kind = to_string(cue.kind);
    out.add("cue=", kind, "|", zone);
    out.add("cue,property=", kind, zone, "|", property);
    out.add("cue word=", scene.word(s, cue.first), "|", zone);
    out.add("cue anywhere=", kind);
    if (cue.property == lexicon::Property::perfect || cue.property == lexicon::Property::imperfect)
      out.add("cue verb=", kind, "|", to_string(cue.property));
    if (cue.first > 0 && scene.has_cue(cue.first - 1, CueClass::negation)) out.add("negated cue=", kind, "|", zone);
  }

  // When: before, on or after the day of publication; nearer times weigh more.
  const auto& times = scene.times(s);
  std::string_view nearest = "none";
  std::int64_t nearest_distance = 1000000;
  for (const arabic::TimeMention& t : times) {
    std::string_view when = "?";
    if (t.when && scene.published()) {
      const Date day = *scene.published();
      when = t.when->first > day             ? "future"
             : t.when->last < day            ? "past"
             : t.when->first == t.when->last ? "today"
                                             : "around";
    }
    if (t.hint == arabic::TimeMention::Tense::past) out.add("time hint=past");
    if (t.hint == arabic::TimeMention::Tense::future) out.add("time hint=future");
    out.add("time=", when);
    const std::int64_t distance = std::int64_t{scene.token_at(t.span.begin)} - c.first;
    if (std::abs(distance) < nearest_distance) {
      nearest_distance = std::abs(distance);
      nearest = when;
    }
  }
  out.add("nearest time=", nearest);
  out.add("nearest time,property=", nearest, "|", property);
  out.add("nearest time,form=", nearest, "|", form);
  out.add("nearest time,id=", nearest, "|", id);

  clause_features(scene, frame, nearest, out);
  const std::string_view manner = to_string(frame.voice.manner);
  out.add("voice=", manner, "|", property);
  out.add("voice,scope=", manner, "|", to_string(frame.scope.governed));

  out.add("parties=", few_name(frame.actors.size()), "|", property);
  bool subject_before = false;
  for (const Candidate& k : frame.candidates)
    if (k.chosen && scene.mentions().parties[k.party].last == c.first) subject_before = true;
  if (subject_before) out.add("subject before|", property);
}

void form_features(const Scene& scene, const Frame& frame, learn::Features& out) {
  const mention::Contact& c = scene.mentions().contacts[frame.contact];
  const std::uint32_t s = c.sentence;
  const std::string_view id = scene.lexicon().entries()[c.entry].id;
  const std::string_view form = form_name(id);
  out.add("bias");
  out.add("id=", id);
  out.add("form=", form);
  out.add("id,property=", id, "|", property_name(c));
  out.add("word=", scene.word(s, c.first));
  out.add("word,behind=", scene.word(s, c.first), "|", scene.word(s, c.last));
  out.add("behind=", scene.word(s, c.last));
  out.add("before=", scene.word(s, std::int64_t{c.first} - 1));
  out.add("form,before=", form, "|", scene.word(s, std::int64_t{c.first} - 1));
  out.add("form,parties=", form, "|", few_name(frame.actors.size()));
  for (const Candidate& k : frame.candidates) {
    if (!k.chosen) continue;
    const mention::Party& p = scene.mentions().parties[k.party];
    out.add("form,role=", form, "|", p.role.empty() ? "none" : std::string_view(p.role));
    out.add("form,kind=", form, "|", to_string(p.kind));
    if (p.kind == mention::PartyKind::capital)
      out.add("form,governor=", form, "|", governor(scene, s, p.first, p.preposition));
  }
  // Other contact words of the sentence.
  for (const mention::Contact& o : scene.contacts(s)) {
    if (o.first == c.first) continue;
    const std::string_view other = scene.lexicon().entries()[o.entry].id;
    const bool near = std::abs(std::int64_t{o.first} - c.first) <= 4;
    out.add(near ? "near other=" : "other=", other.substr(0, other.find('.')), "|", form);
  }
}

}  // namespace qanat::report
