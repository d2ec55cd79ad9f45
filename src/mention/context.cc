#include <algorithm>

#include "mention/grammar.h"

namespace qanat::mention {

using lexicon::Hit;

bool Context::is_comma(std::uint32_t t) const {
  if (!inside(t) || text.tokens[t].kind != sentence::Token::Kind::punctuation) return false;
  const std::string_view mark = raw(t);
  return mark == "،" || mark == "," || mark == "/";
}

bool Context::is_hyphen(std::uint32_t t) const {
  if (!is_word(t - 1) || !is_word(t + 1) || !inside(t) || raw(t) != "-") return false;
  return text.tokens[t - 1].span.end == text.tokens[t].span.begin &&
         text.tokens[t].span.end == text.tokens[t + 1].span.begin;
}

const Hit* Context::actor(std::uint32_t t) const {
  const Hit* best = nullptr;
  for (const Category k : {Category::name, Category::seat, Category::capital}) {
    const Hit* h = slots.hit(t, k);
    if (h != nullptr && (best == nullptr || h->last > best->last)) best = h;
  }
  return best;
}

bool has_article(std::string_view w) { return w.starts_with("ال") && w.size() > 3 * kLetter; }

bool has_glued_article(std::string_view w) {
  return w.size() > 4 * kLetter &&
         (w.starts_with("وال") || w.starts_with("بال") || w.starts_with("لل") || w.starts_with("كال") ||
          w.starts_with("فال") || w.starts_with("ولل") || w.starts_with("وبال"));
}

bool is_loose(std::string_view role) {
  return role.empty() || role == "minister" || role == "leader" || role == "official" || role == "military";
}

void settle_role(const Context& c, Party& p) {
  if (p.actors.empty() || (p.role != "leader" && !(p.role == "org_head" && p.several))) return;
  const std::string& actor = p.actors.front();
  const bool state = actor.size() == 3 && c.finder.lexicon().entry(lexicon::Kind::state, actor) != nullptr;
  if (state || actor == "KRG") return;
  const bool movement = c.finder.lexicon().entry(lexicon::Kind::movement, actor) != nullptr;
  if (!p.several) {
    p.role = "org_head";
  } else if (movement) {
    p.role = "delegation";  // "قادة الحوثيين", "قياديين في حماس" are some of them
  }
}

}  // namespace qanat::mention
