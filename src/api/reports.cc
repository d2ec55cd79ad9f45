// What single articles say, and which of it cannot both hold.
#include "api/lists.h"
#include "api/utf16.h"
#include "api/views.h"

namespace qanat::api {
namespace {

constexpr int kOnAPage = 20;  // whole sentences take room

}  // namespace

void write_conflict(JsonWriter& w, const Book& book, const BookConflict& conflict, const Witnesses& witnesses) {
  const BookChannel& channel = book.channels[conflict.channel];
  const ledger::Conflict& c = channel.channel.conflicts[conflict.conflict];
  const store::ToldReport* left = witnesses.get(c.left);
  const store::ToldReport* right = witnesses.get(c.right);
  if (left == nullptr || right == nullptr) return;  // read again and gone since: the next book knows
  w.begin_object()
      .member("id", c.id)
      .member("channel_id", channel.id)
      .member("channel", channel.text)
      .texts("actors", channel.channel.key.actors)
      .member("left_status", report::to_string(c.left_state))
      .member("right_status", report::to_string(c.right_state))
      .key("left");
  write_report(w, *left);
  w.key("right");
  write_report(w, *right);
  w.end_object();
}

Answer reports(Call& call) {
  const std::vector<Index> found = list_reports(call);
  const Slice page = slice(
      call.params, found.size(),
      [&](std::size_t i) {
        const BookReport& r = call.book.reports[found[i]];
        return Key{newest_first(r.day), r.entry.id};
      },
      kOnAPage);
  if (call.params.trouble()) return *call.params.trouble();
  Witnesses witnesses(call);
  for (std::size_t i = page.begin; i < page.end; ++i) witnesses.want(call.book.reports[found[i]].entry.id);
  if (const auto read = witnesses.read(); !read) return unavailable(read.error().message);
  JsonWriter w;
  w.begin_object();
  page_members(w, found.size(), page, [&](std::size_t i) {
    if (const auto* told = witnesses.get(call.book.reports[found[i]].entry.id)) write_report(w, *told);
  });
  w.end_object();
  return json_answer(w.take());
}

Answer no_report(const std::string& id) { return not_found("no report '" + id + "'; /api/v1/reports lists them"); }

Answer report(Call& call) {
  Witnesses witnesses(call);
  witnesses.want(call.ids[0]);
  if (const auto read = witnesses.read(); !read) return unavailable(read.error().message);
  const store::ToldReport* told = witnesses.get(call.ids[0]);
  if (told == nullptr) return no_report(call.ids[0]);
  const auto article = call.store.article(told->row.article);
  if (!article) return unavailable(article.error().message);
  const auto page = call.store.page(article.value().page);
  if (!page) return unavailable(page.error().message);
  const Utf16Map map(page.value().text);
  JsonWriter w;
  write_report(w, *told, &map);
  return json_answer(w.take());
}

Answer conflicts(Call& call) {
  const std::vector<BookConflict> found = list_conflicts(call);
  const auto conflict_of = [&](std::size_t i) -> const ledger::Conflict& {
    return call.book.channels[found[i].channel].channel.conflicts[found[i].conflict];
  };
  const Slice page = slice(
      call.params, found.size(),
      [&](std::size_t i) {
        return Key{newest_first(found[i].day), conflict_of(i).id};
      },
      kOnAPage);
  if (call.params.trouble()) return *call.params.trouble();
  Witnesses witnesses(call);
  for (std::size_t i = page.begin; i < page.end; ++i) {
    witnesses.want(conflict_of(i).left);
    witnesses.want(conflict_of(i).right);
  }
  if (const auto read = witnesses.read(); !read) return unavailable(read.error().message);
  JsonWriter w;
  w.begin_object();
  page_members(w, found.size(), page, [&](std::size_t i) { write_conflict(w, call.book, found[i], witnesses); });
  w.end_object();
  return json_answer(w.take());
}

}  // namespace qanat::api
