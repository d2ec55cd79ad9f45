#include "mention/home.h"

#include <algorithm>
#include <array>

namespace qanat::mention {
namespace {

constexpr std::uint32_t kDatelinePlace = 2;    // tokens before the place: a bracket, a word like "عاجل"
constexpr std::uint32_t kDatelineAgency = 24;  // tokens before the agency: two calendars' dates in words
constexpr std::uint32_t kDash = 3;             // tokens from the place to what sets it off

bool sets_off(std::string_view mark) {
  constexpr std::array<std::string_view, 6> kMarks = {"-", "–", "—", "/", "(", ":"};
  return std::find(kMarks.begin(), kMarks.end(), mark) != kMarks.end();
}

// "الجزائر" is a state and its capital.
bool is_its_capital_too(std::string_view state) { return state == "DZA" || state == "KWT" || state == "TUN"; }

}  // namespace

std::string home_of(const sentence::Text& text, const lexicon::Lexicon& lexicon, const Mentions& mentions) {
  if (mentions.places.empty()) return {};
  const Place& place = mentions.places.front();
  if (place.first > kDatelinePlace || place.state.empty() || (place.state_name && !is_its_capital_too(place.state)))
    return {};
  for (const Named& agency : mentions.agencies) {
    if (agency.first > kDatelineAgency) break;
    const std::string& state = lexicon.entries()[agency.entry].state;
    return state == place.state ? state : std::string();
  }
  if (!place.capital && !place.state_name) return {};
  const auto end = std::min<std::size_t>(text.tokens.size(), std::size_t{place.last} + kDash);
  for (std::size_t t = place.last; t < end; ++t) {
    const sentence::Token& token = text.tokens[t];
    if (token.kind == sentence::Token::Kind::punctuation)
      return sets_off(text.word(token)) ? place.state : std::string();
  }
  return {};
}

}  // namespace qanat::mention
