// The phrases by which a page marks its furniture, and how a line is matched with them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "article/lines.h"
#include "base/span.h"

namespace qanat::article {

inline constexpr std::uint32_t kSentenceWords = 7;  // with a full stop: a sentence

enum class Cue : std::uint8_t {
  none,
  teaser,  // "اقرأ أيضا", "مواضيع ذات صلة": titles of other stories follow, on this line or on the next ones; an aside
  list,    // "الأكثر قراءة": a list of other stories follows, and this one is over
  tags,    // "كلمات دلالية"
  credit,  // "المصدر", "نقلا عن"
  published,   // "تاريخ النشر", "نشر في": the day the story came out follows
  updated,     // "آخر تحديث"
  author,      // "كتب:", "بقلم"
  comments,    // "التعليقات": readers speak until the page or the section ends
  widget,      // share, subscribe, player, bot check, cookie and rights notices
  board,       // tables of currencies, weather, prayer times: short lines follow
  caption,     // of a picture or film
  navigation,  // names of sections and pages of the site
};

enum class Match : std::uint8_t {
  whole,    // the phrase is all that the line says, numbers aside
  label,    // the line ends after it, or a mark (: | - » ...) does, and anything may follow
  opening,  // a short line begins with it
};

struct Phrase {
  std::string_view words;  // folded (arabic::fold), single spaces, without punctuation
  Cue cue;
  Match match;
};

// The table, for its lint.
std::span<const Phrase> phrases();

struct Found {
  Cue cue = Cue::none;
  Match match = Match::whole;
  Span rest;  // what the line says after phrase and mark; empty: the label stands alone
};

// Matches lines with the table. Keeps its buffers between lines, so one Matcher serves a page.
class Matcher {
 public:
  // The longest phrase that `line` of `text` begins with (as its Match demands), else Cue::none.
  Found match(std::string_view text, const Line& line);

 private:
  std::string folded_;
};

// Is what stands under `span` nothing but names of news agencies and marks between them?
bool is_agencies(std::string_view text, Span span);

// Does the line go on with what was said before it ("وأضاف", "من جهته", "كما"), as no story's first sentence does?
bool is_continuation(std::string_view text, Span span);

}  // namespace qanat::article
