// Bytes on their way in: a Source gives them out in order and once; Bytes holds a window of them that a format can look
// into, so that one line or document lies in one piece and nothing before or after it is kept.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace qanat::feed {

// Why a source ended before its time.
struct Fault {
  std::string what;   // names the byte of the file as it lies on disk
  bool lost = false;  // bytes are missing at the end; otherwise all data was given out, and something odd followed it
};

class Source {
 public:
  Source() = default;
  virtual ~Source() = default;
  Source(const Source&) = delete;
  Source& operator=(const Source&) = delete;

  // Puts at most `size` > 0 bytes into `out` and says how many; 0 is the end, for ever.
  virtual std::size_t read(char* out, std::size_t size) = 0;
  // Set once read() has given 0, where that was not a proper end.
  virtual const std::optional<Fault>& fault() const = 0;
  // From now on damage to one member of an archive is told to `tell`, and reading goes on with the next member, after
  // a line end that stands for what is missing; a source without members does not change.
  virtual void outlive_damage(std::function<void(std::string)> /*tell*/) {}
};

// Bytes that are in memory already. `bytes` must outlive this.
class Memory final : public Source {
 public:
  explicit Memory(std::string_view bytes) : rest_(bytes) {}
  std::size_t read(char* out, std::size_t size) override {
    const std::size_t count = rest_.copy(out, size);
    rest_.remove_prefix(count);
    return count;
  }
  const std::optional<Fault>& fault() const override { return none_; }

 private:
  std::string_view rest_;
  std::optional<Fault> none_;
};

// A window on a source. Every byte at hand is followed by kPadding bytes that may be read (what they hold means
// nothing), as simdjson asks for.
class Bytes {
 public:
  static constexpr std::size_t kPadding = 64;
  static constexpr std::size_t kWindow = 256 << 10;

  // `source` must outlive this. A window grows with what is asked of it; tests begin with a small one.
  explicit Bytes(Source& source, std::size_t window = kWindow) : source_(source), window_(window) {}

  // Bytes read and not yet consumed. Valid until fill() or consume().
  std::string_view at_hand() const { return {buffer_.get() + begin_, end_ - begin_}; }
  // Reads on until at least `want` bytes are at hand; false where the source ends before.
  bool fill(std::size_t want);
  // Reads at least one more byte; false at the end. Memory grows by doubling.
  bool more() { return fill(end_ - begin_ + 1); }
  // Precondition: count <= at_hand().size().
  void consume(std::size_t count);
  // Moves everything at hand and to come behind `out`, until that holds more than `limit` bytes; false then.
  bool drain(std::string& out, std::uint64_t limit);

  // Bytes consumed so far: the offset of at_hand() in the source.
  std::uint64_t offset() const { return offset_; }
  const std::optional<Fault>& fault() const { return source_.fault(); }
  void outlive_damage(std::function<void(std::string)> tell) {
    source_.outlive_damage(std::move(tell));
    ended_ = ended_ && source_.fault().has_value();
  }

 private:
  void make_room(std::size_t want);
  void resize(std::size_t capacity);

  struct Free {
    void operator()(char* memory) const { std::free(memory); }  // NOLINT(cppcoreguidelines-no-malloc)
  };

  Source& source_;
  const std::size_t window_;
  // From malloc, since realloc stretches a large block in place: a line of 64 MB costs 64 MB, not three times that.
  std::unique_ptr<char, Free> buffer_;
  std::size_t capacity_ = 0;  // without the padding
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::uint64_t offset_ = 0;
  bool ended_ = false;
};

}  // namespace qanat::feed
