#include "api/keeper.h"

#include <utility>

namespace qanat::api {
namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

constexpr milliseconds kLook{200};        // how often the file is looked at when nobody asks
constexpr milliseconds kMostWait{2'000};  // of a request for a newer book
constexpr milliseconds kForEver{60'000};
constexpr milliseconds kWorthWaiting{250};  // what takes longer to make is not waited for
constexpr milliseconds kAfterTrouble{1000};
// A book that takes longer is made with pauses, so that a fast ingest does not take a whole core.
constexpr milliseconds kCheap{50};

}  // namespace

Result<std::unique_ptr<Keeper>> Keeper::make(const std::string& path) {
  auto watcher = store::Store::open(path, store::Store::Mode::read_only);
  if (!watcher) return watcher.error();
  auto reader = store::Store::open(path, store::Store::Mode::read_only);
  if (!reader) return reader.error();
  std::unique_ptr<Keeper> out(new Keeper(path, std::move(*watcher), std::move(*reader)));
  const auto version = out->watcher_->version();
  if (!version) return version.error();
  out->version_ = version.value();
  if (auto made = out->make_book(); !made) return made.error();
  return out;
}

Keeper::~Keeper() { rest(); }

void Keeper::rest() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void Keeper::watch(Told told) {
  told_ = std::move(told);
  thread_ = std::thread([this] { serve(); });
}

Status Keeper::make_book() {
  const auto begun = Clock::now();
  auto made = api::make_book(*reader_, ++generation_);
  if (!made) return made.error();
  const std::lock_guard lock(mutex_);
  book_ = std::move(*made);
  cost_ = std::chrono::duration_cast<milliseconds>(Clock::now() - begun);
  return Done{};
}

// Does another file stand where the ledger was? Then that is watched from now on; a ledger that is gone stays shown.
bool Keeper::has_moved() {
  const FileId now = file_id(path_);
  if (now == file_ || now.number == 0) return false;
  auto opened = store::Store::open(path_, store::Store::Mode::read_only);
  if (!opened) return false;  // it is only being made; the next look finds it
  const auto version = (*opened)->version();
  if (!version) return false;
  watcher_ = std::move(*opened);
  version_ = version.value();
  file_ = now;
  return true;
}

// Has somebody written since this was called last?
void Keeper::look() {
  bool is_new = false;
  bool is_other = false;
  {
    const std::lock_guard lock(watcher_mutex_);
    is_other = has_moved();
    const auto version = watcher_->version();
    is_new = version && version.value() != version_;
    if (is_new) version_ = version.value();
  }
  if (!is_new && !is_other) return;
  {
    const std::lock_guard lock(mutex_);
    ++wanted_;
    replaced_ = replaced_ || is_other;
  }
  changed_.notify_all();
}

void Keeper::serve() {
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    if (wanted_ == made_) {
      changed_.wait_for(lock, kLook, [this] { return stopping_ || wanted_ != made_; });
      if (wanted_ == made_ && !stopping_) {
        lock.unlock();
        look();
        lock.lock();
      }
      continue;
    }
    const std::uint64_t goal = wanted_;
    const bool open_anew = std::exchange(replaced_, false);
    lock.unlock();
    if (open_anew) {
      if (auto opened = store::Store::open(path_, store::Store::Mode::read_only)) reader_ = std::move(*opened);
    }
    const Status made = make_book();
    lock.lock();
    failing_ = !made;
    if (made) made_ = goal;
    const std::shared_ptr<const Book> book = book_;
    const milliseconds pause = !made ? kAfterTrouble : (cost_ > kCheap ? cost_ : milliseconds(0));
    lock.unlock();
    changed_.notify_all();
    if (made && told_) told_(book);
    lock.lock();
    changed_.wait_for(lock, pause, [this] { return stopping_; });
  }
}

std::shared_ptr<const Book> Keeper::wait_for(std::uint64_t wanted, milliseconds most) {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, most, [&] { return stopping_ || failing_ || made_ >= wanted; });
  return book_;
}

std::shared_ptr<const Book> Keeper::book() {
  look();
  std::uint64_t wanted = 0;
  {
    const std::lock_guard lock(mutex_);
    // Whoever would have to wait long gets what there is.
    if (wanted_ == made_ || failing_ || cost_ > kWorthWaiting) return book_;
    wanted = wanted_;
  }
  return wait_for(wanted, kMostWait);
}

std::shared_ptr<const Book> Keeper::newest() {
  look();
  std::uint64_t wanted = 0;
  {
    const std::lock_guard lock(mutex_);
    wanted = wanted_;
  }
  return wait_for(wanted, kForEver);
}

Result<Pool::Loan> Pool::take() {
  const FileId file = file_id(path_);
  {
    const std::lock_guard lock(mutex_);
    // Where the file is gone, opening it says so.
    if (file != file_) {
      free_.clear();
      file_ = file;
    }
    if (!free_.empty()) {
      std::unique_ptr<store::Store> store = std::move(free_.back());
      free_.pop_back();
      return Loan(*this, file_, std::move(store));
    }
  }
  auto opened = store::Store::open(path_, store::Store::Mode::read_only);
  if (!opened) return opened.error();
  return Loan(*this, file, std::move(*opened));
}

void Pool::give_back(FileId file, std::unique_ptr<store::Store> store) {
  const std::lock_guard lock(mutex_);
  if (file == file_) free_.push_back(std::move(store));
}

}  // namespace qanat::api
