#include "report/frame.h"

namespace qanat::report {

void article_features(const sentence::Text& text, learn::Features& out) {
  constexpr std::size_t kMostWords = 3000;  // of a longer page the beginning says what it is about
  std::size_t words = 0;
  out.add("bias");
  for (const sentence::Token& t : text.tokens) {
    if (t.kind != sentence::Token::Kind::word) continue;
    out.add("word=", text.word(t));
    if (++words == kMostWords) break;
  }
  out.drop_repeats();
}

}  // namespace qanat::report
