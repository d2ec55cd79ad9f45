// Nouns, titles, nisbas and participles: everything with an article.
#include <algorithm>

#include "lexicon/endings.h"

namespace qanat::lexicon {
namespace {

constexpr std::array<std::string_view, 2> kDualEndings = {"ان", "ين"};
constexpr std::array<std::string_view, 2> kDualConstruct = {"ا", "ي"};
constexpr std::array<std::string_view, 2> kPluralEndings = {"ون", "ين"};

// "اجتماعا طارئا", "مبعوثا خاصا", "وزيرا للخارجية".
void put_accusative(Variants& v) {
  const std::string first = accusative(v.first());
  if (first != v.first()) v.put_first(first, 0, kNoProclitic);
  if (ends(v.first(), "ء") && first == v.first()) v.put_first(first + "ا", 0, kNoProclitic);
  if (!v.single()) v.put(v.agreeing(first, accusative), 0, kNoProclitic);
}

// "لقاءان ثنائيان"; "زيارتا" before what is visited, "زيارتيهما".
void put_dual(Variants& v) {
  for (const std::string& stem : before_dual(v.first())) {
    for (const std::string_view ending : kDualEndings) {
      v.put_first(join(stem, ending), kDual, kNominal);
      if (v.single()) continue;
      const auto agree = [ending](const std::string& word) { return join(before_dual(word).front(), ending); };
      v.put(v.agreeing(join(stem, ending), agree), kDual, kNominal);
    }
    for (const std::string_view ending : kDualConstruct) {
      const std::string construct = join(stem, ending);
      v.put_first(construct, kDual, kPrepositions);
      for (const std::string_view pronoun : kThirdPersonPronouns)
        v.put_first(join(construct, pronoun), kDual | kPronoun, kPrepositions);
    }
  }
}

template <std::size_t N>
void put_pronouns(Variants& v, const std::string& first, const std::array<std::string_view, N>& pronouns,
                  std::uint8_t inflection) {
  for (const std::string& stem : before_pronoun(first))
    for (const std::string_view pronoun : pronouns)
      v.put_first(join(stem, pronoun), inflection | kPronoun, kPrepositions);
}

// Adjectives behind titles, which agree with them; nisbas ("عسكري") besides. Any other second word is owned by the
// first and never changes: "وزيرة دفاع".
constexpr std::array<std::string_view, 10> kTitleAdjectives = {"خاص",  "عام",  "أول",  "أعلى",  "سابق",
                                                               "دائم", "مقيم", "مفوض", "مساعد", "سام"};

bool owns_what_follows(const Variants& v) {
  if (v.single()) return false;
  const std::string& second = v.words()[1];
  return !ends(second, "ي") &&
         std::find(kTitleAdjectives.begin(), kTitleAdjectives.end(), second) == kTitleAdjectives.end();
}

// A title with its pronoun: "مبعوثه الخاص", "وزير خارجيته".
void put_title_pronouns(Variants& v, const std::string& first, std::uint8_t inflection) {
  if (!owns_what_follows(v)) put_pronouns(v, first, kThirdPersonPronouns, inflection);
  if (v.single() || !inflects(v.words().back())) return;
  Words words = v.words();
  words.front() = first;
  std::string owned = words.back();
  if (has_prefix(owned, kArticle, 2)) owned.erase(0, kArticle.size());
  for (const std::string& stem : before_pronoun(owned)) {
    for (const std::string_view pronoun : kThirdPersonPronouns) {
      words.back() = join(stem, pronoun);
      v.put(words, inflection | kPronoun, kPrepositions);
    }
  }
}

// The sound forms of an adjective or participle: all words that `is_inflected` picks take the same ending.
template <class Picks>
void put_sound_forms(Variants& v, const Words& stems, Picks is_inflected) {
  const auto with = [&](std::string_view ending) {
    Words words = stems;
    for (std::size_t i = 0; i < words.size(); ++i)
      if (is_inflected(i)) words[i] = join(words[i], ending);
    return words;
  };
  v.put(with("ا"), 0, kNoProclitic);
  v.put(with("ة"), kFeminine, kNominal);
  for (const std::string_view ending : kDualEndings) {
    v.put(with(ending), kDual, kNominal);
    v.put(with(join("ت", ending)), kFeminine | kDual, kNominal);
  }
  for (const std::string_view ending : kPluralEndings) v.put(with(ending), kPlural, kNominal);
  v.put(with("ات"), kFeminine | kPlural, kNominal);
}

}  // namespace

void inflect_noun(Variants& v) {
  v.put(v.words(), 0, kNominal);
  if (!inflects(v.first())) return;
  put_accusative(v);
  put_pronouns(v, v.first(), kNounPronouns, 0);
  if (!ends(v.first(), "ات")) put_dual(v);
}

void inflect_title(Variants& v) {
  v.put(v.words(), 0, kNominal);
  if (!inflects(v.first())) return;
  put_accusative(v);
  put_title_pronouns(v, v.first(), 0);
  const std::string she = feminine(v.first());
  if (she == v.first()) return;
  if (owns_what_follows(v)) {
    v.put_first(she, kFeminine, kNominal);
  } else {
    v.put(v.agreeing(she, feminine), kFeminine, kNominal);
  }
  put_title_pronouns(v, she, kFeminine);
}

void inflect_nisba(Variants& v) {
  v.put(v.words(), 0, kNominal);
  // "كوري جنوبي" -> "كورية جنوبية", but "جنوب أفريقي" -> "جنوب أفريقية".
  const auto is_nisba = [&v](std::size_t i) { return inflects(v.words()[i]) && ends(v.words()[i], "ي"); };
  for (std::size_t i = 0; i < v.words().size(); ++i)
    if (is_nisba(i)) return put_sound_forms(v, v.words(), is_nisba);
}

void inflect_participle(Variants& v) {
  v.put(v.words(), 0, kNominal);
  if (!inflects(v.first())) return;
  put_sound_forms(v, v.words(), [](std::size_t i) { return i == 0; });
}

}  // namespace qanat::lexicon
