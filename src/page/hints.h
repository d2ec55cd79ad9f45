// What the names that an element's author gave it say of its content: "entry-content", "relatedPosts", "fb-comments".
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "page/html.h"

namespace qanat::page {

// Reads the names of classes and ids. Pages repeat few of them thousands of times, so it remembers.
class HintReader {
 public:
  Hints read(std::string_view names);

 private:
  struct Known {
    std::string_view names;  // of the page's markup, which outlives the reader
    Hints hints = 0;
  };
  static constexpr std::size_t kKnown = 512;
  std::array<Known, kKnown> known_;
};

}  // namespace qanat::page
