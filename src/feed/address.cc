#include "feed/address.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <netinet/in.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <memory>

#include "base/ascii.h"
#include "feed/http_message.h"

namespace qanat::feed {
namespace {

struct Block {
  std::uint32_t first;
  int bits;
};

// IANA's registry of special addresses, and multicast.
constexpr std::array<Block, 16> kSpecial = {{{0x00000000, 8},     // this network
                                             {0x0A000000, 8},     // private
                                             {0x64400000, 10},    // carrier's own
                                             {0x7F000000, 8},     // loopback
                                             {0xA9FE0000, 16},    // link-local, and clouds' metadata
                                             {0xAC100000, 12},    // private
                                             {0xC0000000, 24},    // protocols
                                             {0xC0000200, 24},    // documentation
                                             {0xC0586300, 24},    // relays to IPv6
                                             {0xC0A80000, 16},    // private
                                             {0xC6120000, 15},    // measuring
                                             {0xC6336400, 24},    // documentation
                                             {0xCB007100, 24},    // documentation
                                             {0xE0000000, 4},     // multicast
                                             {0xF0000000, 4},     // reserved
                                             {0xFFFFFFFF, 32}}};  // broadcast

bool is_public_v4(std::uint32_t address) {
  constexpr int kBits = 32;
  for (const Block& block : kSpecial) {
    if ((address ^ block.first) >> (kBits - block.bits) == 0) return false;
  }
  return true;
}

std::uint32_t v4_at(const std::array<std::uint8_t, 16>& bytes, std::size_t at) {
  return (std::uint32_t{bytes[at]} << 24U) | (std::uint32_t{bytes[at + 1]} << 16U) |
         (std::uint32_t{bytes[at + 2]} << 8U) | std::uint32_t{bytes[at + 3]};
}

bool begins(const std::array<std::uint8_t, 16>& bytes, std::initializer_list<std::uint8_t> head) {
  return std::equal(head.begin(), head.end(), bytes.begin());
}

bool is_public_v6(const std::array<std::uint8_t, 16>& bytes) {
  constexpr std::size_t kLast = 12;
  if (begins(bytes, {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF})) return is_public_v4(v4_at(bytes, kLast));
  if (begins(bytes, {0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0})) return is_public_v4(v4_at(bytes, kLast));
  if (begins(bytes, {0x20, 0x02})) return is_public_v4(v4_at(bytes, 2));  // 6to4
  // Teredo, protocols and documentation lie inside of what is else everybody's, 2000::/3.
  if (begins(bytes, {0x20, 0x01, 0x0D, 0xB8})) return false;
  if (bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] < 0x02) return false;
  return (bytes[0] & 0xE0U) == 0x20U;
}

struct FreeUrl {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};

std::string part(CURLU* url, CURLUPart which, unsigned flags = 0) {
  char* text = nullptr;
  if (curl_url_get(url, which, &text, flags) != CURLUE_OK) return "";
  std::string out = text;
  curl_free(text);
  return out;
}

}  // namespace

bool is_public(const sockaddr* address) {
  if (address->sa_family == AF_INET) {
    sockaddr_in v4{};
    std::memcpy(&v4, address, sizeof v4);
    return is_public_v4(ntohl(v4.sin_addr.s_addr));
  }
  if (address->sa_family != AF_INET6) return false;
  sockaddr_in6 v6{};
  std::memcpy(&v6, address, sizeof v6);
  std::array<std::uint8_t, 16> bytes{};
  std::memcpy(bytes.data(), &v6.sin6_addr, bytes.size());
  return is_public_v6(bytes);
}

std::string address_text(const sockaddr* address) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (address->sa_family == AF_INET) {
    sockaddr_in v4{};
    std::memcpy(&v4, address, sizeof v4);
    ::inet_ntop(AF_INET, &v4.sin_addr, text.data(), text.size());
  } else if (address->sa_family == AF_INET6) {
    sockaddr_in6 v6{};
    std::memcpy(&v6, address, sizeof v6);
    ::inet_ntop(AF_INET6, &v6.sin6_addr, text.data(), text.size());
  }
  return text.data();
}

bool is_web_address(std::string_view text) {
  constexpr std::string_view kPlain = "http://";
  constexpr std::string_view kSecure = "https://";
  return same_word(text.substr(0, kPlain.size()), kPlain) || same_word(text.substr(0, kSecure.size()), kSecure);
}

bool parse_address(std::string_view text, std::string_view base, WebAddress& out) {
  constexpr std::size_t kLongest = 8192;
  if (text.empty() || text.size() > kLongest || base.size() > kLongest) return false;
  const std::unique_ptr<CURLU, FreeUrl> url(curl_url());
  // Feeds write addresses with Arabic letters and blanks in them.
  constexpr unsigned kLenient = CURLU_URLENCODE | CURLU_ALLOW_SPACE;
  if (!url) return false;
  if (!base.empty() && curl_url_set(url.get(), CURLUPART_URL, std::string(base).c_str(), kLenient) != CURLUE_OK)
    return false;
  if (curl_url_set(url.get(), CURLUPART_URL, std::string(text).c_str(), kLenient) != CURLUE_OK) return false;
  curl_url_set(url.get(), CURLUPART_FRAGMENT, nullptr, 0);
  const std::string scheme = part(url.get(), CURLUPART_SCHEME);
  if (scheme != "http" && scheme != "https") return false;
  out.host = part(url.get(), CURLUPART_HOST);
  for (char& c : out.host) c = ascii_lower(c);
  const std::string port = part(url.get(), CURLUPART_PORT);
  out.origin = scheme + "://" + out.host + (port.empty() ? "" : ":" + port);
  out.path = part(url.get(), CURLUPART_PATH);
  if (const std::string query = part(url.get(), CURLUPART_QUERY); !query.empty()) out.path += "?" + query;
  out.whole = part(url.get(), CURLUPART_URL);
  return !out.host.empty();
}

}  // namespace qanat::feed
