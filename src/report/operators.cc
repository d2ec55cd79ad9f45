#include "report/operators.h"

#include <algorithm>
#include <array>

namespace qanat::report {
namespace {

using mention::CueClass;

// Folded, and without "و" and "ف" before them.
constexpr std::array<std::string_view, 11> kNegations = {"لا",   "لم",  "لن",  "ليس",  "ليست", "عدم",
                                                         "بعدم", "دون", "غير", "بدون", "بلا"};
constexpr std::array<std::string_view, 7> kHypotheses = {"اذا", "لو", "حال", "حاله", "ريثما", "لولا", "مالم"};
constexpr std::array<std::string_view, 14> kPrepositions = {"في",  "من",  "الي", "علي", "عن",   "مع",  "بين",
                                                            "عبر", "لدي", "ضد",  "حول", "بشان", "باي", "اي"};
// What hangs on these stands beside the clause's verb, not under it.
constexpr std::array<std::string_view, 8> kBeside = {"منذ", "حتي", "بسبب", "وسط", "بفضل", "ازا", "تجاه", "رغم"};
constexpr std::array<std::string_view, 6> kDuring = {"خلال", "اثنا", "ضمن", "هامش", "مستهل", "اعقاب"};
constexpr std::array<std::string_view, 6> kAfter = {"بعد", "عقب", "اثر", "بعيد", "ختام", "غداه"};
constexpr std::array<std::string_view, 9> kWas = {"كان", "كانت", "كانا", "كانتا", "كانوا",
                                                  "يكن", "تكن",  "يكون", "تكون"};
constexpr std::array<std::string_view, 14> kBeing = {"وجود", "يوجد", "توجد", "هناك", "ثمه",    "حصول",  "حدوث",
                                                     "اجرا", "عقد",  "اي",   "ايه",  "انعقاد", "حاليا", "الان"};
constexpr std::array<std::string_view, 6> kOffers = {"دعوه", "الدعوه", "طلب", "عرض", "العرض", "اقتراح"};
// The same where a verb stands before them; alone they are also verbs: "طلب", "دعوه" (he asked, they called him).
constexpr std::array<std::string_view, 9> kOffered = {"طلب",   "طلبا", "دعوه",  "عرض",  "عرضا",
                                                      "وساطه", "مطلب", "مطالب", "طلبات"};
constexpr std::array<std::string_view, 4> kPart = {"دور", "دورا", "بدور", "الدور"};
constexpr std::array<std::string_view, 6> kIntends = {"ينوي", "تنوي", "يعتزم", "تعتزم", "يخطط", "تخطط"};

// Going where a contact takes place: "لن يجلس إلى طاولة واحدة مع", "لن آتي للتفاوض". Without the letter of the person.
constexpr std::array<std::string_view, 10> kJoins = {"جلس",  "جلسوا", "اتي",  "ذهب",    "ذهبوا",
                                                     "نخرط", "دخل",   "شارك", "شاركوا", "حضر"};

// Taking place, of what is their subject; as they stand behind a negation.
constexpr std::array<std::string_view, 17> kOccurs = {"يحصل",  "تحصل",  "يحدث",  "تحدث",  "يعقد", "تعقد",
                                                      "ينعقد", "تنعقد", "يلتيم", "تلتيم", "يجر",  "تجر",
                                                      "يقع",   "تقع",   "يتم",   "تتم",   "تنجز"};
// "لم تتمكن من الاتصال", "لم يفلح في لقاء": it did not come to it.
constexpr std::array<std::string_view, 12> kManages = {"يتمكن",  "تتمكن",  "يتمكنوا", "يستطع", "تستطع", "يستطيعوا",
                                                       "يستطيع", "تستطيع", "يفلح",    "تفلح",  "يوفق",  "توفق"};
// For how long, not what for.
constexpr std::array<std::string_view, 8> kHowLong = {"لمده",  "لفتره", "لساعات", "ليومين",
                                                      "لايام", "لعده",  "للمره",  "لاول"};

constexpr std::array<std::string_view, 6> kRows = {"الجوله", "جوله", "الجولات", "جولات", "جلسه", "سلسله"};

// What is heard, and what says the matter of it.
constexpr std::array<std::string_view, 12> kNews = {"انبا",  "اخبار",   "تقارير", "معلومات", "شايعات", "اشاعات",
                                                    "مزاعم", "تسريبات", "روايات", "تكهنات",  "اقاويل", "ما"};
constexpr std::array<std::string_view, 5> kMatters = {"عن", "حول", "بشان", "بخصوص", "حيال"};

constexpr std::uint32_t kReachOfNews = 12;  // tokens: past where it was told
constexpr std::uint32_t kReachOfWas = 8;    // tokens: "كان من المقرر"
constexpr std::uint32_t kReachOfVerb = 9;   // tokens: from a verb to its object, past names

// "أجرى", "يقوم ب".
bool holds_by_name(std::string_view w) {
  if (w.starts_with("س")) w.remove_prefix(kLetter);
  return w.starts_with("اجر") || w.starts_with("يجر") || w.starts_with("تجر") || w == "قام" || w == "يقوم" ||
         w == "قامت" || w == "تقوم" || w == "قاما";
}

bool joins(std::string_view w) {
  if (w == "اتي") return true;  // the first person's letter and the verb's are one
  for (const std::string_view person : {"ي", "ت", "ن", "ا"})
    if (w.starts_with(person) && one_of(w.substr(kLetter), kJoins)) return true;
  return false;
}

}  // namespace

bool is_negation(std::string_view word) { return one_of(word, kNegations); }
bool is_hypothesis(std::string_view word) { return one_of(word, kHypotheses); }
bool is_preposition(std::string_view word) { return one_of(word, kPrepositions); }
bool is_beside(std::string_view word) { return one_of(word, kBeside); }
bool is_during(std::string_view word) { return one_of(word, kDuring); }
bool is_after(std::string_view word) { return one_of(word, kAfter); }
bool is_was(std::string_view word) { return one_of(word, kWas); }

bool is_negative(Verdict v) {
  return v == Verdict::refused || v == Verdict::absent || v == Verdict::suspended || v == Verdict::stalled ||
         v == Verdict::premature || v == Verdict::failed || v == Verdict::negated;
}

Operators::Operators(const Scene& scene, const Clauses& clauses, const mention::Contact& contact)
    : scene_(scene),
      clauses_(clauses),
      contact_(contact),
      first_(scene.text().sentences[contact.sentence].first),
      last_(scene.text().sentences[contact.sentence].last),
      aside_(last_ - first_, false),
      acts_(last_ - first_, false),
      cues_(last_ - first_, lexicon::Property::name),
      contacts_(last_ - first_, Part::none) {
  const auto set_aside = [&](std::uint32_t from, std::uint32_t to) {
    for (; from < to && from < last_; ++from) aside_[from - first_] = true;
  };
  const Scene::Range places = scene.places(contact.sentence);
  for (std::uint32_t i = places.first; i < places.last; ++i)
    set_aside(scene.mentions().places[i].first, scene.mentions().places[i].last);
  for (const arabic::TimeMention& t : scene.times(contact.sentence))
    set_aside(std::max(scene.token_at(t.span.begin), first_), scene.token_at(t.span.end));
  const Scene::Range cues = scene.cues(contact.sentence);
  for (std::uint32_t i = cues.first; i < cues.last; ++i) {
    const mention::Cue& cue = scene.mentions().cues[i];
    cues_[cue.first - first_] = cue.property;
    if (cue.kind <= CueClass::carry) acts_[cue.first - first_] = true;
    // "لا معنى", "لم يعد هناك مجال": one word with the negation that begins it.
    if (negated_phrase(cue.first)) set_aside(cue.first + 1, cue.last);
  }
  for (const mention::Contact& c : scene.contacts(contact.sentence)) {
    const bool holds = scene.lexicon().entries()[c.entry].id == "meeting.attend" || holds_by_name(word(c.first));
    contacts_[c.first - first_] = holds ? Part::holds : Part::contact;
  }
}

std::optional<Verdict> Operators::negated_phrase(std::uint32_t token) const {
  if (!is_negation(word(token))) return std::nullopt;
  if (has(token, CueClass::refusal)) return Verdict::refused;
  if (has(token, CueClass::denial)) return Verdict::absent;
  return std::nullopt;
}

std::uint32_t Operators::head() const {
  constexpr std::uint32_t kReach = 4;  // tokens: "الجولة", its number, "من"
  if (contact_.first == first_ || word(std::int64_t{contact_.first} - 1) != "من") return contact_.first;
  for (std::uint32_t t = contact_.first - 1; t-- > first_ && contact_.first - t <= kReach;)
    if (one_of(word(t), kRows)) return t;
  return contact_.first;
}

std::string_view Operators::word(std::int64_t token) const { return bare(scene_.word(contact_.sentence, token)); }

bool Operators::negated(std::uint32_t token) const {
  while (token > first_ && is_being(std::int64_t{token} - 1)) --token;  // "لا [توجد أي] خطط"
  return token > first_ && is_negation(word(std::int64_t{token} - 1));
}

bool Operators::occurs(std::uint32_t token) const { return only_holds(token) || one_of(word(token), kOccurs); }

bool Operators::is_being(std::int64_t token) const { return one_of(word(token), kBeing); }

bool Operators::is_object(std::uint32_t token) const {
  if (!one_of(scene_.word(contact_.sentence, token), kOffered)) return false;
  for (std::uint32_t t = token; t-- > first_ && token - t <= kReachOfVerb;) {
    if (clauses_.tense(t) != Tense::none && !is_was(word(t))) return true;
    if (!stands_aside(t) && !is_preposition(word(t)) && !word(t).starts_with("ال")) return false;
  }
  return false;
}

bool Operators::denied_before(std::uint32_t token) const {
  for (std::uint32_t t = token; t-- > first_ && token - t <= kReachOfVerb && !scene_.is_punctuation(t);)
    if (word(t) == "لم") return true;
  return false;
}

bool Operators::aims(std::uint32_t token) const {
  const std::string_view w = word(token);
  return w.starts_with("ل") && w.size() > 3 * kLetter && !is_negation(w) && !one_of(w, kHowLong);
}

std::uint32_t Operators::news_before(std::uint32_t token) const {
  if (!one_of(word(token), kMatters)) return token;
  for (std::uint32_t t = token; t-- > first_ && token - t <= kReachOfNews;) {
    if (scene_.is_punctuation(t)) return token;
    std::string_view w = word(t);
    for (const std::string_view article : {"ال", "لل"})
      if (w.starts_with(article) && w.size() > article.size() + kLetter) w.remove_prefix(article.size());
    if (one_of(w, kNews)) return t;
  }
  return token;
}

bool Operators::was(std::uint32_t token) const {
  for (std::uint32_t t = token; t-- > first_ && token - t <= kReachOfWas;) {
    if (one_of(word(t), kWas)) return true;
    if (!stands_aside(t) && word(t) != "من" && word(t) != "قد" && word(t) != "في") return false;
  }
  return false;
}

// "عقد" that is no verb: right before what is held.
bool Operators::is_holding_noun(std::uint32_t t) const {
  if (word(t) != "عقد") return false;
  std::uint32_t next = t + 1;
  while (next < contact_.first && is_being(next)) ++next;
  return next == contact_.first && !word(contact_.first).ends_with("ا");
}

std::optional<Verdict> Operators::act(std::uint32_t t, Verdict inner) const {
  const bool no = negated(t);
  const std::string_view w = word(t);
  const Tense tense = clauses_.tense(t);
  if (has(t, CueClass::denial)) return no ? inner : Verdict::absent;
  if (has(t, CueClass::refusal)) return no ? Verdict::proposed : Verdict::refused;
  if (has(t, CueClass::premature)) return Verdict::premature;
  // "من أجل", "تعليق على" only look like putting off.
  const bool breaks = w != "قطعا" && word(std::int64_t{t} + 1) != "علي" && word(std::int64_t{t} - 1) != "من";
  if (has(t, CueClass::fail)) return no || is_negative(inner) ? inner : Verdict::failed;
  if (has(t, CueClass::cancel) && breaks) {
    if (is_negative(inner)) return inner;
    return no ? Verdict::ongoing : Verdict::suspended;
  }
  if (has(t, CueClass::stall)) return no ? Verdict::ongoing : Verdict::stalled;
  if (is_negative(inner)) return std::nullopt;
  if (w == "قد") {
    const std::uint32_t next = t + 1;
    return next < last_ && clauses_.tense(next) == Tense::imperfect ? Verdict::proposed : inner;
  }
  if (has(t, CueClass::possible)) return no ? Verdict::refused : Verdict::proposed;
  if (has(t, CueClass::before)) {
    if (w == "قبل" && one_of(word(std::int64_t{t} + 1), kOffers)) return Verdict::scheduled;  // "قبل دعوة"
    return inner == Verdict::none || inner == Verdict::renewed ? Verdict::before : inner;
  }
  if (has(t, CueClass::propose)) return no ? Verdict::refused : Verdict::proposed;
  if (has(t, CueClass::plan)) {
    if ((w == "يعد" || w == "تعد") && !aims(t + 1)) return std::nullopt;  // "is thought to be"
    if (no && tense == Tense::none) return Verdict::absent;               // "لا توجد خطط للقاء"
    if (no) return one_of(w, kIntends) ? Verdict::refused : Verdict::negated;
    return was(t) ? Verdict::was_planned : Verdict::scheduled;
  }
  if (has(t, CueClass::resume)) {
    if (no) return Verdict::absent;
    if (tense == Tense::perfect) return Verdict::begun;
    return tense == Tense::future ? Verdict::scheduled : Verdict::renewed;
  }
  if (has(t, CueClass::finish)) {
    if (no) return Verdict::negated;
    return tense == Tense::future ? Verdict::scheduled : Verdict::held;
  }
  if (has(t, CueClass::begin)) {
    if (no) return Verdict::absent;
    if (tense == Tense::perfect) return Verdict::begun;
    if (tense == Tense::future) return Verdict::scheduled;
    return tense == Tense::imperfect ? Verdict::under_imperfect : inner;
  }
  if (w == "عقد" && word(std::int64_t{t} + 1).starts_with("مع") && !no) return Verdict::held;  // "عقد معه محادثات"
  if (w == "سيتم" || w == "ستتم") return Verdict::scheduled;
  // "لم يتم تحديد موعد اللقاء": not yet.
  if ((w == "يتم" || w == "تتم") && no && inner == Verdict::scheduled) return Verdict::proposed;
  if ((w == "يتم" || w == "تتم") && no) return word(std::int64_t{t} - 1) == "لن" ? Verdict::refused : Verdict::absent;
  // "أجرى" is also the first person of "يجري"; news tell of third persons.
  if (w.starts_with("اجر") && tense != Tense::none) return Verdict::held;
  const bool done = w == "تم" || w == "تمت" || w == "سبق";
  if (done || (has(t, CueClass::past) && has(t, CueClass::going_on))) {           // "جرى"
    if (inner == Verdict::scheduled || inner == Verdict::proposed) return inner;  // "جرى ترتيب لقاء"
    return no ? Verdict::absent : Verdict::held;
  }
  if (has(t, CueClass::going_on) && tense != Tense::future) {
    if (no && (w == "حاليا" || w == "الان")) return Verdict::absent;  // "لا توجد حاليا أي قناة"
    if (no && tense == Tense::none) return Verdict::ongoing;          // "لا يزال"
    if (no) return word(std::int64_t{t} - 1) == "لن" ? Verdict::refused : Verdict::absent;
    return Verdict::ongoing;
  }
  return act_by_verb(t);
}

// By its tense, where the lexicon says no more of it.
std::optional<Verdict> Operators::act_by_verb(std::uint32_t t) const {
  const bool no = negated(t);
  const Tense tense = clauses_.tense(t);
  if (no && one_of(word(t), kManages) && t < contact_.first) return Verdict::absent;
  if (tense == Tense::none || has(t, CueClass::say) || is_holding_noun(t)) return std::nullopt;
  const bool holds = only_holds(t);
  if (no && !holds && !joins(word(t))) return Verdict::negated;
  if (no) return word(std::int64_t{t} - 1) == "لن" ? Verdict::refused : Verdict::absent;
  // "يلعب دور الوسيط", "تقوم بدور الوساطة": who plays the part is at it.
  if (one_of(word(std::int64_t{t} + 1), kPart) && tense == Tense::imperfect) return Verdict::ongoing;
  if (holds && tense == Tense::imperfect && t > first_ && has(t - 1, CueClass::possible)) return Verdict::possible;
  if (holds && tense == Tense::perfect) return Verdict::held;
  if (holds && tense == Tense::future) return Verdict::scheduled;
  return tense == Tense::perfect  ? Verdict::under_perfect
         : tense == Tense::future ? Verdict::under_future
                                  : Verdict::under_imperfect;
}

}  // namespace qanat::report
