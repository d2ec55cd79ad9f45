// What was altered between two folds of one channel. Contacts and conflicts are known again by the entries that they
// stand on, not by their ids: an earlier report found later may rename a contact without adding one.
#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>
#include <unordered_set>

#include "ledger/ledger.h"

namespace qanat::ledger {
namespace {

std::string state_of(const Channel* channel) {
  if (channel == nullptr) return {};
  const auto phase = channel->as_of(std::nullopt);
  return phase ? to_string(phase->state) : "";
}

// The same two states, and at least one of the two entries.
bool same_dispute(const Conflict& a, const Conflict& b) {
  const auto states = [](const Conflict& c) {
    return std::minmax(static_cast<int>(c.left_state), static_cast<int>(c.right_state));
  };
  const auto [a_low, a_high] = std::pair<int, int>(states(a));
  const auto [b_low, b_high] = std::pair<int, int>(states(b));
  if (a_low != b_low || a_high != b_high) return false;
  return a.left == b.left || a.right == b.right || a.left == b.right || a.right == b.left;
}

// Conflicts of `of` that `in` does not hold.
std::vector<const Conflict*> missing(const Channel* of, const Channel* in) {
  std::vector<const Conflict*> out;
  if (of == nullptr) return out;
  std::unordered_set<std::string_view> ids;
  if (in != nullptr)
    for (const Conflict& c : in->conflicts) ids.insert(c.id);
  for (const Conflict& c : of->conflicts) {
    if (ids.contains(c.id)) continue;
    const bool there = in != nullptr && std::any_of(in->conflicts.begin(), in->conflicts.end(),
                                                    [&](const Conflict& d) { return same_dispute(c, d); });
    if (!there) out.push_back(&c);
  }
  return out;
}

}  // namespace

const char* to_string(Change::Kind kind) {
  static constexpr std::array<const char*, 5> kNames = {"channel_opened", "state_changed", "contact_added",
                                                        "conflict_found", "conflict_settled"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::vector<Change> changes(const Channel* before, const Channel* after) {
  std::vector<Change> out;
  if (before == nullptr && after == nullptr) return out;
  const std::string channel = (after != nullptr ? after : before)->key.id();

  if (before == nullptr) out.push_back({Change::Kind::channel_opened, channel, "", "", state_of(after)});
  if (before != nullptr && state_of(before) != state_of(after))
    out.push_back({Change::Kind::state_changed, channel, "", state_of(before), state_of(after)});

  std::unordered_set<std::string_view> known;
  if (before != nullptr)
    for (const Contact& c : before->contacts) known.insert(c.entries.begin(), c.entries.end());
  if (after != nullptr) {
    for (const Contact& c : after->contacts) {
      const bool is_known =
          std::any_of(c.entries.begin(), c.entries.end(), [&](const std::string& id) { return known.contains(id); });
      if (!is_known) out.push_back({Change::Kind::contact_added, channel, c.id, "", to_string(c.state)});
    }
  }
  for (const Conflict* c : missing(after, before))
    out.push_back({Change::Kind::conflict_found, channel, c->id, to_string(c->left_state), to_string(c->right_state)});
  for (const Conflict* c : missing(before, after))
    out.push_back(
        {Change::Kind::conflict_settled, channel, c->id, to_string(c->left_state), to_string(c->right_state)});
  std::sort(out.begin(), out.end(),
            [](const Change& a, const Change& b) { return std::tie(a.kind, a.subject) < std::tie(b.kind, b.subject); });
  return out;
}

}  // namespace qanat::ledger
