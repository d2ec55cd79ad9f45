// From the first story's prose to the page's end, line by line. At any line the page is in one of a few states: inside
// a story, behind its end (credit, tags), in a list of other stories, among comments, in a table. Phrases change the
// state; prose behind the end of a story opens the next one where it has a title and more than a summary's length.
#include "article/sheet.h"

namespace qanat::article {
namespace {

constexpr std::uint32_t kProseWords = 40;  // prose that is more than the summary under a title in a list
constexpr std::uint32_t kStoryLines = 2;
constexpr LineNo kLookahead = 12;
constexpr std::uint32_t kRowWords = 4;  // a row of a table

enum class State : std::uint8_t { story, ended, list, comments, board };

class Flow {
 public:
  Flow(Sheet& sheet, std::vector<Story>& stories) : sheet_(sheet), stories_(stories) {}

  void read(LineNo begin) {
    for (LineNo i = begin; i < sheet_.size(); ++i) read_line(i);
    settle_tail();
  }

 private:
  Story& story() { return stories_.back(); }

  void read_line(LineNo i) {
    const Found& found = sheet_.cue(i);
    if (found.cue != Cue::none) tags_follow_ = credit_follows_ = false;
    if (state_ == State::comments && !leaves_comments(found.cue))
      return sheet_.mark(i, BlockKind::comments, "after label");
    switch (found.cue) {
      case Cue::none:
        return read_plain(i);
      case Cue::teaser:
        return read_teaser(i, found.rest.empty());
      case Cue::list:
        if (state_ == State::story && !found.rest.empty() && !sheet_.is_glued(i)) return read_teaser(i, false);
        settle_tail();
        pending_.clear();
        pending_days_.clear();
        own_end_ = true;
        others_ = true;
        state_ = State::list;
        return sheet_.mark(i, BlockKind::related, "list label");
      case Cue::tags:
        tags_follow_ = found.rest.empty() && !others_;
        if (!others_) story().tags.push_back(i);
        end_story();
        return sheet_.mark(i, BlockKind::tags, "phrase");
      case Cue::credit:
        if (!others_) read_credit(i);
        return sheet_.mark(i, BlockKind::credit, "phrase");
      case Cue::published:
      case Cue::updated:
        (state_ == State::story || (state_ == State::ended && pending_.empty()) ? story().days : pending_days_)
            .push_back(i);
        return sheet_.mark(i, BlockKind::dateline, "phrase");
      case Cue::author:
        return sheet_.mark(i, BlockKind::dateline, "author");
      case Cue::comments:
        if (state_ == State::story && story_goes_on(i)) return sheet_.mark(i, BlockKind::comments, "counter");
        settle_tail();
        own_end_ = true;
        state_ = State::comments;
        return sheet_.mark(i, BlockKind::comments, "phrase");
      case Cue::board:
        settle_tail();
        before_board_ = state_ == State::story ? State::ended : state_;
        state_ = State::board;
        return sheet_.mark(i, BlockKind::widget, "table label");
      case Cue::widget:
        return sheet_.mark(i, BlockKind::widget, "phrase");
      case Cue::caption:
        return sheet_.mark(i, BlockKind::widget, "caption");
      case Cue::navigation:
        return sheet_.mark(i, BlockKind::navigation, "phrase");
    }
  }

  // Is a link to the comments in the middle of the story, so that the next paragraph continues what was said?
  bool story_goes_on(LineNo i) const {
    constexpr LineNo kNear = 4;
    for (LineNo k = i + 1; k < sheet_.size() && k < i + kNear; ++k) {
      if (sheet_.is_prose(k)) return sheet_.line(k).ends_stop && is_continuation(sheet_.text(), sheet_.line(k).text);
    }
    return false;
  }

  static bool leaves_comments(Cue cue) { return cue == Cue::list || cue == Cue::teaser || cue == Cue::board; }

  void read_teaser(LineNo i, bool alone) {
    sheet_.mark(i, BlockKind::related, alone ? "label" : "teaser");
    if (!alone) return;
    if (state_ == State::comments || state_ == State::ended) own_end_ = true;
    // In the middle of a story the titles under the label are an aside: what was loose before it stays the story's.
    if (state_ == State::story) settle_inside();
    pending_.clear();
    pending_days_.clear();
    others_ = false;
    state_ = State::list;
  }

  void read_credit(LineNo i) {
    story().credit.push_back(i);
    const bool alone = sheet_.cue(i).rest.empty() && sheet_.cue(i).match == Match::label;
    credit_follows_ = alone;
    end_story();
  }

  void end_story() {
    settle_tail();
    pending_.clear();
    pending_days_.clear();
    own_end_ = true;
    if (!others_) state_ = State::ended;
  }

  static bool reads_as_tags(const Line& line) {
    constexpr std::uint32_t kTagWords = 3;
    constexpr std::uint32_t kAllWords = 60;
    if (line.words == 0 || line.ends_stop || line.words > kAllWords) return false;
    return line.words <= kTagWords || (line.commas + line.bars) * kTagWords >= line.words;
  }

  void read_plain(LineNo i) {
    const Line& line = sheet_.line(i);
    constexpr std::uint32_t kCreditWords = 8;
    if (credit_follows_) {
      credit_follows_ = false;
      if (line.words > 0 && line.words <= kCreditWords && !line.ends_stop) {
        story().credit.push_back(i);
        return sheet_.mark(i, BlockKind::credit, "under label");
      }
    }
    if (tags_follow_) {
      if (reads_as_tags(line)) {
        tags_follow_ = line.commas + line.bars == 0;
        story().tags.push_back(i);
        return sheet_.mark(i, BlockKind::tags, "under label");
      }
      tags_follow_ = false;
    }
    if (sheet_.is_copyright(i)) return sheet_.mark(i, BlockKind::widget, "copyright");
    if (sheet_.is_glued(i)) return sheet_.mark(i, BlockKind::related, "run together");
    switch (state_) {
      case State::comments:
        return sheet_.mark(i, BlockKind::comments, "after label");
      case State::board:
        if (!sheet_.is_prose(i) && (line.digits > 0 || line.words <= kRowWords)) {
          return sheet_.mark(i, BlockKind::widget, "table");
        }
        state_ = before_board_;
        return read_plain(i);
      case State::story:
        if (sheet_.is_prose(i)) return add_prose(i);
        loose_.push_back(i);
        return;
      case State::ended:
      case State::list:
        return read_outside(i);
    }
  }

  void add_prose(LineNo i) {
    settle_inside();
    story().body.push_back(i);
    sheet_.mark(i, BlockKind::body, "prose");
  }

  // A plain line behind the end of a story or in a list of others.
  void read_outside(LineNo i) {
    if (sheet_.is_prose(i)) return read_prose_outside(i);
    if (sheet_.line(i).digits > 0 && sheet_.day(i).is_date) {
      (pending_.empty() && state_ == State::ended ? story().days : pending_days_).push_back(i);
      return sheet_.mark(i, BlockKind::dateline, "date");
    }
    if (sheet_.is_headline(i)) {
      pending_.push_back(i);
      pending_days_.clear();
    }
    if (state_ == State::list || sheet_.is_headline(i)) {
      return sheet_.mark(i, BlockKind::related, state_ == State::list ? "in a list" : "after the end");
    }
    sheet_.mark(i, BlockKind::navigation, "after the end");
  }

  void read_prose_outside(LineNo i) {
    const bool resumed = is_resumed(i);
    if (!resumed && opens_story(i)) {
      stories_.emplace_back();
      story().title = pending_.back();
      story().days = pending_days_;
      sheet_.mark(pending_.back(), BlockKind::title, "next headline");
      own_end_ = false;
    } else if (own_end_ && !resumed && (state_ == State::list || !story().tags.empty() || !pending_.empty())) {
      return sheet_.mark(i, BlockKind::related, "summary");
    }
    pending_.clear();
    pending_days_.clear();
    if (resumed) own_end_ = false;
    others_ = false;
    state_ = State::story;
    add_prose(i);
  }

  // Does the story go on behind a list that the site put into its middle?
  bool is_resumed(LineNo i) const {
    const Story& now = stories_.back();
    if (!others_ || !now.credit.empty() || !now.tags.empty()) return false;
    return i + 1 < sheet_.size() && sheet_.is_prose(i + 1) && is_continuation(sheet_.text(), sheet_.line(i).text);
  }

  // Does the prose at `i` begin a story of its own? Where the one before has ended (credit, tags, a list's label), a
  // title and more than a summary will do; in the middle of a story, only what cannot be its continuation.
  bool opens_story(LineNo i) const {
    if (pending_.empty()) return false;
    std::uint32_t lines = 0;
    std::uint32_t words = 0;
    bool closed = false;
    for (LineNo k = i; k < sheet_.size() && k < i + kLookahead; ++k) {
      if (sheet_.is_prose(k)) {
        ++lines;
        words += sheet_.line(k).words;
        continue;
      }
      const Cue cue = sheet_.cue(k).cue;
      closed = cue == Cue::credit || cue == Cue::tags;
      if (cue != Cue::widget && cue != Cue::caption && !sheet_.is_glued(k)) break;
    }
    const bool long_enough = lines >= kStoryLines || words >= kProseWords || closed;
    if (own_end_) return long_enough;
    if (!pending_days_.empty()) return long_enough;
    if (lines < kStoryLines || is_continuation(sheet_.text(), sheet_.line(i).text)) return false;
    const std::string_view title = slice(sheet_.text(), sheet_.line(pending_.back()).text);
    const Shared with_prose = shared_words(title, slice(sheet_.text(), sheet_.line(i).text));
    if (with_prose.words < 3 || with_prose.words * 2 < with_prose.of) return false;
    for (const LineNo k : stories_.back().body) {
      if (!sheet_.is_prose(k)) continue;
      return shared_words(title, slice(sheet_.text(), sheet_.line(k).text)).words * 2 < with_prose.words;
    }
    return false;
  }

  // The lines between and behind paragraphs wait until it is known whether more prose follows.
  void settle_inside() {
    qanat::article::settle_inside(sheet_, story(), loose_);
    loose_.clear();
  }
  void settle_tail() {
    qanat::article::settle_tail(sheet_, story(), loose_);
    loose_.clear();
  }

  Sheet& sheet_;
  std::vector<Story>& stories_;
  State state_ = State::story;
  State before_board_ = State::ended;
  bool own_end_ = false;      // the story at hand has ended by credit, tags, comments or a list of others
  bool others_ = false;       // in a list that the site puts under any story: its credits and tags are not the story's
  bool tags_follow_ = false;  // likewise "الكلمات الدلالية:"
  bool credit_follows_ = false;  // "المصادر:" stood alone on the line before
  std::vector<LineNo> loose_;    // short lines since the story's last paragraph, not yet typed
  std::vector<LineNo> pending_;  // titles that may turn out to be the next story's
  std::vector<LineNo> pending_days_;
};

}  // namespace

void read_flow(Sheet& sheet, LineNo begin, std::vector<Story>& stories) { Flow(sheet, stories).read(begin); }

}  // namespace qanat::article
