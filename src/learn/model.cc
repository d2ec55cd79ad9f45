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

const float* Model::find(std::uint64_t hash) const {
  if (table_.empty()) return nullptr;
  const std::size_t mask = table_.size() - 1;
  for (std::size_t at = hash & mask; table_[at].hash != 0; at = (at + 1) & mask)
    if (table_[at].hash == hash) return values_.data() + table_[at].row;
  return nullptr;
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
    table_[at] = {hash, static_cast<std::uint32_t>(values_.size())};
    ++size_;
    values_.insert(values_.end(), weights.begin(), weights.end());
    return;
  }
  std::copy(weights.begin(), weights.end(), values_.begin() + table_[at].row);
}

void Model::score(const Features& features, std::vector<float>& out) const {
  const std::size_t n = classes_.empty() ? 1 : columns();
  out.assign(n, 0.0F);
  for (const std::uint64_t h : features.hashes()) {
    const float* w = find(h);
    if (w == nullptr) continue;
    for (std::size_t k = 0; k < n; ++k) out[k] += w[k];
  }
}

float Model::score(const Features& features) const {
  float sum = 0;
  for (const std::uint64_t h : features.hashes())
    if (const float* w = find(h)) sum += *w;
  return sum;
}

std::size_t Model::best(const Features& features) const {
  std::vector<float> sums;
  score(features, sums);
  return static_cast<std::size_t>(std::max_element(sums.begin(), sums.end()) - sums.begin());
}

std::vector<Share> Model::explain(const Features& features, std::size_t column, std::size_t most) const {
  std::vector<Share> out;
  for (std::size_t i = 0; i < features.names().size(); ++i) {
    const float* w = find(features.hashes()[i]);
    if (w != nullptr && w[column] != 0.0F) out.push_back({features.names()[i], w[column]});
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Share& a, const Share& b) { return std::fabs(a.weight) > std::fabs(b.weight); });
  if (out.size() > most) out.resize(most);
  return out;
}

}  // namespace qanat::learn
