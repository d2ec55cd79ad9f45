#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numeric>
#include <random>

#include "learn/learn.h"

namespace qanat::learn {
namespace {

constexpr float kEpsilon = 1e-6F;
constexpr float kLeastWeight = 0.06F;      // smaller ones change no decision and need not be kept
constexpr std::uint32_t kSeed = 20240129;  // any fixed number: the order must be the same each time

}  // namespace

void Trainer::add(const Features& features, std::uint32_t label, float weight) {
  Example e;
  e.label = label;
  e.weight = weight;
  e.part = part_;
  e.features.reserve(features.names().size());
  for (const std::string& name : features.names()) {
    const auto [it, fresh] = ids_.emplace(name, static_cast<std::uint32_t>(names_.size()));
    if (fresh) names_.push_back(name);
    e.features.push_back(it->second);
  }
  std::sort(e.features.begin(), e.features.end());
  e.features.erase(std::unique(e.features.begin(), e.features.end()), e.features.end());
  examples_.push_back(std::move(e));
}

// The examples without those of one part, and without features that are too rare: laid out for reading them many times,
// frequent features beside one another.
struct Trainer::Course {
  std::vector<const Example*> examples;
  std::vector<std::uint32_t> begins;    // of each example in `features`, and the end of the last
  std::vector<std::uint32_t> features;  // indices into `ids`
  std::vector<std::uint32_t> ids;       // what each of them is to the Trainer
  std::vector<float> shares;            // one over the number of examples that have the feature
};

Trainer::Course Trainer::course(const TrainOptions& options, std::optional<std::uint32_t> without) const {
  Course out;
  std::vector<std::uint32_t> counts(names_.size(), 0);
  for (const Example& e : examples_) {
    if (e.part == without) continue;
    out.examples.push_back(&e);
    for (const std::uint32_t f : e.features) ++counts[f];
  }
  for (std::uint32_t f = 0; f < names_.size(); ++f)
    if (counts[f] >= static_cast<std::uint32_t>(options.min_count)) out.ids.push_back(f);
  std::stable_sort(out.ids.begin(), out.ids.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return counts[a] > counts[b]; });
  constexpr std::uint32_t kNone = 0xFFFFFFFF;
  std::vector<std::uint32_t> place(names_.size(), kNone);
  for (std::uint32_t i = 0; i < out.ids.size(); ++i) {
    place[out.ids[i]] = i;
    out.shares.push_back(1.0F / static_cast<float>(counts[out.ids[i]]));
  }
  out.begins.push_back(0);
  for (const Example* e : out.examples) {
    for (const std::uint32_t f : e->features)
      if (place[f] != kNone) out.features.push_back(place[f]);
    out.begins.push_back(static_cast<std::uint32_t>(out.features.size()));
  }
  return out;
}

// Each round learns weights of its own; theirs is the mean.
std::vector<float> Trainer::fit(const TrainOptions& options, std::optional<std::uint32_t> without) const {
  const Course lessons = course(options, without);
  const std::size_t columns = this->columns();
  std::vector<float> sums(lessons.ids.size() * columns, 0.0F);
  for (int round = 0; round < options.rounds; ++round) {
    const std::vector<float> w = fit_once(lessons, options, kSeed + static_cast<std::uint32_t>(round));
    for (std::size_t i = 0; i < w.size(); ++i) sums[i] += w[i];
  }
  std::vector<float> out(names_.size() * columns, 0.0F);
  for (std::size_t i = 0; i < sums.size(); ++i) {
    const float mean = sums[i] / static_cast<float>(options.rounds);
    if (std::fabs(mean) >= kLeastWeight) out[lessons.ids[i / columns] * columns + i % columns] = mean;
  }
  return out;
}

std::vector<float> Trainer::fit_once(const Course& lessons, const TrainOptions& options, std::uint32_t seed) const {
  struct Cell {
    float w = 0;
    float g2 = 0;  // sum of squared gradients
  };
  const std::size_t columns = this->columns();
  std::vector<Cell> cells(lessons.ids.size() * columns);
  std::vector<std::uint32_t> order(lessons.examples.size());
  std::iota(order.begin(), order.end(), 0U);
  std::mt19937 random(seed);
  std::vector<float> p(columns);
  std::vector<std::uint32_t> seen;
  const auto drop = static_cast<std::uint32_t>(65536 * options.drop);

  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
    for (const std::uint32_t index : order) {
      const Example& e = *lessons.examples[index];
      seen.clear();
      std::uint32_t bits = 0;
      bool half = false;  // a draw serves two features
      for (std::uint32_t i = lessons.begins[index]; i < lessons.begins[index + 1]; ++i) {
        bits = half ? bits >> 16U : static_cast<std::uint32_t>(random());
        half = !half;
        if ((bits & 0xFFFFU) >= drop) seen.push_back(lessons.features[i]);
      }
      std::fill(p.begin(), p.end(), 0.0F);
      for (const std::uint32_t f : seen)
        for (std::size_t k = 0; k < columns; ++k) p[k] += cells[f * columns + k].w;
      if (columns == 1) {
        p[0] = 1.0F / (1.0F + std::exp(-p[0])) - (e.label == 1 ? 1.0F : 0.0F);
      } else {
        const float top = *std::max_element(p.begin(), p.end());
        float sum = 0;
        for (float& v : p) sum += v = std::exp(v - top);
        for (std::size_t k = 0; k < columns; ++k) p[k] = p[k] / sum - (k == e.label ? 1.0F : 0.0F);
      }
      for (const std::uint32_t f : seen) {
        for (std::size_t k = 0; k < columns; ++k) {
          Cell& cell = cells[f * columns + k];
          const float g = e.weight * p[k];
          cell.g2 += g * g;
          const float step = options.rate / (std::sqrt(cell.g2) + kEpsilon);
          // The proximal step: shrink, then cut to 0 what the penalty outweighs. A feature is seen in so many examples
          // an epoch, and each time a share of the penalty falls due.
          const float due = step * lessons.shares[f];
          const float v = (cell.w - step * g) / (1.0F + due * options.l2);
          const float cut = due * options.l1;
          cell.w = v > cut ? v - cut : v < -cut ? v + cut : 0.0F;
        }
      }
    }
  }
  std::vector<float> out(cells.size());
  std::transform(cells.begin(), cells.end(), out.begin(), [](const Cell& c) { return c.w; });
  return out;
}

Model Trainer::train(const TrainOptions& options, std::optional<std::uint32_t> without) const {
  const std::vector<float> w = fit(options, without);
  Model model(name_, classes_);
  std::vector<float> row(columns());
  for (std::size_t f = 0; f < names_.size(); ++f) {
    std::copy_n(w.begin() + static_cast<std::ptrdiff_t>(f * row.size()), row.size(), row.begin());
    if (std::any_of(row.begin(), row.end(), [](float v) { return v != 0.0F; })) model.set(names_[f], row);
  }
  return model;
}

std::string Trainer::train_text(const TrainOptions& options) const {
  const std::vector<float> w = fit(options, std::nullopt);
  const std::size_t columns = this->columns();
  std::string out = "model " + name_;
  for (const std::string& c : classes_) out += ' ' + c;
  out += '\n';
  std::vector<std::uint32_t> order(names_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return names_[a] < names_[b]; });
  for (const std::uint32_t f : order) {
    std::string line;
    bool any = false;
    for (std::size_t k = 0; k < columns; ++k) {
      const float v = w[f * columns + k];
      char number[32];
      std::snprintf(number, sizeof number, "%.2f", static_cast<double>(v));
      line += v == 0 ? "0" : number;
      line += ' ';
      any = any || v != 0;
    }
    if (any) out += line + names_[f] + '\n';
  }
  return out;
}

}  // namespace qanat::learn
