#include "api/json.h"

#include <cmath>
#include <cstdio>

#include "base/utf8.h"

namespace qanat::api {
namespace {

bool needs_care(unsigned char byte) { return byte < 0x20 || byte == '"' || byte == '\\' || byte >= 0x80; }

void append_escape(unsigned char byte, std::string& out) {
  switch (byte) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default: {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(byte));
      out += escape;
    }
  }
}

}  // namespace

void append_json_string(std::string_view text, std::string& out) {
  out += '"';
  std::size_t kept = 0;  // everything before is in `out`
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (!needs_care(byte)) {
      ++at;
      continue;
    }
    // Arabic letters, the bulk of what is not ASCII: two bytes, of which the second one continues.
    if (byte >= 0xD8 && byte <= 0xDB && at + 1 < text.size() &&
        (static_cast<unsigned char>(text[at + 1]) & 0xC0U) == 0x80U) {
      at += 2;
      continue;
    }
    if (byte >= 0x80) {
      const Decoded d = decode_utf8(text, at);
      if (d.code != kReplacement) {
        at += d.size;
        continue;
      }
      out.append(text.substr(kept, at - kept));
      append_utf8(out, kReplacement);
      at += d.size;
    } else {
      out.append(text.substr(kept, at - kept));
      append_escape(byte, out);
      ++at;
    }
    kept = at;
  }
  out.append(text.substr(kept));
  out += '"';
}

JsonWriter& JsonWriter::key(std::string_view name) {
  separate();
  // Names are our own and need no escapes.
  out_ += '"';
  out_ += name;
  out_ += "\":";
  return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
  separate();
  append_json_string(text, out_);
  return *this;
}

JsonWriter& JsonWriter::value(Date day) {
  const Date::Ymd d = day.ymd();
  const auto digit = [](int number) { return static_cast<char>('0' + number % 10); };
  const char text[] = {'"',
                       digit(d.year / 1000),
                       digit(d.year / 100),
                       digit(d.year / 10),
                       digit(d.year),
                       '-',
                       digit(d.month / 10),
                       digit(d.month),
                       '-',
                       digit(d.day / 10),
                       digit(d.day),
                       '"'};
  return raw({text, sizeof text});
}

JsonWriter& JsonWriter::value(double number) {
  if (!std::isfinite(number)) return null();
  char text[32];
  std::snprintf(text, sizeof text, "%.6g", number);
  return raw(text);
}

JsonWriter& JsonWriter::open(char bracket) {
  separate();
  out_ += bracket;
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  out_ += bracket;
  return *this;
}

JsonWriter& JsonWriter::raw(std::string_view text) {
  separate();
  out_ += text;
  return *this;
}

// Whatever begins needs a comma before it, unless it is the first of its kind or follows its key. What was written
// last says which: no value ends with an opening bracket or a colon outside its quotation marks.
void JsonWriter::separate() {
  if (out_.empty()) return;
  const char last = out_.back();
  if (last != '{' && last != '[' && last != ':') out_ += ',';
}

}  // namespace qanat::api
