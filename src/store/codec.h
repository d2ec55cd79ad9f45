// Values <-> the bytes kept in the file. Private to the room.
//
// Bytes are read as hostile: every reader checks what it reads and says false on the first thing that makes no sense;
// then the value is not to be used.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/store.h"

namespace qanat::store {

// Numbers of seven bits a byte, low ones first; strings with their length before them.
class Writer {
 public:
  void number(std::uint64_t value);
  void text(std::string_view value);
  void span(Span value);
  void date(const std::optional<Date>& value);
  void when(const std::optional<When>& value);
  void texts(const std::vector<std::string>& values);
  void party(const report::Party& value);
  void spans(const std::vector<Span>& values);
  void published(const article::Published& value);
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}
  bool ok() const { return ok_; }
  bool at_end() const { return ok_ && at_ == bytes_.size(); }

  std::uint64_t number();
  // A number of things that follow: never more than the bytes that are left.
  std::size_t count();
  std::string text();
  Span span();
  std::optional<Date> date();
  std::optional<When> when();
  std::vector<std::string> texts();
  report::Party party();
  std::vector<Span> spans();
  article::Published published();
  template <class E>
  E one_of(E last) {
    const std::uint64_t value = number();
    if (value > static_cast<std::uint64_t>(last)) fail();
    return ok_ ? static_cast<E>(value) : E{};
  }
  void fail() { ok_ = false; }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
  bool ok_ = true;
};

// Without `why`. What the fold looks at comes first, so that it can be read alone.
std::string encode(const report::Report& report);
enum class Evidence : std::uint8_t { read, skip };
bool decode(std::string_view bytes, report::Report& out, Evidence evidence = Evidence::read);

// Without id and publisher, which have columns; with the article's own date.
std::string encode(const article::Article& article);
bool decode(std::string_view bytes, article::Article& out);

std::string encode(const std::vector<article::Block>& blocks);
bool decode(std::string_view bytes, std::vector<article::Block>& out);

std::string encode(const Issues& issues);
bool decode(std::string_view bytes, Issues& out);

// Without the channel's contacts, which are rows.
std::string encode(const ledger::Channel& channel);
bool decode(std::string_view bytes, ledger::Channel& out);

std::string encode(const ledger::Contact& contact);
bool decode(std::string_view bytes, ledger::Contact& out);

std::string encode(const origin::Sketch& sketch);  // without its rank, which is its key
bool decode(std::string_view bytes, origin::Sketch& out);

// A page's text, smaller. Empty for a text that cannot be had back.
std::string compress(std::string_view text);
// What decompress() works with; making it costs more than unpacking one page with it.
class Unpacker {
 public:
  Unpacker();
  ~Unpacker();
  Unpacker(const Unpacker&) = delete;
  Unpacker& operator=(const Unpacker&) = delete;

 private:
  friend std::optional<std::string> decompress(Unpacker& unpacker, std::string_view bytes, std::uint64_t size);
  void* context_;
};
std::optional<std::string> decompress(Unpacker& unpacker, std::string_view bytes, std::uint64_t size);

// The identity of all that was read in a page, issues apart (they name places in files, not things in pages).
std::string hash_of(const ReadPage& page);

// Stable ids of a report, wherever and whenever it is read.
std::string report_id(std::string_view page, std::string_view article, std::string_view encoded_report);

}  // namespace qanat::store
