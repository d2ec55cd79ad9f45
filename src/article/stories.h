// Where the stories of an HTML page stand, and what each of its lines is.
#pragma once

#include <optional>
#include <vector>

#include "article/headline.h"
#include "article/tree.h"

namespace qanat::article {

// One story, in line numbers.
struct HtmlStory {
  page::ElementNo root = 0;  // the element that holds it
  Headline headline;
  std::vector<LineNo> body;  // lead, prose, sub-headings
  std::optional<LineNo> lead;
  std::vector<LineNo> captions;
  std::vector<LineNo> credit, tags, bylines;
  std::vector<LineNo> days;  // lines that date it
};

struct Typed {
  std::vector<HtmlStory> stories;
  std::vector<Tree::Mark> marks;  // of every line
};

// The element that holds the page's story; nullopt where no prose stands outside of furniture.
std::optional<page::ElementNo> find_root(const Tree& tree, const Headline& headline);

// Is the page one that lists stories and tells none? `root`: what would hold the story.
bool is_listing(const Tree& tree, const Headline& headline, page::ElementNo root);

// Takes the page apart. `tree` has its furniture.
Typed type_lines(const Tree& tree, const Headline& headline);

}  // namespace qanat::article
