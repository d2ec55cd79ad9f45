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
  return read(sketch.rank) == nullptr && new_.emplace(sketch.rank, sketch).second;
}

void TextShelf::remove(Rank text, std::set<Rank>& changed) {
  changed.erase(text);
  if (new_.erase(text) > 0) return;
  const Text* its = read(text);
  if (its == nullptr) return;
  const Text copy = *its;
  origin::retire(*this, text, changed);
  leave_bands(copy.sketch, copy.leader != text);
  if (copy.leader == text) --more_leaders_;
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

TextShelf::Text* TextShelf::read(Rank text) {
  if (const auto found = known_.find(text); found != known_.end()) return &found->second;
  Statement row = db_.query("SELECT sketch, leader FROM text WHERE rank=?1");
  if (!row.with(text).next()) return nullptr;
  Text out;
  if (!decode(row.blob(0), out.sketch)) {
    db_.damaged("a text's sketch cannot be read");
    return nullptr;
  }
  out.sketch.rank = text;
  out.leader = row.integer(1);
  if (known_.size() >= kMostKnown) known_.clear();
  return &known_.insert_or_assign(text, std::move(out)).first->second;
}

const origin::Sketch* TextShelf::sketch(Rank text) {
  if (const auto found = new_.find(text); found != new_.end()) return &found->second;
  const Text* its = read(text);
  return its == nullptr ? nullptr : &its->sketch;
}

std::optional<TextShelf::Rank> TextShelf::leader(Rank text) {
  if (new_.contains(text)) return std::nullopt;
  const Text* its = read(text);
  if (its == nullptr) return std::nullopt;
  return its->leader;
}

origin::Band TextShelf::look(Key key, std::size_t most) {
  origin::Band out;
  Statement row = db_.query("SELECT rank, follows FROM band WHERE key=?1 ORDER BY follows, rank LIMIT ?2");
  row.with(key, static_cast<std::int64_t>(most));
  std::size_t count = 0;
  for (; row.next(); ++count) (row.integer(1) == 0 ? out.leaders : out.others).push_back(row.integer(0));
  out.whole = count < most;
  return out;
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
  const bool leads = text == leader;
  const auto enter_bands = [&](const origin::Sketch& sketch) {
    Statement enter = db_.query("INSERT OR IGNORE INTO band(key, follows, rank) VALUES(?1, ?2, ?3)");
    for (const Key key : sketch.keys) enter.with(key, static_cast<std::int64_t>(leads ? 0 : 1), text).run();
    if (leads) ++more_leaders_;
  };
  if (auto settled = new_.extract(text); !settled.empty()) {
    Statement insert = db_.query("INSERT INTO text(rank, leader, sketch) VALUES(?1, ?2, ?3)");
    insert.with(text, leader, Blob{encode(settled.mapped())}).run();
    enter_bands(settled.mapped());
    if (known_.size() >= kMostKnown) known_.clear();
    known_.insert_or_assign(text, Text{std::move(settled.mapped()), leader});
    return;
  }
  Text* its = read(text);
  if (its == nullptr) return;
  if ((its->leader == text) != leads) {
    leave_bands(its->sketch, leads);
    if (!leads) --more_leaders_;
    enter_bands(its->sketch);
  }
  its->leader = leader;
  db_.query("UPDATE text SET leader=?2 WHERE rank=?1").with(text, leader).run();
}

void TextShelf::leave_bands(const origin::Sketch& sketch, bool follows) {
  Statement leave = db_.query("DELETE FROM band WHERE key=?1 AND follows=?2 AND rank=?3");
  for (const Key key : sketch.keys) leave.with(key, static_cast<std::int64_t>(follows ? 1 : 0), sketch.rank).run();
}

}  // namespace qanat::store
