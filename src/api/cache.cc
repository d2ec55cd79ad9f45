#include "api/cache.h"

#include "base/hash.h"

namespace qanat::api {
namespace {

constexpr std::size_t kWorthPacking = 512;  // bytes; less fits into one packet anyway
constexpr std::size_t kMarkDigits = 20;
constexpr std::size_t kShare = 8;  // no answer takes more than this part of the room

// Packed bodies come on top; they are a fifth of the plain one each.
std::size_t cost(std::string_view target, const Kept& kept) {
  constexpr std::size_t kBeside = 512;
  return target.size() + kBeside + kept.size() + kept.size() / 2;
}

}  // namespace

Kept::Kept(Answer answer) : answer_(std::move(answer)), mark_(hash_hex(answer_.body).substr(0, kMarkDigits)) {
  plain_ = std::make_shared<const std::string>(std::move(answer_.body));
  answer_.body = {};
}

std::shared_ptr<const std::string> Kept::body(Packing& packing) const {
  if (plain_->size() < kWorthPacking) packing = Packing::none;
  if (packing == Packing::none) return plain_;
  const std::lock_guard lock(mutex_);
  auto& packed = packed_[static_cast<std::size_t>(packing)];
  if (!packed) packed = std::make_shared<const std::string>(pack(*plain_, packing));
  if (!packed->empty()) return packed;
  packing = Packing::none;
  return plain_;
}

std::shared_ptr<const Kept> Cache::find(std::uint64_t generation, const std::string& target) {
  const std::lock_guard lock(mutex_);
  if (generation != generation_) return nullptr;
  const auto found = by_target_.find(target);
  if (found == by_target_.end()) return nullptr;
  order_.splice(order_.begin(), order_, found->second);
  return found->second->second;
}

void Cache::keep(std::uint64_t generation, const std::string& target, std::shared_ptr<const Kept> answer) {
  const std::lock_guard lock(mutex_);
  if (generation < generation_) return;
  if (generation > generation_) {
    by_target_.clear();
    order_.clear();
    bytes_ = 0;
    generation_ = generation;
  }
  const std::size_t bytes = cost(target, *answer);
  if (bytes > most_ / kShare || by_target_.contains(target)) return;
  order_.emplace_front(target, std::move(answer));
  by_target_.emplace(order_.front().first, order_.begin());
  bytes_ += bytes;
  while (bytes_ > most_) {
    bytes_ -= cost(order_.back().first, *order_.back().second);
    by_target_.erase(order_.back().first);
    order_.pop_back();
  }
}

}  // namespace qanat::api
