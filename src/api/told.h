// Reports with their sentences, kept for as long as they are asked for. Private to the room.
#pragma once

#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "store/store.h"

namespace qanat::api {

// Thread-safe. What is kept belongs to one generation of the ledger and is dropped when another one is asked for.
class ToldReports {
 public:
  using Told = std::shared_ptr<const store::ToldReport>;
  explicit ToldReports(std::size_t most) : most_(most) {}

  // By id. What the ledger no longer has is left out.
  Result<std::unordered_map<std::string, Told>> get(store::Store& store, std::uint64_t generation,
                                                    const std::vector<std::string>& ids);

 private:
  const std::size_t most_;
  std::mutex mutex_;
  std::uint64_t generation_ = 0;
  std::unordered_map<std::string, Told> kept_, older_;  // two halves: the older one is dropped when the other is full
};

}  // namespace qanat::api
