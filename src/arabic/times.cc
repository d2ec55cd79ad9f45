#include "arabic/arabic.h"
#include "arabic/time_parser.h"

namespace qanat::arabic {

void TimeParser::parse() {
  std::size_t at = 0;
  while (at < words_.size()) {
    std::size_t used = 0;
    switch (words_[at].kind) {
      case TimeWord::other:
        break;
      case TimeWord::number:
        used = numeric_date(at);
        if (used == 0) used = date(at, at);
        if (used == 0) used = day_words(at);
        if (used == 0) used = year(at);
        break;
      case TimeWord::month:
      case TimeWord::half_month:
        used = month(at);
        break;
      case TimeWord::weekday:
        used = weekday(at);
        break;
      case TimeWord::day:
      case TimeWord::yesterday:
      case TimeWord::tomorrow:
      case TimeWord::tonight:
      case TimeWord::now:
        used = day_words(at);
        break;
      case TimeWord::this_:
        used = this_part(at);
        if (used == 0) used = week(at);
        if (used == 0) used = unit(at);
        break;
      case TimeWord::first_part:
      case TimeWord::middle_part:
      case TimeWord::last_part:
      case TimeWord::week:
      case TimeWord::month_unit:
      case TimeWord::year_unit:
        used = week(at);
        if (used == 0) used = unit(at);
        break;
      case TimeWord::days:
      case TimeWord::weeks:
      case TimeWord::months:
      case TimeWord::years:
        used = plural_unit(at);
        break;
      case TimeWord::before:
      case TimeWord::after:
      case TimeWord::since:
      case TimeWord::within:
        used = day_words(at);
        if (used == 0) used = distance(at);
        break;
      case TimeWord::half:
        used = half_month(at);
        break;
      case TimeWord::lasts:
        used = duration(at);
        break;
      default:
        break;
    }
    at += used == 0 ? 1 : used;
  }
}

bool TimeParser::is_year(std::size_t at) const {
  constexpr int kFirst = 1900;
  constexpr int kLast = 2100;
  return is(at, TimeWord::number) && words_[at].digits == 4 && words_[at].value >= kFirst && words_[at].value <= kLast;
}

Tense TimeParser::tense_at(std::size_t at, unsigned marks) const {
  if (!adjoins(at, marks)) return Tense::none;
  switch (words_[at].kind) {
    case TimeWord::past:
      return Tense::past;
    case TimeWord::future:
      return Tense::future;
    case TimeWord::present:
      return Tense::present;
    default:
      return Tense::none;
  }
}

std::size_t TimeParser::emit(std::size_t begin, std::size_t end, Form form, const Resolved& resolved, Tense hint) {
  TimeMention m;
  m.span = {words_[begin].span.begin, words_[end - 1].span.end};
  m.form = form;
  m.hint = hint;
  m.when = resolved.when;
  m.otherwise = resolved.otherwise;
  const bool says_day = form == Form::today || form == Form::weekday;
  m.publication_day = says_day && calendar_.anchor() && m.when == When::day(*calendar_.anchor());
  if (m.when) {
    last_year_ = m.when->first.ymd().year;
    last_month_ = When::month(*last_year_, m.when->first.ymd().month);
  }
  out_.push_back(m);
  return end - begin;
}

std::vector<TimeMention> find_times(std::string_view text, Span span, std::optional<Date> anchor, bool prefer_future) {
  constexpr std::size_t kBytesPerWord = 8;
  std::vector<Lexeme> words;
  words.reserve(span.size() / kBytesPerWord);
  read_time_words(text, span, words);
  std::vector<TimeMention> out;
  TimeParser(words, Calendar(anchor, prefer_future), out).parse();
  for (TimeMention& m : out) {  // "31 أيار (مايو)": the bracket that it opened is its own
    const std::string_view said = slice(text, m.span);
    const bool open = said.find('(') != std::string_view::npos && said.find(')') == std::string_view::npos;
    if (open && m.span.end < span.end && text[m.span.end] == ')') ++m.span.end;
  }
  return out;
}

std::vector<AbsoluteDate> find_absolute_dates(std::string_view text, Span span) {
  std::vector<AbsoluteDate> out;
  for (const TimeMention& m : find_times(text, span, std::nullopt))
    if (m.form == TimeMention::Form::date && m.when && m.when->precision == When::Precision::day)
      out.push_back({m.span, m.when->first});
  return out;
}

const char* to_string(TimeMention::Form form) {
  switch (form) {
    case TimeMention::Form::today:
      return "today";
    case TimeMention::Form::near_day:
      return "near_day";
    case TimeMention::Form::weekday:
      return "weekday";
    case TimeMention::Form::date:
      return "date";
    case TimeMention::Form::month:
      return "month";
    case TimeMention::Form::year:
      return "year";
    case TimeMention::Form::week:
      return "week";
    case TimeMention::Form::distance:
      return "distance";
    case TimeMention::Form::stretch:
      return "stretch";
  }
  return "date";
}

std::string dump(const std::vector<TimeMention>& times) {
  std::string out;
  for (const TimeMention& m : times) {
    out += '[' + std::to_string(m.span.begin) + ',' + std::to_string(m.span.end) + ") ";
    out += to_string(m.form);
    out += ' ' + (m.when ? m.when->iso() : "-");
    if (m.otherwise) out += " or " + m.otherwise->iso();
    out += '\n';
  }
  return out;
}

}  // namespace qanat::arabic
