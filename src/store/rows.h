// How rows are asked for. Private to the room.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "article/article.h"

namespace qanat::store {

// Percent. Copies are printed within a day or two of one another, but the earliest one that is known need not be the
// first one that was printed.
inline constexpr std::uint8_t kCopyConfidence = 70;

// The question whose rows FileStore::read_report() reads. In `condition`, r is the report, a its article, c its
// channel.
std::string reports_where(std::string_view condition);

// The date in an article's column `published`, and how it was obtained: an article that has none of its own took it
// from a copy.
inline article::Published published_by(std::optional<Date> date, const article::Published& own) {
  if (own.date || !date) return own;
  return {date, article::DateMethod::copy, kCopyConfidence};
}

}  // namespace qanat::store
