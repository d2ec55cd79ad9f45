// Answers kept, packed as they were asked for, until the ledger changes or room is needed. Private to the room.
#pragma once

#include <array>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "api/answer.h"
#include "api/packing.h"

namespace qanat::api {

// An answer with its mark, and its body in each packing that was asked for.
class Kept {
 public:
  explicit Kept(Answer answer);
  // Without its body.
  const Answer& answer() const { return answer_; }
  std::size_t size() const { return plain_->size(); }
  // Of the content: the same content has the same mark, whenever and by whom it is asked for.
  const std::string& mark() const { return mark_; }
  // In the packing asked for, or in none where packing does not pay; says which it is. Thread-safe.
  std::shared_ptr<const std::string> body(Packing& packing) const;

 private:
  Answer answer_;
  std::string mark_;
  std::shared_ptr<const std::string> plain_;
  mutable std::mutex mutex_;
  mutable std::array<std::shared_ptr<const std::string>, 3> packed_;
};

class Cache {
 public:
  explicit Cache(std::size_t most_bytes) : most_(most_bytes) {}
  // nullptr where it is not kept for this generation.
  std::shared_ptr<const Kept> find(std::uint64_t generation, const std::string& target);
  void keep(std::uint64_t generation, const std::string& target, std::shared_ptr<const Kept> answer);

 private:
  using Order = std::list<std::pair<std::string, std::shared_ptr<const Kept>>>;  // used last comes first

  const std::size_t most_;
  std::mutex mutex_;
  std::uint64_t generation_ = 0;
  std::size_t bytes_ = 0;
  Order order_;
  std::unordered_map<std::string_view, Order::iterator> by_target_;
};

}  // namespace qanat::api
