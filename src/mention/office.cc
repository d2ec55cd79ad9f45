// One office, the state it is held for, and who holds it: "وزير الخارجية النرويجي يوناس غار ستوره".
#include <algorithm>
#include <array>

#include "arabic/arabic.h"
#include "mention/grammar.h"
#include "mention/name_words.h"

namespace qanat::mention {
namespace {

using lexicon::Hit;

constexpr std::uint32_t kLongestPortfolio =
    6;  // words of a ministry's name: "الشؤون الخارجية والهجرة والتونسيين بالخارج"
constexpr std::uint32_t kLongestField = 4;    // words behind "لشؤون"
constexpr std::uint32_t kLongestOffice = 16;  // words from an office to the name of its holder

bool is_one_of(std::string_view w, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), w) != list.end();
}

bool is_preposition(std::string_view w) {
  return is_one_of(w, {"في", "الي", "لدي", "من", "عن", "حول", "لشوون", "بشان", "علي", "المكلف", "المعني"});
}

// Offices whose holder is sent somewhere or speaks for something: what a preposition joins to them names nobody.
bool is_accredited(std::string_view role) {
  return is_one_of(role, {"envoy", "diplomat", "spokesperson", "delegation", "org_head", "military", "official"});
}
bool has_portfolio(std::string_view role) {
  return is_one_of(role, {"minister", "deputy_minister", "foreign_minister", "envoy", "legislature", "official",
                          "leader", "military"});
}

// "وفد يمثل المعارضة".
bool is_standing_for(std::string_view w) { return is_one_of(w, {"يمثل", "تمثل", "يضم", "باسم", "رفيع"}); }

// Titles that are bodies: nobody's name follows them.
bool is_body(std::string_view title) {
  return is_one_of(title, {"وفد", "سفاره", "قنصليه", "برلمان", "كنيست", "كونغرس", "كونجرس", "استخبارات", "مخابرات",
                           "مصدر", "وفود", "مجلس", "وكاله", "جهاز", "قياده", "وزاره", "بعثه", "هييه", "لجنه"});
}

// A head of anything: "رئيس الشركة". Only with a state is he a leader.
bool is_bare_head(std::string_view title) {
  return is_one_of(title, {"رييس", "رييسه", "قايد", "زعيم", "نايب رييس", "نايبه رييس"});
}

// What a head may lead and still be the head of a state or its government.
bool is_state_word(std::string_view w) {
  return is_one_of(w, {"جمهوريه", "الجمهوريه", "دوله", "الدوله", "حكومه", "الحكومه", "سلطه", "السلطه", "البلاد",
                       "اداره", "مملكه", "سلطنه", "نظام", "النظام", "اقليم"});
}

class OfficeReader {
 public:
  OfficeReader(const Context& c, std::uint32_t t, const Hit& title) : c_(c), title_(title) {
    p_.first = t;
    p_.role = c.entry(title).id;
    p_.conjunction = title.conjunction;
    p_.preposition = title.preposition;
    p_.own = is_own(title);
    form_ = arabic::fold(c.finder.lexicon().forms()[title.form].text);
    first_word_ = std::string_view(form_).substr(0, form_.find(' '));
    if (first_word_.starts_with("ال")) first_word_.remove_prefix(2 * kLetter);
    at_ = title.last;
    actor_inside();
  }

  Party read() {
    if (!p_.own && !title_.article && is_bare_head(form_)) head_of_something();
    const std::uint32_t limit = std::min(c_.slots.last(), p_.first + kLongestOffice);
    while (at_ < limit && step()) {
    }
    finish();
    return std::move(p_);
  }

 private:
  // Is the word before closed by its article, so that no noun can hang on it: "الوفد | موسكو"?
  bool is_closed() const { return has_article(c_.word(at_ - 1)) || has_glued_article(c_.word(at_ - 1)); }

  // "مستشاره" is folded as "مستشارة" is; who writes the dots means them.
  bool is_own(const Hit& title) const {
    if ((title.inflection & lexicon::kPronoun) != 0) return true;
    return title.last - title.first == 1 && c_.raw(title.first).ends_with("ه");
  }

  bool names_allowed() const { return !is_body(first_word_); }

  // Titles that name their body: "الأمين العام للأمم المتحدة", "مستشار الكرملين"; but "أمين مجلس الأمن الروسي" is what
  // stands behind.
  void actor_inside() {
    const bool council = form_.find("مجلس الامن") != std::string::npos;
    if (council && c_.hit(title_.last, Category::nisba) != nullptr) return;
    for (std::uint32_t t = title_.first + 1; t < title_.last; ++t) {
      const Hit* actor = c_.actor(t);
      if (actor == nullptr) continue;
      p_.actors.assign(1, c_.entry(*actor).code());
      at_ = std::max(at_, actor->last);  // "رئيس إقليم كردستان | العراق"
      return;
    }
    if (form_.starts_with("خادم الحرمين")) {  // a title that one king alone has
      p_.actors.emplace_back("SAU");
      return;
    }
    for (std::uint32_t t = title_.first + 1; t < title_.last; ++t) {  // "قائد القوات الأميركية"
      const Hit* nisba = c_.hit(t, Category::nisba);
      if (nisba == nullptr || nisba->last > title_.last) continue;
      p_.actors.assign(1, c_.entry(*nisba).code());
      p_.nisba = true;
      return;
    }
  }

  // "رئيس" without a state behind it: who leads a club, a court or a committee speaks for no state.
  void head_of_something() {
    const std::uint32_t t = title_.last;
    if (!c_.is_word(t) || c_.hit(t, Category::nisba) != nullptr || c_.actor(t) != nullptr ||
        c_.hit(t, Category::group) != nullptr || c_.hit(t, Category::title) != nullptr ||
        c_.begins(t, CueClass::adjective) || person_at(c_, t) != nullptr || is_state_word(c_.word(t)))
      return;
    p_.role = "official";
    headed_ = true;
  }

  // Reads one thing; false at the party's end.
  bool step() {
    if (!c_.is_word(at_)) return comma();
    if (const Hit* person = person_at(c_, at_); person != nullptr && !person->conjunction && !person->preposition)
      return name(Trust::known);
    if (joins_another(at_)) return false;
    if (c_.begins(at_, CueClass::honorific) && c_.hit(at_, Category::title) == nullptr) {
      const std::uint32_t end = take_name(c_, at_, p_.actors.empty() ? Trust::given : Trust::any, p_);
      if (end != at_) {
        at_ = end;
        return false;
      }
    }
    if (const Hit* nisba = c_.hit(at_, Category::nisba); nisba != nullptr && !nisba->preposition)
      return of_nisba(*nisba);
    if (c_.begins(at_, CueClass::adjective)) return adjective();
    if (const Hit* actor = c_.actor(at_); actor != nullptr) return of_actor(*actor);
    if (const Hit* group = c_.hit(at_, Category::group); group != nullptr && p_.actors.empty()) {
      p_.actors = c_.entry(*group).members;
      p_.several = true;
      at_ = group->last;
      return true;
    }
    if (const Hit* inner = c_.hit(at_, Category::title); inner != nullptr) return inner_title(*inner);
    const std::string_view w = c_.word(at_);
    if (w == "الدولي" && p_.actors.empty() && p_.role == "envoy") {  // the nations' envoy
      p_.actors.emplace_back("UN");
      ++at_;
      return true;
    }
    if (p_.actors.empty() &&
        (c_.begins(at_, CueClass::institution) || (p_.role == "delegation" && is_standing_for(w)))) {
      ++at_;
      return true;
    }
    // "الممثلة العليا للسياسة الخارجية في الاتحاد الأوروبي".
    if (w == "في" && p_.actors.empty() && !p_.own) {
      const Hit* body = c_.actor(at_ + 1);
      if (body != nullptr && c_.entry(*body).kind == lexicon::Kind::organisation) return purpose(w);
    }
    if (p_.role == "deputy_minister" && (w == "لشوون" || w == "للشوون")) return field();
    if (is_accredited(p_.role) && (is_preposition(w) || (w.starts_with("لل") && w.size() > 3 * kLetter)))
      return purpose(w);
    if (at_ == title_.last && names_allowed() && bearer_at(c_, at_, p_) >= 0)
      return name(Trust::known);  // "الرئيس الأسد"
    if (has_portfolio(p_.role) && p_.actors.empty() && portfolio_ < kLongestPortfolio &&
        (has_article(w) || w.starts_with("وال") || w.starts_with("لل") || w == "بالخارج" ||
         (headed_ && portfolio_ == 0)) &&
        !c_.slots[at_].contact && !c_.finder.name_words().given(w)) {
      ++portfolio_;
      ++at_;
      return true;
    }
    // "الرئيس الأميركي الديمقراطي باراك أوباما".
    if (!p_.actors.empty() && has_article(w) && !skipped_ && !c_.slots[at_].contact) {
      const Hit* person = person_at(c_, at_ + 1);
      if ((person != nullptr && !person->preposition && !person->conjunction) ||
          c_.begins(at_ + 1, CueClass::adjective)) {
        skipped_ = true;
        ++at_;
        return true;
      }
    }
    return name(p_.actors.empty() ? Trust::given : Trust::any);
  }

  // "والأمير": another person begins.
  bool joins_another(std::uint32_t token) const {
    return c_.begins(token, CueClass::honorific) && c_.word(token).starts_with("وال");
  }

  // "المتحدث الرسمي باسم الرئاسة، السفير فلان".
  bool is_grade_of_spokesman(const Hit& title) const {
    return p_.role == "spokesperson" && is_grade(c_, title) && !title.preposition && !title.conjunction &&
           c_.hit(title.last, Category::nisba) == nullptr;
  }

  bool comma() {
    if (!c_.is_comma(at_)) return false;
    // Behind a comma only the name may follow, and a grade before it.
    std::uint32_t name = at_ + 1;
    if (const Hit* inner = c_.hit(name, Category::title); inner != nullptr && is_grade_of_spokesman(*inner))
      name = inner->last;
    const std::uint32_t end = names_allowed() && !joins_another(name) ? take_name(c_, name, Trust::given, p_) : name;
    if (end == name) return false;
    at_ = end;
    return false;
  }

  bool name(Trust trust) {
    if (!names_allowed() || (headed_ && p_.actors.empty())) return false;
    at_ = take_name(c_, at_, trust, p_);
    return false;
  }

  bool of_nisba(const Hit& nisba) {
    if (nisba.conjunction && !p_.actors.empty()) return false;
    if (p_.actors.empty()) {
      p_.actors.push_back(c_.entry(nisba).code());
      p_.nisba = true;
    } else if (c_.hit(at_ + 1, Category::nisba) == nullptr && !is_accredited(p_.role)) {
      return false;
    }
    at_ = nisba.last;
    return true;
  }

  bool adjective() {
    const std::string_view w = c_.word(at_);
    if (is_one_of(w, {"السابق", "السابقه", "سابق", "سابقه", "الاسبق", "المخلوع", "الراحل", "المقال"})) p_.former = true;
    at_ = c_.behind_cue(at_);
    return true;
  }

  // "رئيس روسيا", "الأمين العام للأمم المتحدة"; no state follows a title that is closed by its article.
  bool of_actor(const Hit& actor) {
    if (actor.conjunction || !p_.actors.empty()) return false;
    if (!actor.preposition && is_closed()) return false;
    if (actor.preposition && !c_.word(at_).starts_with("ل")) return false;
    const lexicon::Kind kind = c_.entry(actor).kind;
    if (actor.preposition && p_.role == "envoy" && kind == lexicon::Kind::state) {  // whom he is sent to
      at_ = actor.last;
      return true;
    }
    p_.actors.push_back(c_.entry(actor).code());
    at_ = actor.last;
    return true;
  }

  // An office within the office: "المبعوث الخاص للرئيس الروسي", "مستشار وزير الخارجية الإيراني"; or a second office of
  // the same man: "ولي العهد وزير الدفاع".
  bool inner_title(const Hit& inner) {
    // "أوفد الرئيس الفرنسي | مستشاره": somebody else's.
    if (is_own(inner) && !inner.preposition) return false;
    if (inner.conjunction || (!p_.actors.empty() && inner.preposition)) return false;
    // "ولي العهد السعودي الأمين العام": a second man, but "الرئيس المصري المشير فلان" is one.
    if (!p_.actors.empty() && inner.article && c_.entry(inner).id != "military" && !is_grade_of_spokesman(inner))
      return false;
    // "التقى المبعوث | قياديين", "ولي العهد | الرئيس الفرنسي": nothing hangs on a title that is closed, but a second
    // title of the same man, with the state behind the last.
    const Hit* state = c_.hit(inner.last, Category::nisba);
    const bool another = !is_one_person(inner) ||
                         (inner.article && c_.entry(inner).id == "leader" && state != nullptr && state->article);
    if (!inner.preposition && is_closed() && another) return false;
    at_ = inner.last;
    if (!inner.preposition && p_.actors.empty() && (p_.role == "official" || p_.role.empty()))
      p_.role = c_.entry(inner).id;
    return true;
  }

  // "مساعد وزير الخارجية القطري [لشؤون المتابعة] فلان", "[للشؤون السياسية]".
  bool field() {
    ++at_;
    for (std::uint32_t n = 0; n < kLongestField && c_.is_word(at_); ++n, ++at_) {
      const std::string_view w = c_.word(at_);
      const bool another = c_.slots[at_].contact || c_.finder.name_words().given_with_article(w);
      if (another || !(has_article(w) || w.starts_with("وال"))) break;
    }
    return true;
  }

  // "المبعوث الأممي إلى اليمن", "للتسوية السورية": what the office is for names nobody.
  bool purpose(std::string_view w) {
    // An ambassador to Egypt is one; a delegation to Egypt goes there.
    if (w == "الي" && !is_one_of(p_.role, {"envoy", "diplomat"})) return false;
    std::uint32_t end = is_preposition(w) ? at_ + 1 : at_;
    if (!c_.is_word(end)) return false;
    if (const Hit* a = c_.actor(end); a != nullptr) {
      // "ممثل عن الحوثيين", "مسؤول في البوليساريو"; but a state is where he is, not whom he serves.
      const bool served = w == "من" || w == "عن" || (w == "في" && c_.entry(*a).kind != lexicon::Kind::state);
      if (p_.own && served) return false;  // "سحب سفيرها من مدريد"
      if (p_.actors.empty() && served) p_.actors.push_back(c_.entry(*a).code());
      end = a->last;
    } else if (const Hit* body = c_.actor(end + 1); body != nullptr && p_.actors.empty() && !body->preposition &&
                                                    w == "من" && c_.begins(end, CueClass::institution)) {
      p_.actors.push_back(c_.entry(*body).code());  // "وفد من قيادة حماس"
      end = body->last;
    } else if (c_.begins(end, CueClass::institution) && p_.actors.empty() &&
               c_.hit(end + 1, Category::nisba) != nullptr) {
      const Hit* nisba = c_.hit(end + 1, Category::nisba);  // "مسؤول في الحكومة القطرية"
      p_.actors.push_back(c_.entry(*nisba).code());
      end = nisba->last;
    } else if (const Hit* place = c_.hit(end, Category::place); place != nullptr) {
      end = place->last;
    } else if (c_.slots[end].contact || !(has_article(c_.word(end)) || has_glued_article(c_.word(end))) ||
               (c_.slots[end].cue_begins >> static_cast<unsigned>(CueClass::stop) & 1U) != 0) {
      return false;
    } else {
      ++end;
      if (const Hit* n = c_.hit(end, Category::nisba); n != nullptr && !n->conjunction)
        end = n->last;
      else if (const Hit* b = c_.actor(end); b != nullptr && !b->preposition && !b->conjunction)
        end = b->last;
    }
    at_ = end;
    return true;
  }

  void finish() {
    if (p_.role == "envoy" && p_.actors.empty() && form_.find("دولي") != std::string::npos)
      p_.actors.emplace_back("UN");
    // Words of a portfolio that led nowhere are not part of it.
    if (p_.actors.empty() && p_.person.empty()) at_ = title_.last;
    p_.last = at_;
    if (first_word_ == "مستشار" && form_ == first_word_ && !p_.actors.empty() &&
        is_one_of(p_.actors.front(), {"DEU", "AUT"}))
      p_.role = "leader";
    if (headed_ && !p_.actors.empty() && c_.finder.lexicon().entry(lexicon::Kind::state, p_.actors.front()) == nullptr)
      p_.role = "org_head";
    fill_from_person(c_, p_);
    settle_role(c_, p_);
    p_.kind = !p_.person.empty() ? PartyKind::person : p_.actors.empty() ? PartyKind::title : PartyKind::office;
  }

  const Context& c_;
  const Hit& title_;
  Party p_;
  std::string form_;
  std::string_view first_word_;
  std::uint32_t at_ = 0;
  std::uint32_t portfolio_ = 0;
  bool headed_ = false;
  bool skipped_ = false;
};

}  // namespace

bool is_grade(const Context& c, const Hit& title) {
  const std::string& role = c.entry(title).id;
  return title.article && title.last - title.first == 1 && (role == "diplomat" || role == "military");
}

std::uint32_t read_office(const Context& c, std::uint32_t t, const Hit& title, std::vector<Party>& out) {
  out.push_back(OfficeReader(c, t, title).read());
  const std::uint32_t end = out.back().last;
  if (out.back().person.empty() || !out.back().nisba) return end;
  return read_fellows(c, end, out);
}

}  // namespace qanat::mention
