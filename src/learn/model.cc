#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "learn/learn.h"

namespace qanat::learn {
namespace {

constexpr std::size_t kFirstTable = 64;

[[noreturn]] void die(const char* why) {
  std::fprintf(stderr, "qanat: internal error: %s\n", why);
  std::abort();
}

}  // namespace

Model::Model(std::string name, std::vector<std::string> classes)
    : name_(std::move(name)), classes_(std::move(classes)), table_(kFirstTable) {
  if (classes_.size() < 2) die("a model of fewer than two classes");
}

const Model::Slot* Model::find(std::uint64_t hash) const {
  const std::size_t mask = table_.size() - 1;
  for (std::size_t at = hash & mask; table_[at].hash != 0; at = (at + 1) & mask)
    if (table_[at].hash == hash) return &table_[at];
  return nullptr;
}

// A table is larger than what is near the processor, so slots are sent for some features ahead.
template <class Use>
void Model::each(const Features& features, Use use) const {
  if (table_.empty()) return;
  constexpr std::size_t kAhead = 8;
  const std::vector<std::uint64_t>& hashes = features.hashes();
  const std::size_t mask = table_.size() - 1;
  for (std::size_t i = 0; i < std::min(kAhead, hashes.size()); ++i) __builtin_prefetch(&table_[hashes[i] & mask]);
  for (std::size_t i = 0; i < hashes.size(); ++i) {
    if (i + kAhead < hashes.size()) __builtin_prefetch(&table_[hashes[i + kAhead] & mask]);
    if (const Slot* slot = find(hashes[i])) use(*slot);
  }
}

void Model::grow() {
  std::vector<Slot> old(table_.size() * 2);
  old.swap(table_);
  const std::size_t mask = table_.size() - 1;
  for (const Slot& s : old) {
    if (s.hash == 0) continue;
    std::size_t at = s.hash & mask;
    while (table_[at].hash != 0) at = (at + 1) & mask;
    table_[at] = s;
  }
}

void Model::set(std::string_view feature, const std::vector<float>& weights) {
  if (weights.size() != columns()) die("a feature with a wrong number of weights");
  if (size_ * 2 >= table_.size()) grow();
  const std::uint64_t hash = feature_hash(feature);
  const std::size_t mask = table_.size() - 1;
  std::size_t at = hash & mask;
  while (table_[at].hash != 0 && table_[at].hash != hash) at = (at + 1) & mask;
  if (table_[at].hash == 0) {
    table_[at] = {hash, static_cast<std::uint32_t>(values_.size()), weights.front()};
    ++size_;
    values_.insert(values_.end(), weights.begin(), weights.end());
    return;
  }
  table_[at].first = weights.front();
  std::copy(weights.begin(), weights.end(), values_.begin() + table_[at].row);
}

void Model::score(const Features& features, std::vector<float>& out) const {
  const std::size_t n = classes_.empty() ? 1 : columns();
  out.assign(n, 0.0F);
  each(features, [&](const Slot& slot) {
    for (std::size_t k = 0; k < n; ++k) out[k] += values_[slot.row + k];
  });
}

float Model::score(const Features& features) const {
  float sum = 0;
  each(features, [&](const Slot& slot) { sum += slot.first; });
  return sum;
}

std::size_t Model::best(const Features& features) const {
  std::vector<float> sums;
  score(features, sums);
  return static_cast<std::size_t>(std::max_element(sums.begin(), sums.end()) - sums.begin());
}

std::vector<Share> Model::explain(const Features& features, std::size_t column, std::size_t most) const {
  std::vector<Share> out;
  if (table_.empty()) return out;
  for (std::size_t i = 0; i < features.names().size(); ++i) {
    const Slot* slot = find(features.hashes()[i]);
    if (slot == nullptr) continue;
    const float weight = values_[slot->row + column];
    if (weight != 0.0F) out.push_back({features.names()[i], weight});
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Share& a, const Share& b) { return std::fabs(a.weight) > std::fabs(b.weight); });
  if (out.size() > most) out.resize(most);
  return out;
}

}  // namespace qanat::learn
