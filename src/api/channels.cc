// Who is in contact with whom.
#include <algorithm>

#include "api/lists.h"
#include "api/views.h"

namespace qanat::api {
namespace {

constexpr std::size_t kMostParties = 60;  // as facets
constexpr int kGroups = 20;               // on a page

void want_words(const Book& book, const ChannelList& list, Witnesses& witnesses, Index channel) {
  if (const auto phase = book.channels[channel].channel.as_of(list.day)) witnesses.want(phase->entry);
}

void write_channel(JsonWriter& w, Call& call, const ChannelList& list, Index channel, const Witnesses& witnesses) {
  w.begin_object();
  write_channel_members(w, call, call.book.channels[channel], list.day, witnesses);
  w.end_object();
}

void write_facets(JsonWriter& w, Call& call, const ChannelList& list) {
  Counts states;
  Counts ranks;
  Counts parties;
  for (const Index i : list.channels) {
    const ledger::Channel& c = call.book.channels[i].channel;
    if (const auto phase = c.as_of(list.day)) ++states[report::to_string(phase->state)];
    if (!c.key.rank.empty()) ++ranks[c.key.rank];
    for (const std::string& actor : c.key.actors) ++parties[actor];
  }
  w.key("facets").begin_object();
  const auto labelled = [&](const char* labels) {
    return [&w, labels](const std::string& id) {
      w.begin_object().member("ar", label(labels, id, true)).member("en", label(labels, id, false)).end_object();
    };
  };
  facet_member(w, "status", states, states.size(), labelled("statuses"));
  facet_member(w, "rank", ranks, ranks.size(), labelled("ranks"));
  facet_member(w, "party", parties, kMostParties, [&](const std::string& code) {
    const Name name = call.names.actor(code);
    w.begin_object().text_or_null("ar", name.ar).text_or_null("en", name.en).end_object();
  });
  w.end_object();
}

// The listed channels of the same parties.
struct Group {
  const BookGroup* of = nullptr;
  std::vector<Index> channels;
  std::optional<Date> last;
  std::size_t conflicts = 0;
  int origins = 0;
};

std::vector<Group> grouped(const Book& book, const ChannelList& list) {
  std::vector<Index> place(book.groups.size(), kNone);
  std::vector<Group> out;
  for (const Index i : list.channels) {
    const BookChannel& c = book.channels[i];
    if (place[c.group] == kNone) {
      place[c.group] = static_cast<Index>(out.size());
      out.emplace_back().of = &book.groups[c.group];
    }
    Group& group = out[place[c.group]];
    group.channels.push_back(i);
    group.last = std::max(group.last, c.channel.last);
    group.conflicts += c.channel.conflicts.size();
    group.origins += c.channel.origins;
  }
  std::sort(out.begin(), out.end(), [](const Group& a, const Group& b) {
    return Key{newest_first(a.last), a.of->key} < Key{newest_first(b.last), b.of->key};
  });
  return out;
}

}  // namespace

Answer channels(Call& call) {
  const ChannelList list = list_channels(call, true);
  const Slice page = slice(call.params, list.channels.size(),
                           [&](std::size_t i) { return channel_key(call.book, list, list.channels[i]); });
  if (call.params.trouble()) return *call.params.trouble();
  Witnesses witnesses(call);
  for (std::size_t i = page.begin; i < page.end; ++i) want_words(call.book, list, witnesses, list.channels[i]);
  if (const auto read = witnesses.read(); !read) return unavailable(read.error().message);
  JsonWriter w;
  w.begin_object();
  page_members(w, list.channels.size(), page,
               [&](std::size_t i) { write_channel(w, call, list, list.channels[i], witnesses); });
  write_facets(w, call, list);
  w.end_object();
  return json_answer(w.take());
}

Answer groups(Call& call) {
  const ChannelList list = list_channels(call, false);
  const std::vector<Group> all = grouped(call.book, list);
  const Slice page = slice(
      call.params, all.size(),
      [&](std::size_t i) {
        return Key{newest_first(all[i].last), all[i].of->key};
      },
      kGroups);
  if (call.params.trouble()) return *call.params.trouble();
  Witnesses witnesses(call);
  for (std::size_t i = page.begin; i < page.end; ++i)
    for (const Index c : all[i].channels) want_words(call.book, list, witnesses, c);
  if (const auto read = witnesses.read(); !read) return unavailable(read.error().message);
  JsonWriter w;
  w.begin_object();
  page_members(w, all.size(), page, [&](std::size_t i) {
    const Group& group = all[i];
    w.begin_object()
        .texts("actors", call.book.channels[group.channels.front()].channel.key.actors)
        .member("last", group.last)
        .member("conflicts", group.conflicts)
        .member("origins", group.origins)
        .key("channels")
        .begin_array();
    for (const Index c : group.channels) write_channel(w, call, list, c, witnesses);
    w.end_array().end_object();
  });
  w.end_object();
  return json_answer(w.take());
}

}  // namespace qanat::api
