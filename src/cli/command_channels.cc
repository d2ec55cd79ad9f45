#include <algorithm>

#include "api/api.h"
#include "cli/commands.h"
#include "cli/filters.h"
#include "cli/table.h"
#include "cli/view.h"

namespace qanat::cli {
namespace {

// The channels as of a day: those heard of by then, in one of the wanted states on that day.
std::vector<ledger::Channel> as_of(std::vector<ledger::Channel> channels, Date day, const store::Filter& filter) {
  const auto left_out = [&](const ledger::Channel& channel) {
    const auto phase = channel.as_of(day);
    if (!phase) return true;
    const auto& states = filter.states;
    return !states.empty() && std::find(states.begin(), states.end(), report::to_string(phase->state)) == states.end();
  };
  channels.erase(std::remove_if(channels.begin(), channels.end(), left_out), channels.end());
  return channels;
}

int channels(Session& session, const Filters& filters, const std::string& day_text_wanted) {
  const auto filter = filters.filter(session);
  if (!filter) return fail(kUsage, filter.error().message);
  std::optional<Date> day;
  if (!day_text_wanted.empty()) {
    const auto when = when_from(day_text_wanted);
    if (!when) return fail(kUsage, when.error().message);
    day = when.value().last;
  }
  const auto store = session.open_ledger();
  if (!store) return fail(kWorld, store.error().message);
  store::Filter asked = filter.value();
  if (day) {
    asked.states.clear();
    asked.limit = 0;
  }
  auto found = store.value()->channels(asked);
  if (!found) return fail(kWorld, found.error().message);
  std::vector<ledger::Channel> rows = std::move(*found);
  if (day) {
    rows = as_of(std::move(rows), *day, filter.value());
    const auto limit = static_cast<std::size_t>(filter.value().limit);
    if (limit > 0 && rows.size() > limit) rows.resize(limit);
  }
  if (session.json) {
    for (const ledger::Channel& channel : rows) write_json(api::channel_json(channel, day));
    return kWell;
  }
  Table table({{"CHANNEL ID"},
               {"STATUS"},
               {"SINCE"},
               {"PARTIES", Column::Keep::head},
               {"ORIGINS", Column::Keep::all, true},
               {"CONFLICTS", Column::Keep::all, true},
               {"LAST"}});
  for (const ledger::Channel& channel : rows) {
    const auto phase = channel.as_of(day);
    const std::size_t conflicts = channel.conflicts.size();
    table.row({channel.key.id(), phase ? state_cell(phase->state) : Cell("-"),
               day_text(phase ? phase->since : std::nullopt), channel.key.text(), std::to_string(channel.origins),
               Cell(std::to_string(conflicts), conflicts > 0 ? Style::red : Style::dim), day_text(channel.last)});
  }
  if (table.empty()) {
    remark("no channel matches");
    return kWell;
  }
  write_output(table.text(Screen::standard_output()));
  return kWell;
}

}  // namespace

void add_channels(CLI::App& app, Session& session) {
  struct Arguments {
    Filters filters;
    std::string day;
  };
  const auto arguments = std::make_shared<Arguments>();
  CLI::App& command = session.add_command(
      app, "channels", "Who talks to whom: a row a channel, with its state",
      {"qanat channels", "qanat channels --party RUS --party Turkey",
       "qanat channels --party سوريا --status suspended,absent", "qanat channels --as-of 2017-02-08 --json"},
      [&session, arguments] { return channels(session, arguments->filters, arguments->day); });
  arguments->filters.add(command);
  command.add_option("--as-of", arguments->day, "the state on that day (or at the end of that month or year)")
      ->type_name("DAY");
  session.add_json(command);
  session.add_ledger(command);
  session.add_lexicon(command);
}

}  // namespace qanat::cli
