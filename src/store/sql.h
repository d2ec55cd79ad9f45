// SQLite as values with owners. Private to the room.
//
// Trouble is remembered, not returned: after the first failure every statement does nothing and gives no row, so that
// a run of statements reads straight and is checked once, at its end, with Database::ok().
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/date.h"
#include "base/result.h"

namespace qanat::store {

class Database;

struct Blob {
  std::string_view bytes;
};

// A statement at work. Goes back to its database, reset, when it is destroyed.
class Statement {
 public:
  Statement(Database& database, sqlite3_stmt* statement) : database_(&database), statement_(statement) {}
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  ~Statement();

  // Binds the values to ?1, ?2 ... and begins anew. Values are copied.
  template <class... Values>
  Statement& with(const Values&... values) {
    rewind();
    int at = 0;
    (bind(++at, values), ...);
    return *this;
  }
  // Moves to the next row. False: there is none, or something failed.
  bool next();
  // Runs to the end.
  void run() {
    while (next()) {
    }
  }

  // Columns of the row. Views are valid until next(), with() or the end.
  std::int64_t integer(int column) const { return sqlite3_column_int64(statement_, column); }
  std::string_view text(int column) const;
  std::string string(int column) const { return std::string(text(column)); }
  std::string_view blob(int column) const;
  std::optional<Date> date(int column) const;

 private:
  void rewind();
  void bind(int at, std::int64_t value) { sqlite3_bind_int64(statement_, at, value); }
  void bind(int at, std::string_view value);
  void bind(int at, const std::string& value) { bind(at, std::string_view(value)); }
  void bind(int at, Blob value);
  void bind(int at, const std::optional<Date>& value);

  Database* database_;
  sqlite3_stmt* statement_;  // nullptr after a failure
};

class Database {
 public:
  enum class Access : std::uint8_t { create, read, read_immutable };
  // Opens the file; nothing in it has been read yet when this returns.
  static Result<std::unique_ptr<Database>> open(const std::string& path, Access access);
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database();

  // `sql` must be one statement. Compiled once, and again only while it is at work elsewhere.
  Statement query(std::string_view sql);
  // Several statements, without values or rows.
  void run(const char* sql);
  std::int64_t last_row() const { return sqlite3_last_insert_rowid(handle_); }
  // The one number that the statement gives; 0 after a failure.
  std::int64_t number(std::string_view sql) {
    Statement s = query(sql);
    return s.next() ? s.integer(0) : 0;
  }

  bool ok() const { return code_ == SQLITE_OK; }
  int code() const { return code_; }
  // What failed, for the user. Precondition: !ok().
  Error error() const;
  // Notes that what was read makes no sense.
  void damaged(std::string_view what);
  void forget_failure() { code_ = SQLITE_OK; }

  sqlite3* handle() { return handle_; }
  const std::string& path() const { return path_; }

 private:
  friend class Statement;
  Database(std::string path, sqlite3* handle) : path_(std::move(path)), handle_(handle) {}
  void failed(int code);
  void give_back(sqlite3_stmt* statement);

  std::string path_;
  sqlite3* handle_;
  int code_ = SQLITE_OK;
  std::string message_;
  std::unordered_map<std::string_view, sqlite3_stmt*> shelf_;  // by the statement's own text
};

// A transaction: undone at its end unless commit() was called and went well.
class Transaction {
 public:
  explicit Transaction(Database& database) : database_(database) { database_.run("BEGIN IMMEDIATE"); }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();
  bool commit();

 private:
  Database& database_;
  bool done_ = false;
};

// One state of the file for several reads. May stand inside another one, or inside a Transaction.
class Snapshot {
 public:
  explicit Snapshot(Database& database) : database_(database) { database_.run("SAVEPOINT snapshot"); }
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;
  ~Snapshot();

 private:
  Database& database_;
};

// What to tell the user of a failure with this file.
std::string advice(const std::string& path, int code, std::string_view message);

}  // namespace qanat::store
