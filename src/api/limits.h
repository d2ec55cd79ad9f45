// How much of a request the server takes, and how long it waits. Private to the room.
#pragma once

#include <chrono>
#include <cstdint>

namespace qanat::api {

inline constexpr std::uint32_t kMostHeadBytes = 16U
                                                << 10;  // long enough for any address of ours and any browser's head
inline constexpr std::uint64_t kMostBodyBytes = 16U << 20;  // what the engine takes for one document
inline constexpr std::size_t kMostEvents = 64;              // that wait for one listener

// Waiting for the next request; the whole of a head; of a body; of an answer being made; of it being sent.
inline constexpr std::chrono::milliseconds kIdleTime{30'000};
inline constexpr std::chrono::milliseconds kHeadTime{10'000};
inline constexpr std::chrono::milliseconds kBodyTime{60'000};
inline constexpr std::chrono::milliseconds kAnswerTime{120'000};
inline constexpr std::chrono::milliseconds kSendTime{60'000};

inline constexpr std::chrono::milliseconds kLeaveTime{2'000};  // for the other side to end, too

inline constexpr std::chrono::milliseconds kSweep{1'000};     // how often those who took too long are looked for
inline constexpr std::chrono::milliseconds kBeat{15'000};     // a sign of life to those who listen
inline constexpr std::chrono::milliseconds kFarewell{5'000};  // for answers to be finished when the server stops

}  // namespace qanat::api
