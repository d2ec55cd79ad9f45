#include "feed/bytes.h"

#include <algorithm>
#include <cstring>
#include <new>

namespace qanat::feed {

void Bytes::resize(std::size_t capacity) {
  auto* memory = static_cast<char*>(std::realloc(buffer_.get(), capacity + kPadding));
  if (memory == nullptr) throw std::bad_alloc();
  (void)buffer_.release();  // NOLINT(bugprone-unused-return-value): realloc has freed or stretched it
  buffer_.reset(memory);
  capacity_ = capacity;
}

// After this the buffer has room for `want` bytes from begin_ on.
void Bytes::make_room(std::size_t want) {
  if (begin_ + want <= capacity_) return;
  // Who looks far ahead and goes on by little would have everything moved each time; a move must free as much as it
  // costs, so that archives which lie about sizes cost no more than their length.
  const bool small = want <= window_ / 4;
  const bool crowded = !small && begin_ > 0 && begin_ < want / 2;
  const std::size_t held = end_ - begin_;
  if (held > 0 && begin_ > 0) std::memmove(buffer_.get(), buffer_.get() + begin_, held);
  begin_ = 0;
  end_ = held;
  // A window that one huge line has stretched goes back to its size with the next ordinary one.
  std::size_t capacity = small ? window_ : std::max(window_, capacity_);
  while (capacity < (crowded ? 2 * want : want)) capacity *= 2;
  if (capacity != capacity_) resize(capacity);
}

bool Bytes::fill(std::size_t want) {
  if (end_ - begin_ >= want) return true;
  if (ended_) return false;
  make_room(want);
  while (end_ - begin_ < want) {
    const std::size_t got = source_.read(buffer_.get() + end_, capacity_ - end_);
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
