// The bytes of numbers, strings, dates, and of whole texts.
#include <zstd.h>

#include "store/codec.h"

namespace qanat::store {
namespace {

// Fast, and still less than half: Arabic in UTF-8 says little with every first byte.
constexpr int kLevel = 1;
constexpr std::uint64_t kLargestText = 1ULL << 30;  // more is no page, but a damaged size

// Days may be negative: the sign goes into the lowest bit.
std::uint64_t folded(std::int32_t value) {
  const auto wide = static_cast<std::int64_t>(value);
  return static_cast<std::uint64_t>(wide < 0 ? -2 * wide - 1 : 2 * wide);
}

std::int32_t unfolded(std::uint64_t value) {
  const auto half = static_cast<std::int64_t>(value >> 1);
  return static_cast<std::int32_t>((value & 1) != 0 ? -half - 1 : half);
}

}  // namespace

void Writer::number(std::uint64_t value) {
  while (value >= 0x80) {
    out_.push_back(static_cast<char>((value & 0x7F) | 0x80));
    value >>= 7;
  }
  out_.push_back(static_cast<char>(value));
}

void Writer::text(std::string_view value) {
  number(value.size());
  out_ += value;
}

void Writer::span(Span value) {
  number(value.begin);
  number(value.end);
}

void Writer::date(const std::optional<Date>& value) { number(value ? folded(value->days) + 1 : 0); }

void Writer::when(const std::optional<When>& value) {
  number(value ? static_cast<std::uint64_t>(value->precision) + 1 : 0);
  if (!value) return;
  number(folded(value->first.days));
  number(folded(value->last.days));
}

void Writer::texts(const std::vector<std::string>& values) {
  number(values.size());
  for (const std::string& v : values) text(v);
}

void Writer::party(const report::Party& value) {
  text(value.actor);
  text(value.role);
  text(value.person);
  number(static_cast<std::uint64_t>(value.part));
}

void Writer::spans(const std::vector<Span>& values) {
  number(values.size());
  for (const Span v : values) span(v);
}

// How it was obtained is nothing without a date: whoever reads must be able to tell a copy's date by that.
void Writer::published(const article::Published& value) {
  date(value.date);
  if (!value.date) return;
  number(static_cast<std::uint64_t>(value.method));
  number(value.confidence);
}

std::uint64_t Reader::number() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; ok_ && shift < 64; shift += 7) {
    if (at_ >= bytes_.size()) break;
    const auto byte = static_cast<unsigned char>(bytes_[at_++]);
    value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return value;
  }
  fail();
  return 0;
}

std::size_t Reader::count() {
  const std::uint64_t value = number();
  if (value > bytes_.size() - at_) fail();
  return ok_ ? static_cast<std::size_t>(value) : 0;
}

std::string Reader::text() {
  const std::size_t size = count();
  std::string out(bytes_.substr(at_, size));
  at_ += size;
  return out;
}

Span Reader::span() {
  const std::uint64_t begin = number();
  const std::uint64_t end = number();
  if (begin > UINT32_MAX || end > UINT32_MAX) fail();
  return ok_ ? Span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)} : Span{};
}

std::optional<Date> Reader::date() {
  const std::uint64_t value = number();
  if (value == 0) return std::nullopt;
  return Date{unfolded(value - 1)};
}

std::optional<When> Reader::when() {
  const std::uint64_t precision = number();
  if (precision == 0) return std::nullopt;
  if (precision > static_cast<std::uint64_t>(When::Precision::year) + 1) fail();
  When out;
  out.precision = ok_ ? static_cast<When::Precision>(precision - 1) : When::Precision::day;
  out.first = Date{unfolded(number())};
  out.last = Date{unfolded(number())};
  return out;
}

std::vector<std::string> Reader::texts() {
  std::vector<std::string> out;
  const std::size_t n = count();
  for (std::size_t i = 0; i < n && ok_; ++i) out.push_back(text());
  return out;
}

report::Party Reader::party() {
  report::Party out;
  out.actor = text();
  out.role = text();
  out.person = text();
  out.part = one_of(report::Part::host);
  return out;
}

std::vector<Span> Reader::spans() {
  std::vector<Span> out;
  const std::size_t n = count();
  for (std::size_t i = 0; i < n && ok_; ++i) out.push_back(span());
  return out;
}

article::Published Reader::published() {
  article::Published out;
  out.date = date();
  if (!out.date) return out;
  out.method = one_of(article::kLastDateMethod);
  const std::uint64_t confidence = number();
  if (confidence > UINT8_MAX) fail();
  if (ok_) out.confidence = static_cast<std::uint8_t>(confidence);
  return out;
}

std::string compress(std::string_view text) {
  std::string out(ZSTD_compressBound(text.size()), '\0');
  const std::size_t size = ZSTD_compress(out.data(), out.size(), text.data(), text.size(), kLevel);
  out.resize(ZSTD_isError(size) != 0 ? 0 : size);
  return out;
}

Unpacker::Unpacker() : context_(ZSTD_createDCtx()) {}
Unpacker::~Unpacker() { ZSTD_freeDCtx(static_cast<ZSTD_DCtx*>(context_)); }

std::optional<std::string> decompress(Unpacker& unpacker, std::string_view bytes, std::uint64_t size) {
  if (size > kLargestText || unpacker.context_ == nullptr) return std::nullopt;
  std::string out(size, '\0');
  const std::size_t got = ZSTD_decompressDCtx(static_cast<ZSTD_DCtx*>(unpacker.context_), out.data(), out.size(),
                                              bytes.data(), bytes.size());
  if (ZSTD_isError(got) != 0 || got != size) return std::nullopt;
  return out;
}

}  // namespace qanat::store
