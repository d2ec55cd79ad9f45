#include "api/xml.h"

#include "base/utf8.h"

namespace qanat::api {
namespace {

bool is_allowed(char32_t c) {
  if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
  return c != 0xFFFE && c != 0xFFFF;
}

void append_escaped(std::string_view text, std::string& out) {
  for (std::size_t at = 0; at < text.size();) {
    const Decoded d = decode_utf8(text, at);
    switch (d.code) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        append_utf8(out, is_allowed(d.code) ? d.code : kReplacement);
    }
    at += d.size;
  }
}

}  // namespace

void XmlWriter::tag(std::string_view name, Attributes attributes, std::string_view close) {
  out_ += '<';
  out_ += name;
  for (const auto& [key, value] : attributes) {
    out_.append(" ").append(key).append("=\"");
    append_escaped(value, out_);
    out_ += '"';
  }
  out_ += close;
}

XmlWriter& XmlWriter::begin(std::string_view name, Attributes attributes) {
  tag(name, attributes, ">\n");
  open_.emplace_back(name);
  return *this;
}

XmlWriter& XmlWriter::end() {
  out_.append("</").append(open_.back()).append(">\n");
  open_.pop_back();
  return *this;
}

XmlWriter& XmlWriter::element(std::string_view name, std::string_view text, Attributes attributes) {
  tag(name, attributes, ">");
  append_escaped(text, out_);
  out_.append("</").append(name).append(">\n");
  return *this;
}

XmlWriter& XmlWriter::empty(std::string_view name, Attributes attributes) {
  tag(name, attributes, "/>\n");
  return *this;
}

}  // namespace qanat::api
