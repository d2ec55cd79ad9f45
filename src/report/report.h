// Mentions -> Reports: what one article says of each contact that it tells of. Stage 5 of the line. Pure.
// The fields are those of the annotation guidelines (docs/reports.md).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "article/article.h"
#include "base/date.h"
#include "base/result.h"
#include "base/span.h"
#include "learn/learn.h"
#include "lexicon/lexicon.h"
#include "mention/mention.h"
#include "sentence/sentence.h"

namespace qanat::report {

enum class Form : std::uint8_t { contact, call, message, meeting, visit, talks, mediation };
enum class State : std::uint8_t { held, ongoing, scheduled, proposed, premature, refused, absent, suspended, stalled };
enum class Part : std::uint8_t { party, mediator, host };

const char* to_string(Form form);
const char* to_string(State state);
const char* to_string(Part part);
// nullopt for a word that names none.
std::optional<Form> form_from(std::string_view word);
std::optional<State> state_from(std::string_view word);
std::optional<Part> part_from(std::string_view word);

// Someone who takes part. Empty strings: not said.
struct Party {
  std::string actor;   // "RUS", "HAMAS", "SYR-OPP", "X:..."
  std::string role;    // "leader", "foreign_minister", ...; empty: the state as such
  std::string person;  // the name as first written in full in the article
  Part part = Part::party;
  friend bool operator==(const Party&, const Party&) = default;
  friend auto operator<=>(const Party&, const Party&) = default;
};

struct Evidence {
  Span span;          // the cue's sentence, in the page's text
  Span trigger;       // the word or two that tell of the contact, inside span
  std::string quote;  // exactly the page's text under span
  friend bool operator==(const Evidence&, const Evidence&) = default;
};

// What one article says of one contact.
struct Report {
  std::vector<Evidence> evidence;  // at least one, best first, at most four
  Form form = Form::contact;
  State state = State::held;
  std::vector<Party> parties;
  std::string channel;  // as written; empty: none
  std::string
      mechanism;      // canonical name of the channel's mechanism: the lexicon's id, else the folded words; empty: none
  std::string place;  // as written
  std::optional<When> time;
  std::optional<Party> speaker;  // part is always Part::party
  std::string via;               // as written
  std::string condition;         // as written
  std::vector<std::string> why;  // what decided, for `explain`; filled only when asked for
};

// What the reading of one article starts from. All of it must outlive the call.
struct Input {
  std::string_view page_text;
  const article::Article* article = nullptr;
  const sentence::Text* text = nullptr;
  const mention::Mentions* mentions = nullptr;
};

// Makes reports out of mentions, with weights learned by Teacher. Thread-safe once made.
//
// First the article as a whole: can one of such words tell of a contact ("article")? Most cannot, and nothing more is
// looked at. Then for each contact word: is it told of here at all (model "head"), who takes part ("party"), what is
// said of it ("state", "form"), which words tell of the same contact ("merge"), when, where, who says so ("time",
// "place", "speaker", "via").
class Reporter {
 public:
  // `lexicon` is the one that the mentions were found with.
  Reporter(std::shared_ptr<const lexicon::Lexicon> lexicon, learn::Weights weights);
  ~Reporter();
  // Log-odds that an article of these words tells of any contact. Below kOffTopic read() finds nothing, so its mentions
  // need not be looked for.
  float topic(const sentence::Text& text) const;
  // Chosen in cross-validation: no report that is found lies below, and 45 of 100 articles of the press do.
  static constexpr float kOffTopic = -3.0F;

  // `topic` is that of the input's text. With `left_out` it explains itself: Report::why is filled, and `left_out` gets
  // a line for each contact word that was looked at and not told of.
  std::vector<Report> read(const Input& input, float topic, std::vector<std::string>* left_out = nullptr) const;

 private:
  std::shared_ptr<const lexicon::Lexicon> lexicon_;
  learn::Weights weights_;
};

// The weights in the binary. Errors: only a fault in the build.
Result<learn::Weights> built_in_weights();

// Learns a Reporter's weights from articles whose reports are known. Deterministic.
class Teacher {
 public:
  explicit Teacher(std::shared_ptr<const lexicon::Lexicon> lexicon);
  ~Teacher();
  // `gold`: what the article should give; evidence needs span and trigger, quote and why are not used. The input is
  // copied as far as it is needed.
  void add(const Input& input, const std::vector<Report>& gold);
  // A sentence that teaches nothing but the state of the contact told of by the words at `contact`.
  void add_state(const Input& input, Span contact, State state);
  // The text of a weights file. `note` is written at its head, as a comment.
  std::string weights(std::string_view note) const;

 private:
  struct Kept;
  std::unique_ptr<Kept> kept_;
};

// One line a report, for `explain` and tests.
std::string dump(const Report& report);

}  // namespace qanat::report
