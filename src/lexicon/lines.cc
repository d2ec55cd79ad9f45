#include "lexicon/lines.h"

#include "arabic/arabic.h"
#include "base/utf8.h"

namespace qanat::lexicon {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kSpace = " \t\r";

Line::Kind kind_of(std::size_t indentation) {
  switch (indentation) {
    case 0:
      return Line::Kind::head;
    case 2:
      return Line::Kind::property;
    case 4:
      return Line::Kind::form;
    default:
      return Line::Kind::stray;
  }
}

}  // namespace

Lines::Lines(std::string_view text) : rest_(text) {
  if (rest_.starts_with(kByteOrderMark)) rest_.remove_prefix(kByteOrderMark.size());
}

bool Lines::next(Line& line) {
  if (rest_.empty()) return false;
  const std::size_t end = rest_.find('\n');
  std::string_view raw = rest_.substr(0, end);
  rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
  line.number = ++number_;

  const std::size_t last = raw.find_last_not_of(kSpace);
  if (last == std::string_view::npos) {
    line.kind = Line::Kind::blank;
    line.text = {};
    return true;
  }
  raw = raw.substr(0, last + 1);
  const std::size_t indentation = raw.find_first_not_of(' ');
  line.text = raw.substr(indentation);
  if (line.text.front() == '#') {
    line.kind = Line::Kind::comment;
  } else if (line.text.front() == '\t') {
    line.kind = Line::Kind::stray;
  } else {
    line.kind = kind_of(indentation);
  }
  return true;
}

bool mixes_scripts(std::string_view text) {
  bool latin = false;
  bool arabic = false;
  for (std::size_t at = 0; at < text.size() && !(latin && arabic);) {
    const Decoded d = decode_utf8(text, at);
    at += d.size;
    if (d.code < 0x80) {
      latin |= (d.code >= 'a' && d.code <= 'z') || (d.code >= 'A' && d.code <= 'Z');
    } else {
      arabic |= arabic::is_arabic_letter(d.code);
    }
  }
  return latin && arabic;
}

std::string_view take_word(std::string_view& text) {
  const std::size_t end = text.find_first_of(kSpace);
  const std::string_view word = text.substr(0, end);
  text.remove_prefix(word.size());
  const std::size_t next = text.find_first_not_of(kSpace);
  text.remove_prefix(next == std::string_view::npos ? text.size() : next);
  return word;
}

}  // namespace qanat::lexicon
