// What newly read articles altered: as a listing, and as a feed to subscribe to.
#include "api/lists.h"
#include "api/rows.h"
#include "api/target.h"
#include "api/views.h"
#include "api/xml.h"

namespace qanat::api {
namespace {

constexpr int kEntries = 50;  // in a feed
constexpr int kMostEntries = 500;

std::string sentence_of(const store::ToldReport& told) {
  const auto& evidence = told.row.entry.report.evidence;
  return evidence.empty() ? std::string() : evidence.front().quote;
}

// The report that a change stands on, as the book has it now.
std::string report_of(const Book& book, const store::ChangeRow& row) {
  const Index number = book.channel(row.change.channel);
  if (number == kNone) return {};
  const ledger::Channel& channel = book.channels[number].channel;
  for (const ledger::Contact& c : channel.contacts)
    if (c.id == row.change.subject && !c.entries.empty()) return c.entries.front();
  for (const ledger::Conflict& c : channel.conflicts)
    if (c.id == row.change.subject) return c.right;
  // A state: the phase of that state that the article told of.
  for (std::size_t i = channel.timeline.size(); i-- > 0;)
    if (report::to_string(channel.timeline[i].state) == row.change.after) return channel.timeline[i].entry;
  return {};
}

std::string title_of(const Names& names, const Book& book, const store::ChangeRow& row, bool arabic) {
  std::string out;
  const Index number = book.channel(row.change.channel);
  if (number != kNone) {
    const ledger::ChannelKey& key = book.channels[number].channel.key;
    for (const std::string& actor : key.actors) {
      const Name name = names.actor(actor);
      const std::string& called = arabic ? name.ar : name.en;
      out.append(out.empty() ? "" : " – ").append(called.empty() ? actor : called);
    }
    const Name mechanism = names.mechanism(key.mechanism);
    if (!key.mechanism.empty())
      out.append(arabic ? "، " : ", ").append(arabic || mechanism.en.empty() ? mechanism.ar : mechanism.en);
    else if (!key.rank.empty())
      out.append(arabic ? "، " : ", ").append(label("ranks", key.rank, arabic));
  }
  out.append(out.empty() ? "" : ": ").append(label("change_kinds", ledger::to_string(row.change.kind), arabic));
  if (!row.change.after.empty()) {
    out.append(" (");
    if (!row.change.before.empty()) out.append(label("statuses", row.change.before, arabic)).append(" → ");
    out.append(label("statuses", row.change.after, arabic)).append(")");
  }
  return out;
}

std::string day_and_hour(const std::optional<Date>& day) { return (day ? *day : Date{}).iso() + "T00:00:00Z"; }

}  // namespace

void write_change(JsonWriter& w, const Book& book, const store::ChangeRow& row) {
  w.begin_object();
  change_members(w, row);
  const Index number = book.channel(row.change.channel);
  w.text_or_null("channel", number == kNone ? "" : book.channels[number].text)
      .texts("actors", number == kNone ? std::vector<std::string>() : book.channels[number].channel.key.actors)
      .end_object();
}

Answer changes(Call& call) {
  const store::Filter filter = call.params.filter();
  const std::int64_t after = call.params.seq("after");
  const bool newest = call.params.flag("newest");
  const bool whole = call.params.is_whole();
  const auto limit =
      whole ? SIZE_MAX : static_cast<std::size_t>(call.params.number("limit", 1, kMostEntries, kEntries));
  const std::int64_t from = call.params.seq("cursor");
  if (call.params.trouble()) return *call.params.trouble();
  // The total is of all pages, so all of them are looked through.
  const auto found = list_changes(call, filter, after, newest, 0);
  if (!found) return unavailable(found.error().message);
  const auto& rows = found.value();
  Slice page;
  while (from > 0 && page.begin < rows.size() && (newest ? rows[page.begin].seq >= from : rows[page.begin].seq <= from))
    ++page.begin;
  page.end = page.begin + std::min(rows.size() - page.begin, limit);
  if (page.end < rows.size()) page.next = std::to_string(rows[page.end - 1].seq);
  JsonWriter w;
  w.begin_object();
  page_members(w, rows.size(), page, [&](std::size_t i) { write_change(w, call.book, rows[i]); });
  w.member("seq", call.book.surveyed.last_change).end_object();
  return json_answer(w.take());
}

Answer change_feed(Call& call) {
  store::Filter filter;
  filter.parties = call.params.parties();
  filter.channel = call.params.text("channel");
  const bool arabic = call.params.one_of("lang", {"ar", "en"}) == "ar";
  const auto limit = static_cast<std::size_t>(call.params.number("limit", 1, kMostEntries, kEntries));
  if (call.params.trouble()) return *call.params.trouble();
  const auto found = list_changes(call, filter, 0, true, limit);
  if (!found) return unavailable(found.error().message);
  const auto& rows = found.value();
  Witnesses witnesses(call);
  std::optional<Date> updated;
  for (const store::ChangeRow& row : rows) {
    if (const std::string id = report_of(call.book, row); !id.empty()) witnesses.want(id);
    updated = std::max(updated, row.published);
  }
  if (const auto read = witnesses.read(); !read) return unavailable(read.error().message);

  std::string about;  // of whom the feed tells
  for (const std::string& party : filter.parties) {
    const Name name = call.names.actor(party);
    const std::string& called = arabic ? name.ar : name.en;
    about.append(about.empty() ? ": " : " – ").append(called.empty() ? party : called);
  }
  if (const Index channel = call.book.channel(filter.channel); channel != kNone)
    about.append(": ").append(call.book.channels[channel].text);
  std::string self = "/api/v1/changes.atom?lang=" + std::string(arabic ? "ar" : "en");
  for (const std::string& party : filter.parties) self += "&party=" + percent_encoded(party);
  if (!filter.channel.empty()) self += "&channel=" + percent_encoded(filter.channel);

  XmlWriter x;
  x.begin("feed", {{"xmlns", "http://www.w3.org/2005/Atom"}, {"xml:lang", arabic ? "ar" : "en"}});
  x.element("id", "urn:qanat:feed:" + percent_encoded(self))
      .element("title", (arabic ? "قناة" : "Qanat") + about)
      .element("updated", day_and_hour(updated))
      .empty("link", {{"rel", "self"}, {"href", self}});
  x.begin("author").element("name", "Qanat").end();
  for (const store::ChangeRow& row : rows) {
    x.begin("entry");
    x.element("id", "urn:qanat:change:" + std::to_string(row.seq) + ":" + row.change.channel)
        .element("title", title_of(call.names, call.book, row, arabic))
        .element("updated", day_and_hour(row.published))
        .empty("link", {{"rel", "alternate"}, {"href", "/channel/" + percent_encoded(row.change.channel)}});
    const store::ToldReport* told = witnesses.get(report_of(call.book, row));
    std::string content = told == nullptr ? std::string() : "«" + sentence_of(*told) + "»";
    if (told != nullptr && !told->row.entry.publisher.empty()) content += " — " + told->row.entry.publisher;
    x.element("content", content, {{"type", "text"}});
    x.end();
  }
  x.end();
  Answer out;
  out.type = "application/atom+xml";
  out.body = x.take();
  return out;
}

}  // namespace qanat::api
