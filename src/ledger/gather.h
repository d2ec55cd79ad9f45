// Entries -> Contacts: which entries tell of one occurrence, and what they say of it together. Private to the room.
#pragma once

#include <vector>

#include "ledger/placed.h"

namespace qanat::ledger {

// One occurrence: indices into the vector of Placed, ascending; the first one that was put in gave it its time.
struct Group {
  std::size_t seed = 0;
  std::vector<std::size_t> members;
};
// Every entry is in exactly one group.
std::vector<Group> gather(const std::vector<Placed>& entries);

// What a group's entries say together. `id` is left empty.
Contact merge(const std::vector<Placed>& entries, const Group& group);

}  // namespace qanat::ledger
