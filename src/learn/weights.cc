#include <charconv>

#include "learn/learn.h"

namespace qanat::learn {
namespace {

std::string_view next_word(std::string_view& rest) {
  const std::size_t end = std::min(rest.find(' '), rest.size());
  const std::string_view word = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return word;
}

Error at_line(int line, const char* what) {
  return Error{"weights, line " + std::to_string(line) + ": " + what + "; make the file anew with `qanat train`"};
}

}  // namespace

Result<Weights> Weights::parse(std::string_view text) {
  Weights out;
  Model* model = nullptr;
  std::vector<float> row;
  for (int number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty() || line.front() == '#') continue;
    if (line.starts_with("model ")) {
      line.remove_prefix(6);
      std::string name(next_word(line));
      std::vector<std::string> classes;
      while (!line.empty()) classes.emplace_back(next_word(line));
      if (name.empty() || classes.size() < 2) return at_line(number, "a model needs a name and two classes");
      out.models_.push_back(std::make_unique<Model>(std::move(name), std::move(classes)));
      model = out.models_.back().get();
      row.resize(model->columns());
      continue;
    }
    if (model == nullptr) return at_line(number, "a weight before the first model");
    for (float& v : row) {
      const std::string_view word = next_word(line);
      const auto [stop, code] = std::from_chars(word.data(), word.data() + word.size(), v);
      if (code != std::errc{} || stop != word.data() + word.size()) return at_line(number, "not a number");
    }
    if (line.empty()) return at_line(number, "a feature without a name");
    model->set(line, row);
  }
  return out;
}

const Model& Weights::model(std::string_view name) const {
  for (const auto& m : models_)
    if (m->name() == name) return *m;
  return none_;
}

}  // namespace qanat::learn
