// HTML cut into its tokens: text, tags, nothing else. A tokenizer in the manner of browsers: it never fails, every byte
// belongs to some token or is passed over, and it looks at each byte a fixed number of times, whatever the page holds.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <string_view>

#include "page/html.h"

namespace qanat::page {

constexpr bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

// What is known of an element by its name.
enum Trait : std::uint16_t {
  kTraitBlock = 1U << 0,   // parts lines, and ends an open paragraph
  kTraitVoid = 1U << 1,    // has no content
  kTraitRaw = 1U << 2,     // its content is not markup
  kTraitUnseen = 1U << 3,  // its content is not shown
  kTraitFence = 1U << 4,   // end tags inside do not close what is open outside
};
struct Kind {
  std::string_view name;  // lower case; empty: an element that is not known
  Tag tag = Tag::other;
  std::uint16_t traits = 0;
};
// By name in any case. The answer is one of a fixed table, so that addresses can be compared.
const Kind& kind_of(std::string_view name);
inline constexpr std::size_t kMostKinds = 128;
// Its place in the table, below kMostKinds; one for all headings, since any of their end tags closes any of them.
std::size_t kind_number(const Kind& kind);

struct Attribute {
  std::string_view name;   // as written
  std::string_view value;  // as written, references and all
};

struct Token {
  enum class What : std::uint8_t { end, text, open, close };
  What what = What::end;
  std::string_view text;       // of a text; of an open raw element: its content
  const Kind* kind = nullptr;  // of tags
  std::string_view name;       // of tags, as written
  bool empty = false;          // "<br/>"
};

class Markup {
 public:
  // `html` must outlive the reader and is valid UTF-8.
  explicit Markup(std::string_view html) : html_(html) {}

  Token next();
  // Those of the tag that next() gave last; empty where it has none of that name. Names are given in lower case.
  std::string_view attribute(std::string_view name) const;
  bool has(std::string_view name) const;
  std::size_t attributes() const { return count_; }
  const Attribute& attribute(std::size_t i) const { return attributes_[i]; }

 private:
  static constexpr std::size_t kMostAttributes = 48;

  bool read_markup(Token& token);
  bool read_tag(Token& token);
  void read_attributes();
  bool read_attribute();
  std::string_view read_raw(const Kind& kind);
  void pass_over(std::string_view end, std::size_t& failed);
  void skip_space();

  std::string_view html_;
  std::size_t at_ = 0;
  std::array<Attribute, kMostAttributes> attributes_;
  std::size_t count_ = 0;
  // From here on no such end stands in the page: what was looked for once in vain is not looked for again.
  std::size_t no_comment_end_ = std::string_view::npos;
  std::size_t no_quote_ = std::string_view::npos;
  std::size_t no_apostrophe_ = std::string_view::npos;
  std::bitset<kMostKinds> endless_;  // elements without an end tag
};

bool equal_names(std::string_view lower, std::string_view any);

}  // namespace qanat::page
