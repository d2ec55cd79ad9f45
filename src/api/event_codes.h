// Contacts in the codes of event data: PLOVER's types and modes, CAMEO's numbers and actors. What they mean and what
// they cannot say is told in docs/events.md. Private to the room.
#pragma once

#include <string>

#include "ledger/ledger.h"
#include "lexicon/lexicon.h"

namespace qanat::api {

// Empty where neither scheme has a code for it: nothing happened (absent, premature), or nothing went on (stalled).
struct EventCode {
  const char* plover = "";
  const char* mode = "";
  const char* cameo = "";
};
EventCode event_code(const ledger::Contact& contact);

// "RUSGOV", "SYRSPY", "IGOUNO"; empty where the scheme knows no such party.
std::string cameo_actor(const lexicon::Lexicon& lexicon, const report::Party& party);

}  // namespace qanat::api
