#include "mention/grammar.h"

#include <algorithm>

#include "base/utf8.h"
#include "arabic/arabic.h"

namespace qanat::mention {
namespace {

using lexicon::Entry;
using lexicon::Hit;
using lexicon::Kind;
using lexicon::Property;

constexpr std::uint32_t kLongestPortfolio = 4;  // words of a ministry's name: "الشؤون الإسلامية والأوقاف"
constexpr std::uint32_t kLongestName = 5;       // words of a name that the lexicon does not know
constexpr std::uint32_t kLongestOffice = 14;    // words from an office to the name of its holder
constexpr std::size_t kLetter = 2;              // bytes

std::string_view word(const Context& c, std::uint32_t t) { return c.text.word(c.text.tokens[t]); }
bool inside(const Context& c, std::uint32_t t) { return t >= c.slots.first() && t < c.slots.last(); }
bool is_word(const Context& c, std::uint32_t t) {
  return inside(c, t) && c.text.tokens[t].kind == sentence::Token::Kind::word;
}
const Entry& entry_of(const Context& c, const Hit& h) { return c.finder.lexicon().entries()[h.entry]; }

// A name of an actor (state, organisation, movement, seat, capital) at `t`, longest first.
const Hit* actor_hit(const Context& c, std::uint32_t t) {
  const Hit* best = nullptr;
  for (const Category k : {Category::name, Category::seat, Category::capital}) {
    const Hit* h = c.slots.hit(t, k);
    if (h != nullptr && (best == nullptr || h->last > best->last)) best = h;
  }
  return best;
}

bool is_preposition(std::string_view w) {
  return w == "في" || w == "الي" || w == "لدي" || w == "من" || w == "عن" || w == "حول" || w == "لشوون" || w == "بشان" ||
         w == "علي" || w == "المكلف" || w == "المعني";
}

bool begins_with_article(std::string_view w) { return w.starts_with("ال") && w.size() > 3 * kLetter; }

// Could the word at `t` be a part of a name that the lexicon does not know?
bool name_like(const Context& c, std::uint32_t t, std::uint32_t count) {
  if (!is_word(c, t)) return false;
  const Slot& s = c.slots[t];
  constexpr std::uint64_t kLetThrough = 1ULL << static_cast<unsigned>(CueClass::honorific) |
                                        1ULL << static_cast<unsigned>(CueClass::institution) |
                                        1ULL << static_cast<unsigned>(CueClass::other);
  if ((s.cue_begins & ~kLetThrough) != 0 || s.contact) return false;
  if (s.at(Category::nisba) >= 0 || s.at(Category::title) >= 0 || s.at(Category::agency) >= 0) return false;
  if (count == 0 && (s.at(Category::name) >= 0 || s.at(Category::group) >= 0)) return false;
  const std::string_view w = word(c, t);
  if (w.size() < 2 * kLetter) return count > 0 && w.size() >= kLetter;
  const Decoded d = decode_utf8(w, 0);
  if (!arabic::is_arabic_letter(d.code)) return false;
  if (count == 0 && begins_with_article(w)) return false;
  if (w.starts_with("وال") || w.starts_with("بال") || w.starts_with("لل")) return false;
  return true;
}

// Sets the party's person from the tokens at `t`, known or not; gives the token behind it, or `t` for no name.
std::uint32_t take_name(const Context& c, std::uint32_t t, Party& party, bool allow_unknown) {
  std::uint32_t at = t;
  while (is_word(c, at) && c.slots[at].begins(CueClass::honorific)) at = std::max(at + 1, c.slots[at].cue_end);
  if (const Hit* h = c.slots.hit(at, Category::person); h != nullptr && !h->preposition && !h->conjunction) {
    // Of several persons with that name take one who holds an office of the actor that is already said.
    const Hit* chosen = h;
    for (const Hit& other : c.slots.hits()) {
      if (other.first != at || other.last != h->last || entry_of(c, other).kind != Kind::person) continue;
      const lexicon::Office* office =
          office_of(entry_of(c, other), c.published, party.actors.empty() ? std::string_view{} : party.actors.front());
      if (office != nullptr) {
        chosen = &other;
        break;
      }
    }
    party.person = slice(c.page_text, span_of(c.page_text, c.text, at, h->last, 0));
    party.entry = static_cast<std::int32_t>(chosen->entry);
    return h->last;
  }
  if (!allow_unknown) return t;
  std::uint32_t end = at;
  while (end - at < kLongestName && name_like(c, end, end - at)) ++end;
  if (end == at) return t;
  party.person = slice(c.page_text, span_of(c.page_text, c.text, at, end, 0));
  return end;
}

void fill_from_person(const Context& c, Party& party) {
  if (party.entry < 0) return;
  const Entry& person = c.finder.lexicon().entries()[static_cast<std::size_t>(party.entry)];
  const lexicon::Office* office =
      office_of(person, c.published, party.actors.empty() ? std::string_view{} : party.actors.front());
  if (office == nullptr) office = office_of(person, c.published);
  if (office == nullptr) return;
  if (party.actors.empty()) party.actors.push_back(office->actor);
  if (party.role.empty() || party.role == "minister" || party.role == "leader") {
    if (party.role.empty() || office->actor == party.actors.front()) party.role = office->role;
  }
}

bool is_accredited(std::string_view role) {
  return role == "envoy" || role == "diplomat" || role == "spokesperson" || role == "delegation" || role == "org_head" ||
         role == "military" || role == "official";
}
bool has_portfolio(std::string_view role) {
  return role == "minister" || role == "deputy_minister" || role == "foreign_minister" || role == "envoy" ||
         role == "legislature" || role == "official" || role == "leader" || role == "military";
}

// Reads on from an office at `t` to the state and the name that go with it.
Party office_at(const Context& c, std::uint32_t t, const Hit& title) {
  Party p;
  p.first = t;
  p.role = entry_of(c, title).id;
  p.several = title.property == Property::dual || title.property == Property::plural;
  p.conjunction = title.conjunction;
  p.preposition = title.preposition;
  std::uint32_t at = title.last;
  std::uint32_t portfolio = 0;
  bool comma = false;
  const std::uint32_t limit = std::min(c.slots.last(), t + kLongestOffice);
  while (at < limit) {
    if (!is_word(c, at)) {
      if (is_comma(c, at) && !comma && at + 1 < limit) {
        comma = true;
        ++at;
        continue;
      }
      break;
    }
    const Slot& s = c.slots[at];
    const std::string_view w = word(c, at);
    if (comma) {  // behind a comma only the name may follow
      const bool known = c.slots.hit(at, Category::person) != nullptr || s.begins(CueClass::honorific);
      const std::uint32_t end = take_name(c, at, p, false);
      if (!known || end == at) {
        --at;
        break;
      }
      at = end;
      break;
    }
    if (const Hit* person = c.slots.hit(at, Category::person);
        person != nullptr && !person->conjunction && !person->preposition && !p.several) {
      at = take_name(c, at, p, false);
      break;
    }
    const Hit* nisba = c.slots.hit(at, Category::nisba);
    if (nisba != nullptr && !nisba->preposition) {
      if (nisba->conjunction && !p.several && !p.actors.empty()) break;  // "الوزير الروسي والتركي": another party
      if (p.actors.empty() || (p.several && nisba->conjunction)) {
        p.actors.push_back(entry_of(c, *nisba).id);
        p.nisba = true;
      } else if (!p.several && c.slots.hit(at + 1, Category::nisba) == nullptr && is_accredited(p.role) == false) {
        break;
      }
      at = nisba->last;
      continue;
    }
    if (s.begins(CueClass::adjective)) {
      if (w == "السابق" || w == "السابقه" || w == "سابق" || w == "الاسبق" || w == "سابقه") p.former = true;
      at = std::max(at + 1, s.cue_end);
      continue;
    }
    if (const Hit* actor = actor_hit(c, at); actor != nullptr) {
      const bool bare = !actor->preposition || w.starts_with("ل");
      if (actor->conjunction && !p.several) break;
      if (p.actors.empty() && bare) {
        p.actors.push_back(entry_of(c, *actor).id);
        at = actor->last;
        continue;
      }
      if (p.several && actor->conjunction) {
        p.actors.push_back(entry_of(c, *actor).id);
        at = actor->last;
        continue;
      }
      break;
    }
    if (const Hit* group = c.slots.hit(at, Category::group); group != nullptr && p.actors.empty()) {
      p.actors = entry_of(c, *group).members;
      p.several = true;
      at = group->last;
      continue;
    }
    // An office within the office: "المبعوث الخاص للرئيس الروسي", "مستشار وزير الخارجية الإيراني".
    if (const Hit* inner = c.slots.hit(at, Category::title); inner != nullptr && !inner->conjunction && !p.several) {
      if (p.actors.empty() || inner->preposition == false) {
        const bool own = p.actors.empty() && inner->preposition;
        at = inner->last;
        if (!own && !inner->preposition && p.actors.empty() && (p.role == "official" || p.role.empty()))
          p.role = entry_of(c, *inner).id;
        continue;
      }
      break;
    }
    if (s.begins(CueClass::institution) && p.actors.empty()) {
      ++at;
      continue;
    }
    if (is_accredited(p.role) && (is_preposition(w) || (w.starts_with("لل") && w.size() > 3 * kLetter))) {
      // "المبعوث الأممي إلى اليمن", "للتسوية السورية": what the office is for names nobody.
      std::uint32_t end = is_preposition(w) ? at + 1 : at;
      if (!inside(c, end)) break;
      if (const Hit* a = actor_hit(c, end); a != nullptr) {
        if (p.actors.empty() && (w == "من" || w == "عن")) p.actors.push_back(entry_of(c, *a).id);
        end = a->last;
      } else if (is_word(c, end) && !c.slots[end].contact) {
        ++end;
        if (const Hit* n = c.slots.hit(end, Category::nisba); n != nullptr) end = n->last;
        else if (const Hit* b = actor_hit(c, end); b != nullptr) end = b->last;
      } else {
        break;
      }
      at = end;
      continue;
    }
    if (has_portfolio(p.role) && p.actors.empty() && portfolio < kLongestPortfolio &&
        (begins_with_article(w) || w.starts_with("وال") || w.starts_with("لل")) && !s.contact) {
      ++portfolio;
      ++at;
      continue;
    }
    if (!p.actors.empty() && !p.several) {
      const std::uint32_t end = take_name(c, at, p, true);
      at = end;
    }
    break;
  }
  // A comma or portfolio words that led nowhere are not part of it.
  if (p.actors.empty() && p.person.empty()) at = title.last;
  while (at > title.last && is_comma(c, at - 1)) --at;
  p.last = at;
  fill_from_person(c, p);
  p.kind = !p.person.empty() ? PartyKind::person : p.actors.empty() ? PartyKind::title : PartyKind::office;
  return p;
}

// "نظيره الروسي سيرغي لافروف".
Party counterpart_at(const Context& c, std::uint32_t t) {
  Party p;
  p.first = t;
  p.counterpart = true;
  const std::string_view w = word(c, t);
  p.preposition = w.starts_with("ل") || w.starts_with("ب");
  p.conjunction = w.starts_with("و");
  std::uint32_t at = std::max(t + 1, c.slots[t].cue_end);
  while (inside(c, at) && is_word(c, at)) {
    if (const Hit* nisba = c.slots.hit(at, Category::nisba); nisba != nullptr && !nisba->preposition) {
      if (!p.actors.empty() && !nisba->conjunction) break;
      if (nisba->conjunction && p.actors.empty()) break;
      p.actors.push_back(entry_of(c, *nisba).id);
      p.nisba = true;
      at = nisba->last;
      if (p.actors.size() > 1) p.several = true;
      continue;
    }
    if (const Hit* actor = actor_hit(c, at); actor != nullptr && p.actors.empty() &&
                                             (!actor->preposition || word(c, at).starts_with("ل"))) {
      p.actors.push_back(entry_of(c, *actor).id);
      at = actor->last;
      continue;
    }
    if (c.slots[at].begins(CueClass::adjective)) {
      at = std::max(at + 1, c.slots[at].cue_end);
      continue;
    }
    break;
  }
  if (!p.several) {
    std::uint32_t name = at;
    if (is_comma(c, name) && c.slots.hit(name + 1, Category::person) != nullptr) ++name;
    const std::uint32_t end = take_name(c, name, p, !p.actors.empty());
    if (end != name) at = end;
  }
  p.last = at;
  fill_from_person(c, p);
  p.kind = !p.person.empty() ? PartyKind::person : p.actors.empty() ? PartyKind::title : PartyKind::office;
  return p;
}

// "الحكومة السورية", "حركة حماس", "الجانبان الروسي والتركي".
std::optional<Party> institution_at(const Context& c, std::uint32_t t) {
  std::uint32_t at = std::max(t + 1, c.slots[t].cue_end);
  Party p;
  p.first = t;
  p.kind = PartyKind::institution;
  const std::string_view w = word(c, t);
  p.preposition = w.starts_with("لل") || w.starts_with("بال") || (w.starts_with("ل") && w.size() > 4 * kLetter);
  p.conjunction = w.starts_with("وال");
  while (inside(c, at) && is_word(c, at)) {
    if (const Hit* nisba = c.slots.hit(at, Category::nisba); nisba != nullptr && !nisba->preposition) {
      if (!p.actors.empty() && !nisba->conjunction) break;
      if (nisba->conjunction && p.actors.empty()) break;
      p.actors.push_back(entry_of(c, *nisba).id);
      p.nisba = true;
      at = nisba->last;
      continue;
    }
    if (c.slots[at].begins(CueClass::adjective) || (p.actors.empty() && c.slots[at].begins(CueClass::institution))) {
      at = std::max(at + 1, c.slots[at].cue_end);
      continue;
    }
    if (const Hit* actor = actor_hit(c, at); actor != nullptr && p.actors.empty() && !actor->preposition && !actor->conjunction) {
      p.actors.push_back(entry_of(c, *actor).id);
      at = actor->last;
    }
    break;
  }
  if (p.actors.empty()) return std::nullopt;
  p.several = p.actors.size() > 1;
  p.last = at;
  const auto says = [&](std::string_view stem) { return w.find(stem) != std::string_view::npos; };
  if (says("مفاوض") || says("مسوول") || says("ممثل") || says("خبرا") || says("وفد")) p.role = "delegation";
  if (says("مخابرات") || says("استخبارات") || says("اجهزه")) p.role = "intelligence";
  if (says("جيش") || says("قوات")) p.role = "military";
  if (says("برلمان")) p.role = "legislature";
  if (says("دبلوماسيين") || says("دبلوماسيون") || says("سفاره")) p.role = "diplomat";
  return p;
}

Party plain(const Context& c, const Hit& h, PartyKind kind) {
  Party p;
  p.kind = kind;
  p.first = h.first;
  p.last = h.last;
  p.preposition = h.preposition;
  p.conjunction = h.conjunction;
  const Entry& e = entry_of(c, h);
  if (e.kind == Kind::group) {
    p.actors = e.members;
    p.several = true;
  } else {
    p.actors.push_back(e.id);
  }
  return p;
}

}  // namespace

const lexicon::Office* office_of(const Entry& person, std::optional<Date> day, std::string_view actor) {
  const lexicon::Office* best = nullptr;
  int best_distance = 0;
  for (const lexicon::Office& o : person.offices) {
    if (!actor.empty() && o.actor != actor) continue;
    if (!day) return &o;
    const int distance = o.from && *day < *o.from ? *o.from - *day : o.to && *o.to < *day ? *day - *o.to : 0;
    if (best == nullptr || distance < best_distance) {
      best = &o;
      best_distance = distance;
    }
  }
  return best;
}

bool is_comma(const Context& c, std::uint32_t token) {
  if (!inside(c, token) || c.text.tokens[token].kind != sentence::Token::Kind::punctuation) return false;
  const std::string_view raw = slice(c.page_text, c.text.tokens[token].span);
  return raw == "،" || raw == ",";
}

std::optional<Party> party_at(const Context& c, std::uint32_t t) {
  if (!is_word(c, t)) return std::nullopt;
  const Slot& s = c.slots[t];
  const Hit* title = c.slots.hit(t, Category::title);
  const Hit* person = c.slots.hit(t, Category::person);
  const Hit* actor = actor_hit(c, t);
  const Hit* group = c.slots.hit(t, Category::group);
  const Hit* people = c.slots.hit(t, Category::people);
  const Hit* nisba = c.slots.hit(t, Category::nisba);
  if (s.begins(CueClass::counterpart)) return counterpart_at(c, t);
  if (group != nullptr && (actor == nullptr || group->last >= actor->last)) return plain(c, *group, PartyKind::group);
  if (person != nullptr && (title == nullptr || person->last > title->last) &&
      (actor == nullptr || person->last >= actor->last)) {
    Party p;
    p.kind = PartyKind::person;
    p.first = t;
    p.last = person->last;
    p.preposition = person->preposition;
    p.conjunction = person->conjunction;
    p.entry = static_cast<std::int32_t>(person->entry);
    p.person = slice(c.page_text, span_of(c.page_text, c.text, t, person->last, person->proclitics));
    fill_from_person(c, p);
    return p;
  }
  if (title != nullptr && (actor == nullptr || title->last >= actor->last)) return office_at(c, t, *title);
  if (s.begins(CueClass::anaphor_two) || s.begins(CueClass::anaphor_all)) {
    Party p;
    p.kind = PartyKind::pair;
    p.first = t;
    p.last = std::max(t + 1, s.cue_end);
    p.several = true;
    const std::string_view w = word(c, t);
    p.preposition = w.starts_with("لل") || w.starts_with("بال");
    p.conjunction = w.starts_with("وال");
    // "الجانبان الروسي والتركي", "الرئيسان الروسي والتركي": said at once.
    if (const auto said = institution_at(c, t); said && said->actors.size() > 1) {
      p.actors = said->actors;
      p.last = said->last;
      p.nisba = true;
    }
    if (w.find("ريس") != std::string_view::npos || w.find("زعيم") != std::string_view::npos) p.role = "leader";
    return p;
  }
  if (s.begins(CueClass::institution) && (actor == nullptr || c.slots[t].cue_end >= actor->last)) {
    if (auto p = institution_at(c, t)) return p;
  }
  if (actor != nullptr) {
    const PartyKind kind = actor->property == Property::capital ? PartyKind::capital
                           : actor->property == Property::seat  ? PartyKind::seat
                                                                : PartyKind::state;
    return plain(c, *actor, kind);
  }
  if (people != nullptr) return plain(c, *people, PartyKind::people);
  if (nisba != nullptr) {
    const bool plural = (nisba->inflection & lexicon::kPlural) != 0 && nisba->article;
    return plain(c, *nisba, plural ? PartyKind::people : PartyKind::nisba);
  }
  return std::nullopt;
}

}  // namespace qanat::mention
