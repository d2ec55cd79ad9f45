#include "mention/bodies.h"

#include <algorithm>
#include <array>
#include <utility>

#include "arabic/arabic.h"
#include "mention/merge.h"

namespace qanat::mention {
namespace {

using arabic::kLetter;

// Folded, without their article.
constexpr std::array<std::string_view, 12> kHeads = {"لجنه",  "مجلس",   "هييه", "وكاله", "مجموعه", "منظمه",
                                                     "اتحاد", "ايتلاف", "حلف",  "رابطه", "مفوضيه", "جبهه"};
constexpr std::string_view kDefinite = "ال";

// The head that a word is, behind what hangs on it; empty: none. `bare`: with its article, or "لل".
std::string_view head_of(std::string_view word, bool bare) {
  const auto is_head = [](std::string_view w) { return std::find(kHeads.begin(), kHeads.end(), w) != kHeads.end(); };
  if ((word.starts_with("و") || word.starts_with("ف")) && !is_head(word)) word.remove_prefix(kLetter);
  bool article = word.starts_with("لل");
  if (article) {
    word.remove_prefix(2 * kLetter);
  } else {
    if (word.starts_with("بال") || word.starts_with("كال")) word.remove_prefix(kLetter);
    article = word.starts_with(kDefinite);
    if (article) word.remove_prefix(kDefinite.size());
  }
  if (bare && !article) return {};
  if (!article && !is_head(word) && word.size() > 3 * kLetter && (word.starts_with("ب") || word.starts_with("ل")))
    word.remove_prefix(kLetter);
  const auto* it = std::find(kHeads.begin(), kHeads.end(), word);
  return it != kHeads.end() ? *it : std::string_view();
}

}  // namespace

void LearnedBodies::learn(const sentence::Text& text, const Party& party) {
  if (party.actors.size() != 1 || !party.person.empty() || party.last - party.first < 2) return;
  if (party.kind != PartyKind::state && party.kind != PartyKind::seat) return;
  const std::string_view head = head_of(text.word(text.tokens[party.first]), false);
  if (!head.empty()) known_[head].push_back({party.first, party.actors.front()});
}

const LearnedBodies::Known* LearnedBodies::find(std::string_view head, std::uint32_t token) const {
  const auto it = known_.find(head);
  if (it == known_.end()) return nullptr;
  const auto behind =
      std::partition_point(it->second.begin(), it->second.end(), [&](const Known& k) { return k.token < token; });
  return behind == it->second.begin() ? nullptr : &behind[-1];
}

void LearnedBodies::recognise(const sentence::Text& text, const std::vector<bool>& taken,
                              std::vector<Party>& parties) const {
  if (known_.empty()) return;
  for (Party& p : parties) {
    if (p.kind != PartyKind::institution || !p.actors.empty() || p.last - p.first != 1) continue;
    const Known* k = find(head_of(text.word(text.tokens[p.first]), true), p.first);
    if (k == nullptr) continue;
    p.actors.assign(1, k->actor);
    p.referred = true;
  }
  std::vector<Party> found;
  for (std::uint32_t s = 0; s < text.sentences.size(); ++s) {
    const sentence::Sentence& sentence = text.sentences[s];
    for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
      if (taken[t] || text.tokens[t].kind != sentence::Token::Kind::word) continue;
      const std::string_view head = head_of(text.word(text.tokens[t]), true);
      if (head.empty()) continue;
      // "المجلس الوطني": another, that the lexicon has not.
      const std::string_view next = t + 1 < sentence.last ? text.word(text.tokens[t + 1]) : std::string_view();
      const bool verb = next.starts_with("التق");  // "اللجنة التقت"
      if (next.starts_with(kDefinite) && !taken[t + 1] && !verb) continue;
      const Known* k = find(head, t);
      if (k == nullptr) continue;
      Party p;
      p.kind = PartyKind::institution;
      p.first = t;
      p.last = t + 1;
      p.sentence = s;
      p.actors.assign(1, k->actor);
      p.referred = true;
      const std::string_view w = text.word(text.tokens[t]);
      p.conjunction = w.starts_with("و");
      p.preposition = w.starts_with("لل") || w.starts_with("بال");
      found.push_back(std::move(p));
    }
  }
  merge_in(std::move(found), parties);
}

}  // namespace qanat::mention
