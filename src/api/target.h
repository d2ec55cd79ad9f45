// A request's target taken apart: "/api/v1/articles/a%2Fb?limit=5". Private to the room.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace qanat::api {

struct Target {
  std::vector<std::string> path;  // segments, decoded; empty for "/"
  std::vector<std::pair<std::string, std::string>> query;
};

// nullopt: no target of ours: not absolute, a broken escape, a NUL, text that is not UTF-8, a ".." or too many parts.
std::optional<Target> parse_target(std::string_view text);

// As one segment of a path, or a value of a query.
std::string percent_encoded(std::string_view text);

}  // namespace qanat::api
