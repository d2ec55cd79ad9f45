#include "page/page.h"

#include <simdjson.h>

#include <algorithm>
#include <utility>

#include "base/hash.h"
#include "base/utf8.h"
#include "page/build.h"
#include "page/charset.h"
#include "page/declared.h"
#include "page/format.h"

namespace qanat::page {
namespace {

// Where binary junk shows itself first, for the message.
std::size_t first_junk(std::string_view bytes) {
  const std::size_t nul = bytes.find('\0');
  return std::min(nul, first_invalid_utf8(bytes));
}

class Reading {
 public:
  explicit Reading(Page& page) : page_(page) {}

  void decode(std::string&& bytes, bool is_utf8) {
    Charset charset = is_utf8 ? Charset::utf_8 : detect(bytes);
    page_.charset = to_string(charset);
    if (!is_utf8 && is_html(bytes) && decode_as_declared(bytes, charset)) return;
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

  void read_html() {
    if (!is_html(page_.text)) return;
    page_.format = Format::html;
    Built built = build(page_.text);
    page_.text = std::move(built.text);
    page_.html = std::move(built.html);
    if (built.too_deep) note(Severity::warning, 0, "elements nested too deep, read as part of those around them");
    if (built.too_many) note(Severity::warning, 0, "more elements than are followed, the rest read as text");
  }

 private:
  // A page's own word on its character set counts where its bytes say nothing: all of them are ASCII, or they read as
  // neither UTF-8 nor Arabic. True: the page is decoded.
  bool decode_as_declared(const std::string& bytes, Charset found) {
    const std::string declared = declared_charset(bytes);
    const bool ascii =
        std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (found == Charset::utf_8 && (ascii || simdjson::validate_utf8(bytes.data(), bytes.size()))) {
      if (ascii && is_one_byte(declared)) page_.charset = declared;
      if (!ascii && !declared.empty() && declared != "utf-8" && declared != "utf8")
        note(Severity::note, 0, "declared as " + declared + ", but is utf-8");
      return false;
    }
    if (found != Charset::utf_8 && found != Charset::binary) {
      if (!declared.empty() && declared != page_.charset)
        note(Severity::note, 0, "declared as " + declared + ", but reads as " + page_.charset);
      return false;
    }
    // Stray bytes in UTF-8 are repaired; only what holds next to none of it is read as something else.
    const Utf8Shape shape = utf8_shape(bytes);
    if (shape.sequences >= shape.invalid) return false;
    auto text = decode_named(bytes, declared.empty() || declared == "utf-8" ? "windows-1252" : declared);
    if (!text) return false;
    page_.charset = text->charset;
    note(Severity::note, 0, "decoded from " + page_.charset);
    page_.text = std::move(text->utf8);
    return true;
  }

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

const char* to_string(Format format) { return format == Format::html ? "html" : "text"; }

Page make_page(feed::Document&& document) {
  Page page;
  page.id = std::move(document.id);
  page.where = std::move(document.where);
  page.url = std::move(document.url);
  page.publisher = std::move(document.publisher);
  page.published = std::move(document.published);
  page.title = std::move(document.title);
  Reading reading(page);
  reading.decode(std::move(document.bytes), document.is_utf8);
  reading.read_html();
  if (page.id.empty()) page.id = hash_hex(page.text);
  return page;
}

}  // namespace qanat::page
