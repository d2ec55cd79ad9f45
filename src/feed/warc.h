// Records of a web archive, one at a time. Private to the room.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "feed/format.h"
#include "feed/http_message.h"

namespace qanat::feed {

struct WarcRecord {
  Headers headers;
  std::string_view block;    // valid until the next record is asked for
  std::uint64_t number = 0;  // from 1
  std::uint64_t offset = 0;  // of its head, in the unpacked archive
};

// Takes an archive apart into records, and finds the next record where one is broken or lies about its length. What is
// wrong is reported to the input as it is met; no more than one record is in memory.
class WarcRecords {
 public:
  explicit WarcRecords(Input& input);

  // False at the end.
  bool next(WarcRecord& record);
  // "news.warc.gz:17"
  std::string where(const WarcRecord& record) const;

 private:
  enum class Step : std::uint8_t { record, skipped, end };

  Step step(WarcRecord& record);
  bool read_head(WarcRecord& record);
  std::optional<std::uint64_t> length_of(const WarcRecord& record) const;
  Step read_block(WarcRecord& record, std::uint64_t length);
  Step resynchronise(WarcRecord& record, std::uint64_t length);
  Step cut_off(const WarcRecord& record, std::uint64_t length);
  void pass_over(const WarcRecord& record, std::uint64_t length);
  bool seek_head();
  void tell(Severity severity, const WarcRecord& record, std::string what) const;

  Input& input_;
  Bytes& bytes_;
  std::uint64_t number_ = 0;
  std::size_t taken_ = 0;      // bytes of the record given out last, still at hand
  std::uint64_t lies_ = 0;     // records with a wrong length so far
  std::uint64_t damages_ = 0;  // places at which the packed archive was broken so far
};

}  // namespace qanat::feed
