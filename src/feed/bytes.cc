#include "feed/bytes.h"

#include <algorithm>
#include <cstring>

namespace qanat::feed {

// After this the buffer has room for `want` bytes from begin_ on, and the bytes at hand are where they were or in
// front.
void Bytes::make_room(std::size_t want) {
  if (begin_ + want + kPadding <= buffer_.size()) return;
  const std::size_t held = end_ - begin_;
  std::size_t size = std::max(kWindow, buffer_.size() - kPadding);
  // A window that one huge line has stretched goes back to its size with the next ordinary one.
  if (want <= kWindow) size = kWindow;
  while (size < want) size *= 2;
  if (size + kPadding == buffer_.size()) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, held);
  } else {
    std::vector<char> next(size + kPadding);
    std::memcpy(next.data(), buffer_.data() + begin_, held);
    buffer_.swap(next);
  }
  begin_ = 0;
  end_ = held;
}

bool Bytes::fill(std::size_t want) {
  if (end_ - begin_ >= want) return true;
  if (ended_) return false;
  make_room(want);
  while (end_ - begin_ < want) {
    const std::size_t got = source_.read(buffer_.data() + end_, buffer_.size() - kPadding - end_);
    if (got == 0) {
      ended_ = true;
      return false;
    }
    end_ += got;
  }
  return true;
}

void Bytes::consume(std::size_t count) {
  begin_ += count;
  offset_ += count;
  if (begin_ == end_) begin_ = end_ = 0;
}

bool Bytes::drain(std::string& out, std::uint64_t limit) {
  do {
    const std::string_view here = at_hand();
    if (out.size() + here.size() > limit) return false;
    out.append(here);
    consume(here.size());
  } while (more());
  return true;
}

}  // namespace qanat::feed
