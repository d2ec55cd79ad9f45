// Strings compared as a reader compares them: spelling, case and punctuation aside.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace qanat::article {

// The words of a text, folded (arabic::fold), without what stands between them.
using Key = std::vector<std::string>;
Key key_of(std::string_view text);

// How much two keys share: 2 * common / all, words counted as often as they stand there; 0 .. 1.
double likeness(const Key& a, const Key& b);
// Does `part` stand in `whole` as a run of words?
bool holds(const Key& whole, const Key& part);

// The parts of a title between its separators (" - ", " | ", "»" ...), in order, without white space around them.
std::vector<std::string_view> parts_of_title(std::string_view title);

// Without white space and invisible marks around it.
std::string_view trimmed(std::string_view text);

}  // namespace qanat::article
