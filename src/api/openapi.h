// The document that describes the API, as it stands in src/api/openapi.json. Private to the room.
#pragma once

#include <string_view>

namespace qanat::api {

std::string_view openapi_text();

}  // namespace qanat::api
