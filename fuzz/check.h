// What must hold whatever the bytes were.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "feed/format.h"

namespace qanat::fuzz {

// Unlike assert() it also stands in release builds.
inline void check(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

// Reads `bytes` as a file's content in one format and throws away what comes.
inline void read_as(bool (*format)(feed::Input&), std::string_view bytes) {
  feed::Limits limits;
  limits.max_document_bytes = 64 << 10;  // small, so that limits are met
  // What an item's title and frame may add to its content.
  const std::uint64_t most = 3 * limits.max_document_bytes;
  feed::Progress progress;
  feed::Sink sink;
  std::uint64_t issues = 0;
  sink.document = [&](feed::Document&& document, const feed::Progress&) {
    check(document.bytes.size() <= most, "a document stays within its limit");
    check(!document.where.empty(), "a document says where it was found");
    return true;
  };
  sink.issue = [&](Issue&& issue) {
    check(!issue.what.empty(), "an issue says what is wrong");
    ++issues;
  };
  feed::Memory memory(bytes);
  // Small, so that what lies across its end is met too, and so that a run costs little.
  constexpr std::size_t kWindow = 1 << 10;
  feed::Bytes window(memory, kWindow);
  feed::Document carrier;
  carrier.id = "input";
  feed::Input input(carrier, "input", window, limits, sink, progress);
  format(input);
  check(issues <= bytes.size() + 2, "no more issues than bytes");
}

}  // namespace qanat::fuzz
