#include "arabic/calendar.h"

#include <algorithm>
#include <cstdlib>

namespace qanat::arabic {
namespace {

Date monday_of(Date d) { return d - (d.weekday() + kWeek - 1) % kWeek; }

// The last such weekday up to `d`; the first from `d` on.
Date last_weekday(Date d, int weekday) { return d - (d.weekday() - weekday + kWeek) % kWeek; }
Date next_weekday(Date d, int weekday) { return d + (weekday - d.weekday() + kWeek) % kWeek; }

// nullopt where the month has no such days.
std::optional<When> days_in(int year, int month, int first, int last) {
  if (first == 0) {
    if (!Date::from_ymd(year, month, 1)) return std::nullopt;
    return When::month(year, month);
  }
  const auto a = Date::from_ymd(year, month, first);
  const auto b = Date::from_ymd(year, month, last);
  if (!a || !b || *b < *a) return std::nullopt;
  return When::range(*a, *b);
}

}  // namespace

int steps(Tense tense) {
  if (tense == Tense::past) return -1;
  return tense == Tense::future ? 1 : 0;
}

std::optional<int> Calendar::year(int offset) const {
  if (!anchor_) return std::nullopt;
  const int year = anchor_->ymd().year + offset;
  return Date::from_ymd(year, 1, 1) ? std::optional(year) : std::nullopt;
}

Resolved Calendar::day(int days) const {
  if (!anchor_) return {};
  return {When::day(*anchor_ + days), std::nullopt};
}

Resolved Calendar::weekdays(int first, int last, Tense tense) const {
  if (!anchor_) return {};
  const auto back = [&](Date from) {
    const Date end = last_weekday(from, last);
    return When::range(last_weekday(end, first), end);
  };
  const auto ahead = [&](Date from) {
    const Date begin = next_weekday(from, first);
    return When::range(begin, next_weekday(begin, last));
  };
  if (tense == Tense::past) return {back(*anchor_ - 1), std::nullopt};
  if (tense == Tense::future) return {ahead(*anchor_ + 1), std::nullopt};
  if (tense == Tense::present) return {back(*anchor_), std::nullopt};
  Resolved out{back(*anchor_), ahead(*anchor_)};
  if (prefer_future_) std::swap(out.when, out.otherwise);
  if (out.when == out.otherwise) out.otherwise.reset();
  return out;
}

Resolved Calendar::days_of_month(int first, int last, int month, std::optional<int> year, Tense tense) const {
  if (year) return {days_in(*year, month, first, last), std::nullopt};
  if (!anchor_) return {};
  const int now = anchor_->ymd().year;
  if (tense == Tense::present) return {days_in(now, month, first, last), std::nullopt};

  // The last one that is not ahead of the anchor and the first that is not behind it.
  std::optional<When> back;
  std::optional<When> ahead;
  for (int y = now - 1; y <= now + 1; ++y) {
    const std::optional<When> when = days_in(y, month, first, last);
    if (!when) continue;
    const bool holds_anchor = when->first <= *anchor_ && *anchor_ <= when->last;
    // "April last" said in April is last year's; "12 June last" said on 12 June is today.
    const bool open = holds_anchor && (tense == Tense::none || first != 0);
    if (when->last < *anchor_ || open) back = when;
    if ((when->first > *anchor_ || open) && !ahead) ahead = when;
  }
  if (tense == Tense::past) return {back, std::nullopt};
  if (tense == Tense::future) return {ahead, std::nullopt};
  if (!back || !ahead || back == ahead) return {back ? back : ahead, std::nullopt};
  const int since = *anchor_ - back->last;
  const int until = ahead->first - *anchor_;
  const bool takes_ahead = until < since || (until == since && prefer_future_);
  return takes_ahead ? Resolved{ahead, back} : Resolved{back, ahead};
}

Resolved Calendar::days_of_relative_month(int first, int last, int months) const {
  if (!anchor_) return {};
  const Date::Ymd now = anchor_->ymd();
  const int index = now.year * kMonths + now.month - 1 + months;
  return {days_in(index / kMonths, index % kMonths + 1, first, last), std::nullopt};
}

Resolved Calendar::week(int weeks) const {
  if (!anchor_) return {};
  const Date monday = monday_of(*anchor_) + kWeek * weeks;
  const When from_monday = When::range(monday, monday + (kWeek - 1));
  // On a Sunday half of the press begins a new week: to them last week ended yesterday.
  if (weeks == -1 && anchor_->weekday() == 0) return {from_monday, When::range(*anchor_ - kWeek, *anchor_ - 1)};
  return {from_monday, std::nullopt};
}

Resolved Calendar::this_week() const {
  const Resolved whole = week(0);
  if (!anchor_) return {};
  const When so_far = When::range(whole.when->first, *anchor_);
  if (so_far == *whole.when) return whole;
  return prefer_future_ ? Resolved{whole.when, so_far} : Resolved{so_far, whole.when};
}

Resolved Calendar::weekend(int weeks) const {
  if (!anchor_) return {};
  const Date sunday = monday_of(*anchor_) + kWeek * weeks + (kWeek - 1);
  return {When::range(sunday - 1, sunday), std::nullopt};
}

Resolved Calendar::run(int days) const {
  if (!anchor_ || days == 0) return {};
  if (days < 0) return {When::range(*anchor_ + days, *anchor_ - 1), std::nullopt};
  return {When::range(*anchor_ + 1, *anchor_ + days), std::nullopt};
}

Resolved Calendar::within(int days) const {
  constexpr int kLongest = 62;  // "within five years" says no days
  if (!anchor_ || days == 0 || days > kLongest) return {};
  const Resolved ahead{When::range(*anchor_, *anchor_ + days), When::range(*anchor_ - days, *anchor_)};
  return prefer_future_ ? ahead : Resolved{ahead.otherwise, ahead.when};
}

}  // namespace qanat::arabic
