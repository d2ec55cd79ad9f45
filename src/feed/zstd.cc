// zstd, by libzstd: frames, skippable ones too, are unpacked one after another.
#include <zstd.h>

#include "feed/codec.h"

namespace qanat::feed {
namespace {

class Zstd final : public Source {
 public:
  explicit Zstd(Bytes& packed) : packed_(packed), state_(ZSTD_createDCtx()) {
    if (state_ == nullptr) fail("cannot be unpacked: zstd has no memory", true);
  }
  ~Zstd() override { ZSTD_freeDCtx(state_); }

  const std::optional<Fault>& fault() const override { return fault_; }

  std::size_t read(char* out, std::size_t size) override {
    ZSTD_outBuffer room{out, size, 0};
    while (!ended_ && room.pos == 0) step(room);
    return room.pos;
  }

 private:
  void step(ZSTD_outBuffer& room) {
    const bool any = packed_.fill(1);
    if (!any && between_frames_) {
      ended_ = true;
      if (packed_.fault()) fail(packed_.fault()->what, true);
      return;
    }
    const std::string_view here = packed_.at_hand();
    ZSTD_inBuffer given{here.data(), here.size(), 0};
    const std::size_t result = ZSTD_decompressStream(state_, &room, &given);
    const bool began_here = between_frames_;
    packed_.consume(given.pos);
    if (ZSTD_isError(result) != 0U) {
      const std::string byte = std::to_string(packed_.offset());
      if (began_here && packed_.offset() > 0)
        return fail("bytes from " + byte + " on are not zstd data and were left out", false);
      return fail("zstd data is damaged at byte " + byte + " (" + ZSTD_getErrorName(result) + ")", true);
    }
    between_frames_ = result == 0;
    if (!any && room.pos == 0 && !between_frames_) {
      if (packed_.fault()) return fail(packed_.fault()->what, true);
      fail("zstd data is cut off at byte " + std::to_string(packed_.offset()), true);
    }
  }

  void fail(std::string what, bool lost) {
    fault_ = Fault{std::move(what), lost};
    ended_ = true;
  }

  Bytes& packed_;
  ZSTD_DCtx* state_;
  bool between_frames_ = true;
  bool ended_ = false;
  std::optional<Fault> fault_;
};

}  // namespace

bool is_zstd(std::string_view head) {
  constexpr std::size_t kMagicSize = 4;
  if (head.size() < kMagicSize) return false;
  if (head.starts_with("\x28\xb5\x2f\xfd")) return true;
  // Skippable frames, which some tools put first: 50..5F 2A 4D 18.
  return (static_cast<unsigned char>(head[0]) & 0xF0U) == 0x50U && head.substr(1, 3) == "\x2a\x4d\x18";
}

std::unique_ptr<Source> zstd(Bytes& packed) { return std::make_unique<Zstd>(packed); }

}  // namespace qanat::feed
