// Text for a terminal: made harmless, measured, cut and wrapped. Private to the room.
//
// Page text is hostile. It may hold escape sequences that repaint the screen and bidirectional overrides that make a
// sentence read as its opposite; everything that is printed goes through clean() first.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace qanat::cli {

// One harmless line: white space of any kind becomes one space, control characters become U+FFFD, bidirectional and
// other format characters are dropped (ZWJ, ZWNJ and the Arabic number signs, which are written, stay), and marks
// beyond a handful on one letter are dropped too. The text is valid UTF-8 afterwards.
std::string clean(std::string_view text);
// The same for a text of several lines; line ends stay.
std::string clean_lines(std::string_view text);

// Columns of a terminal that a cleaned text takes.
int width(std::string_view text);
// The longest head of a cleaned text that fits into `columns`, whole graphemes, with "…" where something was cut off.
std::string cut(std::string_view text, int columns);
// The same from the other end, for paths, of which the end tells more.
std::string cut_front(std::string_view text, int columns);
// A cleaned text in lines of at most `columns`, broken at spaces, inside words only where one word is wider.
std::vector<std::string> wrap(std::string_view text, int columns);

// Holds it a letter that runs from right to left?
bool is_right_to_left(std::string_view text);
// Between FSI and PDI where it holds right-to-left letters, so that what stands beside it keeps its place.
std::string isolate(std::string_view text);

// A line of JSON with everything that could act on a terminal written as \u escapes: the same value, harmless to see.
std::string escape_json(std::string_view line);

}  // namespace qanat::cli
