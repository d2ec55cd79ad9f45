// The ledger kept: the invariants of store.h, and copies.
#include "store/store.h"

#include <algorithm>
#include <random>

#include "store_ledger.h"

namespace qanat::store {
namespace {

// ---- invariants ------------------------------------------------------------------------------------------------

TEST_F(StoreTest, GivesBackThePageThatWasWritten) {
  ReadPage page = random_page(7);
  page.url = "https://example.org/7";
  page.issues = {{Severity::warning, "news.jsonl:3", 17, "a byte was repaired"}};
  page.articles[0].article.credit = {"وكالات"};
  page.articles[0].article.tags = {"سوريا", "روسيا"};
  page.articles[0].article.authors = {"سلمى الخطيب"};
  page.articles[0].article.section = "سياسة";
  page.articles[0].article.url = "https://example.org/story/7";
  page.articles[0].article.lead = page.articles[0].article.body[0];
  page.articles[0].article.captions = {page.blocks[0].span};
  page.articles[0].article.published = {Date::from_iso("2024-02-01"), article::DateMethod::time, 95};
  page.articles[0].article.modified = {Date::from_iso("2024-02-03"), article::DateMethod::json_ld, 99};
  auto store = open(path());
  write(*store, {page});
  const auto got = store->page("page/7");
  ASSERT_TRUE(got.ok()) << got.error().message;
  const ReadPage& back = got.value();
  EXPECT_EQ(back.text, page.text);
  EXPECT_EQ(back.url, page.url);
  ASSERT_EQ(back.issues.size(), 1U);
  EXPECT_EQ(back.issues[0].offset, 17U);
  ASSERT_EQ(back.blocks.size(), page.blocks.size());
  EXPECT_EQ(back.blocks[0].span, page.blocks[0].span);
  EXPECT_EQ(back.blocks[0].kind, page.blocks[0].kind);
  ASSERT_EQ(back.articles.size(), page.articles.size());
  for (std::size_t i = 0; i < page.articles.size(); ++i) {
    const ReadArticle& a = page.articles[i];
    const ReadArticle& b = back.articles[i];
    EXPECT_EQ(a.article.id, b.article.id);
    EXPECT_EQ(a.article.body, b.article.body);
    EXPECT_EQ(a.article.tags, b.article.tags);
    EXPECT_EQ(a.article.published.date, b.article.published.date);
    EXPECT_EQ(a.article.published.method, b.article.published.method);
    EXPECT_EQ(a.article.published.confidence, b.article.published.confidence);
    EXPECT_EQ(a.article.modified.date, b.article.modified.date);
    EXPECT_EQ(a.article.modified.method, b.article.modified.method);
    EXPECT_EQ(a.article.modified.confidence, b.article.modified.confidence);
    EXPECT_EQ(a.article.authors, b.article.authors);
    EXPECT_EQ(a.article.section, b.article.section);
    EXPECT_EQ(a.article.url, b.article.url);
    EXPECT_EQ(a.article.lead, b.article.lead);
    EXPECT_EQ(a.article.captions, b.article.captions);
    ASSERT_EQ(a.reports.size(), b.reports.size());
    for (std::size_t r = 0; r < a.reports.size(); ++r) {
      EXPECT_EQ(a.reports[r].evidence, b.reports[r].evidence);
      EXPECT_EQ(a.reports[r].parties, b.reports[r].parties);
      EXPECT_EQ(a.reports[r].mechanism, b.reports[r].mechanism);
      EXPECT_EQ(a.reports[r].time, b.reports[r].time);
      EXPECT_EQ(a.reports[r].speaker, b.reports[r].speaker);
    }
  }
}

TEST_F(StoreTest, WritingAgainChangesNothing) {
  auto store = open(path());
  const std::vector<ReadPage> pages = random_pages(1, 20);
  const Written first = write(*store, pages);
  EXPECT_EQ(first.added, 20);
  EXPECT_GT(first.reports, 10);
  EXPECT_GT(first.changes, 0);
  const std::string once = exported(*store);
  const Written second = write(*store, pages);
  EXPECT_EQ(second.unchanged, 20);
  EXPECT_EQ(second.added + second.replaced + second.articles + second.reports + second.changes, 0);
  EXPECT_EQ(exported(*store), once);
  EXPECT_EQ(faults(*store), "");
}

TEST_F(StoreTest, HoldsTheFoldOfItsReports) {
  auto store = open(path());
  write(*store, random_pages(1, 60));
  const auto rows = store->reports({});
  const auto channels = store->channels({});
  ASSERT_TRUE(rows.ok() && channels.ok());
  std::vector<ledger::Entry> entries;
  for (const ReportRow& r : rows.value()) entries.push_back(r.entry);
  std::vector<ledger::Channel> stored = channels.value();
  std::sort(stored.begin(), stored.end(), [](const auto& a, const auto& b) { return a.key.text() < b.key.text(); });
  EXPECT_EQ(stored, ledger::fold(entries));
  EXPECT_GT(stored.size(), 10U);
}

TEST_F(StoreTest, ReplacedPageLeavesNothingBehind) {
  auto store = open(path());
  std::vector<ReadPage> pages = random_pages(1, 30);
  write(*store, pages);
  for (const unsigned i : {3U, 11U, 29U}) {
    ReadPage other = random_page(500 + i);
    other.id = pages[i].id;
    for (ReadArticle& a : other.articles)
      a.article.id = other.id + a.article.id.substr(("page/" + std::to_string(500 + i)).size());
    pages[i] = other;
  }
  const Written written = write(*store, pages);
  EXPECT_EQ(written.replaced, 3);
  EXPECT_EQ(written.unchanged, 27);
  EXPECT_EQ(faults(*store), "");
  Folder elsewhere;
  auto fresh = open(elsewhere.file("fresh.qanat"));
  write(*fresh, pages);
  EXPECT_EQ(exported(*store), exported(*fresh));
}

TEST_F(StoreTest, ReplacementIsAChange) {
  auto store = small_ledger();
  const auto before = store->changes(0, {});
  ASSERT_TRUE(before.ok());
  const std::int64_t seen = before.value().back().seq;
  // The denial is taken back: the page now says something else.
  write(*store, {PageBuilder("b").article("واشنطن", "2024-01-27").paragraph("لا جديد في هذا الشأن").build()});
  const auto after = store->changes(seen, {});
  ASSERT_TRUE(after.ok());
  ASSERT_EQ(after.value().size(), 2U);
  EXPECT_EQ(after.value()[0].change.kind, ledger::Change::Kind::state_changed);
  EXPECT_EQ(after.value()[0].change.after, "ongoing");
  EXPECT_EQ(after.value()[0].article, "b");
  EXPECT_EQ(after.value()[1].change.kind, ledger::Change::Kind::conflict_settled);
  EXPECT_EQ(store->totals().value().conflicts, 0);
}

TEST_F(StoreTest, ChannelThatNobodyTellsOfIsGone) {
  auto store = small_ledger();
  write(*store, {PageBuilder("c").article("خبر آخر", "2024-03-02").paragraph("لا لقاء هنا").build()});
  EXPECT_EQ(store->totals().value().channels, 1);
  EXPECT_EQ(faults(*store), "");
}

TEST_F(StoreTest, SamePageTwiceInOneBatchIsTheLastOne) {
  auto store = open(path());
  ReadPage one = random_page(1);
  ReadPage other = random_page(1);
  other.articles.back().reports.clear();
  write(*store, {one, other, one, other});
  Folder elsewhere;
  auto fresh = open(elsewhere.file("fresh.qanat"));
  write(*fresh, {other});
  EXPECT_EQ(exported(*store), exported(*fresh));
  EXPECT_EQ(faults(*store), "");
}

class AnyOrder : public testing::TestWithParam<unsigned> {};

// Any order, any repetition, any batches, any interruption: byte for byte the same export.
TEST_P(AnyOrder, GivesTheSameExport) {
  Folder folder;
  std::mt19937 random(GetParam());
  std::vector<ReadPage> pages = random_pages(GetParam() * 1000, 40);
  auto straight = open(folder.file("straight.qanat"));
  write(*straight, pages);
  const std::string expected = exported(*straight);

  for (std::size_t i = 0; i < 10; ++i) pages.push_back(pages[random() % 40]);
  std::shuffle(pages.begin(), pages.end(), random);
  const std::string path = folder.file("shuffled.qanat");
  auto shuffled = open(path);
  for (std::size_t at = 0; at < pages.size();) {
    const std::size_t size = std::min<std::size_t>(1 + random() % 12, pages.size() - at);
    write(*shuffled,
          {pages.begin() + static_cast<std::ptrdiff_t>(at), pages.begin() + static_cast<std::ptrdiff_t>(at + size)});
    at += size;
    if (random() % 3 == 0) {
      shuffled.reset();
      shuffled = open(path);
    }
    if (random() % 4 == 0) {
      EXPECT_TRUE(shuffled->finish().ok());
    }
  }
  EXPECT_EQ(exported(*shuffled), expected);
  EXPECT_EQ(faults(*shuffled), "");
}

// Pages that were there for a while and were replaced leave nothing behind, neither in origins nor in dates.
TEST_P(AnyOrder, ForgetsWhatWasReplaced) {
  Folder folder;
  std::mt19937 random(GetParam());
  const std::vector<ReadPage> pages = random_pages(GetParam() * 1000, 40);
  auto straight = open(folder.file("straight.qanat"));
  write(*straight, pages);
  ASSERT_NE(exported(*straight).find("\"published_by\":\"copy\""), std::string::npos);
  ASSERT_LT(straight->totals().value().origins + 5, straight->totals().value().articles);

  auto winding = open(folder.file("winding.qanat"));
  for (int round = 0; round < 4; ++round) {
    std::vector<ReadPage> others;
    for (const ReadPage& page : pages) {
      if (random() % 3 == 0) continue;
      others.push_back(random_page(static_cast<unsigned>(random())));
      others.back().id = page.id;
      for (std::size_t i = 0; i < others.back().articles.size(); ++i)
        others.back().articles[i].article.id = page.id + (i == 0 ? "" : "#" + std::to_string(i + 1));
      if (random() % 4 == 0) others.back().articles.clear();
    }
    std::shuffle(others.begin(), others.end(), random);
    write(*winding, others);
    EXPECT_EQ(faults(*winding), "");
  }
  write(*winding, pages);
  EXPECT_EQ(exported(*winding), exported(*straight));
  EXPECT_EQ(faults(*winding), "");
}
INSTANTIATE_TEST_SUITE_P(Store, AnyOrder, testing::Range(1U, 9U));

TEST_F(StoreTest, TwoWritersTakeTurns) {
  auto one = open(path());
  auto other = open(path());
  const std::vector<ReadPage> pages = random_pages(1, 30);
  for (std::size_t i = 0; i < pages.size(); ++i) write(i % 2 == 0 ? *one : *other, {pages[i]});
  Folder elsewhere;
  auto fresh = open(elsewhere.file("fresh.qanat"));
  write(*fresh, pages);
  EXPECT_EQ(exported(*one), exported(*fresh));
  EXPECT_EQ(faults(*other), "");
}

TEST_F(StoreTest, CopiesCountOnce) {
  auto store = open(path());
  const auto copy = [](const char* id) {
    return PageBuilder(id)
        .article("خبر", "2024-01-26")
        .paragraph("نص واحد تنقله صحف كثيرة")
        .report(told(Form::meeting, State::held, {{"RUS", "", ""}, {"TUR", "", ""}}))
        .build();
  };
  write(*store, {copy("a"), copy("b"), copy("c")});
  EXPECT_EQ(store->totals().value().articles, 3);
  EXPECT_EQ(store->totals().value().origins, 1);
  const auto channels = store->channels({});
  ASSERT_EQ(channels.value().size(), 1U);
  EXPECT_EQ(channels.value()[0].origins, 1);
  ASSERT_EQ(channels.value()[0].contacts.size(), 1U);
  EXPECT_EQ(channels.value()[0].contacts[0].entries.size(), 3U);
  EXPECT_EQ(channels.value()[0].contacts[0].origins, 1);
  EXPECT_EQ(store->article("b").value().copies, (std::vector<std::string>{"a", "c"}));
}

// ---- copies ----------------------------------------------------------------------------------------------------

std::string words(std::size_t from, std::size_t to) {
  std::string out;
  for (std::size_t i = from; i < to; ++i) out += "كلمة" + std::to_string(i) + " ";
  return out;
}

// Words `from` to `to` of one story, and a report of it.
ReadPage part_of_story(const char* id, const char* published, std::size_t from, std::size_t to) {
  return PageBuilder(id)
      .article("خبر", published)
      .paragraph(words(from, to))
      .report(told(Form::meeting, State::held, {{"RUS", "", ""}, {"TUR", "", ""}}))
      .build();
}

// "a=ORIGIN DATE METHOD", with origins numbered as they come.
std::string told_of(Store& store, const std::vector<std::string>& ids) {
  std::vector<std::string> origins;
  std::string out;
  for (const std::string& id : ids) {
    const ArticleRow row = store.article(id).value();
    const auto found = std::find(origins.begin(), origins.end(), row.origin);
    out += id + "=" + std::to_string(found - origins.begin() + 1);
    if (found == origins.end()) origins.push_back(row.origin);
    if (row.published.date) out += " " + row.published.date->iso() + " " + article::to_string(row.published.method);
    out += "; ";
  }
  return out;
}

TEST_F(StoreTest, ReplacedPageSplitsItsOrigin) {
  auto store = open(path());
  write(*store, {part_of_story("upper", "", 0, 120)});
  write(*store, {part_of_story("lower", "2024-02-05", 120, 240)});
  EXPECT_EQ(told_of(*store, {"upper", "lower"}), "upper=1; lower=2 2024-02-05 given; ");
  EXPECT_EQ(store->channels({}).value()[0].origins, 2);

  const Written joined = write(*store, {part_of_story("whole", "2024-02-07", 0, 240)});
  EXPECT_EQ(told_of(*store, {"upper", "lower", "whole"}),
            "upper=1 2024-02-05 copy; lower=1 2024-02-05 given; whole=1 2024-02-07 given; ");
  EXPECT_EQ(joined.origins, -1);
  EXPECT_EQ(store->totals().value().origins, 1);
  EXPECT_EQ(store->channels({}).value()[0].origins, 1);
  EXPECT_EQ(store->article("upper").value().copies, (std::vector<std::string>{"lower", "whole"}));
  EXPECT_EQ(faults(*store), "");

  write(*store, {part_of_story("whole", "2024-02-07", 1000, 1200)});
  EXPECT_EQ(told_of(*store, {"upper", "lower", "whole"}),
            "upper=1; lower=2 2024-02-05 given; whole=3 2024-02-07 given; ");
  EXPECT_EQ(store->channels({}).value()[0].origins, 3);
  EXPECT_EQ(faults(*store), "");
}

TEST_F(StoreTest, UndatedArticleTakesTheEarliestDateOfItsCopies) {
  auto store = open(path());
  write(*store, {part_of_story("undated", "", 0, 200)});
  EXPECT_EQ(store->channels({}).value()[0].last, std::nullopt);
  write(*store, {part_of_story("late", "2024-02-09", 0, 190)});
  EXPECT_EQ(told_of(*store, {"undated"}), "undated=1 2024-02-09 copy; ");
  write(*store, {part_of_story("early", "2024-02-03", 2, 200), part_of_story("other", "2023-01-01", 500, 700)});
  EXPECT_EQ(told_of(*store, {"undated", "late"}), "undated=1 2024-02-03 copy; late=1 2024-02-09 given; ");
  const auto reports = store->reports_of_article("undated");
  ASSERT_EQ(reports.value().size(), 1U);
  EXPECT_EQ(reports.value()[0].entry.published, Date::from_iso("2024-02-03"));
  EXPECT_EQ(store->channels({}).value()[0].contacts.size(), 2U);  // the other one is a year older
  EXPECT_EQ(store->page("undated").value().articles[0].article.published.date, std::nullopt);

  write(*store, {part_of_story("early", "2024-02-12", 2, 200)});
  EXPECT_EQ(told_of(*store, {"undated"}), "undated=1 2024-02-09 copy; ");
  write(*store, {part_of_story("undated", "2024-02-20", 0, 200)});
  EXPECT_EQ(told_of(*store, {"undated"}), "undated=1 2024-02-20 given; ");
  EXPECT_EQ(faults(*store), "");
}

TEST_F(StoreTest, ArticlesWithoutWordsAreNobodysCopies) {
  auto store = open(path());
  write(*store, {PageBuilder("a").article("صورة", "2024-02-01").build(), PageBuilder("b").article("صورة", "").build()});
  EXPECT_EQ(store->article("b").value().copies, std::vector<std::string>());
  EXPECT_EQ(store->article("b").value().published.date, std::nullopt);
  EXPECT_EQ(store->totals().value().origins, 2);
  EXPECT_EQ(faults(*store), "");
}

}  // namespace
}  // namespace qanat::store
