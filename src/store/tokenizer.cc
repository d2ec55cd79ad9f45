#include "store/tokenizer.h"

#include <cstring>

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
  return Done{};
}

}  // namespace qanat::store
