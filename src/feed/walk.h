// The files behind the paths that the user named, in order.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/issue.h"

namespace qanat::feed {

inline constexpr const char* kStandardInput = "-";

struct Found {
  std::string path;        // as the user named it, with the way below a folder behind it; "-" is standard input
  std::uint64_t size = 0;  // on disk; 0 for pipes and standard input
};

struct Visitor {
  std::function<bool(const Found&)> file;  // false stops the walk
  std::function<void(Issue&&)> issue;
  std::function<void(const std::string&)> folder = nullptr;  // each before what is in it; may be empty
};

// Visits each path in turn, a folder's files in byte order of their paths. In folders, hidden entries are passed over
// in silence and pipes, sockets and devices with an issue; links are followed, but no folder is entered twice, so loops
// end. A pipe is read only where the user named it. Memory: the names in the folders on the way to one file. Returns
// how many folders could be listed.
std::uint64_t walk(const std::vector<std::string>& paths, const Visitor& visitor);

}  // namespace qanat::feed
