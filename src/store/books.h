// The channels at work, kept in memory between batches: a channel that is in the news is in every batch, and would
// else be read and decoded anew each time. Private to the room.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "ledger/ledger.h"
#include "store/sql.h"

namespace qanat::store {

// A channel's entries (without evidence, which the fold does not look at), and what they were folded into.
struct Book {
  std::vector<ledger::Entry> entries;
  std::optional<ledger::Channel> folded;  // as it stands in the file; nullopt: not yet in it
  std::set<std::string> actors;           // that have a row in `party`
  std::uint64_t used = 0;                 // when it was last at work
  std::size_t bytes = 0;
};

class Books {
 public:
  explicit Books(Database& database) : db_(database) {}

  // nullptr where the channel is not in memory.
  Book* find(std::int64_t channel);
  // Reads it from the file: its entries as they are now, its fold as it was written last.
  Book& load(std::int64_t channel);
  void drop(std::int64_t channel);
  void clear();
  // Has another connection written since this was asked last? To be asked inside a transaction.
  bool is_stale();
  // To be called after a batch: drops what was not at work for longest until the rest fits, and measures what was.
  void trim();

 private:
  Database& db_;
  std::unordered_map<std::int64_t, Book> books_;
  std::size_t bytes_ = 0;
  std::uint64_t clock_ = 1;
  std::int64_t version_ = -1;  // of the file's data, as this connection counts
};

// A channel as it was written last; nullopt where there is none, or on damage (noted in the database).
std::optional<ledger::Channel> read_channel(Database& db, std::int64_t channel);
// A channel's entries without evidence.
std::vector<ledger::Entry> read_entries(Database& db, std::int64_t channel);

}  // namespace qanat::store
