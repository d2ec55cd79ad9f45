// One report for each stop of a tour. Private to the room.
#pragma once

#include <vector>

#include "report/frame.h"

namespace qanat::report {

// A frame of a visit with one visitor and several hosts becomes one frame a host, in their order in the text; other
// frames stay as they are.
std::vector<Frame> split_tours(const Scene& scene, const std::vector<Frame>& frames);

}  // namespace qanat::report
