#include "page/charset.h"

#include <simdjson.h>
#include <unicode/uchar.h>

#include <algorithm>

#include "base/utf8.h"

namespace qanat::page {
namespace {

constexpr std::size_t kJunkHead = 4096;        // bytes or characters that are looked at for junk
constexpr double kJunkControls = 0.05;         // control characters in the head: text has none, packed data one in ten
constexpr double kJunkCharacters = 0.10;       // the same, with characters that do not exist, once decoded
constexpr std::uint64_t kSequencesToKeep = 4;  // a line with so many is UTF-8 among bytes of another set
constexpr double kBrokenBeyondRepair = 0.25;   // invalid bytes for each byte

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || byte == 0x7F;
}

bool has_junk_controls(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kJunkHead);
  const auto controls = std::count_if(head.begin(), head.end(), is_control);
  return static_cast<double>(controls) > kJunkControls * static_cast<double>(head.size());
}

bool is_valid(std::string_view bytes) { return simdjson::validate_utf8(bytes.data(), bytes.size()); }

void append_repaired(std::string_view bytes, std::uint64_t at, Text& out) {
  std::size_t from = 0;
  while (from < bytes.size()) {
    const std::string_view rest = bytes.substr(from);
    const std::size_t valid = first_invalid_utf8(rest);
    out.utf8.append(rest.substr(0, valid));
    from += valid;
    if (from == bytes.size()) return;
    if (out.repairs++ == 0) out.first_repair = at + from;
    append_utf8(out.utf8, kReplacement);
    ++from;
  }
}

// Is UTF-16 that a mark promised really text? Random units are often unassigned, private or half a pair.
bool is_junk_utf16(std::string_view bytes, Charset order) {
  const Text head = decode_utf16(bytes.substr(0, kJunkHead), order);
  std::size_t bad = 0;
  std::size_t all = 0;
  for (std::size_t at = 0; at < head.utf8.size(); ++all) {
    const Decoded decoded = decode_utf8(head.utf8, at);
    at += decoded.size;
    const auto type = u_charType(static_cast<UChar32>(decoded.code));
    const bool blank = decoded.code == '\t' || decoded.code == '\n' || decoded.code == '\r';
    const bool none = type == U_UNASSIGNED || type == U_PRIVATE_USE_CHAR || type == U_CONTROL_CHAR;
    if ((none && !blank) || decoded.code == kReplacement) ++bad;
  }
  return static_cast<double>(bad) > kJunkCharacters * static_cast<double>(all) + 1;
}

}  // namespace

const char* to_string(Charset charset) {
  switch (charset) {
    case Charset::utf_8:
      return "utf-8";
    case Charset::utf_16le:
      return "utf-16le";
    case Charset::utf_16be:
      return "utf-16be";
    case Charset::windows_1256:
      return "windows-1256";
    case Charset::iso_8859_6:
      return "iso-8859-6";
    case Charset::binary:
      return "binary";
  }
  return "binary";
}

Charset detect(std::string_view bytes) {
  // First, since Arabic in UTF-16 is all ASCII to a check for UTF-8.
  const Charset wide = guess_utf16(bytes);
  if (wide != Charset::binary) return is_junk_utf16(bytes, wide) ? Charset::binary : wide;
  if (has_junk_controls(bytes)) return Charset::binary;
  if (is_valid(bytes)) return Charset::utf_8;

  const Utf8Shape shape = utf8_shape(bytes);
  if (shape.sequences >= shape.invalid) return Charset::utf_8;
  const Guess single = guess_single(bytes);
  if (single.charset != Charset::binary) return single.charset;
  const double broken = static_cast<double>(shape.invalid) / static_cast<double>(bytes.size());
  return broken < kBrokenBeyondRepair ? Charset::utf_8 : Charset::binary;
}

Utf8Shape utf8_shape(std::string_view bytes) {
  Utf8Shape shape;
  for (std::size_t at = 0; at < bytes.size();) {
    const Decoded decoded = decode_utf8(bytes, at);
    if (decoded.size > 1)
      ++shape.sequences;
    else if (decoded.code == kReplacement)
      ++shape.invalid;
    at += decoded.size;
  }
  return shape;
}

Text decode_lines(std::string_view bytes, Charset main) {
  Text out;
  out.utf8.reserve(main == Charset::utf_8 ? bytes.size() : 2 * bytes.size());
  const auto foreign = [&](std::size_t at) {
    if (out.foreign_lines++ == 0) out.first_foreign = at;
  };
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = bytes.find('\n', at);
    const std::string_view line = bytes.substr(at, end == std::string_view::npos ? end : end + 1 - at);
    if (is_valid(line)) {
      // Two bytes of a word in a one-byte set may look like one character of UTF-8 by chance.
      const bool kept = main == Charset::utf_8 || utf8_shape(line).sequences >= kSequencesToKeep;
      const bool ascii =
          std::all_of(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
      if (kept || ascii)
        out.utf8.append(line);
      else
        append_single(line, main, at, out);
      if (kept && main != Charset::utf_8) foreign(at);
    } else if (main != Charset::utf_8) {
      append_single(line, main, at, out);
    } else {
      const Utf8Shape shape = utf8_shape(line);
      const Guess single = shape.invalid > shape.sequences ? guess_single(line) : Guess{};
      if (single.charset == Charset::binary) {
        append_repaired(line, at, out);
      } else {
        append_single(line, single.charset, at, out);
        foreign(at);
      }
    }
    at += line.size();
  }
  return out;
}

}  // namespace qanat::page
