// Which things a request lists, in order: shared by the answers in pages and by the whole tables. Private to the room.
#pragma once

#include <optional>
#include <vector>

#include "api/call.h"

namespace qanat::api {

struct ChannelList {
  std::optional<Date> day;  // as of
  std::string sort;
  std::vector<Index> channels;  // of the book, in order
};
// Reads the filters, as_of, changed_since and conflicting; `sorted`: also sort.
ChannelList list_channels(Call& call, bool sorted);
Key channel_key(const Book& book, const ChannelList& list, Index channel);

std::vector<BookContact> list_contacts(Call& call);
std::vector<Index> list_reports(Call& call);
std::vector<BookConflict> list_conflicts(Call& call);
// Changes after a seq, filtered; ascending, or newest first. At most `most`, 0: all.
Result<std::vector<store::ChangeRow>> list_changes(Call& call, const store::Filter& filter, std::int64_t after,
                                                   bool newest, std::size_t most);
std::vector<Index> list_persons(Call& call);
std::vector<Index> list_articles(Call& call);

}  // namespace qanat::api
