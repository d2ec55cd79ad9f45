#include "store/sql.h"

#include <utility>

namespace qanat::store {
namespace {

constexpr int kBusyMilliseconds = 5000;  // another writer's batch takes a fraction of that

// A path as a URI, for the one case that needs a parameter.
std::string immutable_uri(const std::string& path) {
  static constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out = "file:";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte == '%' || byte == '?' || byte == '#') {
      out += '%';
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    } else {
      out += c;
    }
  }
  return out + "?immutable=1";
}

}  // namespace

std::string advice(const std::string& path, int code, std::string_view message) {
  const std::string name = "ledger " + path;
  switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return name + " is being written by another program: wait until it is done, or name another file with --ledger";
    case SQLITE_READONLY:
      return name +
             " cannot be written: the file, its folder or the disk is read-only; change that, or name another "
             "file with --ledger";
    case SQLITE_FULL:
      return name +
             " cannot grow: the disk is full. Free some space and run the same command again; what was written "
             "before is kept";
    case SQLITE_CORRUPT:
      return name + " is damaged (" + std::string(message) +
             "): `qanat verify` says more; ingest the pages again into "
             "a new file";
    case SQLITE_NOTADB:
      return path + " is no ledger: name another file with --ledger";
    case SQLITE_CANTOPEN:
      return name + " cannot be opened: check that its folder exists and that you may read and write it";
    case SQLITE_IOERR:
      return name + " cannot be read or written (" + std::string(message) +
             "): check the disk and run the command again";
    case SQLITE_NOMEM:
      return name + ": out of memory";
    default:
      return name + ": " + std::string(message);
  }
}

// ---- statements ------------------------------------------------------------------------------------------------

Statement::~Statement() {
  if (statement_ == nullptr) return;
  rewind();
  sqlite3_clear_bindings(statement_);
  database_->give_back(statement_);
}

void Statement::rewind() {
  if (statement_ != nullptr) sqlite3_reset(statement_);  // repeats the last failure, which next() has noted
}

bool Statement::next() {
  if (statement_ == nullptr || !database_->ok()) return false;
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) database_->failed(code);
  return false;
}

std::string_view Statement::text(int column) const {
  const auto* bytes = sqlite3_column_text(statement_, column);
  if (bytes == nullptr) return {};
  return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::string_view Statement::blob(int column) const {
  const void* bytes = sqlite3_column_blob(statement_, column);
  if (bytes == nullptr) return {};
  return {static_cast<const char*>(bytes), static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::optional<Date> Statement::date(int column) const {
  if (sqlite3_column_type(statement_, column) == SQLITE_NULL) return std::nullopt;
  return Date{sqlite3_column_int(statement_, column)};
}

void Statement::bind(int at, std::string_view value) {
  const char* bytes = value.data() == nullptr ? "" : value.data();
  sqlite3_bind_text64(statement_, at, bytes, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

void Statement::bind(int at, Blob value) {
  const char* bytes = value.bytes.data() == nullptr ? "" : value.bytes.data();
  sqlite3_bind_blob64(statement_, at, bytes, value.bytes.size(), SQLITE_TRANSIENT);
}

void Statement::bind(int at, const std::optional<Date>& value) {
  if (value) {
    sqlite3_bind_int(statement_, at, value->days);
  } else {
    sqlite3_bind_null(statement_, at);
  }
}

// ---- the database ----------------------------------------------------------------------------------------------

Result<std::unique_ptr<Database>> Database::open(const std::string& path, Access access) {
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  flags |= access == Access::create ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
  if (access == Access::read_immutable) flags |= SQLITE_OPEN_URI;
  sqlite3* handle = nullptr;
  const std::string name = access == Access::read_immutable ? immutable_uri(path) : path;
  const int code = sqlite3_open_v2(name.c_str(), &handle, flags, nullptr);
  std::unique_ptr<Database> database(new Database(path, handle));
  if (code != SQLITE_OK) return Error{advice(path, code, sqlite3_errstr(code))};
  sqlite3_busy_timeout(handle, kBusyMilliseconds);
  // A ledger may come from anywhere: its schema must not be able to run anything.
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  return database;
}

Database::~Database() {
  for (const auto& [sql, statement] : shelf_) sqlite3_finalize(statement);
  sqlite3_close(handle_);
}

Statement Database::query(std::string_view sql) {
  if (!ok()) return {*this, nullptr};
  if (const auto found = shelf_.find(sql); found != shelf_.end()) {
    sqlite3_stmt* statement = found->second;
    shelf_.erase(found);
    return {*this, statement};
  }
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                      &statement, nullptr);
  if (code != SQLITE_OK) failed(code);
  return {*this, statement};
}

void Database::give_back(sqlite3_stmt* statement) {
  if (!shelf_.emplace(sqlite3_sql(statement), statement).second) sqlite3_finalize(statement);
}

void Database::run(const char* sql) {
  if (!ok()) return;
  const int code = sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) failed(code);
}

void Database::failed(int code) {
  if (!ok()) return;
  code_ = code;
  message_ = sqlite3_errmsg(handle_);
}

void Database::damaged(std::string_view what) {
  if (!ok()) return;
  code_ = SQLITE_CORRUPT;
  message_ = what;
}

Error Database::error() const { return {advice(path_, code_, message_)}; }

// ---- transactions ----------------------------------------------------------------------------------------------

Transaction::~Transaction() {
  // After some failures (a full disk) SQLite has undone it already.
  if (!done_ && sqlite3_get_autocommit(database_.handle()) == 0)
    sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

bool Transaction::commit() {
  database_.run("COMMIT");
  done_ = database_.ok();
  return done_;
}

Snapshot::~Snapshot() {
  if (sqlite3_get_autocommit(database_.handle()) == 0)
    sqlite3_exec(database_.handle(), "RELEASE snapshot", nullptr, nullptr, nullptr);
}

}  // namespace qanat::store
