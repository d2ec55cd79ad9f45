// The feed by its door: every input is written into a folder of its own and read back.
#include "feed/feed.h"

#include <fcntl.h>
#include <sys/stat.h>

#include "feed/format.h"
#include "feed/lines.h"
#include "feed/record.h"
#include "feed_files.h"

namespace qanat::feed {
namespace {

namespace fs = std::filesystem;

class FeedTest : public FeedFiles {};

TEST_F(FeedTest, PlainTextIsOneDocumentByteForByte) {
  const std::string text = "التقى الوزيران في العاصمة.\r\n\n وبحثا الملف\xFF";
  const Got got = read_file("page.txt", text);
  ASSERT_TRUE(got.ok);
  ASSERT_EQ(got.documents.size(), 1U);
  EXPECT_EQ(got.documents[0].bytes, text);
  EXPECT_EQ(got.documents[0].id, path("page.txt"));
  EXPECT_EQ(got.documents[0].where, path("page.txt"));
  EXPECT_FALSE(got.documents[0].is_utf8);
  EXPECT_TRUE(got.issues.empty());
}

TEST_F(FeedTest, JsonLinesGiveARecordALine) {
  const Got got = read_file(
      "news.jsonl",
      "\xEF\xBB\xBF"
      "{\"id\": \"a\", \"text\": \"نص\\nأول\", \"url\": \"http://x/1\", \"published\": \"2024-01-26\", \"title\": "
      "\"عنوان\", \"publisher\": \"صحيفة\", \"other\": {\"deep\": [1, 2.5, null]}}\r\n"
      "\n"
      "  {\"text\": \"ثان\", \"date\": \"2020-02-03\"}\n"
      "{\"id\": 17, \"text\": \"\\u062b\", \"date\": \"2000-01-01\", \"published\": \"2001-01-01\", \"url\": null}");
  ASSERT_EQ(got.documents.size(), 3U);
  EXPECT_TRUE(got.issues.empty());
  const Document& a = got.documents[0];
  EXPECT_EQ(a.id, "a");
  EXPECT_EQ(a.where, path("news.jsonl:1"));
  EXPECT_EQ(a.bytes, "نص\nأول");
  EXPECT_TRUE(a.is_utf8);
  EXPECT_EQ(a.url, "http://x/1");
  EXPECT_EQ(a.published, "2024-01-26");
  EXPECT_EQ(a.title, "عنوان");
  EXPECT_EQ(a.publisher, "صحيفة");
  EXPECT_EQ(got.documents[1].id, path("news.jsonl:3"));
  EXPECT_EQ(got.documents[1].published, "2020-02-03");
  EXPECT_EQ(got.documents[2].id, "17");
  EXPECT_EQ(got.documents[2].bytes, "ث");
  EXPECT_EQ(got.documents[2].published, "2001-01-01");
}

TEST_F(FeedTest, TypeIsToldByContentNotByName) {
  EXPECT_TRUE(read_file("a.txt", R"({"text": "نعم"})").documents.at(0).is_utf8);
  EXPECT_FALSE(read_file("b.jsonl", "كلام عادي").documents.at(0).is_utf8);
  EXPECT_EQ(read_file("c.txt", gzipped("كلام مضغوط")).documents.at(0).bytes, "كلام مضغوط");
  EXPECT_EQ(read_file("d.gz", zstded("كلام مضغوط")).documents.at(0).bytes, "كلام مضغوط");
  EXPECT_EQ(read_file("e.gz", gzipped(R"({"text": "نعم"})")).documents.at(0).bytes, "نعم");
}

TEST_F(FeedTest, BrokenLinesCostThemselvesAlone) {
  const std::string good = "{\"text\": \"a\"}\n";
  const std::string bad = "{\"text\": \"cut of\n";
  const Got got =
      read_file("n.jsonl", good + bad + good + "[1]\n" + "{\"title\": \"no text\"}\n" + "nonsense\n" + good);
  EXPECT_EQ(ids(got), (Names{"n.jsonl:1", "n.jsonl:3", "n.jsonl:7"}));
  ASSERT_EQ(got.issues.size(), 4U);
  EXPECT_EQ(got.issues[0].where, path("n.jsonl:2"));
  EXPECT_EQ(got.issues[0].offset, good.size());
  EXPECT_EQ(got.issues[0].severity, Severity::error);
  EXPECT_TRUE(mentions(got.issues[1], "not an object"));
  EXPECT_TRUE(mentions(got.issues[2], "without \"text\""));
  EXPECT_EQ(got.issues[3].where, path("n.jsonl:6"));
}

TEST_F(FeedTest, BrokenFirstLineIsStillJsonLines) {
  const Got got = read_file("n.jsonl", "{\"id\": \"a\", \"text\": \"b\n{\"id\": \"c\", \"text\": \"d\"}\n");
  EXPECT_EQ(ids(got), (Names{"c"}));
  ASSERT_EQ(got.issues.size(), 1U);
  EXPECT_EQ(got.issues[0].where, path("n.jsonl:1"));
}

TEST_F(FeedTest, WrongTypesArePassedOverWithAWarning) {
  const Got got =
      read_file("n.jsonl",
                "{\"id\": 1.5, \"text\": \"a\", \"published\": 20240126, \"title\": [\"x\"], \"url\": true}\n"
                "{\"text\": 5}\n"
                "{\"id\": 18446744073709551615, \"text\": \"b\"}\n"
                "{\"id\": -4, \"text\": \"\"}\n");
  EXPECT_EQ(ids(got), (Names{"n.jsonl:1", "18446744073709551615", "-4"}));
  EXPECT_EQ(got.documents[0].published, "");
  EXPECT_EQ(got.documents[0].title, "");
  ASSERT_EQ(got.issues.size(), 6U);
  EXPECT_TRUE(mentions(got.issues[0], "\"id\""));
  EXPECT_TRUE(mentions(got.issues[1], "\"published\""));
  EXPECT_EQ(got.issues[1].severity, Severity::warning);
  EXPECT_EQ(got.issues[5].severity, Severity::error);
}

TEST_F(FeedTest, BrokenUtf8InJsonIsRepairedAtItsByte) {
  const std::string first = "{\"text\": \"سليم\"}\n";
  const std::string head = "{\"text\": \"قبل";
  const Got got = read_file(
      "n.jsonl", first + head + "\xFF" + "بعد\"}\n" + "{\"text\": \"\\ud83d\\ude00 \\ud83d \\udc00\\\\ud800\"}\n");
  ASSERT_EQ(got.documents.size(), 3U);
  EXPECT_EQ(got.documents[1].bytes, "قبل\uFFFDبعد");
  EXPECT_EQ(got.documents[2].bytes, "\U0001F600 \uFFFD \uFFFD\\ud800");
  ASSERT_EQ(got.issues.size(), 2U);
  EXPECT_EQ(got.issues[0].where, path("n.jsonl:2"));
  EXPECT_EQ(got.issues[0].offset, first.size() + head.size());
  EXPECT_EQ(got.issues[0].severity, Severity::warning);
}

TEST_F(FeedTest, ProseInBracesIsText) {
  for (const std::string text :
       {"{قل هو الله أحد}\nنص", "[ملف] لقاء في القاهرة", "[1] مرجع", "{\"اقتباس\" وبعده كلام", "{", "["}) {
    const Got got = read_file("t.txt", text);
    ASSERT_EQ(got.documents.size(), 1U) << text;
    EXPECT_EQ(got.documents[0].bytes, text);
    EXPECT_TRUE(got.issues.empty());
  }
}

TEST_F(FeedTest, OtherJsonIsRefusedWithAClearMessage) {
  for (const std::string text :
       {"[\n  {\"text\": \"a\"},\n  {\"text\": \"b\"}\n]\n", "[{\"text\": \"a\"}]", "{\n  \"text\": \"a\"\n}\n"}) {
    const Got got = read_file("t.json", text);
    EXPECT_TRUE(got.documents.empty());
    ASSERT_EQ(got.issues.size(), 1U) << text;
    EXPECT_TRUE(mentions(got.issues[0], "JSON lines")) << got.issues[0].what;
    EXPECT_EQ(got.issues[0].severity, Severity::error);
  }
  std::string many = "{\"name\": \"x\",\n";
  for (int i = 0; i < 1000; ++i) many += "\"key\": 1,\n";
  const Got got = read_file("t.json", many + "}");
  EXPECT_TRUE(got.documents.empty());
  ASSERT_EQ(got.issues.size(), 1U);
  EXPECT_TRUE(mentions(got.issues[0], "none of the first"));
}

TEST_F(FeedTest, TooLongALineIsPassedOver) {
  const Limits limits{100000};
  const std::string good = "{\"text\": \"a\"}\n";
  const std::string huge = "{\"text\": \"" + std::string(1000000, 'x') + "\"}\n";
  for (const bool packed : {false, true}) {
    std::string all = good;
    all.append(huge).append(good);
    const Got got = read_file("n", packed ? gzipped(all) : all, limits);
    EXPECT_EQ(ids(got), (Names{"n:1", "n:3"}));
    ASSERT_EQ(got.issues.size(), 1U);
    EXPECT_EQ(got.issues[0].where, path("n:2"));
    EXPECT_EQ(got.issues[0].offset, good.size());
    EXPECT_TRUE(mentions(got.issues[0], "more than 100000 bytes"));
  }
  const Got alone = read_file("n", huge.substr(0, huge.size() - 1), limits);
  EXPECT_TRUE(alone.documents.empty());
  ASSERT_EQ(alone.issues.size(), 1U);
  EXPECT_EQ(alone.issues[0].where, path("n:1"));
}

TEST_F(FeedTest, LimitsAreExact) {
  EXPECT_EQ(read_file("t", std::string(1000, 'x'), Limits{1000}).documents.size(), 1U);
  const Got over = read_file("t", std::string(1001, 'x'), Limits{1000});
  EXPECT_TRUE(over.documents.empty());
  EXPECT_EQ(over.issues.size(), 1U);
  const std::string line = R"({"text": "abc"})";
  EXPECT_EQ(read_file("j", line + "\n" + line, Limits{line.size()}).documents.size(), 2U);
  EXPECT_EQ(read_file("j", line + "\n" + line, Limits{line.size() - 1}).documents.size(), 0U);
}

TEST_F(FeedTest, LongLineWithinTheLimitIsRead) {
  const std::string text(3 << 20, 'y');
  const Got got = read_file("n", "{\"text\": \"" + text + "\"}\n{\"text\": \"z\"}\n");
  ASSERT_EQ(got.documents.size(), 2U);
  EXPECT_EQ(got.documents[0].bytes, text);
  EXPECT_EQ(got.documents[1].bytes, "z");
}

TEST_F(FeedTest, DeepNestingIsNoRecursion) {
  const std::string deep = "{\"text\": \"a\", \"x\": " + std::string(200000, '[') + "\n";
  const Got got = read_file("n", deep + "{\"text\": \"b\"}\n");
  EXPECT_EQ(ids(got), (Names{"n:2"}));
  EXPECT_EQ(got.issues.size(), 1U);
}

TEST_F(FeedTest, FoldersAreReadInByteOrder) {
  for (const char* name : {"b.txt", "a/2.txt", "a/10.txt", "a.txt", "a-b/x.txt", "B.txt", "é.txt", "a/sub/deep/q.txt"})
    write(std::string("in/") + name, name);
  const Got got = read_all({path("in/")});
  std::vector<std::string> names = ids(got);
  EXPECT_EQ(names, (Names{"in/B.txt", "in/a-b/x.txt", "in/a.txt", "in/a/10.txt", "in/a/2.txt", "in/a/sub/deep/q.txt",
                          "in/b.txt", "in/é.txt"}));
  EXPECT_TRUE(std::is_sorted(names.begin(), names.end()));
  EXPECT_EQ(ids(read_all({path("in")})), names);
  EXPECT_EQ(got.progress.files_total, 8U);
  EXPECT_EQ(got.progress.files_done, 8U);
}

TEST_F(FeedTest, HiddenFilesAreLeftOutOfFoldersButReadWhenNamed) {
  write("in/.hidden.txt", "x");
  write("in/.git/config", "x");
  write("in/seen.txt", "x");
  const Got got = read_all({path("in")});
  EXPECT_EQ(ids(got), (Names{"in/seen.txt"}));
  EXPECT_TRUE(got.issues.empty());
  EXPECT_EQ(ids(read_all({path("in/.hidden.txt")})), (Names{"in/.hidden.txt"}));
}

TEST_F(FeedTest, LinksAreFollowedAndLoopsEnd) {
  write("in/a/x.txt", "x");
  write("else/y.txt", "y");
  fs::create_directory_symlink(path("in"), path("in/a/loop"));
  fs::create_directory_symlink(path("else"), path("in/far"));
  fs::create_symlink(path("nowhere"), path("in/broken"));
  const Got got = read_all({path("in")});
  EXPECT_EQ(ids(got), (Names{"in/a/x.txt", "in/far/y.txt"}));
  ASSERT_EQ(got.issues.size(), 2U);
  EXPECT_EQ(got.issues[0].where, path("in/a/loop"));
  EXPECT_EQ(got.issues[0].severity, Severity::note);
  EXPECT_EQ(got.issues[1].where, path("in/broken"));
  EXPECT_EQ(got.issues[1].severity, Severity::error);
}

TEST_F(FeedTest, EmptyFilesAndFoldersAreTold) {
  write("in/empty.txt", "");
  write("in/empty.gz", gzipped(""));
  fs::create_directories(path("bare/inner"));
  const Got got = read_all({path("in"), path("bare")});
  EXPECT_TRUE(got.ok);
  EXPECT_TRUE(got.documents.empty());
  ASSERT_EQ(got.issues.size(), 3U);
  EXPECT_TRUE(mentions(got.issues[0], "is empty"));
  EXPECT_TRUE(mentions(got.issues[1], "is empty"));
  EXPECT_EQ(got.issues[2].where, path("bare"));
  EXPECT_TRUE(mentions(got.issues[2], "no files"));
  EXPECT_EQ(got.progress.files_done, got.progress.files_total);
  EXPECT_EQ(got.progress.bytes_done, got.progress.bytes_total);
}

TEST_F(FeedTest, UnreadableFilesDoNotStopTheRest) {
  if (::geteuid() == 0) GTEST_SKIP() << "everything is readable to root";
  const std::string locked = write("in/a.txt", "x");
  fs::permissions(locked, fs::perms::none);
  write("in/b.txt", "y");
  const Got got = read_all({path("in")});
  EXPECT_EQ(ids(got), (Names{"in/b.txt"}));
  ASSERT_EQ(got.issues.size(), 1U);
  EXPECT_EQ(got.issues[0].where, locked);
  EXPECT_EQ(got.progress.files_done, 2U);
  EXPECT_FALSE(read_all({locked}).ok);
}

TEST_F(FeedTest, FailingReadsAreTold) {
  // A file that opens and whose first page cannot be read.
  const std::string unreadable = "/proc/self/mem";
  if (!fs::exists(unreadable)) GTEST_SKIP() << "no " << unreadable << " on this system";
  const Got got = read_all({unreadable, write("b.txt", "y")});
  EXPECT_EQ(ids(got), (Names{"b.txt"}));
  ASSERT_EQ(got.issues.size(), 1U);
  EXPECT_TRUE(mentions(got.issues[0], "reading failed at byte 0")) << got.issues[0].what;
}

TEST_F(FeedTest, PipesAndDevicesInFoldersAreLeftOut) {
  write("in/b.txt", "y");
  ASSERT_EQ(::mkfifo(path("in/a.pipe").c_str(), 0600), 0);
  fs::create_symlink("/dev/zero", path("in/zero"));
  const Got got = read_all({path("in"), "/dev/zero"});
  EXPECT_EQ(ids(got), (Names{"in/b.txt"}));
  ASSERT_EQ(got.issues.size(), 3U);
  for (const Issue& issue : got.issues) EXPECT_TRUE(mentions(issue, "neither a file nor a folder")) << issue.what;
  // Named by the user a pipe is read; without a writer it is empty, and nobody waits.
  const Got named = read_all({path("in/a.pipe")});
  EXPECT_TRUE(named.documents.empty());
  ASSERT_EQ(named.issues.size(), 1U);
  EXPECT_TRUE(mentions(named.issues[0], "is empty"));
}

TEST_F(FeedTest, FailsOnlyWhereNothingCouldBeRead) {
  EXPECT_FALSE(read_all({}).ok);
  const Got none = read_all({path("nowhere"), ""});
  EXPECT_FALSE(none.ok);
  EXPECT_NE(none.error.find("nowhere"), std::string::npos);
  EXPECT_EQ(none.issues.size(), 2U);
  const Got some = read_all({path("nowhere"), write("a.txt", "x")});
  EXPECT_TRUE(some.ok);
  EXPECT_EQ(some.documents.size(), 1U);
  ASSERT_EQ(some.issues.size(), 1U);
  EXPECT_EQ(some.issues[0].severity, Severity::error);
}

TEST_F(FeedTest, SinkStopsTheWalk) {
  write("in/a.jsonl", many_records(10));
  write("in/b.txt", "x");
  const Got got = read_all({path("in"), path("in/b.txt")}, {}, 3);
  EXPECT_TRUE(got.ok);
  EXPECT_EQ(got.documents.size(), 3U);
  const Got all = read_all({path("in"), path("in/b.txt")});
  EXPECT_EQ(all.documents.size(), 12U);
}

TEST_F(FeedTest, ProgressEndsComplete) {
  const std::string packed = gzipped(many_records(1000));
  write("in/a.gz", packed);
  write("in/b.txt", "xyz");
  write("in/c.txt", std::string(1000000, 'x'));
  const Got got = read_all({path("in")}, Limits{1000});
  EXPECT_EQ(got.progress.files_total, 3U);
  EXPECT_EQ(got.progress.files_done, 3U);
  EXPECT_EQ(got.progress.bytes_total, packed.size() + 3 + 1000000);
  EXPECT_EQ(got.progress.bytes_done, got.progress.bytes_total);
  EXPECT_EQ(got.progress.documents, 1001U);
}

TEST_F(FeedTest, StandardInputHasNoPath) {
  const int saved = ::dup(STDIN_FILENO);
  for (const bool json : {false, true}) {
    const std::string in = write("in", json ? "{\"text\": \"a\"}\n{\"id\": \"b\", \"text\": \"c\"}\n" : "نص");
    const int file = ::open(in.c_str(), O_RDONLY | O_CLOEXEC);
    ASSERT_GE(::dup2(file, STDIN_FILENO), 0);
    ::close(file);
    const Got got = read_all({"-"});
    EXPECT_TRUE(got.ok);
    EXPECT_EQ(ids(got), json ? (Names{"", "b"}) : Names{""});
    EXPECT_EQ(got.documents.at(0).where, json ? "-:1" : "-");
    EXPECT_EQ(got.progress.bytes_done, got.progress.bytes_total);
    EXPECT_GT(got.progress.bytes_done, 0U);
  }
  ::dup2(saved, STDIN_FILENO);
  ::close(saved);
}

TEST_F(FeedTest, BinaryJunkComesThroughAsOneDocument) {
  std::string junk;
  for (int i = 0; i < 100000; ++i) junk += static_cast<char>(i * 7919 >> 3);
  const Got got = read_file("junk", junk);
  ASSERT_EQ(got.documents.size(), 1U);
  EXPECT_EQ(got.documents[0].bytes, junk);
}

TEST(Sniff, DecidesOnTheHead) {
  EXPECT_EQ(sniff("{\"a\": 1}"), Format::jsonl);
  EXPECT_EQ(sniff(" \n{ \"a\\\"b\" : 1"), Format::jsonl);
  EXPECT_EQ(sniff("{}"), Format::jsonl);
  EXPECT_EQ(sniff("{\"a key longer than the head"), Format::jsonl);
  EXPECT_EQ(sniff("{\n\"a\": 1}"), Format::json);
  EXPECT_EQ(sniff("[{\"a\": 1}]"), Format::json);
  EXPECT_EQ(sniff("{\"a\" b}"), Format::text);
  EXPECT_EQ(sniff("{\"a\nb\": 1}"), Format::text);
  EXPECT_EQ(sniff("[1, 2]"), Format::text);
  EXPECT_EQ(sniff(""), Format::text);
}

TEST(RepairJson, KeepsWhatIsValid) {
  std::size_t first = 0;
  const std::string valid = R"({"text": "قناة \u062b \ud83d\ude00 \\ \" \\ud800"})";
  EXPECT_EQ(repair_json(valid, first), valid);
  EXPECT_EQ(first, valid.size());
  EXPECT_EQ(repair_json("a\\", first), "a\\");
  EXPECT_EQ(repair_json("\\\xFFz", first), "\\\uFFFDz");
  EXPECT_EQ(first, 1U);
  EXPECT_EQ(repair_json("\\ud8", first), "\\ud8");
}

// Gives its text in pieces of one size, so that lines break anywhere in them.
class Pieces final : public Source {
 public:
  Pieces(std::string text, std::size_t piece) : text_(std::move(text)), piece_(piece) {}
  std::size_t read(char* out, std::size_t size) override {
    const std::size_t got = std::min({size, piece_, text_.size() - at_});
    std::copy_n(text_.data() + at_, got, out);
    at_ += got;
    return got;
  }
  const std::optional<Fault>& fault() const override { return fault_; }

 private:
  std::string text_;
  std::size_t piece_;
  std::size_t at_ = 0;
  std::optional<Fault> fault_;
};

TEST(Lines, AreTheSameHoweverTheyCome) {
  const std::string text = "one\n\nthree is longer than ten\nfour\nfive ends";
  for (std::size_t piece = 1; piece < text.size() + 2; ++piece) {
    Pieces source(text, piece);
    Bytes bytes(source);
    Lines lines(bytes, 10);
    std::string dump;
    for (Line line; lines.next(line);) {
      dump += std::to_string(line.number) + "@" + std::to_string(line.offset) + "+" + std::to_string(line.size) +
              (line.too_long ? "!" : "") + (line.last ? "." : "") + ":" + std::string(line.text) + "|";
    }
    EXPECT_EQ(dump, "1@0+3:one|2@4+0:|3@5+24!:|4@30+4:four|5@35+9.:five ends|") << piece;
  }
}

}  // namespace
}  // namespace qanat::feed
