// Learning the models of a Reporter. What a later model builds on is predicted by models that have not seen the same
// article (cross-fitting over folds), so that it learns to live with the faults it will meet.
#include <algorithm>
#include <array>
#include <cstdio>

#include "report/pipeline.h"

namespace qanat::report {
namespace {

constexpr std::size_t kFolds = 5;
constexpr float kNeighbourWeight = 0.4F;  // a contact word beside the one that was annotated is hardly a wrong one

const std::vector<std::string> kYesNo = {"no", "yes"};
const std::vector<std::string> kStates = {"held",    "ongoing", "scheduled", "proposed", "premature",
                                          "refused", "absent",  "suspended", "stalled"};
const std::vector<std::string> kForms = {"contact", "call", "message", "meeting", "visit", "talks", "mediation"};

// One article with all that its Scene points to.
struct Lesson {
  std::string page_text;
  article::Article article;
  sentence::Text text;
  mention::Mentions mentions;
  std::vector<Report> gold;
  std::vector<std::int32_t> gold_of;  // by contact: index into gold; -1: none
  std::vector<bool> beside;           // by contact: in a sentence of the evidence, but not the word
  std::vector<Frame> frames;

  Input input() const { return {page_text, &article, &text, &mentions}; }
};

std::vector<std::string> actors_of(const Report& r) {
  std::vector<std::string> out;
  for (const Party& p : r.parties)
    if (p.part == Part::party) out.push_back(p.actor);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

bool has(const std::vector<std::string>& list, const std::string& x) {
  return std::find(list.begin(), list.end(), x) != list.end();
}

bool takes_part(const mention::Party& p, const Report& r) {
  const std::vector<std::string> actors = actors_of(r);
  return std::any_of(p.actors.begin(), p.actors.end(), [&](const std::string& a) { return has(actors, a); });
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
  lesson.beside.assign(contacts.size(), false);
  for (std::size_t i = 0; i < contacts.size(); ++i) {
    const mention::Contact& c = contacts[i];
    const Span own{lesson.text.tokens[c.first].span.begin, lesson.text.tokens[c.last - 1].span.end};
    for (std::size_t g = 0; g < lesson.gold.size(); ++g) {
      for (const Evidence& e : lesson.gold[g].evidence) {
        if (e.trigger.overlaps(own) && lesson.gold_of[i] < 0) lesson.gold_of[i] = static_cast<std::int32_t>(g);
        if (e.span.overlaps(own)) lesson.beside[i] = true;
      }
    }
  }
}

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
    const Report& gold = lesson.gold[static_cast<std::size_t>(lesson.gold_of[i])];
    const mention::Contact& c = lesson.mentions.contacts[i];
    for (const std::uint32_t p : candidates_of(scene, c)) {
      f.clear();
      party_features(scene, c, lesson.mentions.parties[p], f);
      trainer.add(f, takes_part(lesson.mentions.parties[p], gold) ? 1 : 0);
    }
  }
}

void learn_company(const Scene& scene, const Lesson& lesson, learn::Trainer& trainer) {
  learn::Features f(true);
  for (const Frame& frame : lesson.frames) {
    const std::int32_t g = lesson.gold_of[frame.contact];
    if (g < 0) continue;
    const Report& gold = lesson.gold[static_cast<std::size_t>(g)];
    const mention::Contact& c = lesson.mentions.contacts[frame.contact];
    for (std::size_t i = 0; i < frame.candidates.size(); ++i) {
      const mention::Party& p = lesson.mentions.parties[frame.candidates[i].party];
      f.clear();
      party_features(scene, c, p, f);
      company_features(scene, frame, i, f);
      trainer.add(f, takes_part(p, gold) ? 1 : 0);
    }
  }
}

void learn_state(const Scene& scene, const Lesson& lesson, learn::Trainer& states, learn::Trainer& forms) {
  learn::Features f(true);
  for (const Frame& frame : lesson.frames) {
    const std::int32_t g = lesson.gold_of[frame.contact];
    if (g < 0) continue;
    const Report& gold = lesson.gold[static_cast<std::size_t>(g)];
    f.clear();
    state_features(scene, frame, f);
    states.add(f, static_cast<std::uint32_t>(gold.state));
    f.clear();
    form_features(scene, frame, f);
    forms.add(f, static_cast<std::uint32_t>(gold.form));
  }
}

void learn_joint(const Scene& scene, const Lesson& lesson, learn::Trainer& trainer) {
  learn::Features f(true);
  for (const Frame& frame : lesson.frames) {
    f.clear();
    head_features(scene, lesson.mentions.contacts[frame.contact], f);
    joint_features(scene, frame, f);
    const bool told = lesson.gold_of[frame.contact] >= 0;
    trainer.add(f, told ? 1 : 0, !told && lesson.beside[frame.contact] ? kNeighbourWeight : 1.0F);
  }
}

void learn_merge(const Scene& scene, const Lesson& lesson, learn::Trainer& trainer) {
  learn::Features f(true);
  for (std::size_t a = 0; a < lesson.frames.size(); ++a) {
    const std::int32_t ga = lesson.gold_of[lesson.frames[a].contact];
    if (ga < 0) continue;
    for (std::size_t b = a + 1; b < lesson.frames.size(); ++b) {
      const std::int32_t gb = lesson.gold_of[lesson.frames[b].contact];
      if (gb < 0) continue;
      f.clear();
      merge_features(scene, lesson.frames[a], lesson.frames[b], f);
      trainer.add(f, ga == gb ? 1 : 0);
    }
  }
}

struct FieldTrainers {
  learn::Trainer time{"time", kYesNo};
  learn::Trainer place{"place", kYesNo};
  learn::Trainer speaker{"speaker", kYesNo};
  learn::Trainer via{"via", kYesNo};
};

void learn_fields(const Scene& scene, const Lesson& lesson, FieldTrainers& out) {
  learn::Features f(true);
  for (const Frame& predicted : lesson.frames) {
    const std::int32_t g = lesson.gold_of[predicted.contact];
    if (g < 0) continue;
    const Report& gold = lesson.gold[static_cast<std::size_t>(g)];
    Frame frame = predicted;
    frame.state = gold.state;
    const std::uint32_t s = lesson.mentions.contacts[frame.contact].sentence;
    for (const arabic::TimeMention& t : scene.times(s, ahead(gold.state))) {
      if (!t.when) continue;
      f.clear();
      time_features(scene, frame, t, s, f);
      out.time.add(f, gold.time && same_time(*gold.time, t.when) ? 1 : 0);
    }
    const Scene::Range places = scene.places(s);
    for (std::uint32_t i = places.first; i < places.last; ++i) {
      const mention::Place& p = lesson.mentions.places[i];
      f.clear();
      place_features(scene, frame, p, f);
      out.place.add(f, same_words(gold.place, slice(lesson.page_text, p.span)) ? 1 : 0);
    }
    for (const std::uint32_t i : speaker_candidates(scene, frame)) {
      const mention::Party& p = lesson.mentions.parties[i];
      f.clear();
      speaker_features(scene, frame, p, f);
      out.speaker.add(f, gold.speaker && has(p.actors, gold.speaker->actor) ? 1 : 0);
    }
    for (const std::uint32_t i : via_candidates(scene, frame)) {
      const mention::Named& a = lesson.mentions.agencies[i];
      f.clear();
      via_features(scene, frame, a, f);
      out.via.add(f, same_words(gold.via, slice(lesson.page_text, a.span)) ? 1 : 0);
    }
  }
}

}  // namespace

struct Teacher::State {
  std::shared_ptr<const lexicon::Lexicon> lexicon;
  std::vector<Lesson> lessons;
};

Teacher::Teacher(std::shared_ptr<const lexicon::Lexicon> lexicon) : state_(std::make_unique<State>()) {
  state_->lexicon = std::move(lexicon);
}
Teacher::~Teacher() = default;

void Teacher::add(const Input& input, const std::vector<Report>& gold) {
  Lesson lesson{std::string(input.page_text), *input.article, *input.text, *input.mentions, gold, {}, {}, {}};
  align(lesson);
  state_->lessons.push_back(std::move(lesson));
}

std::string Teacher::weights(std::string_view note) const {
  // By fold, so that scenes need not be kept: they are cheap to make.
  std::vector<Lesson> lessons = state_->lessons;
  const lexicon::Lexicon& lexicon = *state_->lexicon;
  const learn::TrainOptions options;
  const auto scene_of = [&](const Lesson& l) { return Scene(l.input(), lexicon); };

  learn::Trainer head("head", kYesNo);
  learn::Trainer party("party", kYesNo);
  std::vector<learn::Trainer> heads(kFolds, learn::Trainer("head", kYesNo));
  std::vector<learn::Trainer> partners(kFolds, learn::Trainer("party", kYesNo));
  for (std::size_t i = 0; i < lessons.size(); ++i) {
    const Scene scene = scene_of(lessons[i]);
    learn_head(scene, lessons[i], head);
    learn_party(scene, lessons[i], party);
    for (std::size_t k = 0; k < kFolds; ++k) {
      if (i % kFolds == k) continue;
      learn_head(scene, lessons[i], heads[k]);
      learn_party(scene, lessons[i], partners[k]);
    }
  }
  for (std::size_t k = 0; k < kFolds; ++k) {
    const learn::Model h = heads[k].train(options);
    const learn::Model p = partners[k].train(options);
    for (std::size_t i = k; i < lessons.size(); i += kFolds) lessons[i].frames = make_frames(scene_of(lessons[i]), h, p);
  }

  learn::Trainer company("company", kYesNo);
  std::vector<learn::Trainer> companies(kFolds, company);
  for (std::size_t i = 0; i < lessons.size(); ++i) {
    const Scene scene = scene_of(lessons[i]);
    learn_company(scene, lessons[i], company);
    for (std::size_t k = 0; k < kFolds; ++k)
      if (i % kFolds != k) learn_company(scene, lessons[i], companies[k]);
  }
  for (std::size_t k = 0; k < kFolds; ++k) {
    const learn::Model m = companies[k].train(options);
    for (std::size_t i = k; i < lessons.size(); i += kFolds) {
      const Scene scene = scene_of(lessons[i]);
      for (Frame& frame : lessons[i].frames) decide_parties(scene, m, frame);
    }
  }

  learn::Trainer states("state", kStates);
  learn::Trainer forms("form", kForms);
  std::vector<learn::Trainer> fold_states(kFolds, states);
  std::vector<learn::Trainer> fold_forms(kFolds, forms);
  for (std::size_t i = 0; i < lessons.size(); ++i) {
    const Scene scene = scene_of(lessons[i]);
    learn_state(scene, lessons[i], states, forms);
    for (std::size_t k = 0; k < kFolds; ++k)
      if (i % kFolds != k) learn_state(scene, lessons[i], fold_states[k], fold_forms[k]);
  }
  for (std::size_t k = 0; k < kFolds; ++k) {
    const learn::Model s = fold_states[k].train(options);
    const learn::Model f = fold_forms[k].train(options);
    for (std::size_t i = k; i < lessons.size(); i += kFolds) {
      const Scene scene = scene_of(lessons[i]);
      for (Frame& frame : lessons[i].frames) decide_state(scene, s, f, frame);
    }
  }

  learn::Trainer joint("joint", kYesNo);
  learn::Trainer merge("merge", kYesNo);
  FieldTrainers fields;
  for (const Lesson& lesson : lessons) {
    const Scene scene = scene_of(lesson);
    learn_joint(scene, lesson, joint);
    learn_merge(scene, lesson, merge);
    learn_fields(scene, lesson, fields);
  }

  std::string out;
  for (std::size_t at = 0; at < note.size();) {
    const std::size_t end = std::min(note.find('\n', at), note.size());
    out += "# " + std::string(note.substr(at, end - at)) + '\n';
    at = end + 1;
  }
  for (const learn::Trainer* t : {&head, &party, &company, &joint, &states, &forms, &merge, &fields.time, &fields.place,
                                  &fields.speaker, &fields.via})
    out += t->train_text(options);
  return out;
}

}  // namespace qanat::report
