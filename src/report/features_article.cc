#include <algorithm>

#include "report/frame.h"

namespace qanat::report {

void article_features(const Scene& scene, learn::Features& out) {
  constexpr std::size_t kMostWords = 3000;  // of a longer page the beginning says what it is about
  const sentence::Text& text = scene.text();
  std::vector<std::string_view> words;
  for (const sentence::Token& t : text.tokens) {
    if (words.size() == kMostWords) break;
    if (t.kind == sentence::Token::Kind::word) words.push_back(text.word(t));
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  out.add("bias");
  for (const std::string_view w : words) out.add("word=", w);
}

}  // namespace qanat::report
