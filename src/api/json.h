// JSON written straight into a string: answers are made thousands of times a second. Private to the room.
//
// What is written is well-formed as long as every begin has its end and every key its value. Text that is not UTF-8
// (only a damaged file holds it) is replaced, never passed on.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace qanat::api {

class JsonWriter {
 public:
  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array() { return open('['); }
  JsonWriter& end_array() { return close(']'); }
  JsonWriter& key(std::string_view name);

  JsonWriter& value(std::string_view text);
  JsonWriter& value(const char* text) { return value(std::string_view(text)); }
  JsonWriter& value(const std::string& text) { return value(std::string_view(text)); }
  JsonWriter& value(bool truth) { return raw(truth ? "true" : "false"); }
  JsonWriter& value(double number);
  template <std::integral Number>
  JsonWriter& value(Number number) {
    return raw(std::to_string(number));
  }
  JsonWriter& value(Date day);
  JsonWriter& null() { return raw("null"); }
  template <class T>
  JsonWriter& value(const std::optional<T>& maybe) {
    return maybe ? value(*maybe) : null();
  }
  JsonWriter& value(const When& when) { return value(when.iso()); }

  template <class T>
  JsonWriter& member(std::string_view name, const T& of) {
    return key(name).value(of);
  }
  // Null where the text is empty.
  JsonWriter& text_or_null(std::string_view name, std::string_view text) {
    key(name);
    return text.empty() ? null() : value(text);
  }
  template <class Texts>
  JsonWriter& texts(std::string_view name, const Texts& list) {
    key(name).begin_array();
    for (const auto& text : list) value(text);
    return end_array();
  }

  // Of everything that was written.
  const std::string& text() const { return out_; }
  std::string take() { return std::move(out_); }

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  JsonWriter& raw(std::string_view text);
  void separate();

  std::string out_;
};

// `text` with what JSON wants escaped, appended between quotation marks.
void append_json_string(std::string_view text, std::string& out);

}  // namespace qanat::api
