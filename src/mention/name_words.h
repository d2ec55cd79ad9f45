// The words that names are made of, as far as the lexicon's persons show them. Private to the room.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "lexicon/lexicon.h"

namespace qanat::mention {

class NameWords {
 public:
  explicit NameWords(const lexicon::Lexicon& lexicon);
  // Does somebody have it as first name ("سيرغي")? Folded words without proclitics.
  bool given(std::string_view word) const { return given_.contains(word); }
  // Does it stand in anybody's name?
  bool part(std::string_view word) const { return parts_.contains(word); }
  // The lexicon's persons whose surname it is, and those with a patronymic whose first name it is.
  std::span<const std::uint32_t> bearers(std::string_view word) const {
    const auto it = bearers_.find(word);
    return it == bearers_.end() ? std::span<const std::uint32_t>{} : it->second;
  }

 private:
  void note_bearer(const std::string& word, std::uint32_t entry);
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
  };
  using Set = std::unordered_set<std::string, Hash, std::equal_to<>>;
  std::unordered_map<std::string, std::vector<std::uint32_t>, Hash, std::equal_to<>> bearers_;
  Set given_;
  Set parts_;
};

// Words that tie a name together and are no name: "بن", "دي", "فون".
bool is_name_tie(std::string_view folded);
// Those of them that make the word behind them somebody's father or house: "بن", "آل".
bool is_patronymic(std::string_view folded);

}  // namespace qanat::mention
