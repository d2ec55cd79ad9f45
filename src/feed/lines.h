// Lines of an input, each in one piece, in memory bounded by the longest line that is allowed.
#pragma once

#include <cstdint>
#include <string_view>

#include "feed/bytes.h"

namespace qanat::feed {

struct Line {
  std::string_view text;     // without '\n'; valid until the next call; Bytes::kPadding readable bytes follow it
  std::uint64_t number = 0;  // from 1
  std::uint64_t offset = 0;  // of its first byte in the unpacked input
  std::uint64_t size = 0;    // of the whole line, also where it is too long
  bool too_long = false;     // longer than allowed: text is empty, and the line has been passed over
  bool last = false;         // ended by the end of the input, not by '\n'
};

class Lines {
 public:
  // `bytes` must outlive this.
  Lines(Bytes& bytes, std::uint64_t max_line) : bytes_(bytes), max_line_(max_line) {}

  // False at the end. A '\n' at the very end begins no further line.
  bool next(Line& line);

 private:
  void pass_over(Line& line);

  Bytes& bytes_;
  std::uint64_t max_line_;
  std::uint64_t number_ = 0;
  std::size_t taken_ = 0;  // bytes of the line given out last, still at hand
};

}  // namespace qanat::feed
