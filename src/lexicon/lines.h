// The lines of a lexicon file, told apart by their indentation.
#pragma once

#include <string_view>

namespace qanat::lexicon {

struct Line {
  enum class Kind { blank, comment, head, property, form, stray };
  Kind kind = Kind::blank;
  std::string_view text;  // without indentation and trailing white space; a view of what was handed to Lines
  int number = 0;         // from 1
};

// What a stray line should have been, for messages.
inline constexpr const char* kIndentation =
    "a line starts with no space (entry), two spaces (property) or four spaces (form), and no tabs";

class Lines {
 public:
  explicit Lines(std::string_view text);
  // False at the end.
  bool next(Line& line);
  void restart_count() { number_ = 0; }

 private:
  std::string_view rest_;
  int number_ = 0;
};

// Do Latin and Arabic letters stand together in it?
bool mixes_scripts(std::string_view text);

// The first word of `text`, which loses it and the white space behind it. Empty at the end.
std::string_view take_word(std::string_view& text);

}  // namespace qanat::lexicon
