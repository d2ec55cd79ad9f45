// What stands around a contact word in its clause: the words that govern it, the verbs before and behind it, and how
// they are modified. Private to the room.
//
// There is no parser here. What governs an Arabic noun stands before it, and between the two stand names, which
// mentions have already found, and adjectives, which agree with what they follow: so a walk that steps over both finds
// the governor ("من المقرر أن يعقد [الرئيس الروسي] [في موسكو] لقاء"). A mark, a relative pronoun or a connective ends
// the walk.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "report/scene.h"

namespace qanat::report {

using arabic::kLetter;

template <std::size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// Without "و" or "ف" before it.
std::string_view bare(std::string_view word);
// "أن", "إنه", "بأن": what begins a clause that a verb governs.
bool is_that(std::string_view word);

enum class Tense : std::uint8_t { none, perfect, imperfect, future };
const char* to_string(Tense tense);

// What a token is to the walk.
enum class Gloss : std::uint8_t { word, name, mark, link, relative, that, modifier, verb };

// A verb near a contact word.
struct NearVerb {
  std::int64_t token = -1;  // -1: there is none
  Tense tense = Tense::none;
  bool that = false;          // "أن" stands between it and the contact word, or right before it
  bool relative = false;      // it stands in a relative clause ("التي ستعقد")
  std::string_view modifier;  // "لم", "لن", "قد", "كان" ... right before it; empty: none
};

// The surroundings of one contact word.
struct Clause {
  std::uint32_t first = 0;  // tokens [first, last): up to the marks and connectives around it
  std::uint32_t last = 0;
  std::array<std::int64_t, 3> governors{-1, -1, -1};  // nearest first; -1: there is none
  NearVerb before;
  NearVerb above;  // the verb that governs `before`, or the one before the "أن"
  NearVerb behind;
  std::string_view modifier;  // of the contact word itself, where it is a verb
};

// Glosses of a sentence's tokens, and the clauses in it.
class Clauses {
 public:
  Clauses(const Scene& scene, std::uint32_t sentence);
  Clause around(const mention::Contact& contact) const;
  Tense tense(std::uint32_t token) const { return tenses_[token - first_]; }
  Gloss gloss(std::uint32_t token) const { return glosses_[token - first_]; }

 private:
  NearVerb verb_before(std::uint32_t token, std::uint32_t limit) const;
  NearVerb verb_behind(std::uint32_t token, std::uint32_t limit) const;
  std::string_view modifier_of(std::uint32_t token) const;

  const Scene& scene_;
  std::uint32_t sentence_;
  std::uint32_t first_;
  std::uint32_t last_;
  std::vector<Gloss> glosses_;
  std::vector<Tense> tenses_;
};

}  // namespace qanat::report
