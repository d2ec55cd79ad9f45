#include <algorithm>

#include "report/frame.h"
#include "report/tuning.h"

namespace qanat::report {

std::string_view distance_name(std::int64_t distance) {
  if (distance < 0) distance = -distance;
  if (distance == 0) return "0";
  if (distance == 1) return "1";
  if (distance == 2) return "2";
  if (distance == 3) return "3";
  if (distance <= 5) return "4-5";
  if (distance <= 8) return "6-8";
  if (distance <= 13) return "9-13";
  if (distance <= 20) return "14-20";
  return "21+";
}

std::string_view few_name(std::size_t count) {
  constexpr std::string_view kNames[] = {"0", "1", "2", "3", "4+"};
  return kNames[std::min<std::size_t>(count, 4)];
}

std::string_view odds_name(float odds) {
  if (odds < -3) return "<-3";
  if (odds < -1.5F) return "-3..-1.5";
  if (odds < -0.5F) return "-1.5..-.5";
  if (odds < 0.5F) return "-.5...5";
  if (odds < 1.5F) return ".5..1.5";
  if (odds < 3) return "1.5..3";
  return ">3";
}

bool said_not_to_be(const Scene& scene, const mention::Contact& c) {
  constexpr std::string_view kBeing[] = {"يوجد", "توجد",  "هناك", "يجري", "تجري", "تجريان", "يجريان", "يجر",
                                         "تجر",  "وجود",  "اجرا", "عقد",  "يعقد", "تعقد",   "اجراي",  "حدوث",
                                         "حصول", "يجروا", "تتم",  "يتم",  "يحدث", "يحصل"};
  constexpr std::string_view kNot[] = {"لا", "ولا", "لم",   "ولم", "ليس",  "ليست", "عدم", "وعدم",
                                       "ما", "نفي", "ونفي", "نفت", "ونفت", "ينفي", "تنفي"};
  constexpr std::int64_t kReach = 4;  // tokens: "لا [تجريان] [أي] حوار"
  const auto is = [&](const auto& list, std::string_view w) {
    return std::find(std::begin(list), std::end(list), w) != std::end(list);
  };
  const std::int64_t at = c.first;
  const std::string_view before = scene.word(c.sentence, at - 1);
  if (c.property == lexicon::Property::imperfect) return before == "لم" || before == "ولم";
  if (c.property == lexicon::Property::perfect) return before == "ما";
  if (is(kNot, before) && before != "ما") return true;
  for (std::int64_t t = at - 1; t >= at - kReach; --t) {
    const std::string_view w = scene.word(c.sentence, t);
    if (w == "<s>") return false;
    if (is(kBeing, w)) {
      if (is(kNot, scene.word(c.sentence, t - 1))) return true;
      // "نفت [الوزارة]، [السبت]، وجود أي اتصالات": the denial stands before its subject.
      for (auto k = static_cast<std::uint32_t>(t); k-- > scene.text().sentences[c.sentence].first;)
        if (scene.has_cue(k, mention::CueClass::denial)) return true;
      return false;
    }
    if (w != "اي" && w != "ايه" && w != "مثل" && w != "هذه" && w != "هذا") return false;
  }
  return false;
}

std::string_view property_name(const mention::Contact& c) {
  switch (c.property) {
    case lexicon::Property::perfect:
      return "perfect";
    case lexicon::Property::imperfect:
      return c.future ? "future" : "imperfect";
    case lexicon::Property::noun:
      if ((c.inflection & lexicon::kPronoun) != 0) return "noun+pronoun";
      return c.article ? "the noun" : "noun";
    case lexicon::Property::participle:
      return "participle";
    default:
      return "word";
  }
}

std::size_t contacts_between(const Scene& scene, std::uint32_t sentence, std::uint32_t first, std::uint32_t last) {
  const auto contacts = scene.contacts(sentence);
  return static_cast<std::size_t>(std::count_if(
      contacts.begin(), contacts.end(), [&](const mention::Contact& c) { return c.first >= first && c.first < last; }));
}

std::vector<std::string_view> actors_named(const Scene& scene, std::uint32_t sentence) {
  std::vector<std::string_view> out;
  const Scene::Range range = scene.parties(sentence);
  for (std::uint32_t i = range.first; i < range.last; ++i)
    for (const std::string& a : scene.mentions().parties[i].actors)
      if (std::find(out.begin(), out.end(), a) == out.end()) out.push_back(a);
  return out;
}

namespace {

// A comma parts clauses: "لا يوجد حوار، لكن آلية فك الاشتباك تعمل".
// "اللجنة المشتركة، الأحد، اجتماعا": the commas of a time part nothing.
bool sets_off_time(const Scene& scene, std::uint32_t sentence, std::uint32_t comma) {
  const auto& times = scene.times(sentence);
  return std::any_of(times.begin(), times.end(), [&](const arabic::TimeMention& t) {
    return scene.token_at(t.span.begin) == comma + 1 || scene.token_at(t.span.end) == comma;
  });
}

bool comma_between(const Scene& scene, const mention::Contact& c, const mention::Named& m) {
  for (std::uint32_t t = std::min(c.last, m.last); t < std::max(c.first, m.first); ++t)
    if (scene.is_comma(t) && !sets_off_time(scene, c.sentence, t)) return true;
  return false;
}

}  // namespace

std::span<const mention::Named> mechanisms_before(const Scene& scene, std::uint32_t sentence) {
  const std::span<const mention::Named> all = scene.mentions().mechanisms;
  const auto end =
      std::partition_point(all.begin(), all.end(), [&](const mention::Named& m) { return m.sentence < sentence; });
  return all.first(static_cast<std::size_t>(end - all.begin()));
}

const mention::Named* mechanism_of(const Scene& scene, const mention::Contact& c) {
  const auto upto = mechanisms_before(scene, c.sentence + 1);
  for (const mention::Named& m : upto.subspan(mechanisms_before(scene, c.sentence).size())) {
    const std::int64_t gap = m.first >= c.last   ? std::int64_t{m.first} - c.last
                             : m.last <= c.first ? std::int64_t{c.first} - m.last
                                                 : 0;
    if (gap <= kMechanismGap && !comma_between(scene, c, m)) return &m;
  }
  return nullptr;
}

const mention::Named* conflict_of(const Scene& scene, const mention::Contact& c) {
  const auto& all = scene.mentions().conflicts;
  const auto m =
      std::partition_point(all.begin(), all.end(), [&](const mention::Named& n) { return n.first < c.last; });
  if (m == all.end() || m->sentence != c.sentence) return nullptr;
  return m->first - c.last <= kMechanismGap && !comma_between(scene, c, *m) ? &*m : nullptr;
}

std::string_view governor(const Scene& scene, std::uint32_t sentence, std::uint32_t token, bool attached) {
  const std::string_view own = scene.word(sentence, token);
  if (attached) {
    if (own.starts_with("ل") || own.starts_with("ول")) return "ل+";
    if (own.starts_with("ب") || own.starts_with("وب")) return "ب+";
    return "ك+";
  }
  return scene.word(sentence, static_cast<std::int64_t>(token) - 1);
}

Form form_of(const lexicon::Entry& contact) {
  const std::string_view id = contact.id;
  return form_from(form_name(id)).value_or(Form::contact);
}

std::size_t commas_between(const Scene& scene, std::uint32_t a, std::uint32_t b) {
  std::size_t n = 0;
  for (std::uint32_t t = std::min(a, b); t < std::max(a, b); ++t)
    n += scene.mark(t) == "،" || scene.mark(t) == "," ? 1 : 0;
  return n;
}

bool says_between(const Scene& scene, std::uint32_t a, std::uint32_t b) {
  for (std::uint32_t t = std::min(a, b); t < std::max(a, b); ++t)
    if (scene.has_cue(t, mention::CueClass::say)) return true;
  return false;
}

// How many other contact words stand between one and a token of its sentence.
std::string_view contacts_name(const Scene& scene, const mention::Contact& c, std::uint32_t token) {
  return few_name(contacts_between(scene, c.sentence, std::min(token, c.first) + 1, std::max(token, c.first)));
}

}  // namespace qanat::report
