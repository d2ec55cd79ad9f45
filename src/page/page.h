// bytes -> Page: character sets and, later, HTML. Stage 1 of the line. Pure.
#pragma once

#include <string>

#include "base/issue.h"
#include "feed/feed.h"

namespace qanat::page {

// One input, decoded. Owns its text; every span of later stages points into `text`.
struct Page {
  std::string id;  // as Document::id; where that is empty, hash_hex(text)
  std::string where;
  std::string text;     // UTF-8, valid. For UTF-8 input: the input itself, byte for byte
  std::string charset;  // "utf-8", "windows-1256", "utf-16le" ...: what the bytes were
  std::string url;
  std::string publisher;
  std::string published;  // as given
  std::string title;
  Issues issues;
};

// Decodes. Encodings recognised: UTF-8 (with or without mark), UTF-16 LE/BE (with or without mark), windows-1256,
// ISO-8859-6. Broken UTF-8 is repaired with U+FFFD, binary junk gives an empty text; both with an Issue that names
// the byte. Never fails, never throws.
Page make_page(feed::Document&& document);

}  // namespace qanat::page
