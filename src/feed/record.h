// One line of JSON -> one Document.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/issue.h"
#include "feed/feed.h"

namespace qanat::feed {

class RecordParser {
 public:
  RecordParser();
  ~RecordParser();

  // Reads an object with "text" (else "html") and, where given, "id", "url", "publisher", "published" (else "date"),
  // "title", "language" and "fetched"; other keys are passed over. `line` must be followed by Bytes::kPadding readable
  // bytes. False: no record, and the last issue says why. Issues have offsets within the line and no `where`.
  bool parse(std::string_view line, Document& document, Issues& issues);

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

// Valid JSON text out of one with broken UTF-8 or lone halves of surrogate pairs: each becomes U+FFFD. What was valid
// is kept byte for byte. `first` is the offset of the first repair, or the size where there was nothing to repair.
std::string repair_json(std::string_view line, std::size_t& first);

}  // namespace qanat::feed
