// Code points as the reader of lines sees them.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "base/utf8.h"

namespace qanat::article {

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

inline Read read(std::string_view text, std::size_t at) {
  const auto a = static_cast<unsigned char>(text[at]);
  if (a < 0x80) return {kTable[a], 1};
  if (a >= 0xC2 && a < 0xDC && at + 1 < text.size()) {
    const auto b = static_cast<unsigned char>(text[at + 1]);
    if ((b & 0xC0U) == 0x80U) return {kTable[((a & 0x1FU) << 6U) | (b & 0x3FU)], 2};
  }
  const Decoded d = decode_utf8(text, at);
  return {classify(d.code), static_cast<std::uint8_t>(d.size)};
}

}  // namespace qanat::article
