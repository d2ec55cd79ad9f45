#include "base/hash.h"

#include <xxhash.h>

#include <array>

namespace qanat {

std::string hash_hex(std::string_view bytes) {
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits(bytes.data(), bytes.size()));
  static constexpr std::string_view kHex = "0123456789abcdef";
  std::string out;
  out.reserve(2 * sizeof canonical.digest);
  for (const unsigned char c : canonical.digest) {
    out.push_back(kHex[c >> 4]);
    out.push_back(kHex[c & 15]);
  }
  return out;
}

}  // namespace qanat
