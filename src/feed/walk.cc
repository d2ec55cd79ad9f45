#include "feed/walk.h"

#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "feed/file.h"

namespace qanat::feed {
namespace {

struct CloseFolder {
  void operator()(DIR* folder) const { ::closedir(folder); }
};

// The walk below one path. Folders being read stand on a stack of our own, so that depth costs no recursion.
class Walk {
 public:
  explicit Walk(const Visitor& visitor) : visitor_(visitor) {}

  std::uint64_t folders() const { return folders_; }

  // False: stopped by the visitor.
  bool visit(const std::string& named) {
    if (named == kStandardInput) return visitor_.file({named, 0});
    const std::uint64_t before = files_;
    bool is_folder = false;
    if (!enter(named, true, is_folder)) return false;
    while (!open_.empty()) {
      Folder& folder = open_.back();
      if (folder.next == folder.names.size()) {
        open_.pop_back();
        continue;
      }
      std::string path = folder.path + folder.names[folder.next++];
      if (path.back() == '/') path.pop_back();
      bool inner_folder = false;
      if (!enter(path, false, inner_folder)) return false;
    }
    if (is_folder && files_ == before) tell(Severity::warning, named, "holds no files to read");
    entered_.clear();
    return true;
  }

 private:
  struct Folder {
    std::string path;                // ends in '/'
    std::vector<std::string> names;  // sorted; a folder's name ends in '/'
    std::size_t next = 0;
  };

  bool enter(const std::string& path, bool named, bool& is_folder) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) {
      const int error = errno;
      tell(Severity::error, path, error == ENOENT && named ? "does not exist" : "cannot be read: " + reason(error));
      return true;
    }
    if (S_ISDIR(status.st_mode)) {
      is_folder = true;
      list(path, status);
      return true;
    }
    const bool regular = S_ISREG(status.st_mode);
    if (!regular && !(named && S_ISFIFO(status.st_mode))) {
      tell(named ? Severity::error : Severity::warning, path, "is neither a file nor a folder, left out");
      return true;
    }
    ++files_;
    return visitor_.file({path, regular ? static_cast<std::uint64_t>(status.st_size) : 0});
  }

  void list(const std::string& path, const struct stat& status) {
    if (!entered_.emplace(status.st_dev, status.st_ino).second) {
      tell(Severity::note, path, "is a folder that was read already, left out");
      return;
    }
    const std::unique_ptr<DIR, CloseFolder> handle(::opendir(path.c_str()));
    if (!handle) {
      tell(Severity::error, path, "cannot be listed: " + reason(errno));
      return;
    }
    if (visitor_.folder) visitor_.folder(path);
    Folder folder;
    folder.path = path.ends_with('/') ? path : path + "/";
    for (;;) {
      errno = 0;
      const dirent* entry = ::readdir(handle.get());  // NOLINT(concurrency-mt-unsafe): the handle is ours alone
      if (entry == nullptr) break;
      std::string name = entry->d_name;
      if (name.starts_with('.')) continue;
      // With its '/' a folder sorts where the paths below it do.
      if (is_folder_at(folder.path + name, entry->d_type)) name += '/';
      folder.names.push_back(std::move(name));
    }
    if (errno != 0) tell(Severity::error, path, "cannot be listed to its end: " + reason(errno));
    std::sort(folder.names.begin(), folder.names.end());
    open_.push_back(std::move(folder));
    ++folders_;
  }

  static bool is_folder_at(const std::string& path, unsigned char type) {
    if (type == DT_DIR) return true;
    if (type != DT_LNK && type != DT_UNKNOWN) return false;
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
  }

  void tell(Severity severity, const std::string& path, std::string what) const {
    visitor_.issue(Issue{severity, path, 0, std::move(what)});
  }

  const Visitor& visitor_;
  std::vector<Folder> open_;
  std::set<std::pair<dev_t, ino_t>> entered_;
  std::uint64_t files_ = 0;
  std::uint64_t folders_ = 0;
};

}  // namespace

std::uint64_t walk(const std::vector<std::string>& paths, const Visitor& visitor) {
  Walk all(visitor);
  for (const std::string& path : paths) {
    if (!all.visit(path)) break;
  }
  return all.folders();
}

}  // namespace qanat::feed
