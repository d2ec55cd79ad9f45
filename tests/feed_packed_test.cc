// Packed input by the feed's door: gzip and zstd that are whole, cut, damaged, or more than they seem.
#include "feed_files.h"

namespace qanat::feed {
namespace {

class FeedPackedTest : public FeedFiles {};

TEST_F(FeedPackedTest, MembersAndFramesOfAnArchiveAreReadOn) {
  const std::string a = many_records(3);
  const std::string b = "{\"id\": \"last\", \"text\": \"x\"}\n";
  EXPECT_EQ(ids(read_file("a.gz", gzipped(a) + gzipped("") + gzipped(b))), (Names{"0", "1", "2", "last"}));
  const std::string skippable("\x50\x2a\x4d\x18\x03\x00\x00\x00zzz", 11);
  EXPECT_EQ(ids(read_file("a.zst", skippable + zstded(a) + zstded(b))), (Names{"0", "1", "2", "last"}));
  const Got padded = read_file("p.gz", gzipped(a) + std::string(5000, '\0'));
  EXPECT_EQ(padded.documents.size(), 3U);
  EXPECT_TRUE(padded.issues.empty());
}

TEST_F(FeedPackedTest, CutArchivesGiveWhatWasComplete) {
  const std::string plain = many_records(20000);
  for (const bool zst : {false, true}) {
    std::string packed = zst ? zstded(plain) : gzipped(plain);
    packed.resize(packed.size() / 2);
    const Got got = read_file("cut", packed);
    EXPECT_GT(got.documents.size(), 5000U);
    EXPECT_LT(got.documents.size(), 15000U);
    ASSERT_EQ(got.issues.size(), 1U) << got.issues.at(0).what;
    EXPECT_TRUE(mentions(got.issues[0], "cut off at byte " + std::to_string(packed.size()))) << got.issues[0].what;
    EXPECT_EQ(got.issues[0].severity, Severity::error);
    EXPECT_EQ(got.issues[0].where, path("cut"));
    EXPECT_EQ(got.progress.files_done, 1U);
  }
}

TEST_F(FeedPackedTest, DamagedArchivesNameTheByte) {
  const std::string plain = many_records(20000);
  for (const bool zst : {false, true}) {
    std::string packed = zst ? zstded(plain) : gzipped(plain);
    for (std::size_t i = 0; i < 64; ++i) packed[packed.size() / 2 + i] = static_cast<char>(0xA5);
    write("after/z.txt", "بقية");
    const std::string damaged = write("after/a", packed);
    const Got got = read_all({path("after")});
    ASSERT_GE(got.issues.size(), 1U);
    EXPECT_TRUE(std::any_of(got.issues.begin(), got.issues.end(),
                            [&](const Issue& i) { return i.where == damaged && mentions(i, "damaged at byte "); }));
    EXPECT_EQ(got.documents.back().bytes, "بقية");
  }
}

TEST_F(FeedPackedTest, CutPlainTextGivesNothing) {
  std::string packed = gzipped(many_records(300).substr(2));
  packed.resize(packed.size() - 20);
  const Got got = read_file("a.gz", packed);
  EXPECT_TRUE(got.documents.empty());
  ASSERT_EQ(got.issues.size(), 1U);
  EXPECT_TRUE(mentions(got.issues[0], "cut off"));
}

TEST_F(FeedPackedTest, JunkBehindAnArchiveIsToldAndNothingLost) {
  for (const std::string& packed : {gzipped("نص كامل"), zstded("نص كامل")}) {
    const Got got = read_file("a", packed + "and then some other bytes that are long enough");
    ASSERT_EQ(got.documents.size(), 1U);
    EXPECT_EQ(got.documents[0].bytes, "نص كامل");
    ASSERT_EQ(got.issues.size(), 1U);
    EXPECT_EQ(got.issues[0].severity, Severity::warning);
    EXPECT_TRUE(mentions(got.issues[0], "bytes from " + std::to_string(packed.size())));
  }
}

TEST_F(FeedPackedTest, ArchiveInAnArchiveIsReported) {
  const Got got = read_file("a.gz.gz", gzipped(gzipped("x")));
  EXPECT_TRUE(got.documents.empty());
  ASSERT_EQ(got.issues.size(), 1U);
  EXPECT_TRUE(mentions(got.issues[0], "packed more than once"));
}

}  // namespace
}  // namespace qanat::feed
