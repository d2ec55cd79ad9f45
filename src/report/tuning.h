// All numbers of the reading that are not learned, each with its reason.
#pragma once

#include <cstddef>
#include <cstdint>

namespace qanat::report {

inline constexpr std::size_t kMostCandidates = 14;  // of one sentence; beyond it are lists of members
inline constexpr std::size_t kMostContext = 5;      // actors taken from sentences before
inline constexpr std::uint32_t kContextReach = 4;   // sentences back; a counterpart named earlier is named again
inline constexpr std::size_t kMostEvidence = 4;     // by the guidelines

inline constexpr std::uint32_t kSpeakerReach = 3;  // sentences back; speech runs on without naming its speaker
inline constexpr std::int64_t kMechanismGap = 6;   // tokens between a contact word and the mechanism it goes on in

// Log-odds. A contact has two parties as a rule, so the second is let in more easily than the third.
inline constexpr float kPartyOdds = 1.4F;
inline constexpr float kSecondPartyOdds = -1.0F;
// Below it a contact word is not looked at again. Lessons keep more of them, to learn from what is not told; reading
// finds as much with fewer, a fifth faster.
inline constexpr float kSkipHead = -2.0F;
inline constexpr float kSkipHeadInLessons = -3.0F;
inline constexpr float kAntecedentHead = -0.5F;  // what is pointed back to is itself likely told
// Detection balances at -0.8, contacts at -0.4, where a third fewer are false in articles that tell of none.
inline constexpr float kKeepOdds = -0.4F;
inline constexpr float kTellHead = -1.0F;  // above it a report is told; precision and recall balance on train here
inline constexpr float kMergeOdds = 0.0F;
// Frames that are compared with one another, before and after it is known which are told: an article has seldom so
// many, and a hostile page must not cost the square of its length.
inline constexpr std::size_t kFrameReach = 300;
inline constexpr std::uint32_t kMergeReach = 150;
// A time or place beside the contact word is taken on less than even odds, one in another sentence only where it is far
// likelier than not: what the text does not say stays empty. Agencies are named far from what they tell, and their
// model errs on the careful side.
inline constexpr float kTimeOdds = -0.5F;
inline constexpr float kPlaceOdds = -0.5F;
inline constexpr float kBesideContact = 1.2F;  // a place that "في" ties to the contact word itself
inline constexpr float kElsewhereOdds = 1.0F;
inline constexpr float kSpeakerOdds = -0.2F;
// "قال X إن ...": who is named and said to say just this need not be as likely.
inline constexpr float kPlainlySaid = 1.0F;
inline constexpr float kViaOdds = -1.2F;
inline constexpr float kMediatorOdds = 0.0F;
// Of two mentions of an actor, how much more one says of who takes part that gives its rank (once) or its person
// (twice).
inline constexpr float kFullness = 2.0F;
inline constexpr float kNamedBetween = 4.0F;   // and one that is named behind the contact's "بين"
inline constexpr float kCorrespondent = 4.0F;  // and one whose message it is; as much less where the contact is another
// Of two mentions of an actor, how much less the one that speaks says of who takes part.
inline constexpr float kSpeakerIsNoParty = 4.0F;

// No single word may rule a state or form out against all others of its contact.
inline constexpr float kLeastLogProbability = -7.0F;

// What the words around say outright counts for as much as weights that make a class twenty times as likely.
inline constexpr float kGovernorBonus = 4.5F;

// What is said outright of parties that are not in doubt is told, though the word alone would not be: denials are rare
// in what weights are learned from, and just what other ledgers drop.
inline constexpr float kOutrightHead = 0.5F;
inline constexpr float kSureParty = 0.3F;

// "وساطة بين X وY", "استدعت الخارجية سفير X": what is as likely as this told of such a pair stands, whatever else the
// article tells.
inline constexpr float kPlainHead = 1.0F;

}  // namespace qanat::report
