// The ledger in memory, without its texts: what listings, graphs and counts are made of. A book is made once for each
// state of the file, and does not change; any number of threads may read it. Private to the room.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "ledger/ledger.h"
#include "store/store.h"

namespace qanat::api {

using Index = std::uint32_t;
inline constexpr Index kNone = UINT32_MAX;

struct BookArticle {
  std::int64_t number = 0;  // the store's
  std::optional<Date> published;
  article::DateMethod method = article::DateMethod::none;
  Index publisher = 0;         // of Book::publishers
  Index origin = 0;            // of Book::origins
  Index place = 0;             // in Book::newest_articles
  std::int32_t month = 0;      // year * 12 + month - 1; 0: not known
  std::vector<Index> reports;  // of Book::reports
};

struct BookReport {
  ledger::Entry entry;  // without evidence
  Index article = kNone;
  Index channel = kNone;
  std::vector<Index> persons;  // of Book::persons, a party each; kNone: not named
  std::vector<Index> actors;   // of Book::actors, a party each
  std::optional<Date> day;     // stated, else of publication
};

struct BookChannel {
  ledger::Channel channel;
  std::string id, text, names;  // names: under which its mechanism may be looked for, folded, a line each
  std::vector<Index> reports;
  Index group = 0;  // of Book::groups
};

// Channels of the same parties.
struct BookGroup {
  std::string key;  // the parties, as text
  std::vector<Index> channels;
};

struct BookContact {
  Index channel = 0;
  Index contact = 0;  // of its channel's contacts
  std::optional<Date> day;
};

struct BookConflict {
  Index channel = 0;
  Index conflict = 0;  // of its channel's conflicts
  Index left = kNone;  // of Book::reports
  Index right = kNone;
  std::optional<Date> day;  // the later publication of the two
};

struct BookPerson {
  std::string name, folded, actor;
  std::vector<std::pair<std::string, int>> roles;  // most frequent first
  int reports = 0, channels = 0;
  std::optional<Date> first, last;  // publication of its reports
};

struct BookActor {
  std::string actor;
  int reports = 0;
  std::vector<Index> channels;  // of Book::channels
  std::vector<Index> persons;   // most frequent first
};

// What is listed is in the order of its listing: newest first, what has no date last, then by id.
struct Book {
  std::uint64_t generation = 0;  // another one for each book
  store::Surveyed surveyed;
  std::vector<BookArticle> articles;  // by number, ascending
  std::vector<Index> newest_articles;
  std::vector<BookReport> reports;
  std::vector<BookChannel> channels;
  std::vector<BookGroup> groups;
  std::vector<BookContact> contacts;
  std::vector<BookConflict> conflicts;
  std::vector<BookPerson> persons;  // most reports first
  std::vector<BookActor> actors;    // most reports first
  std::vector<std::string> publishers;
  std::vector<std::string> origins;
  std::vector<Index> articles_of_origin;  // counts, by origin
  std::optional<Date> first, last;        // publication of what reports there are

  // kNone where there is none. Of a channel, an unambiguous beginning of its id will do.
  Index channel(std::string_view id_or_beginning) const;
  bool is_ambiguous(std::string_view beginning) const;
  Index report(std::string_view id) const;
  Index article(std::int64_t number) const;
  Index actor(std::string_view code) const;

  std::vector<Index> channels_by_id;
  std::vector<Index> articles_by_number;  // kNone where there is none; empty where the numbers lie too far apart
  std::unordered_map<std::string_view, Index> reports_by_id;
  std::unordered_map<std::string_view, Index> actors_by_code;
};

// Reads the ledger. Errors: of the store.
Result<std::shared_ptr<const Book>> make_book(store::Store& store, std::uint64_t generation);

// The day of a contact, as the filters mean it.
inline std::optional<Date> day_of(const ledger::Contact& contact) {
  return contact.time ? contact.time->first : contact.reported;
}

// Ascending, this puts the newest first and what has no date last.
inline std::int64_t newest_first(const std::optional<Date>& day) {
  return day ? -static_cast<std::int64_t>(day->days) : INT64_MAX;
}

}  // namespace qanat::api
