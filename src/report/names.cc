#include <array>

#include "report/report.h"

namespace qanat::report {
namespace {

constexpr std::array<const char*, 7> kFormWords = {"contact", "call",  "message",  "meeting",
                                                   "visit",   "talks", "mediation"};
constexpr std::array<const char*, 9> kStateWords = {"held",    "ongoing", "scheduled", "proposed", "premature",
                                                    "refused", "absent",  "suspended", "stalled"};
constexpr std::array<const char*, 3> kParts = {"party", "mediator", "host"};

template <class E, std::size_t N>
std::optional<E> from(const std::array<const char*, N>& names, std::string_view word) {
  for (std::size_t i = 0; i < N; ++i)
    if (word == names[i]) return static_cast<E>(i);
  return std::nullopt;
}

}  // namespace

const char* to_string(Form form) { return kFormWords[static_cast<std::size_t>(form)]; }
const char* to_string(State state) { return kStateWords[static_cast<std::size_t>(state)]; }
const char* to_string(Part part) { return kParts[static_cast<std::size_t>(part)]; }
std::optional<Form> form_from(std::string_view word) { return from<Form>(kFormWords, word); }
std::optional<State> state_from(std::string_view word) { return from<State>(kStateWords, word); }
std::optional<Part> part_from(std::string_view word) { return from<Part>(kParts, word); }

}  // namespace qanat::report
