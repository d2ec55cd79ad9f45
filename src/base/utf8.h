// UTF-8, byte by byte: decoding that never reads outside, never fails and always moves on.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace qanat {

inline constexpr char32_t kReplacement = 0xFFFD;

struct Decoded {
  char32_t code = 0;
  std::uint32_t size = 0;  // bytes taken, at least 1
};

// The code point at `at`. A byte that begins no valid sequence gives kReplacement and size 1.
// Precondition: at < text.size().
Decoded decode_utf8(std::string_view text, std::size_t at);

void append_utf8(std::string& out, char32_t code);

// At most `bytes` of the beginning, cut between code points.
std::string_view clip(std::string_view text, std::size_t bytes);
// The same with "…" where something is left out: for messages and dumps.
std::string shortened(std::string_view text, std::size_t bytes);

// Byte offset of the first invalid sequence, or text.size() where all is valid.
std::size_t first_invalid_utf8(std::string_view text);

}  // namespace qanat
