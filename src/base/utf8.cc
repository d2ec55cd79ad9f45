#include "base/utf8.h"

#include <cstring>

namespace qanat {
namespace {

bool continuation(unsigned char c) { return (c & 0xC0U) == 0x80U; }

}  // namespace

Decoded decode_utf8(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const std::size_t left = text.size() - at;
  const unsigned char c = byte(0);
  if (c < 0x80) return {c, 1};
  if (c < 0xC2) return {kReplacement, 1};
  if (c < 0xE0) {
    if (left < 2 || !continuation(byte(1))) return {kReplacement, 1};
    return {static_cast<char32_t>((c & 0x1FU) << 6 | (byte(1) & 0x3FU)), 2};
  }
  if (c < 0xF0) {
    if (left < 3 || !continuation(byte(1)) || !continuation(byte(2))) return {kReplacement, 1};
    const auto v = static_cast<char32_t>((c & 0x0FU) << 12 | (byte(1) & 0x3FU) << 6 | (byte(2) & 0x3FU));
    if (v < 0x800 || (v >= 0xD800 && v < 0xE000)) return {kReplacement, 1};
    return {v, 3};
  }
  if (c < 0xF5) {
    if (left < 4 || !continuation(byte(1)) || !continuation(byte(2)) || !continuation(byte(3)))
      return {kReplacement, 1};
    const auto v =
        static_cast<char32_t>((c & 0x07U) << 18 | (byte(1) & 0x3FU) << 12 | (byte(2) & 0x3FU) << 6 | (byte(3) & 0x3FU));
    if (v < 0x10000 || v > 0x10FFFF) return {kReplacement, 1};
    return {v, 4};
  }
  return {kReplacement, 1};
}

void append_utf8(std::string& out, char32_t code) {
  const auto put = [&](char32_t v) { out.push_back(static_cast<char>(static_cast<unsigned char>(v))); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | code >> 6);
    put(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    put(0xE0 | code >> 12);
    put(0x80 | (code >> 6 & 0x3F));
    put(0x80 | (code & 0x3F));
  } else {
    put(0xF0 | code >> 18);
    put(0x80 | (code >> 12 & 0x3F));
    put(0x80 | (code >> 6 & 0x3F));
    put(0x80 | (code & 0x3F));
  }
}

std::string_view clip(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && continuation(static_cast<unsigned char>(text[bytes]))) --bytes;
  return text.substr(0, bytes);
}

std::string shortened(std::string_view text, std::size_t bytes) {
  const std::string_view kept = clip(text, bytes);
  return std::string(kept) + (kept.size() < text.size() ? "…" : "");
}

std::size_t first_invalid_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    // Eight ASCII bytes at a time: much of a page's markup is ASCII.
    if (at + 8 <= text.size()) {
      std::uint64_t word = 0;
      std::memcpy(&word, text.data() + at, 8);
      if ((word & 0x8080808080808080ULL) == 0) {
        at += 8;
        continue;
      }
    }
    const Decoded d = decode_utf8(text, at);
    if (d.code == kReplacement && d.size == 1) return at;
    at += d.size;
  }
  return at;
}

}  // namespace qanat
