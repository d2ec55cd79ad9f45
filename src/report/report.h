// Mentions -> Reports: what one article says of each contact that it tells of. Stage 5 of the line. Pure.
// The fields are those of the annotation guidelines (docs/reports.md).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/span.h"

namespace qanat::report {

enum class Form : std::uint8_t { contact, call, message, meeting, visit, talks, mediation };
enum class State : std::uint8_t {
  held, ongoing, scheduled, proposed, premature, refused, absent, suspended, stalled
};
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
  std::string channel;             // as written; empty: none
  std::string mechanism;        // canonical name of the channel's mechanism: the lexicon's id, else the folded words; empty: none
  std::string place;               // as written
  std::optional<When> time;
  std::optional<Party> speaker;    // part is always Part::party
  std::string via;                 // as written
  std::string condition;           // as written
  std::vector<std::string> why;    // what decided, for `explain`; filled only when asked for
};

}  // namespace qanat::report
