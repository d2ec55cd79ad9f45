// The grammar of times over time words. Every rule reads at a word and answers how many words it took; 0: it does not
// apply. Rules look a bounded number of words ahead, so that the whole is linear.
#pragma once

#include <vector>

#include "arabic/calendar.h"
#include "arabic/time_words.h"

namespace qanat::arabic {

class TimeParser {
 public:
  TimeParser(const std::vector<Lexeme>& words, Calendar calendar, std::vector<TimeMention>& out)
      : words_(words), calendar_(calendar), out_(out) {}

  void parse();

 private:
  using Form = TimeMention::Form;

  // What follows a month or a unit of time and says which: a year, "الماضي", "من العام نفسه".
  struct Which {
    std::optional<int> year;
    Tense tense = Tense::none;
    std::size_t end = 0;
  };
  struct Days {
    int first = 0;  // 0: no days, the whole month
    int last = 0;
    std::size_t end = 0;
    bool list = false;
  };
  struct Month {
    int month = 0;  // 0: none
    bool weak = false;
    bool two_names = false;
    std::size_t end = 0;
  };
  struct DayOfMonth {
    Days days;
    Month month;
    bool this_month = false;  // "من الشهر الجاري": `which` says which
    Which which;
    std::size_t end = 0;  // 0: none
  };

  // Dates: time_dates.cc
  std::size_t numeric_date(std::size_t at);
  std::size_t date(std::size_t at, std::size_t begin);
  std::size_t half_month(std::size_t at);
  std::size_t month(std::size_t at);
  std::size_t year(std::size_t at);
  Days read_days(std::size_t at) const;
  Month read_month(std::size_t at) const;
  Which read_which(std::size_t at) const;
  DayOfMonth read_day_of_month(std::size_t at) const;
  Resolved resolve(const DayOfMonth& d, std::optional<int> year) const;

  // Days and units seen from the publication day: time_relative.cc
  std::size_t day_words(std::size_t at);
  std::size_t day_word(std::size_t at);
  std::size_t this_part(std::size_t at);
  std::size_t weekday(std::size_t at);
  std::size_t week(std::size_t at);
  std::size_t unit(std::size_t at);
  std::size_t plural_unit(std::size_t at);
  std::size_t distance(std::size_t at);
  std::size_t duration(std::size_t at);
  // "يومين", "نحو ثلاثة أيام", "أسبوع"; count 0: not said how many; end 0: none.
  struct Quantity {
    int count = 0;
    int days = 0;    // of one unit
    int months = 0;  // of one unit; 0: shorter than a month
    std::size_t end = 0;
  };
  Quantity read_quantity(std::size_t at) const;

  bool is(std::size_t at, TimeWord kind) const { return at < words_.size() && words_[at].kind == kind; }
  // Is there a word at `at`, and nothing but `marks` and spaces between it and the one before?
  bool adjoins(std::size_t at, unsigned marks = 0) const {
    return at < words_.size() && (words_[at].gap & ~(marks | kSpace)) == 0;
  }
  bool next_is(std::size_t at, TimeWord kind, unsigned marks = 0) const { return is(at, kind) && adjoins(at, marks); }
  bool follows(std::size_t at, TimeWord kind) const { return at > 0 && is(at - 1, kind) && adjoins(at); }
  bool is_year(std::size_t at) const;
  Tense tense_at(std::size_t at, unsigned marks = 0) const;

  std::size_t emit(std::size_t begin, std::size_t end, Form form, const Resolved& resolved, Tense hint);

  const std::vector<Lexeme>& words_;
  Calendar calendar_;
  std::vector<TimeMention>& out_;
  std::optional<int> last_year_;  // what "العام نفسه" points back at
  std::optional<When> last_month_;
};

}  // namespace qanat::arabic
