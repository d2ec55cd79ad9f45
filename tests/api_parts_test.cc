// The pieces that answers are made of.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "api/cache.h"
#include "api/csv.h"
#include "api/event_codes.h"
#include "api/guard.h"
#include "api/json.h"
#include "api/packing.h"
#include "api/select.h"
#include "api/target.h"
#include "api/utf16.h"
#include "api/xml.h"
#include "api_client.h"

namespace qanat::api {
namespace {

TEST(Json, IsWhatAParserReadsBack) {
  const std::string odd = std::string("\"\\/\b\f\n\r\t\x01 ") + "قناة \U0001F91D \u2028";
  JsonWriter w;
  w.begin_object()
      .member("text", odd)
      .member("empty", "")
      .text_or_null("null", "")
      .member("yes", true)
      .member("number", -5)
      .member("real", 0.25)
      .member("day", *Date::from_iso("0987-06-05"))
      .member("no day", std::optional<Date>());
  w.texts("texts", std::vector<std::string>{"a", "b"}).key("nested").begin_array().begin_object().end_object();
  w.begin_array().end_array().end_array().end_object();
  const nlohmann::json expected = {
      {"text", odd},         {"empty", ""},
      {"null", nullptr},     {"yes", true},
      {"number", -5},        {"real", 0.25},
      {"day", "0987-06-05"}, {"no day", nullptr},
      {"texts", {"a", "b"}}, {"nested", {nlohmann::json::object(), nlohmann::json::array()}}};
  EXPECT_EQ(nlohmann::json::parse(w.text()), expected) << w.text();
}

TEST(Json, ReplacesWhatIsNoUtf8) {
  JsonWriter w;
  w.value(std::string_view("a\xD9 b\xFF\xF0\x9F c"));
  EXPECT_EQ(nlohmann::json::parse(w.text()), "a\uFFFD b\uFFFD\uFFFD\uFFFD c") << w.text();
}

TEST(Utf16, CountsAsABrowserDoes) {
  const std::string text = "aب€\U0001F91Dz";
  const Utf16Map map(text);
  const std::pair<std::uint32_t, std::uint32_t> places[] = {{0, 0}, {1, 1}, {3, 2}, {6, 3}, {10, 5}, {11, 6}, {99, 6}};
  for (const auto& [byte, unit] : places) EXPECT_EQ(map.at(byte), unit) << byte;
  EXPECT_EQ(utf16_length(text), 6U);
  std::string longer;
  for (int i = 0; i < 100; ++i) longer += text;
  const Utf16Map far(longer);
  for (std::uint32_t i = 0; i < 100; ++i) EXPECT_EQ(far.at(i * 11 + 3), i * 6 + 2);
  EXPECT_EQ(Utf16Map("").at(0), 0U);
}

TEST(Target, IsTakenApart) {
  const auto target = parse_target("/api/v1/articles/a%2Fb%23%D9%82?q=a+b%20c&limit=5&empty&=x#part");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->path, (std::vector<std::string>{"api", "v1", "articles", "a/b#ق"}));
  using Query = std::vector<std::pair<std::string, std::string>>;
  EXPECT_EQ(target->query, (Query{{"q", "a b c"}, {"limit", "5"}, {"empty", ""}, {"", "x"}}));
  for (const char* wrong : {"", "api", "http://host/", "/a/../b", "/a/%2e%2E/b", "/%", "/%4", "/%zz", "/%00", "/%FF"})
    EXPECT_FALSE(parse_target(wrong)) << wrong;
  const std::string odd = "a/b?c=d&e#f %ق";
  EXPECT_EQ(parse_target("/" + percent_encoded(odd))->path.at(0), odd);
}

TEST(Packing, IsChosenByWhatIsAccepted) {
  EXPECT_EQ(accepted(""), Packing::none);
  EXPECT_EQ(accepted("gzip, deflate, br"), Packing::gzip);
  EXPECT_EQ(accepted("gzip, deflate, br, zstd"), Packing::zstd);
  EXPECT_EQ(accepted("GZIP;q=0.5 , x"), Packing::gzip);
  EXPECT_EQ(accepted("gzip;q=0, zstd;q=0.0"), Packing::none);
  EXPECT_EQ(accepted("zstd, gzip", Packing::gzip), Packing::gzip);
}

TEST(Guard, ComparesWholeTokens) {
  EXPECT_TRUE(has_token("Bearer abc", "abc"));
  EXPECT_TRUE(has_token("bearer abc", "abc"));
  for (const char* wrong : {"", "abc", "Bearer", "Bearer ", "Bearer ab", "Bearer abcd", "Bearer abd", "Basic abc"})
    EXPECT_FALSE(has_token(wrong, "abc")) << wrong;
  EXPECT_FALSE(has_token("Bearer ", ""));
}

TEST(Guard, KnowsItsOwnSite) {
  EXPECT_TRUE(is_same_site("", "localhost:80"));
  EXPECT_TRUE(is_same_site("http://localhost:80", "localhost:80"));
  EXPECT_FALSE(is_same_site("http://localhost:81", "localhost:80"));
  EXPECT_FALSE(is_same_site("null", "localhost:80"));
}

TEST(Csv, IsNoProgram) {
  CsvWriter csv(false);
  csv.text("plain").text("a,b").text("say \"so\"").text("two\nlines").text("=1+1").text("-x").text("@x").text("+x");
  csv.number(-5).text("").end_row();
  EXPECT_EQ(csv.take(), "plain,\"a,b\",\"say \"\"so\"\"\",\"two\nlines\",\"'=1+1\",\"'-x\",\"'@x\",\"'+x\",-5,\r\n");
}

TEST(Xml, HoldsTextAsText) {
  XmlWriter x;
  x.begin("a", {{"b", "\"<&>\""}});
  x.element("c", "</c><script>&\x01\x1b]0;\uFFFE").end();
  EXPECT_EQ(x.take(),
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<a b=\"&quot;&lt;&amp;&gt;&quot;\">\n"
            "<c>&lt;/c&gt;&lt;script&gt;&amp;\uFFFD\uFFFD]0;\uFFFD</c>\n</a>\n");
}

TEST(Cache, KeepsOneGenerationAndNoMoreThanFits) {
  Cache cache(20'000);
  const auto answer = [](std::size_t size) {
    Answer out;
    out.body = std::string(size, 'x');
    return std::make_shared<const Kept>(std::move(out));
  };
  cache.keep(1, "a", answer(1000));
  EXPECT_NE(cache.find(1, "a"), nullptr);
  EXPECT_EQ(cache.find(2, "a"), nullptr);
  cache.keep(1, "large", answer(10'000));
  EXPECT_EQ(cache.find(1, "large"), nullptr);
  for (int i = 0; i < 20; ++i) {
    cache.keep(1, "b" + std::to_string(i), answer(1000));
    EXPECT_NE(cache.find(1, "a"), nullptr) << "what is asked for stays";
  }
  EXPECT_EQ(cache.find(1, "b0"), nullptr);
  EXPECT_NE(cache.find(1, "b19"), nullptr);
  cache.keep(2, "c", answer(10));
  EXPECT_EQ(cache.find(1, "a"), nullptr);
  EXPECT_NE(cache.find(2, "c"), nullptr);
  cache.keep(1, "old", answer(10));
  EXPECT_EQ(cache.find(1, "old"), nullptr);
  EXPECT_NE(cache.find(2, "c"), nullptr);
}

TEST(Events, HaveTheCodesOfBothSchemes) {
  using report::Form;
  using report::Part;
  using report::State;
  struct Case {
    Form form;
    State state;
    const char *plover, *mode, *cameo;
  };
  const Case cases[] = {
      {Form::call, State::held, "CONSULT", "phone", "041"},
      {Form::visit, State::ongoing, "CONSULT", "visit", "042"},
      {Form::talks, State::held, "CONSULT", "", "046"},
      {Form::mediation, State::held, "CONSULT", "third-party", "045"},
      {Form::meeting, State::scheduled, "AGREE", "", "036"},
      {Form::meeting, State::proposed, "REQUEST", "", "026"},
      {Form::mediation, State::refused, "REJECT", "", "126"},
      {Form::talks, State::suspended, "SANCTION", "discontinue", "164"},
      {Form::contact, State::absent, "", "", ""},
      {Form::meeting, State::premature, "", "", ""},
      {Form::talks, State::stalled, "", "", ""},
  };
  for (const Case& c : cases) {
    ledger::Contact contact;
    contact.form = c.form;
    contact.state = c.state;
    contact.parties = {{"RUS", "leader", "", Part::party}, {"TUR", "leader", "", Part::party}};
    const EventCode code = event_code(contact);
    EXPECT_STREQ(code.plover, c.plover);
    EXPECT_STREQ(code.mode, c.mode);
    EXPECT_STREQ(code.cameo, c.cameo);
  }
  const auto lexicon = lexicon::Lexicon::built_in();
  ASSERT_TRUE(lexicon.ok());
  const auto actor = [&](const char* code, const char* role) {
    return cameo_actor(*lexicon.value(), {code, role, "", Part::party});
  };
  EXPECT_EQ(actor("RUS", "foreign_minister"), "RUSGOV");
  EXPECT_EQ(actor("SYR", "intelligence"), "SYRSPY");
  EXPECT_EQ(actor("USA", ""), "USA");
  EXPECT_EQ(actor("UN", "envoy"), "IGOUNO");
  EXPECT_EQ(actor("ASEAN", ""), "IGO");
  EXPECT_EQ(actor("SYR-OPP", "delegation"), "SYROPP");
  EXPECT_EQ(actor("X:قبيلة", ""), "");
}

// ---- the same as the command line's listings -----------------------------------------------------------------------

TEST(Selection, LetsThroughWhatTheStoreDoes) {
  const store::Folder folder;
  ASSERT_TRUE(Served::fill(folder.file("l.qanat")));
  const auto opened = store::Store::open(folder.file("l.qanat"), store::Store::Mode::read_only);
  ASSERT_TRUE(opened.ok());
  store::Store& store = *opened.value();
  const auto made = make_book(store, 1);
  ASSERT_TRUE(made.ok());
  const Book& book = *made.value();

  std::vector<store::Filter> filters(1);
  const auto add = [&](auto set) { set(filters.emplace_back()); };
  for (const char* actor : {"RUS", "USA", "IRN", "EGY", "UN", "FRA"})
    add([&](store::Filter& f) { f.parties = {actor}; });
  add([](store::Filter& f) { f.parties = {"RUS", "USA"}; });
  add([](store::Filter& f) { f.person = "لافروف"; });
  add([](store::Filter& f) { f.person = "شكرى"; });
  add([](store::Filter& f) { f.person = "سامح شكري"; });
  for (const char* rank : {"foreign_minister", "leader", "mixed"}) add([&](store::Filter& f) { f.rank = rank; });
  for (const char* state : {"held", "absent", "scheduled"}) add([&](store::Filter& f) { f.states = {state}; });
  add([](store::Filter& f) { f.states = {"held", "refused"}; });
  add([](store::Filter& f) { f.from = Date::from_iso("2024-01-30"); });
  add([](store::Filter& f) { f.to = Date::from_iso("2024-01-30"); });
  add([](store::Filter& f) {
    f.from = Date::from_iso("2023-01-01");
    f.to = Date::from_iso("2023-12-31");
    f.states = {"held"};
  });
  add([](store::Filter& f) { f.publisher = "صحيفة المرفأ"; });
  add([](store::Filter& f) { f.publisher = "none"; });
  add([](store::Filter& f) { f.channel = "أستانا"; });
  add([&](store::Filter& f) { f.channel = book.channels.front().id.substr(0, 5); });
  add([](store::Filter& f) {
    f.parties = {"EGY"};
    f.publisher = "صحيفة المرفأ";
    f.rank = "foreign_minister";
  });
  std::size_t several = 0;
  for (std::size_t i = 0; i < filters.size(); ++i) {
    const Selection selection(book, filters[i]);
    std::vector<std::string> expected;
    std::vector<std::string> found;
    const auto channels = store.channels(filters[i]);
    ASSERT_TRUE(channels.ok());
    for (const ledger::Channel& c : channels.value()) expected.push_back(c.key.id());
    for (const BookChannel& c : book.channels)
      if (selection.channel(c)) found.push_back(c.id);
    EXPECT_EQ(found, expected) << "channels of filter " << i;
    several += expected.empty() ? 0 : 1;
    expected.clear();
    found.clear();
    const auto reports = store.reports(filters[i]);
    ASSERT_TRUE(reports.ok());
    for (const store::ReportRow& r : reports.value()) expected.push_back(r.id);
    for (const BookReport& r : book.reports)
      if (selection.report(r)) found.push_back(r.entry.id);
    EXPECT_EQ(found, expected) << "reports of filter " << i;
    expected.clear();
    found.clear();
    const auto conflicts = store.conflicts(filters[i]);
    ASSERT_TRUE(conflicts.ok());
    for (const ledger::Conflict& c : conflicts.value()) expected.push_back(c.id);
    for (const BookConflict& c : book.conflicts)
      if (selection.conflict(c)) found.push_back(book.channels[c.channel].channel.conflicts[c.conflict].id);
    EXPECT_EQ(found, expected) << "conflicts of filter " << i;
  }
  EXPECT_GT(several, filters.size() / 2);
}

TEST(Book, CountsAsTheStoreDoes) {
  const store::Folder folder;
  ASSERT_TRUE(Served::fill(folder.file("l.qanat")));
  const auto store = store::Store::open(folder.file("l.qanat"), store::Store::Mode::read_only);
  ASSERT_TRUE(store.ok());
  const auto made = make_book(*store.value(), 1);
  const auto totals = store.value()->totals();
  ASSERT_TRUE(made.ok() && totals.ok());
  const Book& book = *made.value();
  EXPECT_EQ(book.articles.size(), static_cast<std::size_t>(totals.value().articles));
  EXPECT_EQ(book.reports.size(), static_cast<std::size_t>(totals.value().reports));
  EXPECT_EQ(book.channels.size(), static_cast<std::size_t>(totals.value().channels));
  EXPECT_EQ(book.contacts.size(), static_cast<std::size_t>(totals.value().contacts));
  EXPECT_EQ(book.conflicts.size(), static_cast<std::size_t>(totals.value().conflicts));
  const auto actors = store.value()->actors();
  ASSERT_TRUE(actors.ok());
  ASSERT_EQ(book.actors.size(), actors.value().size());
  for (const store::ActorRow& row : actors.value()) {
    const Index i = book.actor(row.actor);
    ASSERT_NE(i, kNone) << row.actor;
    EXPECT_EQ(book.actors[i].reports, row.reports) << row.actor;
    EXPECT_EQ(book.actors[i].channels.size(), static_cast<std::size_t>(row.channels)) << row.actor;
  }
}

TEST(Book, FindsChannelsByTheBeginningOfTheirIds) {
  const store::Folder folder;
  ASSERT_TRUE(Served::fill(folder.file("l.qanat")));
  const auto store = store::Store::open(folder.file("l.qanat"), store::Store::Mode::read_only);
  ASSERT_TRUE(store.ok());
  const auto made = make_book(*store.value(), 1);
  ASSERT_TRUE(made.ok());
  const Book& book = *made.value();
  for (Index i = 0; i < book.channels.size(); ++i) EXPECT_EQ(book.channel(book.channels[i].id), i);
  EXPECT_EQ(book.channel(""), kNone);
  EXPECT_EQ(book.channel("zz"), kNone);
  EXPECT_TRUE(book.is_ambiguous(""));
}

}  // namespace
}  // namespace qanat::api
