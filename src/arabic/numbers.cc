#include "arabic/arabic.h"
#include "arabic/time_words.h"

namespace qanat::arabic {
namespace {

constexpr int kTen = 10;
constexpr int kTwenty = 20;

bool is_number_word(const Lexeme& w) { return w.kind == TimeWord::number && w.digits == 0; }
bool adjoins(const Lexeme& w) { return (w.gap & ~kSpace) == 0; }

}  // namespace

NumberRead read_number(const std::vector<Lexeme>& words, std::size_t at) {
  if (at >= words.size() || words[at].kind != TimeWord::number) return {};
  const Lexeme& first = words[at];
  if (first.digits > 0 || first.value >= kTen || at + 1 >= words.size()) return {first.value, 1};
  const Lexeme& second = words[at + 1];
  if (!is_number_word(second) || !adjoins(second)) return {first.value, 1};
  if (second.value == kTen && !second.ordinal && !second.conjunction && !second.article)
    return {first.value + kTen, 2};                                                           // "السابع عشر"
  if (second.value >= kTwenty && second.conjunction) return {first.value + second.value, 2};  // "الحادي والعشرين"
  return {first.value, 1};
}

std::optional<int> number_from(std::string_view words) {
  std::vector<Lexeme> read;
  read_time_words(words, {0, static_cast<std::uint32_t>(words.size())}, read);
  if (read.size() == 1 && read[0].kind == TimeWord::hundred) return read[0].value;
  const NumberRead number = read_number(read, 0);
  if (number.used == 0) {
    // The day's name is the number's with the article: "الاثنين", "الأحد".
    if (read.size() == 1 && read[0].kind == TimeWord::weekday && read[0].value < 2) return read[0].value + 1;
    return std::nullopt;
  }
  if (number.used == read.size()) return number.value;
  if (read.size() == number.used + 1 && number.value < kTen && read.back().kind == TimeWord::hundred)
    return number.value * read.back().value;  // "خمس مئة"
  return std::nullopt;
}

}  // namespace qanat::arabic
