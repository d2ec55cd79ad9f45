// Furniture of a story, by the elements around a line and by its words.
#include "article/typer.h"

namespace qanat::article {

using page::ElementNo;

void Typer::mark(LineNo i, BlockKind kind, const char* why) {
  typed_.marks[i] = {kind, why};
  decided_[i] = true;
}

void Typer::mark_headline(const Headline& headline, const char* why) {
  for (LineNo i = *headline.line; i < sheet_.size() && sheet_.line(i).span.begin < headline.span.end; ++i)
    mark(i, BlockKind::title, why);
}

bool Typer::is_headline_again(LineNo i) {
  const HtmlStory& s = story();
  if (s.headline.text.empty() || sheet_.line(i).span.size() > 2 * s.headline.text.size() + 20 ||
      2 * sheet_.line(i).span.size() < s.headline.text.size())
    return false;
  if (headline_of_ != typed_.stories.size()) headline_key_ = key_of(s.headline.text);
  headline_of_ = typed_.stories.size();
  return key_of(tree_.line_text(i)) == headline_key_;
}

bool Typer::take_furniture(LineNo i) {
  const Tree::Mark furniture = tree_.furniture_of(i);
  if (furniture.kind == BlockKind::body) return false;
  mark(i, furniture.kind, furniture.why);
  if (furniture.kind == BlockKind::caption && sheet_.line(i).words > 1 && sheet_.line(i).words <= kCaptionWords)
    story().captions.push_back(i);
  if (furniture.kind == BlockKind::tags) story().tags.push_back(i);
  if (furniture.kind == BlockKind::byline) {
    const Cue cue = sheet_.cue(i).cue;
    if (in_author_list_ || cue == Cue::list || cue == Cue::teaser) {
      // "مقالات أخرى للكاتب": what follows in the writer's box are headlines.
      in_author_list_ = true;
      mark(i, BlockKind::related, "by the same writer");
      return true;
    }
    story().bylines.push_back(i);
  } else {
    in_author_list_ = false;
  }
  if (furniture.kind == BlockKind::dateline || furniture.kind == BlockKind::byline) story().days.push_back(i);
  if (furniture.kind == BlockKind::credit) story().credit.push_back(i);
  return true;
}

bool Typer::take_cue(LineNo i, LineNo end) {
  const Found& found = sheet_.cue(i);
  if (found.cue == Cue::none) return false;
  if (tree_.is_heading(i) && found.match == Match::opening && !tree_.is_linked(i) && found.cue != Cue::teaser &&
      found.cue != Cue::comments)
    return false;
  const Line& line = sheet_.line(i);
  if (found.cue != Cue::widget && found.cue != Cue::caption) tags_follow_ = credit_follows_ = false;
  switch (found.cue) {
    case Cue::none:
      return false;
    case Cue::teaser:
    case Cue::list:
      in_list_ = found.rest.empty();
      mark(i, BlockKind::related, in_list_ ? "label" : "teaser");
      return true;
    case Cue::tags:
      tags_follow_ = found.rest.empty();
      story().tags.push_back(i);
      mark(i, BlockKind::tags, "phrase");
      return true;
    case Cue::credit:
      // Prose that begins with "نقلا عن" is prose.
      if (line.words > 2 * kBylineWords) {
        add_prose(i);
        return true;
      }
      credit_follows_ = found.rest.empty() && found.match == Match::label;
      story().credit.push_back(i);
      mark(i, BlockKind::credit, "phrase");
      return true;
    case Cue::published:
    case Cue::updated:
      story().days.push_back(i);
      mark(i, BlockKind::dateline, "phrase");
      return true;
    case Cue::author:
      if (line.words > kBylineWords) return false;
      story().bylines.push_back(i);
      if (line.digits > 0) story().days.push_back(i);
      mark(i, BlockKind::byline, "phrase");
      return true;
    case Cue::comments:
      if (!prose_follows(i, end)) {
        settle(false);
        comments_ = !story().body.empty();
      }
      mark(i, BlockKind::comments, "phrase");
      return true;
    case Cue::board:
    case Cue::widget:
      mark(i, BlockKind::widget, "phrase");
      return true;
    case Cue::caption:
      if (found.rest.empty() && line.words > kCaptionWords) return false;
      story().captions.push_back(i);
      mark(i, BlockKind::caption, "phrase");
      return true;
    case Cue::navigation:
      mark(i, BlockKind::navigation, "phrase");
      return true;
  }
  return false;
}

bool Typer::prose_follows(LineNo i, LineNo end) {
  if (story().body.empty()) return true;
  const ElementNo parent = tree_.html().elements[tree_.element_of(story().body.back())].parent;
  for (LineNo k = i + 1; k < end && k < i + kReach; ++k) {
    if (!tree_.is_prose(k) || tree_.is_furniture(k)) continue;
    if (tree_.html().elements[tree_.element_of(k)].parent == parent && tree_.element_of(k) != tree_.element_of(i) &&
        is_continuation(sheet_.text(), sheet_.line(k).text))
      return true;
  }
  return false;
}

bool Typer::take_day(LineNo i) {
  const Line& line = sheet_.line(i);
  if (line.digits == 0 || line.ends_stop || tree_.is_prose(i)) return false;
  const DateLine day = sheet_.day(i);
  if (!day.is_date) return false;
  // Inside the story a line with a day may be a sub-heading of a chronicle.
  if (!story().body.empty() && day.others > kScrapWords) return false;
  if (!story().body.empty() && tree_.is_heading(i)) return false;
  story().days.push_back(i);
  mark(i, BlockKind::dateline, "date");
  return true;
}

}  // namespace qanat::article
