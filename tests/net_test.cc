// Pages and feeds from a server of our own, friendly and hostile.
#include <netinet/in.h>

#include <cstring>

#include "feed/address.h"
#include "feed/robots.h"
#include "feed_files.h"
#include "net_server.h"

namespace qanat::feed {
namespace {

const std::string kPage = "<html><body><p>التقى الوزيران صباح اليوم في عمّان.</p></body></html>";

class NetTest : public FeedFiles {
 protected:
  NetTest() {
    web_.allow_private = true;
    web_.delay_seconds = 0;
    web_.total_seconds = 5;
  }

  Got fetch(const Wanted& wanted) {
    Got got;
    Sink sink;
    sink.document = [&](Document&& d, const Progress&) {
      got.documents.push_back(std::move(d));
      return true;
    };
    sink.issue = [&](Issue&& i) { got.issues.push_back(std::move(i)); };
    const Status status = read(wanted, {}, web_, sink);
    got.ok = status.ok();
    if (!got.ok) got.error = status.error().message;
    return got;
  }
  Got page(const std::string& path) { return fetch({{server_.url(path)}, {}}); }
  Got feed(const std::string& path) { return fetch({{}, {server_.url(path)}}); }

  // The one thing that went wrong.
  std::string trouble(const std::string& path) {
    const Got got = page(path);
    EXPECT_TRUE(got.documents.empty());
    EXPECT_EQ(got.issues.size(), 1U) << told(got);
    return got.issues.empty() ? "" : got.issues[0].what;
  }

  std::string rss(const Names& links, const std::string& content = "") const {
    std::string out = "<rss version='2.0'><channel><title>ص</title>";
    for (const std::string& link : links)
      out += "<item><title>عنوان</title><link>" + link + "</link><pubDate>Tue, 05 Mar 2024 08:00:00 GMT</pubDate>" +
             (content.empty() ? "" : "<description>" + content + "</description>") + "</item>";
    return out + "</channel></rss>";
  }

  NetServer server_;
  Web web_;
};

TEST_F(NetTest, APageCarriesWhatTheServerSaysOfIt) {
  server_.on("/a", kPage, "Content-Type: text/html; charset=windows-1256\r\n");
  const Got got = page("/a");
  ASSERT_EQ(got.ids(), (Names{server_.url("/a")})) << told(got);
  EXPECT_EQ(got.documents[0].bytes, kPage);
  EXPECT_EQ(got.documents[0].url, server_.url("/a"));
  EXPECT_EQ(got.documents[0].content_type, "text/html; charset=windows-1256");
  EXPECT_EQ(got.documents[0].fetched.size(), 20U);
  EXPECT_EQ(got.documents[0].published, "");
  EXPECT_NE(server_.last_request().find("User-Agent: qanat/"), std::string::npos);
}

TEST_F(NetTest, PackedAnswersAreUnpackedAndTypeIsToldByContent) {
  server_.on("/g", gzipped(kPage), "Content-Encoding: gzip\r\n");
  EXPECT_EQ(page("/g").documents.at(0).bytes, kPage);
  server_.on("/lines.html", "{\"id\": \"a\", \"text\": \"نص\"}\n{\"id\": \"b\", \"text\": \"نص\"}\n");
  EXPECT_EQ(page("/lines.html").ids(), (Names{"a", "b"}));
  server_.on("/archive", gzipped("WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Record-ID: <urn:uuid:w>\r\n"
                                 "Content-Type: text/plain\r\nContent-Length: 6\r\n\r\nنصّ\r\n\r\n"));
  EXPECT_EQ(page("/archive").ids(), (Names{"w"}));
  server_.on("/rss", rss({"https://paper.example/1"}, "نصّ"));
  EXPECT_EQ(page("/rss").ids(), (Names{"https://paper.example/1"}));
}

TEST_F(NetTest, RedirectsAreFollowedAFewStepsAndNoMore) {
  server_.on("/old", "", "Location: mid?x=1\r\n", "301 Moved");
  server_.on("/mid?x=1", "", "Location: /new#part\r\n", "302 Found");
  server_.on("/new", kPage);
  const Got got = page("/old");
  ASSERT_EQ(got.documents.size(), 1U) << told(got);
  EXPECT_EQ(got.documents[0].id, server_.url("/old"));
  EXPECT_EQ(got.documents[0].url, server_.url("/new"));
  server_.on("/loop", "", "Location: /loop\r\n", "302 Found");
  EXPECT_EQ(trouble("/loop"), "is redirected more than 5 times");
  EXPECT_EQ(server_.times("/loop"), 6);
  server_.on("/file", "", "Location: file:///etc/passwd\r\n", "302 Found");
  EXPECT_EQ(trouble("/file"), "is redirected to what is no web address");
  server_.on("/none", "", "", "302 Found");
  EXPECT_EQ(trouble("/none"), "is redirected to what is no web address");
}

TEST_F(NetTest, PrivateAddressesAreRefusedWhenTheyAreConnectedTo) {
  server_.on("/a", kPage);
  web_.allow_private = false;
  EXPECT_NE(trouble("/a").find("127.0.0.1, a private address; --allow-private"), std::string::npos);
  EXPECT_TRUE(server_.asked().empty());
  // The name is looked at by what it resolves to, so that no name helps.
  std::string by_name = server_.url("/a");
  by_name.replace(by_name.find("127.0.0.1"), 9, "localhost");
  const Got got = fetch({{by_name}, {}});
  EXPECT_TRUE(got.documents.empty());
  EXPECT_TRUE(server_.asked().empty());
}

TEST_F(NetTest, SlowDripsEndWithTheTimeAllowed) {
  web_.total_seconds = 0.5;
  server_.on("/drip", [](const std::string&, const NetServer::Client& client) {
    client.send("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
    while (client.send("x")) std::this_thread::sleep_for(std::chrono::milliseconds(20));
  });
  EXPECT_NE(trouble("/drip").find("took too long"), std::string::npos);
  server_.on("/head", [](const std::string&, const NetServer::Client& client) {
    client.send("HTTP/1.1 200 OK\r\n");
    while (client.send("X: y\r\n")) std::this_thread::sleep_for(std::chrono::milliseconds(20));
  });
  EXPECT_NE(trouble("/head").find("took too long"), std::string::npos);
}

TEST_F(NetTest, LyingLengthsBombsAndHugeAnswersGiveNothing) {
  server_.on("/short", [](const std::string&, const NetServer::Client& client) {
    client.send("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n<p>half a story");
  });
  EXPECT_EQ(trouble("/short"), "ended before the length that it promised, left out");
  web_.max_bytes = 1 << 20;
  server_.on("/bomb", gzipped(std::string(64 << 20, ' ')), "Content-Encoding: gzip\r\n");
  EXPECT_NE(trouble("/bomb").find("larger than the 1048576 bytes allowed"), std::string::npos);
  server_.on("/huge", [](const std::string&, const NetServer::Client& client) {
    client.send("HTTP/1.1 200 OK\r\n\r\n");
    const std::string much(1 << 16, 'x');
    while (client.send(much)) {
    }
  });
  EXPECT_NE(trouble("/huge").find("larger than"), std::string::npos);
  server_.on("/heads", [](const std::string&, const NetServer::Client& client) {
    client.send("HTTP/1.1 200 OK\r\n");
    const std::string line = "X: " + std::string(1000, 'y') + "\r\n";
    while (client.send(line)) {
    }
  });
  EXPECT_NE(trouble("/heads"), "");
  server_.on("/nonsense", [](const std::string&, const NetServer::Client& client) { client.send("\x01\x02\x03\r\n"); });
  EXPECT_NE(trouble("/nonsense").find("cannot be fetched"), std::string::npos);
  EXPECT_EQ(trouble("/missing"), "cannot be fetched: the server answers 404");
}

TEST_F(NetTest, RobotsAreHonouredOnEveryHop) {
  server_.on("/robots.txt", "User-agent: *\nDisallow: /private\n");
  server_.on("/private/a", kPage);
  server_.on("/door", "", "Location: /private/a\r\n", "302 Found");
  server_.on("/open", kPage);
  EXPECT_NE(trouble("/private/a").find("robots.txt"), std::string::npos);
  EXPECT_NE(trouble("/door").find("robots.txt"), std::string::npos);
  EXPECT_EQ(server_.times("/private/a"), 0);
  EXPECT_EQ(page("/open").documents.size(), 1U);
  // Asked once in a run.
  const int before = server_.times("/robots.txt");
  EXPECT_EQ(fetch({{server_.url("/open"), server_.url("/open?2"), server_.url("/private/b")}, {}}).documents.size(),
            1U);
  EXPECT_EQ(server_.times("/robots.txt"), before + 1);
  server_.on("/robots.txt", "", "", "503 Later");
  EXPECT_NE(trouble("/open").find("robots.txt cannot be had: status 503"), std::string::npos);
}

TEST_F(NetTest, HostsAreNotHurried) {
  server_.on("/a", kPage);
  web_.delay_seconds = 0.15;
  const auto begun = std::chrono::steady_clock::now();
  EXPECT_EQ(fetch({{server_.url("/a"), server_.url("/a?1"), server_.url("/a")}, {}}).documents.size(), 2U);
  // Four requests, one of them for robots.txt.
  EXPECT_GE(std::chrono::steady_clock::now() - begun, std::chrono::milliseconds(440));
}

TEST_F(NetTest, AFeedGivesThePagesOfItsItemsAndOnlyNewOnesAgain) {
  web_.memory = path("ledger.web");
  server_.on("/rss", rss({"/1", server_.url("/2"), "/2#again"}), "ETag: \"v1\"\r\n");
  server_.on("/1", kPage);
  server_.on("/2", kPage);
  const Got first = feed("/rss");
  EXPECT_EQ(first.ids(), (Names{server_.url("/1"), server_.url("/2")})) << told(first);
  EXPECT_EQ(first.documents[0].published, "2024-03-05T08:00:00Z");
  EXPECT_EQ(first.documents[0].title, "عنوان");
  EXPECT_TRUE(first.troubles().empty()) << told(first);

  // Until what was read is safe, it counts as not read.
  EXPECT_EQ(feed("/rss").documents.size(), 2U);
  ASSERT_TRUE(keep_memory(web_).ok());

  server_.on("/rss", [this](const std::string& request, const NetServer::Client& client) {
    if (request.find("If-None-Match: \"v1\"") != std::string::npos)
      client.send("HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n");
    else
      client.send("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + rss({"/1"}));
  });
  const Got same = feed("/rss");
  EXPECT_TRUE(same.documents.empty());
  EXPECT_TRUE(same.ok);
  EXPECT_EQ(same.issues.at(0).what, "nothing new");

  server_.on("/rss", rss({"/3", "/1", "/2"}), "ETag: \"v2\"\r\n");
  server_.on("/3", kPage);
  EXPECT_EQ(feed("/rss").ids(), (Names{server_.url("/3")}));
  ASSERT_TRUE(keep_memory(web_).ok());
  EXPECT_TRUE(feed("/rss").documents.empty());
  web_.refetch = true;
  EXPECT_EQ(feed("/rss").documents.size(), 3U);
}

TEST_F(NetTest, WhatFailsOfAFeedIsTriedAgainAndItsOwnTextReadMeanwhile) {
  web_.memory = path("ledger.web");
  server_.on("/rss", rss({"/1", "/2"}, "موجز الخبر كما في الخلاصة"), "ETag: \"v1\"\r\n");
  server_.on("/1", "", "", "503 Later");
  server_.on("/2", "", "", "410 Gone");
  const Got got = feed("/rss");
  EXPECT_EQ(got.ids(), (Names{server_.url("/1"), server_.url("/2")})) << told(got);
  EXPECT_NE(got.documents[0].bytes.find("موجز الخبر"), std::string::npos);
  EXPECT_EQ(got.troubles().size(), 2U);
  ASSERT_TRUE(keep_memory(web_).ok());
  server_.on("/1", kPage);
  const Got again = feed("/rss");
  EXPECT_EQ(again.ids(), (Names{server_.url("/1")})) << told(again);
  EXPECT_EQ(again.documents[0].bytes, kPage);
}

TEST_F(NetTest, APageThatHasNotChangedIsNotReadAgain) {
  web_.memory = path("ledger.web");
  server_.on("/a", [](const std::string& request, const NetServer::Client& client) {
    const bool known = request.find("If-Modified-Since: Tue, 05 Mar 2024 08:00:00 GMT") != std::string::npos;
    client.send(known ? "HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n"
                      : "HTTP/1.1 200 OK\r\nLast-Modified: Tue, 05 Mar 2024 08:00:00 GMT\r\nConnection: "
                        "close\r\n\r\n" +
                            kPage);
  });
  EXPECT_EQ(page("/a").documents.size(), 1U);
  ASSERT_TRUE(keep_memory(web_).ok());
  const Got again = page("/a");
  EXPECT_TRUE(again.documents.empty());
  EXPECT_TRUE(again.ok) << told(again);
}

TEST_F(NetTest, AddressesMayHoldArabicLettersAndBlanks) {
  server_.on("/%d8%ae%d8%a8%d8%b1/1?q=%d9%86", kPage);
  server_.on("/rss", rss({"/خبر/1?q=ن"}));
  const Got got = feed("/rss");
  ASSERT_EQ(got.documents.size(), 1U) << told(got) << server_.asked().back();
  server_.on("/a%20b", kPage);
  EXPECT_EQ(page("/a b").documents.size(), 1U);
}

TEST_F(NetTest, WhatIsNoFeedIsToldSo) {
  server_.on("/html", kPage);
  const Got got = feed("/html");
  ASSERT_EQ(got.issues.size(), 1U);
  EXPECT_TRUE(mentions(got.issues[0], "is no RSS or Atom feed"));
}

TEST_F(NetTest, FilesAndAddressesMixAndOneFailureIsNotAll) {
  server_.on("/a", kPage);
  const std::string file = write("f.txt", "نص");
  EXPECT_EQ(fetch({{file, server_.url("/a"), server_.url("/missing"), file}, {}}).ids(),
            (Names{file, server_.url("/a"), file}));
  EXPECT_FALSE(page("/missing").ok);
}

TEST(Addresses, OfEverybodyAndOthers) {
  const auto public_v4 = [](const char* text) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    EXPECT_EQ(::inet_pton(AF_INET, text, &address.sin_addr), 1) << text;
    return is_public(reinterpret_cast<const sockaddr*>(&address));
  };
  const auto public_v6 = [](const char* text) {
    sockaddr_in6 address{};
    address.sin6_family = AF_INET6;
    EXPECT_EQ(::inet_pton(AF_INET6, text, &address.sin6_addr), 1) << text;
    return is_public(reinterpret_cast<const sockaddr*>(&address));
  };
  for (const char* text :
       {"8.8.8.8", "1.1.1.1", "172.15.0.1", "172.32.0.1", "192.167.1.1", "100.63.0.1", "223.255.1.1"})
    EXPECT_TRUE(public_v4(text)) << text;
  for (const char* text : {"0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.255.1.1", "169.254.169.254",
                           "172.16.0.1", "172.31.255.255", "192.168.1.1", "198.18.0.1", "224.0.0.1", "255.255.255.255"})
    EXPECT_FALSE(public_v4(text)) << text;
  for (const char* text : {"2606:4700::1111", "2a00:1450::1", "::ffff:8.8.8.8", "64:ff9b::808:808"})
    EXPECT_TRUE(public_v6(text)) << text;
  for (const char* text : {"::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "fc00::1", "fd12::1",
                           "fe80::1", "ff02::1", "2001:db8::1", "2001::1", "2002:7f00:1::", "::127.0.0.1"})
    EXPECT_FALSE(public_v6(text)) << text;
}

TEST(RobotsTxt, Decides) {
  const auto allows = [](const char* text, const char* path) { return Robots::parse(text, "qanat").allows(path); };
  EXPECT_TRUE(allows("", "/a"));
  EXPECT_TRUE(allows("User-agent: other\nDisallow: /", "/a"));
  EXPECT_FALSE(allows("User-agent: *\nDisallow: /", "/a"));
  EXPECT_TRUE(allows("User-agent: *\nDisallow:", "/a"));
  EXPECT_TRUE(allows("User-agent: *\nDisallow: /\nUser-agent: Qanat/2\nDisallow: /x", "/a"));
  EXPECT_FALSE(allows("user-agent: other\nUSER-AGENT: qanat\nDisallow: /a # why", "/ab"));
  EXPECT_TRUE(allows("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c"));
  EXPECT_TRUE(allows("User-agent: *\nDisallow: /a\nAllow: /a", "/a"));
  EXPECT_FALSE(allows("User-agent: *\nDisallow: /*.php$", "/x/y.php"));
  EXPECT_TRUE(allows("User-agent: *\nDisallow: /*.php$", "/x/y.php?z"));
  EXPECT_FALSE(allows("\xEF\xBB\xBFUser-agent: *\r\n\r\nDisallow: /*/a*b", "/x/aab"));
  EXPECT_DOUBLE_EQ(Robots::parse("User-agent: *\nCrawl-delay: 2.5", "qanat").delay_seconds(), 2.5);
  EXPECT_DOUBLE_EQ(Robots::parse("User-agent: *\nCrawl-delay: 86400", "qanat").delay_seconds(), 30);
  std::string stars = "User-agent: *\nDisallow: /";
  for (int i = 0; i < 250; ++i) stars += "*a";
  EXPECT_TRUE(allows((stars + "b").c_str(), ("/" + std::string(2000, 'a')).c_str()));
}

}  // namespace
}  // namespace qanat::feed
