// Which addresses of the network are everybody's. Private to the room.
#pragma once

#include <sys/socket.h>

#include <string>
#include <string_view>

namespace qanat::feed {

// False for loopback, private, link-local, multicast, reserved and documentation addresses, whether IPv4, IPv6 or the
// one inside the other, and for what is neither.
bool is_public(const sockaddr* address);
// "192.168.0.1"
std::string address_text(const sockaddr* address);

bool is_web_address(std::string_view text);  // begins with http:// or https://

// The parts of an absolute address that the web room asks for.
struct WebAddress {
  std::string whole;   // normalised, without a fragment
  std::string origin;  // "https://paper.example:8443": what a robots.txt holds for
  std::string host;
  std::string path;  // with the query
};
// `text` as it is, or seen from `base` where that is not empty. False: no http(s) address.
bool parse_address(std::string_view text, std::string_view base, WebAddress& out);

}  // namespace qanat::feed
