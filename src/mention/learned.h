// Names learned from the page: second pass. Private to the room.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "mention/mention.h"

namespace qanat::mention {

// After "وزير الخارجية النرويجي يوناس غار ستوره" a bare "ستوره" is the same man.
class LearnedNames {
 public:
  // Keeps the surname of a party that has a person and an actor.
  void learn(const Party& party);
  // Adds a person wherever a kept surname stands among tokens that no party has taken; keeps `parties` in order.
  void recognise(const sentence::Text& text, const std::vector<bool>& taken, std::vector<Party>& parties) const;

 private:
  struct Known {
    Party party;
  };
  std::unordered_map<std::string, Known> by_surname_;
};

}  // namespace qanat::mention
