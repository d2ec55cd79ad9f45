#include "page/declared.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <limits>
#include <memory>

namespace qanat::page {
namespace {

struct Close {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

}  // namespace

std::optional<Named> decode_named(std::string_view bytes, const std::string& name) {
  if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int32_t>::max() / 4)) return std::nullopt;
  // What the web calls ISO-8859-1 is windows-1252.
  const std::string meant = name == "iso-8859-1" || name == "latin1" || name == "us-ascii" ? "windows-1252" : name;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, Close> converter(ucnv_open(meant.c_str(), &status));
  if (U_FAILURE(status) || ucnv_getMinCharSize(converter.get()) != 1) return std::nullopt;
  const UConverterType type = ucnv_getType(converter.get());
  if (type == UCNV_UTF7 || type == UCNV_HZ || type == UCNV_SCSU || type == UCNV_BOCU1 || type == UCNV_IMAP_MAILBOX)
    return std::nullopt;
  Named out;
  out.charset = meant;
  const auto size = static_cast<int32_t>(bytes.size());
  status = U_ZERO_ERROR;
  const int32_t needed = ucnv_toAlgorithmic(UCNV_UTF8, converter.get(), nullptr, 0, bytes.data(), size, &status);
  if (status != U_BUFFER_OVERFLOW_ERROR) return std::nullopt;
  out.utf8.resize(static_cast<std::size_t>(needed));
  ucnv_reset(converter.get());
  status = U_ZERO_ERROR;
  ucnv_toAlgorithmic(UCNV_UTF8, converter.get(), out.utf8.data(), needed, bytes.data(), size, &status);
  if (U_FAILURE(status)) return std::nullopt;
  return out;
}

bool is_one_byte(std::string_view name) {
  return name.starts_with("windows-125") || name.starts_with("iso-8859-") || name == "us-ascii";
}

}  // namespace qanat::page
