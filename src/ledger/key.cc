// Which channel a report belongs to.
#include <algorithm>

#include "base/hash.h"
#include "ledger/placed.h"

namespace qanat::ledger {
namespace {

constexpr char kSeparator = '\x1f';  // stands in no name, so that no two keys spell the same identity

// The one role said of the parties. A party whose role is not said contradicts nobody: "the foreign minister in
// Ankara".
std::string rank_of(const std::vector<const report::Party*>& parties) {
  std::string rank;
  for (const report::Party* party : parties) {
    if (party->role.empty() || party->role == rank) continue;
    if (!rank.empty()) return "mixed";
    rank = party->role;
  }
  return rank;
}

}  // namespace

ChannelKey key_of(const report::Report& report) {
  std::vector<const report::Party*> parties;
  for (const report::Party& party : report.parties)
    if (party.part == report::Part::party) parties.push_back(&party);
  if (parties.empty())
    for (const report::Party& party : report.parties) parties.push_back(&party);

  ChannelKey key;
  for (const report::Party* party : parties) key.actors.push_back(party->actor);
  std::sort(key.actors.begin(), key.actors.end());
  key.actors.erase(std::unique(key.actors.begin(), key.actors.end()), key.actors.end());
  key.mechanism = report.mechanism;
  if (key.mechanism.empty()) key.rank = rank_of(parties);
  return key;
}

std::string ChannelKey::text() const {
  std::string out;
  for (const std::string& actor : actors) {
    if (!out.empty()) out += '-';
    out += actor;
  }
  if (!mechanism.empty()) out += ", " + mechanism;
  if (!rank.empty()) out += ", " + rank;
  return out;
}

std::string ChannelKey::id() const {
  std::string identity;
  for (const std::string& actor : actors) (identity += actor) += kSeparator;
  identity += kSeparator;
  identity += mechanism;
  identity += kSeparator;
  identity += rank;
  return hash_hex(identity).substr(0, kIdDigits);
}

}  // namespace qanat::ledger
