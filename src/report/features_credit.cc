// Who says so, through whom it came, and who carries between the others.
#include <algorithm>

#include "report/frame.h"

namespace qanat::report {
namespace {

using arabic::kLetter;
using mention::CueClass;

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
  const bool party = !p.actors.empty() && among(frame.actors, p.actors.front());
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

void via_features(const Scene& scene, const Telling& telling, const mention::Named& agency, learn::Features& out) {
  const std::uint32_t s = agency.sentence;
  const Frame& frame = nearest_frame(scene, telling, s, agency.first);
  const mention::Contact& c = scene.mentions().contacts[frame.contact];
  const std::string_view before = scene.word(s, std::int64_t{agency.first} - 1);
  const std::string_view before2 = scene.word(s, std::int64_t{agency.first} - 2);
  const std::string_view back = s == c.sentence ? "same" : s < c.sentence ? few_name(c.sentence - s) : "behind";
  bool carried = false;
  bool said = false;  // in the sentence, before the agency: "صرح المتحدث [لرويترز]"
  const auto& sentence = scene.text().sentences[s];
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
    carried = carried || scene.has_cue(t, CueClass::carry) || scene.has_cue(t, CueClass::according);
    said = said || (t < agency.first && scene.has_cue(t, CueClass::say));
  }
  bool says = false;
  for (std::uint32_t t = agency.first > sentence.first + 3 ? agency.first - 3 : sentence.first; t < agency.first; ++t)
    says = says || scene.has_cue(t, CueClass::say) || scene.has_cue(t, CueClass::carry);
  // "ل" before it: told to it.
  const std::string_view hangs = agency.preposition ? scene.word(s, agency.first).substr(0, kLetter) : "";
  std::size_t named = 0;
  std::size_t others = 0;
  bool last = true;  // is none named between it and the contact?
  for (const mention::Named& o : scene.mentions().agencies) {
    (o.entry == agency.entry ? named : others) += 1;
    last = last && !(o.first > agency.first && o.first < c.first);
  }
  const Voice& voice = frame.voice;
  const bool to_it = voice.party >= 0 && scene.mentions().parties[static_cast<std::size_t>(voice.party)].sentence == s;
  const std::string_view speech = voice.party < 0 ? "nobody" : to_it ? "beside" : "apart";
  const std::string_view manner = to_string(voice.manner);
  const bool quoted = scene.text().tokens[c.first].quoted;
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
  out.add("hangs=", hangs, said ? "|said|" : "||", back);
  out.add("hangs,speech=", hangs, said ? "|said|" : "||", speech, "|", back);
  out.add("hangs,manner=", hangs, said ? "|said|" : "||", manner, "|", back, voice.goes_on ? "on" : "");
  out.add("hangs,quoted=", hangs, said ? "|said|" : "||", quoted ? "quoted|" : "|", back);
  out.add("hangs,last=", hangs, last ? "|last|" : "||", back);
  out.add("speech=", speech, "|", manner, "|", back, last ? "last" : "");
  out.add("named=", few_name(named), "|", few_name(others), last ? "|last" : "|");
  out.add("opening=", scene.word(c.sentence, scene.text().sentences[c.sentence].first), "|", back);
  telling_features(scene, telling, frame, s, agency.first, hangs, out);
}

}  // namespace qanat::report
