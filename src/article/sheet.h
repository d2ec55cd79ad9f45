// A page on the desk: its lines, what each says of itself, and what has been decided of each so far.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "article/article.h"
#include "article/cues.h"
#include "article/dates.h"
#include "article/lines.h"

namespace qanat::article {

using LineNo = std::uint32_t;

inline constexpr LineNo kHeadReach = 12;        // lines between a headline and its story's prose
inline constexpr std::uint32_t kHeadWords = 7;  // on average a line: sentences, not the names of sections

// One story, in line numbers.
struct Story {
  std::optional<LineNo> title;
  std::vector<LineNo> body;  // prose and sub-headings
  std::vector<LineNo> credit;
  std::vector<LineNo> tags;
  std::vector<LineNo> days;       // lines that date the story: under its title or at its foot
  std::vector<LineNo> page_days;  // dates above the title: of the story, or of the day on which the page was shown
};

class Sheet {
 public:
  // `page` must outlive the sheet.
  explicit Sheet(const page::Page& page);

  std::string_view text() const { return page_.text; }
  std::string_view given_title() const { return page_.title; }
  LineNo size() const { return static_cast<LineNo>(lines_.size()); }
  const Line& line(LineNo i) const { return lines_[i]; }
  const Found& cue(LineNo i) const { return cues_[i]; }

  // A paragraph of a story by its looks: long, or a sentence with its stop.
  bool is_prose(LineNo i) const { return prose_[i]; }
  // By its looks the title of a story: some words, no full stop, no phrase, no mark of a list.
  bool is_headline(LineNo i) const;
  // Is it the title that the input gives, letter for letter?
  bool is_named(LineNo i) const {
    return !named_.empty() && std::find(named_.begin(), named_.end(), i) != named_.end();
  }
  // Several titles that lost the white space between them.
  bool is_glued(LineNo i) const;
  // Opens with a copyright sign: a picture's caption or the site's foot.
  bool is_copyright(LineNo i) const;
  // Nothing but an address on the web.
  bool is_address(LineNo i) const;
  // What the line says of a day; read when first asked for lines that may say one.
  DateLine day(LineNo i) const { return read_date_line(page_.text, lines_[i]); }
  // Does another line of the page say the same (white space and spelling aside)?
  bool is_repeated(LineNo i) const { return repeats_[i] != kOnce; }
  // Is one of the lines that say the same an entry of a list?
  bool is_listed(LineNo i) const { return repeats_[i] == kListed; }
  bool same(LineNo a, LineNo b) const;

  void mark(LineNo i, BlockKind kind, const char* why) { marks_[i] = {kind, why}; }
  BlockKind kind(LineNo i) const { return marks_[i].kind; }
  const char* why(LineNo i) const { return marks_[i].why; }

 private:
  enum Repeat : std::uint8_t { kOnce, kAgain, kListed };
  struct Mark {
    BlockKind kind = BlockKind::navigation;
    const char* why = "no rule";
  };
  void find_given_title();
  void find_repeats();

  const page::Page& page_;
  std::vector<Line> lines_;
  std::vector<Found> cues_;
  std::vector<bool> prose_;
  std::vector<LineNo> named_;  // lines that are the given title
  std::vector<Repeat> repeats_;
  std::vector<Mark> marks_;
};

// How many words of `a` stand in `b` too, in any clitics; short words aside. `of`: how many `a` has, each counted once.
struct Shared {
  std::uint32_t words = 0;
  std::uint32_t of = 0;
};
Shared shared_words(std::string_view a, std::string_view b);

// Is the line the headline that the input names? The two may differ in spelling and by a site's name at an end.
bool is_given_title(const Sheet& sheet, LineNo i);
// The prose of the story: behind the headline that the input names, where the text repeats it, else the page's first.
LineNo find_prose(const Sheet& sheet);
// A page without long paragraphs that is a story all the same: a flash, or sentences without their stops.
bool is_flash(const Sheet& sheet);

// Types the lines before the first story's prose and finds its title. Returns the line at which the prose begins;
// sheet.size() where there is none: then the whole page is typed, and the story has a body only if it is a short one.
LineNo read_head(Sheet& sheet, Story& story);

// Types the lines from `begin` on and tells the stories apart. `stories` holds the first one with what its head gave.
void read_flow(Sheet& sheet, LineNo begin, std::vector<Story>& stories);

// Types the lines that stand between two paragraphs of the story: sub-headings and lists are the story's, a run of
// titles without stops is a list of others.
void settle_inside(Sheet& sheet, Story& story, const std::vector<LineNo>& loose);
// Types the lines behind the story's last paragraph.
void settle_tail(Sheet& sheet, Story& story, const std::vector<LineNo>& loose);

}  // namespace qanat::article
