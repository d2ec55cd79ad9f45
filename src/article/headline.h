// The headline of an HTML page without its site's name, and that name.
#pragma once

#include <optional>
#include <string>

#include "article/tree.h"

namespace qanat::article {

struct Headline {
  std::optional<LineNo> line;  // where the page shows it
  Span span;                   // of the page's text; more than that line where the headline is broken
  std::string text;            // as shown, else as the metadata has it, without the site's name
  double certainty = 0;        // 0 .. 1: how far what is shown agrees with the metadata
};

// The heading that agrees best with what the metadata call the page; where none does, the metadata's title without the
// parts that name the site.
Headline find_headline(const Tree& tree);

// Who publishes the page, as it names itself: the metadata's word, what stands beside the headline in the page's title,
// the copyright line, the logo; at last the domain. Empty: nothing says it.
std::string find_publisher(const Tree& tree, const Headline& headline);

// Scheme and path away: "www.example.com" -> "example.com". Empty for what is no address.
std::string host_of(std::string_view url);

}  // namespace qanat::article
