#include "feed/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace qanat::feed {
std::string reason(int number) { return std::generic_category().message(number); }

Result<std::unique_ptr<File>> File::open(const std::string& path) {
  // Without O_NONBLOCK a pipe that nobody writes to would hold us here for ever.
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) return Error{"cannot be opened: " + reason(errno)};
  std::unique_ptr<File> file(new File(descriptor, true, 0));

  struct stat status {};
  if (::fstat(descriptor, &status) != 0) return Error{"cannot be read: " + reason(errno)};
  if (!S_ISREG(status.st_mode) && !S_ISFIFO(status.st_mode)) return Error{"is neither a file nor a folder"};
  if (S_ISREG(status.st_mode)) file->size_ = static_cast<std::uint64_t>(status.st_size);

  const int flags = ::fcntl(descriptor, F_GETFL);
  if (flags < 0 || ::fcntl(descriptor, F_SETFL, flags & ~O_NONBLOCK) < 0)
    return Error{"cannot be read: " + reason(errno)};
  return file;
}

std::unique_ptr<File> File::standard_input() { return std::unique_ptr<File>(new File(STDIN_FILENO, false, 0)); }

File::~File() {
  if (owned_) ::close(descriptor_);
}

std::size_t File::read(char* out, std::size_t size) {
  if (fault_) return 0;
  for (;;) {
    const ssize_t got = ::read(descriptor_, out, size);
    if (got >= 0) {
      position_ += static_cast<std::uint64_t>(got);
      return static_cast<std::size_t>(got);
    }
    if (errno == EINTR) continue;
    fault_ = Fault{"reading failed at byte " + std::to_string(position_) + ": " + reason(errno), true};
    return 0;
  }
}

}  // namespace qanat::feed
