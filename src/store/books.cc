#include "store/books.h"

#include <algorithm>

#include "store/codec.h"

namespace qanat::store {
namespace {

constexpr std::size_t kMostBytes = 96U << 20;  // a third of what an ingest may use

std::size_t heap(const std::string& s) { return s.capacity() < sizeof(std::string) / 2 ? 0 : s.capacity() + 16; }

std::size_t heap(const std::vector<report::Party>& parties) {
  std::size_t bytes = parties.capacity() * sizeof(report::Party) + 16;
  for (const report::Party& p : parties) bytes += heap(p.actor) + heap(p.role) + heap(p.person);
  return bytes;
}

std::size_t measure(const Book& book) {
  std::size_t bytes = sizeof(Book) + book.entries.capacity() * sizeof(ledger::Entry);
  for (const ledger::Entry& e : book.entries)
    bytes += heap(e.id) + heap(e.article) + heap(e.origin) + heap(e.publisher) + heap(e.report.parties) +
             heap(e.report.channel) + heap(e.report.mechanism) + heap(e.report.place) + heap(e.report.condition);
  if (!book.folded) return bytes;
  for (const ledger::Contact& c : book.folded->contacts)
    bytes +=
        sizeof c + heap(c.place) + heap(c.condition) + heap(c.parties) + c.entries.capacity() * sizeof(std::string);
  bytes += book.folded->timeline.capacity() * sizeof(ledger::Phase);
  bytes += book.folded->conflicts.capacity() * sizeof(ledger::Conflict);
  return bytes;
}

}  // namespace

Book* Books::find(std::int64_t channel) {
  const auto found = books_.find(channel);
  if (found == books_.end()) return nullptr;
  found->second.used = clock_;
  return &found->second;
}

Book& Books::load(std::int64_t channel) {
  Book& book = books_[channel];
  book.used = clock_;
  book.entries = read_entries(db_, channel);
  book.folded = read_channel(db_, channel);
  Statement party = db_.query("SELECT actor FROM party WHERE channel=?1");
  party.with(channel);
  while (party.next()) book.actors.insert(party.string(0));
  return book;
}

void Books::drop(std::int64_t channel) {
  const auto found = books_.find(channel);
  if (found == books_.end()) return;
  bytes_ -= found->second.bytes;
  books_.erase(found);
}

void Books::clear() {
  books_.clear();
  bytes_ = 0;
}

bool Books::is_stale() {
  const std::int64_t version = db_.number("PRAGMA data_version");
  const bool stale = version != version_;
  version_ = version;
  return stale;
}

void Books::trim() {
  for (auto& [channel, book] : books_) {
    if (book.used != clock_) continue;
    bytes_ -= book.bytes;
    book.bytes = measure(book);
    bytes_ += book.bytes;
  }
  ++clock_;
  if (bytes_ <= kMostBytes) return;
  std::vector<std::pair<std::uint64_t, std::int64_t>> by_age;
  by_age.reserve(books_.size());
  for (const auto& [channel, book] : books_) by_age.emplace_back(book.used, channel);
  std::sort(by_age.begin(), by_age.end());
  // A quarter more than needed goes, so that the next batches need not trim again.
  for (const auto& [used, channel] : by_age) {
    if (bytes_ <= kMostBytes / 4 * 3) break;
    drop(channel);
  }
}

std::optional<ledger::Channel> read_channel(Database& db, std::int64_t channel) {
  Statement row = db.query("SELECT data FROM channel WHERE n=?1");
  row.with(channel);
  if (!row.next() || row.blob(0).empty()) return std::nullopt;
  ledger::Channel out;
  if (!decode(row.blob(0), out)) {
    db.damaged("a channel cannot be read");
    return std::nullopt;
  }
  Statement contact = db.query("SELECT data FROM contact WHERE channel=?1");
  contact.with(channel);
  while (contact.next()) {
    ledger::Contact& c = out.contacts.emplace_back();
    if (!decode(contact.blob(0), c)) db.damaged("a contact cannot be read");
  }
  if (!db.ok()) return std::nullopt;
  std::sort(out.contacts.begin(), out.contacts.end(), ledger::earlier);
  return out;
}

std::vector<ledger::Entry> read_entries(Database& db, std::int64_t channel) {
  std::vector<ledger::Entry> out;
  Statement row = db.query(
      "SELECT r.id, r.data, a.id, a.origin, a.published, a.publisher FROM report r JOIN article a ON a.n=r.article "
      "WHERE r.channel=?1");
  row.with(channel);
  while (row.next()) {
    ledger::Entry& e = out.emplace_back();
    e.id = row.string(0);
    if (!decode(row.blob(1), e.report, Evidence::skip)) db.damaged("a report cannot be read");
    e.article = row.string(2);
    e.origin = row.string(3);
    e.published = row.date(4);
    e.publisher = row.string(5);
  }
  return out;
}

}  // namespace qanat::store
