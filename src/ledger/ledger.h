// Reports -> Channels, Contacts, Conflicts, Changes: the pure fold. Stage 6 of the line.
//
// The ledger is a pure function of the set of entries. Invariants, held by tests/ledger_property_test:
//  1. fold() gives the same channels, byte for byte, for any order and any repetition of the same entries.
//  2. A channel depends on its own entries alone: folding channel by channel equals folding everything.
//  3. Every contact, state and conflict names the entries that it stands on.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "report/report.h"

namespace qanat::ledger {

// One report with what the fold needs to know of the article it came from.
struct Entry {
  std::string id;                 // stable: a hash of the article it stands in and of the report's content
  std::string article;            // article id
  std::string origin;             // articles with one text behind them share it; counts are of origins
  std::string publisher;          // empty: not known
  std::optional<Date> published;  // nullopt: not known
  report::Report report;
};

// parties x (named mechanism, or rank). `text` is canonical; `id` is a short hash for the command line and the board.
struct ChannelKey {
  std::vector<std::string> actors;  // sorted, unique; mediators and hosts only where the report names nobody else
  std::string mechanism;            // canonical name of the mechanism; empty: none
  std::string rank;                 // the one role said of the parties, "mixed" where several are, empty where none is;
                                    // always empty beside a mechanism
  std::string text() const;         // "IRN-RUS-SYR-TUR, intelligence"
  std::string id() const;           // 12 hexadecimal digits
  friend bool operator==(const ChannelKey&, const ChannelKey&) = default;
};
ChannelKey key_of(const report::Report& report);

// One occurrence on a channel, gathered from all entries that tell of it.
struct Contact {
  std::string id;  // 12 hexadecimal digits
  report::Form form = report::Form::contact;
  report::State state = report::State::held;  // the last word on it
  std::optional<When> time;                   // as stated; nullopt: nowhere stated
  std::optional<Date> reported;               // earliest publication date among its entries
  std::string place;
  std::string condition;
  std::vector<report::Party> parties;  // merged: the fullest person and role said for each actor
  std::vector<std::string> entries;    // ids, sorted by the fold's key
  int origins = 0;
  friend bool operator==(const Contact&, const Contact&) = default;
};
// The order of a channel's contacts: by day (stated, else reported; undated ones last), then by id.
bool earlier(const Contact& a, const Contact& b);

// A stretch of a channel's timeline: from `since` on, until the next one, the channel is in `state`.
struct Phase {
  std::optional<Date> since;  // nullopt: before anything dated
  report::State state = report::State::held;
  std::string entry;  // the entry that says so
  friend bool operator==(const Phase&, const Phase&) = default;
};

// Two entries on one channel, about the same time, that cannot both hold.
struct Conflict {
  std::string id;
  std::string channel;  // ChannelKey::id
  std::string left;     // entry ids; left is the earlier one by the fold's key
  std::string right;
  report::State left_state = report::State::held;
  report::State right_state = report::State::held;
  friend bool operator==(const Conflict&, const Conflict&) = default;
};

struct Channel {
  ChannelKey key;
  std::vector<Contact> contacts;  // by time
  std::vector<Phase> timeline;    // by `since`
  std::vector<Conflict> conflicts;
  int entries = 0;
  int origins = 0;
  std::optional<Date> first;  // earliest and latest day that the channel is heard of
  std::optional<Date> last;

  // The state on that day; nullopt where the channel was not yet heard of. Without a day: the last state.
  std::optional<Phase> as_of(std::optional<Date> day) const;
  friend bool operator==(const Channel&, const Channel&) = default;
};

// Folds the entries of ONE channel (all with the same key_of). Repetitions (same Entry::id) count once. Evidence is not
// looked at. Precondition: at least one entry.
Channel fold_channel(const std::vector<Entry>& entries);

// Groups by channel and folds each; channels sorted by key text.
std::vector<Channel> fold(const std::vector<Entry>& entries);

// A few lines a channel, for tests and `explain`.
std::string dump(const Channel& channel);

// What a newly read article altered, from a channel's fold before and after it. Sorted, deterministic.
struct Change {
  enum class Kind : std::uint8_t { channel_opened, state_changed, contact_added, conflict_found, conflict_settled };
  Kind kind = Kind::channel_opened;
  std::string channel;  // ChannelKey::id
  std::string subject;  // contact or conflict id; empty for the others
  std::string before;   // state; empty where none
  std::string after;
  friend bool operator==(const Change&, const Change&) = default;
};
const char* to_string(Change::Kind kind);
// `before` is nullptr where the channel is new, `after` where it is gone (its article was read again and says
// otherwise).
std::vector<Change> changes(const Channel* before, const Channel* after);

}  // namespace qanat::ledger
