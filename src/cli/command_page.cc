// `qanat page`: what was made of a page. Its blocks with their kind and the rule that decided, its articles, and every
// date that was weighed.
#include <nlohmann/json.hpp>

#include "article/article.h"
#include "cli/commands.h"
#include "cli/screen.h"
#include "cli/text.h"
#include "cli/web_options.h"
#include "page/page.h"

namespace qanat::cli {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json date_json(const article::Published& date) {
  if (!date.date) return nullptr;
  return {{"date", date.date->iso()}, {"method", article::to_string(date.method)}, {"confidence", date.confidence}};
}

Json clue_json(const article::DateClue& clue) {
  Json out = date_json(clue.date);
  out["says"] = article::to_string(clue.says);
  out["where"] = clue.where;
  out["value"] = clue.value;
  return out;
}

Json spans_json(const page::Page& page, const std::vector<Span>& spans) {
  Json out = Json::array();
  for (const Span span : spans)
    out.push_back({{"begin", span.begin}, {"end", span.end}, {"text", std::string(slice(page.text, span))}});
  return out;
}

Json article_json(const page::Page& page, const article::Article& a) {
  return {{"id", a.id},
          {"title", text_or_null(a.title_text)},
          {"published", date_json(a.published)},
          {"modified", date_json(a.modified)},
          {"publisher", text_or_null(a.publisher)},
          {"authors", a.authors},
          {"credit", a.credit},
          {"tags", a.tags},
          {"section", text_or_null(a.section)},
          {"url", text_or_null(a.url)},
          {"language", text_or_null(a.language)},
          {"lead", text_or_null(std::string(slice(page.text, a.lead)))},
          {"captions", spans_json(page, a.captions)},
          {"body", spans_json(page, a.body)}};
}

Json page_json(const page::Page& page, const article::PageArticles& parts) {
  Json blocks = Json::array();
  for (const article::Block& block : parts.blocks)
    blocks.push_back({{"kind", article::to_string(block.kind)},
                      {"why", block.why},
                      {"begin", block.span.begin},
                      {"end", block.span.end},
                      {"text", std::string(slice(page.text, block.span))}});
  Json articles = Json::array();
  for (const article::Article& a : parts.articles) articles.push_back(article_json(page, a));
  Json dates = Json::array();
  for (const article::DateClue& clue : parts.clues) dates.push_back(clue_json(clue));
  return {{"id", page.id},
          {"format", page::to_string(page.format)},
          {"charset", page.charset},
          {"articles", std::move(articles)},
          {"dates", std::move(dates)},
          {"blocks", std::move(blocks)}};
}

void add_field(std::string& out, const char* name, const std::string& value) {
  if (!value.empty()) out.append("  ").append(name).append(": ").append(value).append("\n");
}

std::string shown(const page::Page& page, const article::PageArticles& parts) {
  std::string out = "page " + page.id + ": " + page::to_string(page.format) + " in " + page.charset + ", " +
                    std::to_string(parts.blocks.size()) + " blocks, " + std::to_string(parts.articles.size()) +
                    (parts.articles.size() == 1 ? " article\n" : " articles\n");
  out += article::dump(page, parts);
  for (const article::Article& a : parts.articles) {
    if (parts.articles.size() > 1) out += "more of " + a.id + "\n";
    add_field(out, "publisher", a.publisher);
    add_field(out, "section", a.section);
    add_field(out, "address", a.url);
    for (const Span caption : a.captions) add_field(out, "caption", std::string(slice(page.text, caption)));
  }
  if (!parts.clues.empty()) out += "dates\n";
  for (const article::DateClue& clue : parts.clues)
    out += "  " + clue.date.date->iso() + " " + article::to_string(clue.date.method) + " " +
           std::to_string(clue.date.confidence) + "% " + article::to_string(clue.says) + ", " + clue.where + ": " +
           clue.value + "\n";
  return out;
}

int show_page(const Session& session, const std::vector<std::string>& paths, const feed::Web& web) {
  bool trouble = false;
  const auto report = [&](const Issue& found) {
    trouble = trouble || found.severity == Severity::error;
    tell(found);
  };
  feed::Sink sink;
  sink.document = [&](feed::Document&& document, const feed::Progress&) {
    const page::Page page = page::make_page(std::move(document));
    const article::PageArticles parts = article::take_apart(page);
    for (const Issue& found : page.issues) report(found);
    for (const Issue& found : parts.issues) report(found);
    if (session.json)
      write_json(page_json(page, parts).dump(-1, ' ', false, Json::error_handler_t::replace));
    else
      write_output(clean_lines(shown(page, parts)));
    return true;
  };
  sink.issue = [&](Issue&& found) { report(found); };
  const Status done = feed::read({paths, {}}, feed::Limits{}, web, sink);
  if (!done) return fail(kTrouble, done.error().message);
  return trouble ? kTrouble : kWell;
}

}  // namespace

void add_page(CLI::App& app, Session& session) {
  struct Arguments {
    std::vector<std::string> paths;
    feed::Web web;
  };
  const auto arguments = std::make_shared<Arguments>();
  CLI::App& command = session.add_command(
      app, "page", "Show what was made of a page: blocks and why they are what they are, articles, dates",
      {"qanat page story.html", "qanat page --json story.html", "qanat page https://paper.example/story"},
      [&session, arguments] { return show_page(session, arguments->paths, arguments->web); });
  command
      .add_option("PATH", arguments->paths,
                  "pages: files, folders and http(s) addresses, in any format that `ingest` reads; - is standard input")
      ->required();
  add_web(command, arguments->web, false);
  session.add_json(command);
}

}  // namespace qanat::cli
