#include "article/cues.h"

#include <algorithm>
#include <string>
#include <vector>

#include "arabic/arabic.h"
#include "article/words.h"
#include "base/utf8.h"

namespace qanat::article {
namespace {

constexpr std::size_t kFirstWordBytes = 40;  // enough to rule most lines out
constexpr std::size_t kPhraseBytes = 160;    // the longest phrase, vowelled, with room for marks

// A line with a phrase and more words than this is prose that happens to begin so. Its reason is the cue's nature: a
// label names a thing, a notice says a sentence, tags and lists are as long as they like.
constexpr std::uint32_t word_limit(Cue cue) {
  switch (cue) {
    case Cue::author:
      return 9;
    case Cue::comments:
      return 10;
    case Cue::credit:
      return 14;
    case Cue::navigation:
    case Cue::board:
      return 15;
    case Cue::published:
    case Cue::updated:
      return 18;
    case Cue::caption:
      return 25;
    case Cue::widget:
    case Cue::teaser:
      return 32;
    case Cue::tags:
      return 200;
    case Cue::list:
      return 400;
    case Cue::none:
      break;
  }
  return 0;
}

// A notice ("تابعونا على ...") is a sentence itself; the phrases of these kinds are followed by names and dates, and
// where a sentence follows unmarked, it is prose that begins so: "نقلا عن رويترز، قال الوزير إن ...".
constexpr bool may_open_prose(Cue cue) {
  return cue == Cue::teaser || cue == Cue::list || cue == Cue::credit || cue == Cue::published || cue == Cue::updated ||
         cue == Cue::author || cue == Cue::caption;
}

const std::vector<Phrase>& sorted_phrases() {
  static const std::vector<Phrase> sorted = [] {
    std::vector<Phrase> all(phrases().begin(), phrases().end());
    std::sort(all.begin(), all.end(), [](const Phrase& a, const Phrase& b) { return a.words < b.words; });
    return all;
  }();
  return sorted;
}

bool is_number(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Bytes of a label's mark at the beginning of `text`, white space around it included; 0 where a word follows unmarked.
std::size_t mark_bytes(std::string_view text) {
  std::size_t at = 0;
  bool mark = false;
  char32_t before = 0;
  while (at < text.size()) {
    const Decoded d = decode_utf8(text, at);
    const char32_t c = d.code;
    if (arabic::is_word(c) || c == '"' || c == 0xAB || c == 0x201C || c == 0x201D || c == '#') break;
    if (c == ':' || c == '|' || c == '-' || c == 0x2013 || c == 0x2014 || c == 0x2026 || c == 0xBB || c == '>' ||
        c == '(' || c == '/' || c == 0x2190 || c == 0x25C4 || c == '+' || c == '!' || (c == '.' && before == '.')) {
      mark = true;
    }
    before = c;
    at += d.size;
  }
  return mark ? at : 0;
}

bool has_letters(std::string_view text) {
  Words words(text);
  while (words.next()) {
    if (!is_number(words.word())) return true;
  }
  return false;
}

// The byte of `text` at which its folded form has reached `folded_bytes`, marks that fold to nothing included. Folding
// is code point by code point.
std::size_t unfold(std::string_view text, std::size_t folded_bytes) {
  std::string folded;
  std::size_t at = 0;
  while (at < text.size()) {
    const Decoded d = decode_utf8(text, at);
    const std::size_t before = folded.size();
    arabic::fold_to(text.substr(at, d.size), folded);
    if (before >= folded_bytes && (folded.size() > before || text[at] == '#')) break;
    at += d.size;
  }
  return at;
}

}  // namespace

Found Matcher::match(std::string_view text, const Line& line) {
  const std::vector<Phrase>& table = sorted_phrases();
  const std::string_view all = slice(text, line.text);
  const auto lower = [&](std::string_view key) {
    return std::lower_bound(table.begin(), table.end(), key,
                            [](const Phrase& p, std::string_view k) { return p.words < k; });
  };

  // Most lines are ruled out by their first word.
  folded_.clear();
  arabic::fold_to(clip(all, kFirstWordBytes), folded_);
  Words first(folded_);
  bool any = first.next();
  while (any && is_number(first.word())) any = first.next();
  if (!any) return {};
  const auto begin = lower(first.word());
  if (begin == table.end() || !begin->words.starts_with(first.word())) return {};

  const std::string_view head = clip(all, kPhraseBytes);
  if (head.size() > kFirstWordBytes) {
    folded_.clear();
    arabic::fold_to(head, folded_);
  }
  Words words(folded_);
  std::string key;
  Found best;
  while (words.next()) {
    if (key.empty() && is_number(words.word())) continue;
    if (!key.empty()) key += ' ';
    key += words.word();
    const auto at = lower(key);
    if (at == table.end() || !at->words.starts_with(key)) break;
    if (at->words != key || line.words > word_limit(at->cue)) continue;
    const std::size_t end = unfold(all, words.end());
    const std::string_view after = all.substr(end);
    const std::size_t mark = mark_bytes(after);
    const bool alone = line.words <= kPhraseBytes && !has_letters(after);
    const bool says_sentence = line.ends_stop && !line.ends_question && line.words >= kSentenceWords && mark == 0;
    const bool matches = alone || (at->match == Match::label && mark > 0) ||
                         (at->match == Match::opening && !(says_sentence && may_open_prose(at->cue)));
    if (!matches || (at->cue == Cue::author && alone)) continue;
    best.cue = at->cue;
    best.match = at->match;
    best.rest = {line.text.begin + static_cast<std::uint32_t>(end + mark), line.text.end};
    if (alone && line.digits == 0) best.rest.begin = best.rest.end;
  }
  return best;
}

}  // namespace qanat::article
