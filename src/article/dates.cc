#include "article/dates.h"

#include <array>
#include <cstdlib>
#include <string>
#include <vector>

#include "arabic/arabic.h"
#include "base/ascii.h"
#include "base/utf8.h"

namespace qanat::article {
namespace {

constexpr int kFirstYear = 1990;  // no news page is older, and a longer number in an address is no date
constexpr int kLastYear = 2100;
constexpr std::uint32_t kDateLineWords = 18;
constexpr std::uint32_t kOtherWords = 7;  // besides the date: a weekday, "GMT", "آخر تحديث", the Hijri day, an agency
constexpr std::size_t kRunBytes = 1500;     // how far into a line of run-together text its head goes
constexpr std::size_t kLabelledBytes = 90;  // a date stands this close behind its label
constexpr std::size_t kDatelineBytes = 140;
constexpr std::uint32_t kDatelineWords = 4;  // a city of two words, an agency
constexpr std::size_t kOpeningBytes = 40;    // a weekday or a clock before an opening date

// Folded.
constexpr std::array<std::string_view, 7> kWeekdays = {"الاحد",  "الاثنين", "الثلاثا", "الاربعا",
                                                       "الخميس", "الجمعه",  "السبت"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::optional<Date> plausible(int year, int month, int day) {
  if (year < kFirstYear || year > kLastYear) return std::nullopt;
  return Date::from_ymd(year, month, day);
}

int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

std::size_t digits_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_digit(text[end])) ++end;
  return end - at;
}

// 20180507 at `at`, with no digit before or behind.
std::optional<Date> compact_date(std::string_view text, std::size_t at) {
  constexpr std::size_t kDigits = 8;
  if (digits_at(text, at) != kDigits) return std::nullopt;
  return plausible(number(text.substr(at, 4)), number(text.substr(at + 4, 2)), number(text.substr(at + 6, 2)));
}

// 2018-5-07, 2018/05/7, 2018_05_07 at `at`.
std::optional<Date> parted_date(std::string_view text, std::size_t at) {
  if (digits_at(text, at) != 4) return std::nullopt;
  const int year = number(text.substr(at, 4));
  std::size_t next = at + 4;
  int parts[2] = {0, 0};
  for (int& part : parts) {
    if (next >= text.size() || (text[next] != '-' && text[next] != '/' && text[next] != '_' && text[next] != '.')) {
      return std::nullopt;
    }
    ++next;
    const std::size_t size = digits_at(text, next);
    if (size == 0 || size > 2) return std::nullopt;
    part = number(text.substr(next, size));
    next += size;
  }
  return plausible(year, parts[0], parts[1]);
}

// Runs over the numbers of `text` and returns the first that is a date.
std::optional<Date> first_numeric_date(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    if (const auto date = compact_date(text, at)) return date;
    if (const auto date = parted_date(text, at)) return date;
    at += digits_at(text, at);
  }
  return std::nullopt;
}

// "1001 (GMT+04:00) - 10/08/09": day, month and two digits of the year, which only a clock beside them makes a date.
std::optional<Date> short_year_date(std::string_view text) {
  for (std::size_t at = text.find('/'); at != std::string_view::npos; at = text.find('/', at + 1)) {
    constexpr std::size_t kBytes = 8;
    if (at < 2 || at + kBytes - 2 > text.size()) continue;
    const std::string_view date = text.substr(at - 2, kBytes);
    if (digits_at(date, 0) != 2 || digits_at(date, 3) != 2 || date[5] != '/' || digits_at(date, 6) != 2) continue;
    constexpr int kCentury = 2000;
    return plausible(kCentury + number(date.substr(6, 2)), number(date.substr(3, 2)), number(date.substr(0, 2)));
  }
  return std::nullopt;
}

int english_month(std::string_view word) {
  constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                        "jul", "aug", "sep", "oct", "nov", "dec"};
  if (word.size() < 3) return 0;
  std::string low;
  for (const char c : word.substr(0, 3)) low += ascii_lower(c);
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (low == kMonths[i]) return static_cast<int>(i) + 1;
  }
  return 0;
}

// "Mon, 07 May 2018 10:00:00 GMT", "May 7, 2018".
std::optional<Date> english_date(std::string_view text) {
  int month = 0;
  int day = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const char c = text[at];
    if (is_digit(c)) {
      const std::size_t size = digits_at(text, at);
      if (size <= 2 && day == 0) day = number(text.substr(at, size));
      if (size == 4 && month != 0 && day != 0) return plausible(number(text.substr(at, 4)), month, day);
      at += size;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && ((text[end] >= 'a' && text[end] <= 'z') || (text[end] >= 'A' && text[end] <= 'Z')))
      ++end;
    if (month == 0) month = english_month(text.substr(at, end - at));
    at = end > at ? end : at + 1;
  }
  return std::nullopt;
}

Span clip_span(std::string_view text, Span span, std::size_t bytes) {
  const std::size_t size = qanat::clip(slice(text, span), bytes).size();
  return {span.begin, span.begin + static_cast<std::uint32_t>(size)};
}

bool names_weekday(std::string_view folded) {
  for (const std::string_view day : kWeekdays) {
    if (folded.find(day) != std::string_view::npos) return true;
  }
  return false;
}

// Words with letters that stand outside the dates found.
std::uint32_t other_words(std::string_view text, Span span, const std::vector<arabic::AbsoluteDate>& dates) {
  std::uint32_t count = 0;
  bool in_word = false;
  std::size_t at = span.begin;
  while (at < span.end) {
    const Decoded d = decode_utf8(text, at);
    bool dated = false;
    for (const arabic::AbsoluteDate& found : dates) dated = dated || (found.span.begin <= at && at < found.span.end);
    const bool letter = !dated && arabic::is_word(d.code) && (d.code < '0' || d.code > '9');
    if (letter && !in_word) ++count;
    in_word = letter;
    at += d.size;
  }
  return count;
}

}  // namespace

std::optional<Date> read_given_date(std::string_view given) {
  constexpr std::size_t kMost = 200;  // a longer field is no date
  constexpr std::size_t kSeconds = 10;
  constexpr std::int64_t kSecondsOfDay = 86400;
  given = given.substr(0, kMost);
  if (const auto date = Date::from_iso(given)) return date;
  if (digits_at(given, 0) == kSeconds && given.size() == kSeconds) {
    return Date{static_cast<std::int32_t>(std::strtoll(std::string(given).c_str(), nullptr, 10) / kSecondsOfDay)};
  }
  if (const auto date = first_numeric_date(given)) return date;
  if (const auto date = english_date(given)) return date;
  const auto dates = arabic::find_absolute_dates(given, {0, static_cast<std::uint32_t>(given.size())});
  if (dates.empty()) return std::nullopt;
  for (const auto& found : dates) {
    if (found.date != dates.front().date) return std::nullopt;
  }
  return dates.front().date;
}

std::optional<Date> date_in_url(std::string_view url) {
  constexpr std::size_t kMost = 4096;
  return first_numeric_date(url.substr(0, kMost));
}

DateLine read_date_line(std::string_view text, const Line& line) {
  DateLine result;
  constexpr std::uint32_t kFewestDigits = 3;  // a year, or a day and a short year
  constexpr std::uint32_t kMostBytes = 400;
  if (line.digits < kFewestDigits || line.words > kDateLineWords || line.span.size() > kMostBytes) return result;
  const auto dates = arabic::find_absolute_dates(text, line.span);
  result.weekday = names_weekday(arabic::fold(slice(text, line.span)));
  if (dates.empty()) {
    constexpr std::uint32_t kGluedWords = 4;  // "اقتصاد2017/03/02 08:05": a section's name run into its date
    result.date = line.words <= kGluedWords ? first_numeric_date(slice(text, line.span)) : std::nullopt;
    result.is_date = result.date.has_value();
    if (result.is_date) return result;
    // "الجمعة 22 ..." in a spelling that nobody can read is still no headline.
    constexpr std::uint32_t kUnreadWords = 8;
    result.is_date = result.weekday && line.words <= kUnreadWords && line.digits >= 4 && !line.ends_stop;
    return result;
  }
  result.others = other_words(text, line.span, dates);
  result.is_date = result.others <= kOtherWords;
  result.date = dates.front().date;
  return result;
}

std::optional<Date> date_in_run(std::string_view text, const Line& line) {
  if (line.digits == 0) return std::nullopt;
  const Span head = clip_span(text, line.span, kRunBytes);
  for (const std::string_view label : {"آخر تحديث", "اخر تحديث", "تاريخ النشر", "نشر بتاريخ"}) {
    const std::size_t at = slice(text, head).find(label);
    if (at == std::string_view::npos) continue;
    const auto begin = static_cast<std::uint32_t>(head.begin + at + label.size());
    const auto after = arabic::find_absolute_dates(text, clip_span(text, {begin, line.span.end}, kLabelledBytes));
    if (!after.empty()) return after.front().date;
    // "الجمعة، 01 كانون الثاني/يناير 2010، آخر تحديث 10:00": the day stands before the label.
    if (at < kLabelledBytes) {
      const auto before = arabic::find_absolute_dates(text, {head.begin, begin});
      if (!before.empty()) return before.front().date;
    }
  }
  const std::size_t zone = slice(text, clip_span(text, line.span, kOpeningBytes)).find("GMT");
  if (zone == std::string_view::npos) return std::nullopt;
  const Span opening = clip_span(text, line.span, kLabelledBytes);
  const auto dates = arabic::find_absolute_dates(text, opening);
  if (!dates.empty()) return dates.front().date;
  return short_year_date(slice(text, opening));
}

std::optional<Date> date_in_dateline(std::string_view text, Span paragraph) {
  const Span head = clip_span(text, paragraph, kDatelineBytes);
  const std::string_view words = slice(text, head);
  // The dateline ends where its mark is: a dash or colon after the agency or the day.
  std::size_t end = std::string_view::npos;
  for (const std::string_view mark : {" - ", " – ", " — ", "--", ") "}) {
    const std::size_t at = words.find(mark);
    if (at != std::string_view::npos && (end == std::string_view::npos || at > end)) end = at + mark.size();
  }
  if (end == std::string_view::npos) return std::nullopt;
  const Span part = {head.begin, static_cast<std::uint32_t>(head.begin + end)};
  const auto dates = arabic::find_absolute_dates(text, part);
  // A place comes first; what opens with a day is an entry of a chronicle.
  if (dates.size() != 1 || dates.front().span.begin == part.begin || other_words(text, part, dates) > kDatelineWords)
    return std::nullopt;
  return dates.front().date;
}

std::optional<int> weekday_of_today(std::string_view text, Span paragraph) {
  constexpr std::size_t kMost = 4000;
  constexpr std::string_view kToday = "اليوم ";
  const std::string folded = arabic::fold(slice(text, clip_span(text, paragraph, kMost)));
  for (std::size_t at = folded.find(kToday); at != std::string::npos; at = folded.find(kToday, at + 1)) {
    const std::string_view after = std::string_view(folded).substr(at + kToday.size());
    for (std::size_t day = 0; day < kWeekdays.size(); ++day) {
      if (after.starts_with(kWeekdays[day])) return static_cast<int>(day);
    }
  }
  return std::nullopt;
}

}  // namespace qanat::article
