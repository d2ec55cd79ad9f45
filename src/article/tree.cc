#include "article/tree.h"

#include <algorithm>

namespace qanat::article {
namespace {

using page::ElementNo;
using page::Hints;
using page::Tag;

constexpr std::uint32_t kLinkedPercent = 66;
constexpr std::uint32_t kCoverPercent = 60;  // of a line: what an inline element must hold to speak for it
constexpr std::uint32_t kStoryPercent = 40;  // of a page's prose: what holds so much is no furniture, whatever its name
constexpr std::uint32_t kBodyPercent = 30;
constexpr std::uint32_t kSmallWords = 60;  // a caption, a box about the author
constexpr std::uint32_t kFewWords = 14;    // a byline, a date
constexpr int kSteps = 4;                  // how far above a line a heading or a list may be

}  // namespace

Tree::Tree(const page::Page& page, const Sheet& sheet) : page_(page), sheet_(sheet) {
  match_lines();
  read_inline_hints();
  read_ancestors();
  sum_up();
}

// Every line is a block; a block of nothing but invisible marks is no line.
void Tree::match_lines() {
  blocks_.resize(sheet_.size());
  std::uint32_t block = 0;
  for (LineNo i = 0; i < sheet_.size(); ++i) {
    while (block + 1 < html().blocks.size() && html().blocks[block].span.end <= sheet_.line(i).span.begin) ++block;
    blocks_[i] = block;
  }
}

void Tree::read_inline_hints() {
  inline_hints_.assign(sheet_.size(), 0);
  LineNo line = 0;
  for (const page::Element& element : html().elements) {
    if (element.block || element.hints == 0 || element.span.empty()) continue;
    while (line + 1 < sheet_.size() && sheet_.line(line).span.end <= element.span.begin) ++line;
    while (line > 0 && sheet_.line(line).span.begin > element.span.begin) --line;
    if (line >= sheet_.size()) return;
    const Span span = sheet_.line(line).span;
    const std::uint32_t end = std::min(span.end, element.span.end);
    const std::uint32_t begin = std::max(span.begin, element.span.begin);
    if (begin < end && (element.hints & page::kHintTitle) != 0) inline_titles_.push_back({line, {begin, end}});
    if (begin < end && (end - begin) * 100 >= span.size() * kCoverPercent) inline_hints_[line] |= element.hints;
  }
}

Span Tree::inline_title(LineNo i) const {
  const auto found = std::lower_bound(inline_titles_.begin(), inline_titles_.end(), i,
                                      [](const std::pair<LineNo, Span>& a, LineNo line) { return a.first < line; });
  return found != inline_titles_.end() && found->first == i ? found->second : Span{};
}

void Tree::read_ancestors() {
  heading_.assign(sheet_.size(), 0);
  item_.assign(sheet_.size(), false);
  for (LineNo i = 0; i < sheet_.size(); ++i) {
    ElementNo e = element_of(i);
    for (int step = 0; step < kSteps && e != 0; ++step, e = html().elements[e].parent) {
      const page::Element& element = html().elements[e];
      if (element.tag == Tag::heading && heading_[i] == 0) heading_[i] = element.level;
      if (element.tag == Tag::item) item_[i] = true;
    }
  }
}

bool Tree::is_linked(LineNo i) const {
  const page::Block& b = block(i);
  return b.link_bytes * 100ULL >= std::uint64_t{kLinkedPercent} * b.span.size();
}

void Tree::sum_up() {
  const std::size_t count = html().elements.size();
  ranges_.assign(count, {sheet_.size(), 0});
  prose_letters_.assign(count, 0);
  prose_.assign(sheet_.size(), false);
  for (LineNo i = 0; i < sheet_.size(); ++i) {
    prose_[i] = sheet_.is_prose(i) && !is_linked(i) && heading_[i] == 0;
    const ElementNo e = element_of(i);
    ranges_[e].begin = std::min(ranges_[e].begin, i);
    ranges_[e].end = std::max(ranges_[e].end, i + 1);
    if (prose_[i]) prose_letters_[e] += sheet_.line(i).letters();
  }
  // Parents stand before their children.
  for (std::size_t e = count; e-- > 1;) {
    const ElementNo parent = html().elements[e].parent;
    ranges_[parent].begin = std::min(ranges_[parent].begin, ranges_[e].begin);
    ranges_[parent].end = std::max(ranges_[parent].end, ranges_[e].end);
    prose_letters_[parent] += prose_letters_[e];
  }
}

Tree::Mark Tree::own_mark(ElementNo e, bool holds_story, bool holds_title) const {
  const page::Element& element = html().elements[e];
  const Hints h = element.hints;
  const bool body = (h & (page::kHintBody)) != 0;
  if (holds_title) return {};
  if (element.tag == Tag::nav) return {BlockKind::navigation, "nav"};
  if (element.tag == Tag::footer && (!holds_story || lines(e).end == sheet_.size()))
    return {BlockKind::footer, "footer"};
  if (element.tag == Tag::button || element.tag == Tag::select) return {BlockKind::widget, "button"};
  if (element.tag == Tag::figcaption) return {BlockKind::caption, "figcaption"};
  if (element.tag == Tag::media) return {BlockKind::widget, "player"};
  if ((h & page::kHintComments) != 0 && !body) return {BlockKind::comments, "comments"};
  if (holds_story) return {};
  std::uint32_t words = 0;
  const LineRange range = lines(e);
  if (range.end - std::min(range.begin, range.end) <= kFewWords) {
    for (LineNo i = range.begin; i < range.end; ++i) words += sheet_.line(i).words;
  } else {
    words = kSmallWords + 1;
  }
  if (element.tag == Tag::form) return {BlockKind::widget, "form"};
  if ((h & page::kHintShare) != 0) return {BlockKind::share, "share"};
  if ((h & page::kHintNewsletter) != 0) return {BlockKind::newsletter, "newsletter"};
  if ((h & page::kHintAdvert) != 0) return {BlockKind::advert, "advert"};
  if ((h & (page::kHintBreadcrumb | page::kHintNavigation)) != 0)
    return {BlockKind::navigation, (h & page::kHintBreadcrumb) != 0 ? "breadcrumbs" : "menu"};
  if ((h & page::kHintRelated) != 0 && !body) return {BlockKind::related, "related"};
  if (element.tag == Tag::aside) return {BlockKind::related, "aside"};
  if ((h & page::kHintSide) != 0 && !body) return {BlockKind::related, "side bar"};
  if ((h & page::kHintFooter) != 0) return {BlockKind::footer, "footer"};
  if ((h & page::kHintCaption) != 0 && words <= kSmallWords && !body) return {BlockKind::caption, "caption"};
  if ((h & page::kHintWidget) != 0 && !body) return {BlockKind::widget, "widget"};
  if (element.tag == Tag::figure && words <= kSmallWords) return {BlockKind::caption, "figure"};
  if ((h & page::kHintHidden) != 0) return {BlockKind::widget, "for screen readers"};
  if ((h & page::kHintTags) != 0 && words <= kSmallWords) return {BlockKind::tags, "tags"};
  if ((h & page::kHintAuthor) != 0 && words <= kSmallWords) return {BlockKind::byline, "author"};
  if ((h & page::kHintLogo) != 0 && words <= kFewWords) return {BlockKind::navigation, "logo"};
  if (words > kFewWords || body) return {};
  if ((h & (page::kHintDate | page::kHintModified)) != 0) return {BlockKind::dateline, "date"};
  if ((h & page::kHintSource) != 0) return {BlockKind::credit, "source"};
  return {};
}

void Tree::find_furniture(std::optional<LineNo> title) {
  const std::size_t count = html().elements.size();
  marks_.assign(count, {});
  // What holds a body, by its name, is no furniture either.
  std::vector<bool> holds_body(count, false);
  for (std::size_t e = count; e-- > 1;) {
    const page::Element& element = html().elements[e];
    const bool body = (element.hints & page::kHintBody) != 0 && (element.hints & page::kHintComments) == 0 &&
                      prose_letters_[e] * 100ULL >= std::uint64_t{kBodyPercent} * prose_letters_[0];
    if (body && prose_letters_[e] > 0) holds_body[e] = true;
    if (holds_body[e]) holds_body[element.parent] = true;
  }
  for (std::size_t e = 1; e < count; ++e) {
    const page::Element& element = html().elements[e];
    if (marks_[element.parent].kind != BlockKind::body) {
      marks_[e] = marks_[element.parent];
      continue;
    }
    const auto number = static_cast<ElementNo>(e);
    const bool holds_title = title && lines(number).contains(*title) && inside(element_of(*title), number);
    const bool holds_story =
        holds_body[e] || prose_letters_[e] * 100ULL >= std::uint64_t{kStoryPercent} * prose_letters_[0] + 1;
    marks_[e] = own_mark(number, holds_story, holds_title || (holds_body[e] && element.tag != Tag::figcaption));
  }
  free_prose_.assign(count, 0);
  for (LineNo i = 0; i < sheet_.size(); ++i) {
    if (prose_[i] && !is_furniture(i)) free_prose_[element_of(i)] += sheet_.line(i).letters();
  }
  for (std::size_t e = count; e-- > 1;) free_prose_[html().elements[e].parent] += free_prose_[e];
}

Tree::Mark Tree::furniture_of(LineNo i) const {
  const Mark mark = marks_[element_of(i)];
  if (mark.kind != BlockKind::body) return mark;
  const Hints h = inline_hints_[i];
  if (h == 0 || prose_[i]) return {};
  if ((h & page::kHintComments) != 0) return {BlockKind::comments, "comments"};
  if ((h & page::kHintShare) != 0) return {BlockKind::share, "share"};
  if ((h & page::kHintCaption) != 0) return {BlockKind::caption, "caption"};
  if ((h & page::kHintAdvert) != 0) return {BlockKind::advert, "advert"};
  if ((h & page::kHintRelated) != 0 && heading_[i] == 0) return {BlockKind::related, "related"};
  if ((h & page::kHintTags) != 0) return {BlockKind::tags, "tags"};
  if ((h & page::kHintAuthor) != 0) return {BlockKind::byline, "author"};
  if ((h & (page::kHintDate | page::kHintModified)) != 0) return {BlockKind::dateline, "date"};
  if ((h & page::kHintSource) != 0) return {BlockKind::credit, "source"};
  if ((h & page::kHintHidden) != 0) return {BlockKind::widget, "for screen readers"};
  return {};
}

}  // namespace qanat::article
