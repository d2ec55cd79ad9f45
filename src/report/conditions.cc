#include "report/conditions.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "report/operators.h"
#include "report/syntax.h"

namespace qanat::report {
namespace {

using mention::CueClass;

// Folded, and without "و" and "ف" before them.
constexpr std::array<std::string_view, 4> kNoClause = {"ان", "حتي", "لو", "شروط"};  // mostly something else
constexpr std::array<std::string_view, 8> kAsks = {"يطالب", "تطالب",  "يطالبون", "طالب",
                                                   "طالبت", "طالبوا", "يريد",    "تريد"};
constexpr std::array<std::string_view, 10> kRequires = {"يتطلب", "تتطلب", "يستلزم", "تستلزم", "يقتضي",
                                                        "تقتضي", "مرهون", "مرهونه", "مشروط",  "مشروطه"};
constexpr std::array<std::string_view, 5> kUntil = {"قبل", "حتي", "الا", "دون", "بدون"};
// What follows "قبل", "حتى", "دون" where they say no condition.
constexpr std::array<std::string_view, 21> kNoCondition = {"الان",  "اللحظه", "ذلك",   "هذا",  "هذه",  "اي",    "لو",
                                                           "نهايه", "مطلع",   "منتصف", "موعد", "يوم",  "عام",   "ايام",
                                                           "شهر",   "تفاصيل", "توضيح", "ذكر",  "شروط", "تحديد", "قليل"};
constexpr std::array<std::string_view, 3> kBound = {"رهن", "ربط", "رهين"};  // "رهن اللقاء ب"

constexpr std::uint32_t kReach = 16;  // tokens from a verb of condition to the contact that it acts on

class Conditions {
 public:
  Conditions(const Scene& scene, const mention::Contact& contact)
      : scene_(scene), c_(contact), clauses_(scene.syntax(contact.sentence).clauses()), o_(scene, clauses_, contact) {}

  Span find(State state) const {
    if (const Span s = clause_behind(); !s.empty()) return s;
    if (state == State::scheduled) return {};
    if (const Span s = asked_for(); !s.empty()) return s;
    if (const Span s = required(); !s.empty()) return s;
    if (const Span s = clause_before(); !s.empty()) return s;
    return holds_until(state) ? until(state) : Span{};
  }

 private:
  bool is_end(std::uint32_t t) const { return scene_.is_punctuation(t) && scene_.mark(t) != "\""; }

  std::uint32_t end_of_clause(std::uint32_t t) const {
    while (t < o_.last() && !is_end(t)) ++t;
    return t;
  }

  Span words(std::uint32_t first, std::uint32_t last) const {
    if (last <= first + 1) return {};  // one word states nothing
    const auto& tokens = scene_.text().tokens;
    return {tokens[first].span.begin, tokens[last - 1].span.end};
  }

  bool opens_condition(std::uint32_t t) const {
    if (!o_.has(t, CueClass::condition) || one_of(o_.word(t), kNoClause) || clauses_.gloss(t) == Gloss::verb)
      return false;
    // "مشيرا إلى أن" says what is so.
    return o_.word(t) != "الي" || t == o_.first() || !o_.has(t - 1, CueClass::say);
  }

  Span clause_behind() const {
    for (std::uint32_t t = c_.last; t < o_.last(); ++t) {
      if (!opens_condition(t)) continue;
      if (const Span s = words(t, end_of_clause(t + 1)); !s.empty()) return s;
    }
    return {};
  }

  // "إذا انتهكت واشنطن الاتفاق | فلن نتفاوض".
  Span clause_before() const {
    for (std::uint32_t t = o_.first(); t < c_.first; ++t) {
      if (!opens_condition(t)) continue;
      std::uint32_t end = t + 1;
      while (end < c_.first && !is_end(end) && !scene_.word(c_.sentence, end).starts_with("فل") &&
             !scene_.word(c_.sentence, end).starts_with("فس"))
        ++end;
      if (end == c_.first) return {};  // it holds the contact itself
      return words(t, end);
    }
    return {};
  }

  // "اشترط | الرئيس | [وقف الاستيطان] قبل لقاء", "رهن | لقاء نظيره [بتطورات الميدان]".
  Span asked_for() const {
    for (std::uint32_t t = c_.first; t-- > o_.first() && c_.first - t <= kReach;) {
      const std::string_view w = o_.word(t);
      const bool asks = one_of(w, kAsks);
      if (!asks && !(o_.has(t, CueClass::condition) && clauses_.gloss(t) == Gloss::verb)) {
        if (is_end(t) && !o_.is_comma(t)) return {};
        continue;
      }
      std::uint32_t first = t + 1;
      while (first < c_.first && o_.stands_aside(first)) ++first;
      std::uint32_t last = first;
      while (last < c_.first && o_.word(last) != "قبل" && !leads_to_contact(last)) ++last;
      if (last > first && (last < c_.first || c_.preposition)) return words(first, last);
      if (!asks) return bound_to();
    }
    return {};
  }

  // "للقاء", "لاستئناف المفاوضات", "للعودة إلى المفاوضات".
  bool leads_to_contact(std::uint32_t t) const { return o_.aims(t) && c_.first - t <= 2; }

  // "... اللقاء [ب...]".
  Span bound_to() const {
    for (std::uint32_t t = c_.last; t < o_.last() && !is_end(t); ++t) {
      if (o_.stands_aside(t) || !scene_.word(c_.sentence, t).starts_with("ب")) continue;
      if (scene_.word(c_.sentence, t).size() < 4 * kLetter || o_.word(t) == "بين") continue;
      return words(t, end_of_clause(t));
    }
    return {};
  }

  Span required() const {
    for (std::uint32_t t = c_.last; t < o_.last() && !is_end(t); ++t) {
      const std::string_view w = o_.word(t);
      const bool depends = o_.has(t, CueClass::condition) && clauses_.gloss(t) == Gloss::verb;  // "يتوقف على"
      if (!depends && !one_of(w, kRequires) && !one_of(w, kBound)) continue;
      return words(t, end_of_clause(t));
    }
    return {};
  }

  bool in_a_time(std::uint32_t token) const {
    const auto& times = scene_.times(c_.sentence);
    const std::uint32_t at = scene_.text().tokens[token].span.begin;
    return std::any_of(times.begin(), times.end(),
                       [&](const arabic::TimeMention& m) { return m.span.begin <= at && at < m.span.end; });
  }

  static bool holds_until(State state) {
    return state == State::refused || state == State::premature || state == State::suspended;
  }

  Span until(State state) const {
    for (std::uint32_t t = c_.last; t + 2 < o_.last() && !is_end(t); ++t) {
      const std::string_view w = o_.word(t);
      if (!one_of(w, kUntil) || (state == State::suspended && w != "حتي")) continue;
      const std::string_view next = o_.word(std::int64_t{t} + 1);
      if (w == "الا" && next != "بعد" && next != "اذا" && next != "بشرط" && next != "في") continue;
      if (next == "ان" && w != "قبل" && w != "حتي") continue;  // "من دون أن يحدد موعدا"
      if (one_of(next, kNoCondition) || in_a_time(t) || in_a_time(t + 1)) continue;
      const bool from = t > c_.last && o_.word(std::int64_t{t} - 1) == "من";  // "من دون"
      return words(from ? t - 1 : t, end_of_clause(t));
    }
    return {};
  }

  const Scene& scene_;
  const mention::Contact& c_;
  const Clauses& clauses_;
  const Operators o_;
};

}  // namespace

Span condition_of(const Scene& scene, const Frame& frame) {
  const State s = frame.state;
  if (s == State::held || s == State::ongoing || s == State::absent || s == State::stalled) return {};
  return Conditions(scene, scene.mentions().contacts[frame.contact]).find(frame.state);
}

}  // namespace qanat::report
