// All numbers that tune what counts as a copy, each with its reason. Figures: docs/copies.md. Private to the room.
#pragma once

#include <cstddef>
#include <cstdint>

namespace qanat::origin {

// Four words in a row: two reports of one event seldom share them by chance, and one changed word costs only four.
inline constexpr std::size_t kGramWords = 4;

// Two texts are copies where they share this much of all their grams (Jaccard). Below it the press retells; pairs under
// .3 share background and quotations. A little under one half, so that the half itself is safely in.
inline constexpr double kAlike = .45;

// A cut: of the shorter text nearly all stands in the longer one ...
inline constexpr double kContained = .85;
// ... which it fills at least to a third,
inline constexpr double kCutShare = .3;
// ... or, if less than that is left of it, both open alike: agencies are cut from below. A story that stands somewhere
// within a round-up is not the round-up, and a quoted paragraph is no copy.
inline constexpr std::size_t kOpening = 24;        // first grams of a text
inline constexpr std::size_t kOpeningShared = 14;  // as many of them, at least
// Less is a headline or one sentence, which any number of papers may quote whole.
inline constexpr std::size_t kShortestCut = 36;

// A sketch holds all grams of a text up to this number, as news has them; of longer texts every second, fourth ... one.
inline constexpr std::size_t kMostGrams = 512;
inline constexpr unsigned kGramBits = 24;
// What must be left of both for a cut to be believed.
inline constexpr std::size_t kFewestCompared = 16;

// Bands: texts that share one are compared. A band is the two least of the grams under two orders of its own, so that
// texts with Jaccard j share it with probability j*j: at .5 one of sixteen bands with 99 %, at .05 with 4 %.
inline constexpr std::size_t kBands = 16;
inline constexpr std::size_t kRows = 2;
// Bands over the opening alone find cuts of which little is left.
inline constexpr std::size_t kOpeningBands = 4;

// In one band a text is compared with the first so many leaders. More than that, unlike one another, share a band only
// where it is a site's boilerplate.
inline constexpr std::size_t kMostLeaders = 32;

}  // namespace qanat::origin
