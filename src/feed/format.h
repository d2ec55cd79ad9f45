// What a file is, told from its first bytes, and the formats that can be read. One file a format: it takes an Input and
// hands documents and trouble to it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "feed/bytes.h"
#include "feed/feed.h"

namespace qanat::feed {

enum class Format : std::uint8_t {
  text,   // one document a file
  jsonl,  // one document a line
  json,   // one JSON value over the whole file: not read, and said so
};

// How many bytes at the beginning decide.
inline constexpr std::size_t kHeadSize = 16 << 10;

// JSON lines: an object whose first key stands on the same line as its brace. Prose in braces or brackets is text.
Format sniff(std::string_view head);

// One opened file: its unpacked bytes, its name, and the way out for what is found in it.
class Input {
 public:
  // `document_id`: of a file that is one document; empty for standard input. All references must outlive this.
  Input(std::string document_id, std::string file_name, Bytes& unpacked, const Limits& bounds, const Sink& sink,
        Progress& progress)
      : id(std::move(document_id)),
        name(std::move(file_name)),
        bytes(unpacked),
        limits(bounds),
        sink_(sink),
        progress_(progress) {}

  const std::string id;
  const std::string name;
  Bytes& bytes;
  const Limits& limits;

  // False: the sink wants no more.
  bool deliver(Document&& document);
  void report(Severity severity, std::string where, std::uint64_t offset, std::string what) const;
  // The same about the file as a whole, at the byte reached.
  void report(Severity severity, std::string what) const;
  // Tells of a source that ended before its time, if it did. True where bytes were lost.
  bool report_fault() const;

 private:
  const Sink& sink_;
  Progress& progress_;
};

// Each reads the input to its end. False: the sink wants no more.
bool read_text(Input& input);
bool read_jsonl(Input& input);

}  // namespace qanat::feed
