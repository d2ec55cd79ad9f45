// Those who listen to changes, and what they are told. Private to the room.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "api/book.h"
#include "api/keeper.h"
#include "store/store.h"

namespace qanat::api {

// One listener; its connection sends what it is given. What it is given is dropped, and the listener with it, when it
// cannot keep up.
class Listener {
 public:
  virtual ~Listener() = default;
  // From any thread.
  virtual void send(const std::shared_ptr<const std::string>& events) = 0;
};

class Hub {
 public:
  struct Wish {
    std::vector<std::string> parties;  // all of them take part
    std::string channel;               // id or the beginning of one
    std::int64_t after = 0;            // a seq; 0 with `from_now`: only what comes
    bool from_now = false;
  };
  explicit Hub(Pool& pool) : pool_(pool) {}

  // What the listener has missed is sent at once; it is forgotten when it is destroyed.
  void add(const std::weak_ptr<Listener>& listener, Wish wish, const std::shared_ptr<const Book>& book);
  // After each new book.
  void tell(const std::shared_ptr<const Book>& book);
  // A comment, so that no proxy and no browser takes the silence for the end.
  void beat();

 private:
  struct Seat {
    std::weak_ptr<Listener> listener;
    Wish wish;
  };
  void tell(Seat& seat, const Book& book, const std::vector<store::ChangeRow>& rows) const;
  std::vector<store::ChangeRow> since(std::int64_t seq);

  Pool& pool_;
  std::mutex mutex_;
  std::vector<Seat> seats_;
};

}  // namespace qanat::api
