#include "feed/http_message.h"

#include <algorithm>

#include "base/ascii.h"
#include "feed/format.h"

namespace qanat::feed {
namespace {

// A head with more is no head; what follows is passed over.
constexpr std::size_t kMostHeaders = 500;

// The line at the front, without its end.
std::string_view take_line(std::string_view& text, bool& ended) {
  const std::size_t end = text.find('\n');
  ended = end != std::string_view::npos;
  std::string_view line = text.substr(0, end);
  text.remove_prefix(ended ? end + 1 : text.size());
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// The size in front of a chunk; nullopt where none stands there.
std::optional<std::size_t> chunk_size(std::string_view line) {
  constexpr std::size_t kMostDigits = 8;
  std::size_t digits = 0;
  std::size_t size = 0;
  for (const char c : line) {
    const int digit = hex_value(c);
    if (digit < 0) break;
    size = size * 16 + static_cast<std::size_t>(digit);
    if (++digits > kMostDigits) return std::nullopt;
  }
  const std::string_view rest = trim(line.substr(digits));
  if (digits == 0 || (!rest.empty() && rest.front() != ';')) return std::nullopt;
  return size;
}

// nullopt where the body does not begin with a chunk; what is there of one that is cut off.
std::optional<std::string> unchunk(std::string_view body) {
  std::string out;
  bool first = true;
  while (!body.empty()) {
    bool ended = false;
    const auto size = chunk_size(take_line(body, ended));
    if (!size) {
      if (first) return std::nullopt;
      return out;
    }
    if (*size == 0) return out;
    first = false;
    out.append(body.substr(0, *size));
    body.remove_prefix(std::min(*size, body.size()));
    take_line(body, ended);
  }
  return out;
}

void unpack_body(HttpMessage& message, const Limits& limits) {
  const std::string_view coding = trim(message.headers.get("content-encoding"));
  if (coding.empty() || same_word(coding, "identity")) return;
  const bool gzip = same_word(coding, "gzip") || same_word(coding, "x-gzip");
  const bool deflate = same_word(coding, "deflate");
  if (!gzip && !deflate) {
    // Many crawlers unpack a body and leave the head as it was; markup betrays itself.
    if (trim(message.body).starts_with('<')) return;
    message.trouble = "content encoding " + std::string(coding) + " is not read, left out";
    message.body.clear();
    return;
  }
  if (gzip && !std::string_view(message.body).starts_with("\x1f\x8b")) return;
  std::string plain;
  const bool whole = inflate_all(message.body, limits.max_document_bytes, plain);
  if (plain.size() > limits.max_document_bytes) {
    message.trouble = too_large("body", limits);
    plain.clear();
  } else if (!whole && plain.empty() && deflate) {
    return;
  } else if (!whole) {
    message.trouble = "content encoding " + std::string(coding) + " is damaged or cut off, left out";
    plain.clear();
  }
  message.body = std::move(plain);
}

}  // namespace

bool same_word(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return ascii_lower(x) == ascii_lower(y); });
}

std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

bool Headers::take(std::string_view& text) {
  bool ended = false;
  while (!text.empty()) {
    const std::string_view line = take_line(text, ended);
    if (line.empty()) return true;
    if (line.front() == ' ' || line.front() == '\t') {
      if (!fields_.empty()) fields_.back().second.append(" ").append(trim(line));
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || fields_.size() >= kMostHeaders) continue;
    fields_.emplace_back(trim(line.substr(0, colon)), trim(line.substr(colon + 1)));
  }
  return false;
}

std::string_view Headers::get(std::string_view name) const {
  for (const auto& [key, value] : fields_) {
    if (same_word(key, name)) return value;
  }
  return {};
}

std::optional<HttpMessage> parse_http(std::string_view bytes, const Limits& limits) {
  if (!bytes.starts_with("HTTP/")) return std::nullopt;
  HttpMessage message;
  bool ended = false;
  const std::string_view line = take_line(bytes, ended);
  const std::size_t space = std::min(line.find(' '), line.size());
  for (const char c : trim(line.substr(space)).substr(0, 3)) {
    if (c < '0' || c > '9') return std::nullopt;
    message.status = message.status * 10 + (c - '0');
  }
  message.headers.take(bytes);
  std::optional<std::string> whole;
  if (same_word(trim(message.headers.get("transfer-encoding")), "chunked")) whole = unchunk(bytes);
  message.body = whole ? std::move(*whole) : std::string(bytes);
  unpack_body(message, limits);
  return message;
}

}  // namespace qanat::feed
