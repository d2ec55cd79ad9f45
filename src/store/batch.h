// What one call of write() has done so far. Private to the room.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "ledger/ledger.h"
#include "store/store.h"

namespace qanat::store {

// What happened to one channel in this batch.
struct Touch {
  std::vector<ledger::Entry> added;
  std::unordered_set<std::string> gone;
  std::string article;  // the last one that touched it
  std::optional<Date> published;
};

// An article of a page that is being replaced: where its text stays the same, so does its place in the index.
struct Kept {
  std::int64_t number = 0;
  std::string words;
};

struct Batch {
  std::map<std::int64_t, Touch> touched;
  std::unordered_map<std::string, Kept> kept;  // articles of the page that is being replaced
  std::string keys;                            // scratch
  Written written;
};

}  // namespace qanat::store
