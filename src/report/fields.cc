// A group of frames -> the fields of one report.
#include <algorithm>
#include <array>
#include <limits>
#include <set>

#include "report/conditions.h"
#include "report/mediators.h"
#include "report/pipeline.h"
#include "report/syntax.h"
#include "report/tuning.h"

namespace qanat::report {
namespace {

Evidence evidence_of(const Scene& scene, const mention::Contact& c) {
  const auto& text = scene.text();
  Evidence e;
  e.span = text.sentences[c.sentence].span;
  e.trigger = {text.tokens[c.first].span.begin, text.tokens[c.last - 1].span.end};
  e.quote = slice(scene.page(), e.span);
  return e;
}

// How much a mention says about who takes part.
int fullness(const mention::Party& p) { return (p.person.empty() ? 0 : 2) + (p.role.empty() ? 0 : 1); }

// "قال لافروف إن روسيا لا تجري أي حوار": of two mentions of one actor the one that speaks does not say who takes part.
bool only_speaks(const Frame& frame, std::uint32_t party) {
  const Voice& v = frame.voice;
  return v.names(party) && (v.manner == Manner::that || v.manner == Manner::quotation || v.manner == Manner::reported ||
                            v.manner == Manner::according);
}

// "قال لافروف إن اللقاء بين روسيا وتركيا": who is named there takes part as named there.
bool is_named_between(const Scene& scene, const Telling& telling, const Frame& frame, std::uint32_t party) {
  if (&frame != &telling.leader() || !frame.between) return false;
  const std::uint32_t sentence = scene.mentions().contacts[frame.contact].sentence;
  return scene.mentions().parties[party].sentence == sentence && scene.syntax(sentence).slot(party) == "بين";
}

report::Party party_of(const Scene& scene, const mention::Party& p, const std::string& actor) {
  report::Party out;
  out.actor = actor;
  out.role = p.role;
  if (!p.several) out.person = p.person;
  for (std::size_t i = 0; i < p.holders.size(); ++i)
    if (p.actors[i] == actor) out.person = p.holders[i];
  for (std::size_t i = 0; i < p.stands_for.size(); ++i) {
    if (p.actors[i] != actor || p.stands_for[i] < 0 || !out.role.empty()) continue;
    const mention::Party& q = scene.mentions().parties[static_cast<std::size_t>(p.stands_for[i])];
    out.role = q.role;
    out.person = q.person;
  }
  if (out.role == "spokesperson") return {actor, {}, {}};  // he only says so
  if (out.role == "official") out.role = "delegation";
  return out;
}

// States, and those that an organisation joins, meet at a summit in those who lead them, whether the sentence says so
// or not. The UN are there by their secretary-general or an envoy.
void fill_rank_of_summit(const Scene& scene, const Frame& leader, Report& out) {
  const mention::Contact& c = scene.mentions().contacts[leader.contact];
  if (scene.lexicon().entries()[c.entry].id != "meeting.summit") return;
  for (Party& p : out.parties) {
    const lexicon::Entry* actor = scene.lexicon().actor(p.actor);
    if (!p.role.empty() || actor == nullptr || actor->id == "UN") continue;
    if (actor->kind == lexicon::Kind::state || actor->kind == lexicon::Kind::organisation) p.role = "leader";
  }
}

// "رسالة من أخيه الرئيس فلان", "رسالة إلى الملك": whose message it is, however many hands it goes through.
bool is_correspondent(const Scene& scene, const mention::Contact& c, const mention::Party& p) {
  constexpr std::uint32_t kReach = 24;  // tokens: past the sender with all his titles
  constexpr std::array<std::string_view, 6> kKin = {"اخيه", "شقيقه", "اخيها", "صديقه", "حضره", "كل"};
  if (scene.lexicon().entries()[c.entry].id != "message.message" || c.property != lexicon::Property::noun) return false;
  if (p.sentence != c.sentence || p.first < c.last || p.first > c.last + kReach) return false;
  std::int64_t before = std::int64_t{p.first} - 1;
  while (one_of(scene.word(c.sentence, before), kKin)) --before;
  const std::string_view w = scene.word(c.sentence, before);
  return w == "من" || w == "الي" || p.preposition;
}

// Who writes or is written to is not who brings it: "استقبل الوزير الذي سلمه رسالة من الرئيس".
float correspondence(const Scene& scene, const Frame& frame, const mention::Party& p) {
  const mention::Contact& own = scene.mentions().contacts[frame.contact];
  if (is_correspondent(scene, own, p)) return kCorrespondent;
  const auto& here = scene.contacts(p.sentence);
  const bool writes =
      std::any_of(here.begin(), here.end(), [&](const mention::Contact& c) { return is_correspondent(scene, c, p); });
  return writes && form_of(scene.lexicon().entries()[own.entry]) != Form::message ? -kCorrespondent : 0.0F;
}

void fill_parties(const Scene& scene, const Telling& telling, Report& out) {
  const auto& parties = scene.mentions().parties;
  for (const std::string& actor : telling.leader().actors) {
    const mention::Party* best = nullptr;
    float best_score = -std::numeric_limits<float>::infinity();
    for (const Frame* frame : telling.frames) {
      for (const Candidate& k : frame->candidates) {
        const mention::Party& p = parties[k.party];
        if (!among(p.actors, actor)) continue;
        float score =
            k.own + kFullness * static_cast<float>(fullness(p)) - (frame == telling.frames.front() ? 0.0F : 1.0F);
        if (is_named_between(scene, telling, *frame, k.party)) score += kNamedBetween;
        score += correspondence(scene, *frame, p);
        // A minister who speaks of a contact may have been there, a spokesman never was.
        if (only_speaks(*frame, k.party)) score -= (p.role == "spokesperson" ? 3 : 1) * kSpeakerIsNoParty;
        if (best != nullptr && score <= best_score) continue;
        best = &p;
        best_score = score;
      }
    }
    if (best != nullptr)
      out.parties.push_back(party_of(scene, *best, actor));
    else  // not named, but known to sit in the mechanism
      out.parties.emplace_back().actor = actor;
  }
}

void sort_parties(Report& out) {
  std::stable_sort(out.parties.begin(), out.parties.end(),
                   [](const report::Party& a, const report::Party& b) { return a.actor < b.actor; });
}

void add_mediator(const Scene& scene, const mention::Party& p, Report& out) {
  for (const std::string& actor : p.actors) {
    const auto same = [&](const report::Party& q) { return q.actor == actor; };
    if (std::any_of(out.parties.begin(), out.parties.end(), same)) continue;
    out.parties.push_back(party_of(scene, p, actor));
    out.parties.back().part = Part::mediator;
  }
}

// Who carries between the others, by grammar or else likely. They are no parties themselves.
void fill_mediators(const Scene& scene, const Telling& telling, const learn::Model& model, Report& out) {
  if (out.form != Form::mediation) return;
  const auto& parties = scene.mentions().parties;
  const std::size_t sides = out.parties.size();
  for (const Frame* frame : telling.frames)
    for (const std::uint32_t m : mediators_of(scene, scene.mentions().contacts[frame->contact]))
      add_mediator(scene, parties[m], out);
  if (out.parties.size() > sides) return sort_parties(out);
  learn::Features f;
  for (const Candidate& k : telling.leader().candidates) {
    if (k.chosen || parties[k.party].actors.size() != 1) continue;
    f.clear();
    mediator_features(scene, telling.leader(), k, f);
    if (model.score(f) > kMediatorOdds) add_mediator(scene, parties[k.party], out);
  }
  sort_parties(out);
}

// How much likelier what stands in sentence `s` must be than what stands beside a contact word.
float farness(const Scene& scene, const Telling& telling, std::uint32_t s) {
  const bool own = std::any_of(telling.frames.begin(), telling.frames.end(),
                               [&](const Frame* f) { return scene.mentions().contacts[f->contact].sentence == s; });
  return own ? 0.0F : kElsewhereOdds;
}

// "الأولى من نوعها منذ عام 2011": since when it was not, unless it is broken off or stands still since then.
bool says_since(const Scene& scene, const arabic::TimeMention& time, std::uint32_t sentence, State state) {
  if (state == State::suspended || state == State::stalled || state == State::ongoing || state == State::absent)
    return false;
  // "منذ أيام" is "some days ago"; a year is not.
  constexpr std::array<std::string_view, 4> kYear = {"عام", "العام", "سنه", "السنه"};
  std::int64_t t = scene.token_at(time.span.begin);
  if (scene.word(sentence, t) == "منذ") ++t;
  const std::string_view w = scene.word(sentence, t);
  const bool year = one_of(w, kYear) || w.starts_with("19") || w.starts_with("20");
  return year && scene.word(sentence, t - 1) == "منذ";
}

void fill_time(const Scene& scene, const Telling& telling, const learn::Model& model, Report& out) {
  learn::Features f;
  float best = kTimeOdds;
  for (const std::uint32_t s : field_sentences(scene, telling)) {
    const float far = farness(scene, telling, s);
    for (const arabic::TimeMention& t : scene.times(s, ahead(out.state))) {
      if (!t.when || says_since(scene, t, s, out.state)) continue;
      f.clear();
      time_features(scene, telling, t, s, f);
      const float score = model.score(f) - far;
      if (score <= best) continue;
      best = score;
      out.time = t.when;
    }
  }
}

// "يزور مصر والأردن": who is visited at a stop of a tour, as a place; empty where the frame is none.
std::string place_of_host(const Scene& scene, const Frame& frame) {
  if (frame.host.empty()) return {};
  const Scene::Range range = scene.places(scene.mentions().contacts[frame.contact].sentence);
  for (std::uint32_t k = range.first; k < range.last; ++k) {
    const mention::Place& p = scene.mentions().places[k];
    if (p.state == frame.host) return std::string(mention::name_of(scene.page(), p));
  }
  return {};
}

// "تتواصل في جنيف المفاوضات", "المفاوضات في جنيف", "بجنيف": with nothing between. ("مفاوضات جنيف" may be a mere name.)
bool stands_beside_contact(const Scene& scene, const Telling& telling, const mention::Place& place) {
  const std::string_view g = governor(scene, place.sentence, place.first, place.preposition);
  if (g != "في" && g != "ب+") return false;
  const std::uint32_t first = g == "في" ? place.first - 1 : place.first;
  return std::any_of(telling.frames.begin(), telling.frames.end(), [&](const Frame* frame) {
    const mention::Contact& c = scene.mentions().contacts[frame->contact];
    return c.sentence == place.sentence && (place.last == c.first || first == c.last);
  });
}

void fill_place(const Scene& scene, const Telling& telling, const learn::Model& model, Report& out) {
  learn::Features f;
  float best = kPlaceOdds;
  for (const std::uint32_t s : field_sentences(scene, telling)) {
    const float far = farness(scene, telling, s);
    const Scene::Range range = scene.places(s);
    for (std::uint32_t k = range.first; k < range.last; ++k) {
      const mention::Place& p = scene.mentions().places[k];
      // Each stop of a tour takes place in its own state.
      const std::string& host = telling.leader().host;
      if (!host.empty() && !p.state.empty() && p.state != host) continue;
      f.clear();
      place_features(scene, telling, p, f);
      float score = model.score(f) - far;
      if (stands_beside_contact(scene, telling, p)) score += kBesideContact;
      if (score <= best) continue;
      best = score;
      out.place = mention::name_of(scene.page(), p);
    }
  }
  if (out.place.empty()) out.place = place_of_host(scene, telling.leader());
}

// The mention that is heard to speak says more of the speaker than another one of the same actor.
const mention::Party& named_speaker(const Scene& scene, const Frame& leader, const mention::Party& p) {
  if (leader.voice.party < 0) return p;
  const mention::Party& heard = scene.mentions().parties[static_cast<std::size_t>(leader.voice.party)];
  return heard.actors == p.actors && fullness(heard) > fullness(p) ? heard : p;
}

void fill_speaker(const Scene& scene, const Frame& leader, const learn::Model& model, Report& out) {
  learn::Features f;
  float best = kSpeakerOdds;
  const mention::Party* speaks = nullptr;
  for (const std::uint32_t i : speaker_candidates(scene, leader)) {
    const mention::Party& p = scene.mentions().parties[i];
    f.clear();
    speaker_features(scene, leader, p, f);
    const bool plainly = leader.voice.names(i) && leader.voice.manner == Manner::that;
    const float score = model.score(f) + (plainly ? kPlainlySaid : 0.0F);
    if (score <= best) continue;
    best = score;
    speaks = &p;
  }
  if (speaks == nullptr) return;
  const mention::Party& who = named_speaker(scene, leader, *speaks);
  report::Party speaker;
  speaker.actor = speaks->actors.front();
  speaker.role = who.role;
  speaker.person = who.person;
  out.speaker = speaker;
}

// "وكالة رويترز" of "رويترز", where the text has it so.
const mention::Named& widest(const Scene& scene, const mention::Named& a) {
  for (const mention::Named& b : scene.mentions().agencies)
    if (b.first <= a.first && b.last >= a.last) return b;
  return a;
}

void fill_via(const Scene& scene, const Telling& telling, const learn::Model& model, Report& out) {
  learn::Features f;
  float best = kViaOdds;
  const mention::Named* via = nullptr;
  for (const std::uint32_t i : via_candidates(scene, telling)) {
    const mention::Named& a = scene.mentions().agencies[i];
    f.clear();
    via_features(scene, telling, a, f);
    const float score = model.score(f);
    if (score <= best) continue;
    best = score;
    via = &a;
  }
  if (via != nullptr) out.via = mention::name_of(scene.page(), widest(scene, *via));
}

// "من خلال هذه الآلية": the one that was named last.
const mention::Named* mechanism_meant(const Scene& scene, const mention::Contact& c) {
  constexpr std::array<std::string_view, 6> kThese = {"هذه", "هذا", "تلك", "ذات", "نفس", "هاتين"};
  constexpr std::array<std::string_view, 7> kMechanisms = {"الاليه", "الاليتين", "القناه",  "الصيغه",
                                                           "المسار", "اللجنه",   "المجموعه"};
  constexpr std::uint32_t kBack = 2;  // sentences
  const auto& sentence = scene.text().sentences[c.sentence];
  bool pointed = false;
  for (std::uint32_t t = sentence.first; t + 1 < sentence.last; ++t)
    pointed = pointed || (one_of(scene.word(c.sentence, t), kThese) &&
                          one_of(scene.word(c.sentence, std::int64_t{t} + 1), kMechanisms));
  if (!pointed) return nullptr;
  const auto before = mechanisms_before(scene, c.sentence);
  return before.empty() || before.back().sentence + kBack < c.sentence ? nullptr : &before.back();
}

void fill_channel(const Scene& scene, const Telling& telling, Report& out) {
  for (const Frame* frame : telling.frames) {
    const mention::Contact& c = scene.mentions().contacts[frame->contact];
    const mention::Named* m = mechanism_of(scene, c);
    if (m == nullptr) m = mechanism_meant(scene, c);
    if (m == nullptr) continue;
    out.channel = mention::name_of(scene.page(), *m);
    out.mechanism = scene.lexicon().entries()[m->entry].id;
    return;
  }
}

// By the first of the contact's words whose sentence states it.
void fill_condition(const Scene& scene, const Telling& telling, Report& out) {
  for (const Frame* frame : telling.frames) {
    if (frame->state != out.state) continue;
    const Span said = condition_of(scene, *frame);
    if (said.empty()) continue;
    out.condition = slice(scene.page(), said);
    return;
  }
}

}  // namespace

Report make_report(const Scene& scene, const Telling& telling, const learn::Weights& weights) {
  const Frame& leader = telling.leader();
  Report out;
  out.form = leader.form;
  out.state = leader.state;
  std::set<std::uint32_t> sentences;
  for (const Frame* frame : telling.frames) {
    const mention::Contact& c = scene.mentions().contacts[frame->contact];
    if (out.evidence.size() >= kMostEvidence || !sentences.insert(c.sentence).second) continue;
    out.evidence.push_back(evidence_of(scene, c));
  }
  fill_parties(scene, telling, out);
  fill_rank_of_summit(scene, leader, out);
  fill_mediators(scene, telling, weights.model("mediator"), out);
  fill_time(scene, telling, weights.model("time"), out);
  fill_place(scene, telling, weights.model("place"), out);
  fill_speaker(scene, leader, weights.model("speaker"), out);
  fill_via(scene, telling, weights.model("via"), out);
  fill_channel(scene, telling, out);
  fill_condition(scene, telling, out);
  return out;
}

}  // namespace qanat::report
