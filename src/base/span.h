// A place in a text.
#pragma once

#include <cstdint>
#include <string_view>

namespace qanat {

// Half-open range [begin, end) of UTF-8 bytes in the text that owns it (a Page's text unless said otherwise).
// Values of later stages hold spans, never string_views, so that they outlive any copy of the text.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr bool empty() const { return begin >= end; }
  constexpr std::uint32_t size() const { return empty() ? 0 : end - begin; }
  constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  friend constexpr bool operator==(Span, Span) = default;
  friend constexpr auto operator<=>(Span, Span) = default;
};

// The text under `span`. Precondition: span.begin <= span.end <= text.size().
inline std::string_view slice(std::string_view text, Span span) { return text.substr(span.begin, span.size()); }

}  // namespace qanat
