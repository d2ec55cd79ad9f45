// Reading annotated pages and learning from them: `qanat train`.
#include <nlohmann/json.hpp>

#include <unordered_map>

#include "base/hash.h"
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

// Texts by the ids of their pages.
using Texts = std::unordered_map<std::string, feed::Document>;
using Tell = std::function<void(const Issue&)>;

Result<Texts> read_texts(const std::vector<std::string>& paths, const Tell& issue) {
  Texts out;
  if (paths.empty()) return out;
  feed::Sink sink;
  sink.document = [&](feed::Document&& document, const feed::Progress&) {
    out.insert_or_assign(document.id, std::move(document));
    return true;
  };
  sink.issue = [&](Issue&& found) { issue(found); };
  if (const Status done = feed::read(paths, feed::Limits{}, sink); !done) return done.error();
  return out;
}

class School {
 public:
  School(std::shared_ptr<const lexicon::Lexicon> lexicon, Texts texts, const Tell& issue)
      : finder_(lexicon), teacher_(std::move(lexicon)), texts_(std::move(texts)), issue_(issue) {}

  void teach_states(const std::vector<StateLesson>& lessons) {
    for (const StateLesson& lesson : lessons) {
      article::Article article;
      article.body.push_back({0, static_cast<std::uint32_t>(lesson.text.size())});
      const sentence::Text split = sentence::split(lesson.text, article);
      const mention::Mentions mentions = finder_.find(lesson.text, split, std::nullopt);
      teacher_.add_state({lesson.text, &article, &split, &mentions}, lesson.contact, lesson.state);
    }
  }

  // One line of a file of annotated articles.
  void teach_article(std::string_view record, const std::string& where) {
    const Json json = Json::parse(record, nullptr, false);
    if (!json.is_object() || !json.contains("reports") || (!json.contains("text") && !json.contains("text_hash")))
      return leave_out(where, "not an annotated article: `reports` and `text`, or `text_hash`, are wanted");
    std::optional<feed::Document> document = document_of(json, where);
    if (!document) return;
    std::vector<report::Report> gold;
    for (const Json& r : json["reports"]) {
      if (auto read = report_from(r))
        gold.push_back(std::move(*read));
      else
        issue_({Severity::warning, where, 0, "a report without form, status, parties or evidence; left out"});
    }
    const page::Page page = page::make_page(std::move(*document));
    for (const article::Article& article : article::take_apart(page).articles) {
      const sentence::Text split = sentence::split(page.text, article);
      const mention::Mentions mentions = finder_.find(page.text, split, article.published.date);
      teacher_.add({page.text, &article, &split, &mentions}, gold);
      ++articles_;
    }
  }

  std::size_t articles() const { return articles_; }
  std::size_t without_text() const { return without_text_; }
  std::string weights(std::string_view note) const { return teacher_.weights(note); }

 private:
  void leave_out(const std::string& where, const std::string& why) {
    issue_({Severity::error, where, 0, why + "; left out"});
  }

  // The article with its text, which a record has itself or names by `id` and `text_hash`. nullopt: there is none.
  std::optional<feed::Document> document_of(const Json& json, const std::string& where) {
    feed::Document out;
    out.id = text_of(json, "id");
    if (json.contains("text")) {
      out.bytes = text_of(json, "text");
      out.is_utf8 = true;
      out.published = text_of(json, "published");
      out.title = text_of(json, "title");
    } else {
      const auto found = texts_.find(out.id);
      if (found == texts_.end()) {
        ++without_text_;
        return std::nullopt;
      }
      out = found->second;
      if (hash_hex(out.bytes) != text_of(json, "text_hash")) {
        leave_out(where, out.where + " is not the text of " + out.id + " that was annotated");
        return std::nullopt;
      }
    }
    out.where = where;
    return out;
  }

  mention::Finder finder_;
  report::Teacher teacher_;
  Texts texts_;
  const Tell& issue_;
  std::size_t articles_ = 0;
  std::size_t without_text_ = 0;
};

Status teach_file(const std::string& path, School& school) {
  auto text = read_file(path);
  if (!text) return text.error();
  if (!holds_articles(*text)) {
    auto lessons = parse_state_lessons(*text, path);
    if (!lessons) return lessons.error();
    school.teach_states(*lessons);
    return Done{};
  }
  std::string_view rest = *text;
  for (int line = 1; !rest.empty(); ++line) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view record = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (!record.empty()) school.teach_article(record, path + ":" + std::to_string(line));
  }
  return Done{};
}

}  // namespace

Result<std::string> train(const Options& options, const Lessons& lessons, std::string_view note,
                          const std::function<void(const Issue&)>& issue) {
  auto lexicon =
      options.lexicon_dir.empty() ? lexicon::Lexicon::built_in() : lexicon::Lexicon::load(options.lexicon_dir);
  if (!lexicon) return lexicon.error();
  auto texts = read_texts(lessons.texts, issue);
  if (!texts) return texts.error();
  School school(*lexicon, std::move(*texts), issue);
  for (const std::string& path : lessons.paths)
    if (const Status taught = teach_file(path, school); !taught) return taught.error();
  if (school.without_text() != 0)
    return Error{std::to_string(school.without_text()) +
                 " annotated articles come without their text; name the files that hold it with --texts"};
  if (school.articles() == 0)
    return Error{"no annotated article to learn from; name JSONL files with `text` and `reports`"};
  return school.weights(note);
}

}  // namespace qanat::engine
