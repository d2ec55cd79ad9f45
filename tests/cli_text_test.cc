// Text made fit for a terminal, tables, and what people call parties.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "api/api.h"
#include "cli/filters.h"
#include "cli/table.h"
#include "cli/text.h"

namespace qanat::cli {
namespace {

TEST(Clean, MakesOneHarmlessLine) {
  struct Case {
    const char* text;
    const char* clean;
  };
  const Case cases[] = {
      {"", ""},
      {"plain text", "plain text"},
      {"  two\t\n lines \r\n", "two lines"},
      {"قال\u00A0الوزير", "قال الوزير"},
      {"red \x1b[31m", "red \uFFFD[31m"},
      {"\x07\x7F", "\uFFFD\uFFFD"},
      {"\u009B2J", "\uFFFD2J"},                        // CSI as one C1 control
      {"a\u202Eb\u2066c\u200Fd\u061C\uFEFF", "abcd"},  // overrides, isolates, marks
      {"می\u200Cخواهم", "می\u200Cخواهم"},              // ZWNJ is written
      {"\xD9\x84\xFF", "ل\uFFFD"},                     // broken UTF-8
      {"كِتَابٌ", "كِتَابٌ"},                                // tashkil stays
      {"\u2028x\u2029", "x"},
  };
  for (const Case& c : cases) EXPECT_EQ(clean(c.text), c.clean) << c.text;
}

TEST(Clean, DropsMarksBeyondAHandful) {
  std::string tower = "ب";
  for (int i = 0; i < 1000; ++i) tower += "\u0301";
  EXPECT_LT(clean(tower).size(), 20U);
  EXPECT_EQ(width(clean(tower)), 1);
}

TEST(Clean, KeepsLinesWhereAsked) { EXPECT_EQ(clean_lines("a\n  b\tc\x1b\n"), "a\n  b c\uFFFD\n"); }

TEST(Width, CountsColumns) {
  EXPECT_EQ(width("abc"), 3);
  EXPECT_EQ(width("موسكو"), 5);
  EXPECT_EQ(width("مُوسْكُو"), 5);  // vowels take no room
  EXPECT_EQ(width("東京"), 4);
  EXPECT_EQ(width("…"), 1);
}

TEST(Cut, KeepsWholeGraphemes) {
  EXPECT_EQ(cut("abcdef", 6), "abcdef");
  EXPECT_EQ(cut("abcdef", 5), "abcd…");
  EXPECT_EQ(cut("مُوسْكُو", 4), "مُوسْ…");
  EXPECT_EQ(cut("東京都", 4), "東…");
  EXPECT_EQ(cut("ab cd", 4), "ab…");
  EXPECT_EQ(cut("abc", 0), "");
  EXPECT_EQ(cut_front("folder/page.txt", 9), "…page.txt");
  EXPECT_EQ(cut_front("page.txt", 9), "page.txt");
}

TEST(Wrap, BreaksAtBlanksAndInWordsThatAreTooWide) {
  EXPECT_EQ(wrap("one two three", 7), (std::vector<std::string>{"one two", "three"}));
  EXPECT_EQ(wrap("abcdefgh ij", 3), (std::vector<std::string>{"abc", "def", "gh", "ij"}));
  EXPECT_EQ(wrap("قال الوزير إن المحادثات مستمرة", 12),
            (std::vector<std::string>{"قال الوزير", "إن المحادثات", "مستمرة"}));
  EXPECT_TRUE(wrap("", 5).empty());
  // A wide letter in a column too narrow for it must not hold us for ever.
  EXPECT_EQ(wrap("東京", 1).size(), 1U);
}

TEST(Isolate, OnlyWhatRunsFromRightToLeft) {
  EXPECT_EQ(isolate("Moscow"), "Moscow");
  EXPECT_EQ(isolate("موسكو"), "\u2068موسكو\u2069");
  EXPECT_EQ(isolate("RUS لافروف"), "\u2068RUS لافروف\u2069");
}

TEST(EscapeJson, KeepsTheValue) {
  const std::string line = nlohmann::json({{"q", "لقاء\u202Eآخر\u009B\x7F\u200Cم"}}).dump();
  const std::string harmless = escape_json(line);
  EXPECT_EQ(harmless.find("\u202E"), std::string::npos);
  EXPECT_EQ(harmless.find("\u009B"), std::string::npos);
  EXPECT_EQ(harmless.find('\x7F'), std::string::npos);
  EXPECT_EQ(nlohmann::json::parse(harmless), nlohmann::json::parse(line));
  EXPECT_EQ(escape_json("{\"a\":\"لقاء\"}"), "{\"a\":\"لقاء\"}");
}

TEST(Snippet, TakesMarksOut) {
  const api::Snippet snippet = api::snippet_from("قال \x02لافروف\x03 إن");
  EXPECT_EQ(snippet.text, "قال لافروف إن");
  ASSERT_EQ(snippet.matches.size(), 1U);
  EXPECT_EQ(slice(snippet.text, snippet.matches[0]), "لافروف");
}

TEST(Table, NarrowsTheWidestAndIsolatesArabic) {
  Table table({{"ID"}, {"WHO", Column::Keep::head}, {"N", Column::Keep::all, true}, {"PATH", Column::Keep::tail}});
  table.row({"a1", "وزير الخارجية الروسي سيرغي لافروف", "7", "news/2024/page.txt"});
  table.row({"b2", "short", "123", "x"});
  EXPECT_EQ(table.text(Screen(40, false)),
            "ID  WHO               N  PATH\n"
            "a1  \u2068وزير الخارجية…\u2069    7  …/2024/page.txt\n"
            "b2  short           123  x\n");
  for (const int columns : {40, 60, 100}) {
    std::istringstream lines(table.text(Screen(columns, false)));
    for (std::string line; std::getline(lines, line);) {
      EXPECT_LE(width(clean(line)), columns) << line;
      EXPECT_FALSE(line.ends_with(' ')) << line;
    }
  }
}

TEST(Table, ColoursOnlyWhereTheScreenHasThem) {
  Table table({{"STATUS"}, {"ID"}});
  table.row({Cell("held", Style::green), "a1"});
  EXPECT_EQ(table.text(Screen(80, false)), "STATUS  ID\nheld    a1\n");
  EXPECT_NE(table.text(Screen(80, true)).find("\x1b[32mheld\x1b[0m"), std::string::npos);
}

TEST(Table, CellsCannotReachTheTerminal) {
  Table table({{"A"}, {"B"}});
  table.row({"x\x1b]0;title\x07\n", "y\u202E"});
  const std::string text = table.text(Screen(80, true));
  EXPECT_EQ(text.find("\x1b]"), std::string::npos);
  EXPECT_EQ(text.find("\u202E"), std::string::npos);
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 2);
}

TEST(Parties, AreKnownByCodeArabicAndEnglishName) {
  const auto lexicon = lexicon::Lexicon::built_in();
  ASSERT_TRUE(lexicon.ok());
  struct Case {
    const char* name;
    std::vector<std::string> codes;
  };
  const Case cases[] = {
      {"RUS", {"RUS"}},          {"rus", {"RUS"}},
      {"روسيا", {"RUS"}},        {"Russia", {"RUS"}},
      {"موسكو", {"RUS"}},        {"مصر", {"EGY"}},
      {"egypt", {"EGY"}},        {"المملكة العربية السعودية", {"SAU"}},
      {"UK", {"GBR"}},           {"hamas", {"HAMAS"}},
      {"حماس", {"HAMAS"}},       {"United States", {"USA"}},
      {"syr-opp", {"SYR-OPP"}},  {"X:قبيلة", {"X:قبيلة"}},
      {"الأمم المتحدة", {"UN"}},
  };
  for (const Case& c : cases) {
    const auto codes = api::parties_called(*lexicon.value(), c.name);
    ASSERT_TRUE(codes.ok()) << c.name << ": " << codes.error().message;
    EXPECT_EQ(codes.value(), c.codes) << c.name;
  }
  for (const char* nobody : {"Atlantis", "", "وزير الخارجية", "روسيا وتركيا"}) {
    const auto codes = api::parties_called(*lexicon.value(), nobody);
    ASSERT_FALSE(codes.ok()) << nobody;
    EXPECT_NE(codes.error().message.find("qanat actors"), std::string::npos);
  }
}

TEST(Filters, PassContactsByStatusTimeAndPerson) {
  ledger::Contact contact;
  contact.state = report::State::held;
  contact.time = When::from_iso("2024-01-28/2024-01-30");
  contact.reported = Date::from_iso("2024-02-05");
  contact.parties = {{"RUS", "envoy", "ألكسندر لافرينتيف", report::Part::party}};
  store::Filter filter;
  EXPECT_TRUE(passes(filter, contact));
  filter.states = {"absent", "held"};
  EXPECT_TRUE(passes(filter, contact));
  filter.from = Date::from_iso("2024-01-30");
  EXPECT_TRUE(passes(filter, contact));
  filter.to = Date::from_iso("2024-02-29");
  filter.person = "الكسندر";
  EXPECT_TRUE(passes(filter, contact));
  filter.person = "لافروف";
  EXPECT_FALSE(passes(filter, contact));
  filter.person.clear();
  filter.from = Date::from_iso("2024-01-31");
  EXPECT_FALSE(passes(filter, contact));
  contact.time.reset();  // then the day it was reported counts
  EXPECT_TRUE(passes(filter, contact));
  filter.states = {"absent"};
  EXPECT_FALSE(passes(filter, contact));
}

}  // namespace
}  // namespace qanat::cli
