// Bodies that stand for an actor: "الحكومة السورية", "حركة حماس", "الجانبان الروسي والتركي"; and bodies alone, which
// mean one named before: "الحركة".
#include "mention/grammar.h"

namespace qanat::mention {
namespace {

using lexicon::Hit;

bool contains(std::string_view w, std::string_view stem) { return w.find(stem) != std::string_view::npos; }

// The rank that speaks through such a body.
std::string_view role_of(std::string_view w) {
  for (const std::string_view stem : {"مفاوض", "مسوول", "ممثل", "خبرا", "وفد"})
    if (contains(w, stem)) return "delegation";
  for (const std::string_view stem : {"مخابرات", "استخبارات"})
    if (contains(w, stem)) return "intelligence";
  for (const std::string_view stem : {"جيش", "قوات"})
    if (contains(w, stem)) return "military";
  if (contains(w, "برلمان")) return "legislature";
  for (const std::string_view stem : {"دبلوماسيين", "دبلوماسيون", "سفاره"})
    if (contains(w, stem)) return "diplomat";
  return {};
}

// "إلى جانب مصر" is no side of Egypt's.
bool is_beside(const Context& c, std::uint32_t t) {
  if (c.word(t) != "جانب" || t == c.slots.first()) return false;
  const std::string_view before = c.word(t - 1);
  return before == "الي" || before == "والي" || before == "من" || before == "ومن" || before == "اي";
}

// With its article or a pronoun it owns no other noun: "خبرائها [مسؤولين سوريين]".
bool is_complete(std::string_view w) {
  return has_article(w) || has_glued_article(w) || w.ends_with("ها") || w.ends_with("هم") || w.ends_with("هما");
}

// "جولته الخارجية", "الشؤون الخارجية": no ministry, but what the word before is.
bool is_foreign(const Context& c, std::uint32_t t) {
  if (!contains(c.word(t), "الخارجيه") || t == c.slots.first() || !c.is_word(t - 1)) return false;
  const std::string_view before = c.word(t - 1);
  return c.slots[t - 1].contact || has_article(before) || before.ends_with("ته") || before.ends_with("تها");
}

}  // namespace

std::uint32_t read_institution(const Context& c, std::uint32_t t, std::vector<Party>& out) {
  if (is_beside(c, t) || is_foreign(c, t)) return t;
  std::uint32_t at = c.behind_cue(t);
  Party p;
  p.first = t;
  p.kind = PartyKind::institution;
  const std::string_view w = c.word(t);
  p.preposition = w.starts_with("لل") || w.starts_with("بال") || (w.starts_with("ل") && w.size() > 4 * kLetter);
  p.conjunction = w.starts_with("وال");
  std::string_view owner = w;  // the innermost noun: what follows is its own
  while (c.is_word(at)) {
    if (const Hit* nisba = c.hit(at, Category::nisba); nisba != nullptr && !nisba->preposition) {
      if (nisba->conjunction == p.actors.empty()) break;
      if (is_complete(owner) && is_name_of_actor(c, at)) break;  // "زار خبراء المنظمة | سوريا"
      p.actors.push_back(c.entry(*nisba).code());
      p.nisba = true;
      at = nisba->last;
      continue;
    }
    const bool owns_more = p.actors.empty() && !is_complete(owner) && c.begins(at, CueClass::institution);
    if (owns_more) owner = c.word(at);
    if (owns_more || c.begins(at, CueClass::adjective)) {
      at = c.behind_cue(at);
      continue;
    }
    if (const Hit* actor = c.actor(at);
        actor != nullptr && p.actors.empty() && !is_complete(owner) && !actor->preposition && !actor->conjunction) {
      p.actors.push_back(c.entry(*actor).code());
      at = actor->last;
    }
    break;
  }
  p.role = role_of(w);
  if (p.actors.empty()) {
    if (!(has_article(w) || has_glued_article(w))) return t;
    at = c.behind_cue(t);  // a body alone: who it is of was said before
  }
  p.several = p.actors.size() > 1;
  p.last = at;
  out.push_back(std::move(p));
  return at;
}

}  // namespace qanat::mention
