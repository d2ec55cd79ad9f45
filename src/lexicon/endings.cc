#include "lexicon/endings.h"

namespace qanat::lexicon {
namespace {

constexpr std::size_t kMinLetters = 2;
constexpr unsigned char kFirstTwoByteLead = 0xD8;  // of U+0600..U+06FF
constexpr unsigned char kLastTwoByteLead = 0xDB;

}  // namespace

bool inflects(const std::string& word) {
  if (word.size() < kMinLetters * kLetter || word.size() % kLetter != 0) return false;
  for (std::size_t i = 0; i < word.size(); i += kLetter) {
    const auto lead = static_cast<unsigned char>(word[i]);
    if (lead < kFirstTwoByteLead || lead > kLastTwoByteLead) return false;
  }
  return true;
}

Words before_pronoun(const std::string& word) {
  if (ends(word, "ة")) return {cut(word) + "ت"};
  if (ends(word, "ء")) return {cut(word) + "ئ", cut(word) + "ؤ", word};
  if (ends(word, "ى")) return {cut(word) + "ا"};
  return {word};
}

Words before_dual(const std::string& word) {
  if (ends(word, "ة")) return {cut(word) + "ت"};
  if (ends(word, "ء")) return {word, cut(word) + "ئ"};
  if (ends(word, "ى")) return {cut(word) + "ي"};
  return {word};
}

std::string accusative(const std::string& word) {
  for (const std::string_view bare : {"ة", "ات", "اء", "ا", "ى"})
    if (ends(word, bare)) return word;
  return word + "ا";
}

std::string feminine(const std::string& word) {
  for (const std::string_view never : {"ة", "ات", "ا", "ى", "ء"})
    if (ends(word, never)) return word;
  return word + "ة";
}

}  // namespace qanat::lexicon
