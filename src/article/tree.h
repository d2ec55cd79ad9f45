// An HTML page on the desk: its lines, as of any page, and beside each what the elements that hold it say. Every
// element knows how much prose it holds, and whether its names make it furniture.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "article/sheet.h"

namespace qanat::article {

// Half-open.
struct LineRange {
  LineNo begin = 0;
  LineNo end = 0;
  bool empty() const { return begin >= end; }
  bool contains(LineNo i) const { return begin <= i && i < end; }
};

class Tree {
 public:
  // Both must outlive the tree. `sheet` is the page's.
  Tree(const page::Page& page, const Sheet& sheet);

  const page::Page& page() const { return page_; }
  const page::Html& html() const { return page_.html; }
  const Sheet& sheet() const { return sheet_; }
  std::string_view line_text(LineNo i) const { return slice(page_.text, sheet_.line(i).span); }

  // ---- lines ----
  const page::Block& block(LineNo i) const { return html().blocks[blocks_[i]]; }
  page::ElementNo element_of(LineNo i) const { return block(i).element; }
  const page::Element& holder(LineNo i) const { return html().elements[element_of(i)]; }
  bool is_heading(LineNo i) const { return heading_[i] != 0; }
  std::uint8_t level(LineNo i) const { return heading_[i]; }  // 0: no heading; of the nearest elements around the line
  bool is_item(LineNo i) const { return item_[i]; }           // in a list
  // Most of it is a link.
  bool is_linked(LineNo i) const;
  // A paragraph of some story: by its looks, and not a link.
  bool is_prose(LineNo i) const { return prose_[i]; }
  // What inline elements that hold most of the line hint at.
  page::Hints inline_hints(LineNo i) const { return inline_hints_[i]; }

  // The part of the line that an inline element named title holds; empty: none.
  Span inline_title(LineNo i) const;

  // ---- elements ----
  LineRange lines(page::ElementNo e) const { return ranges_[e]; }
  std::uint32_t prose(page::ElementNo e) const { return prose_letters_[e]; }  // letters of prose lines inside
  bool inside(page::ElementNo e, page::ElementNo outer) const {
    return outer <= e && (outer == 0 || e < html().elements[outer].end);
  }

  // Decides which elements are furniture. `title`: the headline's line, if known: what holds it is none.
  void find_furniture(std::optional<LineNo> title);
  struct Mark {
    BlockKind kind = BlockKind::body;  // body: no furniture
    const char* why = "";
  };
  Mark furniture(page::ElementNo e) const { return marks_[e]; }
  Mark furniture_of(LineNo i) const;
  bool is_furniture(LineNo i) const { return furniture_of(i).kind != BlockKind::body; }
  // Prose letters inside, without those in furniture. After find_furniture.
  std::uint32_t free_prose(page::ElementNo e) const { return free_prose_[e]; }

 private:
  void match_lines();
  void read_inline_hints();
  void read_ancestors();
  void sum_up();
  Mark own_mark(page::ElementNo e, bool holds_story, bool holds_title) const;

  const page::Page& page_;
  const Sheet& sheet_;
  std::vector<std::uint32_t> blocks_;  // of each line
  std::vector<std::uint8_t> heading_;
  std::vector<bool> item_;
  std::vector<bool> prose_;
  std::vector<page::Hints> inline_hints_;
  std::vector<std::pair<LineNo, Span>> inline_titles_;  // in order
  std::vector<LineRange> ranges_;
  std::vector<std::uint32_t> prose_letters_;
  std::vector<std::uint32_t> free_prose_;
  std::vector<Mark> marks_;
};

}  // namespace qanat::article
