#include "store/words.h"

#include <algorithm>

namespace qanat::store {
namespace {

constexpr std::size_t kLongestWord = 256;  // bytes; what is longer is no word of any language, and is cut
constexpr std::size_t kLongestKey = 64;
constexpr std::size_t kMostWanted = 32;  // words of one question

// What the keys of all longer words begin with that begin so. Clitics go only where enough of a word remains, and no
// ending has been written yet: so the word is thought longer, by letters that are no ending, which then go again.
std::string open_key(std::string_view beginning) {
  constexpr std::string_view kMore = "ظظظ";
  constexpr std::size_t kFewest = 6;  // bytes: three Arabic letters; fewer begin half of all words
  std::string longer(clip(beginning, kLongestWord));
  std::string key = arabic::search_key(longer += kMore);
  if (!key.ends_with(kMore)) return {};
  key.resize(key.size() - kMore.size());
  // What went may have been no clitic (كوريا is not "like" anything). Then few letters that remain say too little; of
  // the article there is no doubt.
  constexpr std::size_t kFewestInDoubt = 8;  // bytes: four letters
  constexpr std::string_view kArticle = "ال";
  const std::string folded = arabic::fold(clip(beginning, kLongestWord));
  const bool is_sure = folded == key || folded == std::string(kArticle) + key;
  key.resize(clip(key, kLongestKey).size());
  return key.size() >= (is_sure ? kFewest : kFewestInDoubt) ? key : std::string();
}

void append_quoted(std::string_view key, std::string& out) {
  out += '"';
  for (const char c : key) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

}  // namespace

std::string key_of_word(std::string_view word) {
  std::string key = arabic::search_key(clip(word, kLongestWord));
  key.resize(clip(key, kLongestKey).size());
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

Wanted wanted(std::string_view words, bool open_end) {
  Wanted out;
  std::string_view last;
  for_each_word(words, [&](Span word) {
    if (out.keys.size() >= kMostWanted) return;
    last = slice(words, word);
    std::string key = key_of_word(last);
    if (key.empty()) return;
    // The last word's key stays last, so that it can be told from the others.
    std::erase(out.keys, key);
    out.keys.push_back(std::move(key));
  });
  // A word that is being written ends where the text ends.
  if (open_end && !out.keys.empty() && words.ends_with(last)) out.open = open_key(last);
  return out;
}

std::string match_expression(const Wanted& wanted) {
  std::string out;
  for (std::size_t i = 0; i < wanted.keys.size(); ++i) {
    if (i > 0) out += " AND ";
    const bool is_open = !wanted.open.empty() && i + 1 == wanted.keys.size();
    if (is_open) {
      out += '(';
      append_quoted(wanted.open, out);
      out += " * OR ";
    }
    append_quoted(wanted.keys[i], out);
    if (is_open) out += ')';
  }
  return out;
}

}  // namespace qanat::store
