// Private to the room.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "api/api.h"
#include "api/book.h"
#include "api/names.h"

namespace qanat::api {

// A line a contact, in that order; the head first for CSV.
Status write_events(const Book& book, const Names& names, store::Store& store, const std::vector<BookContact>& contacts,
                    EventFormat format, const std::function<void(std::string_view)>& line);

}  // namespace qanat::api
