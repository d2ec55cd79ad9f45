// All numbers of the reading that are not learned, each with its reason.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <cstdint>

namespace qanat::report {

inline constexpr std::size_t kMostCandidates = 14;  // of one sentence; beyond it are lists of members
inline constexpr std::size_t kMostContext = 5;      // actors taken from sentences before
inline constexpr std::uint32_t kContextReach = 4;   // sentences back; a counterpart named earlier is named again
inline constexpr std::size_t kMostEvidence = 4;     // by the guidelines

inline constexpr std::uint32_t kSpeakerReach = 3;  // sentences back; speech runs on without naming its speaker
inline constexpr std::int64_t kMechanismGap = 6;   // tokens between a contact word and the mechanism it goes on in

// Log-odds. A contact has two parties as a rule, so the second is let in more easily than the third.
inline const float kPartyOdds = std::getenv("kPartyOdds") != nullptr ? static_cast<float>(std::atof(std::getenv("kPartyOdds"))) : 0.8F;
inline const float kSecondPartyOdds = std::getenv("kSecondPartyOdds") != nullptr ? static_cast<float>(std::atof(std::getenv("kSecondPartyOdds"))) : -1.6F;
inline const float kSkipHead = std::getenv("kSkipHead") != nullptr ? static_cast<float>(std::atof(std::getenv("kSkipHead"))) : -3.0F;        // below it a contact word is not looked at again: 1 in 20
inline const float kAntecedentHead = std::getenv("kAntecedentHead") != nullptr ? static_cast<float>(std::atof(std::getenv("kAntecedentHead"))) : -0.5F;  // what is pointed back to is itself likely told
inline const float kKeepOdds = std::getenv("kKeepOdds") != nullptr ? static_cast<float>(std::atof(std::getenv("kKeepOdds"))) : -0.8F;
inline const float kTellHead = std::getenv("kTellHead") != nullptr ? static_cast<float>(std::atof(std::getenv("kTellHead"))) : -1.0F;  // above it a report is told; precision and recall balance on train here
inline const float kMergeOdds = std::getenv("kMergeOdds") != nullptr ? static_cast<float>(std::atof(std::getenv("kMergeOdds"))) : 0.0F;
inline const float kTimeOdds = std::getenv("kTimeOdds") != nullptr ? static_cast<float>(std::atof(std::getenv("kTimeOdds"))) : 0.0F;
inline const float kPlaceOdds = std::getenv("kPlaceOdds") != nullptr ? static_cast<float>(std::atof(std::getenv("kPlaceOdds"))) : 0.0F;
inline const float kSpeakerOdds = std::getenv("kSpeakerOdds") != nullptr ? static_cast<float>(std::atof(std::getenv("kSpeakerOdds"))) : 0.0F;
inline const float kViaOdds = std::getenv("kViaOdds") != nullptr ? static_cast<float>(std::atof(std::getenv("kViaOdds"))) : 0.0F;

// No single word may rule a state or form out against all others of its contact.
inline const float kLeastLogProbability = std::getenv("kLeastLogProbability") != nullptr ? static_cast<float>(std::atof(std::getenv("kLeastLogProbability"))) : -7.0F;

}  // namespace qanat::report
