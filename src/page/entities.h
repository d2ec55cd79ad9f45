// Character references: "&amp;", "&#1593;", "&#x202b;".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace qanat::page {

struct Reference {
  char32_t code = 0;
  std::uint32_t size = 0;  // bytes taken, with '&' and ';'; 0: no reference
};

// The reference that begins at text[at] == '&'. Known by name: those of HTML 4, which are all that pages of news hold.
// The ';' may be missing behind a number and behind the names that HTML allows it for. Looks at a few bytes only.
Reference read_reference(std::string_view text, std::size_t at);

// `text` with its references decoded and white space folded, none at the ends; at most `most` bytes, cut between code
// points. What stands in attributes and titles.
std::string plain(std::string_view text, std::size_t most);

}  // namespace qanat::page
