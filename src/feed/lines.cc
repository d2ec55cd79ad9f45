#include "feed/lines.h"

namespace qanat::feed {

bool Lines::next(Line& line) {
  bytes_.consume(taken_);
  taken_ = 0;
  line = Line{};
  if (!bytes_.fill(1)) return false;
  line.number = ++number_;
  line.offset = bytes_.offset();

  std::size_t searched = 0;  // so that a long line that comes in pieces is searched once
  for (;;) {
    const std::string_view here = bytes_.at_hand();
    const std::size_t end = here.find('\n', searched);
    if (end != std::string_view::npos && end <= max_line_) {
      line.text = here.substr(0, end);
      line.size = end;
      taken_ = end + 1;
      return true;
    }
    if (here.size() > max_line_) {
      pass_over(line);
      return true;
    }
    searched = here.size();
    if (!bytes_.more()) break;
  }
  line.text = bytes_.at_hand();
  line.size = line.text.size();
  line.last = true;
  taken_ = line.text.size();
  return true;
}

void Lines::pass_over(Line& line) {
  line.too_long = true;
  line.text = {};
  do {
    const std::string_view here = bytes_.at_hand();
    const std::size_t end = here.find('\n');
    if (end != std::string_view::npos) {
      line.size += end;
      bytes_.consume(end + 1);
      return;
    }
    line.size += here.size();
    bytes_.consume(here.size());
  } while (bytes_.more());
  line.last = true;
}

}  // namespace qanat::feed
