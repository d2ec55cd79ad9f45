// Folders watched by inotify. Events only say where to look; what counts is what lies on the disk: each file's
// signature (size, time, inode), handed out once it has stayed the same while nobody wrote. So a lost event costs a
// rescan, never a file.
#include <poll.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <map>
#include <set>

#include "feed/feed.h"
#include "feed/file.h"
#include "feed/walk.h"

namespace qanat::feed {
namespace {

using Clock = std::chrono::steady_clock;

// A file that was closed or moved here is whole; one that only appeared may be written to without our knowing.
constexpr std::chrono::milliseconds kAfterClose(100);
constexpr std::chrono::milliseconds kAfterSeen(1500);
// Whoever holds a file open that long without a byte is not going to close it.
constexpr std::chrono::minutes kAfterSilence(10);
constexpr std::chrono::milliseconds kTick(100);

constexpr std::uint32_t kEvents = IN_CREATE | IN_MODIFY | IN_CLOSE_WRITE | IN_MOVED_TO | IN_DELETE | IN_MOVED_FROM |
                                  IN_DELETE_SELF | IN_ATTRIB | IN_ONLYDIR;

struct Signature {
  std::uint64_t size = 0;
  std::int64_t seconds = 0, nanoseconds = 0;
  std::uint64_t inode = 0;
  friend bool operator==(const Signature&, const Signature&) = default;
};

bool sign(const std::string& path, Signature& out) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return false;
  out = {static_cast<std::uint64_t>(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ino};
  return true;
}

class Inotify final : public Watch {
 public:
  Inotify(int descriptor, std::vector<std::string> folders) : descriptor_(descriptor), folders_(std::move(folders)) {}
  ~Inotify() override { ::close(descriptor_); }

  std::vector<std::string> next(std::chrono::milliseconds patience,
                                const std::function<void(Issue&&)>& issue) override {
    const Clock::time_point until = Clock::now() + patience;
    for (;;) {
      if (rescan_) scan(issue);
      std::vector<std::string> ready = settled();
      if (!ready.empty()) return ready;
      const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now());
      if (left.count() <= 0) return {};
      pollfd wait{descriptor_, POLLIN, 0};
      // While files settle, time alone brings news.
      const auto pause = pending_.empty() ? left : std::min(left, kTick);
      const int count = ::poll(&wait, 1, static_cast<int>(pause.count()));
      if (count < 0) return {};  // a signal
      if (count > 0) take_events(issue);
    }
  }

 private:
  struct Pending {
    Signature signature;
    Clock::time_point since;
    bool writing = false;  // changed, and not closed yet
    bool closed = false;
  };

  // Looks at everything: at the beginning, after the queue overflowed, and when a folder appeared.
  void scan(const std::function<void(Issue&&)>& issue) {
    rescan_ = false;
    std::set<std::string> there;
    const Visitor visitor{[&](const Found& found) {
                            there.insert(found.path);
                            look(found.path);
                            return true;
                          },
                          [&](Issue&& trouble) {
                            // An empty folder is no trouble to one who waits; the rest is told once.
                            if (trouble.severity == Severity::error && told_.insert(trouble.where).second)
                              issue(std::move(trouble));
                          },
                          [&](const std::string& folder) { add(folder, issue); }};
    walk(folders_, visitor);
    std::erase_if(known_, [&](const auto& entry) { return !there.contains(entry.first); });
  }

  void add(const std::string& folder, const std::function<void(Issue&&)>& issue) {
    const int watch = ::inotify_add_watch(descriptor_, folder.c_str(), kEvents);
    if (watch >= 0) {
      names_[watch] = folder.ends_with('/') ? folder : folder + "/";
      return;
    }
    if (errno == ENOENT || errno == ENOTDIR || !told_.insert(folder).second) return;
    const std::string why =
        errno == ENOSPC ? "the system's limit is reached; raise fs.inotify.max_user_watches" : reason(errno);
    issue(Issue{Severity::error, folder, 0, "cannot be watched: " + why});
  }

  void look(const std::string& path) {
    Signature now;
    if (!sign(path, now)) return;
    const auto known = known_.find(path);
    if (known != known_.end() && known->second == now) return;
    Pending& pending = pending_[path];
    if (pending.signature == now) return;
    pending.signature = now;
    pending.since = Clock::now();
    // What has lain there for a while needs no waiting.
    struct timespec clock {};
    ::clock_gettime(CLOCK_REALTIME, &clock);
    constexpr std::int64_t kOld = 5;
    if (!pending.writing && now.seconds + kOld < clock.tv_sec) pending.since -= kAfterSeen;
  }

  void take_events(const std::function<void(Issue&&)>& issue) {
    constexpr std::size_t kBuffer = 64 << 10;
    alignas(inotify_event) std::array<char, kBuffer> buffer{};
    const ssize_t size = ::read(descriptor_, buffer.data(), buffer.size());
    if (size < 0) {
      if (errno != EINTR && errno != EAGAIN)
        issue(Issue{Severity::error, folders_.front(), 0, "cannot be watched any longer: " + reason(errno)});
      return;
    }
    for (std::size_t at = 0; at + sizeof(inotify_event) <= static_cast<std::size_t>(size);) {
      inotify_event event{};
      std::memcpy(&event, buffer.data() + at, sizeof event);
      const char* name = event.len > 0 ? buffer.data() + at + sizeof event : "";
      take(event, name);
      at += sizeof event + event.len;
    }
  }

  void take(const inotify_event& event, const std::string& name) {
    if ((event.mask & IN_Q_OVERFLOW) != 0) {
      rescan_ = true;
      return;
    }
    const auto folder = names_.find(event.wd);
    if (folder == names_.end()) return;
    if ((event.mask & (IN_IGNORED | IN_DELETE_SELF)) != 0) {
      names_.erase(folder);
      return;
    }
    if (name.empty() || name.starts_with('.')) return;
    const std::string path = folder->second + name;
    if ((event.mask & (IN_DELETE | IN_MOVED_FROM)) != 0) {
      pending_.erase(path);
      known_.erase(path);
      return;
    }
    if ((event.mask & IN_ISDIR) != 0) {
      rescan_ = true;  // it may hold files already, and folders
      return;
    }
    if ((event.mask & IN_MODIFY) != 0) pending_[path].writing = true;
    look(path);
    const auto pending = pending_.find(path);
    if (pending == pending_.end()) return;
    const bool whole = (event.mask & (IN_CLOSE_WRITE | IN_MOVED_TO)) != 0;
    if ((event.mask & IN_MODIFY) != 0) pending->second.closed = false;
    if (whole) {
      pending->second.writing = false;
      pending->second.closed = true;
    }
    pending->second.since = Clock::now();
  }

  std::vector<std::string> settled() {
    std::vector<std::string> ready;
    const Clock::time_point now = Clock::now();
    for (auto it = pending_.begin(); it != pending_.end();) {
      auto& [path, pending] = *it;
      Signature signature;
      if (!sign(path, signature)) {
        it = pending_.erase(it);
        continue;
      }
      // Made, and nothing in it yet: its first bytes will be told.
      if (signature.size == 0 && !pending.writing) {
        it = pending_.erase(it);
        continue;
      }
      if (!(signature == pending.signature)) {
        pending.signature = signature;
        pending.since = now;
      }
      const Clock::duration wait = pending.writing  ? Clock::duration(kAfterSilence)
                                   : pending.closed ? Clock::duration(kAfterClose)
                                                    : Clock::duration(kAfterSeen);
      if (now - pending.since < wait) {
        ++it;
        continue;
      }
      const auto known = known_.find(path);
      if (known == known_.end() || !(known->second == signature)) ready.push_back(path);
      known_[path] = signature;
      it = pending_.erase(it);
    }
    return ready;
  }

  int descriptor_;
  std::vector<std::string> folders_;
  std::map<int, std::string> names_;  // of folders, by watch
  std::map<std::string, Signature> known_;
  std::map<std::string, Pending> pending_;
  std::set<std::string> told_;
  bool rescan_ = true;
};

}  // namespace

Result<std::unique_ptr<Watch>> Watch::open(const std::vector<std::string>& folders) {
  if (folders.empty()) return Error{"no folder to watch is named"};
  for (const std::string& folder : folders) {
    struct stat status {};
    if (::stat(folder.c_str(), &status) != 0) return Error{folder + ": cannot be watched: " + reason(errno)};
    if (!S_ISDIR(status.st_mode)) return Error{folder + ": is no folder; a file is read with `qanat ingest`"};
  }
  const int descriptor = ::inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
  if (descriptor < 0) return Error{"folders cannot be watched: " + reason(errno)};
  return std::unique_ptr<Watch>(std::make_unique<Inotify>(descriptor, folders));
}

}  // namespace qanat::feed
