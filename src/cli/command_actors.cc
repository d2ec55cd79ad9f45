#include <algorithm>

#include "api/api.h"
#include "cli/commands.h"
#include "cli/filters.h"
#include "cli/table.h"

namespace qanat::cli {
namespace {

constexpr std::size_t kPersonsShown = 5;

int actors(Session& session, const Filters& filters) {
  const auto filter = filters.filter(session);
  if (!filter) return fail(kUsage, filter.error().message);
  const auto lexicon = session.open_lexicon();
  if (!lexicon) return fail(kWorld, lexicon.error().message);
  const auto store = session.open_ledger();
  if (!store) return fail(kWorld, store.error().message);
  auto found = store.value()->actors();
  if (!found) return fail(kWorld, found.error().message);
  std::vector<store::ActorRow> rows = std::move(*found);
  const auto& wanted = filter.value().parties;
  if (!wanted.empty())
    std::erase_if(rows,
                  [&](const auto& row) { return std::find(wanted.begin(), wanted.end(), row.actor) == wanted.end(); });
  const auto limit = static_cast<std::size_t>(filter.value().limit);
  if (limit > 0 && rows.size() > limit) rows.resize(limit);

  Table table({{"ACTOR", Column::Keep::head},
               {"NAME", Column::Keep::head},
               {"CHANNELS", Column::Keep::all, true},
               {"REPORTS", Column::Keep::all, true},
               {"PERSONS", Column::Keep::head}});
  for (const store::ActorRow& row : rows) {
    const lexicon::Entry* entry = lexicon.value()->actor(row.actor);
    const std::string name = entry == nullptr ? "" : entry->label;
    if (session.json) {
      write_json(api::actor_json(row, name));
      continue;
    }
    std::string persons;
    for (std::size_t i = 0; i < std::min(row.persons.size(), kPersonsShown); ++i)
      persons += (i > 0 ? "، " : "") + row.persons[i];
    table.row({row.actor, name, std::to_string(row.channels), std::to_string(row.reports), persons});
  }
  if (session.json) return kWell;
  if (table.empty())
    remark("no actor matches");
  else
    write_output(table.text(Screen::standard_output()));
  return kWell;
}

}  // namespace

void add_actors(CLI::App& app, Session& session) {
  const auto filters = std::make_shared<Filters>();
  CLI::App& command = session.add_command(
      app, "actors", "Who is in the ledger, with the persons named; `qanat channels --party ACTOR` goes on from here",
      {"qanat actors --limit 20", "qanat actors --party Lebanon --json"},
      [&session, filters] { return actors(session, *filters); });
  filters->add_party(command);
  filters->add_limit(command);
  session.add_json(command);
  session.add_ledger(command);
  session.add_lexicon(command);
}

}  // namespace qanat::cli
