// The short lines between the paragraphs of a story and behind them: sub-headings, lists, asides, bylines, feet.
#include "article/sheet.h"

namespace qanat::article {
namespace {

constexpr std::uint32_t kHeadingWords = 12;
constexpr std::uint32_t kRunWords = 4;  // a title in a run of titles; sub-headings and entries of lists are shorter
constexpr std::size_t kRunTitles = 2;
constexpr std::uint32_t kRunLetters = 30;  // on average; verses and entries of lists are shorter
constexpr std::uint32_t kLooseWords = 2;

class Settler {
 public:
  Settler(Sheet& sheet, Story& story, const std::vector<LineNo>& loose) : sheet_(sheet), story_(story), loose_(loose) {}

  // More prose follows: sub-headings and lists are the story's; a run of titles without stops is a list of others.
  void settle_inside() {
    for (std::size_t k = 0; k < loose_.size(); ++k) {
      const LineNo i = loose_[k];
      if (is_title_again(i)) {
        mark_title(i);
        const bool caption = k + 1 < loose_.size() && loose_[k + 1] == i + 1 && sheet_.line(i + 1).words <= kLooseWords;
        if (caption) sheet_.mark(loose_[++k], BlockKind::widget, "under the title");
        continue;
      }
      if (sheet_.line(i).words == 0 || sheet_.is_address(i)) {
        sheet_.mark(i, BlockKind::widget, sheet_.line(i).words == 0 ? "no words" : "address");
        continue;
      }
      if (is_agencies(sheet_.text(), sheet_.line(i).text)) {
        sheet_.mark(i, BlockKind::credit, "agencies");
        story_.credit.push_back(i);
        continue;
      }
      if (is_beside_caption(i)) {
        sheet_.mark(i, BlockKind::related, "under a picture");
        continue;
      }
      std::size_t run = k;
      std::size_t letters = 0;
      while (run < loose_.size() && is_run_title(loose_[run]) && loose_[run] == i + (run - k)) {
        letters += sheet_.line(loose_[run++]).letters();
      }
      if (run - k >= kRunTitles && letters >= kRunLetters * (run - k) && !after_colon(i)) {
        for (; k < run; ++k) sheet_.mark(loose_[k], BlockKind::related, "run of titles");
        --k;
        continue;
      }
      keep(i);
    }
  }

  // No more prose of this story follows.
  void settle_tail() {
    std::size_t titles = 0;
    std::size_t letters = 0;
    for (const LineNo i : loose_) {
      if (!is_run_title(i) && (!sheet_.line(i).bullet || sheet_.line(i).words < kRunWords)) continue;
      ++titles;
      letters += sheet_.line(i).letters();
    }
    const bool run_of_titles = titles >= kRunTitles && letters >= kRunLetters * titles;
    const bool introduced = !loose_.empty() && after_colon(loose_.front());
    for (const LineNo i : loose_) {
      const Line& line = sheet_.line(i);
      if (is_title_again(i)) {
        mark_title(i);
      } else if (line.words == 0 || sheet_.is_address(i)) {
        sheet_.mark(i, BlockKind::widget, line.words == 0 ? "no words" : "address");
      } else if (line.digits > 0 && is_foot_day(i)) {
        sheet_.mark(i, BlockKind::dateline, "at the foot");
        story_.days.push_back(i);
      } else if (is_agencies(sheet_.text(), line.text)) {
        sheet_.mark(i, BlockKind::credit, "agencies");
        story_.credit.push_back(i);
      } else if (!introduced &&
                 ((run_of_titles && is_run_title(i)) || (line.bullet && (!line.ends_stop || line.ends_question)))) {
        sheet_.mark(i, BlockKind::related, "after the prose");
      } else if (!introduced && line.words <= kLooseWords && !line.ends_stop) {
        sheet_.mark(i, BlockKind::navigation, "scrap");
      } else {
        keep(i);
      }
    }
  }

 private:
  bool is_title_again(LineNo i) const {
    if (sheet_.is_named(i)) return true;
    return story_.title && sheet_.is_repeated(i) && sheet_.same(i, *story_.title);
  }
  // A headline under the first paragraph is the story's, where none stood above.
  void mark_title(LineNo i) {
    sheet_.mark(i, BlockKind::title, story_.title ? "repeated" : "headline");
    if (!story_.title) story_.title = i;
  }
  bool after_colon(LineNo i) const { return i > 0 && sheet_.line(i - 1).ends_colon; }
  bool is_run_title(LineNo i) const {
    const Line& line = sheet_.line(i);
    return sheet_.is_headline(i) && line.words >= kRunWords && !line.ends_colon && !starts_with_digit(i);
  }
  bool starts_with_digit(LineNo i) const {
    const std::string_view line = slice(sheet_.text(), sheet_.line(i).text);
    return !line.empty() && ((line[0] >= '0' && line[0] <= '9') || line.starts_with("-"));
  }

  // A date alone, right under the story's last paragraph. Dates farther down are those of other things.
  bool is_foot_day(LineNo i) const {
    constexpr LineNo kNear = 3;
    constexpr std::uint32_t kMostOthers = 3;
    if (story_end() + kNear < i) return false;
    const DateLine day = sheet_.day(i);
    return day.is_date && day.others <= kMostOthers;
  }
  LineNo story_end() const { return story_.body.empty() ? 0 : story_.body.back(); }
  // Right under a picture's copyright: the title of the story that the picture leads to.
  bool is_beside_caption(LineNo i) const {
    constexpr std::uint32_t kTitleWords = 4;
    if (!sheet_.is_headline(i) || sheet_.line(i).words < kTitleWords || i == 0) return false;
    return sheet_.is_copyright(i - 1);
  }

  void keep(LineNo i) {
    const Line& line = sheet_.line(i);
    const bool heading = line.words <= kHeadingWords && !line.ends_stop && !line.bullet;
    story_.body.push_back(i);
    sheet_.mark(i, heading ? BlockKind::heading : BlockKind::body, heading ? "short line" : "between prose");
  }

  Sheet& sheet_;
  Story& story_;
  const std::vector<LineNo>& loose_;
};

}  // namespace

void settle_inside(Sheet& sheet, Story& story, const std::vector<LineNo>& loose) {
  Settler(sheet, story, loose).settle_inside();
}

void settle_tail(Sheet& sheet, Story& story, const std::vector<LineNo>& loose) {
  Settler(sheet, story, loose).settle_tail();
}

}  // namespace qanat::article
