// Verbs: persons, numbers and object pronouns, from the third person masculine singular. What no rule of spelling can
// tell from what it looks like ("يزر" of "يزور", "أعددنا" of "أعد") stands in the lexicon as a form of its own.
#include "lexicon/endings.h"

namespace qanat::lexicon {
namespace {

constexpr std::uint8_t kPerfectAllows = kNoProclitic;
constexpr std::uint8_t kImperfectAllows = kAllowSin | kAllowLam;
constexpr std::size_t kMinJussive = 3;  // letters, with the prefix, that a verb keeps when its weak end is cut

class Verb {
 public:
  Verb(Variants& v, std::uint8_t allows) : v_(v), allows_(allows) {}

  // A spelling that ends the verb.
  void put(const std::string& spelled, std::uint8_t inflection) { v_.put_first(spelled, inflection, allows_); }
  // The same with each object pronoun. `stem` is the spelling that it takes before one.
  void put_objects(const std::string& stem, std::uint8_t inflection) {
    for (const std::string_view pronoun : kVerbPronouns) put(join(stem, pronoun), inflection | kPronoun);
  }
  void put_both(const std::string& spelled, std::uint8_t inflection) {
    put(spelled, inflection);
    put_objects(spelled, inflection);
  }

 private:
  Variants& v_;
  std::uint8_t allows_;
};

// "زار", "استعاد": the long vowel is short before the endings of the first person.
bool is_hollow(const std::string& word) {
  constexpr std::size_t kMinHollow = 3;
  return word.size() >= kMinHollow * kLetter && ends(cut(word), "ا");
}

// A final ء may sit on any chair before an ending.
Words chairs(const std::string& word) {
  if (ends(word, "ء")) return {word, cut(word) + "ؤ", cut(word) + "ئ"};
  if (ends(word, "أ")) return {word, cut(word) + "ؤ"};
  return {word};
}

// "التقى", "دعا", "بقي".
void weak_perfect(Verb& verb, const std::string& word) {
  const std::string stem = cut(word);
  const std::string glide = stem + (ends(word, "ا") ? "و" : "ي");  // دعونا, التقينا
  const bool keeps_ya = ends(word, "ي");                           // بقيت, not بقت
  const std::string she = (keeps_ya ? word : stem) + "ت";
  verb.put_objects(keeps_ya ? word : stem + "ا", 0);
  verb.put_both(she, kFeminine);
  verb.put(stem + "وا", kPlural);
  verb.put_objects(stem + "و", kPlural);
  verb.put(glide + "ا", kDual);
  verb.put(she + "ا", kFeminine | kDual);
  verb.put(glide + "ن", kFeminine | kPlural);
  verb.put_both(glide + "نا", kFirstPerson | kPlural);
  verb.put_both(glide + "ت", kFirstPerson);
}

void strong_perfect(Verb& verb, const std::string& word) {
  const std::string first_person = is_hollow(word) ? cut(cut(word)) + word.substr(word.size() - kLetter) : word;
  verb.put_objects(word, 0);
  verb.put_both(word + "ت", kFeminine);
  for (const std::string& stem : chairs(word)) {
    verb.put(stem + "وا", kPlural);
    verb.put_objects(stem + "و", kPlural);
  }
  verb.put(word + "ا", kDual);
  verb.put(word + "تا", kFeminine | kDual);
  verb.put(first_person + "ن", kFeminine | kPlural);
  const bool ends_in_nun = ends(word, "ن");  // أعلن + نا is written أعلنا
  verb.put_both(first_person + (ends_in_nun ? "ا" : "نا"), kFirstPerson | kPlural);
  verb.put_both(first_person + "ت", kFirstPerson);
}

// The present verb with one of its prefixes, without the prefix's own letter in `body`.
struct Present {
  std::string prefix;
  std::string body;
  bool weak() const { return ends(body, "ي") || ends(body, "ى") || ends(body, "و"); }
  std::string whole() const { return prefix + body; }
  std::string before_object() const { return ends(body, "ى") ? prefix + cut(body) + "ا" : whole(); }
  std::string stem() const { return prefix + (weak() ? cut(body) : body); }
  std::string before_dual() const { return ends(body, "ى") ? prefix + cut(body) + "ي" : whole(); }
};

void put_singular(Verb& verb, const Present& p, std::uint8_t inflection) {
  verb.put(p.whole(), inflection);
  verb.put_objects(p.before_object(), inflection);
  if (!p.weak() || p.stem().size() < kMinJussive * kLetter) return;
  verb.put_both(p.stem(), inflection);
}

void put_dual(Verb& verb, const Present& p, std::uint8_t inflection) {
  verb.put(p.before_dual() + "ان", inflection);
  verb.put(p.before_dual() + "ا", inflection);
}

void put_plural(Verb& verb, const Present& p) {
  for (const std::string& stem : chairs(p.stem())) {
    verb.put_both(stem + "ون", kPlural);
    verb.put(stem + "وا", kPlural);
    verb.put_objects(stem + "و", kPlural);
  }
  verb.put(p.before_dual() + "ن", kFeminine | kPlural);
}

}  // namespace

void inflect_perfect(Variants& v) {
  v.put(v.words(), 0, kPerfectAllows);
  if (!inflects(v.first())) return;
  Verb verb(v, kPerfectAllows);
  const std::string& word = v.first();
  if (ends(word, "ى") || ends(word, "ا") || ends(word, "ي")) return weak_perfect(verb, word);
  strong_perfect(verb, word);
}

void inflect_imperfect(Variants& v) {
  v.put(v.words(), 0, kImperfectAllows);
  if (!inflects(v.first()) || !v.first().starts_with("ي")) return;
  Verb verb(v, kImperfectAllows);
  const std::string body = v.first().substr(kLetter);
  const Present he{"ي", body};
  put_singular(verb, he, 0);
  put_singular(verb, {"ت", body}, kFeminine);
  put_singular(verb, {"ن", body}, kFirstPerson | kPlural);
  put_singular(verb, {"أ", body}, kFirstPerson);
  put_plural(verb, he);
  put_dual(verb, he, kDual);
  put_dual(verb, {"ت", body}, kFeminine | kDual);
}

}  // namespace qanat::lexicon
