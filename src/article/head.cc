// The head of a page: all before the first story's prose. Menus, tickers, the headline (often twice), the date, the
// share buttons and the picture's caption, in any order.
#include <algorithm>

#include "article/sheet.h"

namespace qanat::article {
namespace {

constexpr std::size_t kTickerTitles = 5;  // as many titles in a row are a ticker, and the story's own stands last
constexpr LineNo kByline = 3;             // a byline stands this near to the prose
constexpr LineNo kBareHead = 3;           // short lines that a story without a menu may open with

// Types a line by what it says of itself; false where it says nothing.
bool type_by_cue(Sheet& sheet, LineNo i) {
  switch (sheet.cue(i).cue) {
    case Cue::none:
      return false;
    case Cue::teaser:
    case Cue::list:
      sheet.mark(i, BlockKind::related, "phrase");
      return true;
    case Cue::tags:
      sheet.mark(i, BlockKind::tags, "phrase");
      return true;
    case Cue::credit:
      sheet.mark(i, BlockKind::credit, "phrase");
      return true;
    case Cue::published:
    case Cue::updated:
    case Cue::author:
      sheet.mark(i, BlockKind::dateline, "phrase");
      return true;
    case Cue::comments:
      sheet.mark(i, BlockKind::comments, "phrase");
      return true;
    case Cue::widget:
    case Cue::board:
      sheet.mark(i, BlockKind::widget, "phrase");
      return true;
    case Cue::caption:
      sheet.mark(i, BlockKind::widget, "caption");
      return true;
    case Cue::navigation:
      sheet.mark(i, BlockKind::navigation, "phrase");
      return true;
  }
  return false;
}

// Ends in a name in brackets and says no sentence: "... (رويترز)".
bool is_caption(const Sheet& sheet, LineNo i) {
  const std::string_view line = slice(sheet.text(), sheet.line(i).text);
  if (sheet.is_prose(i) || line.empty() || (line.back() != ')' && line.back() != ']')) return false;
  const std::size_t open = line.find_last_of("([");
  if (open == std::string_view::npos) return false;
  const Span inside = {sheet.line(i).text.begin + static_cast<std::uint32_t>(open) + 1, sheet.line(i).text.end - 1};
  if (is_agencies(sheet.text(), inside)) return true;
  Line within;
  within.span = within.text = inside;
  within.words = 3;
  Matcher matcher;
  const Found found = matcher.match(sheet.text(), within);
  return found.cue == Cue::caption || found.cue == Cue::credit;
}

class Head {
 public:
  Head(Sheet& sheet, Story& story, LineNo prose) : sheet_(sheet), story_(story), prose_(prose) {}

  void read() {
    type_plain_lines();
    choose_title();
    type_the_rest();
  }

 private:
  // All that needs no context.
  void type_plain_lines() {
    open_.assign(prose_, false);
    day_.assign(prose_, false);
    for (LineNo i = 0; i < prose_; ++i) {
      if (sheet_.cue(i).cue == Cue::navigation || sheet_.line(i).bullet) menu_ = true;
      const Cue cue = sheet_.cue(i).cue;
      if (cue == Cue::navigation && sheet_.line(i).digits > 0 && sheet_.day(i).is_date) {  // "سياسة 2019-03-12"
        day_[i] = true;
        sheet_.mark(i, BlockKind::dateline, "section and date");
      } else if (type_by_cue(sheet_, i)) {
        day_[i] = cue == Cue::published || cue == Cue::updated;
      } else if (sheet_.line(i).words == 0) {
        sheet_.mark(i, BlockKind::navigation, "no words");
      } else if (sheet_.is_copyright(i) || sheet_.is_address(i)) {
        sheet_.mark(i, BlockKind::widget, "copyright or address");
      } else if (sheet_.day(i).is_date) {
        day_[i] = true;
        sheet_.mark(i, BlockKind::dateline, "date");
      } else if (sheet_.line(i).bullet) {
        sheet_.mark(i, BlockKind::navigation, "list");
      } else if (sheet_.is_glued(i)) {
        sheet_.mark(i, BlockKind::related, "run together");
      } else if (is_caption(sheet_, i)) {
        sheet_.mark(i, BlockKind::widget, "caption");
      } else if (sheet_.is_listed(i)) {
        sheet_.mark(i, BlockKind::navigation, "repeated");
        menu_ = true;
      } else {
        open_[i] = true;
        ++open_lines_;
        open_words_ += sheet_.line(i).words;
      }
    }
  }

  void choose_title() {
    for (LineNo i = 0; i < prose_ && !story_.title; ++i) {
      if (sheet_.is_named(i)) story_.title = i;
    }
    if (story_.title) return;
    for (LineNo i = prose_; i-- > 0;) {
      if (!open_[i] || !is_given_title(sheet_, i)) continue;
      story_.title = i;
      while (*story_.title > 0 && sheet_.is_repeated(i) && first_same(i) < *story_.title) story_.title = first_same(i);
      return;
    }
    // The titles nearest to the prose, scraps and typed lines between them not counted.
    std::vector<LineNo> group;
    for (LineNo i = prose_; i-- > 0 && group.size() <= kTickerTitles;) {
      if (open_[i] && sheet_.is_headline(i)) {
        group.push_back(i);
      } else if (!group.empty() && sheet_.line(i).bullet) {
        break;
      }
      if (prose_ - i > 2 * kHeadReach) break;
    }
    if (group.empty()) return;
    std::reverse(group.begin(), group.end());
    if (!sheet_.given_title().empty() && is_bare()) return;  // the title is not in the text
    story_.title = best(group);
    const LineNo first = first_same(*story_.title);
    // Twice in a row: a headline and its repetition, the first is the story's.
    if (*story_.title - first <= kHeadReach && open_[first]) story_.title = first;
  }

  // Is it no head at all, but a story that opens with a few short lines or with sentences that lack their stops?
  bool is_bare() const {
    if (menu_) return false;
    return open_lines_ <= kBareHead || open_words_ >= std::uint64_t{kHeadWords} * open_lines_;
  }

  LineNo first_same(LineNo i) const {
    LineNo first = i;
    const LineNo from = i > kHeadReach ? i - kHeadReach : 0;
    for (LineNo k = i; k-- > from;) {
      if (sheet_.is_repeated(k) && sheet_.same(k, i)) first = k;
    }
    return first;
  }

  bool is_repeated_near(LineNo i) const {
    if (!sheet_.is_repeated(i)) return false;
    for (LineNo k = i > kHeadReach ? i - kHeadReach : 0; k < std::min(sheet_.size(), i + kHeadReach); ++k) {
      if (k != i && sheet_.same(k, i)) return true;
    }
    return false;
  }

  LineNo best(const std::vector<LineNo>& group) const {
    constexpr int kRepeated = 4;
    constexpr int kAddressed = 2;  // a date or share buttons follow
    constexpr std::uint32_t kMostShared = 4;
    const bool ticker = group.size() >= kTickerTitles;
    const std::string_view lead = slice(sheet_.text(), sheet_.line(prose_).text);
    LineNo chosen = group.front();
    int chosen_score = -1;
    for (const LineNo i : group) {
      int score = is_repeated_near(i) ? kRepeated : 0;
      if (i + 1 < prose_ && !open_[i + 1] && (day_[i + 1] || sheet_.kind(i + 1) == BlockKind::widget))
        score += kAddressed;
      score +=
          static_cast<int>(std::min(kMostShared, shared_words(slice(sheet_.text(), sheet_.line(i).text), lead).words));
      if (score > chosen_score || (ticker && score == chosen_score)) {
        chosen = i;
        chosen_score = score;
      }
    }
    return chosen;
  }

  void type_the_rest() {
    const bool bare = is_bare();
    for (LineNo i = 0; i < prose_; ++i) {
      const bool above = story_.title && i < *story_.title;
      const bool labelled = sheet_.cue(i).cue == Cue::published || sheet_.cue(i).cue == Cue::updated;
      const bool masthead = !story_.title && i == 0 && sheet_.day(i).weekday;
      if (day_[i]) ((above || masthead) && !labelled ? story_.page_days : story_.days).push_back(i);
      if (!above && sheet_.kind(i) == BlockKind::credit && !open_[i]) story_.credit.push_back(i);
      if (!open_[i]) continue;
      if (story_.title && (i == *story_.title || (sheet_.is_repeated(i) && sheet_.same(i, *story_.title)))) {
        sheet_.mark(i, BlockKind::title, i == *story_.title ? "headline" : "repeated");
      } else if (above || (!story_.title && !bare)) {
        sheet_.mark(i, BlockKind::navigation, "before the story");
      } else if (i + kByline >= prose_ && is_byline(i)) {
        sheet_.mark(i, BlockKind::dateline, "byline");
      } else if (bare || (sheet_.is_headline(i) && !sheet_.is_repeated(i))) {
        sheet_.mark(i, BlockKind::heading, "above the story");
        story_.body.push_back(i);
      } else {
        sheet_.mark(i, BlockKind::navigation, "scrap");
      }
    }
  }

  // "محمد علي - الرياض", "واشنطن - رويترز" right above the prose.
  bool is_byline(LineNo i) const {
    constexpr std::uint32_t kMostWords = 7;
    const Line& line = sheet_.line(i);
    if (line.words < 2 || line.words > kMostWords || line.ends_stop || line.ends_colon) return false;
    const std::string_view words = slice(sheet_.text(), line.text);
    constexpr std::uint32_t kNameWords = 5;
    if (line.words <= kNameWords && (words.starts_with("كتب ") || words.starts_with("كتبت "))) return true;
    for (const std::string_view dash : {" - ", " – ", " — ", " ـ "}) {
      if (words.find(dash) != std::string_view::npos) return true;
    }
    return false;
  }

  Sheet& sheet_;
  Story& story_;
  LineNo prose_;
  std::vector<bool> open_;  // not typed yet
  std::vector<bool> day_;
  LineNo open_lines_ = 0;
  std::uint64_t open_words_ = 0;
  bool menu_ = false;
};

}  // namespace

LineNo read_head(Sheet& sheet, Story& story) {
  const LineNo prose = find_prose(sheet);
  if (prose < sheet.size()) {
    Head(sheet, story, prose).read();
    return prose;
  }
  const bool flash = is_flash(sheet);
  for (LineNo i = 0; i < sheet.size(); ++i) {
    if (type_by_cue(sheet, i)) continue;
    if (flash && sheet.is_named(i) && !story.title) {
      story.title = i;
      sheet.mark(i, BlockKind::title, "headline");
    } else if (flash && sheet.line(i).words > 0) {
      story.body.push_back(i);
      sheet.mark(i, BlockKind::body, "short story");
    } else {
      sheet.mark(i, BlockKind::navigation, "no prose");
    }
  }
  return sheet.size();
}

}  // namespace qanat::article
