// An HTTP response as an archive holds it: its head, and its body freed of chunks and compression. Private to the room.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "feed/feed.h"

namespace qanat::feed {

inline constexpr int kOk = 200;
inline constexpr int kNotModified = 304;
inline constexpr int kServerFault = 500;  // this and all above

// "Name: value" lines, as HTTP, WARC and mail have them. Lines that a blank begins go on with the one before.
class Headers {
 public:
  // Takes lines from the front of `text` up to and with the first empty one; where there is none, all of it, and false.
  bool take(std::string_view& text);
  // The first one of that name, whatever its case; empty where there is none.
  std::string_view get(std::string_view name) const;

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

struct HttpMessage {
  int status = 0;
  Headers headers;
  std::string body;
  std::string trouble;  // what could not be undone about the body, empty if nothing
};

// nullopt where `bytes` do not begin with an HTTP status line. A body that would be larger than the limit unpacked is
// dropped, and `trouble` says so. Bodies that are not chunked or packed, whatever the head claims, are taken as they
// are: many archives hold them that way.
std::optional<HttpMessage> parse_http(std::string_view bytes, const Limits& limits);

// Puts what gzip, zlib or bare deflate data unpacks to into `out`; false where it is damaged, cut off or gives more
// than `limit` bytes (`out` then holds more than `limit`, or what came before the damage).
bool inflate_all(std::string_view packed, std::uint64_t limit, std::string& out);

bool same_word(std::string_view a, std::string_view b);  // ASCII, whatever the case
std::string_view trim(std::string_view text);            // of blanks and line ends

}  // namespace qanat::feed
