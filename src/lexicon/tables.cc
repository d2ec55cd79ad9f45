#include "lexicon/tables.h"

#include <cstring>
#include <utility>

namespace qanat::lexicon {
namespace {

constexpr std::size_t kFirstSlots = 1024;
constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15;  // the golden ratio's bits: spreads whatever it multiplies

std::uint64_t mix(std::uint64_t x) {
  x *= kOdd;
  return x ^ (x >> 32);
}

// Words are a few letters long: eight bytes a round, the rest padded with zeros.
std::uint32_t hash_word(std::string_view word) {
  std::uint64_t hash = word.size();
  const char* at = word.data();
  std::size_t left = word.size();
  for (; left >= sizeof(std::uint64_t); left -= sizeof(std::uint64_t), at += sizeof(std::uint64_t)) {
    std::uint64_t eight;
    std::memcpy(&eight, at, sizeof eight);
    hash = mix(hash ^ eight);
  }
  if (left > 0) {
    std::uint64_t rest = 0;
    std::memcpy(&rest, at, left);
    hash = mix(hash ^ rest);
  }
  return static_cast<std::uint32_t>(mix(hash) >> 32);
}

constexpr std::size_t kMarksPerSlot = 4;  // so at most one in eight is set

std::size_t mark_of(std::uint32_t hash, std::size_t slots) {
  return static_cast<std::size_t>(std::uint64_t{hash} * (slots * kMarksPerSlot) >> 32U);
}

}  // namespace

WordTable::WordTable() : slots_(kFirstSlots), marks_(kFirstSlots * kMarksPerSlot / 64) {}

// The slot that holds the word, or the free one where it belongs.
std::size_t WordTable::slot_of(std::string_view word, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.word == kNone) return at;
    if (slot.hash != hash) continue;
    const Place& place = places_[slot.word];
    if (std::string_view(spellings_).substr(place.begin, place.size) == word) return at;
  }
}

std::uint32_t WordTable::find(std::string_view word) const {
  const std::uint32_t hash = hash_word(word);
  const std::size_t bit = mark_of(hash, slots_.size());
  if ((marks_[bit / 64] >> (bit % 64) & 1U) == 0) return kNone;
  return slots_[slot_of(word, hash)].word;
}

void WordTable::mark(std::uint32_t hash) {
  const std::size_t bit = mark_of(hash, slots_.size());
  marks_[bit / 64] |= std::uint64_t{1} << (bit % 64);
}

std::uint32_t WordTable::add(std::string_view word) {
  const std::uint32_t hash = hash_word(word);
  std::size_t at = slot_of(word, hash);
  if (slots_[at].word != kNone) return slots_[at].word;
  if (2 * (places_.size() + 1) > slots_.size()) {
    grow();
    at = slot_of(word, hash);
  }
  const std::uint32_t number = size();
  slots_[at] = {hash, number};
  mark(hash);
  places_.push_back({static_cast<std::uint32_t>(spellings_.size()), static_cast<std::uint32_t>(word.size())});
  spellings_ += word;
  return number;
}

void WordTable::grow() {
  std::vector<Slot> old(2 * slots_.size());
  std::swap(old, slots_);
  marks_.assign(slots_.size() * kMarksPerSlot / 64, 0);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.word == kNone) continue;
    mark(slot.hash);
    std::size_t at = slot.hash & mask;
    while (slots_[at].word != kNone) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

StepTable::StepTable() : slots_(kFirstSlots) {}

std::size_t StepTable::slot_of(std::uint64_t key) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = mix(key) & mask;
  while (slots_[at].to != kNone && slots_[at].key != key) at = (at + 1) & mask;
  return at;
}

std::uint32_t StepTable::find(std::uint32_t node, std::uint32_t word) const {
  return slots_[slot_of((std::uint64_t{node} << 32) | word)].to;
}

void StepTable::add(std::uint32_t node, std::uint32_t word, std::uint32_t to) {
  if (2 * (used_ + 1) > slots_.size()) grow();
  const std::uint64_t key = (std::uint64_t{node} << 32) | word;
  slots_[slot_of(key)] = {key, to};
  ++used_;
}

void StepTable::grow() {
  std::vector<Slot> old(2 * slots_.size());
  std::swap(old, slots_);
  for (const Slot& slot : old)
    if (slot.to != kNone) slots_[slot_of(slot.key)] = slot;
}

}  // namespace qanat::lexicon
