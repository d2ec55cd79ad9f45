#include "cli/commands.h"
#include "cli/text.h"
#include "cli/web_options.h"

namespace qanat::cli {
namespace {

int read(Session& session, const std::vector<std::string>& paths, int threads, const engine::LineOptions& options,
         const feed::Web& web) {
  const auto reader = engine::Reader::make(session.options);
  if (!reader) return fail(kWorld, reader.error().message);
  bool trouble = false;
  const auto line = [](std::string_view json) {
    write_line(escape_json(json));
    return true;
  };
  const auto issue = [&](const Issue& found) {
    trouble = trouble || found.severity == Severity::error;
    tell(found);
  };
  const Status done = engine::read_lines(*reader.value(), paths, threads, line, issue, options, web);
  if (!done) return fail(kTrouble, done.error().message);
  return trouble ? kTrouble : kWell;
}

int explain(Session& session, const std::string& path, const feed::Web& web) {
  const auto reader = engine::Reader::make(session.options);
  if (!reader) return fail(kWorld, reader.error().message);
  bool trouble = false;
  feed::Sink sink;
  sink.document = [&](feed::Document&& document, const feed::Progress&) {
    write_output(clean_lines(reader.value()->explain(std::move(document))));
    return true;
  };
  sink.issue = [&](Issue&& found) {
    trouble = trouble || found.severity == Severity::error;
    tell(found);
  };
  const Status done = feed::read({{path}, {}}, feed::Limits{}, web, sink);
  if (!done) return fail(kTrouble, done.error().message);
  return trouble ? kTrouble : kWell;
}

}  // namespace

void add_read(CLI::App& app, Session& session) {
  struct Arguments {
    std::vector<std::string> paths;
    int threads = 0;
    engine::LineOptions options;
    feed::Web web;
  };
  const auto arguments = std::make_shared<Arguments>();
  CLI::App& command = session.add_command(
      app, "read", "Read pages and print what each article reports, as JSON lines; no ledger",
      {"qanat read page.txt", "qanat read news/ > reports.jsonl", "qanat read - --threads 4 < news.jsonl",
       "qanat read --text pages/*.html > articles.jsonl"},
      [&session, arguments] {
        return read(session, arguments->paths, arguments->threads, arguments->options, arguments->web);
      });
  command
      .add_option("PATH", arguments->paths,
                  "files, folders and http(s) addresses: text, HTML, JSON lines, WARC, WET, RSS or Atom, also gzip or "
                  "zstd, told by content; - is standard input")
      ->required();
  add_web(command, arguments->web, false);
  command.add_option("--threads", arguments->threads, "threads that read; 0: one a core")
      ->type_name("N")
      ->check(at_least_zero());
  command.add_flag("--text", arguments->options.text,
                   "add the text of each article, its lead and captions, and the page's character set");
  session.add_reader(command);
}

void add_explain(CLI::App& app, Session& session) {
  struct Arguments {
    std::string path = "-";
    feed::Web web;
  };
  const auto arguments = std::make_shared<Arguments>();
  CLI::App& command = session.add_command(
      app, "explain", "Show what every stage makes of a page: the first thing to reach for when a report is wrong",
      {"qanat explain page.txt", "echo 'التقى وزير الخارجية الروسي نظيره التركي في أنقرة.' | qanat explain"},
      [&session, arguments] { return explain(session, arguments->path, arguments->web); });
  command.add_option("PATH", arguments->path, "a page or its address; without it, or as -, standard input");
  add_web(command, arguments->web, false);
  session.add_reader(command);
}

}  // namespace qanat::cli
