// Every answer is held against src/api/openapi.json: each path, each parameter, and the errors.
#include <gtest/gtest.h>

#include <set>

#include "api/router.h"
#include "api/target.h"
#include "api_client.h"
#include "api_schema.h"

namespace qanat::api {
namespace {

class Answers : public testing::Test {
 protected:
  static void SetUpTestSuite() { served = new Served("a token long enough"); }
  static void TearDownTestSuite() {
    delete served;
    served = nullptr;
  }
  static Served* served;
  const Schemas schemas = Schemas::from_file();

  const json& operation(const std::string& path) const { return schemas.document()["paths"][path]["get"]; }

  // A GET of `target`, which is described under `path`: status, type and content are what is promised.
  json hold(const std::string& path, const std::string& target) const {
    const Response response = served->get(target);
    const std::string status = std::to_string(response.status);
    const json& responses = operation(path)["responses"];
    EXPECT_TRUE(responses.contains(status)) << target << " answers " << status << ": " << response.body;
    if (!responses.contains(status)) return {};
    const json& content = schemas.resolved(responses[status])["content"];
    EXPECT_TRUE(content.contains(response.type())) << target << " is " << response.type();
    if (!content.contains(response.type())) return {};
    EXPECT_FALSE(response.body.empty()) << target;
    if (response.type() != "application/json" && response.type() != "application/problem+json") return response.body;
    const json body = response.json();
    EXPECT_FALSE(body.is_discarded()) << target;
    for (const std::string& fault : schemas.faults(body, content[response.type()]["schema"]))
      ADD_FAILURE() << target << ": " << fault;
    return body;
  }
};
Served* Answers::served = nullptr;

TEST(Schemas, CatchWhatIsWrong) {
  const Schemas schemas(json::parse(R"({"of": {"type": "object", "required": ["a"], "additionalProperties": false,
    "properties": {"a": {"type": ["integer", "null"], "minimum": 0}, "b": {"anyOf": [{"enum": ["x"]}, {"type": "null"}]},
    "c": {"type": "array", "items": {"type": "string", "format": "date"}}}}})"));
  const json schema = {{"$ref", "#/of"}};
  const auto count = [&](const char* text) { return schemas.faults(json::parse(text), schema).size(); };
  EXPECT_EQ(count(R"({"a": 1, "b": "x", "c": ["2024-01-29"]})"), 0U);
  EXPECT_EQ(count(R"({"a": null, "b": null})"), 0U);
  EXPECT_EQ(count(R"([])"), 1U);
  EXPECT_EQ(count(R"({})"), 1U);
  EXPECT_EQ(count(R"({"a": -1})"), 1U);
  EXPECT_EQ(count(R"({"a": "1"})"), 1U);
  EXPECT_EQ(count(R"({"a": 1, "b": "y"})"), 1U);
  EXPECT_EQ(count(R"({"a": 1, "d": 0})"), 1U);
  EXPECT_EQ(count(R"({"a": 1, "c": ["2024-02-30", 5]})"), 2U);
}

TEST_F(Answers, EveryPathOfTheDocumentIsServedAndNoOther) {
  std::set<std::string> described;
  for (const auto& [path, item] : schemas.document()["paths"].items())
    if (item.contains("get") && path != "/changes/stream") described.insert(path);
  std::set<std::string> served_paths;
  for (const Route& route : routes()) {
    const std::string path(route.pattern);
    EXPECT_TRUE(served_paths.insert(path).second) << path << " is served twice";
    if (!described.contains(path)) continue;
    std::set<std::string> promised;
    for (const json& parameter : operation(path)["parameters"]) {
      const json& p = schemas.resolved(parameter);
      if (p["in"] == "query") promised.insert(p["name"]);
    }
    EXPECT_EQ(promised, std::set<std::string>(route.params.begin(), route.params.end())) << path;
  }
  EXPECT_EQ(served_paths, described);
}

TEST_F(Answers, AreAsDescribed) {
  const std::string channel = served->json("/channels?party=RUS&party=USA")["items"][0]["id"];
  const std::string contact = served->json("/contacts?channel=" + channel)["items"][0]["id"];
  const std::string report = served->json("/reports")["items"][0]["id"];
  const json article = served->json("/articles?with_reports=true")["items"][0];
  const std::string article_id = percent_encoded(article["id"].get<std::string>());
  const std::string origin = article["origin"];
  const std::pair<const char*, std::string> asked[] = {
      {"/", "/"},
      {"/", ""},
      {"/health", "/health"},
      {"/openapi.json", "/openapi.json"},
      {"/vocabulary", "/vocabulary"},
      {"/statistics", "/statistics"},
      {"/channels", "/channels"},
      {"/channels", "/channels?party=RUS&party=Turkey&sort=origins&limit=1"},
      {"/channels", "/channels?status=held,absent&as_of=2024-01-30&sort=since"},
      {"/channels", "/channels?changed_since=2024-01&as_of=2024-02&conflicting=true&sort=parties"},
      {"/channels", "/channels?rank=leader&from=2020&to=2023&publisher=x"},
      {"/groups", "/groups?limit=2"},
      {"/channels/{id}", "/channels/" + channel},
      {"/channels/{id}", "/channels/" + channel + "?as_of=2024-01-29&limit=1"},
      {"/channels/{id}", "/channels/ffffffffffff"},
      {"/contacts", "/contacts?party=%D9%85%D8%B5%D8%B1"},
      {"/contacts", "/contacts?person=%D9%84%D8%A7%D9%81%D8%B1%D9%88%D9%81"},
      {"/channels/{id}/contacts/{contact}", "/channels/" + channel + "/contacts/" + contact},
      {"/channels/{id}/contacts/{contact}", "/channels/" + channel + "/contacts/nothing"},
      {"/reports", "/reports?limit=100"},
      {"/reports/{id}", "/reports/" + report},
      {"/reports/{id}", "/reports/none"},
      {"/reports/{id}/why", "/reports/" + report + "/why"},
      {"/reports/{id}/why", "/reports/none/why"},
      {"/conflicts", "/conflicts"},
      {"/changes", "/changes"},
      {"/changes", "/changes?newest=true&limit=3&after=2"},
      {"/changes.atom", "/changes.atom"},
      {"/changes.atom", "/changes.atom?party=RUS&lang=en"},
      {"/changes.atom", "/changes.atom?channel=" + channel},
      {"/actors", "/actors"},
      {"/actors", "/actors?q=russ"},
      {"/actors/{actor}", "/actors/RUS"},
      {"/actors/{actor}", "/actors/%D8%B1%D9%88%D8%B3%D9%8A%D8%A7"},
      {"/actors/{actor}", "/actors/Atlantis"},
      {"/persons", "/persons?party=EGY"},
      {"/articles", "/articles?from=2018&limit=2"},
      {"/articles/{id}", "/articles/" + article_id},
      {"/articles/{id}", "/articles/p4"},
      {"/articles/{id}", "/articles/none"},
      {"/origins", "/origins"},
      {"/origins/{origin}", "/origins/" + origin},
      {"/origins/{origin}", "/origins/none"},
      {"/search", "/search?q=%D9%84%D8%A7%D9%81%D8%B1%D9%88%D9%81"},
      {"/search", "/search?q=%D9%84%D8%A7%D9%81%D8%B1&limit=1&kind=articles&party=RUS&status=ongoing"},
      {"/search", "/search?q=xyzzy&whole=true"},
      {"/graph", "/graph"},
      {"/graph", "/graph?by=both&as_of=2024-01-29&limit=5"},
      {"/graph", "/graph?by=persons&from=2023&to=2024"},
      {"/matrix", "/matrix"},
      {"/matrix", "/matrix?step=week&from=2024-01&to=2024-03&limit=4"},
      {"/matrix", "/matrix?step=year"},
      {"/brief", "/brief"},
      {"/brief", "/brief?from=2024-01-01&to=2024-12-31&party=USA"},
      {"/brief.md", "/brief.md?from=2024-01-01&to=2024-12-31&lang=en"},
  };
  std::set<std::string> reached;
  for (const auto& [path, target] : asked) {
    hold(path, target);
    reached.insert(path);
  }
  for (const Route& route : routes()) {
    const std::string path(route.pattern);
    if (!path.starts_with("/export/")) {
      EXPECT_TRUE(reached.contains(path)) << "no question for " << path;
      continue;
    }
    hold(path, path);
    if (!path.ends_with(".csv")) continue;
    EXPECT_TRUE(served->get(path + "?bom=1").body.starts_with("\xEF\xBB\xBF")) << path;
  }
}

TEST_F(Answers, ErrorsSayWhatToDo) {
  const std::pair<const char*, std::string> asked[] = {
      {"/channels", "/channels?party=Atlantis"},
      {"/channels", "/channels?limit=0"},
      {"/channels", "/channels?limit=many"},
      {"/channels", "/channels?as_of=2024-13"},
      {"/channels", "/channels?cursor=x"},
      {"/channels", "/channels?sort=best"},
      {"/channels", "/channels?rank=king"},
      {"/channels", "/channels?status=good"},
      {"/channels", "/channels?prty=RUS"},
      {"/channels", "/channels?conflicting=perhaps"},
      {"/channels", "/channels?person=a&person=b"},
      {"/changes", "/changes?after=-1"},
      {"/search", "/search"},
      {"/search", "/search?q=%20"},
      {"/search", "/search?q=a&cursor=x"},
      {"/search", "/search?q=" + std::string(2000, 'a')},
      {"/graph", "/graph?limit=1"},
      {"/matrix", "/matrix?step=day"},
  };
  for (const auto& [path, target] : asked) {
    const json problem = hold(path, target);
    ASSERT_TRUE(problem.is_object()) << target;
    EXPECT_EQ(problem["status"], 400) << target;
    EXPECT_TRUE(problem.contains("parameter")) << target;
    EXPECT_FALSE(problem["detail"].get<std::string>().empty()) << target;
  }
  EXPECT_EQ(served->get("/nowhere").status, 404);
  EXPECT_EQ(served->get("/channels/a/b").status, 404);
}

TEST_F(Answers, CursorsShowEverythingOnce) {
  for (const std::string path :
       {"/channels", "/channels?sort=parties", "/channels?sort=origins", "/channels?sort=since", "/groups", "/contacts",
        "/reports", "/changes", "/changes?newest=true", "/actors", "/persons", "/articles"}) {
    std::set<std::string> seen;
    std::string cursor;
    std::size_t total = 0;
    do {
      std::string target = path + (path.find('?') == std::string::npos ? "?" : "&") + "limit=3";
      if (!cursor.empty()) target += "&cursor=" + percent_encoded(cursor);
      const json page = served->json(target);
      total = page["total"];
      ASSERT_LE(page["items"].size(), 3U) << target;
      for (const json& item : page["items"]) EXPECT_TRUE(seen.insert(item.dump()).second) << target;
      cursor = page["next"].is_null() ? std::string() : page["next"].get<std::string>();
    } while (!cursor.empty() && seen.size() <= total);
    EXPECT_EQ(seen.size(), total) << path;
    EXPECT_GT(total, 3U) << path;
  }
}

TEST(Search, TakesTheBeginningOfAWordAndNotItsMiddle) {
  const store::Folder folder;
  const auto store = store::Store::open(folder.file("l.qanat"), store::Store::Mode::create);
  ASSERT_TRUE(store.ok());
  ASSERT_TRUE(store.value()
                  ->write({cli::page_of("korea", "", "زار وفد كوريا الجنوبية العاصمة.", "", "2024-05-01", {}),
                           cli::page_of("riyadh", "", "وصل إلى الرياض وزير من الريادة.", "", "2024-05-02", {}),
                           cli::page_of("lavrov", "", "وقال لافروف إن اللقاء مفيد.", "", "2024-05-03", {})})
                  .ok());
  const auto found = [&](const char* words) {
    std::vector<std::string> out;
    const auto numbers = store.value()->find(words, true);
    EXPECT_TRUE(numbers.ok());
    const auto rows = store.value()->articles(numbers.value());
    EXPECT_TRUE(rows.ok());
    for (const store::ArticleRow& row : rows.value()) out.push_back(row.id);
    return out;
  };
  using Ids = std::vector<std::string>;
  EXPECT_EQ(found("كوريا"), Ids{"korea"});
  EXPECT_EQ(found("وفد كوريا"), Ids{"korea"});
  EXPECT_EQ(found("الرياض"), Ids{"riyadh"});
  EXPECT_EQ(found("الريا"), (Ids{"korea", "riyadh"}));  // both keys begin so
  EXPECT_EQ(found("الجنو"), Ids{"korea"});
  EXPECT_EQ(found("لافرو"), Ids{"lavrov"});
  EXPECT_EQ(found("مفي"), Ids{"lavrov"});
  EXPECT_EQ(found("مف"), Ids{});
}

TEST_F(Answers, CountsAndRowsOfStatesAgree) {
  for (const std::string day : {"", "&as_of=2024-01-30"}) {
    const json all = served->json("/channels?limit=500" + day);
    ASSERT_FALSE(all["facets"]["status"].empty());
    for (const json& facet : all["facets"]["status"]) {
      const std::string status = facet["value"];
      const json some = served->json("/channels?limit=500&status=" + status + day);
      EXPECT_EQ(some["total"], facet["count"]) << status;
      for (const json& channel : some["items"]) EXPECT_EQ(channel["status"], status);
    }
  }
}

TEST_F(Answers, SearchGoesOnWhereItStopped) {
  std::set<std::string> seen;
  std::string cursor;
  std::size_t total = 0;
  do {
    const json found =
        served->json("/search?q=%D9%88%D8%B2%D9%8A%D8%B1&limit=2" + (cursor.empty() ? "" : "&cursor=" + cursor));
    total = found["articles"]["total"];
    for (const json& hit : found["articles"]["items"]) EXPECT_TRUE(seen.insert(hit["id"]).second);
    cursor = found["articles"]["next"].is_null() ? std::string() : found["articles"]["next"].get<std::string>();
  } while (!cursor.empty() && seen.size() <= total);
  EXPECT_EQ(seen.size(), total);
  EXPECT_GT(total, 4U);
}

// The text of [begin, end) in UTF-16 units, as a browser would cut it.
std::string cut(const std::string& text, std::size_t begin, std::size_t end) {
  std::string out;
  std::size_t unit = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t size = 1;
    while (at + size < text.size() && (static_cast<unsigned char>(text[at + size]) & 0xC0U) == 0x80U) ++size;
    if (unit >= begin && unit < end) out += text.substr(at, size);
    unit += size == 4 ? 2 : 1;
    at += size;
  }
  return out;
}

TEST_F(Answers, RangesCutTheTextWhereTheySay) {
  int quotes = 0;
  const json rows = served->json("/articles?with_reports=true&limit=100");
  for (const json& row : rows["items"]) {
    const json article = served->json("/articles/" + percent_encoded(row["id"].get<std::string>()));
    const std::string text = article["text"];
    for (const json& report : article["reports"]) {
      for (const json& e : report["evidence"]) {
        EXPECT_EQ(cut(text, e["begin"], e["end"]), e["quote"]);
        EXPECT_EQ(text.substr(e["byte_begin"], e["byte_end"].get<std::size_t>() - e["byte_begin"].get<std::size_t>()),
                  e["quote"]);
        EXPECT_FALSE(cut(e["quote"], e["trigger"]["begin"], e["trigger"]["end"]).empty());
        ++quotes;
      }
    }
    std::size_t last = 0;
    for (const json& block : article["blocks"]) {
      EXPECT_LE(last, block["begin"].get<std::size_t>());
      last = block["end"];
    }
  }
  EXPECT_GT(quotes, 20);
}

TEST_F(Answers, MarksSayWhoIsMeant) {
  const json found = served->json("/search?q=%D8%A8%D9%88%D8%AA%D9%8A%D9%86");
  ASSERT_FALSE(found["articles"]["items"].empty());
  const json article =
      served->json("/articles/" + percent_encoded(found["articles"]["items"][0]["id"].get<std::string>()));
  bool putin = false;
  bool trigger = false;
  for (const json& mark : article["marks"]) {
    const std::string words = cut(article["text"], mark["begin"], mark["end"]);
    EXPECT_FALSE(words.empty());
    if (mark["kind"] == "party" && words.find("بوتين") != std::string::npos)
      putin = putin || (mark["actors"] == json({"RUS"}) && mark["role"] == "leader");
    if (mark["kind"] == "contact") trigger = trigger || !mark["reports"].empty();
  }
  EXPECT_TRUE(putin);
  EXPECT_TRUE(trigger);
  EXPECT_EQ(article["marks_by"], "same");
}

TEST_F(Answers, EveryReportThatThisReaderMadeHasItsReasons) {
  int explained = 0;
  const json rows = served->json("/reports?limit=100");
  for (const json& row : rows["items"]) {
    const json why = served->json("/reports/" + row["id"].get<std::string>() + "/why");
    if (why["made_by"] == "other") continue;  // written by hand
    EXPECT_EQ(why["found"], true) << row;
    ASSERT_FALSE(why["decisions"].empty());
    EXPECT_FALSE(why["decisions"][0]["features"].empty());
    ++explained;
  }
  EXPECT_GT(explained, 10);
}

TEST_F(Answers, ConflictsShowBothSentences) {
  const json found = served->json("/conflicts?party=RUS&party=USA");
  ASSERT_GE(found["items"].size(), 1U);
  const json& conflict = found["items"][0];
  EXPECT_NE(conflict["left"]["evidence"][0]["quote"], conflict["right"]["evidence"][0]["quote"]);
  const json channel = served->json("/channels/" + conflict["channel_id"].get<std::string>());
  EXPECT_EQ(channel["conflict_list"][0], conflict);
  EXPECT_EQ(channel["conflicts"], channel["conflict_list"].size());
}

TEST_F(Answers, HostileTextIsNoMarkdown) {
  const auto store = store::Store::open(served->ledger(), store::Store::Mode::create);
  ASSERT_TRUE(store.ok());
  const std::string text = "زار [الوفد](https://evil.example) <b>عمّان</b>\n# ثم *عاد* www.evil.example.";
  ASSERT_TRUE(store.value()
                  ->write({cli::page_of("markdown", "عنوان", text, "<i>", "2030-01-02",
                                        {{report::State::held,
                                          report::Form::visit,
                                          {{"QAT", "", "", report::Part::party}, {"OMN", "", "", report::Part::party}},
                                          text,
                                          {},
                                          ""}})})
                  .ok());
  const std::string brief = served->get("/brief.md?from=2030-01-01&to=2030-01-31").body;
  EXPECT_NE(
      brief.find("زار \\[الوفد\\](https\\://evil.example) \\<b\\>عمّان\\</b\\> # ثم \\*عاد\\* www\\.evil.example."),
      std::string::npos)
      << brief;
  EXPECT_EQ(brief.find("<i>"), std::string::npos);
}

TEST_F(Answers, HostileTextStaysText) {
  // The page by hand holds escape sequences and a direction override; JSON escapes what is control, and keeps the rest.
  const Response article = served->get("/articles/p4");
  EXPECT_EQ(article.body.find('\x1b'), std::string::npos);
  EXPECT_EQ(article.json()["text"], cli::kHostile);
  const Response atom = served->get("/changes.atom?limit=500");
  EXPECT_EQ(atom.body.find('\x1b'), std::string::npos);
  for (const Route& route : routes()) {
    const Response response = served->get(std::string(route.pattern));
    EXPECT_EQ(response.header("x-content-type-options"), "nosniff") << route.pattern;
    EXPECT_NE(response.header("content-security-policy").find("default-src 'none'"), std::string::npos);
    EXPECT_NE(response.type(), "text/html") << route.pattern;
  }
}

}  // namespace
}  // namespace qanat::api
