// Rows as whole objects, for the command line.
#include "api/api.h"
#include "api/rows.h"

namespace qanat::api {
namespace {

// Places in bytes of the page's text, as `qanat read` prints them.
void evidence_member(JsonWriter& w, const report::Report& report) {
  w.key("evidence").begin_array();
  for (const report::Evidence& e : report.evidence)
    w.begin_object()
        .member("begin", e.span.begin)
        .member("end", e.span.end)
        .member("quote", e.quote)
        .member("trigger_begin", e.trigger.begin)
        .member("trigger_end", e.trigger.end)
        .end_object();
  w.end_array();
}

void write_report(JsonWriter& w, const store::ReportRow& row) {
  w.begin_object()
      .member("id", row.id)
      .member("article", row.article)
      .member("channel_id", row.channel)
      .text_or_null("publisher", row.entry.publisher)
      .member("published", row.entry.published)
      .member("dated_by_copy", row.dated_by_copy)
      .member("origin", row.entry.origin);
  evidence_member(w, row.entry.report);
  report_members(w, row.entry.report);
  w.end_object();
}

void write_reports(JsonWriter& w, const std::vector<store::ReportRow>& rows) {
  w.key("reports").begin_array();
  for (const store::ReportRow& row : rows) write_report(w, row);
  w.end_array();
}

void write_contact(JsonWriter& w, std::string_view id, std::string_view text, const ledger::Contact& contact) {
  w.begin_object();
  contact_members(w, id, text, contact);
  w.texts("reports", contact.entries).member("origins", contact.origins).end_object();
}

void copies_member(JsonWriter& w, const store::ArticleRow& row) { w.texts("copies", row.copies); }

}  // namespace

std::string channel_json(const ledger::Channel& channel, std::optional<Date> day) {
  JsonWriter w;
  w.begin_object();
  channel_members(w, channel, day);
  w.member("contacts", channel.contacts.size())
      .member("conflicts", channel.conflicts.size())
      .member("reports", channel.entries)
      .member("origins", channel.origins)
      .end_object();
  return w.take();
}

std::string channel_json(const ledger::Channel& channel, const std::vector<store::ReportRow>& reports) {
  const std::string id = channel.key.id();
  const std::string text = channel.key.text();
  JsonWriter w;
  w.begin_object();
  channel_members(w, channel, std::nullopt);
  w.member("origins", channel.origins);
  timeline_member(w, channel);
  w.key("contacts").begin_array();
  for (const ledger::Contact& contact : channel.contacts) write_contact(w, id, text, contact);
  w.end_array().key("conflicts").begin_array();
  for (const ledger::Conflict& conflict : channel.conflicts)
    w.begin_object()
        .member("id", conflict.id)
        .member("left_status", report::to_string(conflict.left_state))
        .member("right_status", report::to_string(conflict.right_state))
        .member("left", conflict.left)
        .member("right", conflict.right)
        .end_object();
  w.end_array();
  write_reports(w, reports);
  w.end_object();
  return w.take();
}

std::string contact_json(const ledger::ChannelKey& key, const ledger::Contact& contact) {
  JsonWriter w;
  write_contact(w, key.id(), key.text(), contact);
  return w.take();
}

std::string report_json(const store::ReportRow& row) {
  JsonWriter w;
  write_report(w, row);
  return w.take();
}

std::string conflict_json(const ledger::Conflict& conflict, const store::ReportRow& left,
                          const store::ReportRow& right) {
  JsonWriter w;
  w.begin_object()
      .member("id", conflict.id)
      .member("channel_id", conflict.channel)
      .member("left_status", report::to_string(conflict.left_state))
      .member("right_status", report::to_string(conflict.right_state));
  w.key("left");
  write_report(w, left);
  w.key("right");
  write_report(w, right);
  w.end_object();
  return w.take();
}

std::string change_json(const store::ChangeRow& row) {
  JsonWriter w;
  w.begin_object();
  change_members(w, row);
  w.end_object();
  return w.take();
}

std::string actor_json(const store::ActorRow& row, const std::string& name) {
  JsonWriter w;
  w.begin_object()
      .member("actor", row.actor)
      .text_or_null("name", name)
      .member("channels", row.channels)
      .member("reports", row.reports)
      .texts("persons", row.persons)
      .end_object();
  return w.take();
}

std::string article_json(const store::ArticleRow& row, const std::string& text,
                         const std::vector<store::ReportRow>& reports) {
  JsonWriter w;
  w.begin_object();
  article_members(w, row);
  copies_member(w, row);
  w.member("text", text);
  write_reports(w, reports);
  w.end_object();
  return w.take();
}

std::string hit_json(const store::Hit& hit) {
  const Snippet snippet = snippet_from(hit.snippet);
  JsonWriter w;
  w.begin_object();
  article_members(w, hit.article);
  copies_member(w, hit.article);
  w.member("snippet", snippet.text).key("matches").begin_array();
  for (const Span& match : snippet.matches)
    w.begin_object().member("begin", match.begin).member("end", match.end).end_object();
  w.end_array().end_object();
  return w.take();
}

std::string verify_json(const store::Totals& totals, const Issues& faults) {
  JsonWriter w;
  w.begin_object()
      .member("well", faults.empty())
      .member("pages", totals.pages)
      .member("articles", totals.articles)
      .member("origins", totals.origins)
      .member("reports", totals.reports)
      .member("channels", totals.channels)
      .member("contacts", totals.contacts)
      .member("conflicts", totals.conflicts)
      .key("faults")
      .begin_array();
  for (const Issue& fault : faults)
    w.begin_object()
        .member("where", fault.where)
        .member("offset", fault.offset)
        .member("what", fault.what)
        .end_object();
  w.end_array().end_object();
  return w.take();
}

}  // namespace qanat::api
