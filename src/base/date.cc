#include "base/date.h"

#include <chrono>
#include <cstdio>

namespace qanat {
namespace {

namespace ch = std::chrono;

constexpr int kMaxYear = 9999;

// Reads exactly `n` ASCII digits at `at`; -1 where they are not there.
int digits(std::string_view s, std::size_t at, std::size_t n) {
  if (at + n > s.size()) return -1;
  int v = 0;
  for (std::size_t i = at; i < at + n; ++i) {
    if (s[i] < '0' || s[i] > '9') return -1;
    v = v * 10 + (s[i] - '0');
  }
  return v;
}

}  // namespace

std::optional<Date> Date::from_ymd(int year, int month, int day) {
  if (year < 1 || year > kMaxYear || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  const ch::year_month_day ymd{ch::year{year}, ch::month{static_cast<unsigned>(month)},
                               ch::day{static_cast<unsigned>(day)}};
  if (!ymd.ok()) return std::nullopt;
  return Date{static_cast<std::int32_t>(ch::sys_days{ymd}.time_since_epoch().count())};
}

std::optional<Date> Date::from_iso(std::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  return from_ymd(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2));
}

Date::Ymd Date::ymd() const {
  const ch::year_month_day v{ch::sys_days{ch::days{days}}};
  return {static_cast<int>(v.year()), static_cast<int>(static_cast<unsigned>(v.month())),
          static_cast<int>(static_cast<unsigned>(v.day()))};
}

int Date::weekday() const { return static_cast<int>(ch::weekday{ch::sys_days{ch::days{days}}}.c_encoding()); }

std::string Date::iso() const {
  const Ymd v = ymd();
  char out[32];
  std::snprintf(out, sizeof out, "%04d-%02d-%02d", v.year, v.month, v.day);
  return out;
}

int days_in_month(int year, int month) {
  if (month < 1 || month > 12) return 0;
  const ch::year_month_day_last last{ch::year{year}, ch::month_day_last{ch::month{static_cast<unsigned>(month)}}};
  return static_cast<int>(static_cast<unsigned>(last.day()));
}

When When::month(int year, int month) {
  const Date first = Date::from_ymd(year, month, 1).value_or(Date{});
  return {Precision::month, first, first + (days_in_month(year, month) - 1)};
}

When When::year(int year) {
  return {Precision::year, Date::from_ymd(year, 1, 1).value_or(Date{}), Date::from_ymd(year, 12, 31).value_or(Date{})};
}

std::optional<When> When::from_iso(std::string_view text) {
  if (text.size() == 4) {
    const int y = digits(text, 0, 4);
    if (y < 1) return std::nullopt;
    return year(y);
  }
  if (text.size() == 7 && text[4] == '-') {
    const int y = digits(text, 0, 4);
    const int m = digits(text, 5, 2);
    if (y < 1 || m < 1 || m > 12) return std::nullopt;
    return month(y, m);
  }
  const auto a = Date::from_iso(text);
  if (!a) return std::nullopt;
  if (text.size() == 10) return day(*a);
  if (text.size() != 21 || text[10] != '/') return std::nullopt;
  const auto b = Date::from_iso(text.substr(11));
  if (!b || *b < *a) return std::nullopt;
  return range(*a, *b);
}

std::string When::iso() const {
  std::string a = first.iso();
  switch (precision) {
    case Precision::day:
      return a;
    case Precision::range:
      return a + "/" + last.iso();
    case Precision::month:
      return a.substr(0, 7);
    case Precision::year:
      return a.substr(0, 4);
  }
  return a;
}

}  // namespace qanat
