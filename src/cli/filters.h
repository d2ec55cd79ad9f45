// Options that narrow a listing. Private to the room.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "cli/session.h"
#include "store/store.h"

namespace qanat::cli {

class Filters {
 public:
  // All options of a listing.
  void add(CLI::App& command);
  // --party alone, and --limit.
  void add_party(CLI::App& command);
  void add_limit(CLI::App& command);

  // Errors: a name, day, status or rank that is none; the message says what would be. They are errors of usage.
  Result<store::Filter> filter(const Session& session) const;
  bool given() const;

 private:
  std::vector<std::string> parties_;
  std::vector<std::string> statuses_;
  std::string person_, rank_, channel_, publisher_, from_, to_;
  int limit_ = 0;
};

// A day, month or year, as written on the command line. Errors: anything else.
Result<When> when_from(const std::string& text);

// What `filter` says of a contact alone: status, time and person. (Parties, rank and channel are the channel's.)
bool passes(const store::Filter& filter, const ledger::Contact& contact);

}  // namespace qanat::cli
