#include "api/rows.h"

#include "api/api.h"

namespace qanat::api {

void write_party(JsonWriter& w, const report::Party& party) {
  w.begin_object().member("actor", party.actor).text_or_null("role", party.role).text_or_null("person", party.person);
  if (party.part != report::Part::party) w.member("part", report::to_string(party.part));
  w.end_object();
}

void write_parties(JsonWriter& w, std::string_view key, const std::vector<report::Party>& parties) {
  w.key(key).begin_array();
  for (const report::Party& party : parties) write_party(w, party);
  w.end_array();
}

void channel_members(JsonWriter& w, const ledger::Channel& channel, std::optional<Date> day) {
  const std::optional<ledger::Phase> phase = channel.as_of(day);
  w.member("id", channel.key.id())
      .member("channel", channel.key.text())
      .texts("actors", channel.key.actors)
      .text_or_null("mechanism", channel.key.mechanism)
      .text_or_null("rank", channel.key.rank);
  w.text_or_null("status", phase ? report::to_string(phase->state) : "");
  w.member("since", phase ? phase->since : std::nullopt).member("first", channel.first).member("last", channel.last);
}

void contact_members(JsonWriter& w, std::string_view channel_id, std::string_view channel_text,
                     const ledger::Contact& contact) {
  w.member("id", contact.id)
      .member("channel_id", channel_id)
      .member("channel", channel_text)
      .member("form", report::to_string(contact.form))
      .member("status", report::to_string(contact.state))
      .member("time", contact.time)
      .member("reported", contact.reported)
      .text_or_null("place", contact.place)
      .text_or_null("condition", contact.condition);
  write_parties(w, "parties", contact.parties);
}

void report_members(JsonWriter& w, const report::Report& report) {
  w.member("form", report::to_string(report.form)).member("status", report::to_string(report.state));
  write_parties(w, "parties", report.parties);
  w.text_or_null("channel", report.channel)
      .text_or_null("mechanism", report.mechanism)
      .text_or_null("place", report.place)
      .member("time", report.time);
  w.key("speaker");
  if (report.speaker)
    write_party(w, *report.speaker);
  else
    w.null();
  w.text_or_null("via", report.via).text_or_null("condition", report.condition);
}

void change_members(JsonWriter& w, const store::ChangeRow& row) {
  w.member("seq", row.seq)
      .member("change", ledger::to_string(row.change.kind))
      .member("channel_id", row.change.channel)
      .text_or_null("subject", row.change.subject)
      .text_or_null("before", row.change.before)
      .text_or_null("after", row.change.after)
      .text_or_null("article", row.article)
      .member("published", row.published);
}

void write_method(JsonWriter& w, std::string_view key, const std::optional<Date>& day, article::DateMethod method) {
  w.text_or_null(key, day && method != article::DateMethod::none ? article::to_string(method) : "");
}

void article_members(JsonWriter& w, const store::ArticleRow& row) {
  w.member("id", row.id)
      .member("page", row.page)
      .text_or_null("url", row.url)
      .text_or_null("title", row.title)
      .text_or_null("publisher", row.publisher)
      .text_or_null("language", row.language)
      .member("published", row.published.date);
  write_method(w, "published_by", row.published.date, row.published.method);
  w.texts("credit", row.credit).texts("tags", row.tags).member("origin", row.origin);
}

void issues_member(JsonWriter& w, const Issues& issues) {
  w.key("issues").begin_array();
  for (const Issue& issue : issues)
    w.begin_object()
        .member("severity", to_string(issue.severity))
        .member("where", issue.where)
        .member("offset", issue.offset)
        .member("what", issue.what)
        .end_object();
  w.end_array();
}

void timeline_member(JsonWriter& w, const ledger::Channel& channel) {
  w.key("timeline").begin_array();
  for (const ledger::Phase& phase : channel.timeline)
    w.begin_object()
        .member("since", phase.since)
        .member("status", report::to_string(phase.state))
        .member("report", phase.entry)
        .end_object();
  w.end_array();
}

Snippet snippet_from(std::string_view marked) {
  constexpr char kMatchBegins = '\x02';
  constexpr char kMatchEnds = '\x03';
  Snippet out;
  std::uint32_t begin = 0;
  for (const char c : marked) {
    const auto at = static_cast<std::uint32_t>(out.text.size());
    if (c == kMatchBegins)
      begin = at;
    else if (c == kMatchEnds)
      out.matches.push_back({begin, at});
    else
      out.text += c;
  }
  return out;
}

}  // namespace qanat::api
