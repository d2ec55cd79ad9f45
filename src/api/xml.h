// XML written straight into a string. Private to the room.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace qanat::api {

// Text is escaped, and characters that XML cannot hold are replaced: page text stays text.
class XmlWriter {
 public:
  using Attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

  XmlWriter() : out_("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n") {}
  XmlWriter& begin(std::string_view name, Attributes attributes = {});
  XmlWriter& end();
  XmlWriter& element(std::string_view name, std::string_view text, Attributes attributes = {});
  XmlWriter& empty(std::string_view name, Attributes attributes);
  std::string take() { return std::move(out_); }

 private:
  void tag(std::string_view name, Attributes attributes, std::string_view close);

  std::string out_;
  std::vector<std::string> open_;
};

}  // namespace qanat::api
