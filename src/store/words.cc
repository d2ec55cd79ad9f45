#include "store/words.h"

#include <algorithm>

namespace qanat::store {
namespace {

constexpr std::size_t kLongestWord = 256;  // bytes; what is longer is no word of any language, and is cut
constexpr std::size_t kLongestKey = 64;
constexpr std::size_t kMostWanted = 32;  // words of one question

// Cut between characters.
std::string_view cut(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U) --most;
  return text.substr(0, most);
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

std::string indexed_text(std::string_view page, const article::Article& article) {
  std::string out = article.title_text;
  for (const Span s : article.body) {
    if (s.begin > s.end || s.end > page.size()) continue;  // verify() reports it
    out += '\n';
    out += slice(page, s);
  }
  return out;
}

std::vector<std::string> wanted_keys(std::string_view words) {
  std::vector<std::string> out;
  for_each_word(words, [&](Span word) {
    if (out.size() >= kMostWanted) return;
    std::string key = key_of_word(slice(words, word));
    if (!key.empty() && std::find(out.begin(), out.end(), key) == out.end()) out.push_back(std::move(key));
  });
  return out;
}

std::string match_expression(const std::vector<std::string>& keys) {
  std::string out;
  for (const std::string& key : keys) {
    if (!out.empty()) out += " AND ";
    out += '"';
    for (const char c : key) {
      if (c == '"') out += '"';
      out += c;
    }
    out += '"';
  }
  return out;
}

}  // namespace qanat::store
