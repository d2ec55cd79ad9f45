// Days, weeks, months and years as they are seen from the publication day.
#include "arabic/time_parser.h"

namespace qanat::arabic {
namespace {

constexpr int kWeek = 7;
constexpr int kMonths = 12;
constexpr int kDaysOfMonth = 30;  // of "within a month"
constexpr int kDaysOfYear = 365;

}  // namespace

// اليوم, أمس, غدا, الليلة and what is made of them; a weekday behind them decides which day it is.
std::size_t TimeParser::day_word(std::size_t at) {
  std::size_t i = at;
  int days = 0;
  Form form = Form::near_day;
  if (is(i, TimeWord::number)) {  // "أول أمس", "أول من أمس"
    if (words_[i].value != 1 || !words_[i].ordinal) return 0;
    ++i;
    if (next_is(i, TimeWord::of)) ++i;
    if (!next_is(i, TimeWord::yesterday)) return 0;
    days = -2;
  } else if (is(i, TimeWord::before) && next_is(i + 1, TimeWord::yesterday)) {
    ++i;
    days = -2;
  } else if (is(i, TimeWord::after) && next_is(i + 1, TimeWord::tomorrow)) {
    ++i;
    days = 2;
  } else if (is(i, TimeWord::yesterday)) {
    days = -1;
  } else if (is(i, TimeWord::tomorrow)) {
    days = 1;
  } else if (is(i, TimeWord::tonight)) {
    if (follows(i, TimeWord::not_today)) return 0;
    form = Form::today;
    if (tense_at(i + 1) == Tense::past) {
      form = Form::near_day;
      days = -1;
      ++i;
    }
  } else if (is(i, TimeWord::day) && words_[i].article) {
    const bool today = !follows(i, TimeWord::not_today) && !next_is(i + 1, TimeWord::not_today) &&
                       !next_is(i + 1, TimeWord::same) && tense_at(i + 1) == Tense::none &&
                       !(next_is(i + 1, TimeWord::number) && (words_[i + 1].ordinal || words_[i + 1].article));
    if (!today) return 0;
    form = Form::today;
  } else {
    return 0;
  }
  ++i;
  if (!next_is(i, TimeWord::weekday, kComma | kOpen) || words_[i].conjunction)
    return emit(at, i, form, calendar_.day(days), Tense::none);

  // Papers that reprint a text keep its "اليوم": the weekday is the surer word.
  const int named = words_[i].value;
  Resolved resolved = calendar_.weekdays(named, named,
                                         days > 0   ? Tense::future
                                         : days < 0 ? Tense::past
                                                    : Tense::present);
  if (form == Form::today && calendar_.anchor() && resolved.when != When::day(*calendar_.anchor()))
    form = Form::near_day;
  const std::size_t used = is(i + 1, TimeWord::number) && adjoins(i + 1, kComma) ? date(i + 1, at) : 0;
  if (used != 0) return used;
  return emit(at, i + 1, form, resolved, Tense::none);
}

std::size_t TimeParser::weekday(std::size_t at) {
  if (follows(at, TimeWord::no_time)) return 0;
  const Lexeme& first = words_[at];
  std::size_t i = at + 1;
  if (is(i, TimeWord::number) && !words_[i].conjunction && adjoins(i, kComma | kOpen | kDash)) {
    const std::size_t numeric = numeric_date(i);
    if (numeric != 0) {
      out_.back().span.begin = first.span.begin;
      return numeric + 1;
    }
    const std::size_t used = date(i, at);
    if (used != 0) return used;
  }

  // "الخميس والجمعة", "مساء الأربعاء وصباح الخميس", "من الثلاثاء إلى الخميس"
  int last = first.value;
  constexpr int kMaxListed = kWeek;
  for (int listed = 1; listed < kMaxListed; ++listed) {
    std::size_t next = i;
    const bool part = next_is(next, TimeWord::day_part) && words_[next].conjunction;
    const bool to = next_is(next, TimeWord::to) && at > 0 && is(at - 1, TimeWord::of);
    if (part || to) ++next;
    if (!next_is(next, TimeWord::weekday)) break;
    if (!part && !to && !words_[next].conjunction) break;
    last = words_[next].value;
    i = next + 1;
  }
  Tense tense = tense_at(i);
  if (tense != Tense::none) ++i;
  return emit(at, i, Form::weekday, calendar_.weekdays(first.value, last, tense), tense);
}

// "الأسبوع الماضي", "هذا الأسبوع", "نهاية الأسبوع", "الأسبوع الأول من مايو"
std::size_t TimeParser::week(std::size_t at) {
  std::size_t i = at;
  bool first_part = false;
  bool last_part = false;
  while (is(i, TimeWord::first_part) || is(i, TimeWord::last_part)) {
    if (i > at && !adjoins(i)) return 0;
    first_part = is(i, TimeWord::first_part);
    last_part = is(i, TimeWord::last_part);
    ++i;
  }
  if (i > at && !adjoins(i)) return 0;
  const bool this_one = is(i, TimeWord::this_) && adjoins(i + 1);
  if (this_one) ++i;
  if (!is(i, TimeWord::week) || !words_[i].article) return 0;
  ++i;

  if (next_is(i, TimeWord::number) && words_[i].ordinal && next_is(i + 1, TimeWord::of)) {
    constexpr int kWeeksOfMonth = 4;
    std::size_t name = i + 2;
    if (next_is(name, TimeWord::month_unit)) ++name;
    const Month month = read_month(name);
    const int number = words_[i].value;
    if (month.month != 0 && number <= kWeeksOfMonth) {
      const Which which = read_which(month.end);
      return emit(
          at, which.end, Form::week,
          calendar_.days_of_month(kWeek * (number - 1) + 1, kWeek * number, month.month, which.year, which.tense),
          which.tense);
    }
  }
  Tense tense = tense_at(i);
  if (tense != Tense::none) ++i;
  if (this_one) tense = Tense::present;
  if (tense == Tense::none && !first_part && !last_part) return 0;
  if (last_part) return emit(at, i, Form::week, calendar_.weekend(tense == Tense::none ? 0 : steps(tense)), tense);
  return emit(at, i, Form::week, calendar_.week(steps(tense)), tense);
}

// "الشهر الماضي", "هذا العام", "مطلع الشهر", "العام 2015", "الشهر نفسه"
std::size_t TimeParser::unit(std::size_t at) {
  std::size_t i = at;
  const bool part = is(i, TimeWord::first_part) || is(i, TimeWord::middle_part) || is(i, TimeWord::last_part);
  if (part) ++i;
  const bool this_one = is(i, TimeWord::this_) && (!part || adjoins(i));
  if (this_one) ++i;
  if (i > at && !adjoins(i)) return 0;
  const bool month = is(i, TimeWord::month_unit);
  if (!month && !is(i, TimeWord::year_unit)) return 0;
  const bool article = words_[i].article;
  ++i;
  if (!month && is_year(i) && adjoins(i))
    return emit(at, i + 1, Form::year, {When::year(words_[i].value), std::nullopt}, Tense::none);
  if (!article) return 0;

  Tense tense = tense_at(i);
  if (tense != Tense::none) {
    ++i;
  } else if (next_is(i, TimeWord::same)) {
    ++i;
    if (month) return emit(at, i, Form::month, {last_month_, std::nullopt}, tense);
    return emit(at, i, Form::year, {last_year_ ? std::optional(When::year(*last_year_)) : std::nullopt, std::nullopt},
                tense);
  } else if (this_one || part) {
    tense = Tense::present;
  } else {
    return 0;
  }
  if (month) return emit(at, i, Form::month, calendar_.days_of_relative_month(0, 0, steps(tense)), tense);
  const std::optional<int> year = calendar_.year(steps(tense));
  return emit(at, i, Form::year, {year ? std::optional(When::year(*year)) : std::nullopt, std::nullopt}, tense);
}

// "اليومين الماضيين", "الأيام الثلاثة المقبلة", "الأسابيع الماضية"
std::size_t TimeParser::plural_unit(std::size_t at) {
  if (!words_[at].article) return 0;
  const TimeWord kind = words_[at].kind;
  int count = words_[at].value;
  std::size_t i = at + 1;
  if (const NumberRead number = read_number(words_, i); number.used != 0 && adjoins(i)) {
    count = number.value;
    i += number.used;
  }
  const Tense tense = tense_at(i);
  if (tense != Tense::past && tense != Tense::future) return 0;
  Resolved resolved;
  if (kind == TimeWord::days) resolved = calendar_.run(steps(tense) * count);
  if (kind == TimeWord::weeks) resolved = calendar_.run(steps(tense) * count * kWeek);
  return emit(at, i + 1, Form::stretch, resolved, tense);
}

// "قبل يومين", "منذ ثلاثة أيام", "بعد أسبوع", "خلال 15 يوما"; not "بعد يومين من الضربة", which counts from elsewhere.
std::size_t TimeParser::distance(std::size_t at) {
  const TimeWord direction = words_[at].kind;
  std::size_t i = at + 1;
  if (next_is(i, TimeWord::about)) {
    ++i;
    if (next_is(i, TimeWord::of)) ++i;
  }
  int count = 0;
  if (const NumberRead number = read_number(words_, i); number.used != 0 && adjoins(i)) {
    count = number.value;
    i += number.used;
  }
  if (!adjoins(i) || words_[i].article) return 0;
  const Lexeme& unit = words_[i];
  ++i;
  if (next_is(i, TimeWord::of)) return 0;
  bool single = false;
  int unit_days = 0;
  int unit_months = 0;
  switch (unit.kind) {
    case TimeWord::day:
      single = true;
      [[fallthrough]];
    case TimeWord::days:
      unit_days = 1;
      break;
    case TimeWord::week:
      single = true;
      [[fallthrough]];
    case TimeWord::weeks:
      unit_days = kWeek;
      break;
    case TimeWord::month_unit:
      single = true;
      [[fallthrough]];
    case TimeWord::months:
      unit_days = kDaysOfMonth;
      unit_months = 1;
      break;
    case TimeWord::year_unit:
      single = true;
      [[fallthrough]];
    case TimeWord::years:
      unit_days = kDaysOfYear;
      unit_months = kMonths;
      break;
    default:
      return 0;
  }
  if (single && count == 0) {
    // "قبل عام 2020", "منذ يوم الجمعة", "بعد شهر رمضان": the unit only introduces a name.
    const bool names = is(i, TimeWord::number) || is(i, TimeWord::weekday) || is(i, TimeWord::month) ||
                       is(i, TimeWord::half_month) || is(i, TimeWord::hijri);
    if (names && adjoins(i)) return 0;
  }
  if (count == 0) count = unit.value;

  const bool future = direction == TimeWord::after;
  const int sign = future ? 1 : -1;
  const Tense hint = direction == TimeWord::within ? Tense::none : future ? Tense::future : Tense::past;
  Resolved resolved;
  if (count != 0) {
    if (direction == TimeWord::within) {
      resolved = calendar_.within(count * unit_days);
    } else if (unit_months == 0) {
      resolved = unit.kind == TimeWord::week || unit.kind == TimeWord::weeks ? calendar_.week(sign * count)
                                                                             : calendar_.day(sign * count);
    } else if (unit_months == 1) {
      resolved = calendar_.days_of_relative_month(0, 0, sign * count);
    } else if (const std::optional<int> year = calendar_.year(sign * count)) {
      resolved.when = When::year(*year);
    }
  }
  return emit(at, i, Form::distance, resolved, hint);
}

}  // namespace qanat::arabic
