// The tables. What is asked for by value has a column; the rest of a thing is one blob, written by codec.cc. Numbers
// (`n`) are private to the file: the export knows things by their ids alone.
#include "store/schema.h"

#include <sys/stat.h>

#include "store/tokenizer.h"

namespace qanat::store {
namespace {

constexpr std::int64_t kApplication = 0x51414E54;  // "QANT"
constexpr std::int64_t kVersion = 2;

// A page's `run` is the opening of the ledger that wrote it: two pages of one run with one id are somebody's mistake.
// An article's `own` date is the one that it was read with; `published` is that, or else the earliest of its copies.
// `text`, `leader` and `band` are the origin room's ranks and keys.
// An article's `n` is never used again (AUTOINCREMENT): a row of `word` whose article is gone finds nothing.
constexpr const char* kSchema = R"sql(
CREATE TABLE page(
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, hash TEXT NOT NULL, url TEXT NOT NULL, charset TEXT NOT NULL,
  lexicon TEXT NOT NULL, run INTEGER NOT NULL, blocks BLOB NOT NULL, issues BLOB NOT NULL, size INTEGER NOT NULL, text BLOB NOT NULL);
CREATE TABLE article(
  n INTEGER PRIMARY KEY AUTOINCREMENT, page INTEGER NOT NULL, ord INTEGER NOT NULL, id TEXT NOT NULL, origin TEXT NOT NULL,
  own INTEGER, published INTEGER, publisher TEXT NOT NULL, text INTEGER NOT NULL, words TEXT NOT NULL,
  data BLOB NOT NULL);
CREATE INDEX article_page ON article(page);
CREATE INDEX article_id ON article(id);
CREATE INDEX article_origin ON article(origin, own);
CREATE INDEX article_text ON article(text);
CREATE TABLE text(rank INTEGER PRIMARY KEY, leader INTEGER NOT NULL, sketch BLOB NOT NULL);
CREATE INDEX text_leader ON text(leader);
CREATE TABLE band(
  key INTEGER NOT NULL, follows INTEGER NOT NULL, rank INTEGER NOT NULL, PRIMARY KEY(key, follows, rank)) WITHOUT ROWID;
CREATE TABLE report(
  n INTEGER PRIMARY KEY, article INTEGER NOT NULL, id TEXT NOT NULL UNIQUE, channel INTEGER NOT NULL,
  data BLOB NOT NULL);
CREATE INDEX report_article ON report(article);
CREATE INDEX report_channel ON report(channel);
CREATE TABLE channel(
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, text TEXT NOT NULL, rank TEXT NOT NULL, names TEXT NOT NULL,
  last INTEGER, conflicts INTEGER NOT NULL, data BLOB NOT NULL);
CREATE INDEX channel_last ON channel(last);
CREATE TABLE party(actor TEXT NOT NULL, channel INTEGER NOT NULL, PRIMARY KEY(actor, channel)) WITHOUT ROWID;
CREATE INDEX party_channel ON party(channel);
CREATE TABLE contact(
  channel INTEGER NOT NULL, id TEXT NOT NULL, data BLOB NOT NULL, PRIMARY KEY(channel, id)) WITHOUT ROWID;
CREATE TABLE change(
  seq INTEGER PRIMARY KEY AUTOINCREMENT, article TEXT NOT NULL, published INTEGER, channel TEXT NOT NULL,
  kind INTEGER NOT NULL, subject TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL);
CREATE VIRTUAL TABLE word USING fts5(keys, content='', columnsize=0, detail=none, tokenize='qanat');
)sql";

bool exists(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0;
}

// Gives the file its tables if it is new; else checks whose it is.
Status check(Database& db, bool may_create) {
  const std::int64_t application = db.number("PRAGMA application_id");
  const std::int64_t version = db.number("PRAGMA user_version");
  const std::int64_t things = db.number("SELECT count(*) FROM sqlite_schema");
  if (!db.ok()) return db.error();
  if (application == kApplication && things > 0) {
    if (version > kVersion)
      return Error{"ledger " + db.path() + " was written by a newer qanat (format " + std::to_string(version) +
                   ", this one knows " + std::to_string(kVersion) +
                   "): update qanat, or name another file with --ledger"};
    if (version < kVersion)
      return Error{"ledger " + db.path() + " was written by an older qanat (format " + std::to_string(version) +
                   ", this one keeps format " + std::to_string(kVersion) +
                   "): ingest the same pages again into a new file, named with --ledger"};
    return Done{};
  }
  if (things > 0 || application != 0 || version != 0)
    return Error{db.path() + " is an SQLite file, but no ledger: name another file with --ledger"};
  if (!may_create)
    return Error{"ledger " + db.path() + " is empty: fill it with `qanat ingest PATH --ledger " + db.path() + "`"};
  db.run(kSchema);
  db.run(("PRAGMA application_id=" + std::to_string(kApplication)).c_str());
  db.run(("PRAGMA user_version=" + std::to_string(kVersion)).c_str());
  // Many small inserts: segments of the index are merged rarely while writing, and once for all by finish().
  db.run("INSERT INTO word(word, rank) VALUES('automerge', 8)");
  if (!db.ok()) return db.error();
  return Done{};
}

Result<std::unique_ptr<Database>> open_to_write(const std::string& path) {
  auto opened = Database::open(path, Database::Access::create);
  if (!opened) return opened;
  Database& db = **opened;
  if (sqlite3_db_readonly(db.handle(), "main") == 1) return Error{advice(path, SQLITE_READONLY, "")};
  if (auto status = register_tokenizer(db); !status) return status.error();
  db.run(
      "PRAGMA page_size=8192; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA wal_autocheckpoint=2000;"
      "PRAGMA cache_size=-32768; PRAGMA temp_store=MEMORY");
  if (!db.ok()) return db.error();
  Transaction transaction(db);
  if (auto status = check(db, true); !status) return status.error();
  if (!transaction.commit()) return db.error();
  return opened;
}

Result<std::unique_ptr<Database>> open_to_read(const std::string& path, Database::Access access) {
  auto opened = Database::open(path, access);
  if (!opened) return opened;
  Database& db = **opened;
  if (auto status = register_tokenizer(db); !status) return status.error();
  db.run("PRAGMA query_only=1; PRAGMA cache_size=-16384; PRAGMA temp_store=MEMORY");
  if (auto status = check(db, false); !status) {
    // On a read-only disk there is no room for the shared index of the write-ahead log. Nor is there a writer.
    const int code = db.code() & 0xFF;
    if (access == Database::Access::read && (code == SQLITE_CANTOPEN || code == SQLITE_READONLY) &&
        !exists(path + "-wal"))
      return open_to_read(path, Database::Access::read_immutable);
    return status.error();
  }
  return opened;
}

}  // namespace

Result<std::unique_ptr<Database>> open_ledger(const std::string& path, Store::Mode mode) {
  if (mode == Store::Mode::create) return open_to_write(path);
  if (!exists(path))
    return Error{"there is no ledger " + path + ": make it with `qanat ingest PATH --ledger " + path + "`"};
  return open_to_read(path, Database::Access::read);
}

}  // namespace qanat::store
