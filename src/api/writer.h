// Reads pages that were sent into the ledger, one after another, in a thread of its own. Private to the room.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "api/answer.h"
#include "api/file_id.h"
#include "api/keeper.h"
#include "engine/engine.h"
#include "store/store.h"

namespace qanat::api {

// A document as it was sent, and what the sender says of it.
struct Sent {
  std::string bytes;
  std::string id, url, publisher, published, title;
};

class Writer {
 public:
  using Done = std::function<void(Answer&&)>;

  // Opens the ledger for writing. Errors: of the store.
  static Result<std::unique_ptr<Writer>> make(const std::string& path, const engine::Reader& reader, Keeper& keeper);
  // Finishes what was begun; what waits is answered that it was not read.
  ~Writer();
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  // `done` is called from the writer's thread, once, when the pages are in the ledger and reads find them, or when they
  // cannot be. False, and nothing is called: too much is waiting already.
  bool take(Sent&& sent, Done done);

 private:
  Writer(std::string path, std::unique_ptr<store::Store> store, const engine::Reader& reader, Keeper& keeper);
  void serve();
  Answer write(Sent&& sent);

  const std::string path_;
  FileId file_;
  std::unique_ptr<store::Store> store_;
  const engine::Reader& reader_;
  Keeper& keeper_;
  std::mutex mutex_;
  std::condition_variable work_;
  std::deque<std::pair<Sent, Done>> waiting_;
  std::size_t bytes_ = 0;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace qanat::api
