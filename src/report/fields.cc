// A group of frames -> the fields of one report.
#include <algorithm>
#include <limits>
#include <set>

#include "report/pipeline.h"
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
  if (out.role == "spokesperson" || out.role == "official") out.role = "delegation";
  return out;
}

// States meet at a summit in those who lead them, whether the sentence says so or not.
void fill_rank_of_summit(const Scene& scene, const Frame& leader, Report& out) {
  const mention::Contact& c = scene.mentions().contacts[leader.contact];
  if (scene.lexicon().entries()[c.entry].id != "meeting.summit") return;
  for (Party& p : out.parties) {
    const lexicon::Entry* actor = scene.lexicon().actor(p.actor);
    if (p.role.empty() && actor != nullptr && actor->kind == lexicon::Kind::state) p.role = "leader";
  }
}

void fill_parties(const Scene& scene, const std::vector<Frame>& frames, const std::vector<std::uint32_t>& group,
                  const std::vector<std::string>& actors, Report& out) {
  const auto& parties = scene.mentions().parties;
  for (const std::string& actor : actors) {
    const mention::Party* best = nullptr;
    float best_score = -std::numeric_limits<float>::infinity();
    for (const std::uint32_t i : group) {
      for (const Candidate& k : frames[i].candidates) {
        const mention::Party& p = parties[k.party];
        if (std::find(p.actors.begin(), p.actors.end(), actor) == p.actors.end()) continue;
        const float score = k.own + 0.8F * static_cast<float>(fullness(p)) - (i == group.front() ? 0.0F : 1.0F);
        if (best != nullptr && score <= best_score) continue;
        best = &p;
        best_score = score;
      }
    }
    if (best == nullptr) continue;
    out.parties.push_back(party_of(scene, *best, actor));
  }
}

// How much likelier what stands in sentence `s` must be than what stands beside the contact word.
float farness(const Scene& scene, const Frame& frame, std::uint32_t s) {
  return s == scene.mentions().contacts[frame.contact].sentence ? 0.0F : kElsewhereOdds;
}

void fill_time(const Scene& scene, const std::vector<Frame>& frames, const std::vector<std::uint32_t>& group,
               const learn::Model& model, Report& out) {
  learn::Features f;
  float best = kTimeOdds;
  for (const std::uint32_t i : group) {
    for (const std::uint32_t s : field_sentences(scene, frames[i])) {
      for (const arabic::TimeMention& t : scene.times(s, ahead(out.state))) {
        if (!t.when) continue;
        f.clear();
        time_features(scene, frames[i], t, s, f);
        const float score = model.score(f) - farness(scene, frames[i], s);
        if (score <= best) continue;
        best = score;
        out.time = t.when;
      }
    }
  }
}

void fill_place(const Scene& scene, const std::vector<Frame>& frames, const std::vector<std::uint32_t>& group,
                const learn::Model& model, Report& out) {
  learn::Features f;
  float best = kPlaceOdds;
  for (const std::uint32_t i : group) {
    for (const std::uint32_t s : field_sentences(scene, frames[i])) {
      const Scene::Range range = scene.places(s);
      for (std::uint32_t k = range.first; k < range.last; ++k) {
        const mention::Place& p = scene.mentions().places[k];
        f.clear();
        place_features(scene, frames[i], p, f);
        const float score = model.score(f) - farness(scene, frames[i], s);
        if (score <= best) continue;
        best = score;
        out.place = slice(scene.page(), p.span);
      }
    }
  }
}

void fill_speaker(const Scene& scene, const Frame& leader, const learn::Model& model, Report& out) {
  learn::Features f;
  float best = kSpeakerOdds;
  for (const std::uint32_t i : speaker_candidates(scene, leader)) {
    const mention::Party& p = scene.mentions().parties[i];
    f.clear();
    speaker_features(scene, leader, p, f);
    const float score = model.score(f);
    if (score <= best) continue;
    best = score;
    report::Party speaker;
    speaker.actor = p.actors.front();
    speaker.role = p.role;
    speaker.person = p.person;
    out.speaker = speaker;
  }
}

void fill_via(const Scene& scene, const Frame& leader, const learn::Model& model, Report& out) {
  learn::Features f;
  float best = kViaOdds;
  for (const std::uint32_t i : via_candidates(scene, leader)) {
    const mention::Named& a = scene.mentions().agencies[i];
    f.clear();
    via_features(scene, leader, a, f);
    const float score = model.score(f);
    if (score <= best) continue;
    best = score;
    out.via = slice(scene.page(), a.span);
  }
}

// A comma parts clauses: "لا يوجد حوار، لكن آلية فك الاشتباك تعمل".
bool comma_between(const Scene& scene, const mention::Contact& c, const mention::Named& m) {
  for (std::uint32_t t = std::min(c.last, m.last); t < std::max(c.first, m.first); ++t)
    if (scene.mark(t) == "،" || scene.mark(t) == ",") return true;
  return false;
}

void fill_channel(const Scene& scene, const std::vector<Frame>& frames, const std::vector<std::uint32_t>& group,
                  Report& out) {
  for (const std::uint32_t i : group) {
    const mention::Contact& c = scene.mentions().contacts[frames[i].contact];
    for (const mention::Named& m : scene.mentions().mechanisms) {
      if (m.sentence != c.sentence || !out.channel.empty()) continue;
      const std::int64_t gap = m.first >= c.last   ? std::int64_t{m.first} - c.last
                               : m.last <= c.first ? std::int64_t{c.first} - m.last
                                                   : 0;
      if (gap > kMechanismGap || comma_between(scene, c, m)) continue;
      out.channel = slice(scene.page(), m.span);
      out.mechanism = scene.lexicon().entries()[m.entry].id;
    }
  }
}

// From the cue to the end of its clause.
void fill_condition(const Scene& scene, const Frame& leader, Report& out) {
  if (out.state != State::proposed && out.state != State::refused && out.state != State::premature) return;
  const mention::Contact& c = scene.mentions().contacts[leader.contact];
  const auto& sentence = scene.text().sentences[c.sentence];
  for (std::uint32_t t = c.last; t < sentence.last; ++t) {
    if (!scene.has_cue(t, mention::CueClass::condition)) continue;
    const std::string_view w = scene.word(c.sentence, t);
    if (w == "ان" || w == "حتي" || w == "لو") continue;
    std::uint32_t end = t + 1;
    while (end < sentence.last && !(scene.is_punctuation(end) && scene.mark(end) != "\"")) ++end;
    if (end - t < 2) continue;
    out.condition = slice(scene.page(), {scene.text().tokens[t].span.begin, scene.text().tokens[end - 1].span.end});
    return;
  }
}

}  // namespace

Report make_report(const Scene& scene, const std::vector<Frame>& frames, const std::vector<std::uint32_t>& group,
                   const learn::Weights& weights) {
  const Frame& leader = frames[group.front()];
  Report out;
  out.form = leader.form;
  out.state = leader.state;
  std::set<std::uint32_t> sentences;
  for (const std::uint32_t i : group) {
    const mention::Contact& c = scene.mentions().contacts[frames[i].contact];
    if (out.evidence.size() >= kMostEvidence || !sentences.insert(c.sentence).second) continue;
    out.evidence.push_back(evidence_of(scene, c));
  }
  fill_parties(scene, frames, group, leader.actors, out);
  fill_rank_of_summit(scene, leader, out);
  fill_time(scene, frames, group, weights.model("time"), out);
  fill_place(scene, frames, group, weights.model("place"), out);
  fill_speaker(scene, leader, weights.model("speaker"), out);
  fill_via(scene, leader, weights.model("via"), out);
  fill_channel(scene, frames, group, out);
  fill_condition(scene, leader, out);
  return out;
}

}  // namespace qanat::report
