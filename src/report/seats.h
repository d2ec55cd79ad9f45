// Who takes part where grammar or the lexicon says it outright, whatever the candidates' odds. Private to the room.
#pragma once

#include "report/frame.h"

namespace qanat::report {

// Changes who takes part in a frame whose parties are chosen: the members of a mechanism, the sides of a conflict, the
// other side of a row, the two behind a "بين"; no mediator.
void seat(const Scene& scene, Frame& frame);

}  // namespace qanat::report
