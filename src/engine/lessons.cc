#include "engine/lessons.h"

#include <algorithm>
#include <optional>

namespace qanat::engine {

Result<std::vector<StateLesson>> parse_state_lessons(std::string_view text, const std::string& where) {
  std::vector<StateLesson> out;
  std::optional<report::State> state;
  for (int number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty() || line.front() == '#') continue;
    const std::string at = where + ":" + std::to_string(number) + ": ";
    if (line.front() != ' ') {
      state = report::state_from(line);
      if (!state) return Error{at + "'" + std::string(line) + "' is no state"};
      continue;
    }
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    if (!state) return Error{at + "a sentence before any state"};
    const std::size_t open = line.find('[');
    const std::size_t close = line.find(']');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open + 2)
      return Error{at + "the contact word wants [brackets]"};
    StateLesson lesson;
    lesson.state = *state;
    lesson.text.append(line.substr(0, open)).append(line.substr(open + 1, close - open - 1));
    lesson.contact = {static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(lesson.text.size())};
    lesson.text.append(line.substr(close + 1));
    out.push_back(std::move(lesson));
  }
  return out;
}

}  // namespace qanat::engine
