// The stories of an HTML page, and what belongs to none of them.
#include "article/typer.h"

#include <algorithm>

namespace qanat::article {

using page::ElementNo;
using page::Tag;

namespace {

constexpr std::uint32_t kStoryWords = 40;  // prose that makes a further story of what stands under a heading

}  // namespace

Typer::Typer(const Tree& tree, const Headline& headline) : tree_(tree), sheet_(tree.sheet()) {
  typed_.marks.assign(sheet_.size(), {});
  decided_.assign(sheet_.size(), false);
  HtmlStory first;
  first.headline = headline;
  typed_.stories.push_back(first);
}

Typed Typer::type() {
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

bool Typer::opens_next_story(LineNo i, LineNo end) {
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

void Typer::open_next_story(LineNo i) {
  finish_story();
  HtmlStory next;
  next.root = typed_.stories.front().root;
  set_headline(next, i);
  typed_.stories.push_back(std::move(next));
  mark(i, BlockKind::title, "next headline");
}

void Typer::set_headline(HtmlStory& next, LineNo i) const {
  next.headline.line = i;
  next.headline.span = sheet_.line(i).text;
  next.headline.text = std::string(trimmed(slice(sheet_.text(), next.headline.span)));
}

void Typer::finish_story() {
  settle(false);
  in_list_ = comments_ = tags_follow_ = credit_follows_ = false;
}

void Typer::read_others(ElementNo root) {
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

bool Typer::is_read(LineRange range) const {
  return std::any_of(decided_.begin() + range.begin, decided_.begin() + range.end, [](bool d) { return d; });
}

std::optional<LineNo> Typer::heading_of(LineRange range) const {
  for (LineNo i = range.begin; i < range.end && !tree_.is_prose(i); ++i) {
    if (tree_.is_heading(i) && tree_.level(i) <= 2 && sheet_.line(i).words > 2) return i;
  }
  for (LineNo i = range.begin; i-- > (range.begin > kReach ? range.begin - kReach : 0);) {
    if (decided_[i]) return std::nullopt;
    if (tree_.is_heading(i) && tree_.level(i) <= 2 && sheet_.line(i).words > 2) return i;
  }
  return std::nullopt;
}

bool Typer::has_length(LineRange range) const {
  std::uint32_t words = 0;
  std::uint32_t lines = 0;
  for (LineNo i = range.begin; i < range.end; ++i) {
    if (!tree_.is_prose(i) || tree_.is_furniture(i)) continue;
    ++lines;
    words += sheet_.line(i).words;
  }
  return words >= kStoryWords && lines >= 2;
}

bool Typer::is_story(const HtmlStory& s) const {
  std::uint32_t words = 0;
  for (const LineNo i : s.body) words += sheet_.line(i).words;
  constexpr std::uint32_t kFewest = 6;
  return words >= kFewest;
}

void Typer::type_the_rest(bool listing) {
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

LineNo Typer::first_line() const {
  if (typed_.stories.empty()) return 0;
  const HtmlStory& s = typed_.stories.front();
  return s.headline.line ? *s.headline.line : s.body.front();
}

Typed type_lines(const Tree& tree, const Headline& headline) { return Typer(tree, headline).type(); }

}  // namespace qanat::article
