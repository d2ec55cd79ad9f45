// Latin words of the format, and what they stand for.
#pragma once

#include <optional>
#include <string_view>

#include "lexicon/lexicon.h"

namespace qanat::lexicon {

std::optional<Kind> kind_from(std::string_view word);
std::optional<Property> property_from(std::string_view word);
// All kinds, for messages: "state, organisation, ...".
std::string kind_list();

// Kinds whose ids are actor codes.
inline bool is_actor(Kind kind) {
  return kind == Kind::state || kind == Kind::organisation || kind == Kind::movement || kind == Kind::coalition;
}

// May forms of an entry of that kind stand under that property?
bool takes(Kind kind, Property property);
// A rank that a party or a speaker can hold.
bool is_role(std::string_view word);

}  // namespace qanat::lexicon
