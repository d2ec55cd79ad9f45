// Whole listings for other programs: the same filters, no pages, no nesting.
#include <algorithm>

#include "api/csv.h"
#include "api/events.h"
#include "api/graph.h"
#include "api/lists.h"
#include "api/matrix.h"
#include "api/tables.h"
#include "api/views.h"
#include "api/xml.h"

namespace qanat::api {
namespace {

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out.append(out.empty() ? "" : kBetween).append(part);
  return out;
}

std::string iso(const std::optional<Date>& day) { return day ? day->iso() : std::string(); }
std::string iso(const std::optional<When>& when) { return when ? when->iso() : std::string(); }
std::string state(const std::optional<ledger::Phase>& phase) { return phase ? report::to_string(phase->state) : ""; }
std::string quote(const report::Report& report) { return report.evidence.empty() ? "" : report.evidence.front().quote; }

std::string parties(const std::vector<report::Party>& list) {
  std::string out;
  for (const report::Party& p : list) out.append(out.empty() ? "" : kBetween).append(party_text(p));
  return out;
}

Answer table(CsvWriter& csv, const char* name) {
  Answer out;
  out.type = "text/csv; charset=utf-8";
  out.body = csv.take();
  out.filename = name;
  return out;
}

}  // namespace

std::string party_text(const report::Party& party) {
  std::string out = party.actor;
  if (!party.role.empty()) out.append(" ").append(party.role);
  if (!party.person.empty()) out.append(" ").append(party.person);
  if (party.part != report::Part::party) out.append(" (").append(report::to_string(party.part)).append(")");
  return out;
}

Answer channels_csv(Call& call) {
  CsvWriter csv(call.params.flag("bom"));
  const ChannelList list = list_channels(call, false);
  if (call.params.trouble()) return *call.params.trouble();
  csv.head({"id", "channel", "actors", "mechanism", "rank", "status", "since", "previous_status", "first", "last",
            "contacts", "conflicts", "reports", "origins"});
  for (const Index i : list.channels) {
    const BookChannel& c = call.book.channels[i];
    const Standing now = standing(c.channel, list.day);
    csv.text(c.id).text(c.text).text(joined(c.channel.key.actors)).text(c.channel.key.mechanism);
    csv.text(c.channel.key.rank).text(state(now.phase)).text(iso(now.phase ? now.phase->since : std::nullopt));
    csv.text(state(now.before)).text(iso(c.channel.first)).text(iso(c.channel.last));
    csv.number(static_cast<long long>(c.channel.contacts.size()));
    csv.number(static_cast<long long>(c.channel.conflicts.size()));
    csv.number(c.channel.entries).number(c.channel.origins).end_row();
  }
  return table(csv, "channels.csv");
}

Answer contacts_csv(Call& call) {
  CsvWriter csv(call.params.flag("bom"));
  const std::vector<BookContact> list = list_contacts(call);
  if (call.params.trouble()) return *call.params.trouble();
  csv.head({"id", "channel_id", "channel", "form", "status", "time", "reported", "place", "condition", "parties",
            "reports", "origins"});
  for (const BookContact& b : list) {
    const BookChannel& channel = call.book.channels[b.channel];
    const ledger::Contact& c = channel.channel.contacts[b.contact];
    csv.text(c.id).text(channel.id).text(channel.text).text(report::to_string(c.form)).text(report::to_string(c.state));
    csv.text(iso(c.time)).text(iso(c.reported)).text(c.place).text(c.condition).text(parties(c.parties));
    csv.number(static_cast<long long>(c.entries.size())).number(c.origins).end_row();
  }
  return table(csv, "contacts.csv");
}

Answer reports_csv(Call& call) {
  CsvWriter csv(call.params.flag("bom"));
  const std::vector<Index> list = list_reports(call);
  if (call.params.trouble()) return *call.params.trouble();
  std::vector<std::string> ids;
  ids.reserve(list.size());
  for (const Index i : list) ids.push_back(call.book.reports[i].entry.id);
  const auto told = call.store.told(ids);
  if (!told) return unavailable(told.error().message);
  csv.head({"id", "article", "channel_id", "publisher", "published", "published_by", "origin", "form", "status",
            "parties", "channel", "place", "time", "speaker", "via", "condition", "quote", "title", "url"});
  for (const store::ToldReport& t : told.value()) {
    const ledger::Entry& e = t.row.entry;
    const report::Report& r = e.report;
    csv.text(t.row.id).text(t.row.article).text(t.row.channel).text(e.publisher).text(iso(e.published));
    csv.text(e.published && t.method != article::DateMethod::none ? article::to_string(t.method) : "").text(e.origin);
    csv.text(report::to_string(r.form)).text(report::to_string(r.state)).text(parties(r.parties)).text(r.channel);
    csv.text(r.place).text(iso(r.time)).text(r.speaker ? party_text(*r.speaker) : "").text(r.via).text(r.condition);
    csv.text(quote(r)).text(t.title).text(t.url).end_row();
  }
  return table(csv, "reports.csv");
}

Answer conflicts_csv(Call& call) {
  CsvWriter csv(call.params.flag("bom"));
  const std::vector<BookConflict> list = list_conflicts(call);
  if (call.params.trouble()) return *call.params.trouble();
  Witnesses witnesses(call);
  for (const BookConflict& b : list) {
    witnesses.want(call.book.reports[b.left].entry.id);
    witnesses.want(call.book.reports[b.right].entry.id);
  }
  if (const auto read = witnesses.read(); !read) return unavailable(read.error().message);
  csv.head({"id", "channel_id", "channel", "left_status", "left_published", "left_publisher", "left_speaker",
            "left_quote", "left_article", "right_status", "right_published", "right_publisher", "right_speaker",
            "right_quote", "right_article"});
  for (const BookConflict& b : list) {
    const BookChannel& channel = call.book.channels[b.channel];
    const ledger::Conflict& c = channel.channel.conflicts[b.conflict];
    csv.text(c.id).text(channel.id).text(channel.text);
    for (const auto& [id, said] : {std::pair(c.left, c.left_state), std::pair(c.right, c.right_state)}) {
      const store::ToldReport* told = witnesses.get(id);
      csv.text(report::to_string(said));
      if (told == nullptr) {
        csv.text("").text("").text("").text("").text("");
        continue;
      }
      const ledger::Entry& e = told->row.entry;
      csv.text(iso(e.published)).text(e.publisher).text(e.report.speaker ? party_text(*e.report.speaker) : "");
      csv.text(quote(e.report)).text(told->row.article);
    }
    csv.end_row();
  }
  return table(csv, "conflicts.csv");
}

Answer changes_csv(Call& call) {
  CsvWriter csv(call.params.flag("bom"));
  const store::Filter filter = call.params.filter();
  if (call.params.trouble()) return *call.params.trouble();
  const auto rows = list_changes(call, filter, 0, false, 0);
  if (!rows) return unavailable(rows.error().message);
  csv.head({"seq", "change", "channel_id", "channel", "subject", "before", "after", "article", "published"});
  for (const store::ChangeRow& row : rows.value()) {
    const Index channel = call.book.channel(row.change.channel);
    csv.number(row.seq).text(ledger::to_string(row.change.kind)).text(row.change.channel);
    csv.text(channel == kNone ? "" : call.book.channels[channel].text).text(row.change.subject);
    csv.text(row.change.before).text(row.change.after).text(row.article).text(iso(row.published)).end_row();
  }
  return table(csv, "changes.csv");
}

Answer actors_csv(Call& call) {
  CsvWriter csv(call.params.flag("bom"));
  csv.head({"actor", "name_ar", "name_en", "kind", "channels", "reports", "persons"});
  for (const BookActor& a : call.book.actors) {
    const Name name = call.names.actor(a.actor);
    std::vector<std::string> persons;
    for (const Index p : a.persons) persons.push_back(call.book.persons[p].name);
    csv.text(a.actor).text(name.ar).text(name.en).text(call.names.kind(a.actor));
    csv.number(static_cast<long long>(a.channels.size())).number(a.reports).text(joined(persons)).end_row();
  }
  return table(csv, "actors.csv");
}

Answer persons_csv(Call& call) {
  CsvWriter csv(call.params.flag("bom"));
  const std::vector<Index> list = list_persons(call);
  if (call.params.trouble()) return *call.params.trouble();
  csv.head({"person", "actor", "roles", "reports", "channels", "first", "last"});
  for (const Index i : list) {
    const BookPerson& p = call.book.persons[i];
    std::vector<std::string> roles;
    for (const auto& [role, times] : p.roles) roles.push_back(role);
    csv.text(p.name).text(p.actor).text(joined(roles)).number(p.reports).number(p.channels);
    csv.text(iso(p.first)).text(iso(p.last)).end_row();
  }
  return table(csv, "persons.csv");
}

Answer articles_csv(Call& call) {
  CsvWriter csv(call.params.flag("bom"));
  const std::vector<Index> list = list_articles(call);
  if (call.params.trouble()) return *call.params.trouble();
  std::vector<std::int64_t> numbers;
  numbers.reserve(list.size());
  for (const Index i : list) numbers.push_back(call.book.articles[i].number);
  const auto rows = call.store.articles(numbers);
  if (!rows) return unavailable(rows.error().message);
  csv.head({"id", "page", "url", "title", "publisher", "language", "published", "published_by", "credit", "tags",
            "origin", "copies"});
  for (const store::ArticleRow& a : rows.value()) {
    const bool known = a.published.date && a.published.method != article::DateMethod::none;
    csv.text(a.id)
        .text(a.page)
        .text(a.url)
        .text(a.title)
        .text(a.publisher)
        .text(a.language)
        .text(iso(a.published.date));
    csv.text(known ? article::to_string(a.published.method) : "").text(joined(a.credit)).text(joined(a.tags));
    csv.text(a.origin).number(static_cast<long long>(a.copies.size())).end_row();
  }
  return table(csv, "articles.csv");
}

Answer matrix_csv(Call& call) {
  CsvWriter csv(call.params.flag("bom"));
  const Matrix matrix = make_matrix(call, 0);
  if (call.params.trouble()) return *call.params.trouble();
  std::vector<std::string> names = {"a", "b", "status", "contacts", "origins", "conflicts", "last"};
  for (const Date day : matrix.periods) names.push_back(day.iso());
  csv.head({names.begin(), names.end()});
  for (const auto& [pair, cell] : matrix.cells) {
    csv.text(pair.first).text(pair.second).text(cell.status ? report::to_string(*cell.status) : "");
    csv.number(static_cast<long long>(cell.contacts)).number(cell.origins);
    csv.number(static_cast<long long>(cell.conflicts)).text(iso(cell.last));
    for (const std::size_t count : cell.counts) csv.number(static_cast<long long>(count));
    csv.end_row();
  }
  return table(csv, "matrix.csv");
}

Answer graph_graphml(Call& call) {
  const Graph graph = make_graph(call, 0);
  if (call.params.trouble()) return *call.params.trouble();
  XmlWriter x;
  x.begin("graphml", {{"xmlns", "http://graphml.graphdrawing.org/xmlns"}});
  const auto declare = [&](std::string_view of, std::string_view name, std::string_view type) {
    x.empty("key", {{"id", name}, {"for", of}, {"attr.name", name}, {"attr.type", type}});
  };
  for (const char* name : {"kind", "actor", "name_ar", "name_en"}) declare("node", name, "string");
  for (const char* name : {"status", "rank", "last"}) declare("edge", name, "string");
  for (const char* name : {"origins", "contacts", "conflicts", "channels"}) declare("all", name, "int");
  const auto data = [&](std::string_view key, std::string_view value) {
    if (!value.empty()) x.element("data", value, {{"key", key}});
  };
  x.begin("graph", {{"id", "qanat"}, {"edgedefault", "undirected"}});
  for (const Graph::Node& n : graph.nodes) {
    const Name name = n.person.empty() ? call.names.actor(n.actor) : Name{n.person, {}};
    x.begin("node", {{"id", n.id}});
    data("kind", n.person.empty() ? "actor" : "person");
    data("actor", n.actor);
    data("name_ar", name.ar);
    data("name_en", name.en);
    data("origins", std::to_string(n.origins));
    data("channels", std::to_string(n.channels));
    x.end();
  }
  for (const Graph::Edge& e : graph.edges) {
    const Graph::Channel& latest = e.channels[e.latest];
    x.begin("edge", {{"source", graph.nodes[e.a].id}, {"target", graph.nodes[e.b].id}});
    data("status", state(latest.now));
    data("rank", call.book.channels[e.channels.front().channel].channel.key.rank);
    data("last", iso(call.book.channels[latest.channel].channel.last));
    data("origins", std::to_string(e.origins));
    data("contacts", std::to_string(e.contacts));
    data("conflicts", std::to_string(e.conflicts));
    data("channels", std::to_string(e.channels.size()));
    x.end();
  }
  x.end().end();
  Answer out;
  out.type = "application/graphml+xml";
  out.body = x.take();
  out.filename = "graph.graphml";
  return out;
}

namespace {

Answer events(Call& call, EventFormat format) {
  const std::vector<BookContact> list = list_contacts(call);
  const bool mark = format == EventFormat::csv && call.params.flag("bom");
  if (call.params.trouble()) return *call.params.trouble();
  Answer out;
  if (mark) out.body = "\xEF\xBB\xBF";
  const auto written = write_events(call.book, call.names, call.store, list, format, [&](std::string_view line) {
    out.body.append(line).append(format == EventFormat::csv ? "\r\n" : "\n");
  });
  if (!written) return unavailable(written.error().message);
  out.type = format == EventFormat::csv ? "text/csv; charset=utf-8" : "application/jsonl";
  out.filename = format == EventFormat::csv ? "events.csv" : "events.jsonl";
  return out;
}

}  // namespace

Answer events_csv(Call& call) { return events(call, EventFormat::csv); }
Answer events_jsonl(Call& call) { return events(call, EventFormat::jsonl); }

Answer ledger_jsonl(Call& call) {
  Answer out;
  const auto written = call.store.export_lines([&](std::string_view line) { out.body.append(line).append("\n"); });
  if (!written) return unavailable(written.error().message);
  out.type = "application/jsonl";
  out.filename = "ledger.jsonl";
  return out;
}

}  // namespace qanat::api
