#include <algorithm>
#include <cstdio>

#include "report/pipeline.h"
#include "report/tuning.h"

namespace qanat::report {
namespace {

constexpr std::size_t kSharesShown = 8;

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

void explain_report(const Scene& scene, const learn::Weights& weights, const Frame& frame, Report& out) {
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
    company_features(scene, frame, i, f);
    explain_into(weights.model("company"), f, 0,
                 "party " + p.actors.front() + ' ' + odds_text(k.score) + (k.chosen ? " taken" : " left"), out.why);
  }
  f.clear();
  state_features(scene, frame, f);
  const learn::Model& state = weights.model("state");
  if (state.size() > 0)
    explain_into(state, f, state.best(f), std::string("state ") + to_string(frame.state), out.why);
}

}  // namespace

Reporter::Reporter(std::shared_ptr<const lexicon::Lexicon> lexicon, learn::Weights weights)
    : lexicon_(std::move(lexicon)), weights_(std::move(weights)) {}
Reporter::~Reporter() = default;

std::vector<Report> Reporter::read(const Input& input, bool explain) const {
  std::vector<Report> out;
  if (input.mentions->contacts.empty()) return out;
  const Scene scene(input, *lexicon_);
  std::vector<Frame> frames = make_frames(scene, weights_.model("head"), weights_.model("party"));
  for (Frame& f : frames) decide_parties(scene, weights_.model("company"), f);
  for (Frame& f : frames) f.head = tell_odds(scene, f, weights_.model("joint"));
  std::erase_if(frames, [](const Frame& f) { return f.head < kTellHead || f.actors.empty(); });
  for (Frame& f : frames) decide_state(scene, weights_.model("state"), weights_.model("form"), f);
  for (const auto& group : group_frames(scene, frames, weights_.model("merge"))) {
    Report report = make_report(scene, frames, group, weights_);
    if (explain) explain_report(scene, weights_, frames[group.front()], report);
    out.push_back(std::move(report));
  }
  std::stable_sort(out.begin(), out.end(), [](const Report& a, const Report& b) {
    return a.evidence.front().trigger.begin < b.evidence.front().trigger.begin;
  });
  return out;
}

}  // namespace qanat::report
