// Which file a path leads to: a ledger may be deleted and made anew under the same name while it is served. Private to
// the room.
#pragma once

#include <sys/stat.h>

#include <string>

namespace qanat::api {

struct FileId {
  dev_t device = 0;
  ino_t number = 0;  // 0: there is no such file
  friend bool operator==(const FileId&, const FileId&) = default;
};

inline FileId file_id(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return {};
  return {status.st_dev, status.st_ino};
}

}  // namespace qanat::api
