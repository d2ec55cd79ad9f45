// The ledger kept: invariants of store.h, queries, search, and files that are not what they should be.
#include "store/store.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <algorithm>
#include <fstream>
#include <random>

#include "store_pages.h"

namespace qanat::store {
namespace {

using report::Form;
using report::Part;
using report::Party;
using report::State;

std::vector<ReadPage> random_pages(unsigned first, unsigned count) {
  std::vector<ReadPage> out;
  for (unsigned i = 0; i < count; ++i) out.push_back(random_page(first + i));
  return out;
}

// Changes a file behind the store's back.
void tamper(const std::string& path, const std::string& sql) {
  sqlite3* db = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &db), SQLITE_OK);
  char* message = nullptr;
  EXPECT_EQ(sqlite3_exec(db, sql.c_str(), nullptr, nullptr, &message), SQLITE_OK) << message;
  sqlite3_free(message);
  sqlite3_close(db);
}

class StoreTest : public testing::Test {
 protected:
  std::string path() const { return folder_.file("test.qanat"); }
  // A ledger of two pages that contradict one another, and a third of something else.
  std::unique_ptr<Store> small_ledger() const {
    auto store = open(path());
    report::Report ongoing = told(Form::talks, State::ongoing, {{"RUS", "", ""}, {"USA", "", ""}});
    ongoing.speaker = Party{"RUS", "envoy", "ألكسندر لافرينتييف", Part::party};
    report::Report absent = told(Form::talks, State::absent, {{"RUS", "", ""}, {"USA", "", ""}});
    absent.speaker = Party{"USA", "spokesperson", "", Part::party};
    report::Report round = told(Form::meeting, State::held,
                                {{"RUS", "foreign_minister", "سيرغي لافروف"},
                                 {"TUR", "foreign_minister", "هاكان فيدان"},
                                 {"QAT", "", "", Part::host}});
    round.channel = "عملية أستانا";
    round.mechanism = "astana";
    round.time = When::day(*Date::from_iso("2024-03-01"));
    write(*store, {PageBuilder("a")
                       .article("موسكو: الحوار مستمر", "2024-01-26", "الجريدة")
                       .paragraph("أكد المبعوث أن الحوار بين البلدين مستمر وأن الوزارة تتابعه")
                       .report(ongoing)
                       .build(),
                   PageBuilder("b")
                       .article("واشنطن تنفي", "2024-01-27", "الوكالة")
                       .paragraph("نفت المتحدثة وجود أي حوار مع الجانب الروسي")
                       .report(absent)
                       .build(),
                   PageBuilder("c")
                       .article("لقاء في الدوحة", "2024-03-02", "الوكالة")
                       .paragraph("التقى الوزيران ضمن عملية أستانا")
                       .report(round)
                       .build()});
    return store;
  }

 private:
  Folder folder_;
};

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

// ---- queries ---------------------------------------------------------------------------------------------------

std::vector<std::string> texts(const Result<std::vector<ledger::Channel>>& channels) {
  std::vector<std::string> out;
  if (channels.ok())
    for (const ledger::Channel& c : channels.value()) out.push_back(c.key.text());
  return out;
}
std::vector<std::string> articles(const Result<std::vector<ReportRow>>& reports) {
  std::vector<std::string> out;
  if (reports.ok())
    for (const ReportRow& r : reports.value()) out.push_back(r.article);
  return out;
}
using Names = std::vector<std::string>;

TEST_F(StoreTest, FiltersNarrow) {
  auto store = small_ledger();
  const std::string astana = "RUS-TUR, astana";
  const std::string id = ledger::ChannelKey{{"RUS", "USA"}, "", ""}.id();
  const auto date = [](const char* iso) { return Date::from_iso(iso); };
  struct Case {
    const char* what;
    Filter filter;
    Names channels;
    Names reports;
  };
  const auto filter = [](auto set) {
    Filter f;
    set(f);
    return f;
  };
  const Case cases[] = {
      {"nothing", {}, {astana, "RUS-USA"}, {"c", "b", "a"}},
      {"a party", filter([](Filter& f) { f.parties = {"USA"}; }), {"RUS-USA"}, {"b", "a"}},
      {"a host", filter([](Filter& f) { f.parties = {"QAT"}; }), {astana}, {"c"}},
      {"parties that never met",
       filter([](Filter& f) {
         f.parties = {"USA", "TUR"};
       }),
       {},
       {}},
      {"a person, as anybody spells", filter([](Filter& f) { f.person = "لآفروف"; }), {astana}, {"c"}},
      {"a speaker is no party", filter([](Filter& f) { f.person = "لافرينتييف"; }), {}, {}},
      {"a rank", filter([](Filter& f) { f.rank = "foreign_minister"; }), {astana}, {"c"}},
      {"a channel's id", filter([&](Filter& f) { f.channel = id; }), {"RUS-USA"}, {"b", "a"}},
      {"a beginning of it", filter([&](Filter& f) { f.channel = id.substr(0, 5); }), {"RUS-USA"}, {"b", "a"}},
      {"a mechanism as written", filter([](Filter& f) { f.channel = "استانا"; }), {astana}, {"c"}},
      {"a mechanism's name", filter([](Filter& f) { f.channel = "Astana"; }), {astana}, {"c"}},
      {"states",
       filter([](Filter& f) {
         f.states = {"held", "absent"};
       }),
       {astana, "RUS-USA"},
       {"c", "b"}},
      {"from", filter([&](Filter& f) { f.from = date("2024-01-27"); }), {astana, "RUS-USA"}, {"c", "b"}},
      {"to", filter([&](Filter& f) { f.to = date("2024-01-26"); }), {"RUS-USA"}, {"a"}},
      {"a publisher", filter([](Filter& f) { f.publisher = "الجريدة"; }), {"RUS-USA"}, {"a"}},
      {"a limit", filter([](Filter& f) { f.limit = 1; }), {astana}, {"c"}},
      {"two at once",
       filter([](Filter& f) {
         f.publisher = "الوكالة";
         f.states = {"absent"};
       }),
       {"RUS-USA"},
       {"b"}},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(texts(store->channels(c.filter)), c.channels) << c.what;
    EXPECT_EQ(articles(store->reports(c.filter)), c.reports) << c.what;
  }
}

TEST_F(StoreTest, ThingsAreFoundByTheirIds) {
  auto store = small_ledger();
  const std::string id = ledger::ChannelKey{{"RUS", "USA"}, "", ""}.id();
  EXPECT_EQ(store->channel(id).value().key.id(), id);
  EXPECT_EQ(store->channel(id.substr(0, 6)).value().contacts.size(), 2U);
  EXPECT_EQ(articles(store->reports_of_channel(id)), (Names{"b", "a"}));
  const auto reports = store->reports_of_article("c");
  ASSERT_EQ(reports.value().size(), 1U);
  const ReportRow& row = reports.value()[0];
  EXPECT_EQ(row.entry.report.evidence[0].quote, "التقى الوزيران ضمن عملية أستانا");
  EXPECT_EQ(store->report(row.id).value().entry.report.evidence, row.entry.report.evidence);
  EXPECT_EQ(store->article("a").value().title, "موسكو: الحوار مستمر");
  EXPECT_FALSE(store->channel("").ok());
  EXPECT_FALSE(store->channel("zz").ok());
  EXPECT_FALSE(store->report("zz").ok());
  EXPECT_FALSE(store->article("zz").ok());
  EXPECT_FALSE(store->page("zz").ok());
  // What failed once does not fail the next.
  EXPECT_TRUE(store->page("a").ok());
}

TEST_F(StoreTest, ConflictsShowBothSides) {
  auto store = small_ledger();
  const auto conflicts = store->conflicts({});
  ASSERT_EQ(conflicts.value().size(), 1U);
  const ledger::Conflict& c = conflicts.value()[0];
  EXPECT_EQ(store->report(c.left).value().article, "a");
  EXPECT_EQ(store->report(c.right).value().article, "b");
  Filter turkey;
  turkey.parties = {"TUR"};
  EXPECT_TRUE(store->conflicts(turkey).value().empty());
}

TEST_F(StoreTest, ChangesNameTheArticle) {
  auto store = small_ledger();
  const auto changes = store->changes(0, {});
  std::vector<std::string> told_by;
  for (const ChangeRow& c : changes.value()) told_by.push_back(std::string(to_string(c.change.kind)) + " " + c.article);
  std::sort(told_by.begin(), told_by.end());
  EXPECT_EQ(told_by, (Names{"channel_opened a", "channel_opened c", "conflict_found b", "contact_added a",
                            "contact_added b", "contact_added c"}));
  EXPECT_TRUE(store->changes(changes.value().back().seq, {}).value().empty());
  Filter astana;
  astana.channel = "أستانا";
  EXPECT_EQ(store->changes(0, astana).value().size(), 2U);
}

TEST_F(StoreTest, ActorsAreCounted) {
  auto store = small_ledger();
  const auto actors = store->actors();
  ASSERT_EQ(actors.value().size(), 4U);
  EXPECT_EQ(actors.value()[0].actor, "RUS");
  EXPECT_EQ(actors.value()[0].channels, 2);
  EXPECT_EQ(actors.value()[0].reports, 3);
  EXPECT_EQ(actors.value()[0].persons, Names{"سيرغي لافروف"});
}

// ---- search ----------------------------------------------------------------------------------------------------

Names found(Store& store, std::string_view words, int limit = 0) {
  Names out;
  const auto hits = store.search(words, limit);
  if (hits.ok())
    for (const Hit& h : hits.value()) out.push_back(h.article.id);
  return out;
}

TEST_F(StoreTest, SearchFindsAnySpellingAndClitic) {
  auto store = small_ledger();
  struct Case {
    const char* words;
    Names articles;
  };
  const Case cases[] = {
      {"حوار", {"b", "a"}},                       // in "الحوار" too
      {"والحوار", {"b", "a"}},                    // under more clitics than the text has
      {"للحوار", {"b", "a"}},  {"وزارة", {"a"}},  // "الوزارة"; its first letter is no conjunction
      {"الوزاره", {"a"}},      {"ووزارته", {"a"}},     {"أُستانا", {"c"}},  // vowelled
      {"آستانا", {"c"}},       {"حوار الروسي", {"b"}},                     // every word
      {"حوار أستانا", {}},     {"واشنطن", {"b"}},                          // in the title alone
      {"الرئيسية", {}},
  };
  for (const Case& c : cases) EXPECT_EQ(found(*store, c.words), c.articles) << c.words;
  EXPECT_EQ(found(*store, "حوار", 1), Names{"b"});
}

TEST_F(StoreTest, SnippetsMarkTheMatches) {
  auto store = open(path());
  std::string filler;
  for (int i = 0; i < 200; ++i) filler += "كلام كثير ";
  write(*store, {PageBuilder("a")
                     .article("عنوان", "2024-01-26")
                     .paragraph(filler + "ثم بدأت المحادثات\x02 في جنيف " + filler)
                     .build()});
  const auto hits = store->search("محادثات جنيف", 10);
  ASSERT_EQ(hits.value().size(), 1U);
  const std::string& s = hits.value()[0].snippet;
  EXPECT_NE(s.find("\x02المحادثات\x03 في \x02جنيف\x03"), std::string::npos) << s;
  EXPECT_LT(s.size(), 500U);
  EXPECT_TRUE(s.starts_with("… كلام") || s.starts_with("… كثير")) << s;
}

TEST_F(StoreTest, SearchTakesNoSyntax) {
  auto store = small_ledger();
  for (const char* words : {"\"", "حوار\"", "حوار OR لقاء", "NEAR(حوار)", "keys:حوار", "حوار*", "-حوار", "^حوار",
                            "'; DROP TABLE page; --", "(((", "AND", "\xff\xfe", "a\0b"}) {
    const auto hits = store->search(words, 10);
    if (!hits.ok()) {
      EXPECT_NE(hits.error().message.find("nothing to search for"), std::string::npos) << words;
    }
  }
  EXPECT_EQ(found(*store, "\"حوار* (مستمر"), Names{"a"});
  EXPECT_EQ(found(*store, "حوار NOT مستمر"), Names{});  // NOT is a word like others
  EXPECT_FALSE(store->search("...", 10).ok());
  EXPECT_FALSE(store->search("", 10).ok());
  EXPECT_EQ(faults(*store), "");
}

TEST_F(StoreTest, ReplacedTextIsNotFound) {
  auto store = small_ledger();
  write(*store, {PageBuilder("b").article("عنوان", "2024-01-27").paragraph("كلمات أخرى تماما").build()});
  EXPECT_EQ(found(*store, "حوار"), Names{"a"});
  EXPECT_EQ(found(*store, "كلمات"), Names{"b"});
  // Read again with another lexicon: the text stays, and is found once.
  ReadPage again = PageBuilder("b").article("عنوان", "2024-01-27").paragraph("كلمات أخرى تماما").build();
  again.lexicon = "another";
  EXPECT_EQ(write(*store, {again}).replaced, 1);
  EXPECT_EQ(found(*store, "كلمات"), Names{"b"});
}

// ---- hostile and damaged ---------------------------------------------------------------------------------------

TEST_F(StoreTest, HostileTextIsOnlyText) {
  auto store = open(path());
  report::Report r = told(Form::meeting, State::held, {{"X:'\"; --\n\x1f", "r\x01", "\xff\xfe bad"}, {"", "", ""}});
  r.place = std::string("nul\0inside", 10);
  r.mechanism = "%s%n";
  const std::string junk = std::string("\0\x02\x03 \xed\xa0\x80 \"*()", 12);
  ReadPage page =
      PageBuilder("'; DROP TABLE page; --").article(junk, "2024-01-01", "p\"'").paragraph(junk).report(r).build();
  ReadPage empty;
  empty.id = "empty";
  PageBuilder long_line("long");
  std::string line;
  for (int i = 0; i < 20000; ++i) line += "كلمةطويلةبلافراغ";
  long_line.article("t", "2024-01-01").paragraph(line).report(r);
  write(*store, {page, empty, long_line.build()});
  EXPECT_EQ(store->page(page.id).value().text, page.text);
  EXPECT_EQ(store->page("long").value().text.size(), line.size() + 3);
  EXPECT_EQ(store->page("empty").value().text, "");
  EXPECT_EQ(store->reports({}).value()[0].entry.report.place, r.place);
  EXPECT_EQ(faults(*store), "");
  EXPECT_NE(exported(*store).find("\"kind\":\"report\""), std::string::npos);
}

TEST_F(StoreTest, PageThatQuotesWhatItDoesNotSayIsRefused) {
  auto store = open(path());
  ReadPage page = PageBuilder("a").article("t", "").paragraph("نص").report(told(Form::call, State::held, {})).build();
  page.articles[0].reports[0].evidence[0].quote = "نص آخر";
  EXPECT_FALSE(store->write({random_page(1), page}).ok());
  EXPECT_EQ(store->totals().value().pages, 0);
  page.articles[0].reports[0].evidence[0].span = {5, 4000000000U};
  EXPECT_FALSE(store->write({page}).ok());
  EXPECT_EQ(write(*store, {random_page(1)}).added, 1);
}

TEST_F(StoreTest, VerifySeesWhatWasTamperedWith) {
  struct Case {
    const char* sql;
    const char* says;
  };
  const Case cases[] = {
      {"UPDATE page SET url='elsewhere' WHERE id='a'", "its hash differs"},
      {"UPDATE page SET text=x'00' WHERE id='a'", "cannot be read"},
      {"DELETE FROM report WHERE n=1", "its hash differs"},
      {"UPDATE report SET channel=(SELECT max(n) FROM channel) WHERE n=1", "belongs to another channel"},
      {"UPDATE report SET id='0' WHERE n=1", "its id differs"},
      {"DELETE FROM contact", "do not fold to what is stored"},
      {"UPDATE channel SET data=x'ffffffff'", "cannot be read"},
      {"DELETE FROM page WHERE id='a'", "articles without a page"},
      {"UPDATE article SET published=0", "do not fold to what is stored"},
      {"UPDATE article SET published=0", "its date is neither its own nor its earliest copy's"},
      {"UPDATE article SET origin='mine' WHERE id='a'", "its origin is not that of its text"},
      {"UPDATE text SET leader=(SELECT max(rank) FROM text)", "is not with the texts that it is a copy of"},
      {"UPDATE text SET sketch=(SELECT sketch FROM text LIMIT 1)", "the text kept to find its copies by"},
      {"UPDATE band SET follows=1", "its bands are not its own"},
      {"DELETE FROM band WHERE rank=(SELECT max(rank) FROM text)", "its bands are not its own"},
      {"UPDATE article SET n=n+100 WHERE id='c'", "the index of words does not hold its words"},
      {"DELETE FROM word_data WHERE id>10", "the index of words cannot be read"},
  };
  for (const Case& c : cases) {
    std::filesystem::remove(path());
    small_ledger();
    tamper(path(), c.sql);
    auto store = open(path(), Store::Mode::read_only);
    EXPECT_NE(faults(*store).find(c.says), std::string::npos) << c.sql << "\n" << faults(*store);
  }
}

std::string trouble(const std::string& path, Store::Mode mode) {
  const auto store = Store::open(path, mode);
  return store.ok() ? "" : store.error().message;
}

TEST_F(StoreTest, OpenSaysWhatToDo) {
  for (const Store::Mode mode : {Store::Mode::create, Store::Mode::read_only}) {
    EXPECT_NE(trouble("/nowhere/at/all.qanat", mode), "");
    EXPECT_NE(trouble(std::filesystem::temp_directory_path().string(), mode), "");

    std::ofstream(path()) << std::string(9000, 'x');
    EXPECT_NE(trouble(path(), mode).find("is no ledger"), std::string::npos) << trouble(path(), mode);
    std::filesystem::remove(path());

    tamper(path(), "CREATE TABLE mine(x)");
    EXPECT_NE(trouble(path(), mode).find("no ledger"), std::string::npos) << trouble(path(), mode);
    std::filesystem::remove(path());

    open(path());
    tamper(path(), "PRAGMA user_version=99");
    EXPECT_NE(trouble(path(), mode).find("newer qanat"), std::string::npos) << trouble(path(), mode);
    tamper(path(), "PRAGMA user_version=1");
    EXPECT_NE(trouble(path(), mode).find("ingest the same pages again into a new file"), std::string::npos)
        << trouble(path(), mode);
    std::filesystem::remove(path());
  }
  EXPECT_NE(trouble(path(), Store::Mode::read_only).find("qanat ingest"), std::string::npos);
  EXPECT_FALSE(std::filesystem::exists(path()));
}

TEST_F(StoreTest, AnotherWritersLockIsAMessage) {
  auto store = open(path());
  sqlite3* db = nullptr;
  ASSERT_EQ(sqlite3_open(path().c_str(), &db), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(db, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
  const auto written = store->write({random_page(1)});
  ASSERT_FALSE(written.ok());
  EXPECT_NE(written.error().message.find("being written by another program"), std::string::npos);
  sqlite3_close(db);
  EXPECT_EQ(write(*store, {random_page(1)}).added, 1);
}

TEST_F(StoreTest, DamagedFileIsAMessageAndNoCrash) {
  std::mt19937 random(1);
  for (int round = 0; round < 12; ++round) {
    std::filesystem::remove(path());
    {
      auto store = open(path());
      write(*store, random_pages(1, 40));
    }
    const auto size = static_cast<std::size_t>(std::filesystem::file_size(path()));
    std::fstream file(path(), std::ios::in | std::ios::out | std::ios::binary);
    // The first page is the header and the schema; behind it everything may be struck.
    for (int blow = 0; blow < 40; ++blow) {
      file.seekp(static_cast<std::streamoff>(8192 + random() % (size - 8192)));
      file.put(static_cast<char>(random()));
    }
    file.close();
    auto opened = Store::open(path(), Store::Mode::read_only);
    if (!opened.ok()) continue;
    Store& store = **opened;
    EXPECT_NE(faults(store), "");
    (void)store.channels({});
    (void)store.reports({});
    (void)store.conflicts({});
    (void)store.actors();
    (void)store.search("محادثات", 10);
    (void)store.export_lines([](std::string_view) {});
  }
}

TEST_F(StoreTest, ReadersSeeWholeBatchesWhileAWriterWrites) {
  auto writer = open(path());
  write(*writer, random_pages(0, 10));
  auto reader = open(path(), Store::Mode::read_only);
  EXPECT_EQ(reader->totals().value().pages, 10);
  // The reader's listing stands still while the writer goes on.
  unsigned next = 10;
  std::size_t lines = 0;
  const std::string before = exported(*writer);
  const Status status = reader->export_lines([&](std::string_view) {
    if (lines++ % 20 == 0) {
      write(*writer, random_pages(next, 5));
      next += 5;
    }
  });
  EXPECT_TRUE(status.ok());
  EXPECT_EQ(lines, static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')));
  EXPECT_GT(next, 10U);
  EXPECT_EQ(reader->totals().value().pages, next);
  EXPECT_EQ(faults(*reader), "");
  EXPECT_FALSE(reader->write({random_page(1)}).ok());
}

}  // namespace
}  // namespace qanat::store
