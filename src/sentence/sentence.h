// Article -> Sentences, Tokens, quotations. Stage 3 of the line. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "article/article.h"
#include "base/span.h"

namespace qanat::sentence {

struct Token {
  enum class Kind : std::uint8_t { word, number, punctuation };
  Span span;                  // in the page's text
  std::uint32_t folded = 0;   // where its folded spelling begins in Text::folded
  std::uint16_t folded_size = 0;
  Kind kind = Kind::word;
  bool quoted = false;        // inside quotation marks
};

struct Sentence {
  Span span;                  // in the page's text, without surrounding white space
  std::uint32_t first = 0;    // tokens [first, last)
  std::uint32_t last = 0;
  std::uint32_t paragraph = 0;  // index into Article::body
};

// Words in quotation marks that go on for more than a name: somebody's speech. May run over several sentences.
struct Quotation {
  std::uint32_t first = 0;  // tokens [first, last), marks not included
  std::uint32_t last = 0;
};

struct Text {
  std::string folded;  // the folded spellings of all tokens, one after another
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<Quotation> quotations;

  std::string_view word(const Token& t) const { return std::string_view(folded).substr(t.folded, t.folded_size); }
};

// Splits an article's body. Sentences end at line ends and at . ! ? ؟ (not inside numbers, initials, abbreviations).
Text split(std::string_view page_text, const article::Article& article);

// One line a sentence, for `explain` and tests: "[begin,end) word word «quoted words» ..."
std::string dump(std::string_view page_text, const Text& text);

}  // namespace qanat::sentence
