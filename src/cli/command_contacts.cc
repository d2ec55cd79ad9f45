#include <algorithm>
#include <set>

#include "api/api.h"
#include "cli/commands.h"
#include "cli/filters.h"
#include "cli/table.h"
#include "cli/view.h"

namespace qanat::cli {
namespace {

struct Row {
  const ledger::Channel* channel = nullptr;
  const ledger::Contact* contact = nullptr;

  std::optional<Date> day() const { return contact->time ? contact->time->first : contact->reported; }
};

// Newest first; what has no date comes last.
bool before(const Row& a, const Row& b) {
  if (a.day() != b.day()) return a.day() > b.day();
  return a.contact->id < b.contact->id;
}

int contacts(Session& session, const Filters& filters) {
  const auto asked = filters.filter(session);
  if (!asked) return fail(kUsage, asked.error().message);
  const store::Filter& filter = asked.value();
  const auto store = session.open_ledger();
  if (!store) return fail(kWorld, store.error().message);

  store::Filter of_channel = filter;
  of_channel.limit = 0;
  const auto channels = store.value()->channels(of_channel);
  if (!channels) return fail(kWorld, channels.error().message);
  // Who told of a contact stands in its reports alone.
  std::set<std::string> told;
  if (!filter.publisher.empty()) {
    store::Filter of_report;
    of_report.publisher = filter.publisher;
    const auto reports = store.value()->reports(of_report);
    if (!reports) return fail(kWorld, reports.error().message);
    for (const store::ReportRow& row : reports.value()) told.insert(row.id);
  }
  const auto wanted = [&](const ledger::Contact& contact) {
    if (!passes(filter, contact)) return false;
    if (filter.publisher.empty()) return true;
    return std::any_of(contact.entries.begin(), contact.entries.end(),
                       [&](const auto& id) { return told.contains(id); });
  };
  std::vector<Row> rows;
  for (const ledger::Channel& channel : channels.value()) {
    for (const ledger::Contact& contact : channel.contacts) {
      if (wanted(contact)) rows.push_back({&channel, &contact});
    }
  }
  std::sort(rows.begin(), rows.end(), before);
  if (filter.limit > 0 && rows.size() > static_cast<std::size_t>(filter.limit))
    rows.resize(static_cast<std::size_t>(filter.limit));

  if (session.json) {
    for (const Row& row : rows) write_json(api::contact_json(row.channel->key, *row.contact));
    return kWell;
  }
  Table table({{"CHANNEL ID"},
               {"WHEN"},
               {"STATUS"},
               {"FORM"},
               {"PARTIES", Column::Keep::head},
               {"PLACE", Column::Keep::head},
               {"ORIGINS", Column::Keep::all, true}});
  for (const Row& row : rows)
    table.row({row.channel->key.id(), when_text(*row.contact), state_cell(row.contact->state),
               report::to_string(row.contact->form), parties_text(row.contact->parties), row.contact->place,
               std::to_string(row.contact->origins)});
  if (table.empty())
    remark("no contact matches");
  else
    write_output(table.text(Screen::standard_output()));
  return kWell;
}

}  // namespace

void add_contacts(CLI::App& app, Session& session) {
  const auto filters = std::make_shared<Filters>();
  CLI::App& command =
      session.add_command(app, "contacts", "Meetings, calls, visits and the like: a row a contact, newest first",
                          {"qanat contacts --limit 20", "qanat contacts --party Egypt --from 2018-05 --to 2018-06",
                           "qanat contacts --person لافروف --status held --json"},
                          [&session, filters] { return contacts(session, *filters); });
  command.footer(command.get_footer() + "\n\nA ~ before a day: the time is not stated; it was reported on that day.");
  filters->add(command);
  session.add_json(command);
  session.add_ledger(command);
  session.add_lexicon(command);
}

}  // namespace qanat::cli
