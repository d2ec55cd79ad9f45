#include "cli/commands.h"
#include "cli/ingesting.h"
#include "cli/interrupt.h"
#include "cli/web_options.h"

namespace qanat::cli {
namespace {

std::string count(std::int64_t number, const char* one, const char* many) {
  return std::to_string(number) + " " + (number == 1 ? one : many);
}

// Of articles that are copies of one another, or of what the ledger has, one counts.
std::string origins_text(std::int64_t more) {
  if (more < 0) return count(-more, "origin", "origins") + " fewer than before";
  return count(more, "new origin", "new origins");
}

std::string summary_text(const engine::IngestSummary& s, const std::string& ledger) {
  const store::Written& w = s.written;
  std::string out = count(static_cast<std::int64_t>(s.documents), "page", "pages") +
                    " read: " + std::to_string(w.added) + " new, " + std::to_string(w.replaced) + " replaced, " +
                    std::to_string(w.unchanged) + " known already";
  if (s.empty > 0) out += "; " + std::to_string(s.empty) + " without an article";
  out += "\n" + count(w.articles, "article", "articles") + " (" + origins_text(w.origins) + "), " +
         count(w.reports, "report", "reports") + ", " + count(w.changes, "change", "changes") + " into " + ledger;
  if (w.clashes > 0)
    out +=
        "\n" + count(w.clashes, "page", "pages") +
        " had the id of another page of this input and other text: the later one is kept; give them ids of their own";
  if (s.errors + s.warnings > 0)
    out += "\n" + count(static_cast<std::int64_t>(s.errors), "error", "errors") + ", " +
           count(static_cast<std::int64_t>(s.warnings), "warning", "warnings");
  if (s.interrupted) out += "\nstopped before the end; the same command goes on from here";
  return out;
}

int ingest(Session& session, const std::vector<std::string>& paths, engine::IngestOptions options) {
  if (paths.empty() && options.feeds.empty())
    return fail(kUsage, "no PATH is named: give files, folders or addresses, or a feed with --feed");
  const auto reader = engine::Reader::make(session.options);
  if (!reader) return fail(kWorld, reader.error().message);
  catch_interrupt();
  remember_beside(session.ledger, options.web);
  options.cancelled = interrupted;
  const auto store = store::Store::open(session.ledger, store::Store::Mode::create);
  if (!store) return fail(kWorld, store.error().message);
  const auto done = ingest_in_sight(*reader.value(), *store.value(), paths, options);
  if (!done) return fail(kWorld, done.error().message);
  const engine::IngestSummary& summary = done.value();
  write_line(summary_text(summary, session.ledger));
  if (summary.interrupted) return kInterrupted;
  return summary.errors > 0 ? kTrouble : kWell;
}

}  // namespace

void add_ingest(CLI::App& app, Session& session) {
  struct Arguments {
    std::vector<std::string> paths;
    engine::IngestOptions options;
  };
  const auto arguments = std::make_shared<Arguments>();
  CLI::App& command =
      session.add_command(app, "ingest", "Read pages into the ledger",
                          {"qanat ingest news/", "qanat ingest crawl-2024.jsonl.gz more.txt --ledger crawl.qanat",
                           "qanat ingest - < page.txt", "qanat ingest --feed https://paper.example/rss.xml"},
                          [&session, arguments] { return ingest(session, arguments->paths, arguments->options); });
  command.add_option(
      "PATH", arguments->paths,
      "files, folders and http(s) addresses: text, HTML, JSON lines, WARC, WET, RSS or Atom, also gzip or "
      "zstd, told by content; - is standard input");
  command
      .add_option("--feed", arguments->options.feeds,
                  "an RSS or Atom feed's address: reads the pages of its items that were not read before")
      ->type_name("URL");
  add_web(command, arguments->options.web);
  command.add_option("--threads", arguments->options.threads, "threads that read; 0: one a core")
      ->type_name("N")
      ->check(at_least_zero());
  session.add_ledger(command);
  session.add_reader(command);
}

}  // namespace qanat::cli
