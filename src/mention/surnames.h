// Surnames of those in office: last step of the second pass. Private to the room.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "mention/mention.h"

namespace qanat::mention {

// "التقت رايس عباس": whom the article never names in full. A surname is believed where it first stands behind a contact
// word, a verb of speech, "مع" or "بين", where one man of that name leads a state, its diplomacy or an organisation on
// the day of publication, and where the article names that actor too. Adds to `mentions.parties`, in their order;
// `taken`: tokens of parties found before.
void recognise_surnames(const Finder& finder, std::string_view page_text, const sentence::Text& text,
                        std::optional<Date> published, const std::vector<bool>& taken, Mentions& mentions);

}  // namespace qanat::mention
