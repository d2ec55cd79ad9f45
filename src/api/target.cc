#include "api/target.h"

#include "base/ascii.h"
#include "base/utf8.h"

namespace qanat::api {
namespace {

constexpr std::size_t kMostParts = 64;

std::optional<std::string> decoded(std::string_view text, bool plus_is_space) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+' && plus_is_space) {
      out += ' ';
    } else if (text[i] == '%') {
      const int high = i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
      const int low = high >= 0 ? hex_value(text[i + 2]) : -1;
      if (low < 0) return std::nullopt;
      out += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      out += text[i];
    }
  }
  if (out.find('\0') != std::string::npos || first_invalid_utf8(out) != out.size()) return std::nullopt;
  return out;
}

// Takes what stands before the next `mark` off the text.
std::string_view next_part(std::string_view& text, char mark) {
  const std::size_t end = std::min(text.find(mark), text.size());
  const std::string_view out = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return out;
}

}  // namespace

std::optional<Target> parse_target(std::string_view text) {
  if (!text.starts_with('/')) return std::nullopt;
  std::string_view query = text;
  std::string_view path = next_part(query, '?');
  query = query.substr(0, query.find('#'));
  path.remove_prefix(1);
  Target out;
  while (!path.empty()) {
    auto segment = decoded(next_part(path, '/'), false);
    if (!segment || *segment == ".." || *segment == "." || out.path.size() >= kMostParts) return std::nullopt;
    out.path.push_back(*std::move(segment));
  }
  while (!query.empty()) {
    std::string_view value = next_part(query, '&');
    if (value.empty()) continue;
    auto name = decoded(next_part(value, '='), true);
    auto read = decoded(value, true);
    if (!name || !read || out.query.size() >= kMostParts) return std::nullopt;
    out.query.emplace_back(*std::move(name), *std::move(read));
  }
  return out;
}

std::string percent_encoded(std::string_view text) {
  static constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
                       c == '.' || c == '_' || c == '~';
    if (plain) {
      out += c;
    } else {
      out += '%';
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    }
  }
  return out;
}

}  // namespace qanat::api
