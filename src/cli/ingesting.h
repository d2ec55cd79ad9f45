// An ingest as a person at a terminal sees it: how far it has come, and trouble as it is met. Private to the room.
#pragma once

#include <string>
#include <vector>

#include "engine/engine.h"

namespace qanat::cli {

// As engine::ingest; stops at Ctrl-C. See catch_interrupt().
Result<engine::IngestSummary> ingest_in_sight(const engine::Reader& reader, store::Store& store,
                                              const std::vector<std::string>& paths,
                                              const engine::IngestOptions& options);

}  // namespace qanat::cli
