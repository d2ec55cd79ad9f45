// The invariants of ledger.h over random entries.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "ledger/ledger.h"

namespace qanat::ledger {
namespace {

using report::Form;
using report::Part;
using report::Party;
using report::State;

class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}
  std::size_t below(std::size_t n) { return engine_() % n; }
  bool once_in(std::size_t n) { return below(n) == 0; }
  template <class T>
  const T& of(const std::vector<T>& values) {
    return values[below(values.size())];
  }
  std::mt19937& engine() { return engine_; }

 private:
  std::mt19937 engine_;
};

Entry random_entry(Random& random, std::size_t number) {
  static const std::vector<std::string> kActors = {"RUS", "USA", "TUR", "SYR"};
  static const std::vector<std::string> kRoles = {"", "", "leader", "foreign_minister"};
  static const std::vector<std::string> kNames = {"", "لافروف", "سيرغي لافروف", "كيري"};
  static const std::vector<std::string> kTimes = {
      "", "", "", "2017-02-05", "2017-02-05/2017-02-08", "2017-02", "2017", "2017-02-11", "2016-12-01/2017-02-10"};
  Entry e;
  e.id = "e" + std::to_string(number);
  const std::size_t article = random.below(40);
  e.article = "article " + std::to_string(article);
  e.origin = random.once_in(10) ? "" : "text " + std::to_string(article / 2);
  e.publisher = random.once_in(2) ? "الجريدة" : "";
  if (!random.once_in(6)) e.published = *Date::from_iso("2017-02-01") + static_cast<int>(random.below(20));
  e.report.form = static_cast<Form>(random.below(7));
  e.report.state = static_cast<State>(random.below(9));
  const std::size_t parties = 1 + random.below(3);
  for (std::size_t i = 0; i < parties; ++i)
    e.report.parties.push_back(
        {random.of(kActors), random.of(kRoles), random.of(kNames), random.once_in(5) ? Part::mediator : Part::party});
  if (random.once_in(8)) e.report.mechanism = "astana";
  if (const std::string& time = random.of(kTimes); !time.empty()) e.report.time = When::from_iso(time);
  if (random.once_in(2)) e.report.speaker = Party{random.of(kActors), random.of(kRoles), "", Part::party};
  if (random.once_in(4)) e.report.place = random.of(kNames);
  if (random.once_in(4)) e.report.condition = random.of(kNames);
  return e;
}

std::string dump_all(const std::vector<Channel>& channels) {
  std::string out;
  for (const Channel& c : channels) out += c.key.id() + " " + dump(c);
  for (const Channel& c : channels)
    for (const Contact& k : c.contacts) out += k.id + "\n";
  return out;
}

class Invariants : public testing::TestWithParam<unsigned> {
 protected:
  Invariants() : random_(GetParam()) {
    const std::size_t n = 1 + random_.below(200);
    for (std::size_t i = 0; i < n; ++i) entries_.push_back(random_entry(random_, i));
  }
  Random random_;
  std::vector<Entry> entries_;
};

TEST_P(Invariants, OrderAndRepetitionDoNotMatter) {
  const std::vector<Channel> once = fold(entries_);
  for (int round = 0; round < 5; ++round) {
    std::vector<Entry> again = entries_;
    for (std::size_t i = random_.below(20); i > 0; --i) again.push_back(random_.of(entries_));
    std::shuffle(again.begin(), again.end(), random_.engine());
    const std::vector<Channel> folded = fold(again);
    EXPECT_EQ(dump_all(folded), dump_all(once));
    EXPECT_EQ(folded, once);
  }
}

TEST_P(Invariants, ChannelsDoNotSeeOneAnother) {
  const std::vector<Channel> once = fold(entries_);
  // Channels are dealt to two folds, as to two machines.
  std::vector<Entry> parts[2];
  for (const Entry& e : entries_) parts[std::hash<std::string>()(key_of(e.report).id()) % 2].push_back(e);
  std::vector<Channel> joined = fold(parts[0]);
  for (Channel& c : fold(parts[1])) joined.push_back(std::move(c));
  std::sort(joined.begin(), joined.end(),
            [](const Channel& a, const Channel& b) { return a.key.text() < b.key.text(); });
  EXPECT_EQ(joined, once);
}

TEST_P(Invariants, EverythingStandsOnEntries) {
  std::vector<std::string> told;
  for (const Channel& channel : fold(entries_)) {
    std::vector<std::string> its;
    for (const Contact& c : channel.contacts) {
      EXPECT_FALSE(c.entries.empty());
      EXPECT_GE(c.origins, 1);
      its.insert(its.end(), c.entries.begin(), c.entries.end());
    }
    EXPECT_EQ(its.size(), static_cast<std::size_t>(channel.entries));
    const auto stands_on = [&](const std::string& id) {
      const auto e = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& x) { return x.id == id; });
      return e != entries_.end() && key_of(e->report) == channel.key;
    };
    for (const std::string& id : its) EXPECT_TRUE(stands_on(id)) << id;
    EXPECT_FALSE(channel.timeline.empty());
    for (const Phase& p : channel.timeline) EXPECT_TRUE(stands_on(p.entry));
    for (const Conflict& c : channel.conflicts) {
      EXPECT_TRUE(stands_on(c.left) && stands_on(c.right));
      EXPECT_EQ(c.channel, channel.key.id());
    }
    EXPECT_TRUE(std::is_sorted(channel.contacts.begin(), channel.contacts.end(), earlier));
    told.insert(told.end(), its.begin(), its.end());
  }
  // Every entry is told of once.
  std::sort(told.begin(), told.end());
  EXPECT_EQ(told.size(), entries_.size());
  EXPECT_EQ(std::adjacent_find(told.begin(), told.end()), told.end());
}

TEST_P(Invariants, NothingChangesWithoutAChange) {
  std::vector<Entry> more = entries_;
  more.push_back(random_entry(random_, entries_.size()));
  const std::vector<Channel> before = fold(entries_);
  for (const Channel& after : fold(more)) {
    const auto its = std::find_if(before.begin(), before.end(), [&](const Channel& c) { return c.key == after.key; });
    const bool touched = after.key == key_of(more.back().report);
    if (its == before.end()) {
      EXPECT_TRUE(touched);
      continue;
    }
    EXPECT_TRUE(changes(&*its, &*its).empty());
    if (!touched) {
      EXPECT_TRUE(changes(&*its, &after).empty());
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Ledger, Invariants, testing::Range(1U, 41U));

}  // namespace
}  // namespace qanat::ledger
