// The lines of an HTML page, one after another: what the elements around a line say comes first, then the phrases by
// which Arabic pages mark their furniture, then what a line looks like beside its neighbours. Private to the room.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "article/keys.h"
#include "article/stories.h"

namespace qanat::article {

inline constexpr std::uint32_t kScrapWords = 3;
inline constexpr std::uint32_t kBylineWords = 12;
inline constexpr std::uint32_t kCaptionWords = 40;
inline constexpr LineNo kReach = 14;  // lines between a headline and its story

class Typer {
 public:
  Typer(const Tree& tree, const Headline& headline);
  Typed type();

 private:
  HtmlStory& story() { return typed_.stories.back(); }

  // ---- the stories of the page: stories.cc ----
  // Inside the same element: a heading of the headline's own making, with a story's length under it.
  bool opens_next_story(LineNo i, LineNo end);
  void open_next_story(LineNo i);
  void set_headline(HtmlStory& next, LineNo i) const;
  void finish_story();
  // Beside the first story: elements named bodies or <article>, with a heading and a story's length of prose.
  void read_others(page::ElementNo root);
  bool is_read(LineRange range) const;
  // The first heading inside, else the last one right above.
  std::optional<LineNo> heading_of(LineRange range) const;
  bool has_length(LineRange range) const;
  bool is_story(const HtmlStory& s) const;
  // All that belongs to no story.
  void type_the_rest(bool listing);
  LineNo first_line() const;

  // ---- the lines of one story: story_lines.cc ----
  // What stands between the headline and the element that holds the story: date, byline, lead, picture.
  void read_above(page::ElementNo root);
  // A date or byline over the headline, if what holds both is the story's and not the page's head.
  void read_over_headline(LineNo headline);
  void add_lead(LineNo i);
  void read_root(page::ElementNo root);
  void read_line(LineNo i, LineNo end);
  void add_prose(LineNo i);
  // Behind the story: what the house says of comments, privacy and terms of use.
  bool is_house_rule(LineNo i) const;
  // Short lines wait until it is known whether prose follows.
  void settle(bool more);
  void settle_line(LineNo i, bool more);
  bool is_beside_body(LineNo i) const;
  // A heading over the first paragraph and beside it, apart from the headline: the first of several.
  bool opens_body(LineNo i) const;

  // ---- what a line is by itself: story_furniture.cc ----
  void mark(LineNo i, BlockKind kind, const char* why);
  void mark_headline(const Headline& headline, const char* why);
  // The same words as the headline, again.
  bool is_headline_again(LineNo i);
  // Furniture by the elements around the line. Keeps what tells of the story.
  bool take_furniture(LineNo i);
  bool take_cue(LineNo i, LineNo end = 0);
  // Does the story go on below, in paragraphs like those before?
  bool prose_follows(LineNo i, LineNo end);
  bool take_day(LineNo i);

  const Tree& tree_;
  const Sheet& sheet_;
  Typed typed_;                  // the last story is the one that is read
  std::vector<bool> decided_;    // by line: its mark stands
  std::vector<LineNo> loose_;    // short lines that wait for what follows them
  std::size_t headline_of_ = 0;  // number of the story whose headline the key is, from 1
  Key headline_key_;
  // What the last label said of the lines below it.
  bool in_list_ = false;
  bool in_author_list_ = false;
  bool comments_ = false;
  bool tags_follow_ = false;
  bool credit_follows_ = false;
};

}  // namespace qanat::article
