// Composition of parties out of what the lexicon knows: first pass. Private to the room.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mention/mention.h"
#include "mention/slots.h"

namespace qanat::mention {

// Where the grammar reads, and where it notes what it found.
struct Context {
  const Finder& finder;
  std::string_view page_text;
  const sentence::Text& text;
  std::optional<Date> published;
  const Slots& slots;
  std::uint32_t sentence = 0;
};

// The office that a person holds on that day: the one that covers it, else the nearest in time; without a day the
// latest. nullptr where the person has none. `actor`, if not empty, narrows to offices of that actor.
const lexicon::Office* office_of(const lexicon::Entry& person, std::optional<Date> day, std::string_view actor = {});

// Is the word at `token` a comma that may stand inside a party ("الوزير، فلان،")?
bool is_comma(const Context& c, std::uint32_t token);

// The party that begins at `token`; nullopt where none does. The party's `last` is past `token`.
std::optional<Party> party_at(const Context& c, std::uint32_t token);

}  // namespace qanat::mention
