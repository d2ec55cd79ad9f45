// Entries -> the stretches of a channel's life. Private to the room.
#pragma once

#include <vector>

#include "ledger/placed.h"

namespace qanat::ledger {

std::vector<Phase> timeline(const std::vector<Placed>& entries);

}  // namespace qanat::ledger
