// Several who share an office: "وزيرا الخارجية الروسي سيرغي لافروف والتركي مولود جاويش أوغلو", "رؤساء مصر والسودان
// وإثيوبيا", "نظيره الأميركي".
#include <algorithm>

#include "arabic/arabic.h"
#include "mention/grammar.h"
#include "mention/unique.h"

namespace qanat::mention {
namespace {

using lexicon::Hit;

constexpr std::uint32_t kLongestList = 48;  // tokens of a list of states

PartyKind kind_of(const Party& p) {
  return !p.person.empty() ? PartyKind::person : p.actors.empty() ? PartyKind::title : PartyKind::office;
}

// Words that part an office from the states that it is held for: "وزراء الخارجية في كل من مصر والسودان".
bool is_link(std::string_view w) {
  return w == "في" || w == "من" || w == "كل" || w == "لكل" || w == "بكل" || w == "كلا" || w == "دول" || w == "بدول" ||
         w == "الدول" || w == "الاعضاء" || w == "عن" || w == "لدي" || w == "بلدان" || w == "هي" || w == "وهي" ||
         w == "اعضاء";
}

bool is_anaphor(const Context& c, std::uint32_t t) {
  return c.begins(t, CueClass::anaphor_two) || c.begins(t, CueClass::anaphor_all);
}

// One nisba and perhaps a name: "الروسي سيرغي لافروف". `t` if there is no nisba.
std::uint32_t take_fellow(const Context& c, std::uint32_t t, Party& p) {
  const Hit* nisba = c.hit(t, Category::nisba);
  if (nisba == nullptr || nisba->preposition) return t;
  p.first = t;
  p.conjunction = nisba->conjunction;
  p.actors.assign(1, c.entry(*nisba).code());
  p.nisba = true;
  std::uint32_t at = nisba->last;
  while (c.begins(at, CueClass::adjective)) at = c.behind_cue(at);
  const std::uint32_t name = c.is_comma(at) ? at + 1 : at;
  const std::uint32_t end = take_name(c, name, name == at ? Trust::any : Trust::given, p);
  if (end != name) at = end;
  p.last = at;
  return at;
}

class Roster {
 public:
  // `shared`: what all who are listed have in common (role, first token).
  Roster(const Context& c, Party shared, std::uint32_t at) : c_(c), p_(std::move(shared)), at_(at) {}

  // Appends who is listed; gives the token behind.
  std::uint32_t read(std::vector<Party>& out) {
    offices();
    if (nisbas(out)) return at_;
    if (const std::uint32_t person = first_person(); person != at_) return absorb(person, out);
    if (is_anaphor(c_, at_)) {
      p_.kind = PartyKind::pair;
      p_.last = c_.behind_cue(at_);
      out.push_back(p_);
      return p_.last;
    }
    states();
    p_.last = at_;
    p_.kind = kind_of(p_);
    settle_role(c_, p_);
    if (second_ == 0 || p_.actors.empty()) {
      out.push_back(p_);
      return at_;
    }
    // "وزراء الخارجية ورؤساء أجهزة المخابرات في مصر والسودان": two offices, each of all.
    Party second = p_;
    second.role = second_role_;
    second.first = second_;
    second.conjunction = true;
    second.preposition = false;
    p_.last = second_;
    out.push_back(p_);
    out.push_back(std::move(second));
    return at_;
  }

 private:
  // Further offices and what they are for: "والدفاع", "ورؤساء أجهزة المخابرات", "الإعلام".
  void offices() {
    const std::uint32_t from = at_;
    while (c_.is_word(at_) && at_ - from < 8) {
      const std::string_view w = c_.word(at_);
      const Hit* title = c_.hit(at_, Category::title);
      if (title != nullptr && title->conjunction && !title->preposition &&
          (title->property != lexicon::Property::title) && (title->inflection & lexicon::kPronoun) == 0) {
        note_second(c_.entry(*title).id, at_);
        at_ = title->last;
        continue;
      }
      if (w == "والدفاع" || w == "والخارجيه") {
        note_second(w == "والدفاع" ? "defence_minister" : "foreign_minister", at_);
        ++at_;
        continue;
      }
      if (c_.hit(at_, Category::nisba) != nullptr || c_.actor(at_) != nullptr || c_.slots[at_].contact ||
          c_.hit(at_, Category::group) != nullptr || is_anaphor(c_, at_) || person_at(c_, at_) != nullptr)
        return;
      if (c_.begins(at_, CueClass::adjective)) {
        at_ = c_.behind_cue(at_);
        continue;
      }
      // "وزراء داخلية دول الجوار"
      if (p_.role == "minister" && (c_.actor(at_ + 1) != nullptr || c_.hit(at_ + 1, Category::group) != nullptr) &&
          !is_link(w) && !c_.begins(at_, CueClass::stop) && !c_.begins(at_, CueClass::with)) {
        ++at_;
        return;
      }
      const bool ministers = p_.role == "minister" || p_.role == "deputy_minister" || p_.role == "legislature";
      if (!ministers || c_.begins(at_, CueClass::stop) || c_.begins(at_, CueClass::with) ||
          !(has_article(w) || w.starts_with("وال")))
        return;
      ++at_;
    }
  }

  void note_second(std::string_view role, std::uint32_t at) {
    if (role == p_.role || second_ != 0) return;
    second_ = at;
    second_role_ = role;
  }

  // "السعودية" is a state and a nisba: behind "وزراء خارجية" it is the state unless a nisba follows it.
  bool begins_with_states() const {
    const Hit* actor = c_.actor(at_);
    if (actor == nullptr || actor->preposition || actor->conjunction) return false;
    const Hit* nisba = c_.hit(at_, Category::nisba);
    if (nisba != nullptr && nisba->last > actor->last) return false;
    const Hit* next = c_.hit(actor->last, Category::nisba);
    return next == nullptr || !next->conjunction || c_.actor(actor->last) != nullptr;
  }

  // "الروسي والتركي", each perhaps with a name: with names they are several parties, without one.
  bool nisbas(std::vector<Party>& out) {
    std::vector<Party> fellows;
    bool named = false;
    if (begins_with_states()) return false;
    for (std::uint32_t t = at_; fellows.size() < 8;) {
      const Hit* nisba = c_.hit(t, Category::nisba);
      if (nisba == nullptr || nisba->preposition || nisba->conjunction == fellows.empty()) {
        if (fellows.empty() || !c_.is_comma(t)) break;
        const Hit* next = c_.hit(t + 1, Category::nisba);
        if (next == nullptr || (!next->conjunction && p_.role.empty())) break;
        ++t;
        continue;
      }
      Party fellow;
      fellow.role = p_.role;
      fellow.counterpart = p_.counterpart;
      t = take_fellow(c_, t, fellow);
      named = named || !fellow.person.empty();
      fellows.push_back(std::move(fellow));
      at_ = t;
    }
    if (fellows.empty()) return false;
    fellows.front().first = p_.first;
    fellows.front().preposition = p_.preposition;
    fellows.front().conjunction = p_.conjunction;
    if (named) {
      for (Party& fellow : fellows) {
        fill_from_person(c_, fellow);
        settle_role(c_, fellow);
        fellow.kind = kind_of(fellow);
        out.push_back(std::move(fellow));
      }
      return true;
    }
    for (const Party& fellow : fellows) add_unique(p_.actors, fellow.actors.front());
    p_.nisba = true;
    p_.last = at_;
    p_.kind = PartyKind::office;
    settle_role(c_, p_);
    out.push_back(p_);
    if (second_ != 0 && second_ < p_.last) {
      Party second = p_;
      second.role = second_role_;
      second.first = second_;
      second.conjunction = true;
      second.preposition = false;
      out.back().last = second_;
      out.push_back(std::move(second));
    }
    return true;
  }

  // "الرئيسان بوتين وأردوغان": the title goes with the first name, the grammar finds the others by themselves.
  std::uint32_t first_person() {
    Party probe;
    return take_name(c_, at_, Trust::known, probe);
  }
  std::uint32_t absorb(std::uint32_t end, std::vector<Party>& out) {
    Party p = p_;
    take_name(c_, at_, Trust::known, p);
    p.several = false;
    p.last = end;
    fill_from_person(c_, p);
    p.kind = PartyKind::person;
    out.push_back(std::move(p));
    return end;
  }

  // "مصر والسودان وإثيوبيا", "في كل من روسيا، تركيا وإيران", "دول الخليج".
  void states() {
    std::uint32_t t = at_;
    while (c_.is_word(t) && t - at_ < 4 && is_link(c_.word(t)) && c_.hit(t, Category::group) == nullptr) ++t;
    if (const Hit* group = c_.hit(t, Category::group); group != nullptr) {
      p_.actors = c_.entry(*group).members;
      at_ = group->last;
      return;
    }
    while (c_.begins(t, CueClass::institution) && c_.actor(t) == nullptr) {
      // "خبراء المنظمة [المملكة المتحدة]": a body with its article owns no state.
      const std::uint32_t behind = c_.behind_cue(t);
      if (has_article(c_.word(t)) && is_name_of_actor(c_, behind)) return;
      t = behind;
    }
    const Hit* first = c_.actor(t);
    if (first == nullptr) return adjectives(t);
    if (first->conjunction) return;
    add_unique(p_.actors, c_.entry(*first).code());
    t = first->last;
    const std::uint32_t limit = std::min(c_.slots.last(), t + kLongestList);
    while (t < limit) {
      const bool comma = c_.is_comma(t);
      const std::uint32_t next = comma || c_.word(t) == "و" ? t + 1 : t;
      const Hit* actor = c_.actor(next);
      if (const std::uint32_t end = actor == nullptr ? institution(next) : next; end != next) {
        t = end;
        continue;
      }
      if (actor == nullptr || (next == t && !actor->conjunction) || actor->preposition) break;
      if (comma && actor->conjunction && p_.actors.size() < 2)
        break;  // "قادة مصر، والسودان": a new member of the clause
      add_unique(p_.actors, c_.entry(*actor).code());
      t = actor->last;
    }
    at_ = t;
  }

  // "مسؤولين في الحكومة القطرية", "رئيسا أركان الجيشين التركي واليوناني", "مسؤولين أتراك وأميركيين".
  void adjectives(std::uint32_t t) {
    const bool body = t != at_;
    while (true) {
      const Hit* nisba = body || !p_.actors.empty() ? c_.hit(t, Category::nisba) : nullptr;
      if (const Hit* people = c_.hit(t, Category::people); nisba == nullptr && !body && people != nullptr)
        nisba = people->article ? nullptr : people;
      if (nisba == nullptr || nisba->preposition || nisba->conjunction == p_.actors.empty()) return;
      add_unique(p_.actors, c_.entry(*nisba).code());
      p_.nisba = true;
      at_ = t = nisba->last;
    }
  }

  // "تركيا [والنظام السوري] وإيران": said in the place of a state. Gives the token behind it; `t`: there is none.
  std::uint32_t institution(std::uint32_t t) {
    if (!c_.is_word(t) || !c_.word(t).starts_with("و") || !c_.begins(t, CueClass::institution)) return t;
    std::vector<Party> said;
    const std::uint32_t end = read_institution(c_, t, said);
    if (said.size() != 1 || said.front().actors.size() != 1 || said.front().preposition) return t;
    add_unique(p_.actors, said.front().actors.front());
    return end;
  }

  const Context& c_;
  Party p_;
  std::uint32_t at_;
  std::uint32_t second_ = 0;  // where the second office begins; 0: none
  std::string second_role_;
};

}  // namespace

std::uint32_t read_several(const Context& c, std::uint32_t t, const Hit& title, std::vector<Party>& out) {
  Party p;
  p.first = t;
  p.role = c.entry(title).id;
  p.several = true;
  p.conjunction = title.conjunction;
  p.preposition = title.preposition;
  // "قادة دول البلطيق": "دول" belongs to both.
  const Hit* group = c.hit(title.last - 1, Category::group);
  const bool shared = group != nullptr && group->last > title.last && title.last - title.first > 1;
  return Roster(c, std::move(p), shared ? title.last - 1 : title.last).read(out);
}

std::uint32_t read_counterpart(const Context& c, std::uint32_t t, std::vector<Party>& out) {
  Party p;
  p.first = t;
  p.counterpart = true;
  const std::string_view w = c.word(t);
  p.preposition = w.starts_with("ل") || w.starts_with("ب");
  p.conjunction = w.starts_with("و");
  const std::string_view stem = w.substr(w.find("نظ"));
  const bool many = stem.starts_with("نظرا") || stem.starts_with("نظيري") || stem.starts_with("نظيرا");
  std::uint32_t at = c.behind_cue(t);
  if (c.hit(at, Category::nisba) != nullptr) {
    p.several = many;
    const std::size_t from = out.size();
    const std::uint32_t end = Roster(c, std::move(p), at).read(out);
    for (std::size_t i = from; i < out.size(); ++i) out[i].several = out[i].several || out[i].actors.size() > 1;
    return end;
  }
  if (c.is_word(at) && (c.word(at) == "في" || c.word(at) == "من") && c.actor(at + 1) != nullptr) ++at;
  if (const Hit* actor = c.actor(at);
      actor != nullptr && !actor->conjunction && (!actor->preposition || c.word(at).starts_with("ل"))) {
    if (many) {
      p.several = true;
      return Roster(c, std::move(p), at).read(out);
    }
    p.actors.push_back(c.entry(*actor).code());
    at = actor->last;
  }
  const std::uint32_t name = c.is_comma(at) ? at + 1 : at;
  const std::uint32_t end = take_name(c, name, p.actors.empty() || name != at ? Trust::given : Trust::any, p);
  if (end != name) at = end;
  p.last = at;
  fill_from_person(c, p);
  p.kind = kind_of(p);
  out.push_back(std::move(p));
  return at;
}

std::uint32_t read_fellows(const Context& c, std::uint32_t t, std::vector<Party>& out) {
  while (true) {
    const std::uint32_t at = c.is_comma(t) ? t + 1 : t;
    const Hit* nisba = c.hit(at, Category::nisba);
    if (nisba == nullptr || !nisba->conjunction || (nisba->inflection & lexicon::kFeminine) != 0) return t;
    Party p;
    p.role = out.back().role;
    const std::uint32_t end = take_fellow(c, at, p);
    if (p.person.empty()) return t;
    fill_from_person(c, p);
    settle_role(c, p);
    p.kind = PartyKind::person;
    out.push_back(std::move(p));
    t = end;
  }
}

}  // namespace qanat::mention
