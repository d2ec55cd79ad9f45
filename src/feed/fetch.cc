#include "feed/fetch.h"

#include <algorithm>
#include <thread>
#include <utility>

namespace qanat::feed {
namespace {

constexpr std::string_view kAgentToken = "qanat";
constexpr std::uint64_t kMostRobots = 512 << 10;
constexpr std::size_t kMostSites = 10000;

bool is_redirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

}  // namespace

Fetcher::Fetcher(const Web& web, std::function<bool()> cancelled)
    : web_(web), cancelled_(std::move(cancelled)), client_(web, cancelled_) {}

// False: cancelled while waiting.
bool Fetcher::wait(const WebAddress& address, double robots_delay) {
  constexpr std::chrono::milliseconds kSlice(50);
  const auto last = last_requests_.find(address.host);
  if (last != last_requests_.end()) {
    const std::chrono::duration<double> pause(std::max(web_.delay_seconds, robots_delay));
    const auto until = last->second + std::chrono::duration_cast<std::chrono::steady_clock::duration>(pause);
    while (std::chrono::steady_clock::now() < until) {
      if (cancelled()) return false;
      std::this_thread::sleep_for(std::min<std::chrono::steady_clock::duration>(
          kSlice, std::max(until - std::chrono::steady_clock::now(), std::chrono::steady_clock::duration(0))));
    }
  }
  last_requests_[address.host] = std::chrono::steady_clock::now();
  return !cancelled();
}

const Fetcher::Site& Fetcher::site(const WebAddress& address) {
  const auto known = sites_.find(address.origin);
  if (known != sites_.end()) return known->second;
  if (sites_.size() >= kMostSites) sites_.clear();
  WebAddress at;
  parse_address(address.origin + "/robots.txt", "", at);
  const Answer answer = follow(at, {}, kMostRobots, false);
  Site site;
  if (answer.status == kOk)
    site.robots = Robots::parse(answer.body, kAgentToken);
  else if (answer.status == 0 || answer.status >= kServerFault)
    site.trouble = "its site's robots.txt cannot be had: " +
                   (answer.trouble.empty() ? "status " + std::to_string(answer.status) : answer.trouble);
  // No rules: everything may be read.
  else
    site.robots = Robots::allow_all();
  return sites_.emplace(address.origin, std::move(site)).first->second;
}

Answer Fetcher::follow(WebAddress& at, const Validators& validators, std::uint64_t most, bool obey) {
  for (int hops = 0;; ++hops) {
    double delay = 0;
    if (obey) {
      const Site& here = site(at);
      Answer refused;
      refused.passing = !here.trouble.empty();
      if (!here.trouble.empty())
        refused.trouble = here.trouble;
      else if (!here.robots.allows(at.path))
        refused.trouble = "is not to be fetched by programs, says its site's robots.txt";
      if (!refused.trouble.empty()) return refused;
      delay = here.robots.delay_seconds();
    }
    Answer answer;
    if (!wait(at, delay)) {
      answer.trouble = "stopped";
      answer.passing = true;
      return answer;
    }
    answer = client_.get(at, validators, most);
    if (!is_redirect(answer.status)) return answer;
    const std::string target(answer.headers.get("location"));
    WebAddress next;
    Answer refused;
    if (hops == web_.max_redirects)
      refused.trouble = "is redirected more than " + std::to_string(web_.max_redirects) + " times";
    else if (!parse_address(target, at.whole, next))
      refused.trouble = "is redirected to what is no web address";
    if (!refused.trouble.empty()) return refused;
    at = std::move(next);
  }
}

Fetched Fetcher::fetch(const std::string& address, const Validators& validators) {
  Fetched out;
  WebAddress at;
  if (!parse_address(address, "", at)) {
    out.answer.trouble = "is no web address that can be understood";
    return out;
  }
  out.answer = follow(at, validators, web_.max_bytes, true);
  out.address = at.whole;
  const int status = out.answer.status;
  if (out.answer.trouble.empty() && status != kOk && status != kNotModified) {
    out.answer.trouble = "cannot be fetched: the server answers " + std::to_string(status);
    out.answer.body.clear();
  }
  return out;
}

}  // namespace qanat::feed
