#include "mention/learned.h"

#include <algorithm>
#include <array>
#include <utility>

#include "arabic/arabic.h"
#include "mention/merge.h"

namespace qanat::mention {
namespace {

using arabic::kLetter;
constexpr std::size_t kShortestSurname = 3 * kLetter;

// Words that tie a surname together: "بن سلمان", "دي ميستورا", "أبو الغيط".
constexpr std::array<std::string_view, 12> kSurnameTies = {"بن",  "ابن", "ابو", "عبد", "دي", "فان",
                                                           "فون", "ولد", "ال",  "بو",  "لو", "ابي"};

// Surnames that are commoner words besides; folded, "علي" is "على" too.
constexpr std::array<std::string_view, 10> kCommonWords = {"علي",   "الا",   "الان",  "النار",  "السلام",
                                                           "سلامه", "العام", "الاول", "الثاني", "الخير"};
// Before whom a surname with an article is no adjective of a thing: "السيد العطية", but "البحر الأحمر".
constexpr std::array<std::string_view, 8> kBeforeSurnames = {"السيد", "السيده",  "الشيخ",   "الامير",
                                                             "الملك", "الدكتور", "الجنرال", "اللوا"};

bool is_tie(std::string_view w) { return std::find(kSurnameTies.begin(), kSurnameTies.end(), w) != kSurnameTies.end(); }

// Where the family's name stands first; and rulers whose first name is said with their father's.
bool goes_by_first_name(std::string_view folded, const Party& party) {
  const std::size_t space = folded.find(' ');
  if (space < kShortestSurname || space == std::string_view::npos) return false;
  const std::string& actor = party.actors.front();
  if (actor == "KOR" || actor == "PRK" || actor == "CHN" || actor == "TWN" || actor == "VNM") return true;
  return party.role == "leader" && folded.substr(space + 1).starts_with("بن ");
}

// Does the word at `t` agree with a definite noun before it, as an adjective does: "الصليب الأحمر"?
bool describes_thing(const sentence::Text& text, const sentence::Sentence& sentence, const std::vector<bool>& taken,
                     std::uint32_t t) {
  if (t == sentence.first || taken[t - 1] || !text.word(text.tokens[t]).starts_with("ال")) return false;
  const std::string_view before = text.word(text.tokens[t - 1]);
  return before.starts_with("ال") &&
         std::find(kBeforeSurnames.begin(), kBeforeSurnames.end(), before) == kBeforeSurnames.end();
}

}  // namespace

void LearnedNames::learn(const Party& party) {
  if (party.person.empty() || party.actors.empty()) return;
  const std::string folded = arabic::fold(party.person);
  const std::size_t space = folded.rfind(' ');
  if (space == std::string::npos) return;  // a lone name: the lexicon knew it, or it is too little to go by
  std::string surname = folded.substr(space + 1);
  if (surname.size() < kShortestSurname) return;
  const std::size_t before = folded.rfind(' ', space - 1);
  const std::string_view tie = std::string_view(folded).substr(before == std::string::npos ? 0 : before + 1);
  if (is_tie(tie.substr(0, tie.find(' '))) || surname == "الله") surname = std::string(tie);  // "نصر الله"
  if (std::find(kCommonWords.begin(), kCommonWords.end(), surname) != kCommonWords.end()) return;
  Known known{party};
  known.party.counterpart = false;
  known.party.preposition = known.party.conjunction = false;
  known.party.nisba = false;
  known.party.several = false;
  known.party.kind = PartyKind::person;
  known.party.learned = true;
  if (const std::string first = folded.substr(0, folded.find(' ')); goes_by_first_name(folded, known.party)) {
    const auto [it, added] = by_surname_.emplace(first, known);
    // "كيم" alone is the one who leads.
    if (!added && known.party.role == "leader" && it->second.party.role != "leader") it->second = known;
  }
  by_surname_.emplace(std::move(surname), std::move(known));
}

void LearnedNames::recognise(const sentence::Text& text, const std::vector<bool>& taken,
                             std::vector<Party>& parties) const {
  if (by_surname_.empty()) return;
  std::vector<Party> found;
  std::string key;
  for (std::uint32_t s = 0; s < text.sentences.size(); ++s) {
    const sentence::Sentence& sentence = text.sentences[s];
    for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
      if (taken[t] || text.tokens[t].kind != sentence::Token::Kind::word) continue;
      const std::string_view first = text.word(text.tokens[t]);
      for (const std::size_t skip : {std::size_t{0}, kLetter}) {
        if (skip > 0 &&
            !(first.starts_with("و") || first.starts_with("ل") || first.starts_with("ب") || first.starts_with("ف")))
          break;
        if (first.size() < skip + kLetter) break;
        std::uint32_t end = t + 1;
        key.assign(first.substr(skip));
        const bool goes_on = end < sentence.last && !taken[end];
        if (goes_on && (is_tie(key) || text.word(text.tokens[end]) == "الله")) {
          key.push_back(' ');
          key.append(text.word(text.tokens[end]));
          ++end;
        }
        auto it = by_surname_.find(key);
        if (it == by_surname_.end() && end > t + 1) {  // "آبي" is a name too
          end = t + 1;
          key.assign(first.substr(skip));
          it = by_surname_.find(key);
        }
        if (it == by_surname_.end() || first == "لصالح" || describes_thing(text, sentence, taken, t)) continue;
        Party p = it->second.party;
        p.first = t;
        p.last = end;
        p.sentence = s;
        if (skip > 0) (first.starts_with("و") || first.starts_with("ف") ? p.conjunction : p.preposition) = true;
        found.push_back(std::move(p));
        t = end - 1;
        break;
      }
    }
  }
  merge_in(std::move(found), parties);
}

}  // namespace qanat::mention
