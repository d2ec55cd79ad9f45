// What verify() finds. Private to the room.
#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include "base/issue.h"

namespace qanat::store {

inline constexpr std::size_t kMostIssues = 1000;  // enough to see what is wrong

class Faults {
 public:
  Faults(Issues& issues, std::string where) : issues_(issues), where_(std::move(where)) {}
  void add(std::string what, std::uint64_t offset = 0) {
    if (issues_.size() < kMostIssues) issues_.push_back({Severity::error, where_, offset, std::move(what)});
  }

 private:
  Issues& issues_;
  std::string where_;
};

}  // namespace qanat::store
