#include <xxhash.h>

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

void Features::clear() {
  hashes_.clear();
  names_.clear();
}

}  // namespace qanat::learn
