// Arabic as the press writes it: folding of spellings, clitics, numbers, and dates in words.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/span.h"

namespace qanat::arabic {

inline constexpr std::size_t kLetter = 2;  // bytes of an Arabic letter in UTF-8

// ---- spellings -------------------------------------------------------------------------------------------------

// Folds spellings that vary within and across papers to one key: drops tashkil, tatweel, bidirectional marks, ZWJ/ZWNJ,
// '#' and soft hyphens; أإآٱ -> ا; ى -> ي; ة -> ه; ؤ -> و; ئ -> ي; lone ء dropped; Persian ک گ ی and presentation forms
// to Arabic letters; Eastern digits to ASCII; Latin to lower case; '_' to a space. Other code points are kept.
std::string fold(std::string_view text);
// Appends to `out` instead of making a string: the hot path.
void fold_to(std::string_view text, std::string& out);

// All that is to know of one code point below U+0800: what it folds to (0: dropped), and whether it is part of a word.
struct Glyph {
  std::uint16_t folded = 0;
  bool word = false;
};
inline constexpr std::size_t kGlyphs = 0x800;
extern const std::array<Glyph, kGlyphs> kGlyph;

// The same for those who walk a text themselves. fold_code: what one code point folds to; 0: dropped. Not for the
// lam-alef ligatures, which fold to two letters: append_folded knows them.
char32_t fold_code(char32_t code);
void append_folded(char32_t code, std::string& out);

// Is this code point a letter (Arabic, Latin, ...) or a digit, that is, part of a word? Marks inside a word are too.
bool is_word(char32_t code);
bool is_arabic_letter(char32_t code);
bool is_digit(char32_t code);  // ASCII and both Eastern rows
// Between two digits these belong to the number: "3.5", "10:30", "5+1".
bool joins_digits(char32_t code);

// ---- clitics ---------------------------------------------------------------------------------------------------

// One way to take a folded word apart: proclitics | stem | pronoun. Byte counts into the folded word.
struct Analysis {
  std::uint8_t conjunction = 0;  // و or ف: bytes
  std::uint8_t preposition = 0;  // ب ك ل, also س before a present verb: bytes
  bool article = false;          // ال, also the لل of ل+ال
  std::string_view stem;         // a view of the word handed in (or of `buffer`)
  std::string_view pronoun;      // "ه", "ها", "هم", "هما", "نا", "ي", "كم" ...; empty: none
};
// The ways that a folded word can be read, the whole word first, longest stem first; at most kMaxAnalyses.
// Views point into `word`; it must outlive them.
std::vector<Analysis> analyse(std::string_view word);

// The key under which a word is indexed and searched, so that any clitic or spelling of it finds it: what is left of
// the folded word without conjunctions, prepositions, article, pronouns and feminine endings. Not a word itself; a few
// words share a key.
std::string search_key(std::string_view word);

// ---- numbers and times -----------------------------------------------------------------------------------------

// "ثلاثة", "الثالثة", "17", "١٧", "السابع عشر", "عشرين" -> value; nullopt for what is no number. Input need not be
// folded.
std::optional<int> number_from(std::string_view words);

// A time expression found in a text.
struct TimeMention {
  // How it is said; the more exact forms are the better evidence.
  enum class Form : unsigned char {
    today,     // "اليوم", "اليوم الثلاثاء", "الليلة"
    near_day,  // "أمس", "أول من أمس", "غدا", "بعد غد", also with their weekday
    weekday,   // "الثلاثاء", "الثلاثاء الماضي", "الخميس والجمعة"
    date,      // "3 أبريل", "يومي 3 و4 أبريل", "2017-02-08"
    month,     // "أبريل", "الشهر الماضي", "مطلع الشهر المقبل"
    year,      // "2017", "العام الماضي"
    week,      // "الأسبوع الماضي", "نهاية الأسبوع", "الأسبوع الأول من مايو"
    distance,  // "قبل يومين", "منذ ثلاثة أيام", "بعد أسبوع"
    stretch,   // "اليومين الماضيين", "خلال يومين", "الأيام المقبلة"
  };
  enum class Tense : unsigned char { none, past, present, future };

  Span span;  // in the text handed in
  Form form = Form::date;
  Tense hint = Tense::none;  // "الماضي", "الجاري", "المقبل" and the like
  std::optional<When> when;  // resolved; nullopt: relative without an anchor, or vague ("الأيام المقبلة")
  // What it is if it was not said of the side that `prefer_future` chose: for bare weekdays, and months or days of
  // months without a year and without a hint. "قال الثلاثاء إنه سيزور ... الخميس" has both tenses in one sentence.
  std::optional<When> otherwise;
  bool publication_day = false;  // `when` is the anchor's day, said by "اليوم", "الليلة" or a weekday
};
const char* to_string(TimeMention::Form form);

// Finds times in [span) of `text` and resolves them against the publication date `anchor` (nullopt: not known; then
// only absolute ones get a `when`). Weeks run from Monday to Sunday. Months are known by their Levantine, Egyptian,
// Maghrebi and English names, and by two of them ("أبريل/ نيسان"); a Hijri date beside a Gregorian one is passed over.
// A day or month without a year is the nearest one to the anchor that its tense words allow. A bare weekday is the last
// one up to the anchor (`prefer_future`: the first from the anchor on). A weekday beats a wrong "اليوم" or "أمس" before
// it. Mentions are in order and do not overlap. Linear in the span.
std::vector<TimeMention> find_times(std::string_view text, Span span, std::optional<Date> anchor,
                                    bool prefer_future = false);

// Absolute dates, with day, month and year, as in a page's date line: all of them, in order.
struct AbsoluteDate {
  Span span;
  Date date;
};
std::vector<AbsoluteDate> find_absolute_dates(std::string_view text, Span span);

// One line a mention, for `explain` and tests: "[begin,end) form when".
std::string dump(const std::vector<TimeMention>& times);

}  // namespace qanat::arabic
