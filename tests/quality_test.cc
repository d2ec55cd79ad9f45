// The annotated articles of our own, from which is learned and on which reading is measured (docs/quality.md): each
// report stands in its text.
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "base/date.h"
#include "report/report.h"

namespace qanat {
namespace {

using Json = nlohmann::json;

// Does the offset cut a letter in two?
bool splits_letter(const std::string& text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

// What is wrong with a report of an article with this text; empty: nothing.
std::string fault_of(const Json& report, const std::string& text) {
  if (!report::form_from(report.value("form", "")) || !report::state_from(report.value("status", "")))
    return "form or status";
  if (report.value("parties", Json::array()).empty()) return "no party";
  for (const Json& party : report["parties"]) {
    if (party.value("actor", "").empty()) return "a party without actor";
    if (text.find(party.value("person", "")) == std::string::npos) return "a person who is not in the text";
  }
  for (const char* field : {"place", "via", "channel", "condition"})
    if (text.find(report.value(field, "")) == std::string::npos) return std::string(field) + " is not in the text";
  if (report.contains("time") && !When::from_iso(report["time"].get<std::string>())) return "time";
  if (report.value("evidence", Json::array()).empty()) return "no evidence";
  for (const Json& e : report["evidence"]) {
    const auto at = [&](const char* key) { return e.at(key).get<std::size_t>(); };
    const bool inside = at("sentence_begin") <= at("begin") && at("begin") < at("end") &&
                        at("end") <= at("sentence_end") && at("sentence_end") <= text.size();
    if (!inside || splits_letter(text, at("begin")) || splits_letter(text, at("end"))) return "evidence";
  }
  return "";
}

void expect_reports_stand(const char* path, std::size_t at_least) {
  std::ifstream file(path);
  std::size_t articles = 0;
  std::size_t reports = 0;
  std::string last;
  for (std::string line; std::getline(file, line); ++articles) {
    const Json article = Json::parse(line);
    const auto id = article.at("id").get<std::string>();
    EXPECT_LT(last, id) << "ids stand in order, each once";
    last = id;
    EXPECT_TRUE(Date::from_iso(article.at("published").get<std::string>())) << id;
    const auto text = article.at("text").get<std::string>();
    for (const Json& report : article.at("reports")) {
      EXPECT_EQ(fault_of(report, text), "") << id << ": " << report.dump();
      ++reports;
    }
  }
  EXPECT_GE(articles, at_least);
  EXPECT_GT(reports, articles);
}

TEST(Quality, ReportsOfOurCheckSetStandInTheirTexts) {
  expect_reports_stand(QANAT_ROOT "/tests/quality/articles.jsonl", 350);
}

TEST(Quality, ReportsOfOurLessonsStandInTheirTexts) {
  expect_reports_stand(QANAT_ROOT "/lexicon/lessons/own.jsonl", 1000);
}

TEST(Quality, AFaultInAReportIsSeen) {
  const std::string text = "التقى الوزيران.";
  const Json good = Json::parse(R"({"form":"meeting","status":"held","parties":[{"actor":"EGY"}],
    "evidence":[{"begin":0,"end":10,"sentence_begin":0,"sentence_end":26}]})");
  EXPECT_EQ(fault_of(good, text), "");
  const auto with = [&](const char* key, const Json& value) {
    Json bad = good;
    bad[key] = value;
    return fault_of(bad, text);
  };
  EXPECT_EQ(with("status", "done"), "form or status");
  EXPECT_EQ(with("place", "القاهرة"), "place is not in the text");
  EXPECT_EQ(with("time", "yesterday"), "time");
  Json bad = good;
  bad["evidence"][0]["end"] = 9;
  EXPECT_EQ(fault_of(bad, text), "evidence") << "half a letter";
}

}  // namespace
}  // namespace qanat
