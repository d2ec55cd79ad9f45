// Bytes to UTF-16 code units, at the web's edge and nowhere else. Private to the room.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace qanat::api {

// How many UTF-16 code units the text has.
std::uint32_t utf16_length(std::string_view text);

// Where bytes of one text lie in UTF-16. Looks its text through once; then each question costs a look at a few bytes.
// The text must outlive it. Offsets beyond the text or inside a character are taken to the next place that is none.
class Utf16Map {
 public:
  explicit Utf16Map(std::string_view text);
  std::uint32_t at(std::uint32_t byte) const;
  Span span(Span bytes) const { return {at(bytes.begin), at(bytes.end)}; }

 private:
  std::string_view text_;
  std::vector<std::uint32_t> marks_;  // units before every kStep-th byte
};

}  // namespace qanat::api
