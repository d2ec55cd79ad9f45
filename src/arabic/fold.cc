#include "arabic/arabic.h"
#include "base/utf8.h"

namespace qanat::arabic {
namespace {

constexpr char32_t kAlef = 0x0627;
constexpr char32_t kLamCode = 0x0644;

// Marks that change how a word looks and not which word it is: tashkil, superscript alef, Quranic signs, tatweel,
// bidirectional and joining controls, soft hyphen, byte order mark.
constexpr bool is_ignorable(char32_t c) {
  if (c >= 0x064B && c <= 0x065F) return true;
  if (c >= 0x0610 && c <= 0x061A) return true;
  if (c >= 0x06D6 && c <= 0x06ED && c != 0x06DD && c != 0x06DE && c != 0x06E9) return true;
  if (c >= 0x200B && c <= 0x200F) return true;
  if (c >= 0x202A && c <= 0x202E) return true;
  if (c >= 0x2066 && c <= 0x2069) return true;
  return c == 0x0640 || c == 0x0670 || c == 0x00AD || c == 0xFEFF || c == 0x2060;
}

// Arabic Presentation Forms-B (U+FE80..FEF4): the letter each shape stands for, four shapes a letter but for those
// that do not join forward (two shapes). Written as runs of equal letters.
struct Shapes {
  char32_t first;
  char32_t letter;
};
constexpr Shapes kShapes[] = {
    {0xFE80, 0x0621}, {0xFE81, 0x0622}, {0xFE83, 0x0623}, {0xFE85, 0x0624}, {0xFE87, 0x0625}, {0xFE89, 0x0626},
    {0xFE8D, 0x0627}, {0xFE8F, 0x0628}, {0xFE93, 0x0629}, {0xFE95, 0x062A}, {0xFE99, 0x062B}, {0xFE9D, 0x062C},
    {0xFEA1, 0x062D}, {0xFEA5, 0x062E}, {0xFEA9, 0x062F}, {0xFEAB, 0x0630}, {0xFEAD, 0x0631}, {0xFEAF, 0x0632},
    {0xFEB1, 0x0633}, {0xFEB5, 0x0634}, {0xFEB9, 0x0635}, {0xFEBD, 0x0636}, {0xFEC1, 0x0637}, {0xFEC5, 0x0638},
    {0xFEC9, 0x0639}, {0xFECD, 0x063A}, {0xFED1, 0x0641}, {0xFED5, 0x0642}, {0xFED9, 0x0643}, {0xFEDD, 0x0644},
    {0xFEE1, 0x0645}, {0xFEE5, 0x0646}, {0xFEE9, 0x0647}, {0xFEED, 0x0648}, {0xFEEF, 0x0649}, {0xFEF1, 0x064A},
};

// The letters of Persian among Presentation Forms-A, four shapes each.
constexpr Shapes kPersianShapes[] = {
    {0xFB56, 0x067E}, {0xFB7A, 0x0686}, {0xFB8A, 0x0698}, {0xFB8E, 0x06A9},
    {0xFB92, 0x06AF}, {0xFBA6, 0x06C1}, {0xFBFC, 0x06CC},
};

constexpr char32_t from_presentation_form(char32_t c) {
  constexpr char32_t kShapesOfOne = 4;
  char32_t letter = c;
  if (c < 0xFE80) {
    for (const Shapes& s : kPersianShapes)
      if (c >= s.first && c < s.first + kShapesOfOne) letter = s.letter;
    return letter;
  }
  for (const Shapes& s : kShapes) {
    if (s.first > c) break;
    letter = s.letter;
  }
  return letter;
}

// The folded code point; 0 for one that is dropped.
constexpr char32_t fold_slowly(char32_t c) {
  switch (c) {
    case 0x0622:
    case 0x0623:
    case 0x0625:
    case 0x0671:
      return kAlef;
    case 0x0649:
    case 0x06CC:
    case 0x06D2:
    case 0x0626:
      return 0x064A;
    case 0x0629:
    case 0x06BE:
    case 0x06C0:
    case 0x06C1:
    case 0x06D5:
      return 0x0647;
    case 0x0624:
      return 0x0648;
    case 0x0621:
      return 0;
    case 0x06A9:
    case 0x06AA:
      return 0x0643;
    case 0x06AF:
      return 0x063A;  // گ is written غ in the press more often than not
    case 0x0686:
    case 0x0698:
      return 0x062C;  // چ and ژ
    case 0x067E:
      return 0x0628;  // پ
    case 0x06A4:
      return 0x0641;  // ڤ
    case '#':
      return 0;
    case '_':
    case 0x00A0:
    case 0x202F:
      return ' ';
    default:
      break;
  }
  if (c >= 'A' && c <= 'Z') return c + ('a' - 'A');
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 0x20;
  if (c >= 0x0660 && c <= 0x0669) return '0' + (c - 0x0660);
  if (c >= 0x06F0 && c <= 0x06F9) return '0' + (c - 0x06F0);
  if (is_ignorable(c)) return 0;
  return c;
}

constexpr bool is_word_slowly(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  if (c == 0xAD) return true;
  if (c >= 0xC0 && c <= 0x24F) return c != 0xD7 && c != 0xF7;
  if (c >= 0x300 && c <= 0x52F) return c != 0x37E;                              // combining marks, Greek, Cyrillic
  if (c >= 0x590 && c <= 0x5F4) return c != 0x5BE && c != 0x5C0 && c != 0x5C3;  // Hebrew
  if (c >= 0x610 && c <= 0x61A) return true;
  if (c >= 0x620 && c <= 0x669) return true;  // letters, tatweel, tashkil, Eastern digits
  if (c >= 0x66E && c <= 0x6D3) return true;
  if (c >= 0x6D5 && c <= 0x6FF) return c != 0x6DD && c != 0x6DE && c != 0x6E9;
  if (c >= 0x750 && c <= 0x77F) return true;
  if (c >= 0x1E00 && c <= 0x1FFF) return true;  // Latin and Greek with marks
  if (c >= 0x200C && c <= 0x200F) return true;  // joiners and direction marks stand inside words
  if (c >= 0x3040 && c <= 0xD7FF) return true;  // East Asian
  if (c >= 0xFB50 && c <= 0xFDFB) return c < 0xFD3E || c > 0xFD4F;
  return c >= 0xFE70 && c <= 0xFEFC;
}

constexpr std::array<Glyph, kGlyphs> make_glyphs() {
  std::array<Glyph, kGlyphs> out{};
  for (char32_t c = 0; c < kGlyphs; ++c) out[c] = {static_cast<std::uint16_t>(fold_slowly(c)), is_word_slowly(c)};
  return out;
}

constexpr bool is_lam_alef(char32_t c) { return c >= 0xFEF5 && c <= 0xFEFC; }

}  // namespace

constexpr std::array<Glyph, kGlyphs> kGlyph = make_glyphs();

char32_t fold_code(char32_t c) {
  if (c < kGlyphs) return kGlyph[c].folded;
  return fold_slowly(c >= 0xFB50 && c <= 0xFEF4 ? from_presentation_form(c) : c);
}

void append_folded(char32_t c, std::string& out) {
  if (is_lam_alef(c)) {
    append_utf8(out, kLamCode);
    append_utf8(out, kAlef);
    return;
  }
  const char32_t folded = fold_code(c);
  if (folded != 0) append_utf8(out, folded);
}

void fold_to(std::string_view text, std::string& out) {
  for (std::size_t at = 0; at < text.size();) {
    const Decoded d = decode_utf8(text, at);
    at += d.size;
    append_folded(d.code, out);
  }
}

std::string fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  fold_to(text, out);
  return out;
}

bool is_arabic_letter(char32_t c) {
  if (c >= 0x0621 && c <= 0x064A) return c != 0x0640;
  if (c >= 0x0671 && c <= 0x06D3) return true;
  return c >= 0xFE80 && c <= 0xFEFC;
}

bool is_digit(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 0x0660 && c <= 0x0669) || (c >= 0x06F0 && c <= 0x06F9);
}

bool joins_digits(char32_t c) { return c == '.' || c == ',' || c == ':' || c == '+' || c == 0x066B || c == 0x066C; }

bool is_word(char32_t c) { return c < kGlyphs ? kGlyph[c].word : is_word_slowly(c); }

}  // namespace qanat::arabic
