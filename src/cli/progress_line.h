// How far a long command has come, on a terminal. Private to the room.
#pragma once

#include <chrono>

#include "feed/feed.h"

namespace qanat::cli {

// One line, written over and over.
class ProgressLine {
 public:
  explicit ProgressLine(bool shown) : shown_(shown) {}
  ~ProgressLine() { clear(); }
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  void show(const feed::Progress& progress);
  void clear();

 private:
  bool shown_;
  bool drawn_ = false;
  std::chrono::steady_clock::time_point begun_, last_;
};

}  // namespace qanat::cli
