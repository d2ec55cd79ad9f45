// Pages and feeds by their addresses. Private to the room.
#pragma once

#include <string>

#include "feed/fetch.h"
#include "feed/format.h"
#include "feed/syndication.h"
#include "feed/web_memory.h"

namespace qanat::feed {

class WebReading {
 public:
  // All must outlive this.
  WebReading(const Limits& limits, const Web& web, const Sink& sink, Progress& progress);

  // Whatever is at an address: a page, an archive, a feed's items as the feed has them. False: the sink wants no more.
  bool read_address(const std::string& address);
  // A feed, and the pages of those of its items that were not read before. False: the sink wants no more.
  bool read_feed(const std::string& address);

  // How many answers came.
  std::uint64_t answers() const { return answers_; }
  const std::string& first_trouble() const { return first_trouble_; }
  Status finish() const { return memory_.write(); }

 private:
  struct Subscription;

  void tell(Severity severity, const std::string& where, std::string what);
  const WebMemory::Entry& remembered(const std::string& address) const;
  // Is there something to read in the answer? Tells what else it is: trouble, or as `unchanged` says.
  bool brings(const Answer& answer, const std::string& address, const char* unchanged);
  bool read_body(const Fetched& fetched, Document carrier, const std::string& name);
  bool read_item(Subscription& feed, FeedItem&& item);
  bool read_instead(FeedItem&& item, const std::string& where, const std::string& why);

  const Limits& limits_;
  const Web& web_;
  const Sink& sink_;
  Progress& progress_;
  WebMemory memory_;
  Fetcher fetcher_;
  std::uint64_t answers_ = 0;
  std::string first_trouble_;
};

}  // namespace qanat::feed
