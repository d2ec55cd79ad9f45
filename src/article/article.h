// Page -> Articles: a crawled page's text taken apart into its stories and its furniture. Stage 2 of the line. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/span.h"
#include "page/page.h"

namespace qanat::article {

// What a line of the page is. Everything that is not a part of a story is furniture, kept with its kind so that a
// reader sees why it was left out.
enum class BlockKind : std::uint8_t {
  title,       // the story's headline
  dateline,    // a line that holds the publication date or author and no prose
  body,        // a paragraph of the story
  heading,     // a sub-heading inside the story
  credit,      // "المصدر: ...", also several
  tags,        // "كلمات دلالية: ..."
  related,     // "اقرأ أيضا" and the titles under it, similar articles, teasers inside the body
  navigation,  // menus, section names, breadcrumbs, tickers
  comments,
  widget,   // currency tables, share and subscribe lines, captions of players, bot checks
  lead,     // the story's own summary under its headline: a part of its body
  caption,  // of a picture or film
  byline,   // who wrote it, and the box that tells of him
  share,    // buttons that pass the story on
  newsletter,
  advert,
  footer,   // the site's foot: rights, addresses, imprint
  listing,  // headlines and teasers of a page that lists stories and tells none
};
inline constexpr BlockKind kLastBlockKind = BlockKind::listing;  // new kinds go to the end: ledgers keep numbers
const char* to_string(BlockKind kind);

// One line (or paragraph) of the page's text; of an HTML page, one page::Block. Blocks are in document order and do not
// overlap.
struct Block {
  Span span;
  BlockKind kind = BlockKind::body;
  std::string why;  // the rule that decided, in a word or two: "bullet list", "after 'comments'"
};

// How a publication date was obtained.
enum class DateMethod : std::uint8_t { none, given, json_ld, meta, url, visible, dateline, copy, time };
inline constexpr DateMethod kLastDateMethod = DateMethod::time;  // new methods go to the end
const char* to_string(DateMethod method);                        // "given", "json-ld", ...; "none" is written as null

struct Published {
  std::optional<Date> date;
  DateMethod method = DateMethod::none;
  std::uint8_t confidence = 0;  // percent: how often a date found so is right
};

// A date that was looked at, for people who ask why another one was taken. Not kept in the ledger.
struct DateClue {
  enum class Says : std::uint8_t { published, modified, shown };  // shown: a day, without saying of what
  Published date;
  Says says = Says::shown;
  std::string where;  // "article:published_time", "JSON-LD datePublished", "<time> under the title"
  std::string value;  // as written
};
const char* to_string(DateClue::Says says);

// One story on a page. Spans point into the page's text.
struct Article {
  std::string id;              // the page's id; the second story of a page has "id#2", and so on
  Span title;                  // empty where the story has no headline in the text
  std::string title_text;      // the headline: as given with the input, else the text under `title`
  std::vector<Span> body;      // lead, paragraphs and sub-headings in order, without furniture
  Span lead;                   // the first of them, where the page sets it apart as a summary; else empty
  std::vector<Span> captions;  // of its pictures; no part of the body
  Published published;
  Published modified;               // when it was last changed, where that is said
  std::string publisher;            // empty: not known
  std::vector<std::string> credit;  // "المصدر: RT + نيويورك تايمز" gives two
  std::vector<std::string> tags;
  std::vector<std::string> authors;  // as the page names them, without "بقلم" and the like
  std::string section;               // of the paper, as the page names it
  std::string url;                   // canonical, absolute; empty: the page does not say it
  std::string language;              // "ar", "en", ... ; empty where it cannot be told
};

struct PageArticles {
  std::vector<Block> blocks;
  std::vector<Article> articles;  // none for a page without prose, and for one that lists stories
  std::vector<DateClue> clues;    // dates of the first article that were weighed, the one taken first; HTML only
  Issues issues;
};

// Takes a page apart. The first story's date is, in this order: given with the input, in its address, shown by the
// story itself, in its agency's dateline. A date above the headline may be the day on which the page was fetched, so it
// counts only where the page gives a reason to believe it (trusted_page_day in take_apart.cc); else the date stays
// unknown. What cannot be known is left empty, never taken from a neighbouring story: the date given with the input (or
// in the page's head) belongs to the first story alone.
PageArticles take_apart(const page::Page& page);

// For `explain` and tests. A line a block, "kind (why): first words"; then each article with its title, date and
// method, credit, tags and language.
std::string dump(const page::Page& page, const PageArticles& parts);

}  // namespace qanat::article
