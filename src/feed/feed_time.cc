// The times of feeds: RFC 822 with its four ways to write a year and a zone, and ISO 8601.
#include <array>
#include <cstdio>

#include "base/date.h"
#include "feed/http_message.h"
#include "feed/syndication.h"

namespace qanat::feed {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};
// Hours from Greenwich of the zones that RFC 822 names.
struct Zone {
  std::string_view name;
  int hours;
};
constexpr std::array<Zone, 10> kZones = {{{"gmt", 0},
                                          {"ut", 0},
                                          {"utc", 0},
                                          {"z", 0},
                                          {"est", -5},
                                          {"edt", -4},
                                          {"cst", -6},
                                          {"cdt", -5},
                                          {"mst", -7},
                                          {"pst", -8}}};

// Takes words from the front: runs without blanks, commas and hyphens at their ends.
std::string_view take_word(std::string_view& text) {
  constexpr std::string_view kBetween = " \t\r\n,";
  const std::size_t begin = std::min(text.find_first_not_of(kBetween), text.size());
  const std::size_t end = std::min(text.find_first_of(kBetween, begin), text.size());
  const std::string_view word = text.substr(begin, end - begin);
  text.remove_prefix(end);
  return word;
}

// -1 for what is no number of at most `most` digits.
int number(std::string_view text, std::size_t most) {
  if (text.empty() || text.size() > most) return -1;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

int month_of(std::string_view word) {
  constexpr std::size_t kShort = 3;
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (word.size() >= kShort && same_word(word.substr(0, kShort), kMonths[i])) return static_cast<int>(i) + 1;
  }
  return 0;
}

int full_year(std::string_view word) {
  constexpr int kPivot = 70;
  const int year = number(word, 4);
  if (word.size() != 2 || year < 0) return year;
  return year < kPivot ? 2000 + year : 1900 + year;
}

// "+03:00", "Z" or empty.
std::string zone_of(std::string_view word) {
  if ((word.starts_with('+') || word.starts_with('-')) && word.size() >= 5) {
    const std::string_view digits = word.substr(1);
    const bool colon = digits[2] == ':';
    const std::string_view minutes = digits.substr(colon ? 3 : 2, 2);
    if (number(digits.substr(0, 2), 2) < 0 || number(minutes, 2) < 0) return "";
    return std::string(word.substr(0, 3)) + ":" + std::string(minutes);
  }
  for (const Zone& zone : kZones) {
    if (!same_word(word, zone.name)) continue;
    if (zone.hours == 0) return "Z";
    return "-0" + std::to_string(-zone.hours) + ":00";
  }
  return "";
}

std::string rfc822(std::string_view text) {
  std::string_view word = take_word(text);
  if (number(word, 2) < 0) word = take_word(text);  // the day of the week
  const int day = number(word, 2);
  const int month = month_of(take_word(text));
  const int year = full_year(take_word(text));
  const auto date = Date::from_ymd(year, month, day);
  if (!date) return "";
  std::string out = date->iso();
  const std::string_view clock = take_word(text);
  const int hour = number(clock.substr(0, clock.find(':')), 2);
  if (clock.size() < 5 || hour < 0 || hour > 23 || clock[2] != ':' || number(clock.substr(3, 2), 2) < 0) return out;
  out += "T" + std::string(clock.substr(0, 5));
  const bool seconds = clock.size() == 8 && clock[5] == ':' && number(clock.substr(6), 2) >= 0;
  out += seconds ? std::string(clock.substr(5)) : ":00";
  return out + zone_of(take_word(text));
}

}  // namespace

std::string iso_time(std::string_view text) {
  text = trim(text);
  if (Date::from_iso(text)) return std::string(text);
  return rfc822(text);
}

}  // namespace qanat::feed
