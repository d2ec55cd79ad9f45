// JSON lines.
#include "check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  qanat::fuzz::read_as(&qanat::feed::read_jsonl, {reinterpret_cast<const char*>(data), size});
  return 0;
}
