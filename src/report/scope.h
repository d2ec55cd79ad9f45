// What the words around a contact word say of it, put together from the inside out: in "نفت طهران أن تكون رفضت لقاء"
// the refusal is nearer and the denial acts on it. Private to the room.
//
// The walk goes outwards over what governs the contact word, and past names, places, times and adjectives; each cue
// that it meets acts on what was put together so far. Of a noun that nothing governs, the predicate behind it is read:
// "المحادثات بين الوفدين [معلقة]". What comes out is evidence for the model of states, not the last word.
#pragma once

#include <cstdint>
#include <optional>

#include "report/clause.h"

namespace qanat::report {

enum class Verdict : std::uint8_t {
  none,
  held,
  ongoing,
  scheduled,
  proposed,
  premature,
  refused,
  absent,
  suspended,
  stalled,
  failed,         // "فشلت محادثات": held, or broken off
  begun,          // "بدأت محادثات": ongoing, or held by now
  renewed,        // "استئناف المفاوضات", not said whether wished for or done
  was_planned,    // "كان من المقرر أن يلتقي": mostly called off, else the text goes on
  possible,       // "قد يلتقي", "قد يعقد"
  hypothetical,   // "إذا التقيا"
  conditional,    // "رهنت الرياض الحوار ب"
  before,         // "قبل لقائه"
  during,         // "خلال لقائه", "في مستهل محادثاته"
  aimed,          // "توجه للقاء"
  negated,        // under a negation that is not about whether it takes place
  under_perfect,  // of a verb that no cue knows, by its tense
  under_imperfect,
  under_future,
};
const char* to_string(Verdict verdict);

struct Scope {
  Verdict governed = Verdict::none;
  Verdict predicate = Verdict::none;
};

Scope scope_of(const Scene& scene, const Clauses& clauses, const mention::Contact& contact);

// Is it put ahead, or said to go on?
bool says_ahead(const Scope& scope);
bool says_ongoing(const Scope& scope);

// The state that the scope leaves no doubt of; nullopt: the text may mean several.
std::optional<State> outright(const Scope& scope);

}  // namespace qanat::report
