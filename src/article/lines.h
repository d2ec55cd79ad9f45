// The lines of a page's text, each with the features that tell prose from furniture. One pass over the bytes.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace qanat::article {

// A line that holds more than white space. Counts saturate nowhere: a line is at most 4 GB.
struct Line {
  Span span;                      // without white space around it
  Span text;                      // without the marks of a list before it
  std::uint32_t words = 0;        // runs between white space that hold a letter or digit
  std::uint32_t arabic = 0;       // letters of the Arabic script
  std::uint32_t latin = 0;        // letters of the Latin script
  std::uint32_t persian = 0;      // of these, پ چ ژ گ, which Arabic does not write
  std::uint32_t farsi_forms = 0;  // ک ی, which Persian writes, and Arabic on Persian keyboards
  std::uint32_t urdu = 0;         // letters of Urdu alone
  std::uint32_t digits = 0;       // ASCII and Eastern
  std::uint32_t commas = 0;
  std::uint32_t stops = 0;     // . ! ? ؟ (not ..) before white space or the line's end, closing marks aside
  std::uint32_t glued = 0;     // places where two texts were run together without a space
  std::uint32_t gaps = 0;      // runs of three and more white spaces inside the line
  std::uint32_t bars = 0;      // | » > / between words, as in breadcrumbs and menus
  bool bullet = false;         // opens with the mark of a list
  bool ends_stop = false;      // ends in a full stop, "!" or "?", closing marks aside
  bool ends_question = false;  // that stop is a question or exclamation mark
  bool ends_cut = false;       // ends in "..." or "…", as teasers do
  bool ends_colon = false;
  bool blank_before = false;  // an empty line stands before it

  std::uint32_t letters() const { return arabic + latin; }
};

// All lines of `text` in order. Line ends: \n, \r, and U+2028, U+2029.
std::vector<Line> split_lines(std::string_view text);

}  // namespace qanat::article
