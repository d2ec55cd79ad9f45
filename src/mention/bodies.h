// Bodies by the head of their name: second pass. Private to the room.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "mention/mention.h"

namespace qanat::mention {

// After "اللجنة الوزارية العربية" a bare "اللجنة" is the same, and "المجلس" is the council that was named last.
class LearnedBodies {
 public:
  // Keeps the head of a body's name. Parties come in the order of the text.
  void learn(const sentence::Text& text, const Party& party);
  // Adds a body wherever a kept head stands alone with its article among tokens that no party has taken, and gives
  // bodies that nobody was found for their actors; keeps `parties` in order.
  void recognise(const sentence::Text& text, const std::vector<bool>& taken, std::vector<Party>& parties) const;

 private:
  struct Known {
    std::uint32_t token = 0;  // where the name begins
    std::string actor;
  };
  // The last of that head named before the token; nullptr: none.
  const Known* find(std::string_view head, std::uint32_t token) const;

  std::unordered_map<std::string_view, std::vector<Known>>
      known_;  // by head, without its article; in order of the text
};

}  // namespace qanat::mention
