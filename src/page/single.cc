// Arabic in one byte a character. The two sets share the letters from hamza to dad and differ in all that follow, so
// the wrong one shows itself by Latin letters in the middle of Arabic words and by bytes that mean nothing.
#include <unicode/ucnv.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "page/charset.h"

namespace qanat::page {
namespace {

constexpr std::size_t kCodes = 256;
constexpr std::size_t kFewestBytes = 4;  // above 0x7F: with fewer, nothing is said
constexpr double kReadsWell = 0.5;       // prose scores about 1, other languages and junk below 0

// What one character says for or against Arabic prose.
constexpr double kFrequent = 1.2;
constexpr double kPlainLetter = 0.5;
constexpr double kUndefined = -4;
constexpr double kForeignLetter = -2;  // Latin, above ASCII
constexpr double kLoneLetter = -1;     // an Arabic letter beside a Latin one
constexpr double kLooseVowel = -1;     // a vowel mark that stands on no letter
constexpr double kEndInside = -2;      // ة or ى with a letter behind it
constexpr double kSymbol = -0.25;

enum class Kind : std::uint8_t { ascii_letter, other, frequent, letter, ending, vowel, latin, symbol, undefined };

// Two letters in three of any prose are among these.
constexpr std::u32string_view kFrequentLetters = U"اليمونرتهبعد";

struct Table {
  std::array<char32_t, kCodes> code{};
  std::array<Kind, kCodes> kind{};
  std::array<std::string, kCodes> utf8;  // short ones, in place
};

Kind kind_of(char32_t code) {
  if (code == kReplacement || (code >= 0x80 && code < 0xA0)) return Kind::undefined;
  if (code < 0x80) {
    const bool letter = (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z');
    return letter ? Kind::ascii_letter : Kind::other;
  }
  if (code == U'ة' || code == U'ى') return Kind::ending;
  if (kFrequentLetters.find(code) != std::u32string_view::npos) return Kind::frequent;
  if (code >= 0x64B && code <= 0x652) return Kind::vowel;
  if ((code >= 0x620 && code <= 0x64A) || (code >= 0x671 && code <= 0x6D3)) return Kind::letter;
  if ((code >= 0xC0 && code < 0x180) && code != U'×' && code != U'÷') return Kind::latin;
  // Punctuation of Arabic prose, and blanks, say nothing.
  if ((code >= 0x600 && code < 0x620) || code == 0xA0 || code == U'«' || code == U'»' || code >= 0x2000)
    return Kind::other;
  return Kind::symbol;
}

Table make_table(const char* name) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(name, &status);
  if (U_FAILURE(status)) {
    std::fprintf(stderr, "qanat: internal error: ICU has no converter for %s\n", name);
    std::abort();
  }
  Table table;
  for (std::size_t i = 0; i < kCodes; ++i) {
    const auto byte = static_cast<char>(static_cast<unsigned char>(i));
    UChar out[4] = {};
    status = U_ZERO_ERROR;
    const auto size = ucnv_toUChars(converter, out, 4, &byte, 1, &status);
    table.code[i] = U_SUCCESS(status) && size == 1 ? static_cast<char32_t>(out[0]) : kReplacement;
    table.kind[i] = kind_of(table.code[i]);
    append_utf8(table.utf8[i], table.code[i]);
  }
  ucnv_close(converter);
  return table;
}

const Table& table_of(Charset charset) {
  static const Table windows = make_table("windows-1256");
  static const Table iso = make_table("ISO-8859-6");
  return charset == Charset::iso_8859_6 ? iso : windows;
}

bool is_arabic(Kind kind) {
  return kind == Kind::frequent || kind == Kind::letter || kind == Kind::ending || kind == Kind::vowel;
}
bool is_latin(Kind kind) { return kind == Kind::ascii_letter || kind == Kind::latin; }

double weight(Kind before, Kind kind) {
  switch (kind) {
    case Kind::frequent:
      return is_latin(before) ? kLoneLetter : kFrequent;
    case Kind::letter:
    case Kind::ending:
      return is_latin(before) ? kLoneLetter : kPlainLetter;
    case Kind::vowel:
      return is_arabic(before) && before != Kind::vowel ? 0 : kLooseVowel;
    case Kind::latin:
      return kForeignLetter;
    case Kind::undefined:
      return kUndefined;
    case Kind::symbol:
      return kSymbol;
    case Kind::ascii_letter:
    case Kind::other:
      return 0;
  }
  return 0;
}

Guess score(std::string_view bytes, Charset charset) {
  const Table& table = table_of(charset);
  double sum = 0;
  std::size_t counted = 0;
  Kind before = Kind::other;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    const Kind kind = table.kind[byte];
    if (byte >= 0x80) {
      sum += weight(before, kind);
      ++counted;
    }
    if (before == Kind::ending && is_arabic(kind) && kind != Kind::vowel) sum += kEndInside;
    if (is_arabic(before) && is_latin(kind)) sum += kLoneLetter;
    before = kind;
  }
  if (counted < kFewestBytes) return {Charset::binary, 0};
  return {charset, sum / static_cast<double>(counted)};
}

}  // namespace

Guess guess_single(std::string_view bytes) {
  const Guess windows = score(bytes, Charset::windows_1256);
  const Guess iso = score(bytes, Charset::iso_8859_6);
  const Guess& best = iso.score > windows.score ? iso : windows;
  if (best.score < kReadsWell) return {Charset::binary, best.score};
  return best;
}

void append_single(std::string_view bytes, Charset charset, std::uint64_t at, Text& out) {
  const Table& table = table_of(charset);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::size_t ascii = i;
    while (ascii < bytes.size() && static_cast<unsigned char>(bytes[ascii]) < 0x80) ++ascii;
    out.utf8.append(bytes.substr(i, ascii - i));
    i = ascii;
    if (i == bytes.size()) return;
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (table.code[byte] == kReplacement && out.repairs++ == 0) out.first_repair = at + i;
    out.utf8 += table.utf8[byte];
  }
}

}  // namespace qanat::page
