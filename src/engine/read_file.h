// Private to the room.
#pragma once

#include <string>

#include "base/result.h"

namespace qanat::engine {

// A whole file. Errors: cannot be opened or read.
Result<std::string> read_file(const std::string& path);

}  // namespace qanat::engine
