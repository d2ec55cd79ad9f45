#include "store/tokenizer.h"

#include <cstring>
#include <memory>
#include <vector>

namespace qanat::store {
namespace {

int create(void*, const char**, int, Fts5Tokenizer** out) {
  static char nothing_to_keep = 0;
  *out = reinterpret_cast<Fts5Tokenizer*>(&nothing_to_keep);
  return SQLITE_OK;
}

void destroy(Fts5Tokenizer*) {}

int tokenize(Fts5Tokenizer*, void* context, int, const char* text, int size,
             int (*token)(void*, int, const char*, int, int, int)) {
  int at = 0;
  while (at < size) {
    const auto* space = static_cast<const char*>(std::memchr(text + at, ' ', static_cast<std::size_t>(size - at)));
    const int end = space == nullptr ? size : static_cast<int>(space - text);
    if (end > at) {
      const int code = token(context, 0, text + at, end - at, at, end);
      if (code != SQLITE_OK) return code;
    }
    at = end + 1;
  }
  return SQLITE_OK;
}

// qanat_numbers(n): all numbers of a query's rows as one blob, eight bytes each, in the order of the rows.
void collect(sqlite3_context* context, int, sqlite3_value** values) {
  auto** numbers = static_cast<std::vector<sqlite3_int64>**>(
      sqlite3_aggregate_context(context, static_cast<int>(sizeof(std::vector<sqlite3_int64>*))));
  if (numbers == nullptr) return sqlite3_result_error_nomem(context);
  if (*numbers == nullptr) *numbers = new std::vector<sqlite3_int64>();
  (*numbers)->push_back(sqlite3_value_int64(values[0]));
}

void give_collected(sqlite3_context* context) {
  auto** numbers = static_cast<std::vector<sqlite3_int64>**>(sqlite3_aggregate_context(context, 0));
  if (numbers == nullptr || *numbers == nullptr) return sqlite3_result_zeroblob(context, 0);
  const std::unique_ptr<std::vector<sqlite3_int64>> owned(*numbers);
  sqlite3_result_blob64(context, owned->data(), owned->size() * sizeof(sqlite3_int64), SQLITE_TRANSIENT);
}

}  // namespace

Status register_tokenizer(Database& database) {
  fts5_api* api = nullptr;
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(database.handle(), "SELECT fts5(?1)", -1, &statement, nullptr) == SQLITE_OK) {
    sqlite3_bind_pointer(statement, 1, static_cast<void*>(&api), "fts5_api_ptr", nullptr);
    sqlite3_step(statement);
  }
  sqlite3_finalize(statement);
  if (api == nullptr) return Error{"this SQLite library has no full-text index (FTS5): install one that has"};
  fts5_tokenizer tokenizer = {create, destroy, tokenize};
  if (api->xCreateTokenizer(api, "qanat", nullptr, &tokenizer, nullptr) != SQLITE_OK)
    return Error{advice(database.path(), SQLITE_NOMEM, "")};
  if (sqlite3_create_function_v2(database.handle(), "qanat_numbers", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nullptr,
                                 nullptr, collect, give_collected, nullptr) != SQLITE_OK)
    return Error{advice(database.path(), SQLITE_NOMEM, "")};
  return Done{};
}

}  // namespace qanat::store
