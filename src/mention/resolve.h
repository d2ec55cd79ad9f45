// References to parties named earlier: "الوزير", "نظيره", "الجانبان", "الحركة", "بلاده". Private to the room.
#pragma once

#include <string>
#include <vector>

#include "mention/mention.h"

namespace qanat::mention {

// Parties in document order, and what may be asked of the text around them.
struct Discourse {
  const Finder& finder;
  const sentence::Text& text;
  std::vector<Party>& parties;
  std::string home = {};  // the state of the paper or agency, where its dateline says it; else empty

  std::string_view word(std::uint32_t token) const { return text.word(text.tokens[token]); }
  bool is_state(std::string_view code) const {
    return code.size() == 3 && finder.lexicon().entry(lexicon::Kind::state, code) != nullptr;
  }
  // Can "البلدين", "الرئيسان" mean it?
  bool acts_as_state(std::string_view code) const { return is_state(code) || code == "EU" || code == "KRG"; }
};

inline constexpr std::uint32_t kReach = 6;  // sentences that a reference looks back

// Of several named before, the one meant is the one with the fewest reasons against him; each reason's weight stands
// where it is used and was chosen on the training set and on our own articles (tests/quality).
inline constexpr double kPerRank = 1.0;       // somebody else was named after him
inline constexpr double kPerSentence = 0.25;  // back

// Do they stand against one another in a conflict that the lexicon knows?
bool are_rivals(const Discourse& d, const std::string& a, const std::string& b);
// Does the mention only say where something was?
bool is_place_only(const Discourse& d, const Party& p);
// "العلاقات الروسية الأميركية": does the nisba belong to a pair of them?
bool is_paired_nisba(const std::vector<Party>& parties, std::size_t k);
// Are two mentions that follow one another said to do something together?
bool are_together(const Discourse& d, const Party& x, const Party& y);

// Fills actors, roles and persons that a party leaves to its context.
void resolve(const Discourse& d);

// Steps of resolve, each for one party and what stands before it.
void resolve_many(const Discourse& d, std::size_t i);  // "الجانبان", "الدول الأربع", "الرئيسين", "الوزراء"
// Of two: `states`: only states are meant; `by_role`: who held the office that is said.
void resolve_two(const Discourse& d, std::size_t i, bool states, bool by_role);
void resolve_institution(const Discourse& d, std::size_t i);  // "الحركة", "الحكومة", "المملكة"
void resolve_home(const Discourse& d, std::size_t i);         // "بلاده"
// Gives every person the name that was first written in full.
void complete_names(std::vector<Party>& parties);

}  // namespace qanat::mention
