#include "feed/record.h"

#include <simdjson.h>

#include "feed/bytes.h"

namespace qanat::feed {
namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;

static_assert(Bytes::kPadding >= simdjson::SIMDJSON_PADDING);

// Above this the parser's own memory, about ten times the line's, is given back after the line.
constexpr std::size_t kKeptCapacity = 4 << 20;

void warn(Issues& issues, std::string what) { issues.push_back({Severity::warning, "", 0, std::move(what)}); }

// What the fields of a record held, before one is preferred to another.
struct Fields {
  Document document;
  std::string html;
  std::string date;
  bool has_text = false;
  bool has_html = false;
};

// True where a string was read. null counts as not given.
bool read_string(std::string_view key, element value, std::string& out, Issues& issues) {
  if (value.is_null()) return false;
  std::string_view text;
  if (value.get(text) != simdjson::SUCCESS) {
    warn(issues, "\"" + std::string(key) + "\" is not a string and was passed over");
    return false;
  }
  out = text;
  return true;
}

// Corpora number their records, so that whole numbers are taken too.
void read_id(element value, std::string& out, Issues& issues) {
  switch (value.type()) {
    case element_type::INT64:
      out = std::to_string(value.get_int64().value_unsafe());
      return;
    case element_type::UINT64:
      out = std::to_string(value.get_uint64().value_unsafe());
      return;
    default:
      read_string("id", value, out, issues);
  }
}

void read_field(std::string_view key, element value, Fields& fields, Issues& issues) {
  Document& document = fields.document;
  if (key == "text") {
    fields.has_text = read_string(key, value, document.bytes, issues);
  } else if (key == "html") {
    fields.has_html = read_string(key, value, fields.html, issues);
  } else if (key == "id") {
    read_id(value, document.id, issues);
  } else if (key == "url") {
    read_string(key, value, document.url, issues);
  } else if (key == "publisher") {
    read_string(key, value, document.publisher, issues);
  } else if (key == "published") {
    read_string(key, value, document.published, issues);
  } else if (key == "date") {
    read_string(key, value, fields.date, issues);
  } else if (key == "title") {
    read_string(key, value, document.title, issues);
  } else if (key == "language") {
    read_string(key, value, document.language, issues);
  } else if (key == "fetched") {
    read_string(key, value, document.fetched, issues);
  }
}

}  // namespace

struct RecordParser::Parser {
  simdjson::dom::parser json;
};

RecordParser::RecordParser() : parser_(std::make_unique<Parser>()) {}
RecordParser::~RecordParser() = default;

bool RecordParser::parse(std::string_view line, Document& document, Issues& issues) {
  if (parser_->json.capacity() > kKeptCapacity) parser_ = std::make_unique<Parser>();
  const auto fail = [&](std::string what) {
    issues.push_back({Severity::error, "", 0, std::move(what)});
    return false;
  };

  element root;
  constexpr bool kCopyFirst = false;  // the line is padded already
  auto error = parser_->json.parse(line.data(), line.size(), kCopyFirst).get(root);
  std::string repaired;
  if (error == simdjson::UTF8_ERROR || error == simdjson::STRING_ERROR) {
    std::size_t first = 0;
    repaired = repair_json(line, first);
    repaired.reserve(repaired.size() + Bytes::kPadding);
    error = parser_->json.parse(repaired.data(), repaired.size(), kCopyFirst).get(root);
    if (error == simdjson::SUCCESS)
      issues.push_back({Severity::warning, "", first, "broken UTF-8 in JSON, repaired with U+FFFD"});
  }
  if (error != simdjson::SUCCESS) return fail(std::string("broken JSON, left out: ") + simdjson::error_message(error));

  simdjson::dom::object object;
  if (root.get(object) != simdjson::SUCCESS) return fail("a JSON line that is not an object, left out");
  Fields fields;
  for (const auto field : object) read_field(field.key, field.value, fields, issues);
  if (!fields.has_text && !fields.has_html) return fail("a record without \"text\", left out");

  document = std::move(fields.document);
  document.is_utf8 = true;
  if (!fields.has_text) {
    document.bytes = std::move(fields.html);
    document.content_type = "text/html; charset=utf-8";
  }
  if (document.published.empty()) document.published = std::move(fields.date);
  return true;
}

}  // namespace qanat::feed
