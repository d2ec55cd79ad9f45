// The metadata of a page: its head, and what its body says to machines.
#pragma once

#include <cstdint>
#include <string_view>

#include "page/html.h"
#include "page/markup.h"

namespace qanat::page {

class Head {
 public:
  explicit Head(Html& html) : html_(html) {}

  // Offers an opening tag, with the markup that has its attributes. `at`: how much text stands before it; `element`:
  // what it stands in. True: it was metadata and nothing else.
  bool take(const Token& token, const Markup& markup, std::uint32_t at, ElementNo element);
  // What the attributes role, itemprop and rel of the tag at hand hint at.
  static Hints hints(const Markup& markup);
  void finish();

 private:
  void take_meta(const Markup& markup, std::uint32_t at, ElementNo element);
  void take_link(const Markup& markup);
  void take_image(const Markup& markup);

  Html& html_;
  std::size_t scripts_ = 0;
};

}  // namespace qanat::page
