// Fetching as a guest should: robots.txt obeyed, hosts not hurried, redirects followed a few steps and each one looked
// at. Private to the room.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <string>

#include "feed/http.h"
#include "feed/robots.h"

namespace qanat::feed {

struct Fetched {
  Answer answer;
  std::string address;  // where the answer came from, after redirects
};

class Fetcher {
 public:
  // `web` must outlive this. `cancelled` may be empty.
  Fetcher(const Web& web, std::function<bool()> cancelled);

  // The answer is 200 or 304, or its `trouble` says why there is none.
  Fetched fetch(const std::string& address, const Validators& validators);

 private:
  struct Site {
    Robots robots;
    std::string trouble;  // why its rules could not be had; then nothing of it is read
  };

  const Site& site(const WebAddress& address);
  bool wait(const WebAddress& address, double robots_delay);
  bool cancelled() const { return cancelled_ && cancelled_(); }
  // Follows one redirect after another; gives the last answer and sets `at` to where it came from.
  Answer follow(WebAddress& at, const Validators& validators, std::uint64_t most, bool obey);

  const Web& web_;
  std::function<bool()> cancelled_;
  HttpClient client_;
  std::map<std::string, Site> sites_;                                           // by origin
  std::map<std::string, std::chrono::steady_clock::time_point> last_requests_;  // by host
};

}  // namespace qanat::feed
