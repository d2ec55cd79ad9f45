#include "article/lines.h"

#include <algorithm>

#include "base/utf8.h"

namespace qanat::article {
namespace {

constexpr char32_t kComma = 0x060C;
constexpr char32_t kSemicolon = 0x061B;
constexpr char32_t kQuestion = 0x061F;
constexpr char32_t kUrduStop = 0x06D4;
constexpr char32_t kEllipsis = 0x2026;

bool is_line_end(char32_t c) { return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029; }

bool is_invisible(char32_t c) {
  return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

bool is_space(char32_t c) {
  return c == ' ' || c == '\t' || c == '\v' || c == '\f' || c == 0xA0 || c == 0x202F || c == 0x3000 ||
         (c >= 0x2000 && c <= 0x200A) || is_invisible(c);
}

bool is_bullet(char32_t c) {
  switch (c) {
    case '*':
    case 0x00B7:
    case 0x2022:
    case 0x2023:
    case 0x2043:
    case 0x25A0:
    case 0x25AA:
    case 0x25AB:
    case 0x25B6:
    case 0x25BA:
    case 0x25C0:
    case 0x25C4:
    case 0x25CB:
    case 0x25CF:
    case 0x25E6:
    case 0x25FC:
    case 0x27A4:
    case 0xF0B7:
      return true;
    default:
      return false;
  }
}

bool is_closing(char32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0xBB || c == 0x201C || c == 0x201D || c == 0x2019 ||
         c == 0x203A;
}

bool is_persian(char32_t c) {
  return c == 0x067E || c == 0x0686 || c == 0x0698 || c == 0x06AF || c == 0x06A9 || c == 0x06CC;
}

bool is_urdu(char32_t c) {
  return c == 0x0679 || c == 0x0688 || c == 0x0691 || c == 0x06BA || c == 0x06BE || c == 0x06C1 || c == 0x06D2;
}

// Letters that end a word: a letter right after one belongs to another text.
bool is_final(char32_t c) { return c == 0x0629 || c == 0x0649; }

bool is_arabic_letter(char32_t c) {
  if (c >= 0x0621 && c <= 0x064A) return c != 0x0640;
  return (c >= 0x0671 && c <= 0x06D3) || (c >= 0xFE80 && c <= 0xFEFC);
}

bool is_latin_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7);
}

bool is_digit(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 0x0660 && c <= 0x0669) || (c >= 0x06F0 && c <= 0x06F9);
}

bool is_mark(char32_t c) { return (c >= 0x064B && c <= 0x065F) || c == 0x0670 || c == 0x0640 || is_invisible(c); }

// Reads one line's features, code point by code point.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  // The line that begins at `at`; moves `at` behind its end mark. Empty `span` for a blank line.
  Line next(std::size_t& at) {
    Line line;
    bool in_word = false;     // a letter or digit has been seen since the last white space
    bool started = false;     // the first visible code point is behind us
    bool marks_over = false;  // so are the marks of a list
    char32_t before = ' ';    // last code point that is no combining mark
    char32_t stop = 0;        // last stop, if nothing but closing marks follows it so far
    std::uint32_t dots = 0;
    while (at < text_.size()) {
      const Decoded d = decode(at);
      if (is_line_end(d.code)) {
        at += d.size;
        break;
      }
      const auto here = static_cast<std::uint32_t>(at);
      at += d.size;
      const char32_t c = d.code;
      if (is_mark(c) && started) {
        if (!is_invisible(c)) line.span.end = static_cast<std::uint32_t>(at);
        continue;
      }
      if (is_space(c)) {
        if (stop != 0 && stop != kEllipsis && dots < 2 && before != ' ') ++line.stops;
        in_word = false;
        before = ' ';
        continue;
      }
      if (!started) {
        started = true;
        line.span.begin = here;
        line.text.begin = here;
      }
      line.span.end = static_cast<std::uint32_t>(at);
      if (!marks_over) {
        if (is_bullet(c)) {
          line.bullet = true;
          continue;
        }
        marks_over = true;
        line.text.begin = here;
      }
      count(c, before, line);
      if (is_digit(c) || is_arabic_letter(c) || is_latin_letter(c)) {
        if (!in_word) ++line.words;
        in_word = true;
      }
      if (c == '.') {
        ++dots;
      } else if (!is_closing(c)) {
        dots = 0;
      }
      if (c == '.' || c == '!' || c == '?' || c == kQuestion || c == kUrduStop || c == kEllipsis) {
        stop = c;
        line.ends_cut = c == kEllipsis || dots >= 2;
      } else if (!is_closing(c)) {
        stop = 0;
        line.ends_cut = false;
      }
      line.ends_colon = c == ':';
      before = c;
    }
    if (stop != 0 && stop != kEllipsis && dots < 2 && before != ' ') ++line.stops;
    line.text.end = line.span.end;
    line.text.begin = std::min(line.text.begin, line.text.end);
    line.ends_stop = stop != 0 && !line.ends_cut;
    line.ends_question = line.ends_stop && stop != '.' && stop != kUrduStop;
    return line;
  }

 private:
  // Most bytes are ASCII or of the two-byte Arabic block: decoded here, the rest in the base.
  Decoded decode(std::size_t at) const {
    const auto a = static_cast<unsigned char>(text_[at]);
    if (a < 0x80) return {a, 1};
    if (a >= 0xC2 && a < 0xE0 && at + 1 < text_.size()) {
      const auto b = static_cast<unsigned char>(text_[at + 1]);
      if ((b & 0xC0U) == 0x80U) return {static_cast<char32_t>(((a & 0x1FU) << 6U) | (b & 0x3FU)), 2};
    }
    return decode_utf8(text_, at);
  }

  static void count(char32_t c, char32_t before, Line& line) {
    if (is_arabic_letter(c)) {
      ++line.arabic;
      if (is_final(before) || before == kQuestion || before == '!') ++line.glued;
      if (c >= 0x0679) {
        if (is_urdu(c)) ++line.urdu;
        if (is_urdu(c) || is_persian(c)) ++line.persian;
      }
    } else if (is_latin_letter(c)) {
      ++line.latin;
    } else if (is_digit(c)) {
      ++line.digits;
      if (is_final(before)) ++line.glued;
    } else if (c == ',' || c == kComma || c == kSemicolon) {
      ++line.commas;
    } else if (c == '|' || c == 0xBB || c == '>' || c == '/' || c == 0x203A) {
      ++line.bars;
    }
  }

  std::string_view text_;
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
