// What a time hangs on. Private to the room.
#pragma once

#include <cstdint>
#include <string>

#include "report/clause.h"

namespace qanat::report {

// What stands first before an adverbial at `token` (and behind it), past names, and what lies between: "that say" of
// "أمس" in "قال الوزير إن اللقاء الذي عقد [أمس]" reads from the verb outwards.
//   "own", "other", "say", "verb", "none"; before it "mark ", "that " or "relative " where one was passed.
struct Holder {
  std::string before;
  std::string behind;
};

// Precondition: the token is of the contact's sentence, and `clauses` are that sentence's.
Holder holder_of(const Scene& scene, const Clauses& clauses, const mention::Contact& contact, std::uint32_t token);

}  // namespace qanat::report
