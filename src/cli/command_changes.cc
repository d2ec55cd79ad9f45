#include "api/api.h"
#include "cli/commands.h"
#include "cli/filters.h"
#include "cli/table.h"
#include "cli/view.h"

namespace qanat::cli {
namespace {

// "absent -> ongoing"; only what there is.
std::string turn_text(const ledger::Change& change) {
  if (change.before.empty()) return change.after;
  return change.before + " -> " + (change.after.empty() ? "-" : change.after);
}

int changes(Session& session, const Filters& filters, std::int64_t after) {
  const auto filter = filters.filter(session);
  if (!filter) return fail(kUsage, filter.error().message);
  const auto store = session.open_ledger();
  if (!store) return fail(kWorld, store.error().message);
  const auto rows = store.value()->changes(after, filter.value());
  if (!rows) return fail(kWorld, rows.error().message);
  if (session.json) {
    for (const store::ChangeRow& row : rows.value()) write_json(api::change_json(row));
    return kWell;
  }
  Table table({{"SEQ", Column::Keep::all, true},
               {"CHANGE"},
               {"CHANNEL ID"},
               {"STATUS"},
               {"PUBLISHED"},
               {"ARTICLE", Column::Keep::tail}});
  for (const store::ChangeRow& row : rows.value()) {
    const auto state = report::state_from(row.change.after);
    table.row({std::to_string(row.seq), ledger::to_string(row.change.kind), row.change.channel,
               Cell(turn_text(row.change), state ? style_of(*state) : Style::plain), day_text(row.published),
               row.article});
  }
  if (table.empty())
    remark("no change matches");
  else
    write_output(table.text(Screen::standard_output()));
  return kWell;
}

}  // namespace

void add_changes(CLI::App& app, Session& session) {
  struct Arguments {
    Filters filters;
    std::int64_t after = 0;
  };
  const auto arguments = std::make_shared<Arguments>();
  CLI::App& command =
      session.add_command(app, "changes", "What newly read articles altered, oldest first",
                          {"qanat changes", "qanat changes --after 120 --json", "qanat changes --party IRN"},
                          [&session, arguments] { return changes(session, arguments->filters, arguments->after); });
  command.add_option("--after", arguments->after, "only what came after the change with this SEQ")->type_name("SEQ");
  arguments->filters.add(command);
  session.add_json(command);
  session.add_ledger(command);
  session.add_lexicon(command);
}

}  // namespace qanat::cli
