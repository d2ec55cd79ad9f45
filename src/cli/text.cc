#include "cli/text.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <cstdio>
#include <memory>

#include "base/utf8.h"

namespace qanat::cli {
namespace {

constexpr std::string_view kEllipsis = "…";
constexpr std::string_view kFirstStrongIsolate = "\u2068";
constexpr std::string_view kPopIsolate = "\u2069";
// Vowelled Arabic puts three marks on a letter; more than this many is a prank.
constexpr int kMarksOnALetter = 6;
constexpr char32_t kZeroWidthNonJoiner = 0x200C;
constexpr char32_t kZeroWidthJoiner = 0x200D;

bool is_mark(UChar32 code) {
  const int8_t type = u_charType(code);
  return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK;
}

bool is_written_format(UChar32 code) {
  return code == kZeroWidthNonJoiner || code == kZeroWidthJoiner ||
         u_getIntPropertyValue(code, UCHAR_GRAPHEME_CLUSTER_BREAK) == U_GCB_PREPEND;
}

// What a code point does to whoever sees it.
enum class Effect { shown, space, dropped, replaced };

Effect effect_of(UChar32 code) {
  if (code == '\t' || code == '\n' || code == '\r' || u_isUWhiteSpace(code)) return Effect::space;
  switch (u_charType(code)) {
    case U_CONTROL_CHAR:
    case U_SURROGATE:
    case U_UNASSIGNED:
    case U_PRIVATE_USE_CHAR:
      return Effect::replaced;
    case U_FORMAT_CHAR:
      return is_written_format(code) ? Effect::shown : Effect::dropped;
    default:
      return Effect::shown;
  }
}

bool acts_on_terminal(UChar32 code) {
  switch (u_charType(code)) {
    case U_CONTROL_CHAR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
      return true;
    case U_FORMAT_CHAR:
      return !is_written_format(code);
    default:
      return false;
  }
}

std::string clean_text(std::string_view text, bool keep_lines) {
  std::string out;
  out.reserve(text.size());
  int marks = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded d = decode_utf8(text, at);
    at += d.size;
    if (d.code > 0x20 && d.code < 0x7F) {
      out += static_cast<char>(d.code);
      marks = 0;
      continue;
    }
    const auto code = static_cast<UChar32>(d.code);
    if (keep_lines && code == '\n') {
      out += '\n';
      continue;
    }
    marks = is_mark(code) ? marks + 1 : 0;
    if (marks > kMarksOnALetter) continue;
    switch (effect_of(code)) {
      case Effect::shown:
        append_utf8(out, d.code);
        break;
      case Effect::space:
        if (keep_lines || (!out.empty() && out.back() != ' ')) out += ' ';
        break;
      case Effect::dropped:
        break;
      case Effect::replaced:
        append_utf8(out, kReplacement);
        break;
    }
  }
  if (!keep_lines && !out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

int width_of(char32_t code) {
  if (code < 0x300) return 1;
  const auto c = static_cast<UChar32>(code);
  if (is_mark(c) || code == kZeroWidthJoiner || code == kZeroWidthNonJoiner) return 0;
  switch (u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH)) {
    case U_EA_WIDE:
    case U_EA_FULLWIDTH:
      return 2;
    default:
      return 1;
  }
}

// Byte offsets of the ends of a text's graphemes.
std::vector<std::size_t> grapheme_ends(std::string_view text) {
  std::vector<std::size_t> out;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> graphemes(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  UText window = UTEXT_INITIALIZER;
  utext_openUTF8(&window, text.data(), static_cast<std::int64_t>(text.size()), &status);
  if (U_SUCCESS(status)) graphemes->setText(&window, status);
  if (U_SUCCESS(status)) {
    graphemes->first();
    for (std::int32_t end = graphemes->next(); end != icu::BreakIterator::DONE; end = graphemes->next())
      out.push_back(static_cast<std::size_t>(end));
  } else {
    // Without ICU's data, code points are better than nothing.
    for (std::size_t at = 0; at < text.size();) out.push_back(at += decode_utf8(text, at).size);
  }
  utext_close(&window);
  return out;
}

// How many bytes of the text's head fit.
std::size_t fitting(std::string_view text, int columns) {
  std::size_t at = 0;
  for (const std::size_t end : grapheme_ends(text)) {
    columns -= width(text.substr(at, end - at));
    if (columns < 0) break;
    at = end;
  }
  return at;
}

}  // namespace

std::string clean(std::string_view text) { return clean_text(text, false); }
std::string clean_lines(std::string_view text) { return clean_text(text, true); }

int width(std::string_view text) {
  int out = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded d = decode_utf8(text, at);
    at += d.size;
    out += width_of(d.code);
  }
  return out;
}

std::string cut(std::string_view text, int columns) {
  if (width(text) <= columns) return std::string(text);
  if (columns <= 0) return {};
  std::string out(text.substr(0, fitting(text, columns - 1)));
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out.append(kEllipsis);
}

std::string cut_front(std::string_view text, int columns) {
  int over = width(text) - columns;
  if (over <= 0) return std::string(text);
  if (columns <= 0) return {};
  ++over;  // the ellipsis
  std::size_t at = 0;
  for (const std::size_t end : grapheme_ends(text)) {
    if (over <= 0) break;
    over -= width(text.substr(at, end - at));
    at = end;
  }
  return std::string(kEllipsis).append(text.substr(at));
}

std::vector<std::string> wrap(std::string_view text, int columns) {
  std::vector<std::string> out;
  std::string line;
  int used = 0;
  const auto end_line = [&] {
    if (!line.empty()) out.push_back(std::move(line));
    line.clear();
    used = 0;
  };
  while (!text.empty()) {
    const std::size_t space = text.find(' ');
    std::string_view word = text.substr(0, space);
    text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
    int wide = width(word);
    if (used > 0 && used + 1 + wide > columns) end_line();
    while (wide > columns) {
      const std::size_t head = fitting(word, columns);
      if (head == 0) break;
      out.emplace_back(word.substr(0, head));
      word.remove_prefix(head);
      wide = width(word);
    }
    if (word.empty()) continue;
    if (used > 0) {
      line += ' ';
      ++used;
    }
    line += word;
    used += wide;
  }
  end_line();
  return out;
}

bool is_right_to_left(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Decoded d = decode_utf8(text, at);
    at += d.size;
    if (d.code < 0x590) continue;
    const UCharDirection direction = u_charDirection(static_cast<UChar32>(d.code));
    if (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC) return true;
  }
  return false;
}

std::string isolate(std::string_view text) {
  if (!is_right_to_left(text)) return std::string(text);
  std::string out(kFirstStrongIsolate);
  return out.append(text).append(kPopIsolate);
}

std::string escape_json(std::string_view line) {
  std::string out;
  out.reserve(line.size());
  std::size_t kept = 0;  // everything before is in `out`
  for (std::size_t at = 0; at < line.size();) {
    // ASCII and Arabic letters, the bulk of it, need no closer look.
    const auto byte = static_cast<unsigned char>(line[at]);
    if (byte < 0x7F || byte == 0xD9 || byte == 0xDA) {
      at += byte < 0x7F ? 1 : 2;
      continue;
    }
    const Decoded d = decode_utf8(line, at);
    if (d.code <= 0xFFFF && acts_on_terminal(static_cast<UChar32>(d.code))) {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(d.code));
      out.append(line.substr(kept, at - kept)).append(escape);
      kept = at + d.size;
    }
    at += d.size;
  }
  return out.append(line.substr(kept));
}

}  // namespace qanat::cli
