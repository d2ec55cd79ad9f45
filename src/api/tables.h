// Private to the room.
#pragma once

#include <string>

#include "report/report.h"

namespace qanat::api {

// "RUS foreign_minister سيرغي لافروف", as one cell of a table.
std::string party_text(const report::Party& party);

}  // namespace qanat::api
