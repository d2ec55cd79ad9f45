#include "api/call.h"

#include <algorithm>
#include <charconv>

#include "api/rows.h"
#include "api/utf16.h"

namespace qanat::api {
namespace {

constexpr char kCursorMark = '~';
constexpr int kMostOnAPage = 500;

bool read_cursor(std::string_view text, Key& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out.number);
  if (error != std::errc() || end == text.data() + text.size() || *end != kCursorMark) return false;
  out.text = text.substr(static_cast<std::size_t>(end - text.data()) + 1);
  return true;
}

void write_evidence(JsonWriter& w, const report::Evidence& e, const Utf16Map* map) {
  w.begin_object().member("quote", e.quote).key("trigger");
  Span trigger;
  if (e.span.contains(e.trigger) && e.trigger.end - e.span.begin <= e.quote.size()) {
    const Utf16Map quote(e.quote);
    trigger = quote.span({e.trigger.begin - e.span.begin, e.trigger.end - e.span.begin});
  }
  w.begin_object().member("begin", trigger.begin).member("end", trigger.end).end_object();
  if (map != nullptr) {
    const Span place = map->span(e.span);
    w.member("begin", place.begin).member("end", place.end);
  } else {
    w.key("begin").null().key("end").null();
  }
  w.member("byte_begin", e.span.begin).member("byte_end", e.span.end).end_object();
}

}  // namespace

// ---- pages -----------------------------------------------------------------------------------------------------

std::string cursor_of(const Key& key) {
  std::string out = std::to_string(key.number);
  out += kCursorMark;
  return out.append(key.text);
}

Slice slice(Params& params, std::size_t count, const std::function<Key(std::size_t)>& key, int otherwise) {
  Slice out;
  if (params.is_whole()) {
    out.end = count;
    return out;
  }
  const auto limit = static_cast<std::size_t>(params.number("limit", 1, kMostOnAPage, otherwise));
  const std::string cursor = params.text("cursor");
  Key last;
  if (!cursor.empty() && !read_cursor(cursor, last)) {
    params.complain("cursor", "that is no cursor: give back `next` of the page before as it was");
    return out;
  }
  if (!cursor.empty()) {
    // The first one whose key is greater.
    std::size_t size = count;
    while (size > 0) {
      const std::size_t half = size / 2;
      if (key(out.begin + half) <= last) {
        out.begin += half + 1;
        size -= half + 1;
      } else {
        size = half;
      }
    }
  }
  out.end = std::min(count, out.begin + limit);
  if (out.end < count && out.end > out.begin) out.next = cursor_of(key(out.end - 1));
  return out;
}

void page_members(JsonWriter& w, std::size_t total, const Slice& slice, const std::function<void(std::size_t)>& item) {
  w.member("total", total).key("items").begin_array();
  for (std::size_t i = slice.begin; i < slice.end; ++i) item(i);
  w.end_array().text_or_null("next", slice.next);
}

// ---- reports ---------------------------------------------------------------------------------------------------

Status Witnesses::read() {
  auto told = call_.told_reports.get(call_.store, call_.book.generation, ids_);
  if (!told) return told.error();
  told_ = std::move(*told);
  return Done{};
}

const store::ToldReport* Witnesses::get(const std::string& id) const {
  const auto found = told_.find(id);
  return found == told_.end() ? nullptr : found->second.get();
}

void write_report(JsonWriter& w, const store::ToldReport& told, const Utf16Map* map) {
  const store::ReportRow& row = told.row;
  w.begin_object()
      .member("id", row.id)
      .member("article", row.article)
      .member("channel_id", row.channel)
      .text_or_null("title", told.title)
      .text_or_null("url", told.url)
      .text_or_null("publisher", row.entry.publisher)
      .member("published", row.entry.published);
  write_method(w, "published_by", row.entry.published, told.method);
  w.member("origin", row.entry.origin).key("evidence").begin_array();
  for (const report::Evidence& e : row.entry.report.evidence) write_evidence(w, e, map);
  w.end_array();
  report_members(w, row.entry.report);
  w.end_object();
}

void write_word(JsonWriter& w, const store::ToldReport* told) {
  if (told == nullptr) {
    w.null();
    return;
  }
  const ledger::Entry& e = told->row.entry;
  w.begin_object()
      .member("report", told->row.id)
      .member("article", told->row.article)
      .text_or_null("quote", e.report.evidence.empty() ? "" : e.report.evidence.front().quote)
      .text_or_null("publisher", e.publisher)
      .member("published", e.published)
      .key("speaker");
  if (e.report.speaker)
    write_party(w, *e.report.speaker);
  else
    w.null();
  w.text_or_null("via", e.report.via).end_object();
}

// ---- channels --------------------------------------------------------------------------------------------------

Standing standing(const ledger::Channel& channel, std::optional<Date> day) {
  Standing out;
  for (const ledger::Phase& phase : channel.timeline) {
    if (day && phase.since && *day < *phase.since) break;
    out.before = std::exchange(out.phase, phase);
  }
  return out;
}

void write_channel_members(JsonWriter& w, Call& call, const BookChannel& book_channel, std::optional<Date> day,
                           const Witnesses& witnesses) {
  const ledger::Channel& channel = book_channel.channel;
  const Standing now = standing(channel, day);
  w.member("id", book_channel.id).member("channel", book_channel.text).texts("actors", channel.key.actors);
  w.text_or_null("mechanism", channel.key.mechanism);
  write_name(w, "mechanism_name", call.names.mechanism(channel.key.mechanism));
  w.text_or_null("rank", channel.key.rank)
      .text_or_null("status", now.phase ? report::to_string(now.phase->state) : "")
      .member("since", now.phase ? now.phase->since : std::nullopt)
      .text_or_null("previous_status", now.before ? report::to_string(now.before->state) : "")
      .key("word");
  write_word(w, now.phase ? witnesses.get(now.phase->entry) : nullptr);
  w.member("first", channel.first)
      .member("last", channel.last)
      .member("contacts", channel.contacts.size())
      .member("conflicts", channel.conflicts.size())
      .member("reports", channel.entries)
      .member("origins", channel.origins);
}

void facet_member(JsonWriter& w, std::string_view key, const Counts& counts, std::size_t most,
                  const std::function<void(const std::string&)>& name) {
  std::vector<std::pair<std::size_t, std::string_view>> sorted;
  for (const auto& [value, count] : counts) sorted.emplace_back(count, value);
  std::sort(sorted.begin(), sorted.end(),
            [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
  if (sorted.size() > most) sorted.resize(most);
  w.key(key).begin_array();
  for (const auto& [count, value] : sorted) {
    w.begin_object().member("value", value).key("name");
    if (name)
      name(std::string(value));
    else
      w.null();
    w.member("count", count).end_object();
  }
  w.end_array();
}

}  // namespace qanat::api
