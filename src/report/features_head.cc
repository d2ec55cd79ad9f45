#include <algorithm>

#include "report/frame.h"

namespace qanat::report {
namespace {

using mention::CueClass;

// Cue classes that say something about whether, and how, a contact is told of.
constexpr CueClass kTelling[] = {CueClass::negation,  CueClass::denial, CueClass::refusal,   CueClass::cancel,
                                 CueClass::fail,      CueClass::stall,  CueClass::premature, CueClass::possible,
                                 CueClass::propose,   CueClass::plan,   CueClass::begin,     CueClass::going_on,
                                 CueClass::resume,    CueClass::finish, CueClass::past,      CueClass::say,
                                 CueClass::condition, CueClass::inner};

constexpr std::string_view kMedia[] = {"وكاله",    "قناه",      "صحيفه",     "تلفزيون",   "شبكه",    "محطه",
                                       "اذاعه",    "برنامج",    "موقع",      "مجله",      "جريده",   "الصحفيين",
                                       "للصحفيين", "الصحافيين", "للصحافيين", "الاعلاميه", "الاعلامي"};
constexpr std::uint32_t kPressReach = 5;  // tokens behind the word

// "في مقابلة مع قناة", "في حديث للصحفيين": talk with the press is no contact.
bool with_the_press(const Scene& scene, const mention::Contact& c) {
  const std::uint32_t end = std::min(scene.text().sentences[c.sentence].last, c.last + kPressReach);
  for (const mention::Named& a : scene.mentions().agencies)
    if (a.first >= c.last && a.first < end) return true;
  for (std::uint32_t t = c.last; t < end; ++t) {
    const std::string_view w = scene.word(c.sentence, t);
    if (std::find(std::begin(kMedia), std::end(kMedia), w) != std::end(kMedia)) return true;
  }
  return false;
}

}  // namespace

void head_features(const Scene& scene, const mention::Contact& c, learn::Features& out) {
  const lexicon::Entry& entry = scene.lexicon().entries()[c.entry];
  const std::string_view id = entry.id;
  const std::string_view property = property_name(c);
  const std::uint32_t s = c.sentence;
  const auto& sentence = scene.text().sentences[s];
  const std::string_view own = scene.word(s, c.first);
  const std::string_view before = scene.word(s, std::int64_t{c.first} - 1);
  const std::string_view before2 = scene.word(s, std::int64_t{c.first} - 2);
  const std::string_view behind = scene.word(s, c.last);
  const std::string_view behind2 = scene.word(s, std::int64_t{c.last} + 1);

  out.add("bias");
  out.add("id=", id);
  out.add("id,property=", id, "|", property);
  out.add("word=", own);
  out.add("word,behind=", own, "|", behind);
  out.add("before=", before);
  out.add("behind=", behind);
  out.add("before2=", before2);
  out.add("behind2=", behind2);
  out.add("id,before=", id, "|", before);
  out.add("id,behind=", id, "|", behind);
  if (c.preposition) out.add("id,governor=", id, "|", governor(scene, s, c.first, true));
  if (c.inflection != 0) {
    const std::string inflection = std::to_string(c.inflection);
    out.add("inflection=", inflection);
    out.add("id,inflection=", id, "|", inflection);
  }
  out.add("sentence=", distance_name(s));
  out.add("quoted=", scene.text().tokens[c.first].quoted ? "1" : "0");
  out.add("place in sentence=", distance_name(std::int64_t{c.first} - sentence.first));

  // Who is named around: left and right of the word, in the sentence.
  const auto& parties = scene.mentions().parties;
  const Scene::Range range = scene.parties(s);
  std::size_t left = 0;
  std::size_t right = 0;
  std::vector<std::string_view> actors;
  const mention::Party* nearest_left = nullptr;
  const mention::Party* nearest_right = nullptr;
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    const mention::Party& p = parties[i];
    if (p.actors.empty()) continue;
    if (p.first < c.first) {
      ++left;
      nearest_left = &p;
    } else {
      ++right;
      if (nearest_right == nullptr) nearest_right = &p;
    }
    for (const std::string& a : p.actors)
      if (std::find(actors.begin(), actors.end(), a) == actors.end()) actors.push_back(a);
  }
  out.add("actors=", few_name(actors.size()));
  out.add("id,actors=", id, "|", few_name(actors.size()));
  out.add("sides=", few_name(left), "|", few_name(right));
  out.add("article actors=", distance_name(static_cast<std::int64_t>(scene.actors())));
  out.add("property,actors=", property, "|", few_name(actors.size()));
  if (nearest_left != nullptr) {
    out.add("left=", to_string(nearest_left->kind), "|", distance_name(std::int64_t{c.first} - nearest_left->last));
    if (!nearest_left->role.empty()) out.add("left role=", nearest_left->role, "|", id);
  }
  if (nearest_right != nullptr) {
    const std::string_view g = governor(scene, s, nearest_right->first, nearest_right->preposition);
    out.add("right=", to_string(nearest_right->kind), "|", distance_name(std::int64_t{nearest_right->first} - c.last));
    out.add("right governor=", g);
    out.add("id,right governor=", id, "|", g);
    if (!nearest_right->role.empty()) out.add("right role=", nearest_right->role, "|", id);
    if (nearest_right->counterpart) out.add("right counterpart");
  }

  // "مع" and "بين" behind the word.
  for (std::uint32_t t = c.last; t < sentence.last && t < c.last + 8; ++t) {
    const std::string_view w = scene.word(s, t);
    if (w == "مع" || w == "بين" || w == "نظيره" || w == "نظيرته" || w == "الي") {
      out.add("ahead=", w, "|", id);
      break;
    }
  }

  if (said_not_to_be(scene, c)) {
    out.add("said not to be");
    out.add("said not to be,actors=", few_name(actors.size()));
  }
  if (with_the_press(scene, c)) {
    out.add("press");
    out.add("press,id=", id);
  }

  const Scene::Range cues = scene.cues(s);
  std::uint64_t classes = 0;
  for (std::uint32_t i = cues.first; i < cues.last; ++i) {
    const mention::Cue& cue = scene.mentions().cues[i];
    classes |= 1ULL << static_cast<unsigned>(cue.kind);
    const std::int64_t distance = std::int64_t{cue.first} - c.first;
    if (distance >= -4 && distance < 0) out.add("cue before=", to_string(cue.kind));
    if (distance > 0 && distance <= 4) out.add("cue behind=", to_string(cue.kind));
  }
  for (const CueClass k : kTelling)
    if ((classes >> static_cast<unsigned>(k) & 1U) != 0) out.add("sentence cue=", to_string(k));

  for (const CueClass k : {CueClass::sport, CueClass::business, CueClass::culture, CueClass::home_affairs}) {
    const int n = scene.topic(k);
    if (n > 0) out.add("topic=", to_string(k), "|", distance_name(n));
    for (std::uint32_t i = cues.first; i < cues.last; ++i)
      if (scene.mentions().cues[i].kind == k) {
        out.add("sentence topic=", to_string(k));
        break;
      }
  }
}

}  // namespace qanat::report
