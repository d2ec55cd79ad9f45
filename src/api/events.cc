// The ledger as event data: a row a contact, with our status and evidence beside the codes.
#include "api/events.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "api/csv.h"
#include "api/event_codes.h"
#include "api/select.h"
#include "api/tables.h"
#include "api/views.h"

namespace qanat::api {
namespace {

constexpr std::size_t kAtOnce = 512;  // rows whose reports are read together

// A cell: a list of texts, or a number.
struct Cell {
  std::string_view name;
  std::string text;
  long long number = -1;
  bool is_number = false;
};

class Row {
 public:
  void text(std::string_view name, std::string value) { cells_.push_back({name, std::move(value), 0, false}); }
  void number(std::string_view name, long long value) { cells_.push_back({name, {}, value, true}); }
  const std::vector<Cell>& cells() const { return cells_; }

 private:
  std::vector<Cell> cells_;
};

template <class Use>
std::string listed(const std::vector<report::Party>& parties, Use use) {
  std::string out;
  for (std::size_t i = 0; i < parties.size(); ++i) out.append(i == 0 ? "" : kBetween).append(use(parties[i]));
  return out;
}

struct Evidence {
  const store::ToldReport* best = nullptr;
  std::set<std::string> publishers;
  std::optional<Date> first;
};

Row row_of(const Book& book, const Names& names, const BookContact& place, const Evidence& evidence) {
  const BookChannel& channel = book.channels[place.channel];
  const ledger::Contact& c = channel.channel.contacts[place.contact];
  const EventCode code = event_code(c);
  const bool disputed = std::any_of(channel.channel.conflicts.begin(), channel.channel.conflicts.end(),
                                    [&](const ledger::Conflict& conflict) {
                                      const auto in = [&](const std::string& id) {
                                        return std::find(c.entries.begin(), c.entries.end(), id) != c.entries.end();
                                      };
                                      return in(conflict.left) || in(conflict.right);
                                    });
  Row row;
  row.text("event_id", channel.id + "-" + c.id);
  row.text("event_date", place.day ? place.day->iso() : "");
  row.text("event_date_end", c.time ? c.time->last.iso() : (place.day ? place.day->iso() : ""));
  row.text("date_basis", c.time ? "stated" : (place.day ? "reported" : ""));
  row.text("plover_event_type", code.plover);
  row.text("plover_event_mode", code.mode);
  row.text("cameo_code", code.cameo);
  row.text("actor_codes", listed(c.parties, [&](const auto& p) { return cameo_actor(names.lexicon(), p); }));
  row.text("actors", listed(c.parties, [](const report::Party& p) { return p.actor; }));
  row.text("actor_names", listed(c.parties, [&](const report::Party& p) {
             const Name name = names.actor(p.actor);
             return name.en.empty() ? name.ar : name.en;
           }));
  row.text("roles", listed(c.parties, [](const report::Party& p) { return p.role; }));
  row.text("persons", listed(c.parties, [](const report::Party& p) { return p.person; }));
  row.text("parts", listed(c.parties, [](const auto& p) { return std::string(report::to_string(p.part)); }));
  row.text("status", report::to_string(c.state));
  row.text("form", report::to_string(c.form));
  row.text("rank", channel.channel.key.rank);
  row.text("mechanism", channel.channel.key.mechanism);
  row.text("place", c.place);
  row.text("condition", c.condition);
  row.text("channel_id", channel.id);
  row.number("reports", static_cast<long long>(c.entries.size()));
  row.number("origins", c.origins);
  row.number("disputed", disputed ? 1 : 0);
  row.text("first_published", evidence.first ? evidence.first->iso() : "");
  std::string publishers;
  for (const std::string& p : evidence.publishers) publishers.append(publishers.empty() ? "" : kBetween).append(p);
  row.text("publishers", publishers);
  const store::ToldReport* told = evidence.best;
  const report::Report* report = told == nullptr ? nullptr : &told->row.entry.report;
  const bool speaks = report != nullptr && report->speaker;
  row.text("speaker", speaks ? party_text(*report->speaker) : "");
  row.text("speaker_code", speaks ? cameo_actor(names.lexicon(), *report->speaker) : "");
  row.text("via", report != nullptr ? report->via : "");
  row.text("quote", report != nullptr && !report->evidence.empty() ? report->evidence.front().quote : "");
  row.text("report_id", told != nullptr ? told->row.id : "");
  row.text("article", told != nullptr ? told->row.article : "");
  row.text("url", told != nullptr ? told->url : "");
  return row;
}

std::string csv_of(const Row& row) {
  CsvWriter csv(false);
  for (const Cell& cell : row.cells()) {
    if (cell.is_number)
      csv.number(cell.number);
    else
      csv.text(cell.text);
  }
  return csv.take();
}

std::string head_of(const Row& row) {
  CsvWriter csv(false);
  for (const Cell& cell : row.cells()) csv.text(cell.name);
  return csv.take();
}

std::string json_of(const Row& row) {
  JsonWriter w;
  w.begin_object();
  for (const Cell& cell : row.cells()) {
    if (cell.is_number)
      w.member(cell.name, cell.number);
    else
      w.text_or_null(cell.name, cell.text);
  }
  w.end_object();
  return w.take();
}

Evidence evidence_of(const Book& book, const ledger::Contact& contact,
                     const std::unordered_map<std::string_view, const store::ToldReport*>& told) {
  Evidence out;
  const auto best = told.find(contact.entries.front());
  if (best != told.end()) out.best = best->second;
  for (const std::string& id : contact.entries) {
    const Index r = book.report(id);
    if (r == kNone) continue;
    const ledger::Entry& e = book.reports[r].entry;
    if (!e.publisher.empty()) out.publishers.insert(e.publisher);
    if (e.published && (!out.first || *e.published < *out.first)) out.first = e.published;
  }
  return out;
}

}  // namespace

Status write_events(const Book& book, const Names& names, store::Store& store, const std::vector<BookContact>& contacts,
                    EventFormat format, const std::function<void(std::string_view)>& line) {
  if (format == EventFormat::csv) {
    // The names of the columns come from a row, so that they cannot differ.
    Book empty;
    empty.channels.emplace_back().channel.contacts.emplace_back();
    line(head_of(row_of(empty, names, {}, {})));
  }
  for (std::size_t begin = 0; begin < contacts.size(); begin += kAtOnce) {
    const std::size_t end = std::min(contacts.size(), begin + kAtOnce);
    const auto contact_of = [&](std::size_t i) -> const ledger::Contact& {
      return book.channels[contacts[i].channel].channel.contacts[contacts[i].contact];
    };
    std::vector<std::string> ids;
    for (std::size_t i = begin; i < end; ++i) ids.push_back(contact_of(i).entries.front());
    const auto read = store.told(ids);
    if (!read) return read.error();
    std::unordered_map<std::string_view, const store::ToldReport*> told;
    for (const store::ToldReport& t : read.value()) told.emplace(t.row.id, &t);
    for (std::size_t i = begin; i < end; ++i) {
      const Row row = row_of(book, names, contacts[i], evidence_of(book, contact_of(i), told));
      line(format == EventFormat::csv ? csv_of(row) : json_of(row));
    }
  }
  return Done{};
}

Status export_events(store::Store& store, const lexicon::Lexicon& lexicon, const store::Filter& filter,
                     EventFormat format, const std::function<void(std::string_view)>& line) {
  const auto book = make_book(store, 1);
  if (!book) return book.error();
  // The caller keeps the lexicon for as long as this runs.
  const Names names(std::shared_ptr<const lexicon::Lexicon>(std::shared_ptr<void>(), &lexicon));
  const Selection selection(*book.value(), filter);
  std::vector<BookContact> contacts;
  for (const BookContact& c : book.value()->contacts) {
    const BookChannel& channel = book.value()->channels[c.channel];
    if (!selection.contact(channel, channel.channel.contacts[c.contact])) continue;
    contacts.push_back(c);
    if (filter.limit > 0 && contacts.size() >= static_cast<std::size_t>(filter.limit)) break;
  }
  return write_events(*book.value(), names, store, contacts, format, line);
}

}  // namespace qanat::api
