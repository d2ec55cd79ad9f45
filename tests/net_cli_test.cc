// Addresses, feeds and watched folders as a user names them.
#include <signal.h>

#include <chrono>
#include <functional>
#include <thread>

#include "cli_run.h"
#include "net_server.h"

namespace qanat::cli {
namespace {

const std::string kPage =
    "<html><body><h1>لقاء في أنقرة</h1><p>التقى وزير الخارجية الروسي نظيره التركي في أنقرة اليوم.</p>"
    "<p>وبحث الوزيران في لقائهما الذي دام ساعتين ملف الحدود، واتفقا على أن يجتمع الخبراء في الشهر المقبل.</p>"
    "</body></html>";

class NetCliTest : public CliTest {
 protected:
  // Waits for what must come; ten seconds at most, which only a failure needs.
  static bool comes(const std::function<bool()>& it) {
    for (int i = 0; i < 200 && !it(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(50));
    return it();
  }

  NetServer server_;
};

TEST_F(NetCliTest, AFeedIsReadOnceAndAgainOnlyIfTheLedgerIsGone) {
  server_.on("/rss", "<rss version='2.0'><channel><item><title>لقاء</title><link>/1</link></item></channel></rss>",
             "ETag: \"1\"\r\n");
  server_.on("/1", kPage);
  const Words words = {"ingest", "--feed", server_.url("/rss"), "--allow-private", "--delay", "0"};
  const Ran first = run(words);
  EXPECT_EQ(first.code, 0) << first.err;
  EXPECT_TRUE(holds(first.out, "1 page read: 1 new")) << first.out;
  const Ran second = run(words);
  EXPECT_EQ(second.code, 0) << second.err;
  EXPECT_TRUE(holds(second.out, "0 pages read")) << second.out;
  EXPECT_EQ(server_.times("/1"), 1);
  std::filesystem::remove(path("ledger.qanat"));
  EXPECT_TRUE(holds(run(words).out, "1 page read: 1 new"));
}

TEST_F(NetCliTest, PrivateAddressesWantAWord) {
  server_.on("/1", kPage);
  const Ran refused = run({"read", server_.url("/1")});
  EXPECT_EQ(refused.code, 1);
  EXPECT_TRUE(holds(refused.err, "--allow-private")) << refused.err;
  const Ran read = run({"read", server_.url("/1"), "--allow-private", "--delay", "0"});
  EXPECT_EQ(read.code, 0) << read.err;
  ASSERT_EQ(read.json().size(), 1U);
  EXPECT_EQ(read.json()[0]["url"], server_.url("/1"));
  const Ran shown = run({"page", server_.url("/1"), "--allow-private", "--delay", "0"});
  EXPECT_EQ(shown.code, 0) << shown.err;
  EXPECT_TRUE(holds(shown.out, "لقاء في أنقرة")) << shown.out;
}

TEST_F(NetCliTest, NothingNamedIsAnErrorOfUsage) { EXPECT_EQ(run({"ingest"}).code, 2); }

TEST_F(NetCliTest, AWatchedFolderIsReadUntilCtrlC) {
  write("in/a.jsonl", "{\"text\": \"التقى وزير الخارجية الروسي نظيره التركي في أنقرة اليوم.\"}\n");
  write("stdin", "");
  const pid_t child = start({"watch", "in"});
  EXPECT_TRUE(comes([this] { return holds(content("stdout"), "in/a.jsonl: 1 page, 1 new"); })) << content("stderr");
  write("in/sub/b.html", kPage);
  EXPECT_TRUE(comes([this] { return holds(content("stdout"), "in/sub/b.html: 1 page, 1 new"); })) << content("stdout");
  ::kill(child, SIGINT);
  const Ran ended = wait(child);
  EXPECT_EQ(ended.code, 0);
  EXPECT_TRUE(holds(ended.err, "stopped watching")) << ended.err;
  EXPECT_EQ(run({"verify"}).code, 0);
}

TEST_F(NetCliTest, WhatCannotBeWatchedIsAnErrorOfUsage) {
  const Ran ran = run({"watch", "none"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_TRUE(holds(ran.err, "none: cannot be watched")) << ran.err;
}

}  // namespace
}  // namespace qanat::cli
