// Answers made smaller for the way. Private to the room.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace qanat::api {

enum class Packing : std::uint8_t { none, gzip, zstd };
const char* to_string(Packing packing);  // as in Content-Encoding

// The best one that an Accept-Encoding header allows, `best` at most.
Packing accepted(std::string_view accept_encoding, Packing best = Packing::zstd);

// Empty where it cannot be done (no memory).
std::string pack(std::string_view body, Packing packing);

}  // namespace qanat::api
