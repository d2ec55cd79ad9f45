// The board's files, inside the binary. Private to the room; the board's build defines assets(). A binary built without
// the board has the definition of assets.cc, which gives none.
#pragma once

#include <span>
#include <string_view>

namespace qanat::api {

// One file. All views are of the binary itself and outlive everything.
struct Asset {
  std::string_view path;  // "/index.html", "/assets/board-4f2a91.js"
  std::string_view type;  // "text/javascript; charset=utf-8"
  std::string_view etag;  // of the content, without quotation marks
  std::string_view body;
  std::string_view gzip;  // the same packed; empty where packing does not pay
};

// Sorted by path. "/" and paths that name no file, as the board's views have, give "/index.html"; what lies under
// "/assets/" has a name that changes with its content, and is kept by browsers for ever.
std::span<const Asset> assets();

}  // namespace qanat::api
