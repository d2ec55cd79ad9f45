#include "page/page.h"

#include <simdjson.h>

#include <algorithm>
#include <utility>

#include "base/hash.h"
#include "base/utf8.h"
#include "page/charset.h"

namespace qanat::page {
namespace {

// Where binary junk shows itself first, for the message.
std::size_t first_junk(std::string_view bytes) {
  const std::size_t nul = bytes.find('\0');
  return std::min(nul, first_invalid_utf8(bytes));
}

class Decoding {
 public:
  explicit Decoding(Page& page) : page_(page) {}

  void decode(std::string&& bytes, bool is_utf8) {
    const Charset charset = is_utf8 ? Charset::utf_8 : detect(bytes);
    page_.charset = to_string(charset);
    switch (charset) {
      case Charset::binary:
        note(Severity::error, first_junk(bytes), "no text in an encoding that is known, left out");
        return;
      case Charset::utf_8:
        // The common case moves the bytes; none is copied.
        if (simdjson::validate_utf8(bytes.data(), bytes.size()))
          page_.text = std::move(bytes);
        else
          take(decode_lines(bytes, charset));
        break;
      case Charset::windows_1256:
      case Charset::iso_8859_6:
        note(Severity::note, 0, "decoded from " + page_.charset);
        take(decode_lines(bytes, charset));
        break;
      case Charset::utf_16le:
      case Charset::utf_16be:
        note(Severity::note, 0, "decoded from " + page_.charset);
        take(decode_utf16(bytes, charset));
        break;
    }
    const std::size_t nul = page_.text.find('\0');
    if (nul != std::string::npos) note(Severity::warning, nul, "text holds NUL characters, kept");
  }

 private:
  void take(Text&& text) {
    if (text.foreign_lines > 0)
      note(Severity::warning, text.first_foreign,
           std::to_string(text.foreign_lines) + " lines in another encoding than " + page_.charset +
               ", decoded from it");
    if (text.repairs > 0)
      note(Severity::warning, text.first_repair,
           "broken " + page_.charset + ", repaired with U+FFFD in " + std::to_string(text.repairs) + " places");
    page_.text = std::move(text.utf8);
  }

  void note(Severity severity, std::size_t offset, std::string what) {
    page_.issues.push_back({severity, page_.where, offset, std::move(what)});
  }

  Page& page_;
};

}  // namespace

Page make_page(feed::Document&& document) {
  Page page;
  page.id = std::move(document.id);
  page.where = std::move(document.where);
  page.url = std::move(document.url);
  page.publisher = std::move(document.publisher);
  page.published = std::move(document.published);
  page.title = std::move(document.title);
  Decoding(page).decode(std::move(document.bytes), document.is_utf8);
  if (page.id.empty()) page.id = hash_hex(page.text);
  return page;
}

}  // namespace qanat::page
