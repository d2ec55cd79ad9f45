// An opened input, told by its first bytes, unpacked if it is packed, and read in the format that it is in.
#include <memory>

#include "feed/codec.h"
#include "feed/format.h"

namespace qanat::feed {
namespace {

bool read_plain(Input& input) {
  input.bytes.fill(kHeadSize);
  const std::string_view head = input.bytes.at_hand();
  if (head.empty()) {
    if (!input.report_fault()) input.report(Severity::warning, "is empty");
    return true;
  }
  if (is_gzip(head) || is_zstd(head)) {
    input.report(Severity::error, "is packed more than once, left out; unpack it once");
    return true;
  }
  switch (sniff(head)) {
    case Format::text:
      return read_text(input);
    case Format::jsonl:
      return read_jsonl(input);
    case Format::json:
      input.report(Severity::error,
                   "is one JSON value over the whole file, left out; write one object a line (JSON lines)");
      return true;
    case Format::warc:
      return read_warc(input);
    case Format::syndication:
      return read_syndication(input);
  }
  return true;
}

// Null for what is not packed.
std::unique_ptr<Source> unpack(Bytes& raw) {
  if (is_gzip(raw.at_hand())) return gzip(raw);
  if (is_zstd(raw.at_hand())) return zstd(raw);
  return nullptr;
}

}  // namespace

bool read_content(Input& input) {
  input.bytes.fill(kHeadSize);
  const std::unique_ptr<Source> unpacked = unpack(input.bytes);
  if (!unpacked) return read_plain(input);
  Bytes plain(*unpacked);
  Input inner = input.inside(input.given, input.name, plain);
  return read_plain(inner);
}

}  // namespace qanat::feed
