// Words and their keys, for the index and for whoever asks it. Private to the room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "arabic/arabic.h"
#include "article/article.h"
#include "base/span.h"
#include "base/utf8.h"

namespace qanat::store {

// Calls use(Span) for each word of the text, in order.
template <class Use>
void for_each_word(std::string_view text, Use use) {
  constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::size_t begin = kNone;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded d = decode_utf8(text, at);
    if (arabic::is_word(d.code)) {
      if (begin == kNone) begin = at;
    } else if (begin != kNone) {
      use(Span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)});
      begin = kNone;
    }
    at += d.size;
  }
  if (begin != kNone) use(Span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(text.size())});
}

// The key under which the index holds a word; empty for one that folds to nothing.
std::string key_of_word(std::string_view word);

// The keys of all words, with a space behind each, appended.
void append_keys(std::string_view text, std::string& out);

// What the index holds of an article: headline and body. Spans must lie within the page's text.
std::string indexed_text(std::string_view page, const article::Article& article);

// What is looked for. Where the last word may be the beginning of one, `open` is what the keys of all words that begin
// so begin with (the last of `keys` is then the key of the word as it stands); empty: all words are whole.
struct Wanted {
  std::vector<std::string> keys;
  std::string open;
};
Wanted wanted(std::string_view words, bool open_end);

// The question to the index: every one of the keys. No part of what the user asks for is ever syntax.
std::string match_expression(const Wanted& wanted);

}  // namespace qanat::store
