// Holds JSON to the schemas of src/api/openapi.json: the part of JSON Schema that they use. What they would use beyond
// it is a fault of the test.
#pragma once

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/date.h"

namespace qanat::api {

using nlohmann::json;

class Schemas {
 public:
  explicit Schemas(json document) : document_(std::move(document)) {}
  static Schemas from_file() {
    std::ifstream in(std::string(QANAT_ROOT) + "/src/api/openapi.json");
    return Schemas(json::parse(in));
  }
  const json& document() const { return document_; }

  // What is wrong with the value, a line each; empty where it is as the schema says.
  std::vector<std::string> faults(const json& value, const json& schema) const {
    std::vector<std::string> out;
    check(value, schema, "", out);
    return out;
  }

  // What a "$ref" points to; the value itself where it is none.
  const json& resolved(const json& schema) const {
    const auto ref = schema.find("$ref");
    if (ref == schema.end()) return schema;
    return resolved(document_.at(json::json_pointer(ref->get<std::string>().substr(1))));
  }

 private:
  void check(const json& value, const json& asked, const std::string& where, std::vector<std::string>& out) const {
    const json& schema = resolved(asked);
    const auto fault = [&](const std::string& what) { out.push_back((where.empty() ? "/" : where) + ": " + what); };
    for (const auto& [key, rule] : schema.items()) {
      if (key == "type") {
        if (!is_of(value, rule)) fault("is " + std::string(value.type_name()) + ", not " + rule.dump());
      } else if (key == "enum") {
        if (std::find(rule.begin(), rule.end(), value) == rule.end())
          fault(value.dump() + " is none of " + rule.dump());
      } else if (key == "anyOf") {
        check_any(value, rule, where, out);
      } else if (key == "minimum") {
        if (value.is_number() && value.get<double>() < rule.get<double>()) fault("is less than " + rule.dump());
      } else if (key == "properties") {
        for (const auto& [name, of] : rule.items())
          if (value.is_object() && value.contains(name)) check(value[name], of, where + "/" + name, out);
      } else if (key == "required") {
        for (const json& name : rule)
          if (value.is_object() && !value.contains(name)) fault("has no " + name.dump());
      } else if (key == "additionalProperties") {
        if (rule != false) fault("the test knows no additionalProperties but false");
        if (!value.is_object()) continue;
        for (const auto& [name, of] : value.items())
          if (!schema.at("properties").contains(name)) fault("has " + name + ", which is not described");
      } else if (key == "items") {
        for (std::size_t i = 0; value.is_array() && i < value.size(); ++i)
          check(value[i], rule, where + "/" + std::to_string(i), out);
      } else if (key == "format") {
        if (rule != "date") fault("the test knows no format but date");
        if (value.is_string() && !is_day(value.get<std::string>())) fault(value.dump() + " is no day");
      } else if (key != "description" && key != "examples") {
        fault("the test does not know " + key);
      }
    }
  }

  void check_any(const json& value, const json& choices, const std::string& where,
                 std::vector<std::string>& out) const {
    std::vector<std::string> fewest;
    for (const json& choice : choices) {
      std::vector<std::string> here;
      check(value, choice, where, here);
      if (here.empty()) return;
      if (fewest.empty() || here.size() < fewest.size()) fewest = here;
    }
    out.insert(out.end(), fewest.begin(), fewest.end());
  }

  static bool is_day(const std::string& text) { return text.size() == 10 && Date::from_iso(text).has_value(); }

  static bool is_of(const json& value, const json& types) {
    if (types.is_array())
      return std::any_of(types.begin(), types.end(), [&](const json& type) { return is_of(value, type); });
    const auto type = types.get<std::string>();
    if (type == "integer") return value.is_number_integer();
    if (type == "number") return value.is_number();
    return type == value.type_name();
  }

  json document_;
};

}  // namespace qanat::api
