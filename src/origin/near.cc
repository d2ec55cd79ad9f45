// When one text is a copy of another.
#include <algorithm>

#include "origin/numbers.h"
#include "origin/origin.h"

namespace qanat::origin {
namespace {

// Sizes of both and of what they share, of the grams that both sketches would hold.
struct Overlap {
  std::size_t left = 0, right = 0, both = 0;
};

Overlap overlap(const Sketch& a, const Sketch& b) {
  const std::uint32_t mask = (1U << std::max(a.level, b.level)) - 1;
  Overlap out;
  auto x = a.grams.begin();
  auto y = b.grams.begin();
  while (x != a.grams.end() && y != b.grams.end()) {
    const std::uint32_t low = std::min(*x, *y);
    const bool in_a = *x == low;
    const bool in_b = *y == low;
    if ((low & mask) == 0) {
      out.left += in_a ? 1 : 0;
      out.right += in_b ? 1 : 0;
      out.both += in_a && in_b ? 1 : 0;
    }
    if (in_a) ++x;
    if (in_b) ++y;
  }
  for (; x != a.grams.end(); ++x) out.left += (*x & mask) == 0 ? 1 : 0;
  for (; y != b.grams.end(); ++y) out.right += (*y & mask) == 0 ? 1 : 0;
  return out;
}

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

Likeness compare(const Sketch& a, const Sketch& b) {
  const Overlap o = overlap(a, b);
  Likeness out;
  out.compared = std::min(o.left, o.right);
  out.jaccard = share(o.both, o.left + o.right - o.both);
  out.contained = share(o.both, out.compared);
  for (const std::uint32_t gram : a.opening)
    out.opening += std::find(b.opening.begin(), b.opening.end(), gram) != b.opening.end() ? 1 : 0;
  return out;
}

bool near(const Likeness& l) {
  if (l.jaccard >= kAlike) return true;
  if (l.contained < kContained || l.compared < kFewestCompared) return false;
  if (l.jaccard >= kCutShare) return true;
  return l.compared >= kShortestCut && l.opening >= kOpeningShared;
}

}  // namespace qanat::origin
