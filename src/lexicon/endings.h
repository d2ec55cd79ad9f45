// Endings of Arabic words, put on and taken off by spelling. Behind inflect.h; words here carry no tashkil.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lexicon/inflect.h"
#include "lexicon/words.h"

namespace qanat::lexicon {

using Words = std::vector<std::string>;

inline constexpr std::uint8_t kNoProclitic = 0;
inline constexpr std::uint8_t kPrepositions = kAllowBaKaf | kAllowLam;
inline constexpr std::uint8_t kNominal = kAllowArticle | kPrepositions;

inline constexpr std::array<std::string_view, 10> kNounPronouns = {"ه", "ها", "هم", "هما", "هن",
                                                                   "ي", "نا", "ك",  "كم",  "كما"};
inline constexpr std::array<std::string_view, 5> kThirdPersonPronouns = {"ه", "ها", "هم", "هما", "هن"};
inline constexpr std::array<std::string_view, 9> kVerbPronouns = {"ه", "ها", "هم", "هما", "هن", "ني", "نا", "ك", "كم"};

inline bool ends(const std::string& word, std::string_view ending) { return word.ends_with(ending); }
// Without its last letter.
inline std::string cut(const std::string& word) { return word.substr(0, word.size() - kLetter); }
inline std::string join(const std::string& stem, std::string_view ending) { return stem + std::string(ending); }

// Only Arabic letters, and enough of them to inflect.
bool inflects(const std::string& word);

// The spellings of a word onto which an ending goes: ة opens to ت, a final ء may take any of its chairs, ى opens to
// ا before a pronoun.
Words before_pronoun(const std::string& word);
Words before_dual(const std::string& word);

// "اجتماع" -> "اجتماعا". The word itself where the accusative does not show.
std::string accusative(const std::string& word);
// "هاتفي" -> "هاتفية". The word itself where it cannot take the ة.
std::string feminine(const std::string& word);

// Collects the variants of one form.
class Variants {
 public:
  Variants(Words words, std::vector<Variant>& out) : words_(std::move(words)), out_(out) {}

  const Words& words() const { return words_; }
  const std::string& first() const { return words_.front(); }
  bool single() const { return words_.size() == 1; }

  void put(Words words, std::uint8_t inflection, std::uint8_t allows) {
    out_.push_back({std::move(words), inflection, allows});
  }
  // The form with another first word.
  void put_first(std::string first, std::uint8_t inflection, std::uint8_t allows) {
    Words words = words_;
    words.front() = std::move(first);
    put(std::move(words), inflection, allows);
  }
  // The form with another first word and the others changed to agree with it. Definite ones stay.
  template <class Agree>
  Words agreeing(std::string first, Agree agree) const {
    Words words = words_;
    words.front() = std::move(first);
    for (std::size_t i = 1; i < words.size(); ++i)
      if (!words[i].starts_with(kArticle) && inflects(words[i])) words[i] = agree(words[i]);
    return words;
  }

 private:
  Words words_;
  std::vector<Variant>& out_;
};

void inflect_noun(Variants& v);
void inflect_title(Variants& v);
void inflect_nisba(Variants& v);
void inflect_participle(Variants& v);
void inflect_perfect(Variants& v);
void inflect_imperfect(Variants& v);

}  // namespace qanat::lexicon
