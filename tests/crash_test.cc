// Killed at random moments while it writes, and run again: nothing lost, nothing twice.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <random>

#include "store_pages.h"

namespace qanat::store {
namespace {

constexpr unsigned kPages = 240;
constexpr std::size_t kBatch = 8;
constexpr int kRounds = 12;
constexpr unsigned kLongestLife = 120'000;  // microseconds; an undisturbed run takes about as long

std::vector<std::vector<ReadPage>> batches(std::mt19937& random) {
  std::vector<unsigned> numbers(kPages);
  for (unsigned i = 0; i < kPages; ++i) numbers[i] = i;
  std::shuffle(numbers.begin(), numbers.end(), random);
  std::vector<std::vector<ReadPage>> out;
  for (unsigned i = 0; i < kPages; ++i) {
    if (i % kBatch == 0) out.emplace_back();
    out.back().push_back(random_page(numbers[i]));
  }
  return out;
}

// The child: writes until it is done or dead. Says how many batches are committed, one byte each.
[[noreturn]] void write_all(const std::string& path, const std::vector<std::vector<ReadPage>>& all, int report) {
  auto store = Store::open(path, Store::Mode::create);
  if (!store.ok()) ::_exit(2);
  for (const auto& batch : all) {
    if (!(*store)->write(batch).ok()) ::_exit(3);
    const char done = 1;
    if (::write(report, &done, 1) != 1) ::_exit(4);
  }
  if (!(*store)->finish().ok()) ::_exit(5);
  ::_exit(0);
}

TEST(Crash, KilledAtAnyMomentLosesNothing) {
  Folder folder;
  std::mt19937 random(20240126);
  auto undisturbed = open(folder.file("undisturbed.qanat"));
  for (const auto& batch : batches(random)) write(*undisturbed, batch);
  const std::string expected = exported(*undisturbed);
  undisturbed.reset();  // an open file is not for children

  int killed = 0;
  for (int round = 0; round < kRounds; ++round) {
    const std::string path = folder.file("round" + std::to_string(round) + ".qanat");
    const auto all = batches(random);
    // Killed twice: the second child finds what the first one left.
    for (int life = 0; life < 2; ++life) {
      int pipe[2];
      ASSERT_EQ(::pipe(pipe), 0);
      const pid_t child = ::fork();
      ASSERT_GE(child, 0);
      if (child == 0) {
        ::close(pipe[0]);
        write_all(path, all, pipe[1]);
      }
      ::close(pipe[1]);
      ::usleep(static_cast<useconds_t>(random() % kLongestLife));
      ::kill(child, SIGKILL);
      int status = 0;
      ASSERT_EQ(::waitpid(child, &status, 0), child);
      if (WIFSIGNALED(status)) {
        ++killed;
      } else {
        ASSERT_EQ(WEXITSTATUS(status), 0);
      }
      std::int64_t committed = 0;
      char byte = 0;
      while (::read(pipe[0], &byte, 1) == 1) ++committed;
      ::close(pipe[0]);

      auto store = open(path);
      ASSERT_NE(store, nullptr);
      EXPECT_EQ(faults(*store), "");
      const std::int64_t pages = store->totals().value().pages;
      EXPECT_GE(pages, committed * static_cast<std::int64_t>(kBatch));  // what was said to be in, is in
      EXPECT_EQ(pages % static_cast<std::int64_t>(kBatch), 0);          // and no half of a batch
    }
    auto store = open(path);
    for (const auto& batch : all) write(*store, batch);
    EXPECT_TRUE(store->finish().ok());
    EXPECT_EQ(faults(*store), "");
    EXPECT_EQ(exported(*store), expected);
  }
  EXPECT_GE(killed, kRounds / 2);  // else the test has tested little
}

}  // namespace
}  // namespace qanat::store
