#include "article/sheet.h"

#include <algorithm>
#include <functional>

#include "arabic/arabic.h"
#include "base/utf8.h"

namespace qanat::article {
namespace {

constexpr std::uint32_t kProseLetters = 40;
constexpr std::uint32_t kSentenceLetters = 28;
constexpr std::uint32_t kItemWords = 12;  // an entry of a list that is a sentence
constexpr std::uint32_t kLongItemWords = 24;
constexpr std::uint32_t kClauseWords = 14;    // with a comma
constexpr std::uint32_t kLongWords = 20;      // no headline is as long
constexpr std::uint32_t kQuestionWords = 18;  // headlines ask shorter questions
constexpr std::uint32_t kTitleWords = 30;
constexpr std::uint32_t kTitleLetters = 8;
constexpr std::uint32_t kTitleBytes = 600;
constexpr std::uint32_t kGluedWords = 8;
constexpr std::uint32_t kRepeatBytes = 400;  // longer lines are not compared with one another

bool looks_like_prose(const Line& line) {
  if (line.letters() < kSentenceLetters) return false;
  if (line.ends_question && line.stops <= 1 && line.words <= kQuestionWords) return false;
  if (line.bullet) return (line.ends_stop && line.words >= kItemWords) || line.words >= kLongItemWords;
  if (line.ends_stop && line.words >= kSentenceWords) return true;
  if (line.letters() < kProseLetters) return false;
  if (line.commas > 0 && line.words >= kClauseWords) return true;
  return line.words >= kLongWords;
}

bool looks_glued(const Line& line) {
  constexpr std::uint32_t kSeams = 2;
  return line.glued + line.gaps >= kSeams && !line.ends_stop && line.commas == 0 && line.words >= kGluedWords;
}

// Folded, with one space between words and none around them.
std::string folded_words(std::string_view text) {
  const std::string folded = arabic::fold(text);
  std::string out;
  for (const char c : folded) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!space) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace

Sheet::Sheet(const page::Page& page) : page_(page), lines_(split_lines(page.text)) {
  cues_.reserve(lines_.size());
  prose_.reserve(lines_.size());
  Matcher matcher;
  for (const Line& line : lines_) {
    cues_.push_back(matcher.match(page.text, line));
    prose_.push_back(cues_.back().cue == Cue::none && looks_like_prose(line) && !looks_glued(line));
    if (prose_.back() && is_copyright(static_cast<LineNo>(prose_.size() - 1))) prose_.back() = false;
  }
  marks_.resize(lines_.size());
  find_given_title();
  find_repeats();
}

// A line that is the given title letter for letter is a headline, however long.
void Sheet::find_given_title() {
  constexpr LineNo kSearched = 400;
  if (page_.title.empty() || page_.title.size() > kTitleBytes) return;
  std::string title;
  for (LineNo i = 0; i < std::min(size(), kSearched); ++i) {
    const std::size_t bytes = lines_[i].text.size();
    if (bytes > 2 * page_.title.size() || 2 * bytes < page_.title.size()) continue;
    if (title.empty()) title = folded_words(page_.title);
    if (folded_words(slice(page_.text, lines_[i].text)) != title) continue;
    prose_[i] = false;
    named_.push_back(i);
  }
}

bool Sheet::is_headline(LineNo i) const {
  if (is_named(i)) return true;
  const Line& l = lines_[i];
  if (prose_[i] || l.bullet || cues_[i].cue != Cue::none || l.span.size() > kTitleBytes) return false;
  if (l.words < 3 || l.words > kTitleWords || l.letters() < kTitleLetters) return false;
  return !l.ends_stop || l.ends_question;
}

bool Sheet::is_glued(LineNo i) const { return looks_glued(lines_[i]); }

bool Sheet::is_copyright(LineNo i) const {
  const std::string_view line = slice(page_.text, lines_[i].text);
  return line.starts_with("©") || line.starts_with("(c)") || line.starts_with("(C)");
}

bool Sheet::is_address(LineNo i) const {
  const std::string_view line = slice(page_.text, lines_[i].text);
  return lines_[i].words == 1 &&
         (line.starts_with("http://") || line.starts_with("https://") || line.starts_with("www."));
}

bool Sheet::same(LineNo a, LineNo b) const {
  const auto size = [](const Line& l) { return l.words; };
  if (size(lines_[a]) != size(lines_[b])) return false;
  return arabic::fold(slice(page_.text, lines_[a].text)) == arabic::fold(slice(page_.text, lines_[b].text));
}

void Sheet::find_repeats() {
  repeats_.assign(lines_.size(), kOnce);
  struct Hashed {
    std::size_t hash;
    LineNo line;
  };
  std::vector<Hashed> keys;
  for (LineNo i = 0; i < size(); ++i) {
    const Line& l = lines_[i];
    if (l.letters() == 0 || prose_[i] || l.span.size() > kRepeatBytes) continue;
    keys.push_back({std::hash<std::string_view>()(slice(page_.text, l.text)), i});
  }
  if (keys.size() < 2) return;
  std::sort(keys.begin(), keys.end(), [](const Hashed& a, const Hashed& b) { return a.hash < b.hash; });
  for (std::size_t from = 0; from < keys.size();) {
    std::size_t to = from + 1;
    bool listed = lines_[keys[from].line].bullet;
    while (to < keys.size() && keys[to].hash == keys[from].hash) listed |= lines_[keys[to++].line].bullet;
    if (to > from + 1) {
      for (std::size_t k = from; k < to; ++k) repeats_[keys[k].line] = listed ? kListed : kAgain;
    }
    from = to;
  }
}

Shared shared_words(std::string_view a, std::string_view b) {
  constexpr std::size_t kMostBytes = 1200;
  constexpr std::size_t kShortWord = 6;  // bytes: three letters
  const auto stems = [](std::string_view text) {
    const std::string folded = arabic::fold(text.substr(0, kMostBytes));
    std::vector<std::string> list;
    std::size_t at = 0;
    while (at < folded.size()) {
      std::size_t end = at;
      while (end < folded.size()) {
        const Decoded d = decode_utf8(folded, end);
        if (!arabic::is_word(d.code)) break;
        end += d.size;
      }
      if (end - at >= kShortWord) {
        std::string key = arabic::search_key(std::string_view(folded).substr(at, end - at));
        if (key.size() >= kShortWord) list.push_back(std::move(key));
      }
      at = end > at ? end : end + decode_utf8(folded, end).size;
    }
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
    return list;
  };
  const std::vector<std::string> of_a = stems(a);
  const std::vector<std::string> of_b = stems(b);
  Shared shared;
  shared.of = static_cast<std::uint32_t>(of_a.size());
  for (const std::string& word : of_a) shared.words += std::binary_search(of_b.begin(), of_b.end(), word) ? 1U : 0U;
  return shared;
}

}  // namespace qanat::article
