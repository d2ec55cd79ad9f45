// The channels that a batch touched: each is folded again, and what the fold altered is written.
#include <algorithm>
#include <set>
#include <string_view>

#include "arabic/arabic.h"
#include "store/batch.h"
#include "store/codec.h"
#include "store/file_store.h"

namespace qanat::store {
namespace {

constexpr std::size_t kMostNames = 16;  // spellings of a mechanism's name kept for finding it

// Under what a channel's mechanism may be looked for: its name and the words that the press wrote, folded.
std::string names_of(const ledger::ChannelKey& key, const std::vector<ledger::Entry>& entries) {
  if (key.mechanism.empty()) return {};
  std::set<std::string_view> written;
  for (const ledger::Entry& e : entries) written.insert(e.report.channel);
  std::set<std::string> folded = {arabic::fold(key.mechanism)};
  for (const std::string_view w : written)
    if (folded.size() < kMostNames) folded.insert(arabic::fold(w));
  std::string out;
  for (const std::string& name : folded) (out += name) += '\n';
  return out;
}

std::vector<ledger::Entry> without(std::vector<ledger::Entry> entries, const std::unordered_set<std::string>& gone) {
  if (gone.empty()) return entries;
  std::erase_if(entries, [&](const ledger::Entry& e) { return gone.contains(e.id); });
  return entries;
}

void restate(std::vector<ledger::Entry>& entries, const std::unordered_map<std::string, Restated>& restated) {
  if (restated.empty()) return;
  for (ledger::Entry& e : entries) {
    const auto found = restated.find(e.id);
    if (found == restated.end()) continue;
    e.origin = found->second.origin;
    e.published = found->second.published;
  }
}

void write_contacts(Database& db, std::int64_t channel, const ledger::Channel* before, const ledger::Channel* after) {
  std::unordered_map<std::string_view, const ledger::Contact*> old;
  if (before != nullptr)
    for (const ledger::Contact& c : before->contacts) old.emplace(c.id, &c);
  if (after != nullptr) {
    Statement put = db.query("INSERT OR REPLACE INTO contact(channel, id, data) VALUES(?1, ?2, ?3)");
    for (const ledger::Contact& c : after->contacts) {
      const auto known = old.find(c.id);
      const bool same = known != old.end() && *known->second == c;
      if (known != old.end()) old.erase(known);
      if (!same) put.with(channel, c.id, Blob{encode(c)}).run();
    }
  }
  Statement gone = db.query("DELETE FROM contact WHERE channel=?1 AND id=?2");
  for (const auto& [id, contact] : old) gone.with(channel, id).run();
}

void write_parties(Database& db, std::int64_t channel, Book& book, bool anew) {
  if (anew) {
    db.query("DELETE FROM party WHERE channel=?1").with(channel).run();
    book.actors.clear();
  }
  Statement insert = db.query("INSERT OR IGNORE INTO party(actor, channel) VALUES(?1, ?2)");
  for (const ledger::Entry& e : book.entries)
    for (const report::Party& p : e.report.parties)
      if (book.actors.insert(p.actor).second) insert.with(p.actor, channel).run();
}

// Which article a change comes from: the one whose new entry the changed thing stands on.
const ledger::Entry* teller(const ledger::Change& change, const ledger::Channel* after, const Touch& touch) {
  if (after == nullptr) return nullptr;
  const auto fresh = [&](const std::string& id) -> const ledger::Entry* {
    const auto found =
        std::find_if(touch.added.begin(), touch.added.end(), [&](const ledger::Entry& e) { return e.id == id; });
    return found == touch.added.end() ? nullptr : &*found;
  };
  switch (change.kind) {
    case ledger::Change::Kind::channel_opened:
      return touch.added.empty() ? nullptr : &touch.added.front();
    case ledger::Change::Kind::state_changed: {
      const auto phase = after->as_of(std::nullopt);
      return phase ? fresh(phase->entry) : nullptr;
    }
    case ledger::Change::Kind::contact_added:
      for (const ledger::Contact& c : after->contacts) {
        if (c.id != change.subject) continue;
        for (const std::string& id : c.entries)
          if (const ledger::Entry* e = fresh(id)) return e;
      }
      return nullptr;
    case ledger::Change::Kind::conflict_found:
      for (const ledger::Conflict& c : after->conflicts) {
        if (c.id != change.subject) continue;
        const ledger::Entry* right = fresh(c.right);
        return right != nullptr ? right : fresh(c.left);
      }
      return nullptr;
    case ledger::Change::Kind::conflict_settled:
      return nullptr;
  }
  return nullptr;
}

std::int64_t write_changes(Database& db, const ledger::Channel* before, const ledger::Channel* after,
                           const Touch& touch) {
  Statement insert = db.query(
      "INSERT INTO change(article, published, channel, kind, subject, before, after) "
      "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)");
  std::int64_t count = 0;
  for (const ledger::Change& c : ledger::changes(before, after)) {
    const ledger::Entry* e = teller(c, after, touch);
    insert
        .with(e != nullptr ? e->article : touch.article, e != nullptr ? e->published : touch.published, c.channel,
              static_cast<std::int64_t>(c.kind), c.subject, c.before, c.after)
        .run();
    ++count;
  }
  return count;
}

}  // namespace

void FileStore::settle(Batch& batch) {
  for (auto& [channel, touch] : batch.touched) {
    if (!db_.ok()) return;
    restate(touch.added, touch.restated);
    Book* book = books_.find(channel);
    if (book == nullptr) {
      book = &books_.load(channel);  // the reports of this batch are in the file already
    } else {
      book->entries = without(std::move(book->entries), touch.gone);
      restate(book->entries, touch.restated);
      book->entries.insert(book->entries.end(), touch.added.begin(), touch.added.end());
    }
    if (!db_.ok()) return;
    const ledger::Channel* before = book->folded ? &*book->folded : nullptr;
    std::optional<ledger::Channel> folded;
    if (!book->entries.empty()) folded = ledger::fold_channel(book->entries);
    const ledger::Channel* after = folded ? &*folded : nullptr;

    batch.written.changes += write_changes(db_, before, after, touch);
    write_contacts(db_, channel, before, after);
    write_parties(db_, channel, *book, !touch.gone.empty());
    if (after == nullptr) {
      db_.query("DELETE FROM channel WHERE n=?1").with(channel).run();
      books_.drop(channel);
      continue;
    }
    Statement update = db_.query("UPDATE channel SET names=?2, last=?3, conflicts=?4, data=?5 WHERE n=?1");
    update
        .with(channel, names_of(after->key, book->entries), after->last,
              static_cast<std::int64_t>(after->conflicts.size()), Blob{encode(*after)})
        .run();
    book->folded = std::move(folded);
  }
}

}  // namespace qanat::store
