// Whose paper it is: the state that an article need not name. Private to the room.
#pragma once

#include <string>

#include "mention/mention.h"

namespace qanat::mention {

// "بغداد - واع", "تونس (وات)", "الجزائر - استقبل رئيس الجمهورية": a dateline in its own state tells of "وزير الخارجية"
// and means its own. The code of that state; empty where there is no dateline, or it is an agency's in a foreign city.
// `mentions`: places and agencies of the first sentences are looked at.
std::string home_of(const sentence::Text& text, const lexicon::Lexicon& lexicon, const Mentions& mentions);

}  // namespace qanat::mention
