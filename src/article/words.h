// The words of folded text, for matching with tables.
#pragma once

#include <string_view>

#include "arabic/arabic.h"
#include "base/utf8.h"

namespace qanat::article {

// The words of a text one after another, with the place where each ends.
class Words {
 public:
  explicit Words(std::string_view text) : text_(text) {}
  // Moves to the next word; false at the end.
  bool next() {
    while (at_ < text_.size()) {
      const Decoded d = decode_utf8(text_, at_);
      if (arabic::is_word(d.code)) break;
      at_ += d.size;
    }
    begin_ = at_;
    while (at_ < text_.size()) {
      const Decoded d = decode_utf8(text_, at_);
      if (!arabic::is_word(d.code)) break;
      at_ += d.size;
    }
    return at_ > begin_;
  }
  std::string_view word() const { return text_.substr(begin_, at_ - begin_); }
  std::size_t begin() const { return begin_; }
  std::size_t end() const { return at_; }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;
};

}  // namespace qanat::article
