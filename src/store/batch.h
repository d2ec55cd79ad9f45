// What one call of write() has done so far. Private to the room.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "ledger/ledger.h"
#include "store/store.h"
#include "store/text_shelf.h"

namespace qanat::store {

// What its copies make of an article.
struct Restated {
  std::string origin;
  std::optional<Date> published;
};

// What happened to one channel in this batch.
struct Touch {
  std::vector<ledger::Entry> added;
  std::unordered_set<std::string> gone;
  std::unordered_map<std::string, Restated> restated;  // reports whose articles have other copies now
  std::string article;                                 // the last one that touched it
  std::optional<Date> published;
};

// An article of a page that is being replaced: where its text stays the same, so does its place in the index.
struct Kept {
  std::int64_t number = 0;
  std::string words;
};

struct Batch {
  explicit Batch(Database& database) : shelf(database) {}

  std::map<std::int64_t, Touch> touched;
  TextShelf shelf;
  std::set<origin::Rank> came;                 // texts that are new
  std::set<origin::Rank> left;                 // texts that an article had and has no longer
  std::set<std::string> disturbed;             // origins that gained or lost an article
  std::unordered_map<std::string, Kept> kept;  // articles of the page that is being replaced
  std::string keys;                            // scratch
  Written written;
};

}  // namespace qanat::store
