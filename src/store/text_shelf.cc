#include "store/text_shelf.h"

#include <algorithm>

#include "store/codec.h"

namespace qanat::store {
namespace {

constexpr std::size_t kMostKnown = 4096;  // sketches in memory, about two kilobytes each

std::vector<origin::Rank> ranks(Statement& row) {
  std::vector<origin::Rank> out;
  while (row.next()) out.push_back(row.integer(0));
  return out;
}

}  // namespace

bool TextShelf::add(const origin::Sketch& sketch) {
  Statement insert = db_.query("INSERT OR IGNORE INTO text(rank, leader, sketch) VALUES(?1, NULL, ?2)");
  insert.with(sketch.rank, Blob{encode(sketch)}).run();
  if (!db_.ok() || sqlite3_changes(db_.handle()) == 0) return false;
  if (known_.size() >= kMostKnown) known_.clear();
  known_.insert_or_assign(sketch.rank, sketch);
  return true;
}

void TextShelf::remove(Rank text, std::set<Rank>& changed) {
  const origin::Sketch* its = sketch(text);
  if (its == nullptr) return;
  const origin::Sketch copy = *its;
  const std::optional<Rank> before = leader(text);
  origin::retire(*this, text, changed);
  if (before) leave_bands(copy, *before != text);
  if (before == text) --more_leaders_;
  db_.query("DELETE FROM text WHERE rank=?1").with(text).run();
  known_.erase(text);
  changed.erase(text);
}

bool TextShelf::is_in_its_bands(Rank text) {
  const origin::Sketch* its = sketch(text);
  if (its == nullptr) return false;
  const std::int64_t follows = leader(text) == text ? 0 : 1;
  Statement row = db_.query("SELECT 1 FROM band WHERE key=?1 AND follows=?2 AND rank=?3");
  return std::all_of(its->keys.begin(), its->keys.end(), [&](Key key) { return row.with(key, follows, text).next(); });
}

const origin::Sketch* TextShelf::sketch(Rank text) {
  if (const auto found = known_.find(text); found != known_.end()) return &found->second;
  Statement row = db_.query("SELECT sketch FROM text WHERE rank=?1");
  if (!row.with(text).next()) return nullptr;
  origin::Sketch out;
  if (!decode(row.blob(0), out)) {
    db_.damaged("a text's sketch cannot be read");
    return nullptr;
  }
  out.rank = text;
  if (known_.size() >= kMostKnown) known_.clear();
  return &known_.insert_or_assign(text, std::move(out)).first->second;
}

std::optional<TextShelf::Rank> TextShelf::leader(Rank text) {
  Statement row = db_.query("SELECT leader FROM text WHERE rank=?1 AND leader IS NOT NULL");
  if (!row.with(text).next()) return std::nullopt;
  return row.integer(0);
}

std::vector<TextShelf::Rank> TextShelf::leaders(Key key, std::size_t most) {
  Statement row = db_.query("SELECT rank FROM band WHERE key=?1 AND follows=0 ORDER BY rank LIMIT ?2");
  return ranks(row.with(key, static_cast<std::int64_t>(most)));
}

std::vector<TextShelf::Rank> TextShelf::behind(Key key, Rank text) {
  Statement row = db_.query("SELECT rank FROM band WHERE key=?1 AND follows IN (0, 1) AND rank>?2");
  return ranks(row.with(key, text));
}

std::vector<TextShelf::Rank> TextShelf::followers(Rank leader) {
  Statement row = db_.query("SELECT rank FROM text WHERE leader=?1");
  return ranks(row.with(leader));
}

void TextShelf::follow(Rank text, Rank leader) {
  const origin::Sketch* its = sketch(text);
  if (its == nullptr) return;
  const std::optional<Rank> before = this->leader(text);
  const bool leads = text == leader;
  if (!before || (*before == text) != leads) {
    if (before) leave_bands(*its, leads);
    Statement enter = db_.query("INSERT OR IGNORE INTO band(key, follows, rank) VALUES(?1, ?2, ?3)");
    for (const Key key : its->keys) enter.with(key, static_cast<std::int64_t>(leads ? 0 : 1), text).run();
    if (before && *before == text) --more_leaders_;
    if (leads) ++more_leaders_;
  }
  db_.query("UPDATE text SET leader=?2 WHERE rank=?1").with(text, leader).run();
}

void TextShelf::leave_bands(const origin::Sketch& sketch, bool follows) {
  Statement leave = db_.query("DELETE FROM band WHERE key=?1 AND follows=?2 AND rank=?3");
  for (const Key key : sketch.keys) leave.with(key, static_cast<std::int64_t>(follows ? 1 : 0), sketch.rank).run();
}

}  // namespace qanat::store
