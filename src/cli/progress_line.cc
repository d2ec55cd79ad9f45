#include "cli/progress_line.h"

#include <algorithm>
#include <cstdio>
#include <string>

namespace qanat::cli {
namespace {

std::string megabytes(std::uint64_t bytes) { return std::to_string((bytes + (1U << 19)) >> 20) + " MB"; }

}  // namespace

void ProgressLine::show(const feed::Progress& progress) {
  const auto now = std::chrono::steady_clock::now();
  if (!shown_ || (drawn_ && now - last_ < std::chrono::milliseconds(100))) return;
  if (!drawn_) begun_ = now;
  const double seconds = std::chrono::duration<double>(now - begun_).count();
  const double rate = seconds > 0 ? static_cast<double>(progress.documents) / seconds : 0;
  const std::uint64_t total = std::max<std::uint64_t>(progress.bytes_total, 1);
  std::fprintf(stderr, "\r\x1b[K%3d %%  %s of %s  %llu pages  %.0f a second",
               static_cast<int>(100.0 * static_cast<double>(progress.bytes_done) / static_cast<double>(total)),
               megabytes(progress.bytes_done).c_str(), megabytes(progress.bytes_total).c_str(),
               static_cast<unsigned long long>(progress.documents), rate);
  std::fflush(stderr);
  last_ = now;
  drawn_ = true;
}

void ProgressLine::clear() {
  if (!drawn_) return;
  std::fprintf(stderr, "\r\x1b[K");
  std::fflush(stderr);
  drawn_ = false;
}

}  // namespace qanat::cli
