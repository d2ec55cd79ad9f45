// Dates: days of months, months, years.
#include <algorithm>
#include <utility>

#include "arabic/time_parser.h"

namespace qanat::arabic {
namespace {

constexpr int kLastDay = 31;

}  // namespace

// 2017-02-08, 2017/2/8, 8/2/2017, 8.2.2017; the month comes first where the day could not be one.
std::size_t TimeParser::numeric_date(std::size_t at) {
  if (at + 2 >= words_.size()) return 0;
  const Lexeme& a = words_[at];
  const Lexeme& b = words_[at + 1];
  const Lexeme& c = words_[at + 2];
  if (a.digits == 0 || b.digits == 0 || c.digits == 0 || b.gap != c.gap) return 0;
  if (b.gap != kSlash && b.gap != kDash && b.gap != kDot) return 0;
  if (at + 3 < words_.size() && words_[at + 3].digits > 0 && words_[at + 3].gap == b.gap) return 0;
  int year = c.value;
  int month = b.value;
  int day = a.value;
  if (is_year(at)) {
    std::swap(year, day);
  } else if (!is_year(at + 2)) {
    return 0;
  }
  if (month > kMonths && day <= kMonths) std::swap(month, day);
  const auto date = Date::from_ymd(year, month, day);
  if (!date) return 0;
  return emit(at, at + 3, Form::date, {When::day(*date), std::nullopt}, Tense::none);
}

// "3", "3 و4", "من 3 إلى 5" from the 3 on, "25-27", "الثالث", "20 أو 27": all that is said is one run of days.
TimeParser::Days TimeParser::read_days(std::size_t at) const {
  constexpr int kMaxListed = 8;
  Days out;
  // "1.5 نوفمبر", "10:30": part of another number.
  if (at > 0 && words_[at].digits > 0 && words_[at - 1].digits > 0 && (words_[at].gap & kSpace) == 0 &&
      (words_[at].gap & (kDot | kComma | kOther)) != 0)
    return out;
  for (int listed = 0; listed < kMaxListed; ++listed) {
    std::size_t next = listed == 0 ? at : out.end;
    if (listed > 0) {
      const bool joined = (next_is(next, TimeWord::to) || next_is(next, TimeWord::or_)) && adjoins(next + 1);
      const bool listed_on = is(next, TimeWord::number) &&
                             (words_[next].conjunction ? adjoins(next, kComma) : adjoins(next, kDash | kComma)) &&
                             (words_[next].conjunction || words_[next].gap != kSpace);
      if (joined) {
        ++next;
      } else if (!listed_on) {
        break;
      }
    }
    const NumberRead number = read_number(words_, next);
    if (number.used == 0 || number.value < 1 || number.value > kLastDay || words_[next].digits > 2) break;
    out.first = listed == 0 ? number.value : std::min(out.first, number.value);
    out.last = std::max(out.last, number.value);
    out.list = listed > 0;
    out.end = next + number.used;
  }
  return out;
}

// A month's name, and its second one: "أبريل/ نيسان", "حزيران (يونيو)", "يونيو حزيران".
TimeParser::Month TimeParser::read_month(std::size_t at) const {
  const auto one = [&](std::size_t i) -> Month {
    if (is(i, TimeWord::month)) return {words_[i].value, words_[i].weak, false, i + 1};
    if (!is(i, TimeWord::half_month) || !next_is(i + 1, TimeWord::number)) return {};
    const int which = words_[i + 1].value;  // كانون الأول is December, كانون الثاني January
    if (words_[i + 1].digits > 0 || which < 1 || which > 2) return {};
    return {which == 1 ? words_[i].value : words_[i].value % kMonths + 1, false, false, i + 2};
  };
  Month out = one(at);
  if (out.month == 0 || !adjoins(out.end, kSlash | kDash | kOpen)) return out;
  const Month second = one(out.end);
  if (second.month == 0) return out;
  const bool marked = (words_[out.end].gap & (kSlash | kOpen)) != 0;
  if (!marked && second.month != out.month) return out;
  out.end = second.end;
  out.two_names = true;
  return out;
}

TimeParser::Which TimeParser::read_which(std::size_t at) const {
  Which out;
  out.end = at;
  if (is_year(at) && adjoins(at, kComma | kClose | kSlash)) {
    out.year = words_[at].value;
    out.end = at + 1;
    return out;
  }
  if (const Tense tense = tense_at(at, kClose); tense != Tense::none) {
    out.tense = tense;
    out.end = at + 1;
    return out;
  }
  std::size_t i = at;
  if (next_is(i, TimeWord::of, kClose)) ++i;
  const bool this_one = next_is(i, TimeWord::this_);
  if (this_one) ++i;
  if (!next_is(i, TimeWord::year_unit, kClose)) return out;
  if (this_one) {
    out.year = calendar_.year(0);
    out.end = i + 1;
  } else if (is_year(i + 1) && adjoins(i + 1)) {
    out.year = words_[i + 1].value;
    out.end = i + 2;
  } else if (const Tense tense = tense_at(i + 1); tense != Tense::none) {
    out.year = calendar_.year(steps(tense));
    out.end = i + 2;
  } else if (next_is(i + 1, TimeWord::same) && last_year_) {
    out.year = last_year_;
    out.end = i + 2;
  }
  return out;
}

TimeParser::DayOfMonth TimeParser::read_day_of_month(std::size_t at) const {
  DayOfMonth out;
  out.days = read_days(at);
  if (out.days.end == 0) return out;
  std::size_t i = out.days.end;
  if (next_is(i, TimeWord::of)) ++i;
  const bool this_month = next_is(i, TimeWord::this_) && next_is(i + 1, TimeWord::month_unit);
  if (this_month) {
    out.this_month = true;
    out.which.tense = Tense::present;
    out.end = i + 2;
    return out;
  }
  if (next_is(i, TimeWord::month_unit)) {
    ++i;
    if (const Tense tense = tense_at(i); tense != Tense::none) {  // "12 من الشهر الجاري"
      out.this_month = true;
      out.which.tense = tense;
      out.end = i + 1;
      return out;
    }
  }
  if (adjoins(i, kComma | kDash | kSlash)) out.month = read_month(i);
  if (out.month.month != 0) {
    out.which = read_which(out.month.end);
    out.end = out.which.end;
    return out;
  }
  // "12 الجاري": the month is not said.
  const Tense tense = tense_at(out.days.end);
  if (tense != Tense::none && words_[at].digits > 0) {
    out.this_month = true;
    out.which.tense = tense;
    out.end = out.days.end + 1;
  } else if (out.days.list && follows(at, TimeWord::days)) {  // "يومي 18 و19"
    out.this_month = true;
    out.end = out.days.end;
  }
  return out;
}

Resolved TimeParser::resolve(const DayOfMonth& d, std::optional<int> year) const {
  if (d.this_month) return calendar_.days_of_relative_month(d.days.first, d.days.last, steps(d.which.tense));
  return calendar_.days_of_month(d.days.first, d.days.last, d.month.month, year, d.which.tense);
}

// `begin` is where the mention begins: the weekday before the date, or `at`.
std::size_t TimeParser::date(std::size_t at, std::size_t begin) {
  const DayOfMonth first = read_day_of_month(at);
  if (first.end == 0) return 0;

  // "من 26 أبريل إلى 2 مايو", "بين 26 فبراير و5 مارس"
  std::size_t next = first.end;
  const bool between = at > 0 && is(at - 1, TimeWord::between);
  const bool to = next_is(next, TimeWord::to) || next_is(next, TimeWord::or_);
  if (first.month.month != 0 && (to || between)) {
    if (to) ++next;
    if (is(next, TimeWord::number) && adjoins(next) && (to || words_[next].conjunction)) {
      DayOfMonth second = read_day_of_month(next);
      if (second.end != 0 && second.month.month != 0) {
        const std::optional<int> year = first.which.year ? first.which.year : second.which.year;
        if (second.which.tense == Tense::none) second.which.tense = first.which.tense;
        const Resolved a = resolve(first, year);
        const Resolved b = resolve(second, second.which.year ? second.which.year : year);
        if (a.when && b.when && a.when->first <= b.when->last)
          return emit(begin, second.end, Form::date, {When::range(a.when->first, b.when->last), std::nullopt},
                      second.which.tense);
      }
    }
  }
  const Resolved resolved = resolve(first, first.which.year);
  if (!resolved.when && calendar_.anchor()) return 0;  // there is no such day
  return emit(begin, first.end, Form::date, resolved, first.which.tense);
}

// "النصف الثاني من مايو"
std::size_t TimeParser::half_month(std::size_t at) {
  constexpr int kMiddle = 15;
  if (!next_is(at + 1, TimeWord::number) || !words_[at + 1].ordinal || !next_is(at + 2, TimeWord::of)) return 0;
  const int half = words_[at + 1].value;
  std::size_t i = at + 3;
  if (next_is(i, TimeWord::month_unit)) ++i;
  const Month named = adjoins(i) ? read_month(i) : Month{};
  if (half > 2 || named.month == 0) return 0;
  const Which which = read_which(named.end);
  const int year = which.year.value_or(calendar_.year(0).value_or(1));
  const Resolved resolved =
      calendar_.days_of_month(half == 1 ? 1 : kMiddle + 1, half == 1 ? kMiddle : days_in_month(year, named.month),
                              named.month, which.year, which.tense);
  return emit(at, which.end, Form::date, resolved, which.tense);
}

std::size_t TimeParser::month(std::size_t at) {
  if (follows(at, TimeWord::no_time)) return 0;
  const Month read = read_month(at);
  if (read.month == 0) return 0;

  // "February 8, 2017"
  if (next_is(read.end, TimeWord::number) && words_[read.end].value <= kLastDay && is_year(read.end + 1) &&
      adjoins(read.end + 1, kComma)) {
    const Resolved day = calendar_.days_of_month(words_[read.end].value, words_[read.end].value, read.month,
                                                 words_[read.end + 1].value, Tense::none);
    if (day.when) return emit(at, read.end + 2, Form::date, day, Tense::none);
  }

  const Which which = read_which(read.end);
  if (read.weak && !read.two_names && which.end == read.end) {
    const bool introduced =
        at > 0 && adjoins(at) &&
        (is(at - 1, TimeWord::month_unit) || is(at - 1, TimeWord::in) || is(at - 1, TimeWord::since) ||
         is(at - 1, TimeWord::first_part) || is(at - 1, TimeWord::middle_part) || is(at - 1, TimeWord::last_part));
    if (!introduced) return 0;
  }
  return emit(at, which.end, Form::month, calendar_.days_of_month(0, 0, read.month, which.year, which.tense),
              which.tense);
}

// "في 2017", "منذ 2011", "بين 2012 و2015": a bare number is a year only behind such a word or another year.
std::size_t TimeParser::year(std::size_t at) {
  if (!is_year(at) || at == 0 || !adjoins(at)) return 0;
  const TimeWord before = words_[at - 1].kind;
  const bool second = words_[at].conjunction && !out_.empty() && out_.back().form == Form::year &&
                      out_.back().span.end == words_[at - 1].span.end;
  const bool introduced = before == TimeWord::in || before == TimeWord::since || before == TimeWord::within ||
                          before == TimeWord::between || before == TimeWord::to || before == TimeWord::first_part ||
                          before == TimeWord::middle_part || before == TimeWord::last_part ||
                          before == TimeWord::year_unit || before == TimeWord::years;
  if (!second && !introduced) return 0;
  return emit(at, at + 1, Form::year, {When::year(words_[at].value), std::nullopt}, Tense::none);
}

}  // namespace qanat::arabic
