#include "report/scope.h"

#include <array>

#include "report/operators.h"

namespace qanat::report {
namespace {

using mention::CueClass;

// All in tokens.
constexpr std::uint32_t kScopeReach = 24;  // outwards; names and times between are often longer than the clause itself
constexpr int kMostPlainWords = 2;         // between an operator and what it acts on: "رفض فكرة عقد لقاء"
constexpr std::uint32_t kAside = 9;  // "، الثلاثاء، ": the longest that is stepped over between two commas
constexpr std::uint32_t kPredicate = 22;  // behind the contact word

// "لا تزال | المفاوضات متعثرة": what it is still is said behind.
constexpr std::array<std::string_view, 6> kStill = {"تزال", "يزال", "زالت", "زال", "مازالت", "لاتزال"};

class Walk {
 public:
  Walk(const Scene& scene, const Clauses& clauses, const mention::Contact& contact)
      : clauses_(clauses), c_(contact), o_(scene, clauses, contact) {}

  Scope run() const {
    Scope out;
    out.governed = outwards();
    if (c_.property == lexicon::Property::noun) out.predicate = predicate(out.governed);
    // "نفى أن تكون المحادثات قد توقفت": so they go on.
    const bool stopped = out.predicate == Verdict::suspended || out.predicate == Verdict::stalled;
    if (out.governed == Verdict::absent && stopped) return {Verdict::ongoing, Verdict::none};
    // "لا تزال المفاوضات معلقة": it goes on to be what it is.
    if (is_still() && is_negative(out.predicate)) out.governed = Verdict::none;
    return out;
  }

 private:
  bool is_finite() const {
    return c_.property == lexicon::Property::perfect || c_.property == lexicon::Property::imperfect;
  }

  bool is_still() const { return one_of(o_.word(std::int64_t{c_.first} - 1), kStill); }

  // What the contact word says by itself.
  Verdict own() const {
    const std::string_view before = o_.word(std::int64_t{c_.first} - 1);
    if (c_.property == lexicon::Property::perfect)  // "ما" is relative but where it opens a clause
      return before == "ما" && o_.opens(c_.first - 1) ? Verdict::absent : Verdict::held;
    if (c_.property != lexicon::Property::imperfect) return Verdict::none;
    if (before == "لم" || before == "لا") return Verdict::absent;
    if (before == "لن") return Verdict::refused;
    if (c_.future || before == "سوف") return Verdict::scheduled;
    return before == "قد" || before == "ربما" ? Verdict::possible : Verdict::none;
  }

  // From the comma at `t` back to the one before it, if what stands between can be stepped over. Else `t`.
  std::uint32_t over_aside(std::uint32_t t) const {
    if (!o_.is_comma(t)) return t;
    bool names_only = true;
    for (std::uint32_t k = t; k-- > o_.first() && t - k <= kAside;) {
      if (o_.is_comma(k)) return names_only || is_during(o_.word(k + 1)) ? k : t;
      names_only = names_only && (o_.stands_aside(k) || is_preposition(o_.word(k)));
    }
    return t;
  }

  Verdict outwards() const {
    Verdict state = own();
    int plain = 0;
    // A finite verb is the head of its clause: only what stands before an "أن" acts on it.
    bool closed = is_finite();
    bool aimed = c_.preposition && o_.aims(c_.first);
    const std::uint32_t head = o_.head();
    for (std::uint32_t t = head; t-- > o_.first() && head - t <= kScopeReach;) {
      if (o_.stands_aside(t)) continue;
      const std::string_view w = o_.word(t);
      const Gloss gloss = clauses_.gloss(t);
      if (is_hypothesis(w) || (w == "ما" && o_.word(std::int64_t{t} + 1) == "لم")) return Verdict::hypothetical;
      if (gloss == Gloss::relative || gloss == Gloss::link) return state;
      if (gloss == Gloss::mark) {
        const std::uint32_t before = over_aside(t);
        if (before == t) return state;
        t = before;
        continue;
      }
      if (gloss == Gloss::that) {
        closed = false;
        plain = 0;
        continue;
      }
      if (closed) {
        if ((w == "قد" || w == "ربما") && state == Verdict::absent) return Verdict::negated;  // "قد لا تعقد"
        if (gloss == Gloss::modifier || is_negation(w) || is_was(w) || w == "اي") continue;
        // "نفت أن يكون | قياديون فيها | التقوا": the subject stands before its verb.
        if (gloss == Gloss::word && ++plain <= kMostPlainWords && o_.acts_on_nothing(t)) continue;
        return state;
      }
      // "نفى الأخبار التي راجت بشأن زيارة": where it was told acts on nothing.
      if (const std::uint32_t news = o_.news_before(t); news != t) {
        t = news;
        plain = 0;
        continue;
      }
      const bool open = state == Verdict::none || state == Verdict::renewed;
      if (const auto phrase = o_.negated_phrase(t)) {
        if (is_negative(state)) return state;
        state = *phrase;
        aimed = false;
        plain = 0;
        continue;
      }
      if (is_negation(w) && o_.has(t, CueClass::going_on)) {  // "لا تزال", "لم تنقطع": one word
        if (open) state = Verdict::ongoing;
        closed = true;
        continue;
      }
      if (is_negation(w)) {
        const bool touches = t + 1 == head || o_.is_being(std::int64_t{t} + 1);
        if (state == Verdict::none && touches) return w == "لن" ? Verdict::refused : Verdict::absent;
        if (state == Verdict::none && (w == "دون" || w == "بدون") && is_finite()) return Verdict::absent;
        if (state == Verdict::none && (w == "غير" || w == "دون" || w == "عدم")) return Verdict::negated;
        continue;
      }
      if (is_beside(w)) return state;
      if (is_during(w)) return open ? during(t) : state;
      // "لم يتفقا بعد على", "لم تؤكد بعد أنباء عن": yet.
      if (w == "بعد" && (is_preposition(o_.word(std::int64_t{t} + 1)) || (t + 1 != head && o_.denied_before(t))))
        continue;
      if (is_after(w)) return open ? Verdict::held : state;
      if (w == "اجل" && o_.word(std::int64_t{t} - 1) == "من") {
        aimed = true;
        --t;
        continue;
      }
      if (o_.has(t, CueClass::condition) && gloss == Gloss::verb) return Verdict::conditional;
      if (o_.aims(t) && !o_.looks_ahead(t)) aimed = true;

      if (is_was(w) && state == Verdict::none) continue;  // "كانت المحادثات قد انهارت": the predicate says it
      const auto next = o_.act(t, state);
      if (!next) {
        if (o_.has(t, CueClass::say)) return state;
        if (gloss == Gloss::modifier || is_preposition(w)) continue;
        // A definite noun that nobody is called by is what the operator before it acts on.
        plain += w.starts_with("ال") && state == Verdict::none ? 2 : 1;
        if (plain > kMostPlainWords) return state;
        continue;
      }
      const Tense tense = o_.is_object(t) ? Tense::none : clauses_.tense(t);
      if (aimed && tense != Tense::none && !o_.looks_ahead(t)) {
        const bool may = tense == Tense::imperfect && t > o_.first() && o_.has(t - 1, CueClass::possible);
        return may ? Verdict::possible : for_its_sake(tense, *next);  // "قد يصل للقاء"
      }
      // The "ل" also marks the object of a verbal noun: "إلغاء الرئيس زيارته", "لزيارته".
      const bool object = plain == 0 && is_negative(*next);
      if (!aimed || object || tense != Tense::none || o_.looks_ahead(t)) state = *next;
      aimed = false;
      plain = 0;
      if (tense == Tense::none) continue;
      if (speaks_of_other_things(t, state)) return state;
      closed = true;
    }
    return state;
  }

  // What happens in the course of the contact lies where its verb does: "سيبحث الملف خلال لقاء", "خلال زيارته سيبحث".
  Verdict during(std::uint32_t from) const {
    for (std::uint32_t t = from; t-- > o_.first() && from - t <= kScopeReach;) {
      const Gloss gloss = clauses_.gloss(t);
      if (gloss == Gloss::relative || gloss == Gloss::link) return Verdict::during;
      // "اتفقا خلال لقائهما", "حدد الوزيران خلال الاجتماع": what was planned there is done.
      const bool planned = o_.has(t, CueClass::plan) && clauses_.tense(t) != Tense::perfect;
      if (planned || clauses_.tense(t) == Tense::future) return Verdict::scheduled;
      if (clauses_.tense(t) != Tense::none || gloss == Gloss::that) return Verdict::during;
    }
    for (std::uint32_t t = c_.last; t < o_.last() && t < c_.last + kPredicate; ++t) {
      const Tense tense = clauses_.tense(t);
      if (tense != Tense::none) return tense == Tense::future ? Verdict::scheduled : Verdict::during;
    }
    return Verdict::during;
  }

  // What is done for the contact's sake: "سيتوجه للقاء". Only its time matters.
  static Verdict for_its_sake(Tense tense, Verdict verdict) {
    if (tense == Tense::future || verdict == Verdict::scheduled) return Verdict::scheduled;
    return verdict == Verdict::refused || verdict == Verdict::negated ? verdict : Verdict::aimed;
  }

  // The clause's verb is about something of which the contact is a part: what acts on it does not act on the contact.
  bool speaks_of_other_things(std::uint32_t verb, Verdict state) const {
    if (state == Verdict::under_perfect || state == Verdict::under_future || state == Verdict::negated) return true;
    return state == Verdict::under_imperfect && !o_.only_holds(verb) && !o_.has(verb, CueClass::begin);
  }

  // From the comma at `t` ahead to the next one, if nothing is told between them: "، برعاية الأمم المتحدة،". Else `t`.
  std::uint32_t over_aside_ahead(std::uint32_t t) const {
    for (std::uint32_t k = t + 1; k < o_.last() && k - t <= kAside; ++k) {
      if (o_.is_comma(k)) return k;
      const Gloss gloss = clauses_.gloss(k);
      if (o_.stands_aside(k)) continue;
      const bool tells =
          gloss == Gloss::that || gloss == Gloss::link || gloss == Gloss::relative || gloss == Gloss::mark;
      if (tells || clauses_.tense(k) != Tense::none || !o_.acts_on_nothing(k)) return t;
    }
    return t;
  }

  // "الوزير الأمريكي، مايك بومبيو[،]": the other comma is part of what is named.
  bool closes_name(std::uint32_t t) const {
    for (std::uint32_t k = t; k-- > c_.last && clauses_.gloss(k) == Gloss::name;)
      if (o_.is_comma(k)) return true;
    return false;
  }

  // Behind "، التي ترعاها بلاده،": the closing comma; `t` where none is near.
  std::uint32_t over_relative(std::uint32_t t) const {
    for (std::uint32_t end = t + 1; end < o_.last() && end - t <= kAside; ++end)
      if (clauses_.gloss(end) == Gloss::mark) return end;
    return t;
  }

  // What is predicated of the noun behind it.
  Verdict predicate(Verdict governed) const {
    bool relative = false;
    Verdict described = Verdict::none;  // by an adjective; a predicate says more
    const bool free = (governed == Verdict::none || governed == Verdict::hypothetical || is_still()) &&
                      !c_.preposition && !is_preposition(o_.word(std::int64_t{o_.head()} - 1));
    const bool definite = c_.article || (c_.inflection & lexicon::kPronoun) != 0;
    for (std::uint32_t t = c_.last; t < o_.last() && t < c_.last + kPredicate; ++t) {
      if (o_.has(t, CueClass::stall)) return o_.negated(t) ? described : Verdict::stalled;
      if (o_.stands_aside(t)) continue;
      const Gloss gloss = clauses_.gloss(t);
      if (gloss == Gloss::link || gloss == Gloss::that) break;
      if (gloss == Gloss::mark) {
        if (!o_.is_comma(t) || t + 1 >= o_.last()) break;
        if (closes_name(t)) continue;
        const bool clause = clauses_.gloss(t + 1) == Gloss::relative;
        const std::uint32_t end = clause ? over_relative(t) : over_aside_ahead(t);
        if (end == t && !clause) break;
        t = end;
        continue;
      }
      if (gloss == Gloss::relative) {
        relative = true;
        continue;
      }
      const std::string_view w = o_.word(t);
      if (const auto phrase = o_.negated_phrase(t); phrase && free) return *phrase;
      if (is_preposition(w) || is_negation(w) || gloss == Gloss::modifier) continue;
      if (is_after(w) || is_during(w) || is_beside(w)) break;
      const bool verb = clauses_.tense(t) != Tense::none;
      const bool says = o_.has(t, CueClass::say) && !o_.has(t, CueClass::denial) && !o_.has(t, CueClass::plan) &&
                        !w.starts_with("ال");  // "لقاؤه المعلن"
      const bool breaks = o_.has(t, CueClass::cancel) && o_.word(std::int64_t{t} + 1) != "علي";  // "علقت"
      if (says && !breaks) break;
      if (verb && !relative && !free && definite) break;
      // An adjective agrees in being definite; a predicate is not definite where its subject is.
      const lexicon::Property property = o_.cue_property(t);
      const bool adjective = property == lexicon::Property::participle || property == lexicon::Property::word;
      // "اللقاء مرهون بوقف النار".
      if (adjective && free && !w.starts_with("ال") && o_.has(t, CueClass::condition)) return Verdict::possible;
      const bool describes = adjective && w.starts_with("ال") == definite;
      const bool predicates = verb || (adjective && !w.starts_with("ال") && free);
      if (!describes && !predicates) continue;
      auto said = o_.has(t, CueClass::future) ? std::optional(Verdict::scheduled) : o_.act(t, Verdict::none);
      if (o_.occurs(t) && o_.negated(t)) {
        // What was planned and will not be is called off.
        said = o_.word(std::int64_t{t} - 1) == "لن" ? Verdict::refused : Verdict::absent;
        if (described == Verdict::was_planned) said = Verdict::suspended;
      }
      if (said && *said != Verdict::none && *said != Verdict::before) {
        if (*said == Verdict::was_planned) {  // "اللقاء الذي كان مقررا ألغي": what came of the plan follows
          described = *said;
          continue;
        }
        if (predicates && (described != Verdict::was_planned || is_negative(*said))) return *said;
        if (described == Verdict::none) described = *said;
      }
      if (verb) break;
    }
    return described;
  }

  const Clauses& clauses_;
  const mention::Contact& c_;
  Operators o_;
};

std::optional<State> plain_state(Verdict v) {
  switch (v) {
    case Verdict::possible:
      return State::proposed;
    case Verdict::premature:
      return State::premature;
    case Verdict::refused:
    case Verdict::conditional:  // until the condition is met
      return State::refused;
    case Verdict::absent:
      return State::absent;
    case Verdict::suspended:
      return State::suspended;
    case Verdict::stalled:
      return State::stalled;
    default:
      return std::nullopt;
  }
}

}  // namespace

const char* to_string(Verdict verdict) {
  constexpr std::array<const char*, 24> kNames = {
      "none",        "held",    "ongoing", "scheduled", "proposed", "premature",     "refused",         "absent",
      "suspended",   "stalled", "failed",  "begun",     "renewed",  "was planned",   "possible",        "hypothetical",
      "conditional", "before",  "during",  "aimed",     "negated",  "under perfect", "under imperfect", "under future"};
  return kNames[static_cast<std::size_t>(verdict)];
}

Scope scope_of(const Scene& scene, const Clauses& clauses, const mention::Contact& contact) {
  return Walk(scene, clauses, contact).run();
}

bool says_ahead(const Scope& scope) {
  const auto ahead = [](Verdict v) {
    return v == Verdict::scheduled || v == Verdict::proposed || v == Verdict::possible;
  };
  return ahead(scope.governed) || ahead(scope.predicate);
}

bool says_ongoing(const Scope& scope) {
  return scope.governed == Verdict::ongoing || scope.predicate == Verdict::ongoing;
}

std::optional<State> outright(const Scope& scope) {
  if (const auto s = plain_state(scope.governed)) return s;
  return plain_state(scope.predicate);
}

}  // namespace qanat::report
