// Arabic as the press writes it: folding of spellings, clitics, numbers, and dates in words.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/span.h"

namespace qanat::arabic {

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

// ---- clitics ---------------------------------------------------------------------------------------------------

// One way to take a folded word apart: proclitics | stem | pronoun. Byte counts into the folded word.
struct Analysis {
  std::uint8_t conjunction = 0;  // و or ف: bytes
  std::uint8_t preposition = 0;  // ب ك ل, also س before a present verb: bytes
  bool article = false;          // ال, also the لل of ل+ال
  std::string_view stem;         // a view of the word handed in (or of `buffer`)
  std::string_view pronoun;      // "ه", "ها", "هم", "هما", "نا", "ي", "ك", "كم" ...; empty: none
};
// The ways that a folded word can be read, the whole word first, longest stem first; at most kMaxAnalyses.
// Views point into `word`; it must outlive them.
std::vector<Analysis> analyse(std::string_view word);

// The keys under which a word is indexed and searched, so that any clitic or spelling of it finds it: the folded stem
// without conjunctions, prepositions, article and pronouns. At least one, the most likely.
std::string search_key(std::string_view word);

// ---- numbers and times -----------------------------------------------------------------------------------------

// "ثلاثة", "الثالثة", "17", "١٧", "السابع عشر", "عشرين" -> value; nullopt for what is no number. Input need not be
// folded.
std::optional<int> number_from(std::string_view words);

// A time expression found in a text.
struct TimeMention {
  Span span;                 // in the text handed in
  std::optional<When> when;  // resolved; nullopt: relative, and there was nothing to resolve it against
  enum class Tense : unsigned char { none, past, future } hint = Tense::none;  // "الماضي", "المقبل" and the like
  bool publication_day =
      false;  // said to be the day of publication: "اليوم", "اليوم الثلاثاء", a bare weekday that is it
};

// Finds times in [span) of `text` and resolves them against the publication date `anchor` (nullopt: not known; then
// only absolute ones get a `when`). Knows: اليوم أمس غدا "أول أمس", weekdays bare or with الماضي/المقبل/الفائت/القادم,
// "الأسبوع/الشهر/العام الماضي|المقبل|الجاري", "الشهر الجاري", "مطلع/منتصف/أواخر", months in Levantine, Egyptian,
// Maghrebi
// ("جانفي", "فيفري") and double names ("أبريل/ نيسان"), "3 أبريل", "يومي 3 و4 أبريل", "من 3 إلى 5 مايو", "في 2017",
// "عام 2017", "2017-02-08", "8/2/2017", "29th, January 2024", Eastern digits, Hijri beside Gregorian (the Gregorian
// wins). A month or day without a year is resolved to the one nearest to the anchor that its tense words allow; a bare
// weekday to the last one up to the anchor (`prefer_future`: the next one from the anchor on).
std::vector<TimeMention> find_times(std::string_view text, Span span, std::optional<Date> anchor,
                                    bool prefer_future = false);

// An absolute date alone, as in a page's date line; nullopt where the text holds none or several that differ.
struct AbsoluteDate {
  Span span;
  Date date;
};
std::vector<AbsoluteDate> find_absolute_dates(std::string_view text, Span span);

}  // namespace qanat::arabic
