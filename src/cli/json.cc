#include "cli/json.h"

#include "cli/screen.h"
#include "cli/text.h"
#include "engine/engine.h"

namespace qanat::cli {
namespace {

Json or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }
Json or_null(const std::optional<Date>& day) { return day ? Json(day->iso()) : Json(nullptr); }
Json or_null(const std::optional<When>& when) { return when ? Json(when->iso()) : Json(nullptr); }

Json party_json(const report::Party& party) {
  Json out = {{"actor", party.actor}, {"role", or_null(party.role)}, {"person", or_null(party.person)}};
  if (party.part != report::Part::party) out["part"] = report::to_string(party.part);
  return out;
}

}  // namespace

Json channel_json(const ledger::Channel& channel, std::optional<Date> day) {
  const std::optional<ledger::Phase> phase = channel.as_of(day);
  return {{"id", channel.key.id()},
          {"channel", channel.key.text()},
          {"actors", channel.key.actors},
          {"mechanism", or_null(channel.key.mechanism)},
          {"rank", or_null(channel.key.rank)},
          {"status", phase ? Json(report::to_string(phase->state)) : Json(nullptr)},
          {"since", phase ? or_null(phase->since) : Json(nullptr)},
          {"first", or_null(channel.first)},
          {"last", or_null(channel.last)},
          {"contacts", channel.contacts.size()},
          {"conflicts", channel.conflicts.size()},
          {"reports", channel.entries},
          {"origins", channel.origins}};
}

Json contact_json(const ledger::ChannelKey& key, const ledger::Contact& contact) {
  Json parties = Json::array();
  for (const report::Party& party : contact.parties) parties.push_back(party_json(party));
  return {{"id", contact.id},
          {"channel_id", key.id()},
          {"channel", key.text()},
          {"form", report::to_string(contact.form)},
          {"status", report::to_string(contact.state)},
          {"time", or_null(contact.time)},
          {"reported", or_null(contact.reported)},
          {"place", or_null(contact.place)},
          {"condition", or_null(contact.condition)},
          {"parties", std::move(parties)},
          {"reports", contact.entries},
          {"origins", contact.origins}};
}

Json report_json(const store::ReportRow& row) {
  Json out = {{"id", row.id},
              {"article", row.article},
              {"channel_id", row.channel},
              {"publisher", or_null(row.entry.publisher)},
              {"published", or_null(row.entry.published)},
              {"dated_by_copy", row.dated_by_copy},
              {"origin", row.entry.origin}};
  Json report = Json::parse(engine::to_json(row.entry.report));
  for (auto& [key, value] : report.items()) out[key] = std::move(value);
  return out;
}

Json conflict_json(const ledger::Conflict& conflict, const store::ReportRow& left, const store::ReportRow& right) {
  return {{"id", conflict.id},
          {"channel_id", conflict.channel},
          {"left_status", report::to_string(conflict.left_state)},
          {"right_status", report::to_string(conflict.right_state)},
          {"left", report_json(left)},
          {"right", report_json(right)}};
}

Json whole_channel_json(const ledger::Channel& channel, const std::vector<store::ReportRow>& reports) {
  Json out = channel_json(channel, std::nullopt);
  out["timeline"] = Json::array();
  for (const ledger::Phase& phase : channel.timeline)
    out["timeline"].push_back(
        {{"since", or_null(phase.since)}, {"status", report::to_string(phase.state)}, {"report", phase.entry}});
  out["contacts"] = Json::array();
  for (const ledger::Contact& contact : channel.contacts) out["contacts"].push_back(contact_json(channel.key, contact));
  out["conflicts"] = Json::array();
  for (const ledger::Conflict& conflict : channel.conflicts)
    out["conflicts"].push_back({{"id", conflict.id},
                                {"left_status", report::to_string(conflict.left_state)},
                                {"right_status", report::to_string(conflict.right_state)},
                                {"left", conflict.left},
                                {"right", conflict.right}});
  out["reports"] = Json::array();
  for (const store::ReportRow& row : reports) out["reports"].push_back(report_json(row));
  return out;
}

Json change_json(const store::ChangeRow& row) {
  return {{"seq", row.seq},
          {"change", ledger::to_string(row.change.kind)},
          {"channel_id", row.change.channel},
          {"subject", or_null(row.change.subject)},
          {"before", or_null(row.change.before)},
          {"after", or_null(row.change.after)},
          {"article", or_null(row.article)},
          {"published", or_null(row.published)}};
}

Json actor_json(const store::ActorRow& row, const std::string& name) {
  return {{"actor", row.actor},
          {"name", or_null(name)},
          {"channels", row.channels},
          {"reports", row.reports},
          {"persons", row.persons}};
}

Json article_json(const store::ArticleRow& row) {
  const bool dated = row.published.date.has_value();
  return {{"id", row.id},
          {"page", row.page},
          {"url", or_null(row.url)},
          {"title", or_null(row.title)},
          {"publisher", or_null(row.publisher)},
          {"language", or_null(row.language)},
          {"published", or_null(row.published.date)},
          {"published_by", dated ? Json(article::to_string(row.published.method)) : Json(nullptr)},
          {"credit", row.credit},
          {"tags", row.tags},
          {"origin", row.origin},
          {"copies", row.copies}};
}

Json whole_article_json(const store::ArticleRow& row, const std::string& text,
                        const std::vector<store::ReportRow>& reports) {
  Json out = article_json(row);
  out["text"] = text;
  out["reports"] = Json::array();
  for (const store::ReportRow& report : reports) out["reports"].push_back(report_json(report));
  return out;
}

Json hit_json(const store::Hit& hit) {
  Json out = article_json(hit.article);
  const Snippet snippet = snippet_from(hit.snippet);
  out["snippet"] = snippet.text;
  out["matches"] = Json::array();
  for (const Span& match : snippet.matches) out["matches"].push_back({{"begin", match.begin}, {"end", match.end}});
  return out;
}

void write_json(const Json& json) {
  write_line(escape_json(json.dump(-1, ' ', false, Json::error_handler_t::replace)));
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

}  // namespace qanat::cli
