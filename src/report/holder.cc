#include "report/holder.h"

namespace qanat::report {
namespace {

constexpr std::int64_t kHolderBefore = 20;  // tokens; names and titles between count too
constexpr std::int64_t kHolderBehind = 10;

// What kind of holder the token is; empty: none.
std::string_view kind_at(const Scene& scene, const Clauses& clauses, const mention::Contact& contact, std::uint32_t t) {
  if (t >= contact.first && t < contact.last) return "own";
  for (const mention::Contact& other : scene.contacts(contact.sentence))
    if (other.first == t) return "other";
  if (clauses.gloss(t) == Gloss::name) return {};
  if (scene.has_cue(t, mention::CueClass::say)) return "say";
  return clauses.gloss(t) == Gloss::verb ? std::string_view("verb") : std::string_view();
}

// What is passed on the way; the outermost boundary says most.
std::string_view boundary_at(const Clauses& clauses, std::uint32_t t, std::string_view passed) {
  switch (clauses.gloss(t)) {
    case Gloss::mark:
      return passed.empty() ? "mark " : passed;
    case Gloss::that:
      return "that ";
    case Gloss::relative:
    case Gloss::link:
      return "relative ";
    default:
      return passed;
  }
}

// The first holder among the tokens from `t` on, one `step` (1 or -1) after the other, and what was passed before it.
std::string first_holder(const Scene& scene, const Clauses& clauses, const mention::Contact& contact, std::int64_t t,
                         std::int64_t step, std::int64_t reach) {
  const auto& sentence = scene.text().sentences[contact.sentence];
  std::string_view passed;
  for (std::int64_t n = 0; n < reach && t >= sentence.first && t < sentence.last; ++n, t += step) {
    const auto token = static_cast<std::uint32_t>(t);
    const std::string_view kind = kind_at(scene, clauses, contact, token);
    if (!kind.empty()) return std::string(passed) + std::string(kind);
    passed = boundary_at(clauses, token, passed);
  }
  return "none";
}

}  // namespace

Holder holder_of(const Scene& scene, const Clauses& clauses, const mention::Contact& contact, std::uint32_t token) {
  const std::int64_t at = token;
  return {first_holder(scene, clauses, contact, at - 1, -1, kHolderBefore),
          first_holder(scene, clauses, contact, at + 1, 1, kHolderBehind)};
}

}  // namespace qanat::report
