// Which element of a page holds its story, and whether the page tells one at all.
#include <algorithm>

#include "article/keys.h"
#include "article/stories.h"

namespace qanat::article {
namespace {

using page::ElementNo;
using page::Tag;

constexpr std::uint32_t kDescend = 60;      // percent of an element's prose that one child must hold to be looked into
constexpr std::uint32_t kNamedShare = 30;   // percent of a page's prose that makes a body of what is named one
constexpr std::uint32_t kFewLetters = 120;  // a page with less prose tells a story only if its metadata say so
constexpr int kMostClimbs = 12;

class RootFinder {
 public:
  RootFinder(const Tree& tree, const Headline& headline) : tree_(tree), headline_(headline) {}

  std::optional<ElementNo> find() const {
    if (const auto named = named_body()) return named;
    if (tree_.free_prose(0) == 0) return short_body();
    ElementNo root = descend(start());
    return climb(root);
  }

 private:
  bool below_title(ElementNo e) const { return !headline_.line || tree_.lines(e).end > *headline_.line; }

  // An element that is named a body: the one with most prose, the outermost of nested ones where the inner lacks some.
  std::optional<ElementNo> named_body() const {
    std::optional<ElementNo> best;
    std::uint64_t most = 0;
    const auto& elements = tree_.html().elements;
    for (ElementNo e = 1; e < elements.size(); ++e) {
      if ((elements[e].hints & page::kHintBody) == 0 || tree_.furniture(e).kind != BlockKind::body) continue;
      std::uint64_t prose = tree_.free_prose(e);
      if (prose * 100 < std::uint64_t{kNamedShare} * tree_.free_prose(0) || !below_title(e)) continue;
      const bool nested = best && tree_.inside(e, *best);
      // A body that holds the headline is the story's wrapper; a body inside with nearly all of its prose is better.
      if (nested ? prose * 10 >= most * 8 : prose > most) {
        best = e;
        most = prose;
      }
    }
    return most > 0 ? best : std::nullopt;
  }

  // Of several elements <article>, the one with the headline, else the one with most prose.
  ElementNo start() const {
    const auto& elements = tree_.html().elements;
    ElementNo best = 0;
    std::uint32_t most = 0;
    for (ElementNo e = 1; e < elements.size(); ++e) {
      const bool story = elements[e].tag == Tag::article || elements[e].tag == Tag::main;
      if (!story || tree_.furniture(e).kind != BlockKind::body) continue;
      if (tree_.free_prose(e) * 100ULL < std::uint64_t{kNamedShare} * tree_.free_prose(0) || !below_title(e)) continue;
      const bool titled = headline_.line && tree_.lines(e).contains(*headline_.line);
      const std::uint32_t prose = tree_.free_prose(e) * (titled ? 2 : 1);
      if (prose > most || (best != 0 && tree_.inside(e, best) && prose * 10ULL >= most * 9ULL)) {
        best = e;
        most = prose;
      }
    }
    return best;
  }

  ElementNo descend(ElementNo from) const {
    const auto& elements = tree_.html().elements;
    ElementNo at = from;
    while (true) {
      ElementNo best = 0;
      std::uint32_t most = 0;
      const ElementNo end = at == 0 ? static_cast<ElementNo>(elements.size()) : elements[at].end;
      for (ElementNo e = at + 1; e < end; e = std::max(e + 1, elements[e].end)) {
        if (elements[e].block && elements[e].parent == at && tree_.free_prose(e) > most && below_title(e)) {
          best = e;
          most = tree_.free_prose(e);
        }
      }
      if (best == 0 || most * 100ULL < std::uint64_t{kDescend} * tree_.free_prose(at)) return at;
      // A paragraph is no place for a story, its parent is, unless the paragraph is broken into lines.
      const LineRange range = tree_.lines(best);
      const Tag tag = elements[best].tag;
      if ((tag == Tag::p || tag == Tag::blockquote) && range.end - range.begin < 3) return at;
      at = best;
    }
  }

  // Upwards, as long as what is gained is prose and not lists of links.
  ElementNo climb(ElementNo root) const {
    const auto& elements = tree_.html().elements;
    ElementNo at = root;
    for (int step = 0; step < kMostClimbs && at != 0; ++step) {
      const ElementNo parent = elements[at].parent;
      std::uint32_t prose = 0;
      std::uint32_t linked = 0;
      const LineRange inner = tree_.lines(root);
      const LineRange outer = tree_.lines(parent);
      for (LineNo i = outer.begin; i < outer.end; ++i) {
        if (inner.contains(i) || tree_.is_furniture(i)) continue;
        if (headline_.line && i <= *headline_.line) continue;
        if (tree_.is_prose(i))
          ++prose;
        else if (tree_.is_linked(i) && tree_.sheet().line(i).words > 2)
          ++linked;
      }
      at = parent;
      if (prose == 0) continue;
      if (linked > prose) break;
      root = parent;
    }
    return root;
  }

  // A page without a paragraph: a flash, whose body is named or stands under the headline.
  std::optional<ElementNo> short_body() const {
    const auto& elements = tree_.html().elements;
    for (ElementNo e = 1; e < elements.size(); ++e) {
      if ((elements[e].hints & page::kHintBody) == 0 || tree_.furniture(e).kind != BlockKind::body) continue;
      const LineRange range = tree_.lines(e);
      if (!below_title(e)) continue;
      std::uint32_t words = 0;
      for (LineNo i = range.begin; i < range.end; ++i)
        words += tree_.is_linked(i) || tree_.is_furniture(i) || headline_.line == i ? 0 : tree_.sheet().line(i).words;
      constexpr std::uint32_t kFewest = 6;
      if (words >= kFewest) return e;
    }
    return std::nullopt;
  }

  const Tree& tree_;
  const Headline& headline_;
};

bool says_article(const Tree& tree) {
  if (tree.html().meta("og:type") == "article" || !tree.html().meta("article:published_time").empty()) return true;
  return std::any_of(tree.html().linked.begin(), tree.html().linked.end(), [](const page::Linked& l) {
    return (l.type.find("Article") != std::string::npos || l.type == "BlogPosting") && !l.headline.empty();
  });
}

bool is_cut(std::string_view line) {
  return line.ends_with("...") || line.ends_with("…") || line.ends_with("[...]") || line.ends_with("[…]");
}

}  // namespace

std::optional<ElementNo> find_root(const Tree& tree, const Headline& headline) {
  return RootFinder(tree, headline).find();
}

bool is_listing(const Tree& tree, const Headline& headline, ElementNo root) {
  const LineRange range = tree.lines(root);
  std::uint32_t headings = 0;    // that lead to other pages, each with a teaser or without
  std::uint32_t teasers = 0;     // prose right under such a heading, or cut short
  std::uint32_t paragraphs = 0;  // prose that follows prose
  std::uint32_t cuts = 0;
  std::uint32_t prose = 0;
  std::vector<ElementNo> homes;  // what holds the paragraphs
  bool after_heading = false;
  bool after_prose = false;
  for (LineNo i = range.begin; i < range.end; ++i) {
    if (tree.is_furniture(i) || (headline.line && i == *headline.line)) continue;
    if (tree.is_prose(i)) {
      const bool cut = is_cut(tree.line_text(i));
      cuts += cut ? 1 : 0;
      ++prose;
      homes.push_back(tree.html().elements[tree.element_of(i)].parent);
      if (after_heading || cut)
        ++teasers;
      else if (after_prose)
        ++paragraphs;
      after_prose = !cut;
      after_heading = false;
    } else if (tree.is_linked(i)) {
      constexpr std::uint32_t kTitleWords = 4;
      if (tree.sheet().line(i).words >= kTitleWords) {
        ++headings;
        after_heading = true;
      }
      after_prose = false;
    }
  }
  constexpr std::uint32_t kSome = 3;
  const bool article = says_article(tree);
  // Teasers stand each in a box of its own, or are cut short; the paragraphs of a story stand together.
  std::sort(homes.begin(), homes.end());
  std::uint32_t together = 0;
  for (std::size_t from = 0; from < homes.size();) {
    std::size_t to = from;
    while (to < homes.size() && homes[to] == homes[from]) ++to;
    together = std::max(together, static_cast<std::uint32_t>(to - from));
    from = to;
  }
  const bool parted = together * 2 <= prose || cuts * 2 >= prose;
  if (headings >= kSome && teasers >= 2 && teasers >= paragraphs && parted &&
      !(article && headline.certainty > 0.7 && paragraphs > 1))
    return true;
  if (article) return false;
  // A page that leads nowhere lists nothing: a flash of one line.
  bool leads_on = false;
  for (LineNo i = 0; i < tree.sheet().size(); ++i) leads_on = leads_on || tree.is_linked(i);
  if (!leads_on && prose > 0) return false;
  const bool named = (tree.html().elements[root].hints & page::kHintBody) != 0;
  if (tree.free_prose(root) < kFewLetters && !(named && headline.line)) return true;
  // Many links and a word of welcome.
  std::uint32_t linked = 0;
  std::uint32_t letters = 0;
  for (LineNo i = 0; i < tree.sheet().size(); ++i) {
    letters += tree.sheet().line(i).letters();
    if (tree.is_linked(i)) linked += tree.sheet().line(i).letters();
  }
  constexpr std::uint32_t kWelcome = 15;  // percent
  const std::string url = tree.html().canonical.empty() ? tree.page().url : tree.html().canonical;
  const std::size_t host = url.find("://");
  const std::size_t path = host == std::string::npos ? host : url.find('/', host + 3);
  const bool front = host != std::string::npos && (path == std::string::npos || path + 1 == url.size());
  const std::uint32_t share = tree.free_prose(root) * 100 / std::max(letters, 1U);
  return (front && share < 2 * kWelcome && headings >= kSome) ||
         (share < kWelcome && !headline.line && linked * 2 > letters);
}

}  // namespace qanat::article
