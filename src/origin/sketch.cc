// A text's words, folded; every four in a row a gram; of the grams a sketch and the bands.
#include <algorithm>
#include <array>
#include <bit>

#include "arabic/arabic.h"
#include "base/utf8.h"
#include "origin/numbers.h"
#include "origin/origin.h"

namespace qanat::origin {
namespace {

using Hash = std::uint64_t;

// Spreads all bits of a number over all of them (the finaliser of MurmurHash3).
constexpr Hash spread(Hash x) {
  x = (x ^ (x >> 33)) * 0xFF51AFD7ED558CCDULL;
  x = (x ^ (x >> 33)) * 0xC4CEB9FE1A85EC53ULL;
  return x ^ (x >> 33);
}

constexpr Hash kStep = 0x9E3779B97F4A7C15ULL;  // odd, and its bits are as good as random
constexpr unsigned kRankClassBit = 57;         // the hash below it, the class above it: a positive number
constexpr unsigned kLargestClass = 31;
constexpr unsigned kKeyBits = 32;

// An order of the grams for every row of every band.
constexpr std::size_t kOrders = (kBands + kOpeningBands) * kRows;
constexpr std::array<Hash, kOrders> make_orders() {
  std::array<Hash, kOrders> out{};
  for (std::size_t i = 0; i < kOrders; ++i) out[i] = spread((i + 1) * kStep) | 1U;
  return out;
}
constexpr std::array<Hash, kOrders> kOrder = make_orders();

std::vector<Hash> words_of(std::string_view text, const std::vector<Span>& spans) {
  std::vector<Hash> out;
  for (const Span span : spans) {
    Hash word = 0;
    const auto end_word = [&] {
      if (word != 0) out.push_back(spread(word));
      word = 0;
    };
    for (std::size_t at = span.begin; at < span.end;) {
      const Decoded d = decode_utf8(text, at);
      at += d.size;
      if (!arabic::is_word(d.code)) {
        end_word();
      } else if (const char32_t folded = arabic::fold_code(d.code); folded != 0) {
        word = (word + folded) * kStep;
      }
    }
    end_word();
  }
  return out;
}

// In order, repetitions and all. A text shorter than a gram is one.
std::vector<Hash> grams_of(const std::vector<Hash>& words) {
  std::vector<Hash> out;
  if (words.empty()) return out;
  const std::size_t size = std::min(kGramWords, words.size());
  out.reserve(words.size() - size + 1);
  for (std::size_t i = 0; i + size <= words.size(); ++i) {
    Hash gram = 0;
    for (std::size_t k = 0; k < size; ++k) gram = (gram + words[i + k]) * kStep;
    out.push_back(spread(gram));
  }
  return out;
}

Rank rank_of(const std::vector<Hash>& words, std::size_t size) {
  Hash text = 0;
  for (const Hash word : words) text = spread((text + word) * kStep);
  const unsigned doublings = std::min<unsigned>(static_cast<unsigned>(std::bit_width(size)), kLargestClass);
  return static_cast<Rank>((static_cast<Hash>(kLargestClass - doublings) << kRankClassBit) |
                           (text >> (64 - kRankClassBit)));
}

std::uint32_t kept_part(Hash gram) { return static_cast<std::uint32_t>(gram >> (64 - kGramBits)); }

void add_bands(const Hash* first, const Hash* last, std::size_t band, std::size_t count, std::vector<Key>& out) {
  for (const std::size_t end = band + count; band < end; ++band) {
    std::array<Hash, kRows> least{};
    for (std::size_t row = 0; row < kRows; ++row) {
      const Hash order = kOrder[band * kRows + row];
      Hash best = ~Hash{0};
      for (const Hash* gram = first; gram != last; ++gram) best = std::min(best, (*gram ^ (*gram >> 31)) * order);
      least[row] = best;
    }
    Hash key = band;
    for (const Hash h : least) key = spread((key + h) * kStep);
    out.push_back(static_cast<Key>((static_cast<Hash>(band) << kKeyBits) | (key >> (64 - kKeyBits))));
  }
}

}  // namespace

Sketch sketch(std::string_view text, const std::vector<Span>& spans) {
  Sketch out;
  const std::vector<Hash> words = words_of(text, spans);
  if (words.empty()) return out;
  std::vector<Hash> grams = grams_of(words);
  const std::size_t opening = std::min(kOpening, grams.size());
  for (std::size_t i = 0; i < opening; ++i) out.opening.push_back(kept_part(grams[i]));
  out.keys.reserve(kBands + kOpeningBands);
  add_bands(grams.data(), grams.data() + opening, kBands, kOpeningBands, out.keys);
  std::sort(grams.begin(), grams.end());
  grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
  add_bands(grams.data(), grams.data() + grams.size(), 0, kBands, out.keys);
  std::sort(out.keys.begin(), out.keys.end());

  out.rank = rank_of(words, grams.size());
  while (out.level < kMostLevels && (grams.size() >> out.level) > kMostGrams) ++out.level;
  const std::uint32_t mask = (1U << out.level) - 1;
  out.grams.reserve(std::min(grams.size(), 2 * kMostGrams));
  for (const Hash gram : grams)
    if ((kept_part(gram) & mask) == 0) out.grams.push_back(kept_part(gram));
  out.grams.erase(std::unique(out.grams.begin(), out.grams.end()), out.grams.end());
  return out;
}

std::string name_of(Rank leader) {
  static constexpr std::string_view kDigits = "0123456789abcdef";
  constexpr unsigned kCount = 16;
  std::string out(kCount, '0');
  auto rest = static_cast<std::uint64_t>(leader);
  for (unsigned i = kCount; i-- > 0; rest >>= 4) out[i] = kDigits[rest & 15];
  return out;
}

}  // namespace qanat::origin
