#include "api/api.h"
#include "cli/commands.h"
#include "cli/filters.h"
#include "cli/table.h"
#include "cli/view.h"

namespace qanat::cli {
namespace {

int reports(Session& session, const Filters& filters) {
  const auto filter = filters.filter(session);
  if (!filter) return fail(kUsage, filter.error().message);
  const auto store = session.open_ledger();
  if (!store) return fail(kWorld, store.error().message);
  const auto rows = store.value()->reports(filter.value());
  if (!rows) return fail(kWorld, rows.error().message);
  if (session.json) {
    for (const store::ReportRow& row : rows.value()) write_json(api::report_json(row));
    return kWell;
  }
  Table table({{"CHANNEL ID"},
               {"PUBLISHED"},
               {"STATUS"},
               {"FORM"},
               {"SENTENCE", Column::Keep::head},
               {"PUBLISHER", Column::Keep::head},
               {"ARTICLE", Column::Keep::tail}});
  for (const store::ReportRow& row : rows.value()) {
    const report::Report& report = row.entry.report;
    table.row({row.channel, day_text(row.entry.published), state_cell(report.state), report::to_string(report.form),
               report.evidence.empty() ? "" : report.evidence.front().quote, row.entry.publisher, row.article});
  }
  if (table.empty())
    remark("no report matches");
  else
    write_output(table.text(Screen::standard_output()));
  return kWell;
}

int conflicts(Session& session, const Filters& filters) {
  const auto filter = filters.filter(session);
  if (!filter) return fail(kUsage, filter.error().message);
  const auto store = session.open_ledger();
  if (!store) return fail(kWorld, store.error().message);
  const auto rows = store.value()->conflicts(filter.value());
  if (!rows) return fail(kWorld, rows.error().message);
  if (rows.value().empty() && !session.json) remark("no conflict matches");
  const Screen screen = Screen::standard_output();
  Witnesses witnesses(*store.value());
  bool first = true;
  for (const ledger::Conflict& conflict : rows.value()) {
    const auto left = store.value()->report(conflict.left);
    if (!left) return fail(kWorld, left.error().message);
    const auto right = store.value()->report(conflict.right);
    if (!right) return fail(kWorld, right.error().message);
    if (session.json) {
      write_json(api::conflict_json(conflict, left.value(), right.value()));
      continue;
    }
    if (!first) write_output("\n");
    first = false;
    const std::string channel = ledger::key_of(left.value().entry.report).text() + "  " + conflict.channel;
    write_output(paragraph(screen, channel, 0, Style::bold) +
                 witnesses.show(screen, conflict, left.value(), right.value()));
  }
  return kWell;
}

}  // namespace

void add_reports(CLI::App& app, Session& session) {
  const auto filters = std::make_shared<Filters>();
  CLI::App& command =
      session.add_command(app, "reports", "What single articles say: a row a report, with its sentence",
                          {"qanat reports --party SYR --status refused",
                           "qanat reports --publisher RT --from 2024 --json", "qanat reports --channel 3f2a"},
                          [&session, filters] { return reports(session, *filters); });
  filters->add(command);
  session.add_json(command);
  session.add_ledger(command);
  session.add_lexicon(command);
}

void add_conflicts(CLI::App& app, Session& session) {
  const auto filters = std::make_shared<Filters>();
  CLI::App& command =
      session.add_command(app, "conflicts", "Reports that cannot both hold, side by side with sentence and speaker",
                          {"qanat conflicts", "qanat conflicts --party USA --party Russia --json"},
                          [&session, filters] { return conflicts(session, *filters); });
  filters->add(command);
  session.add_json(command);
  session.add_ledger(command);
  session.add_lexicon(command);
}

}  // namespace qanat::cli
