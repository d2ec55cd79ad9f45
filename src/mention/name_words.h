// The words that names are made of, as far as the lexicon's persons show them. Private to the room.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lexicon/lexicon.h"

namespace qanat::mention {

class NameWords {
 public:
  explicit NameWords(const lexicon::Lexicon& lexicon);
  // Does somebody have it as first name ("سيرغي")? Folded words without proclitics.
  bool given(std::string_view word) const { return can_be_given(word) && (kinds_of(word) & kGiven) != 0; }
  // Is it a first name with an article: "الطيب", "المنصف"? Titles that stand so before names are none.
  bool given_with_article(std::string_view word) const { return (kinds_of(word) & kGivenWithArticle) != 0; }
  // Does it stand in anybody's name?
  bool part(std::string_view word) const { return (kinds_of(word) & kPart) != 0; }
  // The lexicon's persons whose surname it is, and those with a patronymic whose first name it is.
  std::span<const std::uint32_t> bearers(std::string_view word) const;

 private:
  static constexpr std::uint64_t kPart = 1;
  static constexpr std::uint64_t kGiven = 2;
  static constexpr std::uint64_t kGivenWithArticle = 4;
  static constexpr std::uint64_t kKinds = kPart | kGiven | kGivenWithArticle;

  static constexpr std::size_t kShortestGiven = 6;  // bytes: three letters

  // Most words are told apart without being looked up.
  static bool can_be_given(std::string_view word) { return word.size() >= kShortestGiven && !word.starts_with("ال"); }
  std::uint64_t kinds_of(std::string_view word) const;
  void note(std::string_view word, std::uint64_t kinds);
  void note_bearer(std::string_view word, std::uint32_t entry);

  // Asked for every word of a text, so that one cell tells: a word's hash, its lowest bits given to the kinds; 0: free.
  std::vector<std::uint64_t> cells_;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> bearers_;  // by hash
};

// Words that tie a name together and are no name: "بن", "دي", "فون".
bool is_name_tie(std::string_view folded);
// Those of them that make the word behind them somebody's father or house: "بن", "آل".
bool is_patronymic(std::string_view folded);

}  // namespace qanat::mention
