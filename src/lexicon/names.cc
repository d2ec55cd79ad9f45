#include "lexicon/names.h"

#include <algorithm>
#include <array>

namespace qanat::lexicon {
namespace {

// Both in the order of their enums.
constexpr std::array<const char*, 13> kKinds = {"state",   "organisation", "movement",  "coalition", "group",
                                                "person",  "role",         "mechanism", "place",     "agency",
                                                "contact", "cue",          "conflict"};
constexpr std::array<const char*, 15> kProperties = {"name",    "nisba",   "demonym",   "capital",    "seat",
                                                     "guarded", "synonym", "title",     "plural",     "dual",
                                                     "noun",    "perfect", "imperfect", "participle", "word"};
static_assert(kKinds.size() == static_cast<std::size_t>(Kind::conflict) + 1);
static_assert(kProperties.size() == static_cast<std::size_t>(Property::word) + 1);

// Ranks in which parties take part, and the two more that a speaker may have.
constexpr std::array<std::string_view, 14> kRoles = {
    "leader",       "foreign_minister", "defence_minister", "minister", "deputy_minister", "envoy",        "diplomat",
    "intelligence", "military",         "legislature",      "org_head", "delegation",      "spokesperson", "official"};

template <class E, std::size_t N>
std::optional<E> from(const std::array<const char*, N>& names, std::string_view word) {
  for (std::size_t i = 0; i < N; ++i)
    if (word == names[i]) return static_cast<E>(i);
  return std::nullopt;
}

}  // namespace

const char* to_string(Kind kind) { return kKinds[static_cast<std::size_t>(kind)]; }
const char* to_string(Property property) { return kProperties[static_cast<std::size_t>(property)]; }
std::optional<Kind> kind_from(std::string_view word) { return from<Kind>(kKinds, word); }
std::optional<Property> property_from(std::string_view word) { return from<Property>(kProperties, word); }

std::string kind_list() {
  std::string out;
  for (const char* kind : kKinds) {
    if (!out.empty()) out += ", ";
    out += kind;
  }
  return out;
}

bool takes(Kind kind, Property property) {
  switch (kind) {
    case Kind::state:
    case Kind::organisation:
    case Kind::movement:
    case Kind::coalition:
      return property <= Property::synonym;
    case Kind::group:
      return property == Property::name || property == Property::nisba || property == Property::synonym;
    case Kind::person:
    case Kind::mechanism:
    case Kind::place:
    case Kind::agency:
    case Kind::conflict:
      return property == Property::name;
    case Kind::role:
      return property == Property::title || property == Property::plural || property == Property::dual;
    case Kind::contact:
    case Kind::cue:
      return property >= Property::noun;
  }
  return false;
}

bool is_role(std::string_view word) { return std::find(kRoles.begin(), kRoles.end(), word) != kRoles.end(); }

}  // namespace qanat::lexicon
