// Work done by several threads and taken off in the order in which it was put on. Private to the room.
//
// Everything but the work itself happens in the thread that owns the belt: it feeds, it takes off, it writes. So what
// comes off never depends on how many threads there were or which was quicker. What lies on the belt is bounded by the
// bytes of its documents; whoever finds it full takes something off before putting more on.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <variant>
#include <vector>

#include "base/issue.h"
#include "base/result.h"
#include "feed/feed.h"

namespace qanat::engine {

// How many bytes of documents may lie on a belt. A page's text, its tokens and its reports take several times as much,
// and the engine is to stay under 300 MB. One document always fits.
inline constexpr std::uint64_t kBeltBytes = 16ULL << 20;
// What a document costs beside its bytes, so that a million empty ones are bounded too.
inline constexpr std::uint64_t kBytesPerItem = 1024;

// `threads` as the user named it: 0 is as many as the machine has cores.
inline constexpr int kMostThreads = 256;
inline int thread_count(int threads) {
  if (threads > 0) return std::min(threads, kMostThreads);
  return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

template <class Product>
class Belt {
 public:
  using Work = std::function<Product(feed::Document&&)>;
  using Item = std::variant<Issue, Product>;

  // With one thread the owner does the work itself, in put().
  Belt(int threads, Work work) : work_(std::move(work)) {
    const int count = thread_count(threads);
    if (count == 1) return;
    for (int i = 0; i < count; ++i) workers_.emplace_back([this] { serve(); });
  }
  Belt(const Belt&) = delete;
  Belt& operator=(const Belt&) = delete;
  // What is still on it is thrown away.
  ~Belt() {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
      waiting_.clear();
    }
    work_to_do_.notify_all();
    for (std::thread& worker : workers_) worker.join();
  }

  bool empty() const { return cells_.empty(); }
  bool full() const { return cost_ >= kBeltBytes; }
  // Would take() give something without waiting?
  bool ready() {
    const std::lock_guard lock(mutex_);
    return !cells_.empty() && cells_.front()->item.has_value();
  }

  void put(Issue&& issue) {
    auto cell = std::make_unique<Cell>();
    cell->item.emplace(std::in_place_index<0>, std::move(issue));
    append(std::move(cell), false);
  }
  void put(feed::Document&& document) {
    auto cell = std::make_unique<Cell>();
    cell->cost += document.bytes.size();
    if (workers_.empty())
      cell->item.emplace(std::in_place_index<1>, work_(std::move(document)));
    else
      cell->document = std::move(document);
    append(std::move(cell), !workers_.empty());
  }
  // The first thing on the belt, as soon as it is done. Precondition: !empty().
  Item take() {
    std::unique_lock lock(mutex_);
    done_.wait(lock, [this] { return cells_.front()->item.has_value(); });
    const std::unique_ptr<Cell> cell = std::move(cells_.front());
    cells_.pop_front();
    cost_ -= cell->cost;
    return std::move(*cell->item);
  }

 private:
  struct Cell {
    feed::Document document;
    std::optional<Item> item;
    std::uint64_t cost = kBytesPerItem;
  };

  void append(std::unique_ptr<Cell> cell, bool to_do) {
    {
      const std::lock_guard lock(mutex_);
      cost_ += cell->cost;
      if (to_do) waiting_.push_back(cell.get());
      cells_.push_back(std::move(cell));
    }
    if (to_do) work_to_do_.notify_one();
  }

  void serve() {
    std::unique_lock lock(mutex_);
    for (;;) {
      work_to_do_.wait(lock, [this] { return closed_ || !waiting_.empty(); });
      if (closed_) return;
      Cell* cell = waiting_.front();
      waiting_.pop_front();
      lock.unlock();
      Product product = work_(std::move(cell->document));
      lock.lock();
      cell->item.emplace(std::in_place_index<1>, std::move(product));
      if (cells_.front().get() == cell) done_.notify_one();
    }
  }

  const Work work_;
  std::uint64_t cost_ = 0;  // the owner's alone, like the length of cells_
  std::mutex mutex_;
  std::condition_variable work_to_do_;
  std::condition_variable done_;
  std::deque<std::unique_ptr<Cell>> cells_;  // in input order
  std::deque<Cell*> waiting_;
  bool closed_ = false;
  std::vector<std::thread> workers_;
};

// Reads what is wanted and hands each issue and each product to `take`, in input order; after each product `progress`
// hears how far the input had been read when its document came. False from either stops. Both are called from the
// calling thread, and so is `cancelled`, which may be empty: true stops waiting for the web.
template <class Product>
Status convey(const feed::Wanted& wanted, const feed::Web& web, int threads, typename Belt<Product>::Work work,
              const std::function<bool(typename Belt<Product>::Item&&)>& take,
              const std::function<bool(const feed::Progress&)>& progress,
              const std::function<bool()>& cancelled = nullptr) {
  Belt<Product> belt(threads, std::move(work));
  std::deque<feed::Progress> reached;  // one for each document on the belt
  bool go_on = true;
  const auto take_one = [&] {
    typename Belt<Product>::Item item = belt.take();
    const bool is_product = std::holds_alternative<Product>(item);
    go_on = take(std::move(item));
    if (!is_product) return;
    go_on = go_on && progress(reached.front());
    reached.pop_front();
  };
  const auto take_off = [&] {
    while (go_on && (belt.full() || belt.ready())) take_one();
  };
  feed::Sink sink;
  sink.document = [&](feed::Document&& document, const feed::Progress& so_far) {
    reached.push_back(so_far);
    belt.put(std::move(document));
    take_off();
    return go_on;
  };
  sink.issue = [&](Issue&& issue) {
    belt.put(std::move(issue));
    take_off();
  };
  sink.cancelled = cancelled;
  Status status = feed::read(wanted, feed::Limits{}, web, sink);
  while (go_on && !belt.empty()) take_one();
  return status;
}

}  // namespace qanat::engine
