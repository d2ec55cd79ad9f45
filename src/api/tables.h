// Private to the room.
#pragma once

#include <string>
#include <string_view>

#include "report/report.h"

namespace qanat::api {

inline constexpr std::string_view kBetween = "; ";  // things of one cell

// "RUS foreign_minister سيرغي لافروف", as one cell of a table.
std::string party_text(const report::Party& party);

}  // namespace qanat::api
