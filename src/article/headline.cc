#include "article/headline.h"

#include <algorithm>
#include <cmath>

#include "article/keys.h"

namespace qanat::article {
namespace {

using page::ElementNo;
using page::Hints;

constexpr std::size_t kMostCandidates = 150;
constexpr std::uint32_t kMostTitleWords = 60;
constexpr std::uint32_t kFewestTitleWords = 3;  // words of a headline that nothing but its place makes one
constexpr double kAgrees = 0.6;                 // likeness from which on a heading is what the metadata mean

// What a heading's place and names are worth, in tenths of full agreement with the metadata.
constexpr double kAgreement = 10;
constexpr double kFirstLevel = 1.5;
constexpr double kSecondLevel = 0.7;
constexpr double kLowerLevel = 0.3;
constexpr double kNamedTitle = 1.0;
constexpr double kBeforeProse = 0.5;
constexpr double kLinked = -1.0;
constexpr double kShort = -1.0;
constexpr double kAside = -3.0;

constexpr Hints kAsideHints = page::kHintRelated | page::kHintSide | page::kHintNavigation | page::kHintFooter |
                              page::kHintComments | page::kHintAdvert | page::kHintLogo | page::kHintNewsletter;

// A title that the metadata give.
struct Given {
  std::string text;
  Key key;
  std::vector<Key> parts;
  std::size_t words = 0;
};

Given given_of(std::string text) {
  Given given;
  given.key = key_of(text);
  for (const std::string_view part : parts_of_title(text)) given.parts.push_back(key_of(part));
  for (const Key& part : given.parts) given.words += part.size();
  given.text = std::move(text);
  return given;
}

std::vector<Given> given_titles(const Tree& tree) {
  std::vector<Given> list;
  const auto add = [&](const std::string& text) {
    if (trimmed(text).empty()) return;
    if (std::any_of(list.begin(), list.end(), [&](const Given& g) { return g.text == text; })) return;
    list.push_back(given_of(text));
  };
  add(tree.page().title);
  for (const char* name : {"og:title", "twitter:title", "headline"}) add(tree.html().meta(name));
  for (const page::Linked& linked : tree.html().linked) {
    if (linked.type.find("Article") != std::string::npos || linked.type.find("Post") != std::string::npos)
      add(linked.headline);
  }
  add(tree.html().title);
  for (const char* name : {"title", "dc.title", "dcterms.title", "fb_title", "name"}) add(tree.html().meta(name));
  return list;
}

// How well a heading is what the title means: the title whole, or without parts at its ends. A single short part, such
// as a section's name, is worth little.
double agreement(const Key& heading, const Given& given) {
  double best = likeness(heading, given.key);
  for (std::size_t from = 0; from < given.parts.size(); ++from) {
    Key run;
    for (std::size_t to = from; to < given.parts.size() && to < from + 6; ++to) {
      run.insert(run.end(), given.parts[to].begin(), given.parts[to].end());
      const double share = static_cast<double>(run.size()) / static_cast<double>(std::max<std::size_t>(given.words, 1));
      best = std::max(best, likeness(heading, run) * std::sqrt(share));
    }
  }
  return best;
}

class HeadlineFinder {
 public:
  explicit HeadlineFinder(const Tree& tree) : tree_(tree), given_(given_titles(tree)) {
    for (LineNo i = 0; i < tree.sheet().size(); ++i) {
      if (!tree.is_prose(i)) continue;
      first_prose_ = i;
      break;
    }
  }

  Headline find() {
    Headline best;
    double best_score = -100;
    double best_agreement = 0;
    std::size_t candidates = 0;
    for (LineNo i = 0; i < tree_.sheet().size() && candidates < kMostCandidates; ++i) {
      if (!is_candidate(i)) continue;
      ++candidates;
      const Headline shown = shown_at(i);
      const Key key = key_of(shown.text);
      double agrees = 0;
      for (const Given& given : given_) agrees = std::max(agrees, agreement(key, given));
      const double score = agrees * kAgreement + standing(i, key);
      if (score <= best_score) continue;
      best_score = score;
      best_agreement = agrees;
      best = shown;
    }
    const bool trusted =
        best_agreement >= kAgrees || (best.line && given_.empty()) ||
        (best.line && tree_.level(*best.line) == 1 && best_score > kFirstLevel - 1 && best_agreement > 0.3);
    best.certainty = best_agreement;
    if (!trusted && !titled_by_metadata()) {
      if (best.line && tree_.level(*best.line) == 1 && best_score > 0 &&
          tree_.sheet().line(*best.line).words >= kFewestTitleWords)
        return best;
      if (const auto line = telling_line()) return shown_at(*line);
    }
    if (!trusted || is_cut(best.text)) {
      const std::string text = from_metadata();
      if (!text.empty()) {
        best.text = text;
        if (!trusted) best.line.reset();
        if (!trusted) best.span = {};
      } else if (!trusted && best_score < 0) {
        return {};
      }
    }
    return best;
  }

 private:
  // A heading, whatever is named one, or a line that a title of the metadata holds word for word.
  bool is_candidate(LineNo i) const {
    const Line& line = tree_.sheet().line(i);
    if (line.letters() == 0 || line.words > kMostTitleWords) return false;
    // A broken heading is looked at as a whole, from its first line.
    if (tree_.is_heading(i) && i > 0 && tree_.element_of(i) == tree_.element_of(i - 1) && tree_.block(i).after_break)
      return false;
    const bool linked = tree_.is_linked(i);
    if (tree_.level(i) == 1) return true;
    if (!linked && (tree_.is_heading(i) || (tree_.holder(i).hints & page::kHintTitle) != 0)) return true;
    if (!linked && !tree_.inline_title(i).empty()) return true;
    if (line.words < kFewestTitleWords) return false;
    const std::string_view text = tree_.line_text(i);
    return std::any_of(given_.begin(), given_.end(),
                       [&](const Given& g) { return g.text.find(text) != std::string::npos; });
  }

  Headline shown_at(LineNo i) const {
    Headline shown;
    shown.line = i;
    shown.span = tree_.sheet().line(i).text;
    const Span part = tree_.inline_title(i);
    if (!tree_.is_heading(i) && !part.empty()) {
      shown.span = part;
    } else if (tree_.is_heading(i)) {
      for (LineNo k = i + 1;
           k < tree_.sheet().size() && tree_.element_of(k) == tree_.element_of(i) && tree_.block(k).after_break; ++k)
        shown.span.end = tree_.sheet().line(k).text.end;
    }
    shown.text = std::string(trimmed(slice(tree_.page().text, shown.span)));
    std::replace(shown.text.begin(), shown.text.end(), '\n', ' ');
    return shown;
  }

  double standing(LineNo i, const Key& key) const {
    constexpr int kSteps = 6;
    double score = 0;
    const std::uint8_t level = tree_.level(i);
    if (level == 1) score += kFirstLevel;
    if (level == 2) score += kSecondLevel;
    if (level > 2) score += kLowerLevel;
    Hints near = tree_.inline_hints(i);
    Hints around = 0;
    int step = 0;
    bool story = false;  // beyond the story's own element, a page's names say nothing of its headline
    for (ElementNo e = tree_.element_of(i); e != 0 && step < kSteps; e = tree_.html().elements[e].parent, ++step) {
      const page::Element& element = tree_.html().elements[e];
      if (step < 2) near |= element.hints;
      story = story || element.tag == page::Tag::article;
      if (!story && tree_.prose(e) * 2 < tree_.prose(0) + 1) around |= element.hints;
      if (!story &&
          (element.tag == page::Tag::nav || element.tag == page::Tag::footer || element.tag == page::Tag::aside))
        around |= page::kHintSide;
    }
    if ((near & page::kHintTitle) != 0) score += kNamedTitle;
    if ((around & kAsideHints) != 0) score += kAside;
    if (i < first_prose_) score += kBeforeProse;
    if (tree_.is_linked(i)) score += kLinked;
    if (key.size() < 2) score += kShort;
    return score;
  }

  // Do the metadata say more than a page's name, which may be the site's alone?
  bool titled_by_metadata() const {
    if (!tree_.page().title.empty() || !tree_.html().meta("og:title").empty()) return true;
    const std::string text = from_metadata();
    return !text.empty() && shared_words(text, lead()).words >= 2;
  }

  std::string_view lead() const {
    return first_prose_ < tree_.sheet().size() ? tree_.line_text(first_prose_) : std::string_view();
  }

  // On pages without headings: the line over the prose that tells of the same.
  std::optional<LineNo> telling_line() const {
    constexpr LineNo kAbove = 8;
    for (LineNo i = first_prose_; i-- > (first_prose_ > kAbove ? first_prose_ - kAbove : 0);) {
      if (!tree_.sheet().is_headline(i) || tree_.is_linked(i) || tree_.sheet().line(i).words < kFewestTitleWords)
        continue;
      if (tree_.block(i).strong || shared_words(tree_.line_text(i), lead()).words >= 2) return i;
    }
    return std::nullopt;
  }

  static bool is_cut(std::string_view text) { return text.ends_with("...") || text.ends_with("…"); }

  // The first title of the metadata without the parts that name the site.
  std::string from_metadata() const {
    std::vector<Key> names;
    const auto add = [&](const std::string& name) {
      if (!name.empty()) names.push_back(key_of(name));
    };
    add(tree_.html().meta("og:site_name"));
    add(tree_.html().meta("application-name"));
    add(tree_.html().logo);
    for (const page::Linked& linked : tree_.html().linked) add(linked.publisher);
    const std::string host = host_of(tree_.html().canonical);
    add(host.substr(0, host.find('.')));
    for (const Given& given : given_) {
      if (is_cut(given.text)) continue;
      std::vector<std::string_view> parts = parts_of_title(given.text);
      const std::size_t all = parts.size();
      const auto is_name = [&](std::string_view part) {
        const Key key = key_of(part);
        return std::any_of(names.begin(), names.end(),
                           [&](const Key& name) { return key == name || (holds(name, key) || holds(key, name)); });
      };
      while (parts.size() > 1 && is_name(parts.back())) parts.pop_back();
      while (parts.size() > 1 && is_name(parts.front())) parts.erase(parts.begin());
      // Nothing is known of the site's name: the shorter end, behind the title rather than before it.
      if (parts.size() == all && all > 1 && (&given == &given_.back() || given.text == tree_.html().title)) {
        const std::size_t first = key_of(parts.front()).size();
        const std::size_t last = key_of(parts.back()).size();
        constexpr std::size_t kNameWords = 4;
        if (last <= kNameWords && last <= first)
          parts.pop_back();
        else if (first <= kNameWords)
          parts.erase(parts.begin());
      }
      if (parts.empty()) continue;
      const char* begin = parts.front().data();
      return {begin, static_cast<std::size_t>(parts.back().data() + parts.back().size() - begin)};
    }
    return {};
  }

  const Tree& tree_;
  std::vector<Given> given_;
  LineNo first_prose_ = 0;
};

}  // namespace

Headline find_headline(const Tree& tree) { return HeadlineFinder(tree).find(); }

}  // namespace qanat::article
