// Is it HTML? Told by the content alone: names and content types lie.
#pragma once

#include <string>
#include <string_view>

namespace qanat::page {

// Does the text begin as a page of HTML does, or as a piece of one: a document type or one of the outermost elements,
// or a block element with as many end tags as prose never has? Looks at the first bytes only.
bool is_html(std::string_view text);

// The character set that a page's <meta> or XML declaration names, in lower case; empty: none. Takes bytes of any set
// that holds ASCII; looks at the first bytes only.
std::string declared_charset(std::string_view bytes);

}  // namespace qanat::page
