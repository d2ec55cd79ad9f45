#include "lexicon/period.h"

namespace qanat::lexicon {
namespace {

constexpr std::string_view kDots = "..";

// False where `text` is no end of a period.
bool read_end(std::string_view text, std::optional<When>& end) {
  if (text.empty()) return true;
  end = When::from_iso(text);
  return end && end->precision != When::Precision::range;
}

}  // namespace

std::optional<Period> period_from(std::string_view text) {
  const std::size_t dots = text.find(kDots);
  if (dots == std::string_view::npos) return std::nullopt;
  Period period;
  if (!read_end(text.substr(0, dots), period.from)) return std::nullopt;
  if (!read_end(text.substr(dots + kDots.size()), period.to)) return std::nullopt;
  return period;
}

}  // namespace qanat::lexicon
