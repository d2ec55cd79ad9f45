#include "report/holder.h"

namespace qanat::report {
namespace {

constexpr std::uint32_t kHolderBefore = 20;  // tokens; names and titles between count too
constexpr std::uint32_t kHolderBehind = 10;

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

}  // namespace

Holder holder_of(const Scene& scene, const Clauses& clauses, const mention::Contact& contact, std::uint32_t token) {
  const auto& sentence = scene.text().sentences[contact.sentence];
  Holder out{"none", "none"};
  std::string_view passed;
  for (std::uint32_t t = token; t-- > sentence.first && token - t <= kHolderBefore;) {
    if (const std::string_view kind = kind_at(scene, clauses, contact, t); !kind.empty()) {
      out.before = std::string(passed) + std::string(kind);
      break;
    }
    passed = boundary_at(clauses, t, passed);
  }
  passed = {};
  for (std::uint32_t t = token + 1; t < sentence.last && t - token <= kHolderBehind; ++t) {
    if (const std::string_view kind = kind_at(scene, clauses, contact, t); !kind.empty()) {
      out.behind = std::string(passed) + std::string(kind);
      break;
    }
    passed = boundary_at(clauses, t, passed);
  }
  return out;
}

}  // namespace qanat::report
