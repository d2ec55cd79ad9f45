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

constexpr std::size_t kIdDigits = 12;

void hear(std::optional<Date> day, Channel& channel) {
  if (!day) return;
  if (!channel.first || *day < *channel.first) channel.first = day;
  if (!channel.last || *day > *channel.last) channel.last = day;
}

// A contact is named by what began it, and by a number where several began alike on one day.
std::vector<Contact> contacts(const std::vector<Placed>& entries, const std::string& channel) {
  std::map<std::string, int> begun;
  std::vector<Contact> out;
  for (const Group& group : gather(entries)) {
    const Placed& seed = entries[group.seed];
    std::string name = channel;
    name += seed.firmness == Firmness::undated ? " - " : " " + seed.when.iso() + " ";
    name += to_string(seed.entry->report.form);
    const int number = begun[name]++;
    Contact contact = merge(entries, group);
    contact.id = hash_hex(name + " " + std::to_string(number)).substr(0, kIdDigits);
    out.push_back(std::move(contact));
  }
  std::sort(out.begin(), out.end(), [](const Contact& a, const Contact& b) { return earlier(a, b); });
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
