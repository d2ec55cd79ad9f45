// gzip, by zlib: members are unpacked one after another, each checked against its own CRC.
#include <zlib.h>

#include <algorithm>
#include <limits>

#include "feed/codec.h"

namespace qanat::feed {
namespace {

constexpr int kGzipOnly = 16 + MAX_WBITS;  // zlib's way to ask for the gzip frame and no other
constexpr std::size_t kMagicSize = 2;
// An archive that is damaged in more places is made of something else.
constexpr int kMostDamages = 100;
constexpr std::string_view kMemberHead = "\x1f\x8b\x08";

class Gzip final : public Source {
 public:
  explicit Gzip(Bytes& packed) : packed_(packed) {
    if (inflateInit2(&state_, kGzipOnly) != Z_OK) fail("cannot be unpacked: zlib has no memory", true);
  }
  ~Gzip() override { inflateEnd(&state_); }

  const std::optional<Fault>& fault() const override { return fault_; }

  void outlive_damage(std::function<void(std::string)> tell) override {
    tell_ = std::move(tell);
    if (!damaged_already_) return;
    // It was met while the head was looked at, before anybody knew what this is.
    const std::string what = std::move(fault_->what);
    fault_.reset();
    ended_ = false;
    damaged(what);
  }

  std::size_t read(char* out, std::size_t size) override {
    const auto room = static_cast<uInt>(std::min<std::size_t>(size, std::numeric_limits<uInt>::max()));
    state_.next_out = reinterpret_cast<Bytef*>(out);
    state_.avail_out = room;
    while (!ended_ && !gap_ && state_.avail_out == room) step();
    if (gap_ && state_.avail_out == room) {
      gap_ = false;
      *out = '\n';
      return 1;
    }
    return room - state_.avail_out;
  }

 private:
  void step() {
    if (between_members_ && !next_member()) return;
    if (!packed_.fill(1)) {
      if (packed_.fault()) return fail(packed_.fault()->what, true);
      return fail("gzip data is cut off at byte " + std::to_string(packed_.offset()), true);
    }
    const std::string_view here = packed_.at_hand();
    const auto given = static_cast<uInt>(std::min<std::size_t>(here.size(), std::numeric_limits<uInt>::max()));
    // zlib does not write to its input; its interface is older than const.
    state_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(here.data()));
    state_.avail_in = given;
    const int result = inflate(&state_, Z_NO_FLUSH);
    packed_.consume(given - state_.avail_in);
    if (result == Z_STREAM_END) {
      between_members_ = true;
    } else if (result != Z_OK) {
      const char* why = state_.msg != nullptr ? state_.msg : "broken";
      damaged("gzip data is damaged at byte " + std::to_string(packed_.offset()) + " (" + why + ")");
    }
  }

  void damaged(const std::string& what) {
    if (!tell_) {
      damaged_already_ = true;
      return fail(what, true);
    }
    if (++damages_ > kMostDamages) return fail(what + ", as in too many places before; the rest was left out", true);
    tell_(what);
    gap_ = true;
    seek_member();
  }

  // To the next bytes that begin a member, else to the end.
  void seek_member() {
    between_members_ = true;
    while (packed_.fill(kMemberHead.size())) {
      const std::string_view here = packed_.at_hand();
      const std::size_t found = here.find(kMemberHead);
      if (found != std::string_view::npos) return packed_.consume(found);
      packed_.consume(here.size() - (kMemberHead.size() - 1));
    }
    packed_.consume(packed_.at_hand().size());
  }

  // False at the end. Files are padded with zeros by some tools; those are skipped.
  bool next_member() {
    while (packed_.fill(1) && packed_.at_hand().front() == '\0') {
      const std::string_view here = packed_.at_hand();
      packed_.consume(std::min(here.find_first_not_of('\0'), here.size()));
    }
    packed_.fill(kMagicSize);
    if (packed_.at_hand().empty()) {
      ended_ = true;
      if (packed_.fault()) fail(packed_.fault()->what, true);
      return false;
    }
    if (!packed_.at_hand().starts_with("\x1f\x8b")) {
      const std::string byte = std::to_string(packed_.offset());
      if (tell_)
        damaged("bytes from " + byte + " on are not gzip data");
      else
        fail("bytes from " + byte + " on are not gzip data and were left out", false);
      return false;
    }
    inflateReset(&state_);
    between_members_ = false;
    return true;
  }

  void fail(std::string what, bool lost) {
    fault_ = Fault{std::move(what), lost};
    ended_ = true;
  }

  Bytes& packed_;
  z_stream state_{};
  bool between_members_ = false;
  bool ended_ = false;
  std::optional<Fault> fault_;
  std::function<void(std::string)> tell_;
  int damages_ = 0;
  bool gap_ = false;              // bytes are missing here, and the line end that stands for them is to be given out
  bool damaged_already_ = false;  // before anybody asked to outlive it
};

}  // namespace

bool is_gzip(std::string_view head) { return head.starts_with(kMemberHead); }

std::unique_ptr<Source> gzip(Bytes& packed) { return std::make_unique<Gzip>(packed); }

}  // namespace qanat::feed
