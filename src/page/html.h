// What an HTML page says beside its text: the elements that hold it, what their classes hint at, and the head's
// metadata. Plain values; part of the door of this room.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace qanat::page {

// Elements that mean something to a reader of articles; all others are `other` (inline) or `div` (block).
enum class Tag : std::uint8_t {
  root,  // the page itself
  other,
  div,
  p,
  heading,  // h1 .. h6: see Element::level
  article,
  section,
  main,
  header,
  footer,
  nav,
  aside,
  address,
  blockquote,
  pre,
  list,  // ul, ol, dl, menu
  item,  // li, dt, dd
  table,
  row,
  cell,  // td, th
  figure,
  figcaption,
  form,
  button,
  select,
  time,
  link,  // a
  strong,
  media,  // video, audio, iframe, object
};
const char* to_string(Tag tag);

// What the words of an element's class, id, role and itemprop hint at: a set of bits.
enum Hint : std::uint32_t {
  kHintBody = 1U << 0,   // entry-content, articleBody, post-body
  kHintStory = 1U << 1,  // article, post, story: the whole of a story, or one entry of a list
  kHintTitle = 1U << 2,
  kHintDate = 1U << 3,
  kHintModified = 1U << 4,
  kHintAuthor = 1U << 5,
  kHintSource = 1U << 6,
  kHintCaption = 1U << 7,
  kHintTags = 1U << 8,
  kHintLead = 1U << 9,
  kHintRelated = 1U << 10,
  kHintComments = 1U << 11,
  kHintShare = 1U << 12,
  kHintNavigation = 1U << 13,
  kHintSide = 1U << 14,
  kHintFooter = 1U << 15,
  kHintAdvert = 1U << 16,
  kHintNewsletter = 1U << 17,
  kHintWidget = 1U << 18,  // players, polls, weather, currencies, cookie bars, logins
  kHintBreadcrumb = 1U << 19,
  kHintHidden = 1U << 20,  // for screen readers alone
  kHintLogo = 1U << 21,
};
using Hints = std::uint32_t;

using ElementNo = std::uint32_t;

// One element that holds blocks, or that is inline and hints at something. In document order of their beginnings, so an
// element's descendants follow it. Element 0 is the page itself.
struct Element {
  Span span;  // of Page::text: all text inside
  ElementNo parent = 0;
  ElementNo end = 0;  // elements [own number + 1, end) are its descendants
  Tag tag = Tag::other;
  std::uint8_t level = 0;  // of a heading: 1 .. 6
  bool block = false;      // it ends the line before and after it
  Hints hints = 0;
};

// A run of text without a block's boundary in it: one line of Page::text, without its '\n'.
struct Block {
  Span span;
  ElementNo element = 0;         // the innermost block element that holds it
  std::uint32_t link_bytes = 0;  // how much of it stands in links
  std::uint16_t links = 0;
  bool strong = false;       // all of it is bold
  bool after_break = false;  // a <br> and no element parts it from the block before it
  bool after_gap = false;    // two <br>
};

// <meta name/property/itemprop=... content=...>, names in lower case, in order; also attributes that carry metadata in
// the body: itemprop with content. Long and repeated ones are cut.
struct Meta {
  std::string name;
  std::string value;
};

// <time datetime>, or another element whose attribute gives a date (title, data-time, content).
struct TimeTag {
  std::string value;
  Span span;  // of Page::text: what it shows
  ElementNo element = 0;
  Hints hints = 0;  // kHintDate or kHintModified, where its names say of what
};

// What one object of JSON-LD says of a story or of the site. Empty: not said.
struct Linked {
  std::string type;  // "NewsArticle"
  std::string headline, published, modified, publisher, section, url, body, language;
  std::vector<std::string> authors, keywords;
};

struct Html {
  std::string title;      // <title>
  std::string canonical;  // <link rel=canonical>, else og:url
  std::string base;       // <base href>
  std::string language;   // <html lang>
  std::string declared;   // the character set that the page declares, as written
  std::string logo;       // alt text or title of the first image that looks like the site's logo
  std::vector<Meta> metas;
  std::vector<Linked> linked;
  std::vector<TimeTag> times;
  std::vector<Element> elements;
  std::vector<Block> blocks;

  // The first value of that name; empty: none. Cost: the number of metas.
  const std::string& meta(std::string_view name) const;
};

}  // namespace qanat::page
