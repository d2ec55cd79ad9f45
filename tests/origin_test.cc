// Which texts are copies, and that origins depend on the set of texts alone, however it came about.
#include "origin/origin.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <random>

namespace qanat::origin {
namespace {

using Words = std::vector<std::string>;

// Words that no other story has, in any order.
Words story(std::size_t count, unsigned number) {
  Words out;
  for (std::size_t i = 0; i < count; ++i) out.push_back("خبر" + std::to_string(number) + "كلمة" + std::to_string(i));
  return out;
}
Words part(const Words& words, std::size_t from, std::size_t count) {
  const auto begin = words.begin() + static_cast<std::ptrdiff_t>(from);
  return {begin, begin + static_cast<std::ptrdiff_t>(count)};
}
Words operator+(Words a, const Words& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}
// Every so many words one is another.
Words retold(Words words, std::size_t every) {
  for (std::size_t i = every / 2; i < words.size(); i += every) words[i] = "بدل" + words[i];
  return words;
}

Sketch of(std::string_view text) { return sketch(text, {{0, static_cast<std::uint32_t>(text.size())}}); }
Sketch of(const Words& words) {
  std::string text;
  for (const std::string& w : words) text += w + " ";
  return of(text);
}

// ---- texts -----------------------------------------------------------------------------------------------------

TEST(Sketch, IsOfTheWordsAlone) {
  const Rank rank = of("وصل الوفد الروسي إلى أنقرة، للقاء المسؤولين.").rank;
  EXPECT_GT(rank, 0);
  EXPECT_EQ(of("وصل الوفد الروسى الى أنقرة للقاء المسؤولين").rank, rank);
  EXPECT_EQ(of("«وَصل» الوفــد الروسي\nإلى أنقرة – للقاء المسؤولين").rank, rank);
  EXPECT_NE(of("وصل الوفد الروسي إلى دمشق للقاء المسؤولين").rank, rank);
  EXPECT_NE(of("وصل الوفد إلى أنقرة الروسي للقاء المسؤولين").rank, rank);
  EXPECT_NE(of("وصل الوفد الروسي إلى أنقرة للقاء المسؤولين").rank,
            of("وصل الوفد الروسي إلى أنقرةللقاء المسؤولين").rank);
}

TEST(Sketch, IsOfTheSpansAlone) {
  const std::string text = "القائمة الرئيسية. وصل الوفد. إعلان مدفوع. إلى أنقرة.";
  const auto span = [&](std::string_view piece) {
    const auto begin = static_cast<std::uint32_t>(text.find(piece));
    return Span{begin, begin + static_cast<std::uint32_t>(piece.size())};
  };
  EXPECT_EQ(sketch(text, {span("وصل الوفد"), span("إلى أنقرة")}), of("وصل الوفد إلى أنقرة"));
}

TEST(Sketch, OfNoWordsIsNobodysCopy) {
  EXPECT_EQ(of("").rank, 0);
  EXPECT_EQ(of(" … ،؛ !").rank, 0);
  EXPECT_FALSE(near(of(""), of("")));
}

TEST(Sketch, IsBounded) {
  const Sketch long_one = of(story(300'000, 1));
  EXPECT_LE(long_one.grams.size(), 1024U);
  EXPECT_LE(long_one.keys.size(), 24U);
}

TEST(Sketch, LongerTextsComeFirst) {
  EXPECT_LT(of(story(400, 1)).rank, of(story(100, 1)).rank);
  EXPECT_LT(of(story(100, 1)).rank, of(story(20, 1)).rank);
}

TEST(Name, IsOfSixteenDigits) {
  EXPECT_EQ(name_of(0x1234), "0000000000001234");
  EXPECT_EQ(name_of(0x7fffffffffffffff), "7fffffffffffffff");
}

// ---- copies ----------------------------------------------------------------------------------------------------

struct Pair {
  const char* title;
  Words left, right;
  bool copies;
};

std::vector<Pair> pairs() {
  const Words s = story(240, 1);
  const Words other = story(240, 2);
  const Words flash = story(11, 3);
  const Words huge = story(4000, 4);
  const Words tiny = story(3, 5);
  return {
      {"the same", s, s, true},
      {"another story", s, other, false},
      {"a word here and there", s, retold(s, 30), true},
      {"told in other words", s, retold(s, 6), false},
      {"cut to a half, from below", s, part(s, 0, 120), true},
      {"cut to a half, from above", s, part(s, 120, 120), true},
      {"cut to a fifth, from below", s, part(s, 0, 48), true},
      {"a paragraph out of its middle", s, part(s, 90, 48), false},
      {"a paragraph of it in a story of its own", s, part(s, 90, 48) + part(other, 0, 150), false},
      {"the same background under another story", part(s, 0, 140) + part(other, 0, 100),
       story(140, 6) + part(other, 0, 100), false},
      {"its first sentence as a flash", s, part(s, 0, 14), false},
      {"brought up to date: as much again on top", s, story(220, 7) + s, true},
      {"brought up to date: as much again below", s, s + story(220, 7), true},
      {"one story of a round-up of six", part(s, 0, 60),
       story(60, 11) + story(60, 12) + part(s, 0, 60) + story(60, 13) + story(60, 14) + story(60, 15), false},
      {"with a site's name before it", s, Words{"دبي", "خاص"} + s, true},
      {"a flash", flash, flash, true},
      {"a flash with one name changed", flash, retold(flash, 11), false},
      {"three words", tiny, tiny, true},
      {"three other words", tiny, story(3, 8), false},
      {"a long text, corrected", huge, retold(huge, 40), true},
      {"a long text, cut", huge, part(huge, 0, 2500), true},
      {"a long text, cut to a tenth", huge, part(huge, 0, 400), true},
      {"a tenth out of a long text", huge, part(huge, 1000, 400), false},
      {"another long text", huge, story(4000, 9), false},
      {"texts as long as a book", story(60'000, 1), story(60'000, 2), false},
  };
}

TEST(Near, TellsCopiesFromOthers) {
  for (const Pair& p : pairs()) {
    const Sketch a = of(p.left);
    const Sketch b = of(p.right);
    EXPECT_EQ(near(a, b), p.copies) << p.title << ": " << compare(a, b).jaccard << " " << compare(a, b).contained;
    EXPECT_EQ(near(b, a), p.copies) << p.title << ", the other way round";
  }
}

TEST(Bands, BringCopiesTogether) {
  for (const Pair& p : pairs()) {
    if (!p.copies) continue;
    MemoryShelf shelf;
    const Sketch a = of(p.left);
    const Sketch b = of(p.right);
    std::set<Rank> added;
    for (const Sketch& s : {a, b})
      if (shelf.add(s)) added.insert(s.rank);
    settle(shelf, added);
    EXPECT_EQ(shelf.leader(a.rank), shelf.leader(b.rank)) << p.title;
  }
}

// ---- origins ---------------------------------------------------------------------------------------------------

// A shelf with these texts, settled at once.
MemoryShelf gathered(const std::vector<Words>& texts) {
  MemoryShelf shelf;
  std::set<Rank> added;
  for (const Words& text : texts) {
    Sketch s = of(text);
    const Rank rank = s.rank;
    if (shelf.add(std::move(s))) added.insert(rank);
  }
  settle(shelf, added);
  return shelf;
}

TEST(Origins, TwoCutsJoinThroughTheStory) {
  const Words s = story(240, 1);
  const Words upper = part(s, 0, 120);
  const Words lower = part(s, 120, 120);
  MemoryShelf apart = gathered({upper, lower});
  EXPECT_NE(apart.leader(of(upper).rank), apart.leader(of(lower).rank));
  MemoryShelf shelf = gathered({upper, s, lower});
  EXPECT_EQ(shelf.leader(of(upper).rank), of(s).rank);
  EXPECT_EQ(shelf.leader(of(lower).rank), of(s).rank);
}

// Each version is much like the next, and the last one has nothing of the first.
TEST(Origins, DoNotRunOnFromVersionToVersion) {
  const Words all = story(1000, 1);
  std::vector<Words> versions;
  for (std::size_t i = 0; i <= 800; i += 40) versions.push_back(part(all, i, 200));
  MemoryShelf shelf = gathered(versions);
  for (const Words& v : versions) {
    const Sketch own = of(v);
    const Rank leader = shelf.leader(own.rank).value();
    EXPECT_TRUE(leader == own.rank || near(own, *shelf.sketch(leader)));
  }
  EXPECT_NE(shelf.leader(of(versions.front()).rank), shelf.leader(of(versions.back()).rank));
}

// Texts of a small world: few grams, few bands, so that everything touches everything, and bands with more leaders than
// are looked at.
Sketch random_sketch(std::mt19937& random, std::size_t grams, std::size_t keys) {
  const auto below = [&](std::size_t n) { return static_cast<std::uint32_t>(random() % n); };
  Sketch out;
  out.rank = 1 + static_cast<Rank>(below(1'000'000));
  std::set<std::uint32_t> its;
  const std::size_t base = below(grams);
  for (std::size_t i = 0; i < 12; ++i) its.insert(static_cast<std::uint32_t>((base + below(18)) % grams));
  out.grams.assign(its.begin(), its.end());
  std::set<Key> in;
  for (std::size_t i = 0; i < 2; ++i) in.insert(below(keys));
  out.keys.assign(in.begin(), in.end());
  return out;
}

// The definition, word for word.
std::map<Rank, Rank> defined(const std::map<Rank, Sketch>& texts) {
  constexpr std::size_t kLookedAt = 32;  // kMostLeaders
  std::map<Rank, Rank> out;
  std::map<Key, std::vector<Rank>> leaders;
  for (const auto& [rank, text] : texts) {
    Rank best = rank;
    double most = 0;
    std::set<Rank> met;
    for (const Key key : text.keys) {
      const std::vector<Rank>& its = leaders[key];
      met.insert(its.begin(), its.begin() + static_cast<std::ptrdiff_t>(std::min(its.size(), kLookedAt)));
    }
    for (const Rank leader : met) {
      const Likeness likeness = compare(text, texts.at(leader));
      if (!near(likeness) || likeness.jaccard <= most) continue;
      most = likeness.jaccard;
      best = leader;
    }
    out[rank] = best;
    if (best == rank)
      for (const Key key : text.keys) leaders[key].push_back(rank);
  }
  return out;
}

struct World {
  const char* name;
  std::size_t grams, keys, texts;
};

class AnyHistory : public testing::TestWithParam<World> {};

TEST_P(AnyHistory, GivesTheOriginsOfTheSet) {
  const World& world = GetParam();
  bool some_follow = false;
  bool some_are_out_of_sight = false;
  for (unsigned seed = 0; seed < 12; ++seed) {
    std::mt19937 random(seed);
    std::map<Rank, Sketch> texts;
    MemoryShelf shelf;
    for (int step = 0; step < 25; ++step) {
      std::set<Rank> waiting;
      for (std::size_t n = random() % (world.texts / 8); n > 0; --n) {
        Sketch s = random_sketch(random, world.grams, world.keys);
        const Rank rank = s.rank;
        if (!texts.emplace(rank, s).second) continue;
        ASSERT_TRUE(shelf.add(std::move(s)));
        waiting.insert(rank);
      }
      for (std::size_t n = random() % (world.texts / 16); n > 0 && !texts.empty(); --n) {
        auto victim = texts.lower_bound(static_cast<Rank>(random() % 1'000'000));
        if (victim == texts.end()) victim = texts.begin();
        retire(shelf, victim->first, waiting);
        shelf.remove(victim->first);
        waiting.erase(victim->first);
        texts.erase(victim);
      }
      std::map<Rank, std::optional<Rank>> before;
      for (const auto& [rank, text] : texts) before[rank] = shelf.leader(rank);
      const std::vector<Rank> changed = settle(shelf, waiting);
      const std::map<Rank, Rank> expected = defined(texts);
      std::map<Key, std::size_t> leaders;
      for (const auto& [rank, leader] : expected) {
        ASSERT_EQ(shelf.leader(rank), leader) << world.name << ", seed " << seed << ", step " << step;
        const bool told = std::find(changed.begin(), changed.end(), rank) != changed.end();
        ASSERT_EQ(told, before[rank] != leader);
        some_follow = some_follow || leader != rank;
        if (leader == rank)
          for (const Key key : texts.at(rank).keys) some_are_out_of_sight |= ++leaders[key] > 32;
      }
    }
  }
  EXPECT_TRUE(some_follow);
  EXPECT_EQ(some_are_out_of_sight, world.keys == 3) << "the world is not what it is meant to be";
}

INSTANTIATE_TEST_SUITE_P(Worlds, AnyHistory,
                         testing::Values(World{"dense", 60, 6, 40}, World{"wide", 400, 30, 80},
                                         World{"crowded", 4000, 3, 160}),
                         [](const auto& world) { return std::string(world.param.name); });

// A shelf that counts what is taken from it.
class CountingShelf final : public Shelf {
 public:
  bool add(Sketch s) { return shelf_.add(std::move(s)); }
  const Sketch* sketch(Rank text) override {
    ++looked_at;
    return shelf_.sketch(text);
  }
  std::optional<Rank> leader(Rank text) override { return shelf_.leader(text); }
  Band look(Key key, std::size_t most) override { return shelf_.look(key, most); }
  std::vector<Rank> behind(Key key, Rank text) override { return shelf_.behind(key, text); }
  std::vector<Rank> followers(Rank leader) override { return shelf_.followers(leader); }
  void follow(Rank text, Rank leader) override { shelf_.follow(text, leader); }

  std::size_t looked_at = 0;

 private:
  MemoryShelf shelf_;
};

std::size_t looked_at(std::size_t count, const std::function<Words(unsigned)>& text) {
  CountingShelf shelf;
  for (unsigned i = 0; i < count; ++i) {
    Sketch s = of(text(i));
    const Rank rank = s.rank;
    if (shelf.add(std::move(s))) settle(shelf, {rank});
  }
  return shelf.looked_at;
}

// A site's boilerplate stands in all of its pages: they share bands, and are no copies.
TEST(Settle, LooksAtFewTextsWhereAllShareBoilerplate) {
  const Words boilerplate = story(60, 1);
  const auto page = [&](unsigned i) { return boilerplate + story(80, 10 + i); };
  const std::size_t some = looked_at(250, page);
  const std::size_t more = looked_at(1000, page);
  EXPECT_LT(more, some * 4 * 2);
  EXPECT_LT(more, 1000U * 400);
}

// A bulletin that differs by a number every day: all are copies of one.
TEST(Settle, LooksAtFewTextsWhereAllAreCopies) {
  const Words bulletin = story(80, 1);
  const auto day = [&](unsigned i) {
    Words out = bulletin;
    out[7] = std::to_string(i);
    return out;
  };
  EXPECT_LT(looked_at(2000, day), 2000U * 40);
}

}  // namespace
}  // namespace qanat::origin
