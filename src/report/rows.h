// One report for each of a row of bilateral contacts. Private to the room.
#pragma once

#include <vector>

#include "report/frame.h"

namespace qanat::report {

// Is `b` tied to `a` by "و", or by a comma in a list: what is said of the one is said of the other.
bool is_tied(const Scene& scene, const mention::Party& a, const mention::Party& b);

// One that is visited: named as a place, not as somebody.
bool is_host(const mention::Party& p);

// "الجولة الثانية", "جولة من المفاوضات": no tour.
bool is_round(const Scene& scene, const mention::Contact& contact);
// "جولة" that is no round of talks, as far as the words behind it say.
bool is_tour(const Scene& scene, const Frame& frame);

// A frame that tells of one side and several others, each by itself, becomes one frame for each of them, in their order
// in the text: the stops of a tour, the calls of one caller, "محادثات ثنائية مع كل من ... و...". Other frames stay.
std::vector<Frame> split_rows(const Scene& scene, const std::vector<Frame>& frames);

}  // namespace qanat::report
