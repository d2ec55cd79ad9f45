// Sentences that teach the state of a contact: lexicon/lessons. Private to the room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"
#include "report/report.h"

namespace qanat::engine {

struct StateLesson {
  report::State state = report::State::held;
  std::string text;
  Span contact;  // of `text`, in bytes
};

// A line at the margin names a state; under it, indented, a sentence a line with its contact word in brackets. '#'
// begins a comment. Errors: a line that is none of these; the message names it.
Result<std::vector<StateLesson>> parse_state_lessons(std::string_view text, const std::string& where);

}  // namespace qanat::engine
