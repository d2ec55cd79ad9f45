// What stands in the file. Private to the room.
#pragma once

#include <memory>
#include <string>

#include "base/result.h"
#include "store/sql.h"
#include "store/store.h"

namespace qanat::store {

// Opens the file and makes sure that it is a ledger that this program can read (and, with Mode::create, write); a new
// or empty file becomes one.
Result<std::unique_ptr<Database>> open_ledger(const std::string& path, Store::Mode mode);

}  // namespace qanat::store
