#include "report/clause.h"

namespace qanat::report {
namespace {

constexpr std::uint32_t kReachBefore = 14;  // tokens; beyond it a verb governs something else
constexpr std::uint32_t kReachBehind = 12;

// Folded, as all words here.
constexpr std::array<std::string_view, 12> kRelatives = {"الذي",   "التي", "الذين", "اللذين", "اللذان", "اللتين",
                                                         "اللتان", "ما",   "مما",   "وهو",    "وهي",    "اللواتي"};
constexpr std::array<std::string_view, 22> kLinks = {"حيث",   "فيما", "بينما", "عندما", "حين",   "حينما", "لكن", "ولكن",
                                                     "كما",   "اذ",   "اذا",   "بعدما", "لان",   "لانه",  "رغم", "فيم",
                                                     "مع ان", "ثم",   "بل",    "والتي", "والذي", "وبينما"};
constexpr std::array<std::string_view, 9> kThats = {"ان", "انه", "انها", "انهم", "بان", "بانه", "بانها", "وان", "لكي"};
constexpr std::array<std::string_view, 20> kModifiers = {"لم",    "ولم",  "لن",   "ولن",  "لا",  "ولا",  "ما",
                                                         "قد",    "وقد",  "فقد",  "سوف",  "كان", "وكان", "كانت",
                                                         "وكانت", "كانا", "يكون", "تكون", "ليس", "وليس"};
// Nouns that begin like present and future verbs.
constexpr std::array<std::string_view, 22> kNoVerbs = {
    "يوم",      "يوميا", "يومي", "يومين", "يونيو", "يوليو", "يناير",   "يد",    "يسار",  "يهود", "يورو",
    "يورانيوم", "يمين",  "يقين", "سياسه", "سياسي", "سياره", "سيناريو", "سيناء", "سيطره", "ستين", "يعني"};

std::string_view without_conjunction(std::string_view w) {
  if ((w.starts_with("و") || w.starts_with("ف")) && w.size() > 4 * kLetter) return w.substr(kLetter);
  return w;
}

// The tense that a word's shape betrays where the lexicon does not know it.
Tense tense_of_shape(std::string_view word) {
  const std::string_view w = without_conjunction(word);
  if (w.size() < 4 * kLetter || one_of(w, kNoVerbs)) return Tense::none;
  if ((w.starts_with("سي") || w.starts_with("ست")) && w.size() > 4 * kLetter && !w.starts_with("سياس") &&
      !w.starts_with("سيار") && !w.starts_with("ستي"))
    return Tense::future;
  return w.starts_with("ي") && !w.ends_with("ه") ? Tense::imperfect : Tense::none;
}

bool is_quote(std::string_view mark) {
  return mark == "\"" || mark == "«" || mark == "»" || mark == "“" || mark == "”";
}

Tense tense_of(lexicon::Property property, std::string_view word) {
  if (property == lexicon::Property::perfect) return Tense::perfect;
  if (property != lexicon::Property::imperfect) return Tense::none;
  const std::string_view w = without_conjunction(word);
  return w.starts_with("سي") || w.starts_with("ست") || w.starts_with("سن") ? Tense::future : Tense::imperfect;
}

}  // namespace

std::string_view bare(std::string_view w) {
  if ((w.starts_with("و") || w.starts_with("ف")) && w.size() > 2 * kLetter) return w.substr(kLetter);
  return w;
}

bool is_that(std::string_view word) { return one_of(word, kThats); }

const char* to_string(Tense tense) {
  switch (tense) {
    case Tense::perfect:
      return "perfect";
    case Tense::imperfect:
      return "imperfect";
    case Tense::future:
      return "future";
    default:
      return "-";
  }
}

Clauses::Clauses(const Scene& scene, std::uint32_t sentence)
    : scene_(scene),
      sentence_(sentence),
      first_(scene.text().sentences[sentence].first),
      last_(scene.text().sentences[sentence].last),
      glosses_(last_ - first_, Gloss::word),
      tenses_(last_ - first_, Tense::none) {
  for (std::uint32_t t = first_; t < last_; ++t) {
    Gloss& g = glosses_[t - first_];
    if (scene.is_punctuation(t)) {
      g = is_quote(scene.mark(t)) ? Gloss::name : Gloss::mark;
      continue;
    }
    const std::string_view w = scene.word(sentence, t);
    if (is_that(w))
      g = Gloss::that;
    else if (one_of(w, kModifiers))
      g = Gloss::modifier;
    else if (one_of(w, kRelatives))
      g = Gloss::relative;
    else if (one_of(w, kLinks))
      g = Gloss::link;
    else if (const Tense tense = tense_of_shape(w); tense != Tense::none) {
      g = Gloss::verb;
      tenses_[t - first_] = tense;
    }
  }
  const auto verb = [&](std::uint32_t token, lexicon::Property property) {
    const Tense tense = tense_of(property, scene.word(sentence, token));
    if (tense == Tense::none || glosses_[token - first_] == Gloss::modifier) return;
    glosses_[token - first_] = Gloss::verb;
    tenses_[token - first_] = tense;
  };
  const Scene::Range cues = scene.cues(sentence);
  for (std::uint32_t i = cues.first; i < cues.last; ++i)
    verb(scene.mentions().cues[i].first, scene.mentions().cues[i].property);
  for (const mention::Contact& c : scene.contacts(sentence)) verb(c.first, c.property);
  const Scene::Range parties = scene.parties(sentence);
  for (std::uint32_t i = parties.first; i < parties.last; ++i) {
    const mention::Party& p = scene.mentions().parties[i];
    for (std::uint32_t t = p.first; t < p.last; ++t) glosses_[t - first_] = Gloss::name;
  }
}

std::string_view Clauses::modifier_of(std::uint32_t token) const {
  if (token == first_ || glosses_[token - 1 - first_] != Gloss::modifier) return {};
  return scene_.word(sentence_, std::int64_t{token} - 1);
}

NearVerb Clauses::verb_before(std::uint32_t token, std::uint32_t limit) const {
  NearVerb out;
  for (std::uint32_t t = token; t-- > first_ && token - t <= limit;) {
    const Gloss g = glosses_[t - first_];
    if (g == Gloss::mark || g == Gloss::link || g == Gloss::relative) break;
    if (g == Gloss::that) out.that = true;
    // "كان" that stands alone is the clause's verb.
    if (g != Gloss::verb) continue;
    out.token = t;
    out.tense = tenses_[t - first_];
    out.modifier = modifier_of(t);
    for (std::uint32_t k = t; out.modifier.empty() && k-- > first_ && t - k <= kReachBefore;) {
      const Gloss before = glosses_[k - first_];
      if (before == Gloss::name) continue;  // "كان الرئيس قد ..."
      if (before == Gloss::modifier) out.modifier = scene_.word(sentence_, k);
      break;
    }
    return out;
  }
  out.that = false;
  return out;
}

NearVerb Clauses::verb_behind(std::uint32_t token, std::uint32_t limit) const {
  NearVerb out;
  for (std::uint32_t t = token; t < last_ && t - token < limit; ++t) {
    const Gloss g = glosses_[t - first_];
    if (g == Gloss::mark || g == Gloss::link) break;
    if (g == Gloss::relative) out.relative = true;
    if (g == Gloss::that) out.that = true;
    if (g != Gloss::verb) continue;
    out.token = t;
    out.tense = tenses_[t - first_];
    out.modifier = modifier_of(t);
    return out;
  }
  return NearVerb{};
}

Clause Clauses::around(const mention::Contact& c) const {
  Clause out;
  const auto ends = [&](std::uint32_t t) {
    const Gloss g = glosses_[t - first_];
    return g == Gloss::mark || g == Gloss::link;
  };
  out.first = c.first;
  while (out.first > first_ && !ends(out.first - 1)) --out.first;
  out.last = c.last;
  while (out.last < last_ && !ends(out.last)) ++out.last;

  std::size_t found = 0;
  for (std::uint32_t t = c.first; t-- > first_ && c.first - t <= kReachBefore && found < out.governors.size();) {
    const Gloss g = glosses_[t - first_];
    if (g == Gloss::name) continue;
    const std::string_view w = scene_.word(sentence_, t);
    // A definite word that is not what stands right before an indefinite contact word is an adjective or a name.
    if (g == Gloss::word && w.starts_with("ال") && found > 0) continue;
    out.governors[found++] = t;
    if (g == Gloss::mark || g == Gloss::relative || g == Gloss::link) break;
  }
  out.before = verb_before(c.first, kReachBefore);
  if (out.before.token >= 0) out.above = verb_before(static_cast<std::uint32_t>(out.before.token), kReachBefore);
  out.behind = verb_behind(c.last, kReachBehind);
  for (std::uint32_t t = c.first; t-- > first_ && c.first - t <= kReachBefore;) {
    const Gloss g = glosses_[t - first_];
    if (g == Gloss::name) continue;
    if (g == Gloss::modifier) out.modifier = scene_.word(sentence_, t);
    break;
  }
  return out;
}

}  // namespace qanat::report
