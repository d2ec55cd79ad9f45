// A folder watched, by the feed's door.
#include <algorithm>
#include <thread>

#include "feed_files.h"

namespace qanat::feed {
namespace {

using std::chrono::milliseconds;

class WatchTest : public FeedFiles {
 protected:
  void watch() {
    auto opened = Watch::open({folder_});
    ASSERT_TRUE(opened.ok()) << opened.error().message;
    watch_ = std::move(opened).value();
  }

  // Waits until so many files have come; gives up after ten seconds, which only a failure needs.
  Names wait_for(std::size_t count) {
    Names all;
    for (int i = 0; i < 50 && all.size() < count; ++i) {
      for (const std::string& file :
           watch_->next(milliseconds(200), [this](Issue&& issue) { issues_.push_back(issue); }))
        all.push_back(file.substr(folder_.size() + 1));
    }
    return all;
  }
  // Nothing comes for a while.
  Names nothing(milliseconds patience = milliseconds(300)) {
    return watch_->next(patience, [this](Issue&& issue) { issues_.push_back(issue); });
  }

  std::unique_ptr<Watch> watch_;
  Issues issues_;
};

TEST_F(WatchTest, WhatIsThereComesFirstAndWhatComesNext) {
  write("b.txt", "نص");
  write("sub/deep/a.txt", "نص");
  write(".hidden", "نص");
  watch();
  EXPECT_EQ(wait_for(2), (Names{"b.txt", "sub/deep/a.txt"}));
  write("c.txt", "نص");
  EXPECT_EQ(wait_for(1), (Names{"c.txt"}));
  write("sub/d.txt", "نص");
  EXPECT_EQ(wait_for(1), (Names{"sub/d.txt"}));
  EXPECT_TRUE(nothing().empty());
  EXPECT_TRUE(issues_.empty());
}

TEST_F(WatchTest, FoldersThatComeLaterAreWatchedToo) {
  watch();
  EXPECT_TRUE(nothing(milliseconds(50)).empty());
  write("new/inner/a.txt", "نص");
  EXPECT_EQ(wait_for(1), (Names{"new/inner/a.txt"}));
  write("new/inner/b.txt", "نص");
  EXPECT_EQ(wait_for(1), (Names{"new/inner/b.txt"}));
  std::filesystem::rename(path("new"), path("moved"));
  Names moved = wait_for(2);
  std::sort(moved.begin(), moved.end());
  EXPECT_EQ(moved, (Names{"moved/inner/a.txt", "moved/inner/b.txt"}));
}

TEST_F(WatchTest, FilesBeingWrittenAreWaitedFor) {
  watch();
  EXPECT_TRUE(nothing(milliseconds(50)).empty());
  std::ofstream slow(path("slow.txt"));
  slow << "النصف الأول" << std::flush;
  // Longer than a file that merely appeared is waited for.
  EXPECT_TRUE(nothing(milliseconds(2500)).empty());
  slow << " والنصف الثاني";
  slow.close();
  EXPECT_EQ(wait_for(1), (Names{"slow.txt"}));
  EXPECT_TRUE(nothing().empty());
}

TEST_F(WatchTest, ChangedFilesComeAgainAndUntouchedOnesDoNot) {
  write("a.txt", "قديم");
  watch();
  EXPECT_EQ(wait_for(1), (Names{"a.txt"}));
  write("a.txt", "جديد وأطول");
  EXPECT_EQ(wait_for(1), (Names{"a.txt"}));
  EXPECT_TRUE(nothing().empty());
}

TEST_F(WatchTest, MovedInComeDeletedDoNot) {
  const std::string outside = folder_ + "-outside";
  std::ofstream(outside) << "نص";
  watch();
  EXPECT_TRUE(nothing(milliseconds(50)).empty());
  std::filesystem::rename(outside, path("in.txt"));
  EXPECT_EQ(wait_for(1), (Names{"in.txt"}));
  write("gone.txt", "نص");
  std::filesystem::remove(path("gone.txt"));
  std::filesystem::remove_all(path("sub"));
  EXPECT_TRUE(nothing().empty());
}

TEST_F(WatchTest, AnOverflowOfTheQueueCostsNoFile) {
  watch();
  EXPECT_TRUE(nothing(milliseconds(50)).empty());
  // More events than fs.inotify.max_queued_events, while nobody takes them.
  std::ifstream limit("/proc/sys/fs/inotify/max_queued_events");
  int events = 0;
  if (!(limit >> events) || events > 100000) GTEST_SKIP() << "the queue's length is not known, or too long to fill";
  const int files = events / 3 + 200;  // each is created, written and closed
  for (int i = 0; i < files; ++i) std::ofstream(path("f" + std::to_string(i))) << "نص";
  EXPECT_EQ(wait_for(static_cast<std::size_t>(files)).size(), static_cast<std::size_t>(files));
}

TEST_F(WatchTest, WhatIsNoFolderIsRefused) {
  EXPECT_FALSE(Watch::open({path("none")}).ok());
  EXPECT_FALSE(Watch::open({write("f", "x")}).ok());
  EXPECT_FALSE(Watch::open({}).ok());
}

}  // namespace
}  // namespace qanat::feed
