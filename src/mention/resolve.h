// References to parties named earlier: "الوزير", "نظيره", "الجانبان". Private to the room.
#pragma once

#include <vector>

#include "mention/mention.h"

namespace qanat::mention {

// Fills actors, roles and persons that a party leaves to its context. `parties` are in document order.
void resolve(const sentence::Text& text, std::vector<Party>& parties);

}  // namespace qanat::mention
