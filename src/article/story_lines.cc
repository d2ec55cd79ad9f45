// Line by line through one story.
#include "article/typer.h"

#include "article/signs.h"

namespace qanat::article {

using page::ElementNo;
using page::Tag;

void Typer::read_above(ElementNo root) {
  const LineRange range = tree_.lines(root);
  const auto& line = story().headline.line;
  if (line) read_over_headline(*line);
  if (!line || range.begin <= *line) return;
  const LineNo from = range.begin - *line > 3 * kReach ? range.begin - 3 * kReach : *line + 1;
  for (LineNo i = from; i < range.begin; ++i) {
    if (decided_[i]) continue;
    if (take_furniture(i) || take_cue(i) || take_day(i)) continue;
    if (is_headline_again(i)) {
      mark(i, BlockKind::title, "repeated");
    } else if (tree_.is_linked(i)) {
      mark(i, BlockKind::navigation, "link");
    } else if (tree_.is_prose(i) && range.begin - i <= kReach) {
      add_lead(i);
    } else if (is_byline(tree_, i)) {
      mark(i, BlockKind::byline, "before the story");
      story().bylines.push_back(i);
    } else if (is_lead(tree_, i)) {
      mark(i, BlockKind::lead, "under the headline");
      story().lead = i;
    } else {
      mark(i, BlockKind::navigation, "before the story");
    }
  }
}

void Typer::read_over_headline(LineNo headline) {
  constexpr LineNo kOver = 6;
  constexpr LineNo kHead = 10;
  for (LineNo i = headline > kOver ? headline - kOver : 0; i < headline; ++i) {
    if (decided_[i]) continue;
    ElementNo both = tree_.element_of(i);
    while (!tree_.inside(tree_.element_of(headline), both)) both = tree_.html().elements[both].parent;
    const Tree::Mark furniture = tree_.furniture_of(i);
    constexpr LineNo kNear = 3;
    const bool named = furniture.kind == BlockKind::byline && i + kNear >= headline;
    if (!named && (both == 0 || tree_.lines(both).begin + kHead < headline)) continue;
    if (furniture.kind == BlockKind::dateline || furniture.kind == BlockKind::byline)
      take_furniture(i);
    else if (furniture.kind == BlockKind::body && !take_day(i) && is_byline(tree_, i)) {
      story().bylines.push_back(i);
      mark(i, BlockKind::byline, "over the headline");
    }
  }
}

void Typer::add_lead(LineNo i) {
  story().body.push_back(i);
  if (!story().lead) story().lead = i;
  mark(i, BlockKind::lead, "above the story");
}

void Typer::read_root(ElementNo root) {
  const LineRange range = tree_.lines(root);
  LineNo from = range.begin;
  if (story().headline.line && range.contains(*story().headline.line)) from = *story().headline.line + 1;
  for (LineNo i = from; i < range.end; ++i) {
    if (decided_[i] || !tree_.inside(tree_.element_of(i), root)) continue;
    read_line(i, range.end);
  }
}

void Typer::read_line(LineNo i, LineNo end) {
  if (comments_) return mark(i, BlockKind::comments, "after label");
  if (take_furniture(i)) {
    in_list_ = false;
    return;
  }
  if (sheet_.line(i).words == 0) return mark(i, BlockKind::widget, "no words");
  if (take_cue(i, end)) return;
  const bool prose = tree_.is_prose(i);
  if (!prose && is_headline_again(i)) return mark(i, BlockKind::title, "repeated");
  if (opens_next_story(i, end)) return open_next_story(i);
  if (calls_to_follow(tree_, i)) return mark(i, BlockKind::share, "call to follow");
  if (prose && is_house_rule(i)) return mark(i, BlockKind::comments, "rules for comments");
  if (prose) {
    in_list_ = tags_follow_ = credit_follows_ = false;
    return add_prose(i);
  }
  if (credit_follows_ && sheet_.line(i).words <= kBylineWords) {
    credit_follows_ = false;
    story().credit.push_back(i);
    return mark(i, BlockKind::credit, "under label");
  }
  if (tags_follow_ && (tree_.is_linked(i) || sheet_.line(i).words <= kScrapWords + 1)) {
    story().tags.push_back(i);
    return mark(i, BlockKind::tags, "under label");
  }
  if (tree_.is_linked(i)) return mark(i, BlockKind::related, "link");
  if (in_list_ && (sheet_.is_headline(i) || tree_.is_item(i) || tree_.is_heading(i)))
    return mark(i, BlockKind::related, "under label");
  if (take_day(i)) return;
  if (sheet_.is_copyright(i)) return mark(i, BlockKind::caption, "copyright");
  if (sheet_.is_address(i)) return mark(i, BlockKind::widget, "address");
  if (story().body.empty() && is_byline(tree_, i)) {
    story().bylines.push_back(i);
    return mark(i, BlockKind::byline, "before the story");
  }
  if (is_agencies(sheet_.text(), sheet_.line(i).text)) {
    story().credit.push_back(i);
    return mark(i, BlockKind::credit, "agencies");
  }
  loose_.push_back(i);
}

void Typer::add_prose(LineNo i) {
  settle(true);
  story().body.push_back(i);
  const bool lead = !story().lead && story().body.size() == 1 && hints_near(tree_, i, page::kHintLead);
  if (lead) story().lead = i;
  mark(i, lead ? BlockKind::lead : BlockKind::body, lead ? "named lead" : "prose");
}

bool Typer::is_house_rule(LineNo i) const {
  const HtmlStory& s = typed_.stories.back();
  if (s.body.empty()) return false;
  const bool kin = tree_.html().elements[tree_.element_of(i)].parent ==
                   tree_.html().elements[tree_.element_of(s.body.back())].parent;
  return house_rules_said(tree_.line_text(i)) >= (kin ? 4 : 2);
}

void Typer::settle(bool more) {
  for (const LineNo i : loose_) settle_line(i, more);
  loose_.clear();
}

void Typer::settle_line(LineNo i, bool more) {
  const Line& line = sheet_.line(i);
  const bool first = story().body.empty();
  const bool kin = !first && tree_.html().elements[tree_.element_of(i)].parent ==
                                 tree_.html().elements[tree_.element_of(story().body.back())].parent;
  const bool same = !first && tree_.element_of(i) == tree_.element_of(story().body.back());
  if (tree_.is_heading(i)) {
    if (!more) return mark(i, BlockKind::related, "heading without prose");
    if (first && opens_body(i)) {
      story().body.push_back(i);
      return mark(i, BlockKind::heading, "heading");
    }
    if (first) {
      if (line.words > kScrapWords && !story().lead) story().lead = i;
      return mark(i, line.words > kScrapWords ? BlockKind::lead : BlockKind::navigation, "above the prose");
    }
    story().body.push_back(i);
    return mark(i, BlockKind::heading, "heading");
  }
  if (first) {
    const bool paragraph = tree_.holder(i).tag == Tag::p || line.ends_stop;
    if (more && (paragraph || tree_.block(i).strong) && (line.words > kScrapWords || line.ends_question)) {
      story().body.push_back(i);
      return mark(i, BlockKind::body, "before prose");
    }
    return mark(i, BlockKind::navigation, "scrap");
  }
  if (more) {
    story().body.push_back(i);
    const bool heading = tree_.block(i).strong && !line.ends_stop;
    return mark(i, heading ? BlockKind::heading : BlockKind::body, "between prose");
  }
  // An entry of a list that stands beside the paragraphs.
  const bool entry = !first && tree_.is_item(i) && line.ends_stop && is_beside_body(i);
  if (entry || ((same || kin) && (line.words > kScrapWords || line.ends_stop))) {
    story().body.push_back(i);
    return mark(i, BlockKind::body, "beside prose");
  }
  mark(i, BlockKind::navigation, "scrap");
}

bool Typer::is_beside_body(LineNo i) const {
  const auto& elements = tree_.html().elements;
  const ElementNo home = elements[tree_.element_of(typed_.stories.back().body.back())].parent;
  const ElementNo list = elements[tree_.element_of(i)].parent;
  return list == home || elements[list].parent == home;
}

bool Typer::opens_body(LineNo i) const {
  const auto& headline = typed_.stories.back().headline.line;
  const auto parent = [&](LineNo k) { return tree_.html().elements[tree_.element_of(k)].parent; };
  return headline && i + 1 < sheet_.size() && tree_.is_prose(i + 1) && parent(i) == parent(i + 1) &&
         parent(i) != parent(*headline) && tree_.level(i) > tree_.level(*headline);
}

}  // namespace qanat::article
