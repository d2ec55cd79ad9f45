// Words of forms: where they end, and how words behind the first are compared.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "arabic/arabic.h"

namespace qanat::lexicon {

using arabic::kLetter;

inline constexpr std::size_t kMinStem = 2;  // letters left behind a conjunction or an article

inline constexpr std::string_view kWaw = "و";
inline constexpr std::string_view kFa = "ف";
inline constexpr std::string_view kBa = "ب";
inline constexpr std::string_view kKaf = "ك";
inline constexpr std::string_view kLam = "ل";
inline constexpr std::string_view kSin = "س";
inline constexpr std::string_view kArticle = "ال";
inline constexpr std::string_view kLamLam = "لل";

// Does the word go on for at least `letters` letters behind that prefix?
inline bool has_prefix(std::string_view word, std::string_view prefix, std::size_t letters) {
  return word.size() >= prefix.size() + letters * kLetter && word.starts_with(prefix);
}

// The words of `text`, spelled as they are. Each punctuation mark is a word of its own.
std::vector<std::string> split_words(std::string_view text);
// The same, folded; words of which folding leaves nothing are left out.
std::vector<std::string> split_folded(std::string_view text);

// The key under which a folded word behind the first of a form is compared, so that it is one with and without its
// article: "التعاون" and "تعاون", "والتعاون" and "وتعاون", "للتعاون" and "تعاون". Allocates nothing; longer words than
// fit are their own key.
class BlindKey {
 public:
  explicit BlindKey(std::string_view folded);
  BlindKey(const BlindKey&) = delete;
  BlindKey& operator=(const BlindKey&) = delete;
  std::string_view view() const { return view_; }

 private:
  static constexpr std::size_t kCapacity = 64;
  char buffer_[kCapacity];
  std::string_view view_;  // of buffer_ or of what was handed in
};

}  // namespace qanat::lexicon
