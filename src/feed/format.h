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
  text,         // one document a file: text, HTML
  jsonl,        // one document a line
  json,         // one JSON value over the whole file: not read, and said so
  warc,         // a web archive, WARC or WET: one document a response or conversion record
  syndication,  // RSS 0.9x, 1.0 (RDF), 2.0 or Atom: one document an item
};

inline constexpr std::string_view kBlank = " \t\r\n";
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// How many bytes at the beginning decide.
inline constexpr std::size_t kHeadSize = 16 << 10;

// JSON lines: an object whose first key stands on the same line as its brace. Prose in braces or brackets is text. XML
// is a feed where its root says so.
Format sniff(std::string_view head);

// One opened file, or what stands for one: its unpacked bytes, its name, and the way out for what is found in it.
class Input {
 public:
  // `carrier`: what is known of it before it is read; its id is that of a file that is one document, empty for standard
  // input. All references must outlive this.
  Input(Document carrier, std::string file_name, Bytes& unpacked, const Limits& bounds, const Sink& sink,
        Progress& progress)
      : given(std::move(carrier)),
        name(std::move(file_name)),
        bytes(unpacked),
        limits(bounds),
        sink_(sink),
        progress_(progress) {}

  const Document given;  // without bytes
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
  // The same input's way out, for what lies packed inside it.
  Input inside(Document carrier, std::string inner_name, Bytes& inner) const {
    return {std::move(carrier), std::move(inner_name), inner, limits, sink_, progress_};
  }

 private:
  const Sink& sink_;
  Progress& progress_;
};

// Each reads the input to its end. False: the sink wants no more.
bool read_text(Input& input);
bool read_jsonl(Input& input);
bool read_warc(Input& input);
bool read_syndication(Input& input);
// Whichever of them it is, by its first bytes; packed once or not at all.
bool read_content(Input& input);

// The one message about what is larger than the limit.
std::string too_large(std::string_view what, const Limits& limits);

}  // namespace qanat::feed
