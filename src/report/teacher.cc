// Learning the models of a Reporter. What a later model builds on is predicted by models that have not seen the same
// article (cross-fitting over folds), so that it learns to live with the faults it will meet.
#include <algorithm>
#include <array>
#include <cstdio>

#include "report/pipeline.h"
#include "report/tuning.h"

namespace qanat::report {
namespace {

constexpr std::uint32_t kFolds = 5;
constexpr float kNeighbourWeight = 0.4F;  // a contact word beside the one that was annotated is hardly a wrong one
constexpr float kRetellingWeight = 0.3F;  // nor is one that joins just the parties of an annotated contact

const std::vector<std::string> kYesNo = {"no", "yes"};
const std::vector<std::string> kStateNames = {"held",    "ongoing", "scheduled", "proposed", "premature",
                                              "refused", "absent",  "suspended", "stalled"};
const std::vector<std::string> kFormNames = {"contact", "call", "message", "meeting", "visit", "talks", "mediation"};

}  // namespace

// One article with all that its Scene points to.
struct Lesson {
  std::string page_text;
  article::Article article;
  sentence::Text text;
  mention::Mentions mentions;
  std::vector<Report> gold;
  std::vector<std::int32_t> gold_of;  // by contact: index into gold; -1: none
  // By contact: who takes part in any report that it tells of: the stops of a tour are reports of their own.
  std::vector<std::vector<std::string>> actors_of;
  std::vector<bool> beside;  // by contact: in a sentence of the evidence, but not the word
  float topic = 0;           // of the article, as predicted
  std::vector<Frame> frames;
  Told told;
  bool states_only = false;  // a sentence that teaches what is said of a contact, and nothing else

  Input input() const { return {page_text, &article, &text, &mentions}; }
};

namespace {

std::vector<std::string> actors_of(const Report& r, Part part = Part::party) {
  std::vector<std::string> out;
  for (const Party& p : r.parties)
    if (p.part == part) out.push_back(p.actor);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

bool takes_part(const mention::Party& p, const std::vector<std::string>& actors) {
  return std::any_of(p.actors.begin(), p.actors.end(), [&](const std::string& a) { return among(actors, a); });
}

// "الرياض" and "بالرياض", "مدينة جدة" and "جدة" name one place.
bool same_words(std::string_view a, std::string_view b) {
  const std::string x = arabic::fold(a);
  const std::string y = arabic::fold(b);
  return !x.empty() && !y.empty() && (x.find(y) != std::string::npos || y.find(x) != std::string::npos);
}

bool same_time(const When& gold, const std::optional<When>& said) {
  if (!said) return false;
  const std::string g = gold.iso();
  const std::string p = said->iso();
  return g == p || (g.size() < 10 && p.starts_with(g));
}

void align(Lesson& lesson) {
  const auto& contacts = lesson.mentions.contacts;
  lesson.gold_of.assign(contacts.size(), -1);
  lesson.actors_of.assign(contacts.size(), {});
  lesson.beside.assign(contacts.size(), false);
  for (std::size_t i = 0; i < contacts.size(); ++i) {
    const mention::Contact& c = contacts[i];
    const Span own{lesson.text.tokens[c.first].span.begin, lesson.text.tokens[c.last - 1].span.end};
    for (std::size_t g = 0; g < lesson.gold.size(); ++g) {
      for (const Evidence& e : lesson.gold[g].evidence) {
        if (e.trigger.overlaps(own)) {
          if (lesson.gold_of[i] < 0) lesson.gold_of[i] = static_cast<std::int32_t>(g);
          const std::vector<std::string> actors = actors_of(lesson.gold[g]);
          lesson.actors_of[i].insert(lesson.actors_of[i].end(), actors.begin(), actors.end());
        }
        if (e.span.overlaps(own)) lesson.beside[i] = true;
      }
    }
  }
}

using Trainers = std::vector<learn::Trainer>;
using Models = std::vector<learn::Model>;

// Learns models of one stage, and what the next stage builds on.
struct CrossFit {
  const lexicon::Lexicon& lexicon;
  const learn::TrainOptions& options;
  std::vector<Lesson>& lessons;

  // Trainers that have seen all lessons; `learn` gathers the examples of one.
  template <class Learn>
  Trainers gather(const Trainers& empty, Learn learn, bool from_sentences = false) const {
    Trainers all = empty;
    for (std::size_t i = 0; i < lessons.size(); ++i) {
      if (lessons[i].states_only && !from_sentences) continue;
      const Scene scene(lessons[i].input(), lexicon);
      for (learn::Trainer& t : all) t.begin_part(static_cast<std::uint32_t>(i) % kFolds);
      learn(scene, lessons[i], all);
    }
    return all;
  }

  // The same for a stage on which another builds: `apply` puts into a lesson what models that have not seen it predict.
  template <class Learn, class Apply>
  Trainers operator()(const Trainers& empty, Learn learn, Apply apply, bool from_sentences = false) const {
    Trainers all = gather(empty, learn, from_sentences);
    // Half of the rounds: nearly as steady as what will be read with, in little more than half of the time.
    learn::TrainOptions shorter = options;
    shorter.rounds = (options.rounds + 1) / 2;
    for (std::uint32_t k = 0; k < kFolds; ++k) {
      Models models;
      for (const learn::Trainer& t : all) models.push_back(t.train(shorter, k));
      for (std::size_t i = k; i < lessons.size(); i += kFolds) {
        const Scene scene(lessons[i].input(), lexicon);
        apply(scene, lessons[i], models);
      }
    }
    return all;
  }
};

void learn_head(const Scene& scene, const Lesson& lesson, learn::Trainer& trainer) {
  learn::Features f(true);
  for (std::size_t i = 0; i < lesson.mentions.contacts.size(); ++i) {
    f.clear();
    head_features(scene, lesson.mentions.contacts[i], f);
    const bool told = lesson.gold_of[i] >= 0;
    trainer.add(f, told ? 1 : 0, !told && lesson.beside[i] ? kNeighbourWeight : 1.0F);
  }
}

void learn_party(const Scene& scene, const Lesson& lesson, learn::Trainer& trainer) {
  learn::Features f(true);
  for (std::size_t i = 0; i < lesson.mentions.contacts.size(); ++i) {
    if (lesson.gold_of[i] < 0) continue;
    const mention::Contact& c = lesson.mentions.contacts[i];
    for (const std::uint32_t p : candidates_of(scene, c)) {
      f.clear();
      party_features(scene, c, lesson.mentions.parties[p], f);
      trainer.add(f, takes_part(lesson.mentions.parties[p], lesson.actors_of[i]) ? 1 : 0);
    }
  }
}

void learn_look(const Scene& scene, const Lesson& lesson, Trainers& out) {
  learn_head(scene, lesson, out[0]);
  learn_party(scene, lesson, out[1]);
}

void learn_article(const Scene& scene, const Lesson& lesson, Trainers& out) {
  learn::Features f(true);
  article_features(scene.text(), f);
  out[0].add(f, lesson.gold.empty() ? 0 : 1);
}

void learn_company(const Scene& scene, const Lesson& lesson, Trainers& out) {
  learn::Features f(true);
  for (std::size_t at = 0; at < lesson.frames.size(); ++at) {
    const Frame& frame = lesson.frames[at];
    if (lesson.gold_of[frame.contact] < 0) continue;
    const mention::Contact& c = lesson.mentions.contacts[frame.contact];
    for (std::size_t i = 0; i < frame.candidates.size(); ++i) {
      const mention::Party& p = lesson.mentions.parties[frame.candidates[i].party];
      f.clear();
      party_features(scene, c, p, f);
      company_features(scene, lesson.frames, at, i, f);
      out[0].add(f, takes_part(p, lesson.actors_of[frame.contact]) ? 1 : 0);
    }
  }
}

void learn_state(const Scene& scene, const Lesson& lesson, Trainers& out) {
  learn::Features f(true);
  for (const Frame& frame : lesson.frames) {
    const std::int32_t g = lesson.gold_of[frame.contact];
    if (g < 0) continue;
    const Report& gold = lesson.gold[static_cast<std::size_t>(g)];
    f.clear();
    state_features(scene, frame, f);
    out[0].add(f, static_cast<std::uint32_t>(gold.state));
    if (lesson.states_only) continue;
    f.clear();
    form_features(scene, frame, f);
    out[1].add(f, static_cast<std::uint32_t>(gold.form));
  }
}

// Annotators name four pieces of evidence at most, and seldom every word that tells a contact again. Which report of
// the article a word that was not annotated tells again: the only one of just these parties; -1: none, or several.
std::int32_t retold_by(const Lesson& lesson, const Frame& frame) {
  if (frame.actors.size() < 2) return -1;
  std::int32_t out = -1;
  for (std::size_t g = 0; g < lesson.gold.size(); ++g) {
    if (actors_of(lesson.gold[g]) != frame.actors) continue;
    if (out >= 0) return -1;
    out = static_cast<std::int32_t>(g);
  }
  return out;
}

// `retold`: by frame, what retold_by says of it.
void learn_joint(const Scene& scene, const Lesson& lesson, const std::vector<std::int32_t>& retold,
                 learn::Trainer& trainer) {
  learn::Features f(true);
  for (std::size_t i = 0; i < lesson.frames.size(); ++i) {
    const Frame& frame = lesson.frames[i];
    f.clear();
    head_features(scene, lesson.mentions.contacts[frame.contact], f);
    joint_features(scene, frame, f);
    const bool told = lesson.gold_of[frame.contact] >= 0;
    float weight = 1;
    if (!told && lesson.beside[frame.contact]) weight = kNeighbourWeight;
    if (!told && retold[i] >= 0) weight = std::min(weight, kRetellingWeight);
    trainer.add(f, told ? 1 : 0, weight);
  }
}

void learn_merge(const Scene& scene, const Lesson& lesson, const std::vector<std::int32_t>& retold,
                 learn::Trainer& trainer) {
  const auto annotated = [&](std::size_t i) { return lesson.gold_of[lesson.frames[i].contact]; };
  // Which report a frame tells of, by its annotation or likely; -1: none.
  const auto report_of = [&](std::size_t i) {
    if (annotated(i) >= 0) return annotated(i);
    return lesson.frames[i].head < kTellHead ? -1 : retold[i];
  };
  learn::Features f(true);
  for (std::size_t a = 0; a < lesson.frames.size(); ++a) {
    const std::int32_t ra = report_of(a);
    if (ra < 0) continue;
    for (std::size_t b = a + 1; b < lesson.frames.size(); ++b) {
      const std::int32_t rb = report_of(b);
      if (rb < 0) continue;
      f.clear();
      merge_features(scene, lesson.frames[a], lesson.frames[b], f);
      trainer.add(f, ra == rb ? 1 : 0, annotated(a) >= 0 && annotated(b) >= 0 ? 1.0F : kRetellingWeight);
    }
  }
}

void learn_telling(const Scene& scene, const Lesson& lesson, Trainers& out) {
  std::vector<std::int32_t> retold;
  for (const Frame& frame : lesson.frames) retold.push_back(retold_by(lesson, frame));
  learn_joint(scene, lesson, retold, out[0]);
  learn_merge(scene, lesson, retold, out[1]);
}

// Which groups tell of a report of the gold set: pairs one to one, the likest first, as the score pairs them.
std::vector<bool> right_groups(const Scene& scene, const Lesson& lesson) {
  struct Pair {
    double likeness;
    std::size_t group;
    std::size_t gold;
  };
  std::vector<Pair> pairs;
  for (std::size_t g = 0; g < lesson.told.groups.size(); ++g) {
    const Frame& leader = lesson.told.frames[lesson.told.groups[g].front()];
    for (std::size_t k = 0; k < lesson.gold.size(); ++k) {
      const Report& gold = lesson.gold[k];
      const std::vector<std::string> actors = actors_of(gold);
      std::size_t shared = 0;
      for (const std::string& a : leader.actors) shared += among(actors, a) ? 1 : 0;
      const std::size_t all = actors.size() + leader.actors.size() - shared;
      const double jaccard = all == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(all);
      if (jaccard < 0.5) continue;
      const bool touches =
          std::any_of(lesson.told.groups[g].begin(), lesson.told.groups[g].end(), [&](std::uint32_t i) {
            const mention::Contact& c = lesson.mentions.contacts[lesson.told.frames[i].contact];
            const Span span = scene.text().sentences[c.sentence].span;
            return std::any_of(gold.evidence.begin(), gold.evidence.end(),
                               [&](const Evidence& e) { return e.span.overlaps(span); });
          });
      if (!touches) continue;
      pairs.push_back(
          {jaccard + 0.4 * (leader.state == gold.state ? 1 : 0) + 0.2 * (leader.form == gold.form ? 1 : 0), g, k});
    }
  }
  std::stable_sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return a.likeness > b.likeness; });
  std::vector<bool> right(lesson.told.groups.size(), false);
  std::vector<bool> used(lesson.gold.size(), false);
  for (const Pair& p : pairs) {
    if (right[p.group] || used[p.gold]) continue;
    right[p.group] = used[p.gold] = true;
  }
  return right;
}

void learn_keep(const Scene& scene, const Lesson& lesson, Trainers& out) {
  learn::Features f(true);
  const std::vector<bool> right = right_groups(scene, lesson);
  for (std::size_t g = 0; g < lesson.told.groups.size(); ++g) {
    f.clear();
    keep_features(scene, lesson.told, g, f);
    out[0].add(f, right[g] ? 1 : 0);
  }
}

// When and where each annotated contact was and through whom it is told: looked at beside all its contact words, and
// the other contacts told.
void learn_telling_fields(const Scene& scene, const Lesson& lesson, Trainers& out) {
  learn::Features f(true);
  for (std::size_t g = 0; g < lesson.gold.size(); ++g) {
    const Report& gold = lesson.gold[g];
    const auto own = [&](std::uint32_t contact) { return lesson.gold_of[contact] == static_cast<std::int32_t>(g); };
    std::vector<Frame> frames;
    for (const Frame& frame : lesson.frames) {
      if (!own(frame.contact)) continue;
      frames.push_back(frame);
      frames.back().state = gold.state;
    }
    if (frames.empty()) continue;
    std::stable_sort(frames.begin(), frames.end(), [](const Frame& a, const Frame& b) { return a.head > b.head; });
    Telling telling;
    for (const Frame& frame : frames) telling.frames.push_back(&frame);
    for (const Frame& frame : lesson.told.frames)
      if (!own(frame.contact)) telling.others.push_back(&frame);
    for (const std::uint32_t s : field_sentences(scene, telling)) {
      for (const arabic::TimeMention& t : scene.times(s, ahead(gold.state))) {
        if (!t.when) continue;
        f.clear();
        time_features(scene, telling, t, s, f);
        out[0].add(f, gold.time && same_time(*gold.time, t.when) ? 1 : 0);
      }
      const Scene::Range places = scene.places(s);
      for (std::uint32_t i = places.first; i < places.last; ++i) {
        const mention::Place& p = lesson.mentions.places[i];
        f.clear();
        place_features(scene, telling, p, f);
        out[1].add(f, same_words(gold.place, mention::name_of(lesson.page_text, p)) ? 1 : 0);
      }
    }
    for (const std::uint32_t i : via_candidates(scene, telling)) {
      const mention::Named& a = lesson.mentions.agencies[i];
      f.clear();
      via_features(scene, telling, a, f);
      out[3].add(f, same_words(gold.via, mention::name_of(lesson.page_text, a)) ? 1 : 0);
    }
  }
}

void learn_fields(const Scene& scene, const Lesson& lesson, Trainers& out) {
  learn_telling_fields(scene, lesson, out);
  learn::Features f(true);
  for (const Frame& predicted : lesson.frames) {
    const std::int32_t g = lesson.gold_of[predicted.contact];
    if (g < 0) continue;
    const Report& gold = lesson.gold[static_cast<std::size_t>(g)];
    Frame frame = predicted;
    frame.state = gold.state;
    for (const std::uint32_t i : speaker_candidates(scene, frame)) {
      const mention::Party& p = lesson.mentions.parties[i];
      f.clear();
      speaker_features(scene, frame, p, f);
      out[2].add(f, gold.speaker && among(p.actors, gold.speaker->actor) ? 1 : 0);
    }
    if (gold.form == Form::mediation) {
      const std::vector<std::string> mediators = actors_of(gold, Part::mediator);
      for (const Candidate& k : frame.candidates) {
        f.clear();
        mediator_features(scene, frame, k, f);
        out[4].add(f, takes_part(lesson.mentions.parties[k.party], mediators) ? 1 : 0);
      }
    }
  }
}

}  // namespace

struct Teacher::Kept {
  std::shared_ptr<const lexicon::Lexicon> lexicon;
  std::vector<Lesson> lessons;
};

Teacher::Teacher(std::shared_ptr<const lexicon::Lexicon> lexicon) : kept_(std::make_unique<Kept>()) {
  kept_->lexicon = std::move(lexicon);
}
Teacher::~Teacher() = default;

void Teacher::add(const Input& input, const std::vector<Report>& gold) {
  Lesson lesson;
  lesson.page_text = input.page_text;
  lesson.article = *input.article;
  lesson.text = *input.text;
  lesson.mentions = *input.mentions;
  lesson.gold = gold;
  align(lesson);
  kept_->lessons.push_back(std::move(lesson));
}

void Teacher::add_state(const Input& input, Span contact, State state) {
  Report report;
  report.state = state;
  report.evidence.push_back({});
  report.evidence.back().trigger = contact;
  add(input, {report});
  kept_->lessons.back().states_only = true;
}

std::string Teacher::weights(std::string_view note) const {
  std::vector<Lesson> lessons = kept_->lessons;
  const learn::TrainOptions options;
  const CrossFit fit{*kept_->lexicon, options, lessons};
  // Whether a time or a speaker belongs to a contact often hangs on one word, which must not be hidden.
  learn::TrainOptions seeing_all = options;
  seeing_all.drop = 0;

  const Trainers article =
      fit({{"article", kYesNo}}, learn_article,
          [](const Scene& scene, Lesson& lesson, const Models& m) { lesson.topic = topic_odds(scene.text(), m[0]); });

  const Trainers look =
      fit({{"head", kYesNo}, {"party", kYesNo}}, learn_look, [](const Scene& scene, Lesson& lesson, const Models& m) {
        lesson.frames = make_frames(scene, m[0], m[1], kSkipHeadInLessons);
      });
  const Trainers company =
      fit({{"company", kYesNo}}, learn_company,
          [](const Scene& scene, Lesson& lesson, const Models& m) { decide_parties(scene, m[0], lesson.frames); });
  const Trainers states = fit(
      {{"state", kStateNames}, {"form", kFormNames}}, learn_state,
      [](const Scene& scene, Lesson& lesson, const Models& m) {
        for (Frame& frame : lesson.frames) decide_state(scene, m[0], m[1], frame);
      },
      true);
  const Trainers telling = fit({{"joint", kYesNo}, {"merge", kYesNo}}, learn_telling,
                               [](const Scene& scene, Lesson& lesson, const Models& m) {
                                 lesson.told = tell(scene, m[0], m[1], lesson.frames);
                                 lesson.told.topic = lesson.topic;
                               });
  const Trainers keep = fit.gather({{"keep", kYesNo}}, learn_keep);
  const Trainers fields = fit.gather(
      {{"time", kYesNo}, {"place", kYesNo}, {"speaker", kYesNo}, {"via", kYesNo}, {"mediator", kYesNo}}, learn_fields);

  std::string out;
  for (std::size_t at = 0; at < note.size();) {
    const std::size_t end = std::min(note.find('\n', at), note.size());
    out += "# " + std::string(note.substr(at, end - at)) + '\n';
    at = end + 1;
  }
  for (const Trainers* trainers : {&article, &look, &company, &states, &telling, &keep})
    for (const learn::Trainer& t : *trainers) out += t.train_text(options);
  for (const learn::Trainer& t : fields) out += t.train_text(seeing_all);
  return out;
}

}  // namespace qanat::report
