// A person's name: one that the lexicon knows, or words that can be nothing else.
#include <algorithm>

#include "arabic/arabic.h"
#include "base/utf8.h"
#include "mention/grammar.h"
#include "mention/name_words.h"

namespace qanat::mention {
namespace {

using lexicon::Entry;
using lexicon::Hit;
using lexicon::Kind;

constexpr std::uint32_t kLongestName = 8;  // tokens of a name that the lexicon does not know
constexpr std::uint32_t kLongestKin = 6;   // words of "بن فلان بن فلان آل فلان" behind a known name
constexpr std::string_view kTanwin = "ً";

bool ends_with_any(std::string_view w, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view e) { return w.ends_with(e); });
}

constexpr std::uint64_t bit(CueClass k) { return 1ULL << static_cast<unsigned>(k); }

// Words with a cue are no names but for these classes, whose words also name people.
constexpr std::uint64_t kMayBeNames =
    bit(CueClass::honorific) | bit(CueClass::institution) | bit(CueClass::sport) | bit(CueClass::other);

bool is_plain_preposition(const Context& c, std::uint32_t t) { return c.word(t) == "علي" && c.raw(t).ends_with("ى"); }

// Does the word look like a noun or a verb rather than like a name that nobody in the lexicon has?
bool looks_common(const Context& c, std::uint32_t t, std::uint32_t nth) {
  const std::string_view w = c.word(t);
  const std::string_view raw = c.raw(t);
  if (raw.find(kTanwin) != std::string_view::npos || raw.ends_with("ة") || raw.ends_with("ء")) return true;
  if (ends_with_any(w, {"ها", "هما", "هم", "ات", "وا"}) && w.size() > 3 * kLetter) return true;
  if (raw.starts_with("لإ") || raw.starts_with("لأ") || raw.starts_with("بإ") || raw.starts_with("بأ")) return true;
  if (raw.starts_with("سي") && raw.size() > 5 * kLetter && nth > 0) return true;  // a verb to come
  return w.starts_with("و");
}

// A name that the lexicon knows no word of must at least not look like Arabic.
bool is_plausible(const Context& c, std::uint32_t first, std::uint32_t last) {
  constexpr std::size_t kShortest = 4;
  constexpr std::size_t kShortestAlone = 5;
  const NameWords& names = c.finder.name_words();
  if (names.part(c.word(first))) return true;
  const std::size_t shortest = (last - first == 1 ? kShortestAlone : kShortest) * kLetter;
  bool known = false;
  for (std::uint32_t t = first; t < last; ++t) {
    if (c.is_hyphen(t) || (t > first && is_name_tie(c.word(t)))) return true;
    if (names.part(c.word(t)) && !has_article(c.word(t))) known = true;
  }
  if (known) return true;
  for (std::uint32_t t = first; t < last; ++t) {
    const std::string_view w = c.word(t);
    if (w.size() < shortest || w.ends_with("ه") || has_article(w)) return false;
    if (c.raw(t).starts_with("إ")) return false;
  }
  return true;
}

// Could the word at `t` be the nth of a name that the lexicon does not know?
bool fits(const Context& c, std::uint32_t t, std::uint32_t nth, std::uint32_t& articles) {
  if (!c.is_word(t)) return false;
  const std::string_view w = c.word(t);
  const Slot& s = c.slots[t];
  const NameWords& names = c.finder.name_words();
  if (nth > 0 && is_name_tie(w)) return c.is_word(t + 1) && !c.slots[t + 1].contact && !is_plain_preposition(c, t + 1);
  const bool part = names.part(w);
  if ((s.cue_begins & ~kMayBeNames) != 0 || s.contact || is_plain_preposition(c, t)) return false;
  if (s.at(Category::title) >= 0 || s.at(Category::agency) >= 0 || s.at(Category::group) >= 0) return false;
  if (const Hit* nisba = c.hit(t, Category::nisba); nisba != nullptr)
    return nth == 1 && nisba->inflection == 0 && nisba->article && !nisba->preposition && !nisba->conjunction;
  // "زار كارتر إسرائيل": some family bears the name of a state, but not him.
  if (c.actor(t) != nullptr && (!part || nth > 0)) return false;
  if (!part && s.begins(CueClass::institution)) return false;
  if (w.size() < 2 * kLetter) return nth > 0 && w.size() >= kLetter && part;
  if (!arabic::is_arabic_letter(decode_utf8(w, 0).code) || has_glued_article(w)) return false;
  if (has_article(w)) {
    if (nth == 0) return names.given_with_article(w);
    return part || (articles++ == 0 && nth <= 3 && !c.raw(t).ends_with("ة"));
  }
  return part || !looks_common(c, t, nth);
}

// "محمد بن سلمان" + "بن عبدالعزيز آل سعود".
std::uint32_t behind_kin(const Context& c, std::uint32_t t) {
  std::uint32_t end = t;
  while (end - t < kLongestKin && c.is_word(end) && is_patronymic(c.word(end)) && c.is_word(end + 1) &&
         !c.slots[end + 1].contact) {
    end += 2;
    if (is_name_tie(c.word(end - 1)) && c.is_word(end)) ++end;  // "بن عبد العزيز"
  }
  return end;
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

std::uint32_t choose_person(const Context& c, const Hit& h, std::string_view actor) {
  const auto named = [&](const std::string& state) {
    return std::any_of(c.slots.hits().begin(), c.slots.hits().end(), [&](const Hit& o) {
      const Entry& e = c.entry(o);
      return (e.kind == Kind::state && e.id == state) || (e.kind == Kind::place && e.state == state);
    });
  };
  std::uint32_t best = h.entry;
  int most = -1;
  for (const Hit& o : c.slots.hits()) {
    if (o.first != h.first || o.last != h.last || c.entry(o).kind != Kind::person) continue;
    const lexicon::Office* office = office_of(c.entry(o), c.published, actor);
    if (office == nullptr) continue;
    const int points = (c.published && office->covers(*c.published) ? 2 : 0) + (named(office->actor) ? 1 : 0);
    if (points <= most) continue;
    most = points;
    best = o.entry;
  }
  return best;
}

const Hit* person_at(const Context& c, std::uint32_t t) {
  const Hit* h = c.hit(t, Category::person);
  if (h == nullptr) return nullptr;
  // "على" is a preposition, though some papers write the name so; three words make the name sure.
  if (is_plain_preposition(c, t) && h->last - h->first < 3) return nullptr;
  if (t > c.slots.first() && is_patronymic(c.word(t - 1)) && c.is_word(t - 1)) return nullptr;
  // "الملك سلمان" is one, but "سلمان بن عبد العزيز" says more of him.
  const Hit* longer = c.hit(t + 1, Category::person);
  if (longer != nullptr && longer->last > h->last && longer->first < h->last) return nullptr;
  return h;
}

std::int32_t bearer_at(const Context& c, std::uint32_t t, const Party& party) {
  if (!c.is_word(t) || !c.published || c.slots[t].contact || c.begins(t, CueClass::stop)) return -1;
  if (is_plain_preposition(c, t)) return -1;
  if (c.is_word(t + 1) && c.finder.name_words().part(c.word(t + 1)) && !c.begins(t + 1, CueClass::stop)) return -1;
  for (const std::uint32_t entry : c.finder.name_words().bearers(c.word(t))) {
    const Entry& person = c.finder.lexicon().entries()[entry];
    for (const lexicon::Office& o : person.offices) {
      const bool same = o.role == party.role || (party.role == "minister" && o.role.ends_with("_minister"));
      if (same && o.covers(*c.published) && (party.actors.empty() || party.actors.front() == o.actor))
        return static_cast<std::int32_t>(entry);
    }
  }
  return -1;
}

std::uint32_t take_name(const Context& c, std::uint32_t t, Trust trust, Party& party) {
  std::uint32_t at = t;
  while (c.is_word(at) && c.begins(at, CueClass::honorific) && person_at(c, at) == nullptr) at = c.behind_cue(at);
  if (const Hit* h = person_at(c, at); h != nullptr && !h->preposition && !h->conjunction) {
    const std::uint32_t end = behind_kin(c, h->last);
    if (end == h->last || h->last - h->first > 1) {
      party.person = slice(c.page_text, span_of(c.page_text, c.text, at, end, 0));
      party.entry = static_cast<std::int32_t>(
          choose_person(c, *h, party.actors.empty() ? std::string_view{} : party.actors.front()));
      return end;
    }
  }
  if (!party.role.empty()) {
    if (const std::int32_t entry = bearer_at(c, at, party); entry >= 0) {
      party.person = slice(c.page_text, span_of(c.page_text, c.text, at, at + 1, 0));
      party.entry = entry;
      return at + 1;
    }
  }
  if (trust == Trust::known) return t;
  if (trust == Trust::given && !c.finder.name_words().given(c.word(at))) return t;
  std::uint32_t end = at;
  std::uint32_t articles = 0;
  while (end - at < kLongestName) {
    if (end > at && c.is_hyphen(end)) {
      end += 2;
    } else if (fits(c, end, end - at, articles)) {
      ++end;
    } else {
      break;
    }
  }
  while (end > at && is_name_tie(c.word(end - 1)) && end - at > 1) --end;
  if (end - at < (trust == Trust::given || has_article(c.word(at)) ? 2U : 1U) || !is_plausible(c, at, end)) return t;
  party.person = slice(c.page_text, span_of(c.page_text, c.text, at, end, 0));
  return end;
}

void fill_from_person(const Context& c, Party& party) {
  if (party.entry < 0) return;
  const Entry& person = c.finder.lexicon().entries()[static_cast<std::size_t>(party.entry)];
  const lexicon::Office* office = party.actors.empty() ? nullptr : office_of(person, c.published, party.actors.front());
  if (office == nullptr) office = office_of(person, c.published);
  if (office == nullptr) return;
  const lexicon::Entry* actor = c.finder.lexicon().actor(office->actor);
  const std::string code = actor == nullptr ? office->actor : actor->code();
  if (party.actors.empty()) party.actors.push_back(code);
  if (party.role.empty() || (is_loose(party.role) && code == party.actors.front())) party.role = office->role;
}

}  // namespace qanat::mention
