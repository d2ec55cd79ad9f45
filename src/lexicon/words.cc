#include "lexicon/words.h"

#include <algorithm>
#include <utility>

#include "arabic/arabic.h"
#include "base/utf8.h"

namespace qanat::lexicon {
namespace {

constexpr std::string_view kWawArticle = "وال";

bool is_space(char32_t c) { return c == ' ' || c == '\t' || c == '_' || c == 0xA0; }

}  // namespace

std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> out;
  bool inside = false;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded d = decode_utf8(text, at);
    const std::string_view bytes = text.substr(at, d.size);
    at += d.size;
    const char32_t last = std::exchange(before, d.code);
    // "5+1" is one word, as it is in a sentence.
    const bool in_number = arabic::is_digit(last) && arabic::joins_digits(d.code) && at < text.size() &&
                           arabic::is_digit(decode_utf8(text, at).code);
    const bool word = arabic::is_word(d.code);
    if (is_space(d.code)) {
      inside = false;
    } else if (in_number || (word && inside)) {
      out.back() += bytes;
    } else {
      out.emplace_back(bytes);
      inside = word;
    }
  }
  return out;
}

std::vector<std::string> split_folded(std::string_view text) {
  std::vector<std::string> out = split_words(text);
  for (std::string& word : out) word = arabic::fold(word);
  out.erase(std::remove(out.begin(), out.end(), std::string()), out.end());
  return out;
}

BlindKey::BlindKey(std::string_view folded) : view_(folded) {
  if (has_prefix(folded, kArticle, kMinStem)) {
    view_ = folded.substr(kArticle.size());
  } else if (has_prefix(folded, kLamLam, kMinStem)) {
    view_ = folded.substr(kLamLam.size());
  } else if (has_prefix(folded, kWawArticle, kMinStem) && folded.size() <= kCapacity) {
    const std::string_view stem = folded.substr(kWawArticle.size());
    char* end = std::copy(kWaw.begin(), kWaw.end(), buffer_);
    end = std::copy(stem.begin(), stem.end(), end);
    view_ = {buffer_, static_cast<std::size_t>(end - buffer_)};
  }
}

}  // namespace qanat::lexicon
