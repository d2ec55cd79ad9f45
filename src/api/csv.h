// Tables as CSV (RFC 4180). Private to the room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace qanat::api {

// Lines end with CR LF. A cell that a spreadsheet would take for a formula (it begins with = + - @, a tab or a line's
// end) gets an apostrophe before it, since page text is hostile; numbers of our own stay numbers.
class CsvWriter {
 public:
  // `mark`: begin with a byte order mark, without which Excel does not see UTF-8.
  explicit CsvWriter(bool mark) : out_(mark ? "\xEF\xBB\xBF" : "") {}
  CsvWriter& text(std::string_view cell);
  CsvWriter& number(long long cell);
  CsvWriter& real(double cell);
  void end_row();
  void head(const std::vector<std::string_view>& names);
  std::string take() { return std::move(out_); }

 private:
  void separate();

  std::string out_;
  bool first_ = true;
};

}  // namespace qanat::api
