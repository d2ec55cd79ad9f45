// Private to the room.
#pragma once

#include <vector>

#include "engine/engine.h"
#include "lexicon/lexicon.h"
#include "mention/mention.h"
#include "sentence/sentence.h"

namespace qanat::engine {

// Mentions as a reader is to see them, in order of place. Cues that say nothing by themselves are left out.
std::vector<Mark> marks_of(const sentence::Text& text, const mention::Mentions& mentions,
                           const lexicon::Lexicon& lexicon);

}  // namespace qanat::engine
