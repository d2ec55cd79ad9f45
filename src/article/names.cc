#include "article/names.h"

#include <algorithm>

#include "arabic/arabic.h"
#include "base/utf8.h"

namespace qanat::article {
namespace {

constexpr std::size_t kMostTagBytes = 4000;  // of a line of tags; longer ones are not read to their end
constexpr std::size_t kMostTags = 100;

bool is_edge(char32_t c) {
  return c == ' ' || c == '\t' || c == 0xA0 || c == '"' || c == '\'' || c == 0x201C || c == 0x201D || c == 0xAB ||
         c == 0xBB || c == '(' || c == ')' || c == '[' || c == ']' || c == ':' || c == '*' || c == '.' || c == '-' ||
         c == 0x2013 || c == '#' || c == 0x2022 || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E);
}

// Without white space, quotation marks and brackets around it.
std::string_view bare(std::string_view text) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    const Decoded d = decode_utf8(text, begin);
    if (!is_edge(d.code)) break;
    begin += d.size;
  }
  std::size_t end = begin;
  for (std::size_t at = begin; at < text.size();) {
    const Decoded d = decode_utf8(text, at);
    at += d.size;
    if (!is_edge(d.code)) end = at;
  }
  return text.substr(begin, end - begin);
}

void add(std::string_view value, std::vector<std::string>& list) {
  const std::string_view clean = bare(value);
  if (clean.empty() || list.size() >= kMostTags) return;
  std::string text(clean);
  std::replace(text.begin(), text.end(), '_', ' ');
  if (std::find(list.begin(), list.end(), text) == list.end()) list.push_back(std::move(text));
}

// Cuts at every code point for which `cuts` holds.
template <class Cuts>
std::vector<std::string_view> split(std::string_view text, Cuts cuts) {
  std::vector<std::string_view> parts;
  std::size_t from = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const Decoded d = decode_utf8(text, at);
    if (cuts(d.code, at)) {
      parts.push_back(text.substr(from, at - from));
      from = at + d.size;
    }
    at += d.size;
  }
  parts.push_back(text.substr(from));
  return parts;
}

// Is `adjective` a definite adjective that agrees with the definite `noun`, as their endings show? Both folded.
bool agrees(std::string_view noun, std::string_view adjective) {
  constexpr std::string_view kThe = "ال";
  constexpr std::size_t kShortest = 10;  // bytes: the article and three letters
  if (!noun.starts_with(kThe) || !adjective.starts_with(kThe) || adjective.size() < kShortest) return false;
  const bool feminine_noun = noun.ends_with("ه") || noun.ends_with("ات");
  if (adjective.ends_with("يه")) return feminine_noun;
  if (adjective.ends_with("ه")) return feminine_noun;
  return adjective.ends_with("ي") && !feminine_noun;
}

std::uint64_t count_words(std::string_view text, std::initializer_list<std::string_view> words) {
  std::uint64_t count = 0;
  for (const std::string_view word : words) {
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + word.size()))
      ++count;
  }
  return count;
}

}  // namespace

void add_credits(std::string_view text, std::vector<std::string>& credits) {
  const std::string_view line = text.substr(0, kMostTagBytes);
  const auto parts = split(line, [&](char32_t c, std::size_t at) {
    if (c == '+' || c == '|' || c == 0x060C || c == ',' || c == '/' || c == 0x061B || c == ';' || c == '&') return true;
    const bool dash = c == '-' || c == 0x2013 || c == 0x2014;
    return dash && at > 0 && line[at - 1] == ' ';
  });
  for (const std::string_view part : parts) add(part, credits);
}

void add_tags(std::string_view text, std::vector<std::string>& tags) {
  const std::string_view line = text.substr(0, kMostTagBytes);
  const auto marked = split(line, [](char32_t c, std::size_t) {
    return c == 0x060C || c == ',' || c == '|' || c == '/' || c == '#' || c == 0x061B || c == ';' || c == 0x2022 ||
           c == 0xB7;
  });
  if (std::count_if(marked.begin(), marked.end(), [](std::string_view part) { return !bare(part).empty(); }) > 1) {
    for (const std::string_view part : marked) add(part, tags);
    return;
  }
  const auto words = split(bare(line), [](char32_t c, std::size_t) { return c == ' ' || c == '\t' || c == 0xA0; });
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].empty()) continue;
    if (i + 1 < words.size() && agrees(arabic::fold(words[i]), arabic::fold(words[i + 1]))) {
      add(std::string(words[i]) + " " + std::string(words[i + 1]), tags);
      ++i;
      continue;
    }
    add(words[i], tags);
  }
}

void LanguageGuess::add(std::string_view text, const Line& line) {
  constexpr std::size_t kSample = 2000;
  arabic_ += line.arabic;
  latin_ += line.latin;
  persian_ += line.persian;
  farsi_forms_ += line.farsi_forms;
  urdu_ += line.urdu;
  if (line.latin <= line.arabic) return;
  const std::string_view sample = slice(text, line.span).substr(0, kSample);
  english_words_ += count_words(sample, {" the ", " of ", " and ", " to ", "The "});
  french_words_ += count_words(sample, {" le ", " la ", " les ", " des ", " et ", " du ", " à ", "Le ", "La "});
}

std::string LanguageGuess::language() const {
  constexpr std::uint64_t kFewest = 8;          // letters
  constexpr std::uint64_t kPersianShare = 120;  // one letter in so many is پ چ ژ گ; foreign names in Arabic have fewer
  constexpr std::uint64_t kFormsShare = 30;     // and one is ک or ی
  constexpr std::uint64_t kUrduShare = 40;
  if (arabic_ + latin_ < kFewest) return {};
  if (arabic_ >= latin_) {
    if (urdu_ * kUrduShare > arabic_) return "ur";
    return persian_ * kPersianShare > arabic_ && farsi_forms_ * kFormsShare > arabic_ ? "fa" : "ar";
  }
  if (english_words_ == french_words_) return {};
  return english_words_ > french_words_ ? "en" : "fr";
}

}  // namespace qanat::article
