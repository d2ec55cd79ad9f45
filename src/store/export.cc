// The canonical export: one JSON object a line, kind after kind, each kind sorted by id, keys sorted; nothing in it
// that depends on when, in which order or how often the pages were written.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/hash.h"
#include "store/codec.h"
#include "store/file_store.h"
#include "store/rows.h"

namespace qanat::store {
namespace {

using nlohmann::json;

json text_or_null(const std::string& text) { return text.empty() ? json(nullptr) : json(text); }
json day_or_null(const std::optional<Date>& date) { return date ? json(date->iso()) : json(nullptr); }
json when_or_null(const std::optional<When>& when) { return when ? json(when->iso()) : json(nullptr); }

json to_json(const report::Party& party) {
  json out = {{"actor", party.actor}, {"role", text_or_null(party.role)}, {"person", text_or_null(party.person)}};
  if (party.part != report::Part::party) out["part"] = to_string(party.part);
  return out;
}

json to_json(const std::vector<report::Party>& parties) {
  json out = json::array();
  for (const report::Party& p : parties) out.push_back(to_json(p));
  return out;
}

json to_json(const report::Report& report) {
  json evidence = json::array();
  for (const report::Evidence& e : report.evidence)
    evidence.push_back({{"begin", e.span.begin},
                        {"end", e.span.end},
                        {"trigger_begin", e.trigger.begin},
                        {"trigger_end", e.trigger.end},
                        {"quote", e.quote}});
  return {{"evidence", std::move(evidence)},
          {"form", to_string(report.form)},
          {"status", to_string(report.state)},
          {"parties", to_json(report.parties)},
          {"channel", text_or_null(report.channel)},
          {"mechanism", text_or_null(report.mechanism)},
          {"place", text_or_null(report.place)},
          {"time", when_or_null(report.time)},
          {"speaker", report.speaker ? to_json(*report.speaker) : json(nullptr)},
          {"via", text_or_null(report.via)},
          {"condition", text_or_null(report.condition)}};
}

json to_json(const std::vector<Span>& spans) {
  json out = json::array();
  for (const Span s : spans) out.push_back({s.begin, s.end});
  return out;
}

class Lines {
 public:
  explicit Lines(const std::function<void(std::string_view)>& line) : line_(line) {}
  void put(const char* kind, json object) {
    object["kind"] = kind;
    // What is not UTF-8 (only a damaged file has it) is replaced, not thrown.
    line_(object.dump(-1, ' ', false, json::error_handler_t::replace));
  }

 private:
  const std::function<void(std::string_view)>& line_;
};

void export_articles(Database& db, Lines& lines) {
  Statement row = db.query(
      "SELECT a.id, p.id, p.url, a.publisher, a.origin, a.published, a.data FROM article a JOIN page p ON p.n=a.page "
      "ORDER BY a.id, p.id");
  while (row.next()) {
    article::Article a;
    if (!decode(row.blob(6), a)) db.damaged("an article cannot be read");
    const article::Published published = published_by(row.date(5), a.published);
    const char* method = published.method == article::DateMethod::none ? nullptr : to_string(published.method);
    lines.put("article", {{"id", row.string(0)},
                          {"page", row.string(1)},
                          {"url", text_or_null(row.string(2))},
                          {"publisher", text_or_null(row.string(3))},
                          {"origin", text_or_null(row.string(4))},
                          {"published", day_or_null(published.date)},
                          {"published_by", method == nullptr ? json(nullptr) : json(method)},
                          {"title", text_or_null(a.title_text)},
                          {"modified", day_or_null(a.modified.date)},
                          {"body", to_json(a.body)},
                          {"lead", a.lead.empty() ? json(nullptr) : json({a.lead.begin, a.lead.end})},
                          {"captions", to_json(a.captions)},
                          {"credit", a.credit},
                          {"tags", a.tags},
                          {"authors", a.authors},
                          {"section", text_or_null(a.section)},
                          {"canonical", text_or_null(a.url)},
                          {"language", text_or_null(a.language)}});
  }
}

void export_channel(const ledger::Channel& channel, Lines& lines) {
  json timeline = json::array();
  for (const ledger::Phase& p : channel.timeline)
    timeline.push_back({{"since", day_or_null(p.since)}, {"status", to_string(p.state)}, {"report", p.entry}});
  const std::string id = channel.key.id();
  lines.put("channel", {{"id", id},
                        {"text", channel.key.text()},
                        {"actors", channel.key.actors},
                        {"mechanism", text_or_null(channel.key.mechanism)},
                        {"rank", text_or_null(channel.key.rank)},
                        {"timeline", std::move(timeline)},
                        {"reports", channel.entries},
                        {"origins", channel.origins},
                        {"first", day_or_null(channel.first)},
                        {"last", day_or_null(channel.last)}});
  for (const ledger::Conflict& c : channel.conflicts)
    lines.put("conflict", {{"id", c.id},
                           {"channel", id},
                           {"left", c.left},
                           {"right", c.right},
                           {"left_status", to_string(c.left_state)},
                           {"right_status", to_string(c.right_state)}});
  for (const ledger::Contact& c : channel.contacts)
    lines.put("contact", {{"id", c.id},
                          {"channel", id},
                          {"form", to_string(c.form)},
                          {"status", to_string(c.state)},
                          {"time", when_or_null(c.time)},
                          {"reported", day_or_null(c.reported)},
                          {"place", text_or_null(c.place)},
                          {"condition", text_or_null(c.condition)},
                          {"parties", to_json(c.parties)},
                          {"reports", c.entries},
                          {"origins", c.origins}});
}

void export_channels(Database& db, Lines& lines) {
  Statement row = db.query("SELECT n FROM channel ORDER BY id");
  while (row.next())
    if (const auto channel = read_channel(db, row.integer(0))) export_channel(*channel, lines);
}

void export_pages(Database& db, Lines& lines) {
  Statement row = db.query("SELECT id, hash, url, charset, lexicon, size FROM page ORDER BY id");
  while (row.next())
    lines.put("page", {{"id", row.string(0)},
                       {"hash", row.string(1)},
                       {"url", text_or_null(row.string(2))},
                       {"charset", row.string(3)},
                       {"lexicon", row.string(4)},
                       {"bytes", row.integer(5)}});
}

void export_reports(Database& db, Lines& lines) {
  Statement row = db.query(
      "SELECT r.id, r.data, a.id, c.id FROM report r JOIN article a ON a.n=r.article JOIN channel c ON c.n=r.channel "
      "ORDER BY r.id");
  while (row.next()) {
    report::Report r;
    if (!decode(row.blob(1), r)) db.damaged("a report cannot be read");
    json out = to_json(r);
    out["id"] = row.string(0);
    out["article"] = row.string(2);
    out["in"] = row.string(3);  // "channel" is the name as written
    lines.put("report", std::move(out));
  }
}

}  // namespace

Status FileStore::export_lines(const std::function<void(std::string_view)>& line) {
  db_.forget_failure();
  const Snapshot snapshot(db_);
  Lines lines(line);
  export_articles(db_, lines);
  export_channels(db_, lines);
  export_pages(db_, lines);
  export_reports(db_, lines);
  if (!db_.ok()) return db_.error();
  return Done{};
}

}  // namespace qanat::store
