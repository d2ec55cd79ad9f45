// Days of the proleptic Gregorian calendar, and stretches of them at a stated precision.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace qanat {

// A civil day, counted in days since 1970-01-01.
struct Date {
  std::int32_t days = 0;

  // nullopt where there is no such day (month 13, 30 February) or the year is outside 1..9999.
  static std::optional<Date> from_ymd(int year, int month, int day);
  // Reads the first ten characters as YYYY-MM-DD; what follows is ignored ("2018-05-07T10:00Z" is read).
  static std::optional<Date> from_iso(std::string_view text);

  struct Ymd {
    int year;
    int month;
    int day;
  };
  Ymd ymd() const;
  int weekday() const;  // 0 Sunday .. 6 Saturday
  std::string iso() const;

  friend constexpr bool operator==(Date, Date) = default;
  friend constexpr auto operator<=>(Date, Date) = default;
  friend constexpr Date operator+(Date d, int n) { return {d.days + n}; }
  friend constexpr Date operator-(Date d, int n) { return {d.days - n}; }
  friend constexpr int operator-(Date a, Date b) { return a.days - b.days; }
};

// Number of days in that month; 0 for a month outside 1..12.
int days_in_month(int year, int month);

// When something is: a day, a run of days, a month or a year. first and last are both inside.
struct When {
  enum class Precision : std::uint8_t { day, range, month, year };
  Precision precision = Precision::day;
  Date first;
  Date last;

  static When day(Date d) { return {Precision::day, d, d}; }
  static When range(Date a, Date b) { return a == b ? day(a) : When{Precision::range, a, b}; }
  static When month(int year, int month);
  static When year(int year);
  // Reads what iso() writes; nullopt for anything else.
  static std::optional<When> from_iso(std::string_view text);

  // "2018-05-07", "2018-05-07/2018-05-09", "2018-05" or "2018".
  std::string iso() const;
  friend bool operator==(const When&, const When&) = default;
};

}  // namespace qanat
