// Which view answers which path. Private to the room.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "api/call.h"

namespace qanat::api {

struct Route {
  std::string_view pattern;                // below /api/v1: "/channels/{id}"
  Answer (*view)(Call&);                   // of GET
  std::vector<std::string_view> params{};  // that it takes
  bool whole = false;                      // lists everything, without pages
  std::string_view filename{};             // where the view names none
};
const std::vector<Route>& routes();

// nullptr where there is none. `ids`: what stands for {…}, in order.
const Route* find_route(std::span<const std::string> path, std::vector<std::string>& ids);

}  // namespace qanat::api
