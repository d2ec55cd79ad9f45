// The disk's end of the line: one opened file, pipe or standard input.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "feed/bytes.h"

namespace qanat::feed {

// What the system says of an error number.
std::string reason(int number);

class File final : public Source {
 public:
  // Opens a regular file or a pipe without waiting for a writer. Errors: cannot be opened, or is a folder or a device.
  static Result<std::unique_ptr<File>> open(const std::string& path);
  static std::unique_ptr<File> standard_input();
  ~File() override;

  std::size_t read(char* out, std::size_t size) override;
  const std::optional<Fault>& fault() const override { return fault_; }

  // Bytes given out so far, for progress.
  std::uint64_t position() const { return position_; }
  // Size on disk when it was opened; 0 for what has none.
  std::uint64_t size() const { return size_; }

 private:
  File(int descriptor, bool owned, std::uint64_t size) : descriptor_(descriptor), owned_(owned), size_(size) {}

  int descriptor_;
  bool owned_;
  std::uint64_t size_;
  std::uint64_t position_ = 0;
  std::optional<Fault> fault_;
};

}  // namespace qanat::feed
