// Percent: how often a date told so is the day on which the story came out. By judgement, in the order in which papers'
// own systems write them: what a machine reads is filled in by the machine that published the story. Private to the
// room.
#pragma once

#include <cstdint>

namespace qanat::article::confidence {

inline constexpr std::uint8_t kGiven = 99;
inline constexpr std::uint8_t kLinkedSure = 97;
inline constexpr std::uint8_t kMetaSure = 96;
inline constexpr std::uint8_t kTimeNamed = 94;
inline constexpr std::uint8_t kLabelled = 92;
inline constexpr std::uint8_t kShown = 88;
inline constexpr std::uint8_t kTimeShown = 90;
inline constexpr std::uint8_t kUrl = 86;
inline constexpr std::uint8_t kMetaLoose = 80;
inline constexpr std::uint8_t kInHead = 60;
inline constexpr std::uint8_t kDateline = 75;
inline constexpr std::uint8_t kFarBelow = 50;
inline constexpr std::uint8_t kSureEnough = 50;
// In bare text, where no element says what a date is for.
inline constexpr std::uint8_t kTextVisible = 80;
inline constexpr std::uint8_t kTextHead = 60;

}  // namespace qanat::article::confidence
