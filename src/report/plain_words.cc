#include "report/plain_words.h"

#include <algorithm>
#include <array>

#include "report/mediators.h"
#include "report/tuning.h"

namespace qanat::report {
namespace {

// "خلال مؤتمر صحفي في موسكو": where nobody else is at the table it is no contact.
bool is_alone_before_the_press(const Scene& scene, const mention::Contact& c) {
  constexpr std::array<std::string_view, 9> kTogether = {"مشترك", "المشترك", "مع",    "جمع",  "جمعه",
                                                         "جمعها", "جمعهما",  "برفقه", "بحضور"};
  constexpr std::uint32_t kReach = 8;  // tokens
  if (scene.lexicon().entries()[c.entry].id != "meeting.press") return false;
  const std::uint32_t last = std::min(scene.text().sentences[c.sentence].last, c.last + kReach);
  for (std::uint32_t t = c.first; t < last; ++t)
    if (one_of(scene.word(c.sentence, t), kTogether)) return false;
  return true;
}

// "تتحدث عن التزامها", "تحدث باسم الوفد": who speaks of something speaks with nobody.
bool only_speaks(const Scene& scene, const mention::Contact& c) {
  constexpr std::array<std::string_view, 6> kWith = {"مع", "الي", "معه", "معها", "معهما", "معهم"};
  constexpr std::array<std::string_view, 4> kOf = {"عن", "باسم", "امام", "علي"};
  constexpr std::uint32_t kReach = 14;  // tokens
  if (scene.lexicon().entries()[c.entry].id != "contact.speak") return false;
  const std::uint32_t last = std::min(scene.text().sentences[c.sentence].last, c.last + kReach);
  for (std::uint32_t t = c.last; t < last; ++t) {
    const std::string_view w = scene.word(c.sentence, t);
    if (one_of(w, kWith)) return false;
    if (one_of(w, kOf)) return true;
  }
  return false;
}

// "طلبا للقائه", "طلب عقد اجتماع": what is asked for is the contact.
bool asks_for_another(const Scene& scene, const mention::Contact& c) {
  constexpr std::uint32_t kReach = 6;  // tokens, past who asks
  if (scene.lexicon().entries()[c.entry].id != "message.message" || c.property != lexicon::Property::noun) return false;
  if (scene.word(c.sentence, c.first) == "بطلب") return true;  // "ألغيت بطلب من باكو": at its wish
  if (!bare(scene.word(c.sentence, c.first)).starts_with("طلب")) return false;
  const auto& here = scene.contacts(c.sentence);
  return std::any_of(here.begin(), here.end(), [&](const mention::Contact& o) {
    return o.first >= c.last && o.first < c.last + kReach && o.property == lexicon::Property::noun;
  });
}

// "حل الأزمة", "سيحل محله": nobody has come anywhere, as "حل بالجزائر" would say.
bool solves_something(const Scene& scene, const mention::Contact& c) {
  constexpr std::array<std::string_view, 6> kForms = {"حل", "حلت", "يحل", "تحل", "سيحل", "ستحل"};
  constexpr std::uint32_t kReach = 8;  // tokens: past who has come, and when
  if (c.property == lexicon::Property::noun || !one_of(bare(scene.word(c.sentence, c.first)), kForms)) return false;
  const Scene::Range places = scene.places(c.sentence);
  for (std::uint32_t i = places.first; i < places.last; ++i) {
    const mention::Place& p = scene.mentions().places[i];
    if (p.first < c.last || p.first > c.last + kReach) continue;
    const std::string_view before = scene.word(c.sentence, std::int64_t{p.first} - 1);
    if (p.preposition || before == "في" || before == "بمدينه") return false;
  }
  return true;
}

// "الجولة الـ17 لمفاوضات أستانا", "جولة ثانية من المحادثات": the talks tell of it.
bool is_round_of_talks(const Scene& scene, const mention::Contact& c) {
  constexpr std::uint32_t kReach = 2;  // tokens: its number, "من"
  if (scene.lexicon().entries()[c.entry].id != "talks.round") return false;
  const auto& here = scene.contacts(c.sentence);
  return std::any_of(here.begin(), here.end(), [&](const mention::Contact& o) {
    if (o.first < c.last || o.first > c.last + kReach || o.property != lexicon::Property::noun) return false;
    if (form_of(scene.lexicon().entries()[o.entry]) != Form::talks) return false;
    return o.preposition || scene.word(c.sentence, std::int64_t{o.first} - 1) == "من";
  });
}

// Does the article tell of such a contact in a sentence before?
bool was_told(const Scene& scene, const mention::Contact& c) {
  const auto& all = scene.mentions().contacts;
  const Form form = form_of(scene.lexicon().entries()[c.entry]);
  return std::any_of(all.begin(), all.end(), [&](const mention::Contact& o) {
    return o.sentence < c.sentence && form_of(scene.lexicon().entries()[o.entry]) == form;
  });
}

// "وحضر الاستقبال وزير الخارجية", "تسلم الرسالة وزير الخارجية": who sat in, or whose hand it went through.
bool adds_somebody(const Scene& scene, const mention::Contact& c) {
  constexpr std::array<std::string_view, 12> kAdds = {"حضر", "حضرت", "حضره",  "شارك", "تسلم", "تسلمت",
                                                      "سلم", "سلمت", "تسليم", "نقل",  "نقلت", "استلم"};
  constexpr std::uint32_t kReach = 3;  // tokens: "وقد قام بتسليم"
  const std::uint32_t begin = scene.text().sentences[c.sentence].first;
  if (c.property != lexicon::Property::noun || !c.article || c.first > begin + kReach) return false;
  std::string_view before = bare(scene.word(c.sentence, std::int64_t{c.first} - 1));
  if (before.starts_with("ب")) before.remove_prefix(arabic::kLetter);
  return one_of(before, kAdds) && was_told(scene, c);
}

// "حضر" of "حضر اللقاء".
bool is_seen_by(const Scene& scene, const mention::Contact& c) {
  if (scene.lexicon().entries()[c.entry].id != "meeting.attend") return false;
  const auto& here = scene.contacts(c.sentence);
  return std::any_of(here.begin(), here.end(),
                     [&](const mention::Contact& o) { return o.first == c.last && adds_somebody(scene, o); });
}

// "تتوسط بين X وY": said plainly, and seldom enough that weights learned little of it.
bool carries_between(const Scene& scene, const mention::Contact& c) {
  constexpr std::uint32_t kReach = 10;  // tokens
  if (!is_mediation(scene, c)) return false;
  const std::uint32_t last = std::min(scene.text().sentences[c.sentence].last, c.last + kReach);
  for (std::uint32_t t = c.last; t < last; ++t)
    if (scene.word(c.sentence, t) == "بين") return true;
  return false;
}

// The ambassador of another state that the word behind which he is named may summon: "استدعت الخارجية السفير الفرنسي".
const mention::Party* summoned(const Scene& scene, const mention::Contact& c) {
  constexpr std::uint32_t kReach = 10;  // tokens
  if (scene.lexicon().entries()[c.entry].id != "message.summon") return nullptr;
  const Scene::Range here = scene.parties(c.sentence);
  for (std::uint32_t i = here.first; i < here.last; ++i) {
    const mention::Party& p = scene.mentions().parties[i];
    if (p.first < c.last || p.first > c.last + kReach) continue;
    if (p.role == "diplomat" && !p.own && p.actors.size() == 1) return &p;  // "سفيرها": called home
  }
  return nullptr;
}

}  // namespace

bool tells_nothing(const Scene& scene, const mention::Contact& contact) {
  return is_alone_before_the_press(scene, contact) || only_speaks(scene, contact) || asks_for_another(scene, contact) ||
         is_round_of_talks(scene, contact) || adds_somebody(scene, contact) || is_seen_by(scene, contact) ||
         solves_something(scene, contact);
}

bool may_be_plain(const Scene& scene, const mention::Contact& contact) {
  return carries_between(scene, contact) || summoned(scene, contact) != nullptr;
}

bool is_plain(const Scene& scene, const Frame& frame) {
  const mention::Contact& c = scene.mentions().contacts[frame.contact];
  if (frame.between && is_mediation(scene, c)) return true;
  const mention::Party* guest = summoned(scene, c);
  return guest != nullptr && sure_of_two(scene, frame) && among(frame.actors, guest->actors.front());
}

bool sure_of_two(const Scene& scene, const Frame& frame) {
  if (frame.actors.size() < 2) return false;
  if (frame.members) return true;
  return std::all_of(frame.actors.begin(), frame.actors.end(), [&](const std::string& a) {
    return std::any_of(frame.candidates.begin(), frame.candidates.end(), [&](const Candidate& k) {
      return k.score >= kSureParty && among(scene.mentions().parties[k.party].actors, a);
    });
  });
}

}  // namespace qanat::report
