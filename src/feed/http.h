// One request to a web server, by libcurl. Private to the room.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "feed/address.h"
#include "feed/feed.h"
#include "feed/http_message.h"

namespace qanat::feed {

// What makes a request conditional: what the server said of its last answer.
struct Validators {
  std::string etag;
  std::string modified;
};

struct Answer {
  int status = 0;  // 0: none came, and `trouble` says why
  Headers headers;
  std::string body;
  std::string trouble;
  bool passing = false;  // it may be well another time
};

// Asks for one address at a time; follows nothing. Every address that a name resolves to is looked at when it is
// connected to, so that a name cannot change its meaning in between.
class HttpClient {
 public:
  HttpClient(const Web& web, std::function<bool()> cancelled);
  ~HttpClient();

  // `most`: bytes of the body, unpacked.
  Answer get(const WebAddress& address, const Validators& validators, std::uint64_t most);

 private:
  struct Exchange;

  const Web& web_;
  std::function<bool()> cancelled_;
  void* handle_ = nullptr;  // CURL
};

}  // namespace qanat::feed
