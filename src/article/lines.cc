#include "article/lines.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace qanat::article {
namespace {

// What a code point is to the reader of lines.
enum Class : std::uint8_t {
  kOther,
  kArabic,     // a letter
  kFinal,      // an Arabic letter that ends a word: a letter right behind it belongs to another text
  kPersian,    // a letter that Persian and Urdu write and Arabic does not
  kFarsiForm,  // the shapes of kaf and yeh on Persian keyboards, which Arabic papers use too
  kUrdu,       // a letter of Urdu alone
  kLatin,
  kDigit,
  kMark,       // combines with the letter before it, or is not seen
  kInvisible,  // directs or joins, and is not seen
  kSpace,
  kLineEnd,
  kBullet,
  kClosing,  // quotation marks and brackets that may stand behind a full stop
  kFullStop,
  kQuestion,  // question and exclamation marks
  kEllipsis,
  kColon,
  kComma,
  kBar,
};

constexpr Class classify(char32_t c) {
  switch (c) {
    case '\n':
    case '\r':
    case 0x2028:
    case 0x2029:
      return kLineEnd;
    case ' ':
    case '\t':
    case '\v':
    case '\f':
    case 0xA0:
    case 0x202F:
    case 0x3000:
      return kSpace;
    case '"':
    case '\'':
    case ')':
    case ']':
    case 0x2018:
    case 0x2019:
    case 0x201C:
    case 0x201D:
    case 0x203A:
    case 0xBB:
      return kClosing;
    case '.':
    case 0x06D4:
      return kFullStop;
    case '!':
    case '?':
    case 0x061F:
      return kQuestion;
    case 0x2026:
      return kEllipsis;
    case ':':
      return kColon;
    case ',':
    case ';':
    case 0x060C:
    case 0x061B:
      return kComma;
    case '|':
    case '>':
    case '/':
      return kBar;
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
      return kBullet;
    case 0x0629:
    case 0x0649:
      return kFinal;
    case 0x067E:
    case 0x0686:
    case 0x0698:
    case 0x06AF:
      return kPersian;
    case 0x06A9:
    case 0x06CC:
      return kFarsiForm;
    case 0x0679:
    case 0x0688:
    case 0x0691:
    case 0x06BA:
    case 0x06BE:
    case 0x06C1:
    case 0x06D2:
      return kUrdu;
    case 0x0670:
    case 0x0640:
      return kMark;
    case 0x00AD:
    case 0xFEFF:
      return kInvisible;
    default:
      break;
  }
  if ((c >= '0' && c <= '9') || (c >= 0x0660 && c <= 0x0669) || (c >= 0x06F0 && c <= 0x06F9)) return kDigit;
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return kLatin;
  if (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) return kLatin;
  if (c >= 0x064B && c <= 0x065F) return kMark;
  if ((c >= 0x0621 && c <= 0x064A) || (c >= 0x0671 && c <= 0x06D3) || (c >= 0xFE80 && c <= 0xFEFC)) return kArabic;
  if ((c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)) return kInvisible;
  if (c >= 0x2000 && c <= 0x200A) return kSpace;
  return kOther;
}

// Everything that a two-byte sequence up to the Arabic block can hold, so that the pass over a page is one look-up a
// code point.
constexpr std::size_t kTableSize = 0x700;
constexpr std::array<Class, kTableSize> kTable = [] {
  std::array<Class, kTableSize> table{};
  for (std::size_t c = 0; c < kTableSize; ++c) table[c] = classify(static_cast<char32_t>(c));
  return table;
}();

struct Read {
  Class what;
  std::uint8_t size;
};

Read read(std::string_view text, std::size_t at) {
  const auto a = static_cast<unsigned char>(text[at]);
  if (a < 0x80) return {kTable[a], 1};
  if (a >= 0xC2 && a < 0xDC && at + 1 < text.size()) {
    const auto b = static_cast<unsigned char>(text[at + 1]);
    if ((b & 0xC0U) == 0x80U) return {kTable[((a & 0x1FU) << 6U) | (b & 0x3FU)], 2};
  }
  const Decoded d = decode_utf8(text, at);
  return {classify(d.code), static_cast<std::uint8_t>(d.size)};
}

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
      here = end;
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
