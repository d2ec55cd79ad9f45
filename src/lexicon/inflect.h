// A form as the linguists wrote it -> the spellings in which the press uses it.
//
// All endings are made here, when the lexicon is read, so that matching has only proclitics to peel off a first word.
// Endings are put on the spelling as written, since folding loses what they depend on (ة, ى, a final ء).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"

namespace qanat::lexicon {

// Which proclitics may stand before a variant; the conjunctions always may. Bits.
enum Allows : std::uint8_t {
  kAllowArticle = 1,
  kAllowBaKaf = 2,
  kAllowLam = 4,
  kAllowSin = 8,
  kHoldsLam = 16,  // not a permission: the variant itself begins with the ل and article of "للأردن"
};

struct Variant {
  std::vector<std::string> words;  // not folded
  std::uint8_t inflection = 0;
  std::uint8_t allows = 0;
};

// Appends the variants of a form, the plain one first. A form without words gives none.
void inflect(Kind kind, Property property, std::string_view form, std::vector<Variant>& out);

}  // namespace qanat::lexicon
