#include "api/utf16.h"

#include <algorithm>

namespace qanat::api {
namespace {

constexpr std::uint32_t kStep = 64;  // bytes

// Code units that begin with this byte: every character counts at its first byte, those beyond the first plane twice.
std::uint32_t units(char c) {
  const auto byte = static_cast<unsigned char>(c);
  if ((byte & 0xC0U) == 0x80U) return 0;
  return byte >= 0xF0 ? 2 : 1;
}

}  // namespace

std::uint32_t utf16_length(std::string_view text) {
  std::uint32_t out = 0;
  for (const char c : text) out += units(c);
  return out;
}

Utf16Map::Utf16Map(std::string_view text) : text_(text) {
  marks_.reserve(text.size() / kStep + 1);
  std::uint32_t before = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at % kStep == 0) marks_.push_back(before);
    before += units(text[at]);
  }
  if (text.size() % kStep == 0) marks_.push_back(before);
}

std::uint32_t Utf16Map::at(std::uint32_t byte) const {
  const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(byte, text_.size()));
  std::uint32_t out = marks_[end / kStep];
  for (std::uint32_t i = end / kStep * kStep; i < end; ++i) out += units(text_[i]);
  return out;
}

}  // namespace qanat::api
