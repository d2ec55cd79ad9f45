// What is remembered of the web between runs: JSON lines in a file of its own, one an address. Private to the room.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>

#include "base/result.h"
#include "feed/http.h"

namespace qanat::feed {

class WebMemory {
 public:
  struct Entry {
    Validators validators;
    std::set<std::string> seen;  // of a feed: items that were read
  };

  // An empty path remembers nothing. A new version that nobody kept is thrown away. A file that is not there is an
  // empty one; broken lines are passed over, since all they save is work.
  static WebMemory load(const std::string& path);

  // Empty for an address that is not known.
  const Entry& at(const std::string& address) const;
  void put(const std::string& address, Entry entry) {
    entries_[address] = std::move(entry);
    changed_ = true;
  }

  // Writes a new version beside the file, where there is something new. Errors: the disk's.
  Status write() const;
  // Puts the new version in the file's place, if there is one.
  static Status keep(const std::string& path);

 private:
  std::string path_;
  std::map<std::string, Entry> entries_;
  bool changed_ = false;
};

}  // namespace qanat::feed
