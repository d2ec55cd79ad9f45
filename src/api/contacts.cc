// Meetings, calls, visits.
#include <algorithm>

#include "api/lists.h"
#include "api/rows.h"
#include "api/views.h"

namespace qanat::api {

void write_contact(JsonWriter& w, const BookChannel& channel, const ledger::Contact& contact) {
  w.begin_object();
  contact_members(w, channel.id, channel.text, contact);
  w.texts("reports", contact.entries).member("origins", contact.origins).end_object();
}

Answer contacts(Call& call) {
  const std::vector<BookContact> found = list_contacts(call);
  const auto contact_of = [&](std::size_t i) -> const ledger::Contact& {
    return call.book.channels[found[i].channel].channel.contacts[found[i].contact];
  };
  const Slice page = slice(call.params, found.size(), [&](std::size_t i) {
    return Key{newest_first(found[i].day), contact_of(i).id};
  });
  if (call.params.trouble()) return *call.params.trouble();
  JsonWriter w;
  w.begin_object();
  page_members(w, found.size(), page,
               [&](std::size_t i) { write_contact(w, call.book.channels[found[i].channel], contact_of(i)); });
  w.end_object();
  return json_answer(w.take());
}

Answer contact(Call& call) {
  const Index number = call.book.channel(call.ids[0]);
  if (number == kNone) return no_channel(call.book, call.ids[0]);
  const BookChannel& channel = call.book.channels[number];
  const auto& all = channel.channel.contacts;
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const ledger::Contact& c) { return c.id == call.ids[1]; });
  if (found == all.end())
    return not_found("no contact '" + call.ids[1] + "' on this channel; /api/v1/channels/" + channel.id +
                     " lists its contacts");
  Witnesses witnesses(call);
  for (const std::string& id : found->entries) witnesses.want(id);
  if (const auto read = witnesses.read(); !read) return unavailable(read.error().message);
  JsonWriter w;
  w.begin_object();
  contact_members(w, channel.id, channel.text, *found);
  w.key("reports").begin_array();
  for (const std::string& id : found->entries)
    if (const store::ToldReport* told = witnesses.get(id)) write_report(w, *told);
  w.end_array().member("origins", found->origins).end_object();
  return json_answer(w.take());
}

}  // namespace qanat::api
