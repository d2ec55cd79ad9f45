// Follows quotation marks through an article's tokens.
#pragma once

#include <array>
#include <cstdint>

#include "sentence/sentence.h"

namespace qanat::sentence {

enum class Mark : std::uint8_t { none, opening, closing, straight };
// What a code point is as a quotation mark. The single ones are left out: most are apostrophes.
Mark mark_of(char32_t code);

// What stands next to a mark.
struct Around {
  bool space_before = false;  // white space, the paragraph's begin or an opening bracket
  bool word_after = false;
};

// Takes the marks in order and keeps `text.quotations` and the tokens' `quoted`. Presses mix the kinds of marks, so any
// closing mark closes the innermost opening one.
class QuoteReader {
 public:
  explicit QuoteReader(Text& text) : text_(text) {}

  void begin_paragraph(std::uint32_t straight_marks);
  // Call before the mark's token is appended. True where the mark itself stands inside an outer quotation.
  bool read(Mark mark, Around around);
  bool inside() const { return depth_ > 0; }
  void end_paragraph();
  void end_article();

 private:
  bool straight_closes(Around around) const;
  void open(bool straight);
  bool close();
  void emit(std::uint32_t first, std::uint32_t last);
  std::uint32_t here() const { return static_cast<std::uint32_t>(text_.tokens.size()); }

  static constexpr std::uint32_t kMaxDepth = 4;
  static constexpr std::uint32_t kMaxParagraphs = 3;  // that a quotation may cross without a mark

  Text& text_;
  std::array<bool, kMaxDepth> straight_{};  // the open marks: is it the straight one?
  std::uint32_t depth_ = 0;
  std::uint32_t first_ = 0;            // first token of the outermost open quotation
  std::uint32_t straight_left_ = 0;    // straight marks of this paragraph not read yet
  std::uint32_t paragraph_first_ = 0;  // its first token
  bool marks_seen_ = false;

  // A quotation that was open where its paragraph ended.
  struct Carried {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::uint32_t paragraphs = 0;  // 0: there is none
  };
  Carried carried_;
};

}  // namespace qanat::sentence
