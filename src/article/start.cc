// Where the first story of a page begins.
#include <algorithm>

#include "article/sheet.h"

namespace qanat::article {
namespace {

constexpr std::size_t kSiteName = 120;  // bytes, twice: a site's name beside a title
constexpr std::uint32_t kFlashWords = 5;
constexpr LineNo kFlashLines = 2;

// The first paragraph of the page but for those in a list of other stories ("آخر الأخبار" above the story, with the
// stories' first lines): there, two paragraphs in a row or a publication line make a story.
LineNo first_prose(const Sheet& sheet) {
  bool in_list = false;
  LineNo first = sheet.size();
  for (LineNo i = 0; i < sheet.size(); ++i) {
    const Cue cue = sheet.cue(i).cue;
    if (cue == Cue::list) in_list = true;
    if (cue == Cue::published) in_list = false;
    if (!sheet.is_prose(i)) continue;
    first = std::min(first, i);
    if (!in_list || (i + 1 < sheet.size() && sheet.is_prose(i + 1))) return i;
  }
  return first;
}

}  // namespace

bool is_given_title(const Sheet& sheet, LineNo i) {
  if (sheet.is_named(i)) return true;
  if (sheet.given_title().empty() || sheet.is_prose(i)) return false;
  const Line& line = sheet.line(i);
  if (line.words < 2 || 2 * line.span.size() > 3 * sheet.given_title().size() + kSiteName) return false;
  const Shared in_title = shared_words(slice(sheet.text(), line.text), sheet.given_title());
  if (in_title.of == 0 || in_title.words * 5 < in_title.of * 4) return false;
  const Shared in_line = shared_words(sheet.given_title(), slice(sheet.text(), line.text));
  return in_line.words * 5 >= in_line.of * 3;
}

LineNo find_prose(const Sheet& sheet) {
  constexpr LineNo kSearched = 400;
  const LineNo first = first_prose(sheet);
  if (sheet.given_title().empty()) return first;
  const LineNo end = std::min(sheet.size(), kSearched);
  for (LineNo i = 0; i < end; ++i) {
    if (sheet.line(i).bullet || !sheet.is_headline(i) || !is_given_title(sheet, i)) continue;
    if (i < first || i - first > kHeadReach) return first;
    // Prose above the headline is a ticker, unless it tells of what the headline does: then the lead stands above it.
    constexpr std::uint32_t kSameStory = 3;
    const std::string_view lead = slice(sheet.text(), sheet.line(first).text);
    if (shared_words(sheet.given_title(), lead).words >= kSameStory) return first;
    for (LineNo k = i + 1; k < std::min(sheet.size(), i + kHeadReach); ++k) {
      if (sheet.is_prose(k)) return k;
    }
    return first;
  }
  return first;
}

bool is_flash(const Sheet& sheet) {
  if (sheet.size() == 0) return false;
  std::uint64_t words = 0;
  std::uint32_t most = 0;
  for (LineNo i = 0; i < sheet.size(); ++i) {
    if (sheet.line(i).bullet || sheet.cue(i).cue == Cue::navigation) return false;
    most = std::max(most, sheet.line(i).letters() > 0 ? sheet.line(i).words : 0);
    words += sheet.line(i).words;
  }
  if (sheet.size() <= kFlashLines) return most >= kFlashWords;
  return !sheet.given_title().empty() && words >= std::uint64_t{kHeadWords} * sheet.size();
}

}  // namespace qanat::article
