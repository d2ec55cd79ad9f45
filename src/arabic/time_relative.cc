// Days, weeks, months and years as they are seen from the publication day.
#include <algorithm>

#include "arabic/time_parser.h"

namespace qanat::arabic {
namespace {

constexpr int kDaysOfMonth = 30;  // of "within a month"
constexpr int kDaysOfYear = 365;

}  // namespace

// "اليوم وغدا", "غدا الاثنين وبعد غد الثلاثاء" are one run of days; else one day word.
std::size_t TimeParser::day_words(std::size_t at) {
  const std::size_t used = day_word(at);
  const std::size_t next = at + used;
  if (used == 0 || !adjoins(next) || !words_[next].conjunction) return used;
  switch (words_[next].kind) {
    case TimeWord::day:
    case TimeWord::yesterday:
    case TimeWord::tomorrow:
    case TimeWord::number:
    case TimeWord::before:
    case TimeWord::after:
      break;
    default:
      return used;
  }
  const std::size_t more = day_word(next);
  if (more == 0) return used;
  TimeMention& first = out_[out_.size() - 2];
  const TimeMention& second = out_.back();
  if (first.when && second.when) {
    first.when =
        When::range(std::min(first.when->first, second.when->first), std::max(first.when->last, second.when->last));
  }
  first.span.end = second.span.end;
  first.form = Form::near_day;
  first.publication_day = false;
  out_.pop_back();
  return used + more;
}

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
    const bool first = next_is(i + 1, TimeWord::number) && words_[i + 1].value == 1 && words_[i + 1].ordinal &&
                       words_[i + 1].article && !words_[i + 1].conjunction;
    if (first && !next_is(i + 2, TimeWord::month) && !next_is(i + 2, TimeWord::of)) {  // "أمس الأول"
      days = -2;
      ++i;
    }
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
  } else if (is(i, TimeWord::now)) {
    form = Form::today;
  } else if (is(i, TimeWord::day) && words_[i].article) {
    const bool today = !follows(i, TimeWord::not_today) && !follows(i, TimeWord::no_time) &&
                       !next_is(i + 1, TimeWord::not_today) && !next_is(i + 1, TimeWord::same) &&
                       tense_at(i + 1) == Tense::none &&
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

// "هذا الصباح", "هذه الليلة".
std::size_t TimeParser::this_part(std::size_t at) {
  const bool part = next_is(at + 1, TimeWord::day_part) || next_is(at + 1, TimeWord::tonight);
  if (!part || !words_[at + 1].article || follows(at, TimeWord::of)) return 0;
  return emit(at, at + 2, Form::today, calendar_.day(0), Tense::none);
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
  // To the agencies the week's beginning is its weekend.
  if (first_part && tense == Tense::none) return emit(at, i, Form::week, calendar_.weekend(-1), tense);
  if (tense == Tense::present && !last_part) return emit(at, i, Form::week, calendar_.this_week(), tense);
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

TimeParser::Quantity TimeParser::read_quantity(std::size_t at) const {
  Quantity out;
  std::size_t i = at;
  if (next_is(i, TimeWord::about)) {
    ++i;
    if (next_is(i, TimeWord::of)) ++i;
  }
  if (const NumberRead number = read_number(words_, i); number.used != 0 && adjoins(i)) {
    out.count = number.value;
    i += number.used;
  }
  if (!adjoins(i) || words_[i].article) return out;
  switch (words_[i].kind) {
    case TimeWord::day:
    case TimeWord::days:
      out.days = 1;
      break;
    case TimeWord::week:
    case TimeWord::weeks:
      out.days = kWeek;
      break;
    case TimeWord::month_unit:
    case TimeWord::months:
      out.days = kDaysOfMonth;
      out.months = 1;
      break;
    case TimeWord::year_unit:
    case TimeWord::years:
      out.days = kDaysOfYear;
      out.months = kMonths;
      break;
    default:
      return out;
  }
  if (out.count == 0) {
    // "قبل عام 2020", "منذ يوم الجمعة", "بعد شهر رمضان": the unit only introduces a name.
    const bool names = is(i + 1, TimeWord::number) || is(i + 1, TimeWord::weekday) || is(i + 1, TimeWord::month) ||
                       is(i + 1, TimeWord::half_month) || is(i + 1, TimeWord::hijri);
    if (names && adjoins(i + 1)) return out;
    out.count = words_[i].value;
  }
  out.end = i + 1;
  return out;
}

// "قبل يومين", "منذ ثلاثة أيام", "بعد أسبوع", "خلال 15 يوما"; not "بعد يومين من الضربة", which counts from elsewhere.
std::size_t TimeParser::distance(std::size_t at) {
  const TimeWord direction = words_[at].kind;
  const Quantity q = read_quantity(at + 1);
  if (q.end == 0) return 0;
  if (at > 0 && words_[at - 1].kind == words_[at + 1].kind && adjoins(at)) return 0;  // "سنة بعد سنة"
  std::size_t i = q.end;
  if (next_is(i, TimeWord::only)) ++i;
  if (next_is(i, TimeWord::of) || next_is(i, TimeWord::on)) return 0;

  const int sign = direction == TimeWord::after ? 1 : -1;
  const int count = sign * q.count;
  Tense hint = sign > 0 ? Tense::future : Tense::past;
  Resolved resolved;
  if (direction == TimeWord::within) {
    hint = Tense::none;
    resolved = calendar_.within(q.count * q.days);
  } else if (q.count == 0) {
    // "منذ أيام": how many is not said
  } else if (q.months == kMonths) {
    if (const std::optional<int> year = calendar_.year(count)) resolved.when = When::year(*year);
  } else if (q.months == 1) {
    resolved = calendar_.days_of_relative_month(0, 0, count);
  } else if (q.days == kWeek) {
    resolved = calendar_.week(count);
  } else {
    resolved = calendar_.day(count);
    if (direction == TimeWord::since && calendar_.anchor())
      resolved.otherwise = When::range(*calendar_.anchor() + count + 1, *calendar_.anchor());
  }
  return emit(at, q.end, Form::distance, resolved, hint);
}

// "تستمر ثلاثة أيام" behind a day: the days from it on; "استمرت ثلاثة أيام": the days up to it.
std::size_t TimeParser::duration(std::size_t at) {
  constexpr int kLongest = 31;  // days; what takes longer is no visit
  const Quantity q = read_quantity(at + 1);
  const int days = q.count * q.days;
  if (q.end == 0 || q.months != 0 || days < 2 || days > kLongest || out_.empty()) return 0;
  const TimeMention& base = out_.back();
  if (!base.when || base.when->precision != When::Precision::day) return 0;
  const bool onward = words_[at].value > 0 || (words_[at].value == 0 && calendar_.prefer_future());
  const auto run = [&](Date day) {
    return onward ? When::range(day, day + (days - 1)) : When::range(day - (days - 1), day);
  };
  Resolved resolved{run(base.when->first), std::nullopt};
  if (base.otherwise) resolved.otherwise = run(base.otherwise->first);
  return emit(at, q.end, Form::stretch, resolved, Tense::none);
}

}  // namespace qanat::arabic
