#include "api/desk.h"

#include <algorithm>
#include <ctime>

#include "api/guard.h"
#include "api/router.h"

namespace qanat::api {
namespace {

constexpr std::string_view kBase = "/api/v1";
constexpr std::size_t kToldKept = 20'000;

const char* reason(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 304:
      return "Not Modified";
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 408:
      return "Request Timeout";
    case 413:
      return "Content Too Large";
    case 421:
      return "Misdirected Request";
    case 422:
      return "Unprocessable Content";
    case 431:
      return "Request Header Fields Too Large";
    default:
      return "Service Unavailable";
  }
}

std::string_view path_of(std::string_view target) { return target.substr(0, target.find('?')); }

bool is_api(std::string_view path) { return path == kBase || path.starts_with("/api/v1/"); }

// Is the mark among those of an If-None-Match header? Weak or strong makes no difference to a reader.
bool is_among(std::string_view marks, std::string_view mark) {
  if (marks == "*") return true;
  while (!marks.empty()) {
    const std::size_t begin = marks.find('"');
    if (begin == std::string_view::npos) return false;
    const std::size_t end = marks.find('"', begin + 1);
    if (end == std::string_view::npos) return false;
    if (marks.substr(begin + 1, end - begin - 1) == mark) return true;
    marks.remove_prefix(end + 1);
  }
  return false;
}

// Of a packed body another one than of the plain one, as they differ byte for byte.
std::string mark_of(std::string_view mark, Packing packing) {
  std::string out(mark);
  if (packing == Packing::gzip) out += "-gz";
  if (packing == Packing::zstd) out += "-zs";
  return out;
}

constexpr const char* kNoBoard =
    "<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>Qanat</title>\n"
    "<h1>Qanat</h1>\n<p>This qanat was built without its board. To build it with the board: install nodejs and npm, "
    "then "
    "<code>./run.sh --serve</code>.</p>\n"
    "<p>The API is here all the same: <a href=\"/api/v1/\">/api/v1/</a>, described by "
    "<a href=\"/api/v1/openapi.json\">/api/v1/openapi.json</a>.</p>\n</html>\n";

}  // namespace

std::string status_line(int status) {
  char date[64];
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  ::gmtime_r(&now, &parts);
  const std::size_t size = std::strftime(date, sizeof date, "%a, %d %b %Y %H:%M:%S GMT", &parts);
  std::string out = "HTTP/1.1 ";
  out.append(std::to_string(status)).append(" ").append(reason(status)).append("\r\nDate: ");
  return out.append(date, size).append("\r\n");
}

Desk::Desk(Rules rules, Keeper& keeper, Pool& pool, const Names& names, const engine::Reader& reader)
    : rules_(std::move(rules)),
      keeper_(keeper),
      pool_(pool),
      names_(names),
      reader_(reader),
      told_(kToldKept),
      cache_(rules_.cache_bytes) {}

bool Desk::is_ingest(const Request& request) {
  return request.method == "POST" && path_of(request.target) == "/api/v1/pages";
}

bool Desk::is_stream(const Request& request) {
  return request.method == "GET" && path_of(request.target) == "/api/v1/changes/stream";
}

Reply Desk::pack(const Answer& answer, const Request& request, std::string_view headers) const {
  Reply out;
  out.status = answer.status;
  out.head = status_line(answer.status);
  out.head.append("Content-Type: ").append(answer.type).append("\r\nCache-Control: no-store\r\n");
  out.head.append(security_headers(false)).append(headers);
  Packing packing = accepted(request.accept_encoding);
  constexpr std::size_t kWorthPacking = 512;
  std::string packed = answer.body.size() < kWorthPacking ? std::string() : api::pack(answer.body, packing);
  if (packed.empty()) packing = Packing::none;
  if (packing != Packing::none) out.head.append("Content-Encoding: ").append(to_string(packing)).append("\r\n");
  out.head += "Vary: Accept-Encoding\r\n";
  if (packing == Packing::none) packed = answer.body;
  out.body = std::make_shared<const std::string>(std::move(packed));
  out.length = out.body->size();
  return out;
}

std::optional<Reply> Desk::refuse(const Request& request) const {
  if (!is_own_host(request.host, rules_.hosts))
    return pack(problem(421, "wrong-host", "this server is not called so",
                        "'" + request.host.substr(0, 100) +
                            "' is no name of this server; ask by its address or by localhost, or start it with "
                            "--host NAME"),
                request);
  if (is_ingest(request)) {
    if (!is_same_site(request.origin, request.host))
      return pack(problem(403, "other-site", "pages are taken from this server's own site alone",
                          "the request came from a page of " + request.origin.substr(0, 100)),
                  request);
    if (rules_.token.empty())
      return pack(problem(403, "read-only", "this server takes no pages",
                          "start it with a token: `qanat serve --token-file FILE`"),
                  request);
    if (!has_token(request.authorization, rules_.token))
      return pack(problem(401, "no-token", "the token is missing or wrong",
                          "send the header `Authorization: Bearer TOKEN` with the token of --token-file"),
                  request, "WWW-Authenticate: Bearer realm=\"qanat\"\r\n");
    return std::nullopt;
  }
  if (request.method == "GET" || request.method == "HEAD") return std::nullopt;
  const bool posts = path_of(request.target) == "/api/v1/pages";
  return pack(problem(405, "method", "that cannot be done here",
                      posts ? "pages are sent with POST" : "all is read with GET; POST /api/v1/pages takes pages"),
              request, posts ? "Allow: POST\r\n" : "Allow: GET, HEAD\r\n");
}

Reply Desk::reply(const Request& request) {
  const std::string_view path = path_of(request.target);
  if (is_api(path)) return api(request);
  if (path.starts_with("/api/"))
    return pack(not_found("the API is at /api/v1, described by /api/v1/openapi.json"), request);
  return board(request);
}

Reply Desk::from_kept(const Kept& kept, const Request& request) const {
  Packing packing = accepted(request.accept_encoding);
  Reply out;
  out.body = kept.body(packing);
  const std::string mark = mark_of(kept.mark(), packing);
  const bool known = !request.if_none_match.empty() && is_among(request.if_none_match, mark);
  out.status = known ? 304 : kept.answer().status;
  out.head = status_line(out.status);
  out.head.append("ETag: \"").append(mark).append("\"\r\nCache-Control: no-cache\r\nVary: Accept-Encoding\r\n");
  out.head.append(security_headers(false));
  if (known) {
    out.body = nullptr;
    return out;
  }
  out.length = out.body->size();
  out.head.append("Content-Type: ").append(kept.answer().type).append("\r\n");
  if (packing != Packing::none) out.head.append("Content-Encoding: ").append(to_string(packing)).append("\r\n");
  if (!kept.answer().filename.empty())
    out.head.append("Content-Disposition: attachment; filename=\"").append(kept.answer().filename).append("\"\r\n");
  return out;
}

Reply Desk::api(const Request& request) {
  if (path_of(request.target) == "/api/v1/pages")
    return pack(problem(405, "method", "that cannot be done here", "pages are sent with POST"), request,
                "Allow: POST\r\n");
  const std::shared_ptr<const Book> book = keeper_.book();
  if (const auto kept = cache_.find(book->generation, request.target)) return from_kept(*kept, request);
  const auto target = parse_target(request.target);
  if (!target)
    return pack(problem(400, "bad-target", "the address cannot be understood",
                        "it must begin with /, be UTF-8, and have its signs escaped as %XX"),
                request);
  Answer answer = look_up(*target, *book);
  if (answer.status != 200) return pack(answer, request);
  const auto kept = std::make_shared<const Kept>(std::move(answer));
  cache_.keep(book->generation, request.target, kept);
  return from_kept(*kept, request);
}

Answer Desk::look_up(const Target& target, const Book& book) {
  constexpr std::size_t kBaseSegments = 2;
  const std::span<const std::string> path(target.path.begin() + kBaseSegments, target.path.end());
  std::vector<std::string> ids;
  const Route* route = find_route(path, ids);
  if (route == nullptr) return not_found("there is no such path; /api/v1/openapi.json lists them all");
  Params params(target.query, names_, route->whole);
  params.allow(route->params);
  if (params.trouble()) return *params.trouble();
  auto store = pool_.take();
  if (!store) return unavailable(store.error().message);
  Call call{book, **store, names_, reader_, told_, params, ids, rules_.ledger, !rules_.token.empty()};
  Answer answer = route->view(call);
  if (answer.status == 200 && answer.filename.empty()) answer.filename = route->filename;
  return answer;
}

Reply Desk::board(const Request& request) const {
  const std::string_view path = path_of(request.target);
  Reply out;
  const auto assets = rules_.assets;
  if (assets.empty()) {
    out.status = path == "/" ? 200 : 404;
    out.head = status_line(out.status);
    out.head.append("Content-Type: text/html; charset=utf-8\r\nCache-Control: no-store\r\n");
    out.head.append(security_headers(true));
    out.fixed_body = kNoBoard;
    out.length = out.fixed_body.size();
    return out;
  }
  const auto named = [&](std::string_view name) {
    return std::find_if(assets.begin(), assets.end(), [&](const Asset& a) { return a.path == name; });
  };
  auto asset = named(path);
  const bool hashed = path.starts_with("/assets/");
  if (asset == assets.end()) {
    if (hashed) return pack(not_found("the board has no such file; load it anew"), request);
    asset = named("/index.html");  // the board finds its way by the address
  }
  if (asset == assets.end()) return pack(not_found("the board has no such file"), request);
  const bool packed = !asset->gzip.empty() && accepted(request.accept_encoding, Packing::gzip) == Packing::gzip;
  const std::string mark = mark_of(asset->etag, packed ? Packing::gzip : Packing::none);
  const bool known = !request.if_none_match.empty() && is_among(request.if_none_match, mark);
  out.status = known ? 304 : 200;
  out.head = status_line(out.status);
  out.head.append("ETag: \"").append(mark).append("\"\r\nVary: Accept-Encoding\r\nCache-Control: ");
  out.head.append(hashed ? "public, max-age=31536000, immutable\r\n" : "no-cache\r\n").append(security_headers(true));
  if (known) return out;
  out.head.append("Content-Type: ").append(asset->type).append("\r\n");
  if (packed) out.head += "Content-Encoding: gzip\r\n";
  out.fixed_body = packed ? asset->gzip : asset->body;
  out.length = out.fixed_body.size();
  return out;
}

}  // namespace qanat::api
