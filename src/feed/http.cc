#include "feed/http.h"

#include <curl/curl.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

namespace qanat::feed {
namespace {

constexpr const char* kAgent = "qanat/0.1 (reads news that its user names; obeys robots.txt)";
constexpr std::size_t kMostHead = 256 << 10;
constexpr int kTooMany = 429;
constexpr long kMillis = 1000;

long millis(double seconds) { return std::max(1L, static_cast<long>(seconds * kMillis)); }

struct FreeList {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

// libcurl must be set up once in a process, before threads.
bool set_up() {
  static const bool done = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
  return done;
}

}  // namespace

struct HttpClient::Exchange {
  const Web& web;
  const std::function<bool()>& cancelled;
  std::uint64_t most;
  Answer answer;
  std::string head;
  std::string refused;  // an address that is not everybody's
  bool too_large = false;

  static std::size_t on_head(char* data, std::size_t /*one*/, std::size_t size, void* self) {
    auto& exchange = *static_cast<Exchange*>(self);
    const std::string_view line(data, size);
    if (line.starts_with("HTTP/")) exchange.head.clear();  // an interim answer came before
    if (exchange.head.size() + size > kMostHead) return 0;
    exchange.head.append(line);
    return size;
  }
  static std::size_t on_body(char* data, std::size_t /*one*/, std::size_t size, void* self) {
    auto& exchange = *static_cast<Exchange*>(self);
    if (exchange.answer.body.size() + size > exchange.most) {
      exchange.too_large = true;
      return 0;
    }
    exchange.answer.body.append(data, size);
    return size;
  }
  static int on_progress(void* self, curl_off_t /*total*/, curl_off_t /*now*/, curl_off_t /*up*/, curl_off_t /*done*/) {
    const auto& exchange = *static_cast<Exchange*>(self);
    return exchange.cancelled && exchange.cancelled() ? 1 : 0;
  }
  static curl_socket_t on_socket(void* self, curlsocktype /*purpose*/, curl_sockaddr* address) {
    auto& exchange = *static_cast<Exchange*>(self);
    if (!exchange.web.allow_private && !is_public(&address->addr)) {
      exchange.refused = address_text(&address->addr);
      return CURL_SOCKET_BAD;
    }
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
  }

  void judge(CURLcode code, const char* detail) {
    if (too_large) {
      answer.trouble = "is larger than the " + std::to_string(most) + " bytes allowed, left out";
    } else if (code == CURLE_ABORTED_BY_CALLBACK) {
      answer.trouble = "stopped";
      answer.passing = true;
    } else if (!refused.empty() && code != CURLE_OK) {
      answer.trouble = "leads to " + refused + ", a private address; --allow-private permits it";
    } else if (code == CURLE_OPERATION_TIMEDOUT) {
      answer.trouble = "took too long (" + std::string(detail) + ")";
      answer.passing = true;
    } else if (code == CURLE_PARTIAL_FILE) {
      answer.trouble = "ended before the length that it promised, left out";
      answer.passing = true;
    } else if (code != CURLE_OK) {
      answer.trouble = std::string("cannot be fetched: ") + (*detail != '\0' ? detail : curl_easy_strerror(code));
      answer.passing = true;
    }
    if (!answer.trouble.empty()) {
      answer.status = 0;
      answer.body.clear();
      return;
    }
    std::string_view rest = head;
    answer.headers.take(rest);
    answer.passing = answer.status >= kServerFault || answer.status == kTooMany;
  }
};

HttpClient::HttpClient(const Web& web, std::function<bool()> cancelled)
    : web_(web), cancelled_(std::move(cancelled)), handle_(set_up() ? curl_easy_init() : nullptr) {}

HttpClient::~HttpClient() { curl_easy_cleanup(handle_); }

Answer HttpClient::get(const WebAddress& address, const Validators& validators, std::uint64_t most) {
  Exchange exchange{web_, cancelled_, most, {}, {}, {}, false};
  if (handle_ == nullptr) {
    exchange.answer.trouble = "cannot be fetched: libcurl has no memory";
    return exchange.answer;
  }
  CURL* curl = handle_;
  std::string detail(CURL_ERROR_SIZE, '\0');
  curl_easy_reset(curl);
  const auto set = [curl](CURLoption option, auto value) { curl_easy_setopt(curl, option, value); };
  set(CURLOPT_URL, address.whole.c_str());
  set(CURLOPT_PROTOCOLS_STR, "http,https");
  set(CURLOPT_PROXY, "");  // a proxy would look names up where we cannot see it
  set(CURLOPT_FOLLOWLOCATION, 0L);
  // Without signals libcurl would not shield us from SIGPIPE, and a server that hangs up would end the program.
  set(CURLOPT_NOSIGNAL, 0L);
  set(CURLOPT_USERAGENT, kAgent);
  set(CURLOPT_ACCEPT_ENCODING, "gzip, deflate");
  set(CURLOPT_CONNECTTIMEOUT_MS, millis(web_.connect_seconds));
  set(CURLOPT_TIMEOUT_MS, millis(web_.total_seconds));
  set(CURLOPT_ERRORBUFFER, detail.data());
  set(CURLOPT_HEADERFUNCTION, &Exchange::on_head);
  set(CURLOPT_HEADERDATA, &exchange);
  set(CURLOPT_WRITEFUNCTION, &Exchange::on_body);
  set(CURLOPT_WRITEDATA, &exchange);
  set(CURLOPT_NOPROGRESS, 0L);
  set(CURLOPT_XFERINFOFUNCTION, &Exchange::on_progress);
  set(CURLOPT_XFERINFODATA, &exchange);
  set(CURLOPT_OPENSOCKETFUNCTION, &Exchange::on_socket);
  set(CURLOPT_OPENSOCKETDATA, &exchange);

  std::unique_ptr<curl_slist, FreeList> lines;
  const auto add = [&lines](const std::string& line) { lines.reset(curl_slist_append(lines.release(), line.c_str())); };
  add("Accept: text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, */*;q=0.5");
  add("Accept-Language: ar, *;q=0.5");
  if (!validators.etag.empty()) add("If-None-Match: " + validators.etag);
  if (!validators.modified.empty()) add("If-Modified-Since: " + validators.modified);
  set(CURLOPT_HTTPHEADER, lines.get());

  const CURLcode code = curl_easy_perform(curl);
  long status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  exchange.answer.status = static_cast<int>(status);
  exchange.judge(code, detail.c_str());
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, nullptr);
  return std::move(exchange.answer);
}

}  // namespace qanat::feed
