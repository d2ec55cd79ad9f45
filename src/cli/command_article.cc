#include <algorithm>

#include "api/api.h"
#include "cli/commands.h"
#include "cli/text.h"
#include "cli/view.h"

namespace qanat::cli {
namespace {

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : "، ") + part;
  return out;
}

// The paragraphs of an article, as they stand on its page.
Result<std::vector<std::string>> paragraphs_of(store::Store& store, const store::ArticleRow& row) {
  const auto page = store.page(row.page);
  if (!page) return page.error();
  std::vector<std::string> out;
  for (const store::ReadArticle& read : page.value().articles) {
    if (read.article.id != row.id) continue;
    for (const Span& span : read.article.body) out.emplace_back(slice(page.value().text, span));
  }
  return out;
}

constexpr std::size_t kMostCopies = 12;  // named on the screen; --json names them all

std::string copies_text(const std::vector<std::string>& copies) {
  if (copies.size() <= kMostCopies) return joined(copies);
  const std::vector<std::string> first(copies.begin(), copies.begin() + kMostCopies);
  return joined(first) + " and " + std::to_string(copies.size() - kMostCopies) + " more";
}

std::string head_text(const Screen& screen, const store::ArticleRow& row) {
  std::string out = paragraph(screen, row.title.empty() ? "(no title)" : row.title, 0, Style::bold);
  const auto line = [&](const char* name, const std::string& value) {
    if (!value.empty()) out += screen.paint(name, Style::dim) + " " + isolate(clean(value)) + "\n";
  };
  std::string published = day_text(row.published.date);
  if (row.published.date) published += std::string(" (") + article::to_string(row.published.method) + ")";
  line("article  ", row.id);
  line("published", published);
  line("publisher", row.publisher);
  line("credit   ", joined(row.credit));
  line("url      ", row.url);
  line("tags     ", joined(row.tags));
  line("copies   ", copies_text(row.copies));
  return out;
}

int article(Session& session, const std::string& id) {
  const auto opened = session.open_ledger();
  if (!opened) return fail(kWorld, opened.error().message);
  store::Store& store = *opened.value();
  const auto found = store.article(id);
  if (!found) return fail(kTrouble, found.error().message);
  const store::ArticleRow& row = found.value();
  const auto paragraphs = paragraphs_of(store, row);
  if (!paragraphs) return fail(kWorld, paragraphs.error().message);
  const auto reports = store.reports_of_article(row.id);
  if (!reports) return fail(kWorld, reports.error().message);
  if (session.json) {
    std::string text;
    for (const std::string& p : paragraphs.value()) text += (text.empty() ? "" : "\n") + p;
    write_json(api::article_json(row, text, reports.value()));
    return kWell;
  }
  const Screen screen = Screen::standard_output();
  std::string out = head_text(screen, row) + "\n";
  for (const std::string& p : paragraphs.value()) out += paragraph(screen, p, 0);
  out += "\n" + screen.paint(reports.value().empty() ? "No reports" : "Reports", Style::bold) + "\n";
  Witnesses witnesses(store);
  for (const store::ReportRow& report : reports.value()) {
    const report::Report& r = report.entry.report;
    out += "  " + screen.paint(report::to_string(r.state), style_of(r.state)) + " " + report::to_string(r.form) +
           (r.time ? "  " + r.time->iso() : "") + "  " + screen.paint("channel " + report.channel, Style::dim) + "\n";
    out += paragraph(screen, parties_text(r.parties), 4) + witnesses.show(screen, report, 4);
  }
  write_output(out);
  return kWell;
}

// The snippet on one line, what matched in bold.
std::string snippet_text(const Screen& screen, const store::Hit& hit) {
  const api::Snippet snippet = api::snippet_from(hit.snippet);
  std::string out;
  std::uint32_t at = 0;
  // Blanks at the seams would be lost by cleaning piece by piece.
  const auto piece = [&](std::uint32_t end, Style style) {
    const std::string_view raw = std::string_view(snippet.text).substr(at, end - at);
    const std::string text = clean(raw);
    if (!text.empty() && raw.front() == ' ') out += ' ';
    out += screen.paint(text, style);
    if (!text.empty() && raw.back() == ' ') out += ' ';
    at = end;
  };
  for (const Span& match : snippet.matches) {
    piece(match.begin, Style::plain);
    piece(match.end, Style::bold);
  }
  piece(static_cast<std::uint32_t>(snippet.text.size()), Style::plain);
  return isolate(out);
}

int search(Session& session, const std::vector<std::string>& words, int limit) {
  const auto store = session.open_ledger();
  if (!store) return fail(kWorld, store.error().message);
  std::string query;
  for (const std::string& word : words) query += (query.empty() ? "" : " ") + word;
  const auto hits = store.value()->search(query, limit);
  if (!hits) return fail(kWorld, hits.error().message);
  if (session.json) {
    for (const store::Hit& hit : hits.value()) write_json(api::hit_json(hit));
    return kWell;
  }
  if (hits.value().empty()) remark("no article holds all of these words");
  const Screen screen = Screen::standard_output();
  for (const store::Hit& hit : hits.value()) {
    const store::ArticleRow& row = hit.article;
    std::string line =
        day_text(row.published.date) + "  " + row.publisher + (row.publisher.empty() ? "" : "  ") + "article " + row.id;
    write_output(paragraph(screen, row.title.empty() ? "(no title)" : row.title, 0, Style::bold));
    write_output(paragraph(screen, line, 2, Style::dim));
    write_output("  " + snippet_text(screen, hit) + "\n");
  }
  return kWell;
}

}  // namespace

void add_article(CLI::App& app, Session& session) {
  const auto id = std::make_shared<std::string>();
  CLI::App& command = session.add_command(app, "article", "One article: what is known of it, its text and its reports",
                                          {"qanat article news/page.txt", "qanat article 'news.jsonl:17#2' --json"},
                                          [&session, id] { return article(session, *id); });
  command.add_option("ID", *id, "the article's id, as every other listing names it")->required();
  session.add_json(command);
  session.add_ledger(command);
}

void add_search(CLI::App& app, Session& session) {
  struct Arguments {
    std::vector<std::string> words;
    int limit = 20;
  };
  const auto arguments = std::make_shared<Arguments>();
  CLI::App& command =
      session.add_command(app, "search", "Articles that hold all of the words, in any spelling and with any clitic",
                          {"qanat search محادثات أستانا", "qanat search لافرينتيف --limit 5 --json"},
                          [&session, arguments] { return search(session, arguments->words, arguments->limit); });
  command.add_option("WORDS", arguments->words, "the words")->required();
  command.add_option("--limit", arguments->limit, "at most N articles; 0: all")
      ->type_name("N")
      ->check(at_least_zero())
      ->capture_default_str();
  session.add_json(command);
  session.add_ledger(command);
}

}  // namespace qanat::cli
