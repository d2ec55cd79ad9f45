// Lists that hold each code once. Private to the room.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace qanat::mention {

inline void add_unique(std::vector<std::string>& list, std::string code) {
  if (std::find(list.begin(), list.end(), code) == list.end()) list.push_back(std::move(code));
}

}  // namespace qanat::mention
