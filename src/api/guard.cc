#include "api/guard.h"

#include <arpa/inet.h>

#include <algorithm>

#include "base/ascii.h"

namespace qanat::api {
namespace {

bool is_address(const std::string& name) {
  unsigned char bytes[sizeof(in6_addr)];
  return ::inet_pton(AF_INET, name.c_str(), bytes) == 1 || ::inet_pton(AF_INET6, name.c_str(), bytes) == 1;
}

// "Localhost:8017" -> "localhost", "[::1]:8017" -> "::1".
std::string name_of(std::string_view host) {
  if (host.starts_with('[')) {
    const std::size_t end = host.find(']');
    return std::string(end == std::string_view::npos ? host : host.substr(1, end - 1));
  }
  std::string out(host.substr(0, host.find(':')));
  std::transform(out.begin(), out.end(), out.begin(), ascii_lower);
  if (out.ends_with('.')) out.pop_back();
  return out;
}

}  // namespace

bool is_own_host(std::string_view host, const std::vector<std::string>& hosts) {
  const std::string name = name_of(host);
  return name == "localhost" || is_address(name) ||
         std::any_of(hosts.begin(), hosts.end(), [&](const std::string& own) { return name_of(own) == name; });
}

bool is_same_site(std::string_view origin, std::string_view host) {
  if (origin.empty()) return true;
  const std::size_t scheme = origin.find("://");
  return scheme != std::string_view::npos && origin.substr(scheme + 3) == host;
}

bool has_token(std::string_view authorization, std::string_view token) {
  constexpr std::string_view kScheme = "bearer ";
  if (authorization.size() < kScheme.size() || token.empty()) return false;
  for (std::size_t i = 0; i < kScheme.size(); ++i)
    if (ascii_lower(authorization[i]) != kScheme[i]) return false;
  const std::string_view given = authorization.substr(kScheme.size());
  // Every byte of what was given is looked at, whatever the ones before it were.
  unsigned difference = given.size() == token.size() ? 0 : 1;
  for (std::size_t i = 0; i < given.size(); ++i)
    difference |= static_cast<unsigned char>(given[i]) ^ static_cast<unsigned char>(token[i % token.size()]);
  return difference == 0;
}

std::string_view security_headers(bool for_board) {
  if (for_board)
    return "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
           "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
           "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'\r\n"
           "X-Content-Type-Options: nosniff\r\nX-Frame-Options: DENY\r\nReferrer-Policy: no-referrer\r\n"
           "Cross-Origin-Opener-Policy: same-origin\r\nCross-Origin-Resource-Policy: same-origin\r\n"
           "Permissions-Policy: camera=(), geolocation=(), microphone=()\r\n";
  return "Content-Security-Policy: default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
         "sandbox\r\n"
         "X-Content-Type-Options: nosniff\r\nX-Frame-Options: DENY\r\nReferrer-Policy: no-referrer\r\n"
         "Cross-Origin-Opener-Policy: same-origin\r\nCross-Origin-Resource-Policy: same-origin\r\n"
         "Permissions-Policy: camera=(), geolocation=(), microphone=()\r\n";
}

}  // namespace qanat::api
