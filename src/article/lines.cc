#include "article/lines.h"

#include <algorithm>

#include "article/chars.h"

namespace qanat::article {
namespace {

constexpr std::uint32_t kGap = 3;

// Reads one line's features, code point by code point.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  // The line that begins at `at`; moves `at` behind its end mark. Empty `span` for a blank line.
  Line next(std::size_t& at) {
    line_ = {};
    in_word_ = started_ = marks_over_ = false;
    before_ = kSpace;
    stop_ = kOther;
    dots_ = spaces_ = 0;
    std::size_t here = at;
    while (here < text_.size()) {
      const Read r = read(text_, here);
      const std::size_t end = here + r.size;
      if (r.what == kLineEnd) {
        here = end;
        break;
      }
      take(r.what, static_cast<std::uint32_t>(here), static_cast<std::uint32_t>(end));
      here = r.what == kArabic ? over_letters(end) : end;
    }
    at = here;
    end_word();
    if (spaces_ >= kGap && line_.gaps > 0) --line_.gaps;  // that one stands behind the line
    line_.text.end = line_.span.end;
    line_.text.begin = std::min(line_.text.begin, line_.text.end);
    line_.ends_cut = stop_ == kEllipsis || (stop_ == kFullStop && dots_ >= 2);
    line_.ends_stop = stop_ != kOther && !line_.ends_cut;
    line_.ends_question = stop_ == kQuestion;
    line_.ends_colon = last_ == kColon && started_;
    return line_;
  }

 private:
  void take(Class what, std::uint32_t here, std::uint32_t end) {
    if (what == kSpace || what == kInvisible) {
      if (what == kSpace) {
        if (++spaces_ == kGap && started_) ++line_.gaps;
        end_word();
      }
      return;
    }
    if (!started_) {
      started_ = true;
      line_.span.begin = line_.text.begin = here;
    }
    line_.span.end = end;
    spaces_ = 0;
    if (what == kMark) return;
    if (!marks_over_) {
      if (what == kBullet) {
        line_.bullet = true;
        return;
      }
      marks_over_ = true;
      line_.text.begin = here;
    }
    count(what);
    if (what != kClosing) {
      dots_ = what == kFullStop ? dots_ + 1 : 0;
      stop_ = what == kFullStop || what == kQuestion || what == kEllipsis ? what : kOther;
      last_ = what;
    }
    before_ = what;
  }

  // Behind a letter, more letters change nothing but their number: most of a page is read here.
  std::size_t over_letters(std::size_t here) {
    while (here < text_.size()) {
      const Read r = read(text_, here);
      if (r.what != kArabic) break;
      ++line_.arabic;
      here += r.size;
    }
    line_.span.end = static_cast<std::uint32_t>(here);
    return here;
  }

  // White space or the line's end: what stood before it may have been a full stop.
  void end_word() {
    if (before_ != kSpace && (stop_ == kQuestion || (stop_ == kFullStop && dots_ < 2))) ++line_.stops;
    in_word_ = false;
    before_ = kSpace;
  }

  void count(Class what) {
    switch (what) {
      case kArabic:
      case kFinal:
      case kPersian:
      case kFarsiForm:
      case kUrdu:
        ++line_.arabic;
        if (before_ == kFinal || before_ == kQuestion) ++line_.glued;
        if (what == kPersian) ++line_.persian;
        if (what == kFarsiForm) ++line_.farsi_forms;
        if (what == kUrdu) ++line_.urdu;
        break;
      case kLatin:
        ++line_.latin;
        break;
      case kDigit:
        ++line_.digits;
        if (before_ == kFinal) ++line_.glued;
        break;
      case kComma:
        ++line_.commas;
        return;
      case kBar:
        ++line_.bars;
        return;
      default:
        return;
    }
    if (!in_word_) ++line_.words;
    in_word_ = true;
  }

  std::string_view text_;
  Line line_;
  bool in_word_ = false;      // a letter or digit has been seen since the last white space
  bool started_ = false;      // the first visible code point is behind us
  bool marks_over_ = false;   // so are the marks of a list
  Class before_ = kSpace;     // the last code point but for combining marks
  Class last_ = kOther;       // the last one that is neither white space nor closing
  Class stop_ = kOther;       // the last stop, while nothing but white space and closing marks follows it
  std::uint32_t dots_ = 0;    // full stops in a row
  std::uint32_t spaces_ = 0;  // white spaces in a row
};

}  // namespace

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  Reader reader(text);
  std::size_t at = 0;
  bool blank = false;
  while (at < text.size()) {
    const std::size_t from = at;
    Line line = reader.next(at);
    if (line.span.empty()) {
      // The \n of a \r\n is no empty line.
      const bool tail = from > 0 && text[from - 1] == '\r' && text[from] == '\n';
      blank = blank || !tail;
      continue;
    }
    line.blank_before = blank;
    blank = false;
    lines.push_back(line);
  }
  return lines;
}

}  // namespace qanat::article
