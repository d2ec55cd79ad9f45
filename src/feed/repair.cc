// Crawlers write JSON with bytes that are not UTF-8 and escapes that are half a pair; one such byte should not cost a
// whole story.
#include <algorithm>
#include <optional>

#include "base/ascii.h"
#include "base/utf8.h"
#include "feed/record.h"

namespace qanat::feed {
namespace {

constexpr std::size_t kEscapeSize = 6;  // \uXXXX
constexpr std::string_view kReplacementEscape = "\\uFFFD";

// The value of a \uXXXX escape at `at`; nullopt where none stands there.
std::optional<unsigned> unit_at(std::string_view line, std::size_t at) {
  if (at + kEscapeSize > line.size() || line[at] != '\\' || line[at + 1] != 'u') return std::nullopt;
  unsigned value = 0;
  for (const char c : line.substr(at + 2, kEscapeSize - 2)) {
    const int digit = hex_value(c);
    if (digit < 0) return std::nullopt;
    value = value * 16 + static_cast<unsigned>(digit);
  }
  return value;
}

bool is_high(unsigned unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low(unsigned unit) { return unit >= 0xDC00 && unit < 0xE000; }

// How many bytes at the backslash at `at` may stay as they are; 0 for half a surrogate pair.
std::size_t sound_escape(std::string_view line, std::size_t at) {
  const auto unit = unit_at(line, at);
  if (unit && is_low(*unit)) return 0;
  if (unit && is_high(*unit)) {
    const auto low = unit_at(line, at + kEscapeSize);
    return low && is_low(*low) ? 2 * kEscapeSize : 0;
  }
  if (unit) return kEscapeSize;
  // A byte that is not ASCII is looked at by itself.
  const bool ascii = at + 1 < line.size() && static_cast<unsigned char>(line[at + 1]) < 0x80;
  return ascii ? 2 : 1;
}

}  // namespace

std::string repair_json(std::string_view line, std::size_t& first) {
  std::string out;
  out.reserve(line.size() + kEscapeSize);
  first = line.size();
  for (std::size_t at = 0; at < line.size();) {
    if (line[at] == '\\') {
      const std::size_t sound = sound_escape(line, at);
      if (sound == 0) first = std::min(first, at);
      out.append(sound == 0 ? kReplacementEscape : line.substr(at, sound));
      at += sound == 0 ? kEscapeSize : sound;
      continue;
    }
    const Decoded decoded = decode_utf8(line, at);
    if (decoded.code == kReplacement && decoded.size == 1) {
      first = std::min(first, at);
      append_utf8(out, kReplacement);
    } else {
      out.append(line.substr(at, decoded.size));
    }
    at += decoded.size;
  }
  return out;
}

}  // namespace qanat::feed
