// How rows are asked for. Private to the room.
#pragma once

#include <string>
#include <string_view>

namespace qanat::store {

// The question whose rows FileStore::read_report() reads. In `condition`, r is the report, a its article, c its
// channel.
std::string reports_where(std::string_view condition);

}  // namespace qanat::store
