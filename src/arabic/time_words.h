// The words that times are made of, read off a text: what find_times' grammar stands on.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace qanat::arabic {

enum class TimeWord : std::uint8_t {
  other,
  number,      // value: the number; digits > 0: written in digits
  hundred,     // value 100 or 1000: read by number_from alone
  month,       // value 1..12
  half_month,  // كانون (value 12, next: 1), تشرين (10, next: 11): an ordinal follows
  hijri,       // a month of the Hijri calendar
  weekday,     // value 0 Sunday .. 6 Saturday
  day,         // يوم
  days,        // يومين: value 2; ايام: value 0
  week,
  weeks,
  month_unit,
  months,
  year_unit,
  years,
  hours,  // ساعات, دقائق: a stretch too short to count
  yesterday,
  tomorrow,
  tonight,     // الليله
  now,         // حاليا
  day_part,    // صباح مساء فجر ليل ...
  first_part,  // مطلع بدايه اوايل
  middle_part,
  last_part,  // نهايه اواخر
  past,       // الماضي
  future,     // المقبل
  present,    // الجاري
  same,       // نفسه ذاته
  this_,      // هذا هذه
  before,     // قبل
  after,      // بعد
  since,      // منذ
  within,     // خلال
  in,         // في
  of,         // من
  to,         // الى حتى
  between,    // بين
  or_,
  half,       // نصف: "النصف الأول من مايو"
  lasts,      // تستمر (1: what follows a day), استمرت (-1: what led up to it), على مدى (0)
  on,         // على: "بعد يومين على" counts from elsewhere
  only,       // فقط
  about,      // نحو حوالي اكثر
  not_today,  // what makes "the day" of "today": الذي التالي الوطني
  no_time,    // what makes a name of the next word: صلاه (الجمعه), حرب (اكتوبر)
};

// What stands between a word and the one before it.
enum Gap : std::uint8_t {
  kSpace = 1,
  kSlash = 2,
  kDash = 4,
  kComma = 8,
  kOpen = 16,
  kClose = 32,
  kDot = 64,
  kOther = 128,
};

struct Lexeme {
  TimeWord kind = TimeWord::other;
  std::uint8_t gap = 0;     // of Gap
  std::uint8_t digits = 0;  // how many, for a number in digits
  bool article = false;
  bool conjunction = false;  // و before it
  bool weak = false;         // the word has another meaning that is more common: مارس, ماي, اب
  bool ordinal = false;      // of a number in words: الثالث
  std::int32_t value = 0;
  Span span;
};

// Every word of the span, in order.
void read_time_words(std::string_view text, Span span, std::vector<Lexeme>& out);

// A number at words[at]: digits, or number words that make one ("السابع عشر", "الحادي والعشرين"). `used` words; 0:
// none.
struct NumberRead {
  int value = 0;
  std::uint32_t used = 0;
};
NumberRead read_number(const std::vector<Lexeme>& words, std::size_t at);

}  // namespace qanat::arabic
