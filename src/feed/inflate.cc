// The three things that the web calls gzip and deflate.
#include <zlib.h>

#include <algorithm>
#include <limits>

#include "feed/http_message.h"

namespace qanat::feed {
namespace {

constexpr int kGzipOrZlib = 32 + MAX_WBITS;
constexpr int kBare = -MAX_WBITS;
constexpr std::size_t kStep = 64 << 10;

enum class Outcome : std::uint8_t { whole, damaged, too_large };

Outcome run(std::string_view packed, int window, std::uint64_t limit, std::string& out) {
  z_stream state{};
  if (inflateInit2(&state, window) != Z_OK) return Outcome::damaged;
  const std::size_t size = std::min<std::size_t>(packed.size(), std::numeric_limits<uInt>::max());
  state.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));  // zlib's interface is older than const
  state.avail_in = static_cast<uInt>(size);
  Outcome outcome = Outcome::damaged;
  for (;;) {
    const std::size_t before = out.size();
    out.resize(before + kStep);
    state.next_out = reinterpret_cast<Bytef*>(out.data() + before);
    state.avail_out = kStep;
    const int result = inflate(&state, Z_NO_FLUSH);
    const std::size_t got = kStep - state.avail_out;
    out.resize(before + got);
    if (out.size() > limit) {
      outcome = Outcome::too_large;
      break;
    }
    if (result == Z_STREAM_END) {
      outcome = Outcome::whole;
      break;
    }
    if (result != Z_OK || (state.avail_in == 0 && got == 0)) break;
  }
  inflateEnd(&state);
  return outcome;
}

}  // namespace

bool inflate_all(std::string_view packed, std::uint64_t limit, std::string& out) {
  out.clear();
  Outcome outcome = run(packed, kGzipOrZlib, limit, out);
  // "deflate" means zlib's frame by the standard, and none at all by what some servers do.
  if (outcome == Outcome::damaged && out.empty()) outcome = run(packed, kBare, limit, out);
  return outcome == Outcome::whole;
}

}  // namespace qanat::feed
