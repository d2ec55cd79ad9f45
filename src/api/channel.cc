// One channel with all that is known of it: what the board shows on one screen comes in one answer.
#include <algorithm>

#include "api/rows.h"
#include "api/views.h"

namespace qanat::api {
namespace {

constexpr int kContacts = 50;  // listed unless more are asked for
constexpr int kMostContacts = 500;

// The channel's contacts or conflicts as the listings have them, newest first.
template <class Item>
std::vector<Item> of_channel(const std::vector<Item>& all, Index channel) {
  std::vector<Item> out;
  std::copy_if(all.begin(), all.end(), std::back_inserter(out), [&](const Item& i) { return i.channel == channel; });
  return out;
}

}  // namespace

// As the command line says it, with what there is instead.
Answer no_channel(const Book& book, const std::string& id) {
  if (book.is_ambiguous(id)) return not_found("several channels begin with '" + id + "': give more of the id");
  return not_found("no channel '" + id + "'; /api/v1/channels lists them");
}

Answer channel(Call& call) {
  const auto day = call.params.last_day("as_of");
  const auto most = static_cast<std::size_t>(call.params.number("limit", 1, kMostContacts, kContacts));
  if (call.params.trouble()) return *call.params.trouble();
  const Book& book = call.book;
  const Index number = book.channel(call.ids[0]);
  if (number == kNone) return no_channel(book, call.ids[0]);
  const BookChannel& channel = book.channels[number];

  std::vector<BookContact> contacts = of_channel(book.contacts, number);
  std::vector<BookConflict> conflicts = of_channel(book.conflicts, number);
  std::string next_contact;
  std::string next_conflict;
  if (contacts.size() > most) {
    contacts.resize(most);
    next_contact = cursor_of({newest_first(contacts.back().day), channel.channel.contacts[contacts.back().contact].id});
  }
  if (conflicts.size() > most) {
    conflicts.resize(most);
    next_conflict =
        cursor_of({newest_first(conflicts.back().day), channel.channel.conflicts[conflicts.back().conflict].id});
  }

  Witnesses witnesses(call);
  std::vector<std::string> reports;  // each once, in the order in which they are met
  const auto want = [&](const std::string& id) {
    witnesses.want(id);
    reports.push_back(id);
  };
  for (const BookContact& c : contacts)
    for (const std::string& id : channel.channel.contacts[c.contact].entries) want(id);
  for (const ledger::Phase& phase : channel.channel.timeline) want(phase.entry);
  std::sort(reports.begin(), reports.end());
  reports.erase(std::unique(reports.begin(), reports.end()), reports.end());
  for (const BookConflict& c : conflicts) {
    witnesses.want(channel.channel.conflicts[c.conflict].left);
    witnesses.want(channel.channel.conflicts[c.conflict].right);
  }
  if (const auto read = witnesses.read(); !read) return unavailable(read.error().message);

  JsonWriter w;
  w.begin_object();
  write_channel_members(w, call, channel, day, witnesses);
  timeline_member(w, channel.channel);
  w.key("contact_list").begin_array();
  for (const BookContact& c : contacts) write_contact(w, channel, channel.channel.contacts[c.contact]);
  w.end_array().text_or_null("contacts_next", next_contact).key("conflict_list").begin_array();
  for (const BookConflict& c : conflicts) write_conflict(w, book, c, witnesses);
  w.end_array().text_or_null("conflicts_next", next_conflict).key("report_list").begin_array();
  for (const std::string& id : reports)
    if (const store::ToldReport* told = witnesses.get(id)) write_report(w, *told);
  w.end_array().end_object();
  return json_answer(w.take());
}

}  // namespace qanat::api
