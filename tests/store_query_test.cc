// What the ledger answers: filters, ids, listings and search.
#include <algorithm>

#include "store_ledger.h"

namespace qanat::store {
namespace {

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

}  // namespace
}  // namespace qanat::store
