// Reading annotated pages and learning from them: `qanat train`.
#include <nlohmann/json.hpp>

#include "engine/engine.h"
#include "engine/lessons.h"
#include "engine/read_file.h"
#include "mention/mention.h"
#include "page/page.h"
#include "report/report.h"
#include "sentence/sentence.h"

namespace qanat::engine {
namespace {

using Json = nlohmann::json;

std::string text_of(const Json& object, const char* key) {
  const auto it = object.find(key);
  return it != object.end() && it->is_string() ? it->get<std::string>() : std::string();
}

Span span_of(const Json& object, const char* begin, const char* end) {
  const auto b = object.find(begin);
  const auto e = object.find(end);
  if (b == object.end() || e == object.end() || !b->is_number_unsigned() || !e->is_number_unsigned()) return {};
  return {b->get<std::uint32_t>(), e->get<std::uint32_t>()};
}

report::Party party_from(const Json& json) {
  report::Party out{text_of(json, "actor"), text_of(json, "role"), text_of(json, "person"), report::Part::party};
  out.part = report::part_from(text_of(json, "part")).value_or(report::Part::party);
  return out;
}

// nullopt where a field that every report has is missing.
std::optional<report::Report> report_from(const Json& json) {
  report::Report out;
  const auto form = report::form_from(text_of(json, "form"));
  const auto state = report::state_from(text_of(json, "status"));
  if (!form || !state || !json.contains("parties") || !json.contains("evidence")) return std::nullopt;
  out.form = *form;
  out.state = *state;
  for (const Json& p : json["parties"]) out.parties.push_back(party_from(p));
  for (const Json& e : json["evidence"]) {
    report::Evidence evidence;
    evidence.trigger = span_of(e, "begin", "end");
    evidence.span = span_of(e, "sentence_begin", "sentence_end");
    out.evidence.push_back(std::move(evidence));
  }
  out.channel = text_of(json, "channel");
  out.place = text_of(json, "place");
  out.via = text_of(json, "via");
  out.condition = text_of(json, "condition");
  out.time = When::from_iso(text_of(json, "time"));
  if (const auto speaker = json.find("speaker"); speaker != json.end() && speaker->is_object())
    out.speaker = party_from(*speaker);
  return out;
}

// An annotated article is an object a line; sentences that teach states are plain text.
bool holds_articles(std::string_view text) {
  const std::size_t at = text.find_first_not_of(" \t\r\n");
  return at == std::string_view::npos || text[at] == '{';
}

void teach_states(const std::vector<StateLesson>& lessons, const mention::Finder& finder, report::Teacher& teacher) {
  for (const StateLesson& lesson : lessons) {
    article::Article article;
    article.body.push_back({0, static_cast<std::uint32_t>(lesson.text.size())});
    const sentence::Text split = sentence::split(lesson.text, article);
    const mention::Mentions mentions = finder.find(lesson.text, split, std::nullopt);
    teacher.add_state({lesson.text, &article, &split, &mentions}, lesson.contact, lesson.state);
  }
}

}  // namespace

Result<std::string> train(const Options& options, const std::vector<std::string>& paths, std::string_view note,
                          const std::function<void(const Issue&)>& issue) {
  auto lexicon =
      options.lexicon_dir.empty() ? lexicon::Lexicon::built_in() : lexicon::Lexicon::load(options.lexicon_dir);
  if (!lexicon) return lexicon.error();
  const mention::Finder finder(*lexicon);
  report::Teacher teacher(*lexicon);
  std::size_t articles = 0;
  for (const std::string& path : paths) {
    auto text = read_file(path);
    if (!text) return text.error();
    if (!holds_articles(*text)) {
      auto lessons = parse_state_lessons(*text, path);
      if (!lessons) return lessons.error();
      teach_states(*lessons, finder, teacher);
      continue;
    }
    std::string_view rest = *text;
    for (int line = 1; !rest.empty(); ++line) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      const std::string_view record = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      if (record.empty()) continue;
      const std::string where = path + ":" + std::to_string(line);
      const Json json = Json::parse(record, nullptr, false);
      if (!json.is_object() || !json.contains("text") || !json.contains("reports")) {
        issue({Severity::error, where, 0, "not an annotated article: `text` and `reports` are wanted; left out"});
        continue;
      }
      feed::Document document;
      document.id = text_of(json, "id");
      document.where = where;
      document.bytes = text_of(json, "text");
      document.is_utf8 = true;
      document.published = text_of(json, "published");
      document.title = text_of(json, "title");
      std::vector<report::Report> gold;
      for (const Json& r : json["reports"]) {
        if (auto read = report_from(r))
          gold.push_back(std::move(*read));
        else
          issue({Severity::warning, where, 0, "a report without form, status, parties or evidence; left out"});
      }
      const page::Page page = page::make_page(std::move(document));
      for (const article::Article& article : article::take_apart(page).articles) {
        const sentence::Text split = sentence::split(page.text, article);
        const mention::Mentions mentions = finder.find(page.text, split, article.published.date);
        teacher.add({page.text, &article, &split, &mentions}, gold);
        ++articles;
      }
    }
  }
  if (articles == 0) return Error{"no annotated article to learn from; name JSONL files with `text` and `reports`"};
  return teacher.weights(note);
}

}  // namespace qanat::engine
