// Mentions in the order of their first words. Private to the room.
#pragma once

#include <algorithm>
#include <iterator>
#include <vector>

#include "mention/mention.h"

namespace qanat::mention {

// Both are in that order already; where two begin at one word, the old one comes first.
inline void merge_in(std::vector<Party>&& found, std::vector<Party>& parties) {
  if (found.empty()) return;
  const auto old = static_cast<std::ptrdiff_t>(parties.size());
  parties.insert(parties.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
  std::inplace_merge(parties.begin(), parties.begin() + old, parties.end(),
                     [](const Party& x, const Party& y) { return x.first < y.first; });
}

}  // namespace qanat::mention
