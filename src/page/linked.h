// JSON-LD: what a page says of its story to machines.
#pragma once

#include <string_view>
#include <vector>

#include "page/html.h"

namespace qanat::page {

// Reads a <script type="application/ld+json"> and appends the objects that tell of a story or of who publishes it.
// Forgiving, since papers write such scripts by hand: raw line ends in strings, missing commas, comments around it and
// text cut short are read as far as they go. One pass, no recursion.
void read_linked(std::string_view json, std::vector<Linked>& out);

}  // namespace qanat::page
