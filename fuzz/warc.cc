// Web archives, packed or not.
#include "check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const bool packed = bytes.starts_with("\x1f\x8b");
  qanat::fuzz::read_as(packed ? &qanat::feed::read_content : &qanat::feed::read_warc, bytes);
  return 0;
}
