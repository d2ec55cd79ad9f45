// Entries -> Conflicts. Private to the room.
#pragma once

#include <string>
#include <vector>

#include "ledger/placed.h"

namespace qanat::ledger {

std::vector<Conflict> conflicts(const std::vector<Placed>& entries, const std::string& channel);

}  // namespace qanat::ledger
