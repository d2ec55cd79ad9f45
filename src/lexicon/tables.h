// The two flat hash tables that the matcher lives on: words to numbers, and steps between nodes. Open addressing,
// linear probing, at most half full; filled when the lexicon is read and never changed afterwards.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace qanat::lexicon {

inline constexpr std::uint32_t kNone = 0xFFFFFFFF;

// Every distinct folded word of the lexicon's forms, numbered from 0.
class WordTable {
 public:
  WordTable();
  std::uint32_t find(std::string_view word) const;  // kNone where there is no such word
  std::uint32_t add(std::string_view word);         // the number it has or gets
  std::uint32_t size() const { return static_cast<std::uint32_t>(places_.size()); }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t word = kNone;
  };
  struct Place {
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
  };
  std::size_t slot_of(std::string_view word, std::uint32_t hash) const;
  void grow();
  void mark(std::uint32_t hash);

  std::vector<Slot> slots_;  // a power of two of them
  // A bit for each hash that words have, by its upper bits: small enough to stay near the processor, and most of what
  // is looked up is no word.
  std::vector<std::uint64_t> marks_;
  std::vector<Place> places_;
  std::string spellings_;
};

// (node, word) -> node.
class StepTable {
 public:
  StepTable();
  std::uint32_t find(std::uint32_t node, std::uint32_t word) const;    // kNone where there is no such step
  void add(std::uint32_t node, std::uint32_t word, std::uint32_t to);  // precondition: find() gives kNone

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t to = kNone;
  };
  std::size_t slot_of(std::uint64_t key) const;
  void grow();

  std::vector<Slot> slots_;
  std::size_t used_ = 0;
};

}  // namespace qanat::lexicon
