// Article texts -> Origins: which texts have one text behind them. Pure.
//
// Texts are put in an order of their own: longer ones first (by doublings), and among those by hash. In that order each
// text follows the most similar *leader* before it that it is near to; if there is none it is a leader itself. A leader
// and its followers are one origin. So every copy is near its leader, which chains of ever less similar versions could
// not promise, and which origins there are depends on the set of texts alone. A change of the set is settled locally:
// only texts that it can concern are looked at, found through the bands that texts share.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/span.h"

namespace qanat::origin {

// A text's name and its place in the order: equal texts (after folding, without punctuation) share it, and different
// ones do not. Smaller is earlier.
using Rank = std::int64_t;
// A band: texts with one key in common may be copies.
using Key = std::int64_t;

inline constexpr std::uint8_t kMostLevels = 24;

// What is kept of a text to compare it by: a few bytes a word at most, and bounded.
struct Sketch {
  Rank rank = 0;                       // 0: a text without words, which is nobody's copy
  std::uint8_t level = 0;              // grams are every 2^level-th of the text's; at most kMostLevels
  std::vector<std::uint32_t> grams;    // hashes of four words in a row; sorted, unique
  std::vector<std::uint32_t> opening;  // the first ones, in order
  std::vector<Key> keys;               // sorted, unique
  friend bool operator==(const Sketch&, const Sketch&) = default;
};
// Of the words in `spans` of `text`, folded. Linear.
Sketch sketch(std::string_view text, const std::vector<Span>& spans);

// How alike two texts are, in 0..1.
struct Likeness {
  double jaccard = 0;        // shared grams of all grams
  double contained = 0;      // shared grams of the shorter text's
  std::size_t compared = 0;  // grams of the shorter text that were compared
  std::size_t opening = 0;   // shared grams of the two openings
};
Likeness compare(const Sketch& a, const Sketch& b);
// Is one a copy of the other: much the same, or a cut of it? Symmetric.
bool near(const Likeness& likeness);
inline bool near(const Sketch& a, const Sketch& b) { return near(compare(a, b)); }

// The name of a leader's origin: 16 hexadecimal digits.
std::string name_of(Rank leader);

// Settled texts that share a band.
struct Band {
  std::vector<Rank> leaders, others;
  bool whole = false;  // there are no more
};

// The texts that are known, and what was settled of them. Kept by whoever calls settle().
class Shelf {
 public:
  virtual ~Shelf() = default;
  // nullptr where there is no such text (any more). Valid until the next call.
  virtual const Sketch* sketch(Rank text) = 0;
  // Whom it follows, itself for a leader; nullopt: not settled yet.
  virtual std::optional<Rank> leader(Rank text) = 0;
  // What stands first in a band, at most so many: leaders before others, each in order.
  virtual Band look(Key key, std::size_t most) = 0;
  // All settled texts of a band behind `text`, in any order.
  virtual std::vector<Rank> behind(Key key, Rank text) = 0;
  virtual std::vector<Rank> followers(Rank leader) = 0;
  // Settles the text, or settles it anew. Its leader is settled, or is the text itself.
  virtual void follow(Rank text, Rank leader) = 0;
};

// Settles the texts that were put on the shelf, and whatever follows from them. Everything but `added` must have been
// settled before. Gives the texts whose leader is another one now (the new ones among them).
std::vector<Rank> settle(Shelf& shelf, const std::set<Rank>& added);
// Whom the text must follow where all before it are settled: what settle() decides, to be asked again by who doubts.
// Precondition: the text is on the shelf.
Rank leader_for(Shelf& shelf, Rank text);
// To be called while the text is still on the shelf, but before settle() of that change: makes it nobody's leader and
// adds the texts that have to be settled anew to `changed`. Then it may be taken from the shelf.
void retire(Shelf& shelf, Rank text, std::set<Rank>& changed);

// A shelf in memory: to gather any set of texts at once.
class MemoryShelf final : public Shelf {
 public:
  // False: it is there already.
  bool add(Sketch sketch);
  void remove(Rank text);  // precondition: retired

  const Sketch* sketch(Rank text) override;
  std::optional<Rank> leader(Rank text) override;
  Band look(Key key, std::size_t most) override;
  std::vector<Rank> behind(Key key, Rank text) override;
  std::vector<Rank> followers(Rank leader) override;
  void follow(Rank text, Rank leader) override;

 private:
  struct Kept {
    Sketch sketch;
    std::optional<Rank> leader;
    std::set<Rank> followers;
  };
  struct Sharers {
    std::set<Rank> leaders;
    std::set<Rank> others;
  };
  void place(const Sketch& sketch, bool leads);

  std::unordered_map<Rank, Kept> texts_;
  std::unordered_map<Key, Sharers> bands_;
};

}  // namespace qanat::origin
