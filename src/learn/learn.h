// Weights learned from annotated pages: log-linear models over named features. Nothing Arabic, nothing diplomatic.
//
// A feature is a name ("prep=مع"); a model adds up the weights of the features that are there and turns the sum into
// probabilities (multinomial logistic regression). Because a model is nothing but named weights, any decision can be
// taken apart again: see Model::explain. Training follows AdaGrad (Duchi, Hazan and Singer, JMLR 12, 2011) with a
// proximal step for the L1 and L2 penalties, over a fixed order of examples: the same input gives the same weights.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"

namespace qanat::learn {

// The features of one example. Names are kept only where somebody asked for them (training, explaining); reading
// needs the hashes alone.
class Features {
 public:
  explicit Features(bool keep_names = false) : keep_names_(keep_names) {}

  // Adds the feature that is the parts written one after another.
  template <class... Parts>
  void add(const Parts&... parts) {
    // Most of reading is done here: one check of the room for all parts, and literals copied without a call.
    const std::size_t size = (std::string_view(parts).size() + ...);
    if (buffer_.size() < size) buffer_.resize(2 * size);
    char* end = buffer_.data();
    ((end = put(end, parts)), ...);
    finish({buffer_.data(), size});
  }
  void clear();
  // Leaves each feature once, in no order that means anything.
  void drop_repeats();

  bool keeps_names() const { return keep_names_; }
  const std::vector<std::uint64_t>& hashes() const { return hashes_; }
  const std::vector<std::string>& names() const { return names_; }  // empty, or one for each hash

 private:
  static char* put(char* to, std::string_view part) { return std::copy(part.begin(), part.end(), to); }
  void finish(std::string_view name);

  bool keep_names_;
  std::vector<char> buffer_ = std::vector<char>(256);
  std::vector<std::uint64_t> hashes_;
  std::vector<std::string> names_;
};

std::uint64_t feature_hash(std::string_view name);

// One feature's part in a decision.
struct Share {
  std::string feature;
  float weight;
};

// Weights for K classes. Two classes share one column (that of the second class).
class Model {
 public:
  Model() = default;
  Model(std::string name, std::vector<std::string> classes);

  const std::string& name() const { return name_; }
  const std::vector<std::string>& classes() const { return classes_; }
  std::size_t columns() const { return classes_.size() == 2 ? 1 : classes_.size(); }
  std::size_t size() const { return size_; }  // features

  // The weights added up, one number a column.
  void score(const Features& features, std::vector<float>& out) const;
  // For two classes: the log-odds of the second one.
  float score(const Features& features) const;
  // The class with the greatest sum, for more than two classes.
  std::size_t best(const Features& features) const;
  // What spoke most for and against `column`, strongest first. The features must keep names.
  std::vector<Share> explain(const Features& features, std::size_t column, std::size_t most) const;

  // Sets a feature's weights, columns() of them. Errors of use stop the process.
  void set(std::string_view feature, const std::vector<float>& weights);

 private:
  struct Slot {
    std::uint64_t hash = 0;  // 0: empty
    std::uint32_t row = 0;   // first of columns() weights in values_
    float first = 0;         // that weight itself: models of one column need not look further
  };
  const Slot* find(std::uint64_t hash) const;  // nullptr where there is none
  // Calls what is given with the slot of each feature that the model knows.
  template <class Use>
  void each(const Features& features, Use use) const;
  void grow();

  std::string name_;
  std::vector<std::string> classes_;
  std::vector<Slot> table_;  // open addressing, a power of two
  std::size_t size_ = 0;
  std::vector<float> values_;
};

// A set of models, as in lexicon/reader.weights: text, `model NAME CLASS CLASS ...`, then a line a feature with its
// weights, one a column, and the feature's name last. Lines that begin with '#' say what it was trained on.
class Weights {
 public:
  // Errors: a line that cannot be read; the message names it.
  static Result<Weights> parse(std::string_view text);
  // The model of that name; an empty one, whose every score is 0, where there is none.
  const Model& model(std::string_view name) const;

 private:
  std::vector<std::unique_ptr<Model>> models_;
  Model none_;
};

// What training is told. The defaults were chosen by cross-validation on the training set.
struct TrainOptions {
  int epochs = 12;
  float rate = 0.1F;
  // The penalties of the usual objective, sum of losses + l1 |w| + l2/2 |w|^2: they do not change with the number of
  // examples, so that small models are not held less than large ones.
  float l1 = 0.3F;
  float l2 = 3.0F;
  // The share of an example's features that is hidden from it, others each time, so that no weight leans on a single
  // companion (Wang and Manning, Fast dropout training, ICML 2013).
  float drop = 0.3F;
  // Learned so many times with other orders and other hidden features; the mean of the weights wavers less than any.
  int rounds = 16;
  int min_count = 2;  // features seen in fewer examples are left out
};

struct Example {
  std::vector<std::uint32_t> features;  // ids given by Trainer
  std::uint32_t label = 0;              // index into classes
  std::uint32_t part = 0;
  float weight = 1;
};

// Gathers examples, in parts that can be left out, then learns. Deterministic.
class Trainer {
 public:
  Trainer(std::string name, std::vector<std::string> classes) : name_(std::move(name)), classes_(std::move(classes)) {}

  // What is added from here on belongs to this part.
  void begin_part(std::uint32_t part) { part_ = part; }
  // Precondition: features.keeps_names(), label < classes.
  void add(const Features& features, std::uint32_t label, float weight = 1);
  std::size_t examples() const { return examples_.size(); }

  // `without`: what belongs to that part is left out.
  Model train(const TrainOptions& options, std::optional<std::uint32_t> without = std::nullopt) const;
  // What is learned from all parts, as the lines of a weights file.
  std::string train_text(const TrainOptions& options) const;

 private:
  struct Course;
  std::size_t columns() const { return classes_.size() == 2 ? 1 : classes_.size(); }
  Course course(const TrainOptions& options, std::optional<std::uint32_t> without) const;
  // columns() weights for each of names_.
  std::vector<float> fit(const TrainOptions& options, std::optional<std::uint32_t> without) const;
  std::vector<float> fit_once(const Course& lessons, const TrainOptions& options, std::uint32_t seed) const;

  std::string name_;
  std::vector<std::string> classes_;
  std::unordered_map<std::string, std::uint32_t> ids_;
  std::vector<std::string> names_;
  std::uint32_t part_ = 0;
  std::vector<Example> examples_;
};

}  // namespace qanat::learn
