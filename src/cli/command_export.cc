#include "api/api.h"
#include "cli/commands.h"
#include "cli/filters.h"
#include "cli/text.h"

namespace qanat::cli {
namespace {

struct ExportArguments {
  Filters filters;
  std::string format = "ledger";
};

int export_ledger(Session& session) {
  const auto store = session.open_ledger();
  if (!store) return fail(kWorld, store.error().message);
  const Status done = store.value()->export_lines([](std::string_view line) { write_json(line); });
  return done ? kWell : fail(kWorld, done.error().message);
}

int export_events(Session& session, const Filters& filters, api::EventFormat format) {
  const auto filter = filters.filter(session);
  if (!filter) return fail(kUsage, filter.error().message);
  const auto lexicon = session.open_lexicon();
  if (!lexicon) return fail(kWorld, lexicon.error().message);
  const auto store = session.open_ledger();
  if (!store) return fail(kWorld, store.error().message);
  const auto line = [&](std::string_view text) {
    if (format == api::EventFormat::jsonl)
      write_json(text);
    else
      write_line(clean(text));
  };
  const Status done = api::export_events(*store.value(), *lexicon.value(), filter.value(), format, line);
  return done ? kWell : fail(kWorld, done.error().message);
}

int export_as(Session& session, const ExportArguments& arguments) {
  if (arguments.format == "events-csv") return export_events(session, arguments.filters, api::EventFormat::csv);
  if (arguments.format == "events-jsonl") return export_events(session, arguments.filters, api::EventFormat::jsonl);
  if (arguments.filters.given())
    return fail(kUsage,
                "the whole ledger is exported, without filters; they are for --format events-csv and events-jsonl");
  return export_ledger(session);
}

}  // namespace

void add_export(CLI::App& app, Session& session) {
  const auto arguments = std::make_shared<ExportArguments>();
  CLI::App& command = session.add_command(app, "export",
                                          "The whole ledger as JSON lines: the same pages give the same bytes, in "
                                          "whatever order they came; or its contacts "
                                          "as event data",
                                          {"qanat export > ledger.jsonl", "qanat export | sha256sum",
                                           "qanat export --format events-csv --from 2018-05 > events.csv"},
                                          [&session, arguments] { return export_as(session, *arguments); });
  command
      .add_option("--format", arguments->format,
                  "ledger; or events-csv, events-jsonl: PLOVER and CAMEO codes, a row a contact (docs/events.md)")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"ledger", "events-csv", "events-jsonl"}).description(""));
  arguments->filters.add(command);
  session.add_json(command);
  session.add_ledger(command);
  session.add_lexicon(command);
}

}  // namespace qanat::cli
