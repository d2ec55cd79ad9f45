// The server as the net sees it: what it refuses, how it packs, when it closes, what it tells as it comes.
#include <gtest/gtest.h>
#include <zlib.h>
#include <zstd.h>

#include <atomic>

#include "api_client.h"

namespace qanat::api {
namespace {

using nlohmann::json;

constexpr const char* kToken = "0123456789abcdef";
const std::string kAuthorized = std::string("Authorization: Bearer ") + kToken + "\r\n";

std::string gunzip(const std::string& packed) {
  z_stream stream{};
  EXPECT_EQ(inflateInit2(&stream, 15 + 16), Z_OK);
  std::string out(1 << 20, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  out.resize(stream.total_out);
  inflateEnd(&stream);
  return out;
}

std::string unzstd(const std::string& packed) {
  std::string out(1 << 20, '\0');
  const std::size_t size = ZSTD_decompress(out.data(), out.size(), packed.data(), packed.size());
  EXPECT_EQ(ZSTD_isError(size), 0U);
  out.resize(size);
  return out;
}

class ServerTest : public testing::Test {
 protected:
  const Served served{kToken};
};

TEST_F(ServerTest, PacksAsItIsAsked) {
  const std::string plain = served.get("/vocabulary").body;
  ASSERT_GT(plain.size(), 1000U);
  const Response gzip = served.get("/vocabulary", "Accept-Encoding: gzip, deflate, br\r\n");
  EXPECT_EQ(gzip.header("content-encoding"), "gzip");
  EXPECT_EQ(gunzip(gzip.body), plain);
  const Response zstd = served.get("/vocabulary", "Accept-Encoding: gzip, deflate, br, zstd\r\n");
  EXPECT_EQ(zstd.header("content-encoding"), "zstd");
  EXPECT_EQ(unzstd(zstd.body), plain);
  const Response refused = served.get("/vocabulary", "Accept-Encoding: gzip;q=0, zstd; q=0\r\n");
  EXPECT_EQ(refused.header("content-encoding"), "");
  EXPECT_EQ(refused.body, plain);
  EXPECT_NE(gzip.header("etag"), zstd.header("etag"));
  EXPECT_EQ(gzip.header("vary"), "Accept-Encoding");
}

TEST_F(ServerTest, SaysThatNothingHasChanged) {
  const Response first = served.get("/channels");
  const std::string mark = first.header("etag");
  ASSERT_FALSE(mark.empty());
  const Response again = served.get("/channels", "If-None-Match: \"other\", W/" + mark + "\r\n");
  EXPECT_EQ(again.status, 304);
  EXPECT_EQ(again.header("etag"), mark);
  EXPECT_TRUE(again.body.empty());
  EXPECT_EQ(served.get("/channels", "If-None-Match: \"other\"\r\n").status, 200);
  EXPECT_EQ(served.get("/channels", "Accept-Encoding: gzip\r\nIf-None-Match: " + mark + "\r\n").status, 200);
}

TEST_F(ServerTest, HeadIsGetWithoutTheBody) {
  const Response get = served.get("/channels");
  const Response head = served.ask("HEAD", "/api/v1/channels");
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.header("content-length"), std::to_string(get.body.size()));
  EXPECT_EQ(head.header("etag"), get.header("etag"));
  EXPECT_TRUE(head.body.empty());
}

TEST_F(ServerTest, ServesOneRequestAfterAnotherOnOneConnection) {
  Client client(served.port());
  const std::string one = "GET /api/v1/health HTTP/1.1\r\nHost: localhost\r\n\r\n";
  client.send(one + one + "HEAD /api/v1/health HTTP/1.1\r\nHost: localhost\r\n\r\n" + one);
  EXPECT_EQ(read_response(client).body, "{\"status\":\"ok\"}");
  EXPECT_EQ(read_response(client).status, 200);
  EXPECT_EQ(read_response(client, false).status, 200);
  EXPECT_EQ(read_response(client).body, "{\"status\":\"ok\"}");
  client.send("GET /api/v1/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  EXPECT_EQ(read_response(client).status, 200);
  EXPECT_TRUE(client.at_end());
}

TEST_F(ServerTest, AnswersToItsOwnNameAlone) {
  const auto ask_as = [&](const std::string& host) {
    Client client(served.port());
    client.send("GET /api/v1/health HTTP/1.1\r\n" + (host.empty() ? "" : "Host: " + host + "\r\n") + "\r\n");
    return read_response(client).status;
  };
  for (const char* own : {"localhost", "LOCALHOST:80", "127.0.0.1:8017", "[::1]:8017", "ledger.example"})
    EXPECT_EQ(ask_as(own), 200) << own;
  for (const char* other : {"", "evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8017", "[evil"})
    EXPECT_EQ(ask_as(other), 421) << other;
}

TEST_F(ServerTest, RefusesWhatItDoesNotDo) {
  for (const char* method : {"PUT", "DELETE", "PATCH", "OPTIONS", "POST"}) {
    const Response response = served.ask(method, "/api/v1/channels");
    EXPECT_EQ(response.status, 405) << method;
    EXPECT_EQ(response.header("allow"), "GET, HEAD");
    EXPECT_EQ(response.type(), "application/problem+json");
    EXPECT_EQ(response.header("access-control-allow-origin"), "");
  }
  const Response got = served.get("/pages");
  EXPECT_EQ(got.status, 405);
  EXPECT_EQ(got.header("allow"), "POST");
  EXPECT_EQ(served.ask("GET", "/api/v2/channels").status, 404);
  EXPECT_EQ(served.ask("GET", "/api/v1/channels%").status, 400);
  EXPECT_EQ(served.ask("GET", "/api/v1/articles/..%2F..%2Fetc").status, 404);
  EXPECT_EQ(served.ask("GET", "/api/v1/articles/%00").status, 400);
  EXPECT_EQ(served.ask("GET", "/api/v1/articles/%FF").status, 400);
}

TEST_F(ServerTest, RefusesWhatIsTooLarge) {
  EXPECT_EQ(served.get("/channels", "X: " + std::string(20'000, 'x') + "\r\n").status, 431);
  EXPECT_EQ(served.ask("GET", "/api/v1/" + std::string(20'000, 'x')).status, 431);
  EXPECT_EQ(served.ask("GET", "/api/v1/health", {}, "a body").status, 413);
  Client client(served.port());
  client.send("POST /api/v1/pages HTTP/1.1\r\nHost: localhost\r\n" + kAuthorized + "Content-Length: 99000000\r\n\r\n");
  EXPECT_EQ(read_response(client).status, 413);
  EXPECT_TRUE(client.at_end());
  Client chunked(served.port());
  chunked.send("POST /api/v1/pages HTTP/1.1\r\nHost: localhost\r\n" + kAuthorized +
               "Transfer-Encoding: chunked\r\n\r\n7fffffff\r\n");
  chunked.send(std::string(1000, 'x'));
  EXPECT_EQ(read_response(chunked).status, 413);
}

TEST_F(ServerTest, AnswersWhatIsNoHttpWithAProblem) {
  for (const char* nonsense : {"\x16\x03\x01\x02\x00\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n",
                               "GET / HTTP/1.1\r\nHost localhost\r\n\r\n"}) {
    Client client(served.port());
    client.send(nonsense);
    const Response response = read_response(client);
    EXPECT_EQ(response.status, 400) << nonsense;
    EXPECT_TRUE(client.at_end());
  }
}

TEST(ServerLimits, TurnsAwayThoseWhoAreTooMany) {
  const Served served("", 3);
  std::vector<std::unique_ptr<Client>> inside;
  for (int i = 0; i < 3; ++i) {
    inside.push_back(std::make_unique<Client>(served.port()));
    inside.back()->send("GET /api/v1/health HTTP/1.1\r\nHost: localhost\r\n\r\n");
    EXPECT_EQ(read_response(*inside.back()).status, 200);
  }
  Client outside(served.port());
  EXPECT_EQ(read_response(outside).status, 503);
  EXPECT_TRUE(outside.at_end());
  inside.pop_back();
  // As soon as the server has seen the other one go, there is room.
  int status = 503;
  for (int i = 0; i < 1000 && status != 200; ++i) {
    Client next(served.port());
    next.send("GET /api/v1/health HTTP/1.1\r\nHost: localhost\r\n\r\n");
    status = read_response(next).status;
  }
  EXPECT_EQ(status, 200);
}

// ---- pages -----------------------------------------------------------------------------------------------------

const std::string kPage =
    "التقى وزير الخارجية النرويجي يان لوندة، اليوم الاثنين 3 فبراير 2025، نظيره المغربي ناصر بوريطة في الرباط.\n";

TEST_F(ServerTest, TakesPagesFromWhoeverHasTheToken) {
  EXPECT_EQ(served.ask("POST", "/api/v1/pages", {}, kPage).status, 401);
  EXPECT_EQ(served.ask("POST", "/api/v1/pages", "Authorization: Bearer 0123456789abcdeF\r\n", kPage).status, 401);
  EXPECT_EQ(served.ask("POST", "/api/v1/pages", "Authorization: Bearer 0123\r\n", kPage).status, 401);
  EXPECT_EQ(served.ask("POST", "/api/v1/pages", kAuthorized + "Origin: http://evil.example\r\n", kPage).status, 403);

  const json before = served.json("/statistics");
  const Response response =
      served.ask("POST", "/api/v1/pages?id=rabat&published=2025-02-03&publisher=%D8%A7%D9%84%D9%85%D8%B1%D9%81%D8%A3",
                 kAuthorized, kPage);
  ASSERT_EQ(response.status, 200) << response.body;
  const json read = response.json();
  EXPECT_EQ(read["added"], 1);
  ASSERT_EQ(read["articles"].size(), 1U);
  EXPECT_EQ(read["articles"][0]["id"], "rabat");
  EXPECT_EQ(read["articles"][0]["published"], "2025-02-03");
  ASSERT_EQ(read["articles"][0]["reports"].size(), 1U) << response.body;
  // The answer to the next question knows it.
  EXPECT_EQ(served.json("/statistics")["totals"]["articles"], before["totals"]["articles"].get<int>() + 1);
  const json channels = served.json("/channels?party=NOR&party=MAR");
  ASSERT_EQ(channels["total"], 1);
  EXPECT_EQ(channels["items"][0]["status"], "held");

  const json again =
      served
          .ask("POST", "/api/v1/pages?id=rabat&published=2025-02-03&publisher=%D8%A7%D9%84%D9%85%D8%B1%D9%81%D8%A3",
               kAuthorized, kPage)
          .json();
  EXPECT_EQ(again["unchanged"], 1);
  EXPECT_EQ(again["changes"], 0);
}

TEST_F(ServerTest, TakesJsonLinesAndWhatHasNoPage) {
  const json one = {{"id", "l1"}, {"text", kPage}, {"published", "2025-02-03"}};
  const json two = {{"id", "l2"}, {"text", "أغلقت البورصة على ارتفاع.\n"}, {"published", "2025-02-03"}};
  const Response lines =
      served.ask("POST", "/api/v1/pages", kAuthorized, one.dump() + "\n" + two.dump() + "\n{broken\n");
  ASSERT_EQ(lines.status, 200) << lines.body;
  EXPECT_EQ(lines.json()["documents"], 2);
  ASSERT_FALSE(lines.json()["issues"].empty());
  EXPECT_EQ(lines.body.find("/proc/"), std::string::npos) << lines.body;

  const Response nothing = served.ask("POST", "/api/v1/pages", kAuthorized, "");
  EXPECT_EQ(nothing.status, 422);
  EXPECT_EQ(nothing.type(), "application/problem+json");
  // Without an id a page is known by its text.
  const json by_text = served.ask("POST", "/api/v1/pages", kAuthorized, kPage).json();
  EXPECT_EQ(by_text["articles"][0]["id"].get<std::string>().size(), 32U) << by_text;
}

TEST_F(ServerTest, WaitsForABodyThatIsAnnounced) {
  Client client(served.port());
  client.send("POST /api/v1/pages HTTP/1.1\r\nHost: localhost\r\n" + kAuthorized +
              "Expect: 100-continue\r\nContent-Length: " + std::to_string(kPage.size()) + "\r\n\r\n");
  EXPECT_EQ(client.read_until("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
  client.send(kPage);
  EXPECT_EQ(read_response(client).status, 200);
}

TEST(ServerReadOnly, TakesNoPagesWithoutAToken) {
  const Served served;
  const Response response = served.ask("POST", "/api/v1/pages", kAuthorized, kPage);
  EXPECT_EQ(response.status, 403);
  EXPECT_NE(response.json()["detail"].get<std::string>().find("--token-file"), std::string::npos);
  EXPECT_EQ(served.json("/")["accepts_pages"], false);
}

TEST_F(ServerTest, SeesWhatAnotherProgramWrites) {
  const int before = served.json("/statistics")["totals"]["articles"];
  const std::string mark = served.get("/articles").header("etag");
  const auto store = store::Store::open(served.ledger(), store::Store::Mode::create);
  ASSERT_TRUE(store.ok());
  ASSERT_TRUE(store.value()->write({cli::page_of("late", "عنوان", cli::kMet, "", "2024-05-01", {})}).ok());
  EXPECT_EQ(served.json("/statistics")["totals"]["articles"], before + 1);
  EXPECT_EQ(served.get("/articles", "If-None-Match: " + mark + "\r\n").status, 200);
}

TEST_F(ServerTest, FollowsALedgerThatIsMadeAnew) {
  for (const char* ending : {"", "-wal", "-shm"}) std::filesystem::remove(served.ledger() + ending);
  const Response gone = served.get("/articles");
  EXPECT_EQ(gone.status, 503);
  EXPECT_NE(gone.body.find("qanat ingest"), std::string::npos);
  {
    const auto store = store::Store::open(served.ledger(), store::Store::Mode::create);
    ASSERT_TRUE(store.ok());
    ASSERT_TRUE(store.value()->write({cli::page_of("only", "عنوان", cli::kMet, "", "2024-05-01", {})}).ok());
  }
  EXPECT_EQ(served.json("/statistics")["totals"]["articles"], 1);
  EXPECT_EQ(served.json("/articles/only")["text"], cli::kMet);
  EXPECT_EQ(served.ask("POST", "/api/v1/pages?id=second", kAuthorized, kPage).status, 200);
  EXPECT_EQ(served.json("/statistics")["totals"]["articles"], 2);
}

TEST_F(ServerTest, ReadsGoOnWhilePagesAreWritten) {
  std::atomic<bool> done{false};
  std::thread writer([&] {
    for (int i = 0; i < 40; ++i) {
      const Response response =
          served.ask("POST", "/api/v1/pages?id=w" + std::to_string(i) + "&published=2025-02-03", kAuthorized, kPage);
      EXPECT_EQ(response.status, 200) << response.body;
    }
    done = true;
  });
  int reads = 0;
  int articles = 0;
  while (!done) {
    const json now = served.json("/statistics");
    EXPECT_GE(now["totals"]["articles"].get<int>(), articles);
    articles = now["totals"]["articles"];
    EXPECT_EQ(served.get("/channels?party=NOR").status, 200);
    ++reads;
  }
  writer.join();
  EXPECT_GT(reads, 0);
  EXPECT_EQ(served.json("/articles?limit=500")["total"], served.json("/statistics")["totals"]["articles"]);
}

// ---- changes as they come ----------------------------------------------------------------------------------------

// The next event of that name: its id and its data.
std::pair<std::string, json> next_event(Client& client, const std::string& name) {
  for (;;) {
    const std::string event = client.read_until("\n\n");
    if (event.empty()) return {};
    if (event.find("event: " + name + "\n") == std::string::npos) continue;
    const std::size_t data = event.find("data: ");
    const std::size_t id = event.find("id: ");
    return {id == std::string::npos ? "" : event.substr(id + 4, event.find('\n', id) - id - 4),
            json::parse(event.substr(data + 6), nullptr, false)};
  }
}

TEST_F(ServerTest, TellsChangesAsTheyCome) {
  const int seq = served.json("/statistics")["seq"];
  Client all(served.port());
  all.send("GET /api/v1/changes/stream HTTP/1.1\r\nHost: localhost\r\n\r\n");
  const Response head = read_response(all, false);
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.type(), "text/event-stream");
  EXPECT_EQ(next_event(all, "ledger").second["seq"], seq);
  Client others(served.port());
  others.send("GET /api/v1/changes/stream?party=JPN HTTP/1.1\r\nHost: localhost\r\n\r\n");
  EXPECT_EQ(next_event(others, "ledger").second["seq"], seq);

  ASSERT_EQ(served.ask("POST", "/api/v1/pages?published=2025-02-03", kAuthorized, kPage).status, 200);
  const auto [id, change] = next_event(all, "change");
  EXPECT_EQ(change["change"], "channel_opened");
  EXPECT_EQ(change["actors"], json({"MAR", "NOR"}));
  EXPECT_EQ(id, std::to_string(change["seq"].get<int>()));
  // Whoever listens for others hears only that the ledger has moved.
  EXPECT_GT(next_event(others, "ledger").second["seq"].get<int>(), seq);

  // Coming back, one is told what one missed.
  Client back(served.port());
  back.send("GET /api/v1/changes/stream HTTP/1.1\r\nHost: localhost\r\nLast-Event-ID: " + std::to_string(seq) +
            "\r\n\r\n");
  EXPECT_EQ(next_event(back, "change").second, change);
  Client wrong(served.port());
  wrong.send("GET /api/v1/changes/stream?party=Atlantis HTTP/1.1\r\nHost: localhost\r\n\r\n");
  EXPECT_EQ(read_response(wrong).status, 400);
}

TEST(ServerStops, InGoodOrder) {
  Served served(kToken);
  Client idle(served.port());
  Client stream(served.port());
  stream.send("GET /api/v1/changes/stream HTTP/1.1\r\nHost: localhost\r\n\r\n");
  next_event(stream, "ledger");
  idle.send("GET /api/v1/health HTTP/1.1\r\nHost: localhost\r\n\r\n");
  EXPECT_EQ(read_response(idle).status, 200);
  const std::uint16_t port = served.port();
  served.stop();
  EXPECT_TRUE(idle.at_end());
  stream.read_until("never");
  EXPECT_TRUE(stream.at_end());
  EXPECT_FALSE(Client(port).connected());
}

TEST(ServerStarts, OnlyWhereItCan) {
  ServeOptions options;
  options.ledger = "/nowhere/at/all.qanat";
  const auto missing = Server::make(options);
  ASSERT_FALSE(missing.ok());
  EXPECT_NE(missing.error().message.find("qanat ingest"), std::string::npos);
  const Served served;
  options.ledger = served.ledger();
  options.port = served.port();
  const auto taken = Server::make(options);
  ASSERT_FALSE(taken.ok());
  EXPECT_NE(taken.error().message.find("--port"), std::string::npos);
  options.address = "nonsense";
  EXPECT_FALSE(Server::make(options).ok());
}

TEST_F(ServerTest, SaysThatTheBoardIsMissingOrServesIt) {
  const Response root = served.ask("GET", "/");
  EXPECT_EQ(root.status, 200);
  EXPECT_EQ(root.type(), "text/html");
  const std::string policy = root.header("content-security-policy");
  EXPECT_NE(policy.find("script-src 'self'"), std::string::npos);
  EXPECT_EQ(policy.find("unsafe"), std::string::npos);
  EXPECT_EQ(root.header("x-frame-options"), "DENY");
  EXPECT_EQ(served.ask("GET", "/assets/none.js").status, 404);
}

}  // namespace
}  // namespace qanat::api
