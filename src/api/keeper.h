// Keeps a book of the ledger that is as new as the file, while others write to it. Private to the room.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "api/book.h"
#include "api/file_id.h"
#include "base/result.h"
#include "store/store.h"

namespace qanat::api {

class Keeper {
 public:
  // Called from a thread of its own after each new book.
  using Told = std::function<void(const std::shared_ptr<const Book>&)>;

  // Opens the ledger and makes the first book.
  static Result<std::unique_ptr<Keeper>> make(const std::string& path);
  ~Keeper();
  Keeper(const Keeper&) = delete;
  Keeper& operator=(const Keeper&) = delete;

  // Begins to look for changes by itself. Call once.
  void watch(Told told);
  // Ends that; nobody is told anything any more when it returns.
  void rest();

  // As new as the file was when this was called, or, where a large ledger is being written to so fast that books
  // cannot follow, a little older. Thread-safe.
  std::shared_ptr<const Book> book();
  // Waits until the book holds everything that was in the file when this was called.
  std::shared_ptr<const Book> newest();

 private:
  Keeper(std::string path, std::unique_ptr<store::Store> watcher, std::unique_ptr<store::Store> reader)
      : path_(std::move(path)), file_(file_id(path_)), watcher_(std::move(watcher)), reader_(std::move(reader)) {}
  Status make_book();
  void look();
  bool has_moved();
  void serve();
  std::shared_ptr<const Book> wait_for(std::uint64_t wanted, std::chrono::milliseconds most);

  const std::string path_;
  std::mutex watcher_mutex_;
  FileId file_;
  std::unique_ptr<store::Store> watcher_;  // looks for changes only
  std::int64_t version_ = 0;

  std::unique_ptr<store::Store> reader_;  // reads books; the thread's alone

  std::mutex mutex_;
  std::condition_variable changed_;
  std::shared_ptr<const Book> book_;
  std::uint64_t wanted_ = 0;           // grows with each change seen
  std::uint64_t made_ = 0;             // the book holds all changes up to this one
  std::chrono::milliseconds cost_{0};  // of the last book
  std::uint64_t generation_ = 0;
  bool replaced_ = false;  // another file stands there now, and is to be opened
  bool failing_ = false;   // the last book could not be made
  bool stopping_ = false;
  Told told_;
  std::thread thread_;
};

// Connections for reading, each used by one thread at a time.
class Pool {
 public:
  explicit Pool(std::string path) : path_(std::move(path)) {}

  class Loan {
   public:
    Loan(Pool& pool, FileId file, std::unique_ptr<store::Store> store)
        : pool_(&pool), file_(file), store_(std::move(store)) {}
    Loan(Loan&&) = default;
    Loan& operator=(Loan&&) = delete;
    ~Loan() {
      if (store_) pool_->give_back(file_, std::move(store_));
    }
    store::Store& operator*() const { return *store_; }

   private:
    Pool* pool_;
    FileId file_;
    std::unique_ptr<store::Store> store_;
  };
  Result<Loan> take();

 private:
  void give_back(FileId file, std::unique_ptr<store::Store> store);

  std::string path_;
  std::mutex mutex_;
  FileId file_;  // that the free ones have open
  std::vector<std::unique_ptr<store::Store>> free_;
};

}  // namespace qanat::api
