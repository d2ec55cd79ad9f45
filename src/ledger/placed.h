// Entries, each with its place in time, in the fold's order. Private to the room.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/ledger.h"

namespace qanat::ledger {

inline constexpr std::size_t kIdDigits = 12;  // of a hash, where it names a channel, a contact or a conflict

// How well an entry's place in time is known. The firm ones are gathered first, so that loose ones join them.
enum class Firmness : std::uint8_t {
  stated,    // a day or a short stretch, in the words of the article
  reported,  // nothing stated: around the day of publication
  vague,     // stated, but no better than a month, a year or a long stretch
  undated,   // nothing stated, nothing published
};

struct Placed {
  const Entry* entry = nullptr;  // owned by the caller of fold_channel
  Firmness firmness = Firmness::undated;
  When when;                       // when the contact is; not set where undated
  bool ahead = false;              // announced without a day: `when` reaches from the publication onwards
  std::optional<Date> holds_from;  // since when the channel is in the entry's state; nullopt: undated
};

// Sorted by the fold's key (day of the contact, publication, id; undated ones last), each id once.
std::vector<Placed> place(const std::vector<Entry>& entries);

// By what an entry is counted: the text behind its article, else the article itself.
const std::string& origin_of(const Entry& entry);

// How many different origins.
int count_origins(const std::vector<const Entry*>& entries);

// Days between two stretches; 0 where they overlap.
int distance(const When& a, const When& b);

}  // namespace qanat::ledger
