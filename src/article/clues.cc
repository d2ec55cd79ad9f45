// Dates of a story on an HTML page. Every place that tells one is a clue with its confidence; the best one is taken.
#include <algorithm>

#include "arabic/arabic.h"
#include "article/confidence.h"
#include "article/facts.h"
#include "article/keys.h"

namespace qanat::article {
namespace {

struct MetaName {
  const char* name;
  bool modified;
  std::uint8_t confidence;
};
constexpr MetaName kMetaNames[] = {{"article:published_time", false, confidence::kMetaSure},
                                   {"og:published_time", false, confidence::kMetaSure},
                                   {"datepublished", false, confidence::kMetaSure},
                                   {"article.published", false, confidence::kMetaSure},
                                   {"pubdate", false, confidence::kMetaSure},
                                   {"publish-date", false, confidence::kMetaSure},
                                   {"publish_date", false, confidence::kMetaSure},
                                   {"publishdate", false, confidence::kMetaSure},
                                   {"published-date", false, confidence::kMetaSure},
                                   {"publication_date", false, confidence::kMetaSure},
                                   {"publicationdate", false, confidence::kMetaSure},
                                   {"article_date_original", false, confidence::kMetaSure},
                                   {"og:article:published_time", false, confidence::kMetaSure},
                                   {"originalpublicationdate", false, confidence::kMetaSure},
                                   {"cxenseparse:recs:publishtime", false, confidence::kMetaSure},
                                   {"cxenseparse:publishtime", false, confidence::kMetaSure},
                                   {"sailthru.date", false, confidence::kMetaSure},
                                   {"parsely-pub-date", false, confidence::kMetaSure},
                                   {"dcterms.created", false, confidence::kMetaSure},
                                   {"dcterms.issued", false, confidence::kMetaSure},
                                   {"dc.date.issued", false, confidence::kMetaSure},
                                   {"dc.date.created", false, confidence::kMetaSure},
                                   {"datecreated", false, confidence::kMetaSure - 1},
                                   {"dc.date", false, confidence::kMetaLoose},
                                   {"dcterms.date", false, confidence::kMetaLoose},
                                   {"date", false, confidence::kMetaLoose},
                                   {"creation_date", false, confidence::kMetaLoose},
                                   {"article:modified_time", true, confidence::kMetaSure},
                                   {"og:updated_time", true, confidence::kMetaSure - 1},
                                   {"og:modified_time", true, confidence::kMetaSure},
                                   {"datemodified", true, confidence::kMetaSure},
                                   {"lastmod", true, confidence::kMetaSure},
                                   {"last-modified", true, confidence::kMetaLoose},
                                   {"dcterms.modified", true, confidence::kMetaSure},
                                   {"article.updated", true, confidence::kMetaSure}};

class Clues {
 public:
  Clues(const Tree& tree, const HtmlStory& story, bool first) : tree_(tree), story_(story), first_(first) {}

  std::vector<DateClue> find() {
    if (first_) from_head();
    from_times();
    from_lines();
    from_parts();
    from_dateline();
    std::stable_sort(clues_.begin(), clues_.end(),
                     [](const DateClue& a, const DateClue& b) { return a.date.confidence > b.date.confidence; });
    return std::move(clues_);
  }

 private:
  using Says = DateClue::Says;

  void add(std::optional<Date> date, DateMethod method, std::uint8_t confidence, Says says, std::string where,
           std::string_view value) {
    constexpr std::size_t kMostClues = 60;
    constexpr std::size_t kMostValue = 120;
    constexpr int kFirstYear = 1990;
    if (!date || date->ymd().year < kFirstYear || clues_.size() >= kMostClues) return;
    clues_.push_back({{date, method, confidence}, says, std::move(where), std::string(value.substr(0, kMostValue))});
  }

  void from_head() {
    const page::Page& page = tree_.page();
    if (!page.published.empty())
      add(read_given_date(page.published), DateMethod::given, confidence::kGiven, Says::published, "given",
          page.published);
    for (const page::Linked& linked : tree_.html().linked) {
      const bool story = linked.type.find("Article") != std::string::npos ||
                         linked.type.find("Post") != std::string::npos ||
                         linked.type.find("Report") != std::string::npos;
      // Lists of other stories are given as JSON-LD, too.
      const bool ours = linked.headline.empty() || story_.headline.text.empty() ||
                        likeness(key_of(linked.headline), key_of(story_.headline.text)) > 0.4;
      if (!ours) continue;
      const std::uint8_t sure = story ? confidence::kLinkedSure : confidence::kMetaLoose;
      add(read_given_date(linked.published), DateMethod::json_ld, sure, Says::published, "JSON-LD datePublished",
          linked.published);
      add(read_given_date(linked.modified), DateMethod::json_ld, sure, Says::modified, "JSON-LD dateModified",
          linked.modified);
    }
    for (const page::Meta& meta : tree_.html().metas) {
      for (const MetaName& known : kMetaNames) {
        if (meta.name != known.name) continue;
        add(read_given_date(meta.value), DateMethod::meta, known.confidence,
            known.modified ? Says::modified : Says::published, "meta " + meta.name, meta.value);
        break;
      }
    }
    for (const std::string& url : {tree_.html().canonical, page.url}) {
      if (url.empty()) continue;
      add(date_in_url(url), DateMethod::url, confidence::kUrl, Says::published, "address", url);
      break;
    }
  }

  // Is it between the headline and the story's end, or close to it?
  bool belongs(std::uint32_t at) const {
    if (story_.body.empty()) return false;
    const Sheet& sheet = tree_.sheet();
    const LineNo first = story_.headline.line ? *story_.headline.line : story_.body.front();
    const LineNo from = first > 3 ? first - 3 : 0;
    const LineNo to = std::min(story_.body.back() + 3, sheet.size() - 1);
    return sheet.line(from).span.begin <= at && at <= sheet.line(to).span.end;
  }

  bool is_over_headline(LineNo i) const { return story_.headline.line && i < *story_.headline.line; }
  bool is_above_body(std::uint32_t at) const { return at <= tree_.sheet().line(story_.body.front()).span.begin; }

  // Does it stand in a list of other stories?
  bool is_aside(page::ElementNo e) const {
    switch (tree_.furniture(e).kind) {
      case BlockKind::related:
      case BlockKind::comments:
      case BlockKind::navigation:
      case BlockKind::footer:
      case BlockKind::advert:
      case BlockKind::listing:
        return true;
      default:
        return false;
    }
  }

  void from_times() {
    bool shown = false;
    for (const page::TimeTag& time : tree_.html().times) {
      if (!belongs(time.span.begin) || is_aside(time.element)) continue;
      const auto date = read_given_date(time.value);
      if (!date) continue;
      const bool modified = (time.hints & page::kHintModified) != 0 || labelled_as_update(time);
      const bool named = (time.hints & page::kHintDate) != 0;
      const bool near = is_above_body(time.span.begin);
      std::uint8_t sure = named ? confidence::kTimeNamed : confidence::kTimeShown;
      if (shown) --sure;
      if (!near) sure = confidence::kFarBelow;
      shown = shown || !modified;
      add(date, DateMethod::time, sure, modified ? Says::modified : Says::published,
          modified ? "time of an update"
          : near   ? "time above the story"
                   : "time inside the story",
          time.value);
    }
  }

  // A date in a line that says other things, too, where an inline element is named after it.
  void from_parts() {
    const std::string_view text = tree_.sheet().text();
    constexpr std::uint32_t kMost = 200;
    for (page::ElementNo e = 1; e < tree_.html().elements.size(); ++e) {
      const page::Element& element = tree_.html().elements[e];
      if (element.block || (element.hints & (page::kHintDate | page::kHintModified)) == 0) continue;
      if (element.span.size() > kMost || element.span.empty() || !belongs(element.span.begin) || is_aside(e)) continue;
      const auto date = read_given_date(slice(text, element.span));
      const bool modified = (element.hints & page::kHintModified) != 0;
      add(date, DateMethod::visible, is_above_body(element.span.begin) ? confidence::kShown : confidence::kInHead,
          modified ? Says::modified : Says::shown, "element named date", slice(text, element.span));
    }
  }

  bool labelled_as_update(const page::TimeTag& time) const {
    for (const LineNo i : story_.days) {
      const Span span = tree_.sheet().line(i).span;
      if (span.begin <= time.span.begin && time.span.begin < span.end)
        return tree_.sheet().cue(i).cue == Cue::updated && first_date_is_update(i, time.span.begin);
    }
    return false;
  }
  bool first_date_is_update(LineNo i, std::uint32_t at) const { return at - tree_.sheet().line(i).span.begin < 60; }

  void from_lines() {
    const Sheet& sheet = tree_.sheet();
    for (const LineNo i : story_.days) {
      if (story_.body.empty()) return;
      const Line& line = sheet.line(i);
      const auto dates = arabic::find_absolute_dates(sheet.text(), line.span);
      const DateLine day = sheet.day(i);
      if (dates.empty() && !day.date) continue;
      const bool above = i < story_.body.front();
      const bool near = above || i <= story_.body.back() + 3;
      const std::string_view value = tree_.line_text(i);
      if (dates.size() < 2) {
        const std::optional<Date> date = dates.empty() ? day.date : dates.front().date;
        const Span day_span = dates.empty() ? Span{line.span.end, line.span.end} : dates.front().span;
        const Span after = {day_span.end, line.span.end};
        // "28 آب 2013، آخر تحديث 14:00": the label stands between the day and its hour. Before a day of its own it says
        // nothing of this one.
        Says says = holds_day(after) ? said_in({line.span.begin, day_span.begin}) : said_before(i, day_span.begin);
        if (says == Says::shown && !holds_day(after)) says = said_in(after);
        add_line(date, says, near, above, value);
        continue;
      }
      // "نشر في 3 مايو 2020 - آخر تحديث 4 مايو 2020": each with the label before it.
      std::uint32_t from = line.span.begin;
      for (const auto& found : dates) {
        add_line(found.date, said_in({from, found.span.begin}), near, above, value);
        from = found.span.end;
      }
    }
  }

  void add_line(std::optional<Date> date, Says says, bool near, bool above, std::string_view value) {
    std::uint8_t sure = says == Says::published ? confidence::kLabelled : confidence::kShown;
    if (!above) sure = says == Says::published ? confidence::kShown : confidence::kInHead;
    if (!near) sure = confidence::kFarBelow - 1;
    add(date, DateMethod::visible, sure, says,
        says == Says::shown       ? (above ? "line above the story" : "line below the story")
        : says == Says::published ? "line that says published"
                                  : "line that says updated",
        value);
  }

  // As many digits as a day of its own has, readable or not: "27/9/202310:15".
  bool holds_day(Span span) const {
    constexpr std::ptrdiff_t kDigits = 6;
    const std::string_view words = slice(tree_.sheet().text(), span);
    return std::count_if(words.begin(), words.end(), [](char c) { return c >= '0' && c <= '9'; }) >= kDigits &&
           words.find('/') != std::string_view::npos;
  }

  Says said_before(LineNo i, std::uint32_t date) const {
    const Cue cue = tree_.sheet().cue(i).cue;
    const Says said = said_in({tree_.sheet().line(i).span.begin, date});
    if (said != Says::shown) return said;
    if (cue == Cue::updated) return Says::modified;
    if (cue == Cue::published) return Says::published;
    // A label on the line before.
    if (i > 0 && tree_.sheet().line(i - 1).words <= 3) {
      const Says above = said_in(tree_.sheet().line(i - 1).span);
      if (above != Says::shown) return above;
    }
    const page::Hints hints = tree_.holder(i).hints | tree_.inline_hints(i);
    if ((hints & page::kHintModified) != 0 && (hints & page::kHintDate) == 0) return Says::modified;
    return Says::shown;
  }

  Says said_in(Span span) const {
    const std::string words = arabic::fold(slice(tree_.sheet().text(), span));
    for (const char* label : {"تحديث", "محدث", "تعديل", "updated", "modified", "عدل في", "mis a jour"}) {
      if (words.find(label) != std::string::npos) return Says::modified;
    }
    for (const char* label : {"نشر", "published", "posted", "publie", "كتب في", "اضيف"}) {
      if (words.find(label) != std::string::npos) return Says::published;
    }
    return Says::shown;
  }

  void from_dateline() {
    for (const LineNo i : story_.body) {
      if (!tree_.is_prose(i)) continue;
      add(date_in_dateline(tree_.sheet().text(), tree_.sheet().line(i).span), DateMethod::dateline,
          confidence::kDateline, Says::published, "dateline", tree_.line_text(i));
      return;
    }
  }

  const Tree& tree_;
  const HtmlStory& story_;
  bool first_;
  std::vector<DateClue> clues_;
};

}  // namespace

std::vector<DateClue> find_dates(const Tree& tree, const HtmlStory& story, bool first) {
  return Clues(tree, story, first).find();
}

Published choose_published(const std::vector<DateClue>& clues) {
  const Published* best = nullptr;
  for (const DateClue& clue : clues) {
    if (clue.says == DateClue::Says::modified || clue.date.confidence < confidence::kSureEnough) continue;
    if (best == nullptr) best = &clue.date;
    // A day in the address may be that of another place on Earth; what the story shows is its own.
    const bool beside = best->method == DateMethod::url && clue.date.method == DateMethod::visible &&
                        *clue.date.date - *best->date <= 1 && *best->date - *clue.date.date <= 1;
    if (beside) best = &clue.date;
  }
  return best == nullptr ? Published{} : *best;
}

Published choose_modified(const std::vector<DateClue>& clues, const Published& published) {
  for (const DateClue& clue : clues) {
    if (clue.says != DateClue::Says::modified || clue.date.confidence < confidence::kSureEnough) continue;
    if (published.date && *clue.date.date < *published.date) continue;
    return clue.date;
  }
  return {};
}

const char* to_string(DateClue::Says says) {
  switch (says) {
    case DateClue::Says::published:
      return "published";
    case DateClue::Says::modified:
      return "modified";
    case DateClue::Says::shown:
      return "shown";
  }
  return "shown";
}

}  // namespace qanat::article
