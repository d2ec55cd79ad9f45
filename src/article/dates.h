// The day a story came out: what the input says, what the address says, what the page shows.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "article/lines.h"
#include "base/date.h"
#include "base/span.h"

namespace qanat::article {

// A date as an input gives it: "2018-05-07T10:00:00Z", "20180507", "2018/5/7", RFC 822, seconds since 1970, else any
// text in which arabic::find_absolute_dates sees one day alone.
std::optional<Date> read_given_date(std::string_view given);

// The day in an address: /2018/05/07/, 2018-05-07, 20180507. nullopt where it holds none.
std::optional<Date> date_in_url(std::string_view url);

// What a line says of a day.
struct DateLine {
  bool is_date = false;      // a line that dates something and says little else
  std::optional<Date> date;  // nullopt: it cannot be read
  std::uint32_t others = 0;  // words besides the date
  bool weekday = false;      // it names a day of the week, as the head of a page does that shows today's date
};
DateLine read_date_line(std::string_view text, const Line& line);

// The day right after "آخر تحديث" or another of the publication labels inside a line, or at its very beginning before
// a clock: pages whose lines were run together. Looks at the line's beginning only.
std::optional<Date> date_in_run(std::string_view text, const Line& line);

// The day in an agency's dateline, "عمان 12 أيار 2018 (بترا) -", at the beginning of a story.
std::optional<Date> date_in_dateline(std::string_view text, Span paragraph);

// The weekday (0 Sunday) that the paragraph calls today ("اليوم الثلاثاء"); nullopt: none.
std::optional<int> weekday_of_today(std::string_view text, Span paragraph);

}  // namespace qanat::article
