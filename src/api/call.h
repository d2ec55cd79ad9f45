// What it takes to answer one request, and the pieces that answers share. Private to the room.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "api/answer.h"
#include "api/book.h"
#include "api/json.h"
#include "api/names.h"
#include "api/params.h"
#include "api/told.h"
#include "engine/engine.h"
#include "store/store.h"

namespace qanat::api {

class Utf16Map;

// All of it outlives the call. Views are written over it: Answer view(Call&).
struct Call {
  const Book& book;
  store::Store& store;  // for texts; this thread's alone for now
  const Names& names;
  const engine::Reader& reader;
  ToldReports& told_reports;
  Params& params;
  const std::vector<std::string>& ids;  // what stands for {id} and the like in the path, in order
  const std::string& ledger;            // the file's name
  bool accepts_pages = false;
};

// ---- pages of a listing ----------------------------------------------------------------------------------------

// By what a listing is sorted, ascending; a cursor is the key of the last thing shown, so that it holds its place when
// the ledger grows.
struct Key {
  std::int64_t number = 0;
  std::string_view text;
  friend auto operator<=>(const Key&, const Key&) = default;
};
std::string cursor_of(const Key& key);

struct Slice {
  std::size_t begin = 0, end = 0;
  std::string next;  // empty: this is the last page
};
// Reads `limit` and `cursor`. `key(i)` is the key of the i-th of `count` things in their order.
Slice slice(Params& params, std::size_t count, const std::function<Key(std::size_t)>& key, int otherwise = 50);

// "total", "items": [ item(i) ... ], "next", without brackets around them.
void page_members(JsonWriter& w, std::size_t total, const Slice& slice, const std::function<void(std::size_t)>& item);

// ---- reports with their sentences ----------------------------------------------------------------------------------

// Gathers ids first, reads them all at once, then gives them one by one.
class Witnesses {
 public:
  explicit Witnesses(Call& call) : call_(call) {}
  void want(const std::string& id) { ids_.push_back(id); }
  // Errors: of the store.
  Status read();
  // nullptr: gone since.
  const store::ToldReport* get(const std::string& id) const;

 private:
  Call& call_;
  std::vector<std::string> ids_;
  std::unordered_map<std::string, ToldReports::Told> told_;
};

// A whole report. `map`: where the article's text is at hand, so that quotes can have their place in it.
void write_report(JsonWriter& w, const store::ToldReport& told, const Utf16Map* map = nullptr);
// A sentence and who says so; null where `told` is nullptr.
void write_word(JsonWriter& w, const store::ToldReport* told);

// ---- channels --------------------------------------------------------------------------------------------------

// The state of a channel on a day, and the one before it.
struct Standing {
  std::optional<ledger::Phase> phase, before;
};
Standing standing(const ledger::Channel& channel, std::optional<Date> day);
void write_channel_members(JsonWriter& w, Call& call, const BookChannel& channel, std::optional<Date> day,
                           const Witnesses& witnesses);

// contacts.cc, reports.cc, channel.cc
void write_contact(JsonWriter& w, const BookChannel& channel, const ledger::Contact& contact);
void write_conflict(JsonWriter& w, const Book& book, const BookConflict& conflict, const Witnesses& witnesses);
void write_change(JsonWriter& w, const Book& book, const store::ChangeRow& row);  // changes.cc
Answer no_channel(const Book& book, const std::string& id);
Answer no_report(const std::string& id);

// {"value": …, "name": …, "count": …} in falling order of count, at most `most`.
using Counts = std::unordered_map<std::string, std::size_t>;
void facet_member(JsonWriter& w, std::string_view key, const Counts& counts, std::size_t most,
                  const std::function<void(const std::string&)>& name = nullptr);

}  // namespace qanat::api
