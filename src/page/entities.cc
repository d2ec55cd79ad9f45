#include "page/entities.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/ascii.h"
#include "base/utf8.h"

namespace qanat::page {
namespace {

constexpr std::size_t kLongestEntity = 8;  // "thetasym"
constexpr std::size_t kMostDigits = 8;
constexpr char32_t kFirstLatin = 160;
constexpr char32_t kLastCode = 0x10FFFF;

// The names of U+00A0 .. U+00FF in order. HTML reads these without their ';' too.
constexpr std::string_view kLatinNames =
    "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute "
    "micro "
    "para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil "
    "Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave "
    "Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml "
    "igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute "
    "thorn yuml";

struct NamedCharacter {
  std::string_view name;
  char32_t code;
};
constexpr auto kOtherNames = std::to_array<NamedCharacter>({
    {"quot", U'"'},     {"apos", U'\''},    {"OElig", 0x152},    {"oelig", 0x153},    {"Scaron", 0x160},
    {"scaron", 0x161},  {"Yuml", 0x178},    {"fnof", 0x192},     {"circ", 0x2C6},     {"tilde", 0x2DC},
    {"ensp", 0x2002},   {"emsp", 0x2003},   {"thinsp", 0x2009},  {"zwnj", 0x200C},    {"zwj", 0x200D},
    {"lrm", 0x200E},    {"rlm", 0x200F},    {"ndash", 0x2013},   {"mdash", 0x2014},   {"horbar", 0x2015},
    {"lsquo", 0x2018},  {"rsquo", 0x2019},  {"sbquo", 0x201A},   {"ldquo", 0x201C},   {"rdquo", 0x201D},
    {"bdquo", 0x201E},  {"dagger", 0x2020}, {"Dagger", 0x2021},  {"bull", 0x2022},    {"hellip", 0x2026},
    {"permil", 0x2030}, {"prime", 0x2032},  {"Prime", 0x2033},   {"lsaquo", 0x2039},  {"rsaquo", 0x203A},
    {"oline", 0x203E},  {"frasl", 0x2044},  {"euro", 0x20AC},    {"image", 0x2111},   {"weierp", 0x2118},
    {"real", 0x211C},   {"trade", 0x2122},  {"alefsym", 0x2135}, {"larr", 0x2190},    {"uarr", 0x2191},
    {"rarr", 0x2192},   {"darr", 0x2193},   {"harr", 0x2194},    {"crarr", 0x21B5},   {"lArr", 0x21D0},
    {"uArr", 0x21D1},   {"rArr", 0x21D2},   {"dArr", 0x21D3},    {"hArr", 0x21D4},    {"forall", 0x2200},
    {"part", 0x2202},   {"exist", 0x2203},  {"empty", 0x2205},   {"nabla", 0x2207},   {"isin", 0x2208},
    {"notin", 0x2209},  {"ni", 0x220B},     {"prod", 0x220F},    {"sum", 0x2211},     {"minus", 0x2212},
    {"lowast", 0x2217}, {"radic", 0x221A},  {"prop", 0x221D},    {"infin", 0x221E},   {"ang", 0x2220},
    {"and", 0x2227},    {"or", 0x2228},     {"cap", 0x2229},     {"cup", 0x222A},     {"int", 0x222B},
    {"there4", 0x2234}, {"sim", 0x223C},    {"cong", 0x2245},    {"asymp", 0x2248},   {"ne", 0x2260},
    {"equiv", 0x2261},  {"le", 0x2264},     {"ge", 0x2265},      {"sub", 0x2282},     {"sup", 0x2283},
    {"nsub", 0x2284},   {"sube", 0x2286},   {"supe", 0x2287},    {"oplus", 0x2295},   {"otimes", 0x2297},
    {"perp", 0x22A5},   {"sdot", 0x22C5},   {"lceil", 0x2308},   {"rceil", 0x2309},   {"lfloor", 0x230A},
    {"rfloor", 0x230B}, {"lang", 0x2329},   {"rang", 0x232A},    {"loz", 0x25CA},     {"spades", 0x2660},
    {"clubs", 0x2663},  {"hearts", 0x2665}, {"diams", 0x2666},   {"thetasym", 0x3D1}, {"upsih", 0x3D2},
    {"piv", 0x3D6},     {"sigmaf", 0x3C2},  {"Alpha", 0x391},    {"Beta", 0x392},     {"Gamma", 0x393},
    {"Delta", 0x394},   {"Epsilon", 0x395}, {"Zeta", 0x396},     {"Eta", 0x397},      {"Theta", 0x398},
    {"Iota", 0x399},    {"Kappa", 0x39A},   {"Lambda", 0x39B},   {"Mu", 0x39C},       {"Nu", 0x39D},
    {"Xi", 0x39E},      {"Omicron", 0x39F}, {"Pi", 0x3A0},       {"Rho", 0x3A1},      {"Sigma", 0x3A3},
    {"Tau", 0x3A4},     {"Upsilon", 0x3A5}, {"Phi", 0x3A6},      {"Chi", 0x3A7},      {"Psi", 0x3A8},
    {"Omega", 0x3A9},   {"alpha", 0x3B1},   {"beta", 0x3B2},     {"gamma", 0x3B3},    {"delta", 0x3B4},
    {"epsilon", 0x3B5}, {"zeta", 0x3B6},    {"eta", 0x3B7},      {"theta", 0x3B8},    {"iota", 0x3B9},
    {"kappa", 0x3BA},   {"lambda", 0x3BB},  {"mu", 0x3BC},       {"nu", 0x3BD},       {"xi", 0x3BE},
    {"omicron", 0x3BF}, {"pi", 0x3C0},      {"rho", 0x3C1},      {"sigma", 0x3C3},    {"tau", 0x3C4},
    {"upsilon", 0x3C5}, {"phi", 0x3C6},     {"chi", 0x3C7},      {"psi", 0x3C8},      {"omega", 0x3C9},
});

// What browsers make of numbers 128 .. 159, which old editors wrote for windows-1252. 0: nothing.
constexpr std::array<char16_t, 32> kOldNumbers = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                  0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                  0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                  0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

struct Meaning {
  char32_t code = 0;
  bool bare = false;  // the ';' may be missing
};
using Names = std::unordered_map<std::string_view, Meaning>;

Names make_names() {
  Names names;
  char32_t code = kFirstLatin;
  for (std::size_t at = 0; at < kLatinNames.size();) {
    const std::size_t end = std::min(kLatinNames.find(' ', at), kLatinNames.size());
    names[kLatinNames.substr(at, end - at)] = {code++, true};
    at = end + 1;
  }
  for (const NamedCharacter& named : kOtherNames) names[named.name] = {named.code, named.name == "quot"};
  for (const auto& [upper, lower, c] : {std::tuple{"AMP", "amp", U'&'}, {"LT", "lt", U'<'}, {"GT", "gt", U'>'}})
    names[upper] = names[lower] = {c, true};
  return names;
}

bool is_alnum(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

int digit_of(char c, bool hex) {
  const int value = hex_value(c);
  return hex || value < 10 ? value : -1;
}

char32_t allowed(char32_t code) {
  constexpr char32_t kOldFirst = 128;
  if (code >= kOldFirst && code < kFirstLatin) {
    const char16_t meant = kOldNumbers[code - kOldFirst];
    return meant == 0 ? kReplacement : meant;
  }
  if (code == 0 || code > kLastCode || (code >= 0xD800 && code < 0xE000)) return kReplacement;
  const bool control = code < 0x20 && code != '\t' && code != '\n' && code != '\r';
  return control ? U' ' : code;
}

Reference read_number(std::string_view text, std::size_t at) {
  std::size_t end = at + 2;
  const bool hex = end < text.size() && (text[end] == 'x' || text[end] == 'X');
  if (hex) ++end;
  const std::size_t first = end;
  std::uint64_t code = 0;
  while (end < text.size() && end - first < kMostDigits) {
    const int digit = digit_of(text[end], hex);
    if (digit < 0) break;
    code = code * (hex ? 16 : 10) + static_cast<std::uint64_t>(digit);
    ++end;
  }
  if (end == first) return {};
  if (end < text.size() && text[end] == ';') ++end;
  const auto small = static_cast<char32_t>(std::min<std::uint64_t>(code, kLastCode + 1));
  return {allowed(small), static_cast<std::uint32_t>(end - at)};
}

}  // namespace

Reference read_reference(std::string_view text, std::size_t at) {
  static const Names names = make_names();
  if (at + 1 >= text.size()) return {};
  if (text[at + 1] == '#') return read_number(text, at);
  std::size_t end = at + 1;
  while (end < text.size() && end - at <= kLongestEntity && is_alnum(text[end])) ++end;
  const auto found = names.find(text.substr(at + 1, end - at - 1));
  if (found == names.end()) return {};
  const bool closed = end < text.size() && text[end] == ';';
  if (!closed && !found->second.bare) return {};
  return {found->second.code, static_cast<std::uint32_t>(end - at + (closed ? 1 : 0))};
}

std::string plain(std::string_view text, std::size_t most) {
  std::string out;
  out.reserve(std::min(text.size(), most));
  bool space = false;
  for (std::size_t at = 0; at < text.size() && out.size() < most;) {
    Decoded next = decode_utf8(text, at);
    if (next.code == '&') {
      const Reference reference = read_reference(text, at);
      if (reference.size > 0) next = {reference.code, reference.size};
    }
    at += next.size;
    if (next.code <= ' ' || next.code == 0xA0 || next.code == 0x2028 || next.code == 0x2029) {
      space = !out.empty();
      continue;
    }
    if (space) out += ' ';
    space = false;
    append_utf8(out, next.code);
  }
  return out;
}

}  // namespace qanat::page
