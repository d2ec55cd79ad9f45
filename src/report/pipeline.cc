#include "report/pipeline.h"

#include <algorithm>
#include <array>

#include "report/ordinals.h"
#include "report/plain_words.h"
#include "report/rows.h"
#include "report/seats.h"
#include "report/syntax.h"
#include "report/tuning.h"

namespace qanat::report {

namespace {

void add_candidate(const Scene& scene, const learn::Model& party, const learn::Model* company, std::uint32_t mention,
                   Frame& frame, learn::Features& f) {
  f.clear();
  party_features(scene, scene.mentions().contacts[frame.contact], scene.mentions().parties[mention], f);
  const float odds = party.score(f);
  frame.candidates.push_back({mention, odds, company != nullptr ? company->score(f) : 0, odds, false});
}

// A contact word that points back stands for the parties of the one it points to: they become candidates too.
void borrow_candidates(const Scene& scene, const learn::Model& party, const learn::Model* company,
                       std::vector<Frame>& frames, std::size_t at) {
  Frame& frame = frames[at];
  learn::Features f;
  for (const bool same_form : {true, false}) {
    const std::int32_t k = antecedent(scene, frames, at, same_form);
    if (k < 0) continue;
    for (const Candidate& other : frames[static_cast<std::size_t>(k)].candidates) {
      const mention::Party& p = scene.mentions().parties[other.party];
      if (!among(frames[static_cast<std::size_t>(k)].draft, p.actors.front())) continue;
      const bool known = std::any_of(frame.candidates.begin(), frame.candidates.end(), [&](const Candidate& own) {
        return among(scene.mentions().parties[own.party].actors, p.actors.front());
      });
      if (known) continue;
      add_candidate(scene, party, company, other.party, frame, f);
    }
  }
}

// Those who are tied together take part together or not at all: each gets what they have on the average.
void share_odds(const Scene& scene, Frame& frame) {
  std::vector<std::size_t> order(frame.candidates.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto party = [&](std::size_t i) -> const mention::Party& {
    return scene.mentions().parties[frame.candidates[i].party];
  };
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return party(a).first < party(b).first; });
  // By "و", or as "إضافة إلى" and commas tie a list.
  const auto tied = [&](std::size_t a, std::size_t b) {
    const mention::Party& x = party(a);
    const mention::Party& y = party(b);
    if (is_tied(scene, x, y)) return true;
    if (x.sentence != y.sentence || y.first < x.last) return false;
    const Syntax& syntax = scene.syntax(x.sentence);
    return syntax.head(frame.candidates[a].party) == syntax.head(frame.candidates[b].party);
  };
  for (std::size_t first = 0; first < order.size();) {
    std::size_t last = first + 1;
    float sum = frame.candidates[order[first]].own;
    while (last < order.size() && tied(order[last - 1], order[last])) sum += frame.candidates[order[last++]].own;
    const float mean = sum / static_cast<float>(last - first);
    for (; first < last; ++first) frame.candidates[order[first]].score = mean;
  }
}

}  // namespace

std::vector<Frame> make_frames(const Scene& scene, const learn::Model& head, const learn::Model& party, float least,
                               const learn::Model* company) {
  std::vector<Frame> out;
  learn::Features f;
  const auto& mentions = scene.mentions();
  const Voices voices(scene);
  for (std::uint32_t i = 0; i < mentions.contacts.size(); ++i) {
    const mention::Contact& c = mentions.contacts[i];
    if (tells_nothing(scene, c)) continue;
    Frame frame;
    frame.contact = i;
    f.clear();
    head_features(scene, c, f);
    frame.head = head.score(f);
    if (frame.head < least && !may_be_plain(scene, c)) continue;
    frame.voice = voices.of(c);
    frame.scope = scope_of(scene, scene.syntax(c.sentence).clauses(), c);
    frame.weighed = company != nullptr;
    for (const std::uint32_t p : candidates_of(scene, c)) add_candidate(scene, party, company, p, frame, f);
    draft_parties(scene, frame);
    out.push_back(std::move(frame));
  }
  for (std::size_t at = 0; at < out.size(); ++at) borrow_candidates(scene, party, company, out, at);
  return out;
}

void decide_parties(const Scene& scene, const learn::Model& company, std::vector<Frame>& frames) {
  learn::Features f;
  for (std::size_t at = 0; at < frames.size(); ++at) {
    Frame& frame = frames[at];
    const mention::Contact& c = scene.mentions().contacts[frame.contact];
    for (std::size_t i = 0; i < frame.candidates.size(); ++i) {
      Candidate& k = frame.candidates[i];
      f.clear();
      if (!frame.weighed) party_features(scene, c, scene.mentions().parties[k.party], f);
      company_features(scene, frames, at, i, f);
      k.own = (frame.weighed ? k.own : 0) + company.score(f);
    }
    share_odds(scene, frame);
    choose_parties(scene, frame);
    seat(scene, frame);
  }
}

float tell_odds(const Scene& scene, const Frame& frame, const learn::Model& joint) {
  learn::Features f;
  head_features(scene, scene.mentions().contacts[frame.contact], f);
  joint_features(scene, frame, f);
  return joint.score(f);
}

namespace {

// Is there somebody who surely takes part in `b`, and not in `a`, where two take part in each?
bool lacks_one_of(const Scene& scene, const Frame& a, const Frame& b) {
  if (a.actors.size() != 2 || b.actors.size() != 2 || !sure_of_two(scene, b)) return false;
  return std::any_of(b.actors.begin(), b.actors.end(), [&](const std::string& x) { return !among(a.actors, x); });
}

// Is one put ahead and the other said to go on? Or is one said to go on and the other not to be? Is one the third of
// its kind and the other the fourth? Are they calls with different people? They are two contacts, or two stories of
// one, whatever else is alike.
bool are_told_apart(const Scene& scene, const Frame& a, const Frame& b) {
  const auto& contacts = scene.mentions().contacts;
  if (are_of_different_order(scene, contacts[a.contact], contacts[b.contact])) return true;
  if (a.form == Form::call && b.form == Form::call && lacks_one_of(scene, a, b) && lacks_one_of(scene, b, a))
    return true;
  const auto ongoing = [](const Frame& f) {
    return says_ongoing(f.scope) || (f.outright && f.state == State::ongoing);
  };
  const auto only_ahead = [&](const Frame& f) { return says_ahead(f.scope) && !ongoing(f); };
  const auto only_ongoing = [&](const Frame& f) { return ongoing(f) && !says_ahead(f.scope); };
  const auto denied = [](const Frame& f) {
    return f.outright && (f.state == State::absent || f.state == State::refused);
  };
  const auto apart = [&](const Frame& x, const Frame& y) { return only_ongoing(x) && (only_ahead(y) || denied(y)); };
  return apart(a, b) || apart(b, a);
}

}  // namespace

std::vector<std::vector<std::uint32_t>> group_frames(const Scene& scene, const std::vector<Frame>& frames,
                                                     const learn::Model& merge) {
  std::vector<std::uint32_t> order(frames.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return frames[a].head > frames[b].head; });
  std::vector<std::vector<std::uint32_t>> groups;
  learn::Features f;
  for (const std::uint32_t i : order) {
    std::size_t best = groups.size();
    float best_odds = kMergeOdds;
    for (std::size_t g = 0; g < groups.size(); ++g) {
      // The stops of one tour are contacts of their own.
      const bool same_word = std::any_of(groups[g].begin(), groups[g].end(),
                                         [&](std::uint32_t k) { return frames[k].contact == frames[i].contact; });
      if (same_word) continue;
      const bool apart = std::any_of(groups[g].begin(), groups[g].end(),
                                     [&](std::uint32_t k) { return are_told_apart(scene, frames[k], frames[i]); });
      if (apart) continue;
      float sum = 0;
      std::size_t compared = 0;
      for (const std::uint32_t k : groups[g]) {
        if (std::max(i, k) - std::min(i, k) > kMergeReach) continue;
        f.clear();
        merge_features(scene, frames[std::min(i, k)], frames[std::max(i, k)], f);
        sum += merge.score(f);
        ++compared;
      }
      if (compared == 0) continue;
      const float odds = sum / static_cast<float>(compared);
      if (odds > best_odds) {
        best_odds = odds;
        best = g;
      }
    }
    if (best == groups.size()) groups.emplace_back();
    groups[best].push_back(i);
  }
  return groups;
}

Told tell(const Scene& scene, const learn::Model& joint, const learn::Model& merge, std::vector<Frame> frames) {
  for (Frame& f : frames) {
    f.head = tell_odds(scene, f, joint);
    if (f.outright && sure_of_two(scene, f)) f.head = std::max(f.head, kOutrightHead);
    f.plain = is_plain(scene, f);
    if (f.plain) f.head = std::max(f.head, kPlainHead);
  }
  std::erase_if(frames, [](const Frame& f) { return f.head < kTellHead || f.actors.empty(); });
  frames = split_rows(scene, frames);
  Told told;
  told.groups = group_frames(scene, frames, merge);
  told.frames = std::move(frames);
  for (const auto& group : told.groups) settle_state(told.frames, group);
  return told;
}

float topic_odds(const sentence::Text& text, const learn::Model& article) {
  learn::Features f;
  article_features(text, f);
  return article.score(f);
}

void keep_groups(const Scene& scene, const learn::Model& keep, Told& told) {
  if (keep.size() == 0) return;
  learn::Features f;
  std::vector<std::vector<std::uint32_t>> kept;
  kept.reserve(told.groups.size());
  for (std::size_t g = 0; g < told.groups.size(); ++g) {
    f.clear();
    keep_features(scene, told, g, f);
    const Frame& leader = told.frames[told.groups[g].front()];
    const bool plain = (leader.outright && sure_of_two(scene, leader)) || (leader.plain && leader.head >= kPlainHead);
    if (plain || keep.score(f) >= kKeepOdds) kept.push_back(told.groups[g]);
  }
  told.groups = std::move(kept);
}

Telling telling_of(const Told& told, std::size_t group) {
  Telling out;
  for (std::size_t g = 0; g < told.groups.size(); ++g)
    for (const std::uint32_t i : told.groups[g]) (g == group ? out.frames : out.others).push_back(&told.frames[i]);
  return out;
}

std::vector<std::uint32_t> field_sentences(const Scene& scene, const Telling& telling) {
  const auto count = static_cast<std::uint32_t>(scene.text().sentences.size());
  std::vector<std::uint32_t> out = {0, 1};
  for (const Frame* frame : telling.frames) {
    const std::uint32_t own = scene.mentions().contacts[frame->contact].sentence;
    for (std::uint32_t s = own >= 2 ? own - 2 : 0; s <= own + 1; ++s) out.push_back(s);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  while (out.back() >= count) out.pop_back();
  return out;
}

std::vector<std::uint32_t> speaker_candidates(const Scene& scene, const Frame& frame) {
  const std::uint32_t s = scene.mentions().contacts[frame.contact].sentence;
  const std::uint32_t from = s >= kSpeakerReach ? s - kSpeakerReach : 0;
  std::vector<std::uint32_t> out;
  for (std::uint32_t i = scene.parties(from).first; i < scene.parties(s).last; ++i) {
    const mention::Party& p = scene.mentions().parties[i];
    if (p.kind == mention::PartyKind::nisba || p.actors.size() != 1) continue;
    out.push_back(i);
  }
  // "وأضاف" may go on for longer.
  if (frame.voice.party >= 0 && scene.mentions().parties[static_cast<std::size_t>(frame.voice.party)].sentence < from)
    out.push_back(static_cast<std::uint32_t>(frame.voice.party));
  return out;
}

std::vector<std::uint32_t> via_candidates(const Scene& scene, const Telling& telling) {
  std::uint32_t last = 0;
  for (const Frame* frame : telling.frames)
    last = std::max(last, scene.mentions().contacts[frame->contact].sentence + 1);
  std::vector<std::uint32_t> out;
  for (std::uint32_t i = 0; i < scene.mentions().agencies.size(); ++i)
    if (scene.mentions().agencies[i].sentence <= last) out.push_back(i);
  return out;
}

}  // namespace qanat::report
