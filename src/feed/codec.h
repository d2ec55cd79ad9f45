// Compressed bytes in, plain bytes out. One file a codec.
#pragma once

#include <memory>
#include <string_view>

#include "feed/bytes.h"

namespace qanat::feed {

// Both read from `packed`, which must outlive them, and take any number of members (frames) one after another. What was
// unpacked before damage is given out; the fault names the byte of the packed input.
std::unique_ptr<Source> gzip(Bytes& packed);
std::unique_ptr<Source> zstd(Bytes& packed);

// By the first bytes of a file.
bool is_gzip(std::string_view head);
bool is_zstd(std::string_view head);

}  // namespace qanat::feed
