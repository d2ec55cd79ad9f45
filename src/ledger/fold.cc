// Reports -> Channels. The order of the entries goes away in place(); everything behind it works on the fold's order.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <tuple>

#include "base/hash.h"
#include "ledger/conflicts.h"
#include "ledger/gather.h"
#include "ledger/ledger.h"
#include "ledger/placed.h"
#include "ledger/timeline.h"

namespace qanat::ledger {
namespace {

void hear(std::optional<Date> day, Channel& channel) {
  if (!day) return;
  if (!channel.first || *day < *channel.first) channel.first = day;
  if (!channel.last || *day > *channel.last) channel.last = day;
}

// By what a contact is named: what began it.
using Name = std::tuple<bool, std::int32_t, std::int32_t, int>;  // undated, first day, last day, form

Name name_of(const Placed& seed) {
  return {seed.firmness == Firmness::undated, seed.when.first.days, seed.when.last.days,
          static_cast<int>(seed.entry->report.form)};
}

// ... and by a number where several began alike.
std::string contact_id(const std::string& channel, const Name& name, int number) {
  const auto& [undated, first, last, form] = name;
  std::string identity = channel;
  for (const int part : {undated ? 1 : 0, first, last, form, number}) {
    identity += ' ';
    identity += std::to_string(part);
  }
  return hash_hex(identity).substr(0, kIdDigits);
}

std::vector<Contact> contacts(const std::vector<Placed>& entries, const std::string& channel) {
  std::vector<Group> groups = gather(entries);
  const auto name = [&](const Group& group) { return name_of(entries[group.seed]); };
  std::stable_sort(groups.begin(), groups.end(), [&](const Group& a, const Group& b) { return name(a) < name(b); });
  std::vector<Contact> out;
  out.reserve(groups.size());
  int number = 0;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    number = i > 0 && name(groups[i]) == name(groups[i - 1]) ? number + 1 : 0;
    out.push_back(merge(entries, groups[i]));
    out.back().id = contact_id(channel, name(groups[i]), number);
  }
  std::sort(out.begin(), out.end(), earlier);
  return out;
}

}  // namespace

bool earlier(const Contact& a, const Contact& b) {
  const auto day = [](const Contact& c) { return c.time ? std::optional<Date>(c.time->first) : c.reported; };
  const auto x = day(a);
  const auto y = day(b);
  return std::tuple(!x, x.value_or(Date{}), std::string_view(a.id)) <
         std::tuple(!y, y.value_or(Date{}), std::string_view(b.id));
}

Channel fold_channel(const std::vector<Entry>& entries) {
  if (entries.empty()) {
    std::fprintf(stderr, "qanat: internal error: fold of a channel without entries\n");
    std::abort();
  }
  const std::vector<Placed> placed = place(entries);
  Channel channel;
  channel.key = key_of(placed.front().entry->report);
  const std::string id = channel.key.id();
  channel.contacts = contacts(placed, id);
  channel.timeline = timeline(placed);
  channel.conflicts = conflicts(placed, id);
  std::vector<const Entry*> all;
  all.reserve(placed.size());
  for (const Placed& p : placed) {
    all.push_back(p.entry);
    hear(p.entry->published, channel);
    hear(p.holds_from, channel);
  }
  channel.entries = static_cast<int>(placed.size());
  channel.origins = count_origins(all);
  return channel;
}

std::vector<Channel> fold(const std::vector<Entry>& entries) {
  std::map<std::pair<std::string, std::string>, std::vector<Entry>> by_channel;  // text, then id: texts may coincide
  for (const Entry& entry : entries) {
    const ChannelKey key = key_of(entry.report);
    by_channel[{key.text(), key.id()}].push_back(entry);
  }
  std::vector<Channel> out;
  out.reserve(by_channel.size());
  for (const auto& [key, its] : by_channel) out.push_back(fold_channel(its));
  return out;
}

}  // namespace qanat::ledger
