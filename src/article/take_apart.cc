#include <array>

#include "arabic/arabic.h"
#include "article/confidence.h"
#include "article/from_html.h"
#include "article/names.h"
#include "article/sheet.h"

namespace qanat::article {
namespace {

constexpr std::size_t kLeadParagraphs = 6;  // where a story says on which day it was written

// Does the story's own text contradict that it came out on `date`: does it call another weekday today? A day later is
// none, since pages are dated by the day they were put up.
bool contradicted(const Sheet& sheet, const Story& story, Date date) {
  constexpr int kWeek = 7;
  for (std::size_t k = 0; k < std::min(kLeadParagraphs, story.body.size()); ++k) {
    const auto today = weekday_of_today(sheet.text(), sheet.line(story.body[k]).span);
    if (!today) continue;
    const int late = (date.weekday() - *today + kWeek) % kWeek;
    return late > 1;
  }
  return false;
}

// Does the story's text name a day within a few days of `date`, year and all?
bool confirmed(const Sheet& sheet, const Story& story, Date date) {
  constexpr int kDays = 3;
  for (std::size_t k = 0; k < std::min(kLeadParagraphs, story.body.size()); ++k) {
    const Line& line = sheet.line(story.body[k]);
    constexpr std::uint32_t kMost = 4000;
    if (line.digits < 4 || line.span.size() > kMost) continue;
    for (const auto& found : arabic::find_absolute_dates(sheet.text(), line.span)) {
      if (date - found.date <= kDays && found.date - date <= kDays) return true;
    }
  }
  return false;
}

// Does nothing but buttons and captions stand between the lines?
bool is_right_above(const Sheet& sheet, LineNo i, LineNo title) {
  constexpr LineNo kNear = 3;
  if (i + kNear < title) return false;
  for (LineNo k = i + 1; k < title; ++k) {
    if (sheet.kind(k) == BlockKind::navigation && sheet.line(k).words > 1) return false;
  }
  return true;
}

// A date above the headline may be the day on which the page was fetched: papers show today's date at their head. It is
// taken where the story's text confirms it, or where it stands right above the headline (not on the page's first line),
// names no weekday as page heads do, and the text does not contradict it. Else the date stays unknown.
std::optional<Date> trusted_page_day(const Sheet& sheet, const Story& story) {
  for (const LineNo i : story.page_days) {
    const DateLine day = sheet.day(i);
    if (!day.date || contradicted(sheet, story, *day.date)) continue;
    if (confirmed(sheet, story, *day.date)) return day.date;
    if (i > 0 && !day.weekday && story.title && is_right_above(sheet, i, *story.title)) return day.date;
  }
  return std::nullopt;
}

// The date that a story shows of itself, in the order of trust: a line labelled as its publication, an unlabelled line
// under its title or at its foot, a line labelled as an update, the head of run-together text, the page's head.
Published visible_date(const Sheet& sheet, const Story& story, bool first) {
  for (const Cue wanted : {Cue::published, Cue::none, Cue::updated}) {
    for (const LineNo i : story.days) {
      const Cue cue = sheet.cue(i).cue;
      const bool unlabelled = cue != Cue::published && cue != Cue::updated;
      if (wanted == Cue::none ? !unlabelled : cue != wanted) continue;
      if (const auto date = sheet.day(i).date) return {date, DateMethod::visible, confidence::kTextVisible};
    }
  }
  if (!first) return {};
  for (std::size_t k = 0; k < std::min<std::size_t>(2, story.body.size()); ++k) {
    if (const auto date = date_in_run(sheet.text(), sheet.line(story.body[k])))
      return {date, DateMethod::visible, confidence::kTextVisible};
  }
  if (const auto date = trusted_page_day(sheet, story)) return {date, DateMethod::visible, confidence::kTextHead};
  return {};
}

Published published(const page::Page& page, const Sheet& sheet, const Story& story, bool first, Issues& issues) {
  if (first && !page.published.empty()) {
    if (const auto date = read_given_date(page.published)) return {date, DateMethod::given, confidence::kGiven};
    constexpr std::size_t kShown = 40;
    issues.push_back({Severity::warning, page.where, 0,
                      "the given publication date is none that can be read: " + page.published.substr(0, kShown)});
  }
  if (first) {
    if (const auto date = date_in_url(page.url)) return {date, DateMethod::url, confidence::kUrl};
  }
  const Published shown = visible_date(sheet, story, first);
  if (shown.date) return shown;
  for (const LineNo i : story.body) {
    if (!sheet.is_prose(i)) continue;
    if (const auto date = date_in_dateline(sheet.text(), sheet.line(i).span))
      return {date, DateMethod::dateline, confidence::kDateline};
    break;
  }
  return {};
}

Article make_article(const page::Page& page, const Sheet& sheet, const Story& story, bool first, Issues& issues) {
  Article article;
  if (story.title) {
    article.title = sheet.line(*story.title).text;
    article.title_text = std::string(slice(page.text, article.title));
  }
  if (first && !page.title.empty()) article.title_text = page.title;
  LanguageGuess guess;
  article.body.reserve(story.body.size());
  for (const LineNo i : story.body) {
    article.body.push_back(sheet.line(i).span);
    guess.add(page.text, sheet.line(i));
  }
  article.language = guess.language();
  article.publisher = page.publisher;
  article.published = published(page, sheet, story, first, issues);
  for (const LineNo i : story.credit) {
    const Found& found = sheet.cue(i);
    add_credits(slice(page.text, found.cue == Cue::credit ? found.rest : sheet.line(i).text), article.credit);
  }
  for (const LineNo i : story.tags) {
    add_tags(slice(page.text, sheet.cue(i).cue == Cue::tags ? sheet.cue(i).rest : sheet.line(i).text), article.tags);
  }
  return article;
}

}  // namespace

PageArticles take_apart(const page::Page& page) {
  if (page.format == page::Format::html) return take_html_apart(page);
  PageArticles parts;
  Sheet sheet(page);
  std::vector<Story> stories(1);
  const LineNo prose = read_head(sheet, stories.front());
  if (prose < sheet.size()) read_flow(sheet, prose, stories);
  for (const Story& story : stories) {
    if (story.body.empty()) continue;
    parts.articles.push_back(make_article(page, sheet, story, parts.articles.empty(), parts.issues));
    parts.articles.back().id = page.id;
    if (parts.articles.size() > 1) parts.articles.back().id.append("#").append(std::to_string(parts.articles.size()));
  }
  parts.blocks.reserve(sheet.size());
  for (LineNo i = 0; i < sheet.size(); ++i) parts.blocks.push_back({sheet.line(i).span, sheet.kind(i), sheet.why(i)});
  return parts;
}

}  // namespace qanat::article
