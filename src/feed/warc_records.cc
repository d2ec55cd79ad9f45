#include <algorithm>

#include "feed/warc.h"

namespace qanat::feed {
namespace {

constexpr std::string_view kMagic = "WARC/";
constexpr std::string_view kMark = "\nWARC/1.";  // how a record's head begins inside of other bytes
constexpr std::string_view kLineEnds = "\r\n";
// How many records of an archive are told of that have a wrong length; the rest is counted.
constexpr std::uint64_t kMostTold = 20;
// Heads hold a dozen lines; an address in them may be long.
constexpr std::size_t kMaxHead = 64 << 10;
// What an HTTP head may add to a page of the largest size allowed.
constexpr std::uint64_t kHttpHead = 256 << 10;

std::size_t blank_size(std::string_view text) { return std::min(text.find_first_not_of(kLineEnds), text.size()); }

// Where the empty line that ends a head is over; npos where there is none.
std::size_t head_end(std::string_view text) {
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string_view::npos; ++at) {
    const std::string_view rest = text.substr(at + 1);
    if (rest.starts_with('\n')) return at + 2;
    if (rest.starts_with("\r\n")) return at + 3;
  }
  return std::string_view::npos;
}

// Of the next head at or after `from`; npos where there is none.
std::size_t find_head(std::string_view text, std::size_t from) {
  const std::size_t at = text.find(kMark, from);
  return at == std::string_view::npos ? at : at + 1;
}

// Does what follows a block look like the end of a record? Writers differ in how many line ends they put there.
bool ends_record(std::string_view rest) {
  rest.remove_prefix(blank_size(rest));
  return rest.empty() || rest.starts_with(kMagic.substr(0, rest.size()));
}

}  // namespace

WarcRecords::WarcRecords(Input& input) : input_(input), bytes_(input.bytes) {
  bytes_.outlive_damage([this](std::string what) {
    ++damages_;
    input_.report(Severity::error, std::move(what) + "; reading goes on with the next record that is whole");
  });
}

std::string WarcRecords::where(const WarcRecord& record) const {
  return input_.name + ":" + std::to_string(record.number);
}

void WarcRecords::tell(Severity severity, const WarcRecord& record, std::string what) const {
  input_.report(severity, where(record), record.offset, std::move(what));
}

bool WarcRecords::next(WarcRecord& record) {
  for (;;) {
    const Step taken = step(record);
    if (taken == Step::record) return true;
    if (taken == Step::end) break;
  }
  if (lies_ > kMostTold)
    input_.report(Severity::warning,
                  std::to_string(lies_ - kMostTold) + " more records with a wrong length, each read up to the next");
  return false;
}

WarcRecords::Step WarcRecords::step(WarcRecord& record) {
  bytes_.consume(taken_);
  taken_ = 0;
  while (bytes_.fill(1) && blank_size(bytes_.at_hand()) > 0) bytes_.consume(blank_size(bytes_.at_hand()));
  bytes_.fill(kMagic.size());
  if (bytes_.at_hand().empty()) {
    input_.report_fault();
    return Step::end;
  }
  if (!bytes_.at_hand().starts_with(kMagic)) {
    const std::uint64_t begin = bytes_.offset();
    const bool found = seek_head();
    input_.report(Severity::warning, input_.name, begin,
                  std::to_string(bytes_.offset() - begin) + " bytes that belong to no record, left out");
    return found ? Step::skipped : Step::end;
  }
  record = WarcRecord{};
  record.number = ++number_;
  record.offset = bytes_.offset();
  if (!read_head(record)) return Step::skipped;
  const auto length = length_of(record);
  if (!length) {
    tell(Severity::error, record, "a record without a Content-Length that is a number, left out");
    return seek_head() ? Step::skipped : Step::end;
  }
  if (*length > input_.limits.max_document_bytes + kHttpHead) {
    pass_over(record, *length);
    return Step::skipped;
  }
  return read_block(record, *length);
}

// Consumes the head. False: it is none, and that was told.
bool WarcRecords::read_head(WarcRecord& record) {
  std::size_t end = std::string_view::npos;
  while ((end = head_end(bytes_.at_hand().substr(0, kMaxHead))) == std::string_view::npos) {
    const std::size_t have = bytes_.at_hand().size();
    const bool cut = have < kMaxHead && !bytes_.fill(have + 1);
    if (have < kMaxHead && !cut) {
      bytes_.fill(std::min(2 * have, kMaxHead));
      continue;
    }
    tell(Severity::error, record, cut ? "is cut off in its head, left out" : "has a head without an end, left out");
    // All that was looked at goes, so that junk made of beginnings is looked at once.
    bytes_.consume(std::min(have, kMaxHead));
    return false;
  }
  std::string_view head = bytes_.at_hand().substr(0, end);
  record.headers.take(head);
  bytes_.consume(end);
  return true;
}

std::optional<std::uint64_t> WarcRecords::length_of(const WarcRecord& record) const {
  constexpr std::size_t kMostDigits = 18;
  const std::string_view text = trim(record.headers.get("content-length"));
  if (text.empty() || text.size() > kMostDigits) return std::nullopt;
  std::uint64_t length = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    length = length * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return length;
}

WarcRecords::Step WarcRecords::read_block(WarcRecord& record, std::uint64_t length) {
  constexpr std::size_t kAfter = 4 + kMagic.size();  // two line ends and the next head's beginning
  bytes_.fill(length + kAfter);
  const std::string_view here = bytes_.at_hand();
  if (here.size() >= length && ends_record(here.substr(length))) {
    record.block = here.substr(0, length);
    taken_ = length;
    return Step::record;
  }
  return resynchronise(record, length);
}

// The block is not followed by another record, so its length is wrong, or bytes are missing: it ends where the next
// head begins.
WarcRecords::Step WarcRecords::resynchronise(WarcRecord& record, std::uint64_t length) {
  const std::uint64_t most = input_.limits.max_document_bytes + kHttpHead;
  std::size_t searched = 0;
  std::size_t head = std::string_view::npos;
  while ((head = find_head(bytes_.at_hand(), searched)) == std::string_view::npos) {
    const std::size_t have = bytes_.at_hand().size();
    searched = have - std::min(have, kMark.size());
    if (have > most) {
      tell(Severity::error, record,
           too_large("record that lies about its length, " + std::to_string(length) + ",", input_.limits));
      return seek_head() ? Step::skipped : Step::end;
    }
    if (!bytes_.more()) break;
  }
  const std::string_view here = bytes_.at_hand();
  const bool last = head == std::string_view::npos;
  if (last && here.size() < length) return cut_off(record, length);
  std::string_view block = here.substr(0, head);
  while (!block.empty() && kLineEnds.find(block.back()) != std::string_view::npos) block.remove_suffix(1);
  taken_ = std::min(head, here.size());
  if (block.size() < length && damages_ > 0) {
    tell(Severity::error, record, "lost " + std::to_string(length - block.size()) + " bytes to damage, left out");
    return Step::skipped;
  }
  // A writer that counts wrongly does so every time.
  if (++lies_ <= kMostTold)
    tell(Severity::warning, record,
         "says that it has " + std::to_string(length) + " bytes, but has " + std::to_string(block.size()) +
             "; read up to the next record");
  record.block = block;
  return Step::record;
}

WarcRecords::Step WarcRecords::cut_off(const WarcRecord& record, std::uint64_t length) {
  std::string what = "is cut off at byte " + std::to_string(bytes_.offset() + bytes_.at_hand().size()) + ": " +
                     std::to_string(length) + " bytes were promised, " + std::to_string(bytes_.at_hand().size()) +
                     " came; left out";
  if (bytes_.fault()) what += " (" + bytes_.fault()->what + ")";
  tell(Severity::error, record, std::move(what));
  bytes_.consume(bytes_.at_hand().size());
  return Step::end;
}

// A record too large for memory. If it lies, the head of the next one lies within.
void WarcRecords::pass_over(const WarcRecord& record, std::uint64_t length) {
  tell(Severity::error, record, too_large("record", input_.limits));
  std::uint64_t left = length;
  while (left > 0 && bytes_.fill(static_cast<std::size_t>(std::min<std::uint64_t>(left, kMark.size() + 1)))) {
    const std::string_view here =
        bytes_.at_hand().substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(left, bytes_.at_hand().size())));
    const std::size_t head = find_head(here, 0);
    if (head != std::string_view::npos) return bytes_.consume(head);
    const std::size_t count = here.size() == left ? here.size() : here.size() - kMark.size();
    bytes_.consume(count);
    left -= count;
  }
  if (left > 0) bytes_.consume(bytes_.at_hand().size());
}

// Consumes what lies before the next head. False: there is none, and all is consumed.
bool WarcRecords::seek_head() {
  while (bytes_.fill(kMark.size() + 1)) {
    const std::size_t head = find_head(bytes_.at_hand(), 0);
    if (head != std::string_view::npos) {
      bytes_.consume(head);
      return true;
    }
    bytes_.consume(bytes_.at_hand().size() - kMark.size());
  }
  bytes_.consume(bytes_.at_hand().size());
  input_.report_fault();
  return false;
}

}  // namespace qanat::feed
