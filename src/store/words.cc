#include "store/words.h"

#include <algorithm>

namespace qanat::store {
namespace {

constexpr std::size_t kLongestWord = 256;  // bytes; what is longer is no word of any language, and is cut
constexpr std::size_t kLongestKey = 64;
constexpr std::size_t kMostWanted = 32;  // words of one question
constexpr std::string_view kArticle = "ال";

// Cut between characters.
std::string_view cut(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U) --most;
  return text.substr(0, most);
}

void add(std::string key, Wanted& keys) {
  if (!key.empty() && std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(std::move(key));
}

// The index holds one key a word, made by spelling alone; a clitic before the word may make it another one ("وزارة"
// seems to begin with "and", "الوزارة" does not). So a word is looked for as it stands and under the clitics it may
// wear.
Wanted keys_of(std::string_view word) {
  static constexpr std::string_view kWorn[] = {"", kArticle, "و", "ب", "ل"};
  const std::string folded = arabic::fold(cut(word, kLongestWord));
  Wanted keys;
  std::vector<std::string> bare = {folded, key_of_word(word)};
  if (folded.starts_with(kArticle)) bare.push_back(folded.substr(kArticle.size()));
  for (const std::string& b : bare) {
    if (b.empty()) continue;
    for (const std::string_view clitic : kWorn) add(key_of_word(std::string(clitic) + b), keys);
  }
  return keys;
}

}  // namespace

std::string key_of_word(std::string_view word) {
  std::string key = arabic::search_key(cut(word, kLongestWord));
  key.resize(cut(key, kLongestKey).size());
  return key;
}

void append_keys(std::string_view text, std::string& out) {
  for_each_word(text, [&](Span word) {
    const std::string key = key_of_word(slice(text, word));
    if (key.empty()) return;
    out += key;
    out += ' ';
  });
}

std::vector<Wanted> wanted_words(std::string_view words) {
  std::vector<Wanted> out;
  for_each_word(words, [&](Span word) {
    if (out.size() >= kMostWanted) return;
    Wanted keys = keys_of(slice(words, word));
    if (!keys.empty() && std::find(out.begin(), out.end(), keys) == out.end()) out.push_back(std::move(keys));
  });
  return out;
}

std::string match_expression(const std::vector<Wanted>& words) {
  std::string out;
  for (const Wanted& keys : words) {
    out += out.empty() ? "(" : " AND (";
    for (const std::string& key : keys) {
      if (out.back() != '(') out += " OR ";
      out += '"';
      for (const char c : key) {
        if (c == '"') out += '"';
        out += c;
      }
      out += '"';
    }
    out += ')';
  }
  return out;
}

}  // namespace qanat::store
