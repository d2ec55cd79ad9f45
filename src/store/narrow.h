// What a Filter lets through. Private to the room.
#pragma once

#include <string_view>

#include "store/store.h"

namespace qanat::store {

// Everything but the channel, which an entry does not know by name.
bool passes(const Filter& filter, const ledger::Entry& entry);
bool names_person(const Filter& filter, const report::Report& report);
// Is a channel of that id and those folded names the one that Filter::channel asks for?
bool is_wanted(const Filter& filter, std::string_view id, std::string_view names);

}  // namespace qanat::store
