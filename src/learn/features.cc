#define XXH_INLINE_ALL  // names are short: the call would cost as much as the hash
#include <xxhash.h>

#include <algorithm>

#include "learn/learn.h"

namespace qanat::learn {

std::uint64_t feature_hash(std::string_view name) {
  const std::uint64_t h = XXH3_64bits(name.data(), name.size());
  return h == 0 ? 1 : h;  // 0 marks an empty slot
}

void Features::finish(std::string_view name) {
  hashes_.push_back(feature_hash(name));
  if (keep_names_) names_.emplace_back(name);
}

void Features::drop_repeats() {
  std::sort(hashes_.begin(), hashes_.end());
  hashes_.erase(std::unique(hashes_.begin(), hashes_.end()), hashes_.end());
  if (!keep_names_) return;
  // In the same order, so that sums come out the same with names and without.
  std::vector<std::string> names(hashes_.size());
  for (std::string& name : names_) {
    const auto at = std::lower_bound(hashes_.begin(), hashes_.end(), feature_hash(name)) - hashes_.begin();
    names[static_cast<std::size_t>(at)] = std::move(name);
  }
  names_ = std::move(names);
}

void Features::clear() {
  hashes_.clear();
  names_.clear();
}

}  // namespace qanat::learn
