#include "article/keys.h"

#include <algorithm>

#include "article/words.h"

namespace qanat::article {
namespace {

constexpr std::size_t kMostKeyBytes = 2000;

bool is_invisible(char32_t c) {
  return c <= ' ' || c == 0xA0 || c == 0xAD || c == 0xFEFF || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

// Separators that need no white space around them, and those that do: a hyphen joins words, too.
bool always_parts(char32_t c) {
  return c == '|' || c == 0xBB || c == 0xAB || c == 0x2022 || c == 0xB7 || c == 0x2758 || c == 0x00A6;
}
bool parts_between_spaces(char32_t c) {
  return c == '-' || c == 0x2013 || c == 0x2014 || c == '/' || c == '~' || c == 0x640 || c == '>' || c == '<' ||
         c == '*' || c == 0x2190 || c == 0x2192 || c == 0x203A || c == 0x2039;
}

}  // namespace

Key key_of(std::string_view text) {
  Key key;
  const std::string folded = arabic::fold(clip(text, kMostKeyBytes));
  Words words(folded);
  while (words.next()) key.emplace_back(words.word());
  return key;
}

double likeness(const Key& a, const Key& b) {
  if (a.empty() || b.empty()) return 0;
  Key x = a;
  Key y = b;
  std::sort(x.begin(), x.end());
  std::sort(y.begin(), y.end());
  std::size_t common = 0;
  for (std::size_t i = 0, k = 0; i < x.size() && k < y.size();) {
    if (x[i] == y[k]) {
      ++common;
      ++i;
      ++k;
    } else if (x[i] < y[k]) {
      ++i;
    } else {
      ++k;
    }
  }
  return 2.0 * static_cast<double>(common) / static_cast<double>(a.size() + b.size());
}

bool holds(const Key& whole, const Key& part) {
  if (part.empty() || part.size() > whole.size()) return false;
  return std::search(whole.begin(), whole.end(), part.begin(), part.end()) != whole.end();
}

std::string_view trimmed(std::string_view text) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    const Decoded d = decode_utf8(text, begin);
    if (!is_invisible(d.code)) break;
    begin += d.size;
  }
  std::size_t end = begin;
  for (std::size_t at = begin; at < text.size();) {
    const Decoded d = decode_utf8(text, at);
    at += d.size;
    if (!is_invisible(d.code)) end = at;
  }
  return text.substr(begin, end - begin);
}

std::vector<std::string_view> parts_of_title(std::string_view title) {
  std::vector<std::string_view> parts;
  std::size_t from = 0;
  int quotes = 0;  // « and » part only outside of quotations
  const auto cut = [&](std::size_t end, std::size_t next) {
    const std::string_view part = trimmed(title.substr(from, end - from));
    if (!part.empty()) parts.push_back(part);
    from = next;
  };
  const auto space = [&](std::size_t at) { return at >= title.size() || title[at] == ' '; };
  for (std::size_t at = 0; at < title.size();) {
    const Decoded d = decode_utf8(title, at);
    const std::size_t next = at + d.size;
    const bool quote = d.code == 0xAB || d.code == 0xBB;
    const bool spaced = (at == 0 || title[at - 1] == ' ') && space(next);
    if (quote && !spaced) {
      quotes += d.code == 0xAB ? 1 : -1;
    } else if (quotes <= 0 &&
               ((always_parts(d.code) && (!quote || spaced)) || (parts_between_spaces(d.code) && spaced))) {
      cut(at, next);
    } else if (title.substr(at).starts_with("::") || title.substr(at).starts_with("--")) {
      cut(at, at + 2);
      at += 2;
      continue;
    }
    at = next;
  }
  cut(title.size(), title.size());
  return parts;
}

}  // namespace qanat::article
