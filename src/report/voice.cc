#include "report/voice.h"

#include <array>

namespace qanat::report {
namespace {

using mention::CueClass;

// All in tokens.
constexpr std::uint32_t kSubjectReach = 7;   // from a verb to the subject behind it: past a day, "في بيان"
constexpr std::uint32_t kContentReach = 26;  // from the subject to the "أن": past an office, a place, an occasion
constexpr std::uint32_t kSourceReach = 5;    // from "بحسب" to whose word it is

constexpr std::array<std::string_view, 10> kStatements = {"بيان",  "البيان", "متحدث", "المتحدث", "تصريحات",
                                                          "تصريح", "مصدر",   "مسوول", "ناطق",    "مصادر"};
// Verbs whose object is what is said: "أعلن عقد لقاء".
constexpr std::array<std::string_view, 17> kTakeObjects = {"اعلن", "اعلنت", "نفي",  "نفت",   "ينفي", "تنفي",
                                                           "اكد",  "اكدت",  "توقع", "توقعت", "رجح",  "رجحت",
                                                           "يعلن", "تعلن",  "كشف",  "كشفت",  "يكشف"};
// "بحسب ما أعلن مكتبه": of whom the sentence begins with.
constexpr std::array<std::string_view, 4> kHisOffice = {"مكتبه", "مكتبها", "وزارته", "وزارتها"};

bool opens_quotation(std::string_view mark) { return mark == ":" || mark == "\"" || mark == "«" || mark == "“"; }

}  // namespace

const char* to_string(Manner manner) {
  constexpr std::array<const char*, 10> kNames = {"none",   "that",  "quotation", "object",   "according",
                                                  "behind", "of it", "called",    "reported", "runs on"};
  return kNames[static_cast<std::size_t>(manner)];
}

std::string_view voice_name(const Scene& scene, const Voice& voice, const mention::Party& party) {
  if (voice.party < 0) return "nobody";
  const mention::Party& speaker = scene.mentions().parties[static_cast<std::size_t>(voice.party)];
  return &party == &speaker ? "he" : party.actors == speaker.actors ? "his" : "another";
}

Voices::Voices(const Scene& scene) : scene_(scene) {
  for (std::uint32_t s = 0; s < scene.text().sentences.size(); ++s) {
    begins_.push_back(speeches_.size());
    listen(s);
  }
  begins_.push_back(speeches_.size());
}

// "جاء في [بيان] للكرملين أن ...": as much as "قال الكرملين إن ...".
bool Voices::comes_in_statement(std::uint32_t s, std::uint32_t token) const {
  const std::string_view verb = bare(scene_.word(s, std::int64_t{token} - 2));
  return one_of(scene_.word(s, token), kStatements) && scene_.word(s, std::int64_t{token} - 1) == "في" &&
         (verb == "جاء" || verb == "ورد");
}

void Voices::listen(std::uint32_t s) {
  const Scene::Range cues = scene_.cues(s);
  std::uint32_t done = 0;
  for (std::uint32_t i = cues.first; i < cues.last; ++i) {
    const mention::Cue& cue = scene_.mentions().cues[i];
    if (cue.first < done) continue;
    const bool says =
        cue.kind == CueClass::say && (cue.property != lexicon::Property::noun || comes_in_statement(s, cue.first));
    const bool calls = cue.kind == CueClass::propose && cue.property == lexicon::Property::perfect;
    if (says || calls)
      hear_verb(s, cue);
    else if (cue.kind == CueClass::carry)
      hear_report(s, cue.last);
    else if (cue.kind == CueClass::according && scene_.word(s, cue.first) != "كما")
      hear_source(s, cue.first);
    else
      continue;
    done = cue.last;
  }
}

// The party that begins first at or behind `token`, before `end` and before what is said begins.
std::int32_t Voices::subject_behind(std::uint32_t s, std::uint32_t token, std::uint32_t end) const {
  const Scene::Range range = scene_.parties(s);
  const bool by_statement = one_of(scene_.word(s, token), kStatements);  // "قال مصدر في الكرملين"
  if (one_of(scene_.word(s, token), kHisOffice)) return first_named(s, token);
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    const mention::Party& p = scene_.mentions().parties[i];
    if (p.first < token || p.actors.size() != 1) continue;
    if (p.first >= end) return -1;
    for (std::uint32_t t = token; t < p.first; ++t)
      if (is_that(scene_.word(s, t)) || opens_quotation(scene_.mark(t))) return -1;
    if (by_statement) return static_cast<std::int32_t>(i);
    const std::string_view before = scene_.word(s, std::int64_t{p.first} - 1);
    if (p.preposition && !one_of(before, kStatements)) continue;
    if (before == "في" || before == "مع" || before == "من" || before == "عن" || before == "الي" || before == "علي")
      continue;
    return static_cast<std::int32_t>(i);
  }
  return -1;
}

// "لافروف يؤكد أن", "لافروف، قال إن".
std::int32_t Voices::subject_before(std::uint32_t s, std::uint32_t token) const {
  const Scene::Range range = scene_.parties(s);
  std::int32_t out = -1;
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    const mention::Party& p = scene_.mentions().parties[i];
    if (p.last > token) break;
    if (p.actors.size() == 1 && token - p.last <= 1) out = static_cast<std::int32_t>(i);
  }
  return out;
}

// "...، مؤكدا أن": of whoever spoke in the sentence, or whom it begins with.
std::int32_t Voices::subject_of_participle(std::uint32_t s, std::uint32_t token) const {
  if (!speeches_.empty() && speeches_.back().sentence == s) return speeches_.back().voice.party;
  return first_named(s, token);
}

// Whom the sentence names first, before `token`.
std::int32_t Voices::first_named(std::uint32_t s, std::uint32_t token) const {
  const Scene::Range range = scene_.parties(s);
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    const mention::Party& p = scene_.mentions().parties[i];
    if (p.last > token) break;
    if (p.actors.size() == 1 && p.kind != mention::PartyKind::nisba) return static_cast<std::int32_t>(i);
  }
  return -1;
}

// The first verb or participle of saying at or behind `token`; the sentence's end where there is none.
std::uint32_t Voices::next_verb(std::uint32_t s, std::uint32_t token) const {
  const Scene::Range cues = scene_.cues(s);
  for (std::uint32_t i = cues.first; i < cues.last; ++i) {
    const mention::Cue& cue = scene_.mentions().cues[i];
    if (cue.first >= token && cue.kind == CueClass::say && cue.property != lexicon::Property::noun) return cue.first;
  }
  return scene_.text().sentences[s].last;
}

void Voices::hear_verb(std::uint32_t s, const mention::Cue& cue) {
  const auto& sentence = scene_.text().sentences[s];
  const std::string_view w = bare(scene_.word(s, cue.first));
  Speech speech;
  speech.sentence = s;
  speech.word = cue.first;
  const std::uint32_t end = std::min(sentence.last, cue.last + kSubjectReach);
  std::int32_t subject = cue.property == lexicon::Property::participle ? subject_of_participle(s, cue.first)
                                                                       : subject_behind(s, cue.last, end);
  if (subject < 0) subject = subject_before(s, cue.first);
  std::uint32_t from = cue.last;
  if (subject >= 0) {
    const mention::Party& p = scene_.mentions().parties[static_cast<std::size_t>(subject)];
    if (p.sentence == s) from = std::max(from, p.last);
  } else {
    speech.voice.goes_on = true;
    subject = last_;
  }
  speech.voice.party = subject;
  if (cue.kind == CueClass::propose) {
    speech.voice.manner = Manner::called;
    speech.body = from;
    speeches_.push_back(speech);
    return;
  }
  if (subject >= 0) last_ = subject;
  const std::uint32_t next = next_verb(s, from);  // "..., مشيرا إلى أن": what follows is its own
  for (std::uint32_t t = from; t < next && t - from <= kContentReach; ++t) {
    if (is_that(scene_.word(s, t))) {
      speech.voice.manner = Manner::that;
      speech.body = t + 1;
      break;
    }
    if (opens_quotation(scene_.mark(t))) {
      speech.voice.manner = Manner::quotation;
      speech.body = t + 1;
      break;
    }
  }
  // "وفق ما أعلن X": of the whole sentence.
  const bool as = cue.first > sentence.first && (bare(scene_.word(s, std::int64_t{cue.first} - 1)) == "ما" ||
                                                 scene_.has_cue(cue.first - 1, CueClass::according));
  if (as) {
    speech.voice.manner = Manner::according;
    speech.body = sentence.first;
  } else if (speech.voice.manner == Manner::none) {
    const bool object = one_of(w, kTakeObjects);
    speech.voice.manner = object ? Manner::object : Manner::behind;
    speech.body = object ? from : sentence.last;
  }
  speeches_.push_back(speech);
}

// "نقلت رويترز عن وزير الخارجية قوله إن".
void Voices::hear_report(std::uint32_t s, std::uint32_t token) {
  const auto& sentence = scene_.text().sentences[s];
  const std::uint32_t end = std::min(sentence.last, token + kContentReach);
  for (std::uint32_t t = token; t < end; ++t) {
    if (scene_.word(s, t) != "عن") continue;
    const Scene::Range range = scene_.parties(s);
    for (std::uint32_t i = range.first; i < range.last; ++i) {
      const mention::Party& p = scene_.mentions().parties[i];
      if (p.first <= t || p.actors.size() != 1) continue;
      if (p.first - t > kSourceReach) return;
      last_ = static_cast<std::int32_t>(i);
      speeches_.push_back({s, t, p.last, {last_, Manner::reported, false}});
      return;
    }
    return;
  }
}

void Voices::hear_source(std::uint32_t s, std::uint32_t token) {
  const auto& sentence = scene_.text().sentences[s];
  const std::int32_t subject = subject_behind(s, token + 1, std::min(sentence.last, token + kSourceReach));
  if (subject < 0) return;
  speeches_.push_back({s, token, sentence.first, {subject, Manner::according, false}});
}

Voice Voices::of(const mention::Contact& c) const {
  const Speech* own = nullptr;
  const Speech* source = nullptr;
  const Speech* behind = nullptr;
  for (std::size_t i = begins_[c.sentence]; i < begins_[c.sentence + 1]; ++i) {
    const Speech& s = speeches_[i];
    if (s.voice.manner == Manner::according) {
      source = &s;
    } else if (s.body <= c.first) {
      // What one says of another's call, he says: "قال أوشاكوف إن ترامب اقترح لقاء".
      if (own == nullptr || s.voice.manner != Manner::called) own = &s;
    } else if (s.word >= c.last && behind == nullptr && s.voice.manner != Manner::called) {
      behind = &s;
    }
  }
  if (own != nullptr) return own->voice;
  if (source != nullptr) return source->voice;
  const bool quoted = scene_.text().tokens[c.first].quoted;
  if (behind != nullptr) {  // "\"...\"، قال لافروف", "وعن القمة، قال لافروف إن"
    Voice out = behind->voice;
    out.manner = quoted ? Manner::behind : Manner::of_it;
    return out;
  }
  const bool open = scene_.text().tokens[scene_.text().sentences[c.sentence].first].quoted;
  if (!quoted || !open || begins_[c.sentence] == 0) return {};
  Voice out = speeches_[begins_[c.sentence] - 1].voice;
  out.manner = Manner::runs_on;
  return out;
}

}  // namespace qanat::report
