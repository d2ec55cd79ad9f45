#include "api/packing.h"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <cstdlib>

#include "base/ascii.h"

namespace qanat::api {
namespace {

// On loopback time counts for more than bytes; these take a tenth of what the highest levels take.
constexpr int kZstdLevel = 3;
constexpr int kGzipLevel = 4;
constexpr int kGzipWindow = 15 + 16;  // 16: with gzip's head
constexpr int kMemory = 8;            // zlib's default

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

bool same_word(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (ascii_lower(a[i]) != b[i]) return false;
  return true;
}

// "gzip;q=0" refuses.
bool is_refused(std::string_view parameters) {
  const std::size_t at = parameters.find("q=");
  return at != std::string_view::npos && std::strtod(std::string(parameters.substr(at + 2)).c_str(), nullptr) <= 0;
}

std::string gzip(std::string_view body) {
  z_stream stream{};
  if (deflateInit2(&stream, kGzipLevel, Z_DEFLATED, kGzipWindow, kMemory, Z_DEFAULT_STRATEGY) != Z_OK) return {};
  std::string out(deflateBound(&stream, body.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));  // zlib only reads it
  stream.avail_in = static_cast<uInt>(body.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int code = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return code == Z_STREAM_END ? out : std::string();
}

std::string zstd(std::string_view body) {
  std::string out(ZSTD_compressBound(body.size()), '\0');
  const std::size_t size = ZSTD_compress(out.data(), out.size(), body.data(), body.size(), kZstdLevel);
  if (ZSTD_isError(size) != 0) return {};
  out.resize(size);
  return out;
}

}  // namespace

const char* to_string(Packing packing) {
  switch (packing) {
    case Packing::none:
      return "identity";
    case Packing::gzip:
      return "gzip";
    case Packing::zstd:
      return "zstd";
  }
  return "identity";
}

Packing accepted(std::string_view accept, Packing best) {
  bool has_gzip = false;
  bool has_zstd = false;
  while (!accept.empty()) {
    const std::size_t end = std::min(accept.find(','), accept.size());
    const std::string_view one = accept.substr(0, end);
    accept.remove_prefix(std::min(end + 1, accept.size()));
    const std::size_t semicolon = std::min(one.find(';'), one.size());
    if (is_refused(one.substr(semicolon))) continue;
    const std::string_view name = trimmed(one.substr(0, semicolon));
    has_gzip = has_gzip || same_word(name, "gzip");
    has_zstd = has_zstd || same_word(name, "zstd");
  }
  if (has_zstd && best == Packing::zstd) return Packing::zstd;
  return has_gzip ? Packing::gzip : Packing::none;
}

std::string pack(std::string_view body, Packing packing) {
  switch (packing) {
    case Packing::none:
      return std::string(body);
    case Packing::gzip:
      return gzip(body);
    case Packing::zstd:
      return zstd(body);
  }
  return {};
}

}  // namespace qanat::api
