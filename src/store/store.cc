#include "store/store.h"

#include "store/file_store.h"
#include "store/schema.h"

namespace qanat::store {

Result<std::unique_ptr<Store>> Store::open(const std::string& path, Mode mode) {
  auto database = open_ledger(path, mode);
  if (!database) return database.error();
  return std::unique_ptr<Store>(new FileStore(std::move(*database), mode));
}

}  // namespace qanat::store
