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
  e.features.reserve(features.names().size());
  for (const std::string& name : features.names()) {
    const auto [it, fresh] = ids_.emplace(name, static_cast<std::uint32_t>(names_.size()));
    if (fresh) {
      names_.push_back(name);
      counts_.push_back(0);
    }
    e.features.push_back(it->second);
  }
  std::sort(e.features.begin(), e.features.end());
  e.features.erase(std::unique(e.features.begin(), e.features.end()), e.features.end());
  for (const std::uint32_t f : e.features) ++counts_[f];
  examples_.push_back(std::move(e));
}

std::vector<float> Trainer::fit(const TrainOptions& options) const {
  std::vector<float> mean = fit_once(options, kSeed);
  for (int round = 1; round < options.rounds; ++round) {
    const std::vector<float> w = fit_once(options, kSeed + static_cast<std::uint32_t>(round));
    for (std::size_t i = 0; i < w.size(); ++i) mean[i] += w[i];
  }
  for (float& v : mean) {
    v /= static_cast<float>(options.rounds);
    if (std::fabs(v) < kLeastWeight) v = 0;
  }
  return mean;
}

std::vector<float> Trainer::fit_once(const TrainOptions& options, std::uint32_t seed) const {
  const std::size_t columns = classes_.size() == 2 ? 1 : classes_.size();
  std::vector<float> w(names_.size() * columns, 0.0F);
  std::vector<float> g2(w.size(), 0.0F);
  std::vector<std::uint32_t> order(examples_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::mt19937 random(seed);
  std::vector<float> p(columns);
  std::vector<std::uint32_t> seen;
  const auto drop = static_cast<std::uint32_t>(1000 * options.drop);

  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
    for (const std::uint32_t index : order) {
      const Example& e = examples_[index];
      seen.clear();
      for (const std::uint32_t f : e.features)
        if (random() % 1000 >= drop) seen.push_back(f);
      std::fill(p.begin(), p.end(), 0.0F);
      for (const std::uint32_t f : seen)
        for (std::size_t k = 0; k < columns; ++k) p[k] += w[f * columns + k];
      if (columns == 1) {
        p[0] = 1.0F / (1.0F + std::exp(-p[0])) - (e.label == 1 ? 1.0F : 0.0F);
      } else {
        const float top = *std::max_element(p.begin(), p.end());
        float sum = 0;
        for (float& v : p) sum += v = std::exp(v - top);
        for (std::size_t k = 0; k < columns; ++k) p[k] = p[k] / sum - (k == e.label ? 1.0F : 0.0F);
      }
      for (const std::uint32_t f : seen) {
        if (counts_[f] < static_cast<std::uint32_t>(options.min_count)) continue;
        for (std::size_t k = 0; k < columns; ++k) {
          const std::size_t at = f * columns + k;
          const float g = e.weight * p[k];
          g2[at] += g * g;
          const float step = options.rate / (std::sqrt(g2[at]) + kEpsilon);
          float v = w[at] - step * g;
          // The proximal step: shrink, then cut to 0 what the penalty outweighs. A feature is seen counts_[f] times an
          // epoch, and each time a part of the penalty falls due.
          const float due = step / static_cast<float>(counts_[f]);
          v /= 1.0F + due * options.l2;
          const float cut = due * options.l1;
          w[at] = v > cut ? v - cut : v < -cut ? v + cut : 0.0F;
        }
      }
    }
  }
  return w;
}

Model Trainer::train(const TrainOptions& options) const {
  const std::vector<float> w = fit(options);
  Model model(name_, classes_);
  const std::size_t columns = model.columns();
  std::vector<float> row(columns);
  for (std::size_t f = 0; f < names_.size(); ++f) {
    std::copy_n(w.begin() + static_cast<std::ptrdiff_t>(f * columns), columns, row.begin());
    if (std::any_of(row.begin(), row.end(), [](float v) { return v != 0.0F; })) model.set(names_[f], row);
  }
  return model;
}

std::string Trainer::train_text(const TrainOptions& options) const {
  const std::vector<float> w = fit(options);
  const std::size_t columns = classes_.size() == 2 ? 1 : classes_.size();
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
