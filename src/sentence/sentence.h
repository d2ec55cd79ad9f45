// Article -> Sentences, Tokens, quotations. Stage 3 of the line. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "article/article.h"
#include "base/span.h"

namespace qanat::sentence {

// A word, a number or a mark. A word is a run of letters and digits; '_' and '-' part words, '#' and marks that fold to
// nothing are no tokens. Number: digits, joined by . , : + inside ("1.5", "5+1", "10:30"), also behind clitics
// ("ال17"). A run of one mark ("...") is one token, folded to that mark once.
struct Token {
  enum class Kind : std::uint8_t { word, number, punctuation };
  Span span;                 // in the page's text
  std::uint32_t folded = 0;  // where its folded spelling begins in Text::folded
  std::uint16_t folded_size = 0;
  Kind kind = Kind::word;
  bool quoted = false;  // inside quotation marks
};

struct Sentence {
  Span span;                // in the page's text, without surrounding white space
  std::uint32_t first = 0;  // tokens [first, last)
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
  std::vector<Quotation> quotations;  // in order; they do not overlap
  bool cut = false;  // the article was longer than any article is (kMaxTokens); what follows was left unread

  std::string_view word(const Token& t) const { return std::string_view(folded).substr(t.folded, t.folded_size); }
};

inline constexpr std::uint32_t kMaxTokens = 1U << 20;
// Longer sentences are cut in two, so that no later stage meets one that costs it more than it can pay.
inline constexpr std::uint32_t kMaxSentenceTokens = 400;

// Splits an article's body. A sentence ends at a line's end, and at . ! ? ؟ … (with the quotation marks and brackets
// that close behind it) before white space. Quotation marks of all kinds nest; one that is never closed ends with its
// paragraph, unless the next one goes on with the quotation: it opens with a mark again, or closes without opening.
// Linear in the body; memory is bounded by kMaxTokens.
Text split(std::string_view page_text, const article::Article& article);

// One line a sentence, for `explain` and tests: "[begin,end) folded words «quoted words» ...", marks as they are
// written; then one line a quotation: "quotation [begin,end)".
std::string dump(std::string_view page_text, const Text& text);

}  // namespace qanat::sentence
