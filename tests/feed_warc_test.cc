// Web archives by the feed's door: what they hold, and what happens to those that are broken or lie.
#include <functional>

#include "feed_files.h"

namespace qanat::feed {
namespace {

const std::string kStory = "<html><body><h1>لقاء في عمّان</h1><p>التقى الوزيران صباح اليوم في عمّان.</p></body></html>";

std::string warc_record(const std::string& type, const std::string& name, const std::string& block,
                        const std::string& more = "", std::int64_t length = -1) {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Record-ID: <urn:uuid:" + name +
         ">\r\nWARC-Date: 2024-03-05T10:00:00Z\r\nWARC-Target-URI: https://paper.example/" + name + "\r\n" + more +
         "Content-Length: " + std::to_string(length < 0 ? static_cast<std::int64_t>(block.size()) : length) +
         "\r\n\r\n" + block + "\r\n\r\n";
}

std::string http(const std::string& body, const std::string& headers = "Content-Type: text/html; charset=utf-8\r\n",
                 const std::string& status = "200 OK") {
  return "HTTP/1.1 " + status + "\r\n" + headers + "\r\n" + body;
}

std::string response(const std::string& name, const std::string& body = kStory) {
  return warc_record("response", name, http(body));
}

std::string chunked(const std::string& body) {
  constexpr std::size_t kSize = 37;
  std::string out;
  for (std::size_t at = 0; at < body.size(); at += kSize) {
    const std::string part = body.substr(at, kSize);
    char head[32];
    std::snprintf(head, sizeof head, "%zX;x=1\r\n", part.size());
    out += head + part + "\r\n";
  }
  return out + "0\r\n\r\n";
}

class WarcTest : public FeedFiles {};

TEST_F(WarcTest, PagesCarryWhatTheArchiveSaysOfThem) {
  const std::string archive = warc_record("warcinfo", "i", "software: x\r\n") +
                              warc_record("request", "q", "GET / HTTP/1.1\r\n\r\n") + response("a") +
                              warc_record("metadata", "m", "outlink: x") +
                              warc_record("revisit", "v", http("", "", "200 OK")) + response("b");
  for (const std::string& bytes : {archive, gzipped(archive)}) {
    const Got got = read_file("no-name", bytes);
    EXPECT_EQ(got.ids(), (Names{"a", "b"})) << told(got);
    const Document& a = got.documents.at(0);
    EXPECT_EQ(a.bytes, kStory);
    EXPECT_EQ(a.url, "https://paper.example/a");
    EXPECT_EQ(a.content_type, "text/html; charset=utf-8");
    EXPECT_EQ(a.fetched, "2024-03-05T10:00:00Z");
    EXPECT_EQ(a.published, "");
    EXPECT_EQ(a.where, path("no-name:3"));
    EXPECT_FALSE(a.is_utf8);
    ASSERT_EQ(got.issues.size(), 1U) << told(got);
    EXPECT_EQ(got.issues[0].severity, Severity::note);
    EXPECT_TRUE(mentions(got.issues[0], "2 pages read; passed over: 1 metadata records, 1 request records, 1 revisit"));
  }
}

TEST_F(WarcTest, OneMemberARecordAndVersionOnePointOne) {
  std::string newer = response("b");
  newer.replace(0, 8, "WARC/1.1");
  std::string unix_ends = response("c", "<p>نصّ بنهايات أسطر قصيرة</p>");
  const Got got = read_file("a", gzipped(response("a")) + gzipped(newer) + gzipped(unix_ends));
  EXPECT_EQ(got.ids(), (Names{"a", "b", "c"})) << told(got);
}

TEST_F(WarcTest, WetConversionsAreText) {
  const std::string text = "لقاء في عمّان\nالتقى الوزيران صباح اليوم.\n";
  const Got got = read_file("w.wet", warc_record("warcinfo", "i", "x") +
                                         warc_record("conversion", "t", text, "Content-Type: text/plain\r\n"));
  ASSERT_EQ(got.ids(), (Names{"t"})) << told(got);
  EXPECT_EQ(got.documents[0].bytes, text);
  EXPECT_EQ(got.documents[0].content_type, "text/plain");
}

TEST_F(WarcTest, ChunksAndCodingsAreUndone) {
  const std::string type = "Content-Type: text/html\r\n";
  const std::string chunks = "Transfer-Encoding: chunked\r\n";
  struct Case {
    std::string name, head, body;
  };
  const std::vector<Case> cases = {
      {"chunked", chunks, chunked(kStory)},
      {"gzip", "Content-Encoding: gzip\r\n", gzipped(kStory)},
      {"zlib", "content-encoding: deflate\r\n", packed(kStory, MAX_WBITS)},
      {"bare", "Content-Encoding: deflate\r\n", packed(kStory, -MAX_WBITS)},
      {"both", chunks + "Content-Encoding: gzip\r\n", chunked(gzipped(kStory))},
      // What many crawlers do: the body is plain, and the head as it was.
      {"claimed", chunks + "Content-Encoding: gzip\r\n", kStory},
      {"claimed-br", "Content-Encoding: br\r\n", kStory},
  };
  std::string archive;
  for (const Case& c : cases) archive += warc_record("response", c.name, http(c.body, type + c.head));
  const Got got = read_file("a", archive);
  ASSERT_EQ(got.documents.size(), cases.size()) << told(got);
  for (std::size_t i = 0; i < cases.size(); ++i) EXPECT_EQ(got.documents[i].bytes, kStory) << cases[i].name;
}

TEST_F(WarcTest, WhatIsNoPageIsPassedOverInSilence) {
  const Got got = read_file("a", warc_record("response", "r", http("", "Location: /\r\n", "301 Moved")) +
                                     warc_record("response", "i", http("\x89PNG", "Content-Type: image/png\r\n")) +
                                     warc_record("response", "z", http(std::string("a\0b", 3), "")) +
                                     warc_record("response", "d", "paper.example. 300 IN A 192.0.2.1") + response("a"));
  EXPECT_EQ(got.ids(), (Names{"a"}));
  EXPECT_TRUE(got.troubles().empty()) << told(got);
  ASSERT_EQ(got.issues.size(), 1U);
  for (const char* kind :
       {"1 image/png", "1 binary data", "1 responses with status 301", "1 responses that are not HTTP"})
    EXPECT_TRUE(mentions(got.issues[0], kind)) << got.issues[0].what;
}

TEST_F(WarcTest, ACutTailIsReportedWithItsOffsetAndNothingBeforeItIsLost) {
  const std::string whole = response("a") + response("b");
  const std::string last = response("c");
  for (const std::size_t left : {std::size_t{40}, last.size() - 20}) {
    const Got got = read_file("a.warc", whole + last.substr(0, left));
    EXPECT_EQ(got.ids(), (Names{"a", "b"}));
    const Issues troubles = got.troubles();
    ASSERT_EQ(troubles.size(), 1U) << told(got);
    EXPECT_EQ(troubles[0].severity, Severity::error);
    EXPECT_EQ(troubles[0].where, path("a.warc:3"));
    EXPECT_EQ(troubles[0].offset, whole.size());
    EXPECT_TRUE(mentions(troubles[0], "cut off")) << troubles[0].what;
  }
  const std::string packed = gzipped(response("a")) + gzipped(response("b"));
  std::string cut = packed + gzipped(last);
  cut.resize(cut.size() - 30);
  const Got got = read_file("a.warc.gz", cut);
  EXPECT_EQ(got.ids(), (Names{"a", "b"}));
  ASSERT_EQ(got.troubles().size(), 1U) << told(got);
  EXPECT_TRUE(mentions(got.troubles()[0], "cut off at byte " + std::to_string(cut.size()))) << told(got);
}

TEST_F(WarcTest, RecordsThatLieAboutTheirLengthAreReadUpToTheNext) {
  const std::string block = http(kStory);
  const auto size = static_cast<std::int64_t>(block.size());
  for (const std::int64_t length : {size / 2, std::int64_t{0}, size + 5, size + 300, std::int64_t{1} << 20}) {
    const Got got = read_file(
        "a", response("a") + warc_record("response", "liar", block, "", length) + response("b") + response("c"));
    ASSERT_EQ(got.ids(), (Names{"a", "liar", "b", "c"})) << length << "\n" << told(got);
    ASSERT_EQ(got.troubles().size(), 1U) << told(got);
    EXPECT_TRUE(mentions(got.troubles()[0], "says that it has " + std::to_string(length))) << told(got);
    EXPECT_EQ(got.documents.at(1).bytes, kStory);
  }
}

TEST_F(WarcTest, AHugeClaimCostsNeitherMemoryNorTheNextRecord) {
  const Got got = read_file(
      "a", response("a") + warc_record("response", "liar", http(kStory), "", 900000000000000) + response("b"));
  EXPECT_EQ(got.ids(), (Names{"a", "b"})) << told(got);
  ASSERT_EQ(got.troubles().size(), 1U);
  EXPECT_TRUE(mentions(got.troubles()[0], "record of more than 16777216 bytes")) << told(got);
}

TEST_F(WarcTest, HeadsThatAreNoneAreToldAndPassedOver) {
  const Names junks = {"WARC/1.0\r\nContent-Length: many\r\n\r\nxx\r\n\r\n", "WARC/1.0\r\n\r\nxx\r\n\r\n",
                       "stray bytes\r\n\r\n", "WARC/1.0\r\nX: " + std::string(200000, 'y') + "\r\n\r\n",
                       "WARC/1.0\r\nContent-Length: 99999999999999999999999\r\n\r\n\r\n\r\n"};
  for (const std::string& junk : junks) {
    const Got got = read_file("a", response("a") + junk + response("b"));
    EXPECT_EQ(got.ids(), (Names{"a", "b"})) << told(got);
    EXPECT_GE(got.troubles().size(), 1U);
    EXPECT_LE(got.troubles().size(), 2U) << told(got);
  }
}

TEST_F(WarcTest, DamageToOneMemberCostsItAlone) {
  std::string noise;
  unsigned state = 7;
  for (int i = 0; i < 4000; ++i) noise += static_cast<char>('a' + (state = state * 1664525U + 1013904223U) % 26);
  std::string broken = gzipped(response("broken", "<p>" + noise + "</p>"));
  for (std::size_t i = 0; i < 64; ++i) broken[broken.size() / 2 + i] = static_cast<char>(0xFF);
  const Got got = read_file("a.gz", gzipped(response("a")) + broken + gzipped(response("b")) + gzipped(response("c")));
  EXPECT_EQ(got.ids(), (Names{"a", "b", "c"})) << told(got);
  EXPECT_GE(got.troubles().size(), 1U);
  EXPECT_TRUE(mentions(got.troubles()[0], "damaged at byte")) << told(got);
}

TEST_F(WarcTest, ABombInARecordIsBounded) {
  Limits limits;
  limits.max_document_bytes = 1 << 20;
  const std::string bomb = gzipped(std::string(64 << 20, ' '));
  const Got got =
      read_file("a",
                warc_record("response", "bomb", http(bomb, "Content-Type: text/html\r\nContent-Encoding: gzip\r\n")) +
                    response("b"),
                limits);
  EXPECT_EQ(got.ids(), (Names{"b"}));
  ASSERT_EQ(got.troubles().size(), 1U) << told(got);
  EXPECT_TRUE(mentions(got.troubles()[0], "body of more than 1048576 bytes"));
}

TEST_F(WarcTest, AnArchiveOfLiesIsReadInOnePass) {
  // Each record claims more than all of what follows; moving or searching the rest for each would take minutes.
  std::string archive;
  for (int i = 0; i < 20000; ++i) archive += warc_record("response", std::to_string(i), http("<p>x</p>"), "", 16000000);
  const Got got = read_file("a", archive);
  // The last one has nothing behind it that could tell its end.
  EXPECT_EQ(got.documents.size(), 19999U);
  EXPECT_LT(got.troubles().size(), 30U);
}

TEST_F(WarcTest, AFeedInAnArchiveGivesItsItems) {
  const std::string rss =
      "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><item><title>لقاء</title>"
      "<link>https://paper.example/1</link><description>نصّ</description></item></channel></rss>";
  const Got got = read_file("a", warc_record("response", "f", http(rss, "Content-Type: application/rss+xml\r\n")));
  EXPECT_EQ(got.ids(), (Names{"https://paper.example/1"})) << told(got);
}

}  // namespace
}  // namespace qanat::feed
