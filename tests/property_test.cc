// The one property that makes reading again harmless, crashes dull and machines many: the ledger depends on the SET of
// pages alone. Held here over the samples, through the whole house: any order, any repetition, any split into batches
// and runs gives the same export, byte for byte.
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <random>

#include <gtest/gtest.h>

#include "engine/engine.h"

namespace qanat {
namespace {

namespace fs = std::filesystem;

constexpr int kRounds = 12;

class Property : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(testing::TempDir()) / ("qanat_property_" + std::to_string(::getpid()));
    fs::create_directories(folder_);
    const auto made = engine::Reader::make({});
    ASSERT_TRUE(made.ok());
    const auto read = [&](feed::Document&& document, const feed::Progress&) {
      pages_.push_back(engine::read_to_keep(*made.value(), std::move(document)));
      return true;
    };
    ASSERT_TRUE(feed::read({QANAT_ROOT "/samples"}, {}, {read, [](Issue&&) {}}).ok());
    ASSERT_GE(pages_.size(), 12U);
  }
  void TearDown() override { fs::remove_all(folder_); }

  // A ledger with nothing in it.
  std::string new_ledger() { return (folder_ / (std::to_string(++ledgers_) + ".qanat")).string(); }

  static void write(const std::string& ledger, const std::vector<store::ReadPage>& batch) {
    auto store = store::Store::open(ledger, store::Store::Mode::create);
    ASSERT_TRUE(store.ok()) << store.error().message;
    const auto written = (*store)->write(batch);
    ASSERT_TRUE(written.ok()) << written.error().message;
  }

  static std::string export_of(const std::string& ledger) {
    auto store = store::Store::open(ledger, store::Store::Mode::read_only);
    if (!store) return "not opened: " + store.error().message;
    std::string out;
    const Status status = (*store)->export_lines([&](std::string_view line) { out.append(line) += '\n'; });
    return status.ok() ? out : "not exported: " + status.error().message;
  }

  std::string export_of_all_at_once() {
    const std::string ledger = new_ledger();
    write(ledger, pages_);
    return export_of(ledger);
  }

  std::vector<store::ReadPage> pages_;

 private:
  fs::path folder_;
  int ledgers_ = 0;
};

TEST_F(Property, AnyOrderRepetitionAndSplitGiveOneExport) {
  const std::string expected = export_of_all_at_once();
  ASSERT_NE(expected.find("samples/01_flash_riyadh_tehran.txt"), std::string::npos) << expected;
  for (int seed = 0; seed < kRounds; ++seed) {
    std::mt19937 random(static_cast<unsigned>(seed));
    const auto below = [&](std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random); };
    // Every page once, some of them again, in any order.
    std::vector<store::ReadPage> told = pages_;
    for (std::size_t again = below(2 * pages_.size()); again > 0; --again) told.push_back(pages_[below(pages_.size())]);
    std::shuffle(told.begin(), told.end(), random);
    // In batches of any size, each a run of its own.
    const std::string ledger = new_ledger();
    for (std::size_t i = 0; i < told.size();) {
      const std::size_t size = std::min(told.size() - i, 1 + below(pages_.size()));
      const auto from = told.begin() + static_cast<std::ptrdiff_t>(i);
      write(ledger, {from, from + static_cast<std::ptrdiff_t>(size)});
      i += size;
    }
    ASSERT_EQ(export_of(ledger), expected) << "seed " << seed;
  }
}

// The same through the engine, whose threads hand pages over as they finish.
TEST_F(Property, ThreadsAndBatchSizesGiveOneExport) {
  const std::string expected = export_of_all_at_once();
  const auto reader = engine::Reader::make({});
  ASSERT_TRUE(reader.ok());
  for (const int threads : {1, 2, 5}) {
    for (const int batch : {1, 4, 1000}) {
      const std::string ledger = new_ledger();
      auto store = store::Store::open(ledger, store::Store::Mode::create);
      ASSERT_TRUE(store.ok()) << store.error().message;
      engine::IngestOptions options;
      options.threads = threads;
      options.batch_pages = batch;
      const auto summary = engine::ingest(
          *reader.value(), **store, {QANAT_ROOT "/samples"}, options, [](const feed::Progress&) { return true; },
          [](const Issue&) {});
      ASSERT_TRUE(summary.ok()) << summary.error().message;
      EXPECT_EQ(summary.value().documents, pages_.size());
      EXPECT_EQ(export_of(ledger), expected) << threads << " threads, batches of " << batch;
    }
  }
}

// Were the export blind to what it should tell apart, the tests above would hold for nothing.
TEST_F(Property, AnotherSetGivesAnotherExport) {
  const std::string expected = export_of_all_at_once();
  for (std::size_t left_out = 0; left_out < pages_.size(); ++left_out) {
    std::vector<store::ReadPage> others = pages_;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(left_out));
    const std::string ledger = new_ledger();
    write(ledger, others);
    EXPECT_NE(export_of(ledger), expected) << pages_[left_out].id;
  }
}

TEST_F(Property, WhatIsWrittenVerifies) {
  const std::string ledger = new_ledger();
  write(ledger, pages_);
  auto store = store::Store::open(ledger, store::Store::Mode::read_only);
  ASSERT_TRUE(store.ok()) << store.error().message;
  const auto faults = (*store)->verify();
  ASSERT_TRUE(faults.ok()) << faults.error().message;
  for (const Issue& fault : faults.value()) ADD_FAILURE() << fault.where << ": " << fault.what;
}

}  // namespace
}  // namespace qanat
