// From what is said of a time to the days that are meant, seen from the publication day.
#pragma once

#include "arabic/arabic.h"
#include "base/date.h"

namespace qanat::arabic {

inline constexpr int kWeek = 7;
inline constexpr int kMonths = 12;

using Tense = TimeMention::Tense;

// A time and what it is on the other side of the anchor, where the words leave the side open.
struct Resolved {
  std::optional<When> when;
  std::optional<When> otherwise;
};

class Calendar {
 public:
  Calendar(std::optional<Date> anchor, bool prefer_future) : anchor_(anchor), prefer_future_(prefer_future) {}

  std::optional<Date> anchor() const { return anchor_; }
  bool prefer_future() const { return prefer_future_; }
  std::optional<int> year(int offset) const;  // the anchor's, and so many on

  // `days` on from the anchor.
  Resolved day(int days) const;
  // Weekdays first..last in the order in which they are said; one day where they are equal.
  Resolved weekdays(int first, int last, Tense tense) const;
  // Days first..last of a month; 0, 0: the whole month. No year: by the tense, else the nearest.
  Resolved days_of_month(int first, int last, int month, std::optional<int> year, Tense tense) const;
  // Days of the anchor's month, so many months on; 0, 0: the whole month.
  Resolved days_of_relative_month(int first, int last, int months) const;
  // The week from Monday to Sunday, so many weeks on; its Saturday and Sunday alone.
  Resolved week(int weeks) const;
  Resolved weekend(int weeks) const;
  // `days` before the anchor up to the day before it, or from the day after it on (negative: past).
  Resolved run(int days) const;
  // The anchor's week; to `prefer_future` the whole of it, else its days so far.
  Resolved this_week() const;
  // From the anchor so many days on (or back).
  Resolved within(int days) const;

 private:
  std::optional<Date> anchor_;
  bool prefer_future_;
};

// -1, 0, 1: past, present, future.
int steps(Tense tense);

}  // namespace qanat::arabic
