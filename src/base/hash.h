// Content hashes (XXH3, 128 bits): identity of texts, reports, channels and lexica. Not for secrets.
#pragma once

#include <string>
#include <string_view>

namespace qanat {

// 32 lower-case hexadecimal digits. Stable over machines and versions.
std::string hash_hex(std::string_view bytes);

}  // namespace qanat
