// Parties or persons as nodes, the channels that they share as edges: made once, written as JSON or GraphML. Private to
// the room.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "api/call.h"

namespace qanat::api {

struct Graph {
  struct Node {
    std::string id;  // code, or CODE/NAME
    std::string actor, person, role;
    std::size_t channels = 0, degree = 0;
    int origins = 0;
  };
  struct Channel {
    Index channel = 0;
    std::optional<ledger::Phase> now;  // at the end of the period
  };
  struct Edge {
    std::size_t a = 0, b = 0;       // nodes
    std::vector<Channel> channels;  // highest rank first
    std::size_t latest = 0;         // of channels: heard of last
    std::size_t contacts = 0;       // within the period
    std::size_t conflicts = 0;
    int origins = 0;
  };
  std::optional<Date> from, to, as_of;
  std::size_t total_nodes = 0;
  std::vector<Node> nodes;  // most origins first
  std::vector<Edge> edges;
};

// Reads the filters, as_of and by. At most `most` nodes, 0: all.
Graph make_graph(Call& call, std::size_t most);

}  // namespace qanat::api
