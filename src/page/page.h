// bytes -> Page: character sets and HTML. Stage 1 of the line. Pure.
#pragma once

#include <cstdint>
#include <string>

#include "base/issue.h"
#include "feed/feed.h"
#include "page/html.h"

namespace qanat::page {

enum class Format : std::uint8_t {
  text,
  html,
};
const char* to_string(Format format);

// One input, decoded. Owns its text; every span of later stages points into `text`.
struct Page {
  std::string id;  // as Document::id; where that is empty, hash_hex(text)
  std::string where;
  // UTF-8, valid. Of plain text: the input itself, byte for byte where it was UTF-8. Of HTML: everything visible, in
  // document order, a block a line, white space folded.
  std::string text;
  std::string charset;  // "utf-8", "windows-1256", "utf-16le" ...: what the bytes were, whatever they claimed
  std::string url;
  std::string publisher;
  std::string published;  // as given
  std::string title;
  Format format = Format::text;
  Html html;  // empty unless format is html
  Issues issues;
};

// Decodes, and reads HTML where the content is HTML, whatever the name says. Encodings recognised: UTF-8 (with or
// without mark), UTF-16 LE/BE (with or without mark), windows-1256, ISO-8859-6, and on HTML pages in Latin letters
// windows-1252; what a page declares is believed only where its bytes do not contradict it. Broken UTF-8 is repaired
// with U+FFFD, binary junk gives an empty text; both with an Issue that names the byte. Never fails, never throws.
// Linear in the input; memory a small multiple of it.
Page make_page(feed::Document&& document);

// For `qanat page` and tests: the head's metadata, then a line a block: "element.hints [links]: first words".
std::string dump(const Page& page);

}  // namespace qanat::page
