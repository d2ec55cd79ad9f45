// Bytes to UTF-8, whatever they were: what is text stays text, and UTF-8 is never touched.
#include "page/page.h"

#include <iterator>
#include "base/utf8.h"

#include "check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using qanat::fuzz::check;
  // The first byte chooses what the carrier claims.
  static constexpr const char* kClaims[] = {"",
                                            "text/plain; charset=windows-1256",
                                            "text/html; charset=iso-8859-6",
                                            "text/plain; charset=utf-8",
                                            "text/html; charset=utf-16le",
                                            "text/plain; charset=\"nonsense"};
  if (size == 0) return 0;
  qanat::feed::Document document;
  document.where = document.id = "input";
  document.content_type = kClaims[data[0] % std::size(kClaims)];
  document.is_utf8 = data[0] >= 0xF0;
  document.bytes.assign(reinterpret_cast<const char*>(data) + 1, size - 1);
  const qanat::page::Page page = qanat::page::make_page(std::move(document));
  check(qanat::first_invalid_utf8(page.text) == page.text.size(), "a page's text is UTF-8");
  check(!page.charset.empty(), "a page names its character set");
  return 0;
}
