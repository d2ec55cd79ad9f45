// Party by party over time. Private to the room.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "api/call.h"

namespace qanat::api {

struct Matrix {
  struct Cell {
    std::vector<Index> channels;
    std::vector<std::size_t> counts;                     // contacts in each period
    std::vector<std::optional<report::State>> statuses;  // at the end of each
    std::size_t contacts = 0, conflicts = 0;
    int origins = 0;
    std::optional<Date> last;
    std::optional<report::State> status;
  };
  std::string step;
  std::optional<Date> from, to;
  std::vector<Date> periods;                                  // their first days
  std::vector<std::string> parties;                           // most contacts first
  std::map<std::pair<std::string, std::string>, Cell> cells;  // first < second
};

// Reads the filters and step. At most `most` parties, 0: all.
Matrix make_matrix(Call& call, std::size_t most);

}  // namespace qanat::api
