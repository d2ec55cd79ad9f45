#include <algorithm>

#include "base/utf8.h"
#include "page/charset.h"

namespace qanat::page {
namespace {

constexpr std::size_t kHeadUnits = 2048;
constexpr std::size_t kFewestUnits = 4;
constexpr double kEnough = 0.9;  // of the head's units
constexpr char32_t kMark = 0xFEFF;

char32_t unit_at(std::string_view bytes, std::size_t at, bool little) {
  const auto a = static_cast<unsigned char>(bytes[at]);
  const auto b = static_cast<unsigned char>(bytes[at + 1]);
  return little ? static_cast<char32_t>(b << 8 | a) : static_cast<char32_t>(a << 8 | b);
}

// Units that text is made of and that are none with their bytes swapped, nor when they are two bytes of ASCII prose.
bool is_plausible(char32_t unit) {
  if (unit == '\t' || unit == '\n' || unit == '\r') return true;
  return (unit >= 0x20 && unit < 0x7F) || (unit >= 0x600 && unit < 0x700) || (unit >= 0x200C && unit <= 0x200F);
}

bool reads_as(std::string_view bytes, bool little) {
  const std::size_t units = std::min(bytes.size() / 2, kHeadUnits);
  if (units < kFewestUnits) return false;
  std::size_t plausible = 0;
  for (std::size_t i = 0; i < units; ++i) plausible += is_plausible(unit_at(bytes, 2 * i, little)) ? 1 : 0;
  return static_cast<double>(plausible) >= kEnough * static_cast<double>(units);
}

bool is_high(char32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low(char32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

}  // namespace

Charset guess_utf16(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return Charset::utf_16le;
  if (bytes.starts_with("\xFE\xFF")) return Charset::utf_16be;
  if (reads_as(bytes, true)) return Charset::utf_16le;
  if (reads_as(bytes, false)) return Charset::utf_16be;
  return Charset::binary;
}

Text decode_utf16(std::string_view bytes, Charset order) {
  const bool little = order == Charset::utf_16le;
  Text out;
  out.utf8.reserve(bytes.size() + bytes.size() / 2);
  const auto repair = [&](std::size_t at) {
    if (out.repairs++ == 0) out.first_repair = at;
    append_utf8(out.utf8, kReplacement);
  };
  std::size_t at = 0;
  if (bytes.size() >= 2 && unit_at(bytes, 0, little) == kMark) at = 2;
  for (; at + 1 < bytes.size(); at += 2) {
    const char32_t unit = unit_at(bytes, at, little);
    if (!is_high(unit) && !is_low(unit)) {
      append_utf8(out.utf8, unit);
      continue;
    }
    const char32_t low = is_high(unit) && at + 3 < bytes.size() ? unit_at(bytes, at + 2, little) : 0;
    if (!is_low(low)) {
      repair(at);
      continue;
    }
    append_utf8(out.utf8, 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00));
    at += 2;
  }
  if (at < bytes.size()) repair(at);
  return out;
}

}  // namespace qanat::page
