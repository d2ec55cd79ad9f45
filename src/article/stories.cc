// Lines of an HTML page, one after another: what the elements around a line say comes first, then the phrases by which
// Arabic pages mark their furniture, then what a line looks like beside its neighbours.
#include "article/stories.h"

#include <algorithm>

#include "arabic/arabic.h"
#include "article/keys.h"
#include "article/names.h"
#include "article/signs.h"
#include "article/words.h"

namespace qanat::article {
namespace {

using page::ElementNo;
using page::Tag;

constexpr std::uint32_t kStoryWords = 40;  // prose that makes a further story of what stands under a heading
constexpr std::uint32_t kBylineWords = 12;
constexpr std::uint32_t kScrapWords = 3;
constexpr LineNo kReach = 14;  // lines between a headline and its story
constexpr std::uint32_t kCaptionWords = 40;

class Typer {
 public:
  Typer(const Tree& tree, const Headline& headline) : tree_(tree), sheet_(tree.sheet()) {
    typed_.marks.assign(sheet_.size(), {});
    decided_.assign(sheet_.size(), false);
    HtmlStory first;
    first.headline = headline;
    typed_.stories.push_back(first);
  }

  Typed type() {
    const Headline headline = story().headline;
    const auto root = find_root(tree_, headline);
    if (!root || is_listing(tree_, headline, *root)) {
      typed_.stories.clear();
      type_the_rest(true);
      return std::move(typed_);
    }
    story().root = *root;
    if (headline.line) mark_headline(headline, "headline");
    read_above(*root);
    read_root(*root);
    finish_story();
    read_others(*root);
    std::erase_if(typed_.stories, [&](const HtmlStory& s) { return !is_story(s); });
    type_the_rest(false);
    return std::move(typed_);
  }

 private:
  HtmlStory& story() { return typed_.stories.back(); }

  void mark(LineNo i, BlockKind kind, const char* why) {
    typed_.marks[i] = {kind, why};
    decided_[i] = true;
  }

  void mark_headline(const Headline& headline, const char* why) {
    for (LineNo i = *headline.line; i < sheet_.size() && sheet_.line(i).span.begin < headline.span.end; ++i)
      mark(i, BlockKind::title, why);
  }

  // The same words as the headline, again.
  bool is_headline_again(LineNo i) {
    const HtmlStory& s = story();
    if (s.headline.text.empty() || sheet_.line(i).span.size() > 2 * s.headline.text.size() + 20 ||
        2 * sheet_.line(i).span.size() < s.headline.text.size())
      return false;
    if (headline_of_ != typed_.stories.size()) headline_key_ = key_of(s.headline.text);
    headline_of_ = typed_.stories.size();
    return key_of(tree_.line_text(i)) == headline_key_;
  }

  // Furniture by the elements around the line. Keeps what tells of the story.
  bool take_furniture(LineNo i) {
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

  // What stands between the headline and the element that holds the story: date, byline, lead, picture.
  void read_above(ElementNo root) {
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
      } else if (tree_.is_prose(i) && is_near(i, range.begin)) {
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

  // A date or byline over the headline, if what holds both is the story's and not the page's head.
  void read_over_headline(LineNo headline) {
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

  bool is_near(LineNo i, LineNo begin) const { return begin - i <= kReach; }

  void add_lead(LineNo i) {
    story().body.push_back(i);
    if (!story().lead) story().lead = i;
    mark(i, BlockKind::lead, "above the story");
  }

  void read_root(ElementNo root) {
    const LineRange range = tree_.lines(root);
    LineNo from = range.begin;
    if (story().headline.line && range.contains(*story().headline.line)) from = *story().headline.line + 1;
    for (LineNo i = from; i < range.end; ++i) {
      if (decided_[i] || !tree_.inside(tree_.element_of(i), root)) continue;
      read_line(i, range.end);
    }
  }

  void read_line(LineNo i, LineNo end) {
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

  void add_prose(LineNo i) {
    settle(true);
    story().body.push_back(i);
    const bool lead = !story().lead && story().body.size() == 1 && hints_near(tree_, i, page::kHintLead);
    if (lead) story().lead = i;
    mark(i, lead ? BlockKind::lead : BlockKind::body, lead ? "named lead" : "prose");
  }

  // Behind the story: what the house says of comments, privacy and terms of use.
  bool is_house_rule(LineNo i) const {
    const HtmlStory& s = typed_.stories.back();
    if (s.body.empty()) return false;
    const bool kin = tree_.html().elements[tree_.element_of(i)].parent ==
                     tree_.html().elements[tree_.element_of(s.body.back())].parent;
    return house_rules_said(tree_.line_text(i)) >= (kin ? 4 : 2);
  }

  // Short lines wait until it is known whether prose follows.
  void settle(bool more) {
    for (const LineNo i : loose_) settle_line(i, more);
    loose_.clear();
  }

  void settle_line(LineNo i, bool more) {
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

  bool is_beside_body(LineNo i) const {
    const auto& elements = tree_.html().elements;
    const ElementNo home = elements[tree_.element_of(typed_.stories.back().body.back())].parent;
    const ElementNo list = elements[tree_.element_of(i)].parent;
    return list == home || elements[list].parent == home;
  }

  // A heading over the first paragraph and beside it, apart from the headline: the first of several.
  bool opens_body(LineNo i) const {
    const auto& headline = typed_.stories.back().headline.line;
    const auto parent = [&](LineNo k) { return tree_.html().elements[tree_.element_of(k)].parent; };
    return headline && i + 1 < sheet_.size() && tree_.is_prose(i + 1) && parent(i) == parent(i + 1) &&
           parent(i) != parent(*headline) && tree_.level(i) > tree_.level(*headline);
  }

  // ---- phrases ----

  bool take_cue(LineNo i, LineNo end = 0) {
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

  // Does the story go on below, in paragraphs like those before?
  bool prose_follows(LineNo i, LineNo end) {
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

  bool take_day(LineNo i) {
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

  // ---- further stories ----

  // Inside the same element: a heading of the headline's own making, with a story's length under it.
  bool opens_next_story(LineNo i, LineNo end) {
    const auto& first = typed_.stories.front().headline.line;
    if (!first || story().body.empty() || !tree_.is_heading(i) || tree_.is_linked(i)) return false;
    if (tree_.level(i) != tree_.level(*first)) return false;
    const page::Hints mask = page::kHintTitle;
    if ((tree_.holder(i).hints & mask) != (tree_.holder(*first).hints & mask)) return false;
    if (tree_.level(i) > 1 && tree_.element_of(i) != tree_.element_of(*first) &&
        tree_.html().elements[tree_.element_of(i)].parent ==
            tree_.html().elements[tree_.element_of(story().body.back())].parent &&
        tree_.html().elements[tree_.element_of(*first)].parent != tree_.html().elements[tree_.element_of(i)].parent)
      return false;  // a sub-heading among the paragraphs
    std::uint32_t words = 0;
    for (LineNo k = i + 1; k < end && !tree_.is_heading(k); ++k)
      words += tree_.is_prose(k) && !tree_.is_furniture(k) ? sheet_.line(k).words : 0;
    return words >= kStoryWords;
  }

  void open_next_story(LineNo i) {
    finish_story();
    HtmlStory next;
    next.root = typed_.stories.front().root;
    set_headline(next, i);
    typed_.stories.push_back(std::move(next));
    mark(i, BlockKind::title, "next headline");
  }

  void set_headline(HtmlStory& next, LineNo i) const {
    next.headline.line = i;
    next.headline.span = sheet_.line(i).text;
    next.headline.text = std::string(trimmed(slice(sheet_.text(), next.headline.span)));
  }

  void finish_story() {
    settle(false);
    in_list_ = comments_ = tags_follow_ = credit_follows_ = false;
  }

  // Beside the first story: elements named bodies or <article>, with a heading and a story's length of prose.
  void read_others(ElementNo root) {
    const auto& elements = tree_.html().elements;
    ElementNo last = root;
    for (ElementNo e = 1; e < elements.size(); ++e) {
      const bool named = (elements[e].hints & page::kHintBody) != 0 || elements[e].tag == Tag::article;
      if (!named || tree_.furniture(e).kind != BlockKind::body) continue;
      if (tree_.inside(e, last) || tree_.inside(root, e) || tree_.inside(e, root)) continue;
      const LineRange range = tree_.lines(e);
      if (range.empty() || typed_.stories.empty() || is_read(range)) continue;
      const auto heading = heading_of(range);
      if (!heading || !has_length(range)) continue;
      last = e;
      HtmlStory next;
      next.root = e;
      set_headline(next, *heading);
      typed_.stories.push_back(std::move(next));
      mark(*heading, BlockKind::title, "next headline");
      read_above(e);
      read_root(e);
      finish_story();
    }
  }

  bool is_read(LineRange range) const {
    return std::any_of(decided_.begin() + range.begin, decided_.begin() + range.end, [](bool d) { return d; });
  }

  // The first heading inside, else the last one right above.
  std::optional<LineNo> heading_of(LineRange range) const {
    for (LineNo i = range.begin; i < range.end && !tree_.is_prose(i); ++i) {
      if (tree_.is_heading(i) && tree_.level(i) <= 2 && sheet_.line(i).words > 2) return i;
    }
    for (LineNo i = range.begin; i-- > (range.begin > kReach ? range.begin - kReach : 0);) {
      if (decided_[i]) return std::nullopt;
      if (tree_.is_heading(i) && tree_.level(i) <= 2 && sheet_.line(i).words > 2) return i;
    }
    return std::nullopt;
  }

  bool has_length(LineRange range) const {
    std::uint32_t words = 0;
    std::uint32_t lines = 0;
    for (LineNo i = range.begin; i < range.end; ++i) {
      if (!tree_.is_prose(i) || tree_.is_furniture(i)) continue;
      ++lines;
      words += sheet_.line(i).words;
    }
    return words >= kStoryWords && lines >= 2;
  }

  bool is_story(const HtmlStory& s) const {
    std::uint32_t words = 0;
    for (const LineNo i : s.body) words += sheet_.line(i).words;
    constexpr std::uint32_t kFewest = 6;
    return words >= kFewest;
  }

  // All that belongs to no story.
  void type_the_rest(bool listing) {
    const LineNo begin = first_line();
    for (LineNo i = 0; i < sheet_.size(); ++i) {
      if (decided_[i]) continue;
      const Tree::Mark furniture = tree_.furniture_of(i);
      if (furniture.kind != BlockKind::body) {
        typed_.marks[i] = furniture;
      } else if (listing) {
        const bool entry = tree_.is_prose(i) || tree_.is_heading(i) || sheet_.line(i).words > kScrapWords;
        typed_.marks[i] = {entry ? BlockKind::listing : BlockKind::navigation, "no story"};
      } else if (i < begin) {
        typed_.marks[i] = {BlockKind::navigation, "before the story"};
      } else {
        typed_.marks[i] = {
            tree_.is_linked(i) && sheet_.line(i).words > kScrapWords ? BlockKind::related : BlockKind::navigation,
            "outside the story"};
      }
    }
  }

  LineNo first_line() const {
    if (typed_.stories.empty()) return 0;
    const HtmlStory& s = typed_.stories.front();
    return s.headline.line ? *s.headline.line : s.body.front();
  }

  const Tree& tree_;
  const Sheet& sheet_;
  Typed typed_;
  std::vector<bool> decided_;
  std::vector<LineNo> loose_;
  std::size_t headline_of_ = 0;  // number of the story whose headline the key is, from 1
  Key headline_key_;
  bool in_list_ = false;
  bool in_author_list_ = false;
  bool comments_ = false;
  bool tags_follow_ = false;
  bool credit_follows_ = false;
};

}  // namespace

Typed type_lines(const Tree& tree, const Headline& headline) { return Typer(tree, headline).type(); }

}  // namespace qanat::article
