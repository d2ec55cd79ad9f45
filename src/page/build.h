// Markup -> text and structure: what a reader would see, in document order, and which elements hold it.
#pragma once

#include <string>
#include <string_view>

#include "base/issue.h"
#include "page/html.h"

namespace qanat::page {

struct Built {
  std::string text;
  Html html;
  bool too_deep = false;  // elements nested deeper than is followed
  bool too_many = false;  // more elements, or metadata, than are kept
};

// `markup` is valid UTF-8. Linear in it; memory a small multiple of it; no recursion.
Built build(std::string_view markup);

}  // namespace qanat::page
