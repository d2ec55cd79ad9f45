// What the lines beside a story name: those it is taken from, its tags, its language.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "article/lines.h"

namespace qanat::article {

// "RT + نيويورك تايمز" -> RT, نيويورك تايمز. Appends those not there yet.
void add_credits(std::string_view text, std::vector<std::string>& credits);

// "سوريا، روسيا", "#سوريا #روسيا", "سوريا | روسيا", or words with nothing but white space between them, where a noun
// and the adjective that agrees with it stay together ("القوات الروسية"). Appends.
void add_tags(std::string_view text, std::vector<std::string>& tags);

// Counts of letters tell the language.
class LanguageGuess {
 public:
  void add(std::string_view text, const Line& line);
  std::string language() const;  // "ar", "fa", "ur", "en", "fr"; empty where it cannot be told

 private:
  std::uint64_t arabic_ = 0;
  std::uint64_t latin_ = 0;
  std::uint64_t persian_ = 0;
  std::uint64_t farsi_forms_ = 0;
  std::uint64_t urdu_ = 0;
  std::uint64_t english_words_ = 0;
  std::uint64_t french_words_ = 0;
};

}  // namespace qanat::article
