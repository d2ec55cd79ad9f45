#include <algorithm>
#include <cstdio>

#include "report/pipeline.h"
#include "report/tuning.h"

namespace qanat::report {
namespace {

constexpr std::size_t kSharesShown = 8;
constexpr float kFieldShown = -1.5F;  // log-odds; less likely speakers, times, places are not worth a line

void explain_into(const learn::Model& model, const learn::Features& f, std::size_t column, const std::string& what,
                  std::vector<std::string>& why) {
  std::string line = what + ":";
  for (const learn::Share& s : model.explain(f, column, kSharesShown)) {
    char number[32];
    std::snprintf(number, sizeof number, " %+.2f ", static_cast<double>(s.weight));
    line += number + s.feature + ";";
  }
  why.push_back(std::move(line));
}

std::string odds_text(float odds) {
  char number[32];
  std::snprintf(number, sizeof number, "%+.2f", static_cast<double>(odds));
  return number;
}

// `frames` are all frames of the article, told or not.
void explain_report(const Scene& scene, const learn::Weights& weights, const std::vector<Frame>& frames,
                    const Telling& telling, Report& out) {
  const Frame& frame = telling.leader();
  const auto at = static_cast<std::size_t>(
      std::find_if(frames.begin(), frames.end(), [&](const Frame& f) { return f.contact == frame.contact; }) -
      frames.begin());
  learn::Features f(true);
  const mention::Contact& c = scene.mentions().contacts[frame.contact];
  head_features(scene, c, f);
  joint_features(scene, frame, f);
  explain_into(weights.model("joint"), f, 0, "told " + odds_text(frame.head), out.why);
  for (std::size_t i = 0; i < frame.candidates.size(); ++i) {
    const Candidate& k = frame.candidates[i];
    const mention::Party& p = scene.mentions().parties[k.party];
    f.clear();
    party_features(scene, c, p, f);
    company_features(scene, frames, at, i, f);
    explain_into(weights.model("company"), f, 0,
                 "party " + p.actors.front() + ' ' + odds_text(k.score) + (k.chosen ? " taken" : " left"), out.why);
  }
  f.clear();
  state_features(scene, frame, f);
  const learn::Model& state = weights.model("state");
  const std::string said = std::string("state ") + to_string(frame.state) + ", governed " +
                           to_string(frame.scope.governed) + ", predicate " + to_string(frame.scope.predicate);
  if (state.size() > 0) explain_into(state, f, state.best(f), said, out.why);
  const auto show = [&](const char* field, std::string_view value) {
    const learn::Model& model = weights.model(field);
    const float odds = model.score(f);
    if (odds < kFieldShown) return;
    explain_into(model, f, 0, std::string(field) + ' ' + std::string(value) + ' ' + odds_text(odds), out.why);
  };
  for (const std::uint32_t i : speaker_candidates(scene, frame)) {
    const mention::Party& p = scene.mentions().parties[i];
    f.clear();
    speaker_features(scene, frame, p, f);
    show("speaker", p.actors.front());
  }
  for (const std::uint32_t s : field_sentences(scene, telling)) {
    for (const arabic::TimeMention& t : scene.times(s, ahead(out.state))) {
      if (!t.when) continue;
      f.clear();
      time_features(scene, telling, t, s, f);
      show("time", t.when->iso());
    }
    const Scene::Range places = scene.places(s);
    for (std::uint32_t i = places.first; i < places.last; ++i) {
      const mention::Place& p = scene.mentions().places[i];
      f.clear();
      place_features(scene, telling, p, f);
      show("place", mention::name_of(scene.page(), p));
    }
  }
}

// The contact words that were looked at and not told of, with who would have taken part.
std::vector<std::string> explain_left_out(const Scene& scene, const learn::Weights& weights,
                                          const std::vector<Frame>& frames, const Told& told) {
  std::vector<bool> used(scene.mentions().contacts.size(), false);
  for (const auto& group : told.groups)
    for (const std::uint32_t i : group) used[told.frames[i].contact] = true;
  std::vector<std::string> out;
  for (const Frame& frame : frames) {
    if (used[frame.contact]) continue;
    const mention::Contact& c = scene.mentions().contacts[frame.contact];
    const float odds = tell_odds(scene, frame, weights.model("joint"));
    std::string line(scene.word(c.sentence, c.first));
    line += (odds < kTellHead ? " not told " : " does not stand ") + odds_text(odds) + ", " + to_string(frame.form) +
            ' ' + to_string(frame.state) + ':';
    for (const std::string& a : frame.actors) line += ' ' + a;
    out.push_back(std::move(line));
  }
  return out;
}

}  // namespace

Reporter::Reporter(std::shared_ptr<const lexicon::Lexicon> lexicon, learn::Weights weights)
    : lexicon_(std::move(lexicon)), weights_(std::move(weights)) {}
Reporter::~Reporter() = default;

float Reporter::topic(const sentence::Text& text) const { return topic_odds(text, weights_.model("article")); }

std::vector<Report> Reporter::read(const Input& input, float topic, std::vector<std::string>* left_out) const {
  std::vector<Report> out;
  if (topic < kOffTopic) {
    if (left_out != nullptr)
      left_out->push_back("the whole article: its words tell of no contact, " + odds_text(topic) + " where " +
                          odds_text(kOffTopic) + " is asked");
    return out;
  }
  if (input.mentions->contacts.empty()) return out;
  const Scene scene(input, *lexicon_);
  const learn::Model& company = weights_.model("company");
  std::vector<Frame> frames = make_frames(scene, weights_.model("head"), weights_.model("party"), kSkipHead, &company);
  decide_parties(scene, company, frames);
  for (Frame& f : frames) decide_state(scene, weights_.model("state"), weights_.model("form"), f);
  Told told = tell(scene, weights_.model("joint"), weights_.model("merge"), frames);
  told.topic = topic;
  keep_groups(scene, weights_.model("keep"), told);
  for (std::size_t g = 0; g < told.groups.size(); ++g) {
    const Telling telling = telling_of(told, g);
    Report report = make_report(scene, telling, weights_);
    if (left_out != nullptr) explain_report(scene, weights_, frames, telling, report);
    out.push_back(std::move(report));
  }
  if (left_out != nullptr) *left_out = explain_left_out(scene, weights_, frames, told);
  std::stable_sort(out.begin(), out.end(), [](const Report& a, const Report& b) {
    return a.evidence.front().trigger.begin < b.evidence.front().trigger.begin;
  });
  return out;
}

}  // namespace qanat::report
