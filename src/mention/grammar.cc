// Which kind of party begins at a token.
#include "mention/grammar.h"

#include <algorithm>

#include "mention/name_words.h"

namespace qanat::mention {
namespace {

using lexicon::Entry;
using lexicon::Hit;
using lexicon::Kind;
using lexicon::Property;

Party plain(const Context& c, const Hit& h, PartyKind kind) {
  Party p;
  p.kind = kind;
  p.first = h.first;
  p.last = h.last;
  p.preposition = h.preposition;
  p.conjunction = h.conjunction;
  const Entry& e = c.entry(h);
  if (e.kind == Kind::group) {
    p.actors = e.members;
    p.several = true;
  } else {
    p.actors.push_back(e.code());
  }
  return p;
}

// "سيرغي لافروف، وزير الخارجية الروسي": the office behind the name is the same man's. Without a comma only where it
// cannot be somebody else's.
void take_apposition(const Context& c, Party& p) {
  const bool comma = c.is_comma(p.last);
  const std::uint32_t at = comma ? p.last + 1 : p.last;
  const Hit* title = c.hit(at, Category::title);
  if (title == nullptr || title->conjunction || title->preposition || !is_one_person(*title) ||
      (title->inflection & lexicon::kPronoun) != 0)
    return;
  std::vector<Party> read;
  read_office(c, at, *title, read);
  Party& office = read.front();
  if (read.size() != 1 || office.several) return;
  const bool unknown = p.entry < 0;
  const bool same = !office.actors.empty() && !p.actors.empty() && office.actors == p.actors;
  const bool held = office.actors.empty() && (unknown || office.role == p.role);
  if (!(same || held || (unknown && !office.actors.empty())) || (!comma && !same && !unknown)) return;
  if (!office.person.empty()) return;
  if (unknown && office.actors.empty() && !comma && office.role != "spokesperson") return;
  if (p.actors.empty()) p.actors = office.actors;
  if (p.role.empty() || !is_loose(office.role)) p.role = office.role;
  p.former = p.former || office.former;
  p.nisba = p.nisba || office.nisba;
  p.last = office.last;
}

std::uint32_t read_known_person(const Context& c, std::uint32_t t, const Hit& person, std::vector<Party>& out) {
  Party p;
  p.kind = PartyKind::person;
  p.first = t;
  p.last = person.last;
  p.preposition = person.preposition;
  p.conjunction = person.conjunction;
  p.entry = static_cast<std::int32_t>(choose_person(c, person, {}));
  p.person = slice(c.page_text, span_of(c.page_text, c.text, t, person.last, person.proclitics));
  if (c.is_word(p.last) && is_patronymic(c.word(p.last)) && person.proclitics == 0) {
    Party whole = p;
    whole.person.clear();
    const std::uint32_t end = take_name(c, t, Trust::given, whole);
    if (end > p.last) {
      p.person = whole.person;
      p.entry = whole.entry;
      p.last = end;
    }
  }
  fill_from_person(c, p);
  take_apposition(c, p);
  const std::uint32_t end = p.last;
  out.push_back(std::move(p));
  return end;
}

// A first name that the lexicon knows from others, and what follows it: somebody, perhaps with an office behind. A
// surname in it that a known person bears is not that person's ("إيفانكا ترامب").
std::uint32_t read_unknown_person(const Context& c, std::uint32_t t, std::vector<Party>& out) {
  Party p;
  p.kind = PartyKind::person;
  p.first = t;
  const std::uint32_t end = take_name(c, t, Trust::given, p);
  if (end == t) return t;
  p.last = end;
  p.entry = -1;
  take_apposition(c, p);
  const std::uint32_t behind = p.last;
  if (behind > end || !p.actors.empty()) out.push_back(std::move(p));
  return behind;
}

std::uint32_t read_pair(const Context& c, std::uint32_t t, std::vector<Party>& out) {
  Party p;
  p.kind = PartyKind::pair;
  p.first = t;
  p.last = c.behind_cue(t);
  p.several = true;
  const std::string_view w = c.word(t);
  p.preposition = w.starts_with("لل") || w.starts_with("بال");
  p.conjunction = w.starts_with("وال");
  // "الجانبان الروسي والتركي": said at once.
  std::vector<Party> said;
  read_institution(c, t, said);
  if (!said.empty() && said.front().actors.size() > 1) {
    p.actors = said.front().actors;
    p.last = said.front().last;
    p.nisba = true;
  }
  const std::uint32_t end = p.last;
  out.push_back(std::move(p));
  return end;
}

std::uint32_t read_home(const Context& c, std::uint32_t t, std::vector<Party>& out) {
  if (c.raw(t).ends_with("ة")) return t;  // "بلدة" is a town
  Party p;
  p.kind = PartyKind::home;
  p.first = t;
  p.last = c.behind_cue(t);
  p.own = true;
  const std::string_view w = c.word(t);
  p.preposition = w.starts_with("ل");
  p.conjunction = w.starts_with("و");
  const std::uint32_t end = p.last;
  out.push_back(std::move(p));
  return end;
}

// "سموه", "لجلالته".
std::uint32_t read_honoured(const Context& c, std::uint32_t t, std::vector<Party>& out) {
  Party p;
  p.kind = PartyKind::title;
  p.first = t;
  p.last = t + 1;
  const std::string_view w = c.word(t);
  p.preposition = w.starts_with("ل") || w.starts_with("ب");
  p.conjunction = w.starts_with("و");
  out.push_back(std::move(p));
  return t + 1;
}

// "عمان" is a state and another state's capital. Its vowels tell where they are written; else whichever of the two the
// article has spoken of more so far, or speaks of in the same sentence.
const Hit& settle_capital(const Context& c, const Hit& name, const std::vector<Party>& before) {
  const Hit* capital = c.hit(name.first, Category::capital);
  if (capital == nullptr || capital->last != name.last || capital->entry == name.entry) return name;
  const std::string_view raw = c.raw(name.first);
  if (raw.find("ّ") != std::string_view::npos) return *capital;
  if (raw.find("ُ") != std::string_view::npos) return name;
  if (name.first > c.slots.first() && c.word(name.first - 1).ends_with("العاصمه")) return *capital;
  // "عمان ودمشق", "الرياض وعمان": capitals are named with capitals.
  const Hit* next = c.actor(name.last);
  if (next != nullptr && next->conjunction && next->property == Property::capital) return *capital;
  if (name.conjunction && !before.empty() && before.back().last == name.first &&
      before.back().kind == PartyKind::capital)
    return *capital;
  int lead = 0;
  const std::string& town_of = c.entry(*capital).id;
  const std::string& state = c.entry(name).id;
  for (const Party& p : before)
    if (p.actors.size() == 1) lead += p.actors.front() == town_of ? 1 : p.actors.front() == state ? -1 : 0;
  for (const Hit& h : c.slots.hits())
    if (h.first != name.first) lead += h.entry == capital->entry ? 1 : h.entry == name.entry ? -1 : 0;
  return lead > 0 ? *capital : name;
}

// "السفير فلان، المتحدث باسم الخارجية", "اللواء فلان رئيس المخابرات": the office says more than the grade.
std::uint32_t read_graded(const Context& c, std::uint32_t t, const Hit& title, std::vector<Party>& out) {
  const std::uint32_t end = read_office(c, t, title, out);
  Party& p = out.back();
  if (!is_grade(c, title) || p.person.empty() || !p.actors.empty() || p.last != end) return end;
  Party whole = p;
  whole.role.clear();
  take_apposition(c, whole);
  if (whole.role.empty()) return end;
  p = std::move(whole);
  return p.last;
}

std::uint32_t add(Party p, std::vector<Party>& out) {
  const std::uint32_t end = p.last;
  out.push_back(std::move(p));
  return end;
}

}  // namespace

bool is_name_of_actor(const Context& c, std::uint32_t t) {
  const Hit* nisba = c.hit(t, Category::nisba);
  return c.actor(t) != nullptr && (nisba == nullptr || !nisba->article);
}

bool is_one_person(const Hit& title) {
  return title.property != Property::dual && title.property != Property::plural &&
         (title.inflection & (lexicon::kDual | lexicon::kPlural)) == 0;
}

std::uint32_t read_parties(const Context& c, std::uint32_t t, std::vector<Party>& out) {
  if (!c.is_word(t)) return t;
  const Slot& s = c.slots[t];
  const Hit* title = c.hit(t, Category::title);
  const Hit* person = person_at(c, t);
  const Hit* actor = c.actor(t);
  const Hit* group = c.hit(t, Category::group);
  const Hit* people = c.hit(t, Category::people);
  const Hit* nisba = c.hit(t, Category::nisba);
  if (s.begins(CueClass::counterpart)) return read_counterpart(c, t, out);
  if (group != nullptr && (actor == nullptr || group->last >= actor->last) &&
      (title == nullptr || group->last >= title->last))
    return add(plain(c, *group, PartyKind::group), out);
  if (person != nullptr && (title == nullptr || person->last > title->last) &&
      (actor == nullptr || person->last >= actor->last))
    return read_known_person(c, t, *person, out);
  if (title != nullptr && (actor == nullptr || title->last >= actor->last))
    return is_one_person(*title) ? read_graded(c, t, *title, out) : read_several(c, t, *title, out);
  if (s.begins(CueClass::anaphor_two) || s.begins(CueClass::anaphor_all)) return read_pair(c, t, out);
  if (s.begins(CueClass::home)) return read_home(c, t, out);
  if (s.begins(CueClass::honoured)) return read_honoured(c, t, out);
  if (s.begins(CueClass::institution) && (actor == nullptr || s.cue_end >= actor->last)) {
    if (const std::uint32_t end = read_institution(c, t, out); end != t) return end;
  }
  if (actor != nullptr) {
    actor = &settle_capital(c, *actor, out);
    const PartyKind kind = actor->property == Property::capital ? PartyKind::capital
                           : actor->property == Property::seat  ? PartyKind::seat
                                                                : PartyKind::state;
    return add(plain(c, *actor, kind), out);
  }
  if (people != nullptr) return add(plain(c, *people, PartyKind::people), out);
  if (nisba != nullptr) {
    const bool plural = (nisba->inflection & lexicon::kPlural) != 0 && nisba->article;
    return add(plain(c, *nisba, plural ? PartyKind::people : PartyKind::nisba), out);
  }
  if (!s.contact && c.finder.name_words().given(c.word(t))) return read_unknown_person(c, t, out);
  return t;
}

}  // namespace qanat::mention
