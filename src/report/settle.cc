// What is said of a contact, and of what form it is: first of each contact word, then of all that tell of one contact.
#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "report/operators.h"
#include "report/pipeline.h"
#include "report/rows.h"
#include "report/tuning.h"

namespace qanat::report {
namespace {

// The log-probabilities of the classes, by their index in the enumeration.
template <std::size_t N, class From>
void classify(const learn::Model& model, const learn::Features& features, From from, std::array<float, N>& out) {
  if (model.size() == 0) return;
  std::vector<float> sums;
  model.score(features, sums);
  const float top = *std::max_element(sums.begin(), sums.end());
  float total = 0;
  for (const float v : sums) total += std::exp(v - top);
  out.fill(kLeastLogProbability);
  for (std::size_t k = 0; k < sums.size(); ++k) {
    const auto value = from(model.classes()[k]);
    if (value) out[static_cast<std::size_t>(*value)] = std::max(kLeastLogProbability, sums[k] - top - std::log(total));
  }
}

template <std::size_t N>
std::size_t best(const std::array<float, N>& odds) {
  return static_cast<std::size_t>(std::max_element(odds.begin(), odds.end()) - odds.begin());
}

constexpr std::int64_t kPrematureReach = 14;  // tokens: "من السابق لأوانه الحديث عن احتمال إجراء مفاوضات"

// "من السابق لأوانه" leaves no doubt in the clause that it stands in, and is too rare for weights to learn.
bool too_early(const Scene& scene, const mention::Contact& c) {
  const auto& sentence = scene.text().sentences[c.sentence];
  for (const std::int64_t step : {-1, 1}) {
    std::int64_t t = step < 0 ? std::int64_t{c.first} - 1 : std::int64_t{c.last};
    for (std::int64_t n = 0; n < kPrematureReach && t >= sentence.first && t < sentence.last; ++n, t += step) {
      const auto token = static_cast<std::uint32_t>(t);
      const std::string_view mark = scene.mark(token);
      if (mark == "،" || mark == "," || mark == "؛") break;
      if (scene.has_cue(token, mention::CueClass::premature)) return true;
    }
  }
  return false;
}

// "اجتماعات أسبوعية": of a channel that goes on.
bool is_regular(const Scene& scene, const mention::Contact& c) {
  constexpr std::array<std::string_view, 10> kRegular = {"اسبوعيه", "اسبوعي", "شهريه",  "شهري",  "دوريه",
                                                         "دوري",    "يوميه",  "منتظمه", "منتظم", "فصليه"};
  const std::string_view w = scene.word(c.sentence, c.last);
  return one_of(w.starts_with("ال") ? w.substr(2 * kLetter) : w, kRegular);
}

}  // namespace

void decide_state(const Scene& scene, const learn::Model& state, const learn::Model& form, Frame& frame) {
  const mention::Contact& contact = scene.mentions().contacts[frame.contact];
  learn::Features f;
  state_features(scene, frame, f);
  classify(state, f, state_from, frame.states);
  if (too_early(scene, contact)) {
    frame.states.fill(kLeastLogProbability);
    frame.states[static_cast<std::size_t>(State::premature)] = 0;
  }
  if (const auto said = outright(frame.scope)) {
    frame.outright = true;
    frame.states[static_cast<std::size_t>(*said)] += kGovernorBonus;
  }
  if (is_regular(scene, contact) && !is_negative(frame.scope.governed)) {
    frame.outright = true;
    frame.states[static_cast<std::size_t>(State::ongoing)] += kGovernorBonus;
  }
  frame.state = static_cast<State>(best(frame.states));
  f.clear();
  form_features(scene, frame, f);
  classify(form, f, form_from, frame.forms);
  if (is_round(scene, contact)) frame.forms[static_cast<std::size_t>(Form::talks)] += kGovernorBonus;
  frame.form = static_cast<Form>(best(frame.forms));
}

void settle_state(std::vector<Frame>& frames, const std::vector<std::uint32_t>& group) {
  std::array<float, kStates> states{};
  std::array<float, kForms> forms{};
  for (const std::uint32_t i : group) {
    for (std::size_t k = 0; k < kStates; ++k) states[k] += frames[i].states[k];
    for (std::size_t k = 0; k < kForms; ++k) forms[k] += frames[i].forms[k];
  }
  Frame& leader = frames[group.front()];
  const auto settled = static_cast<State>(best(states));
  // What its own words put ahead does not become something that goes on because others of the group do.
  const bool kept = ahead(leader.state) && says_ahead(leader.scope) && !ahead(settled);
  if (!kept) leader.state = settled;
  leader.form = static_cast<Form>(best(forms));
}

}  // namespace qanat::report
