// Do two contact words tell of one contact? By who takes part, what is said of it, and when and where.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "report/frame.h"
#include "report/syntax.h"

namespace qanat::report {
namespace {

// The likeliest of the chosen mentions that stand for the actor; nullptr: none.
const mention::Party* best_mention(const Scene& scene, const Frame& frame, std::string_view actor) {
  const mention::Party* best = nullptr;
  float odds = 0;
  for (const Candidate& k : frame.candidates) {
    const mention::Party& p = scene.mentions().parties[k.party];
    if (!k.chosen || std::find(p.actors.begin(), p.actors.end(), actor) == p.actors.end()) continue;
    if (best != nullptr && k.own <= odds) continue;
    best = &p;
    odds = k.own;
  }
  return best;
}

// Do the same people take part? Two names for one actor speak for two contacts.
void people_features(const Scene& scene, const Frame& a, const Frame& b, std::string_view sets, learn::Features& out) {
  std::size_t same = 0;
  std::size_t other = 0;
  std::size_t roles_same = 0;
  std::size_t roles_other = 0;
  std::size_t mentions_same = 0;
  for (const std::string& actor : a.actors) {
    const mention::Party* x = best_mention(scene, a, actor);
    const mention::Party* y = best_mention(scene, b, actor);
    if (x == nullptr || y == nullptr) continue;
    if (x == y) {
      ++mentions_same;
      continue;
    }
    if (!x->person.empty() && !y->person.empty()) ++(x->person == y->person ? same : other);
    if (!x->role.empty() && !y->role.empty()) ++(x->role == y->role ? roles_same : roles_other);
  }
  out.add("people=", few_name(same), few_name(other), "|", sets);
  out.add("roles=", few_name(roles_same), few_name(roles_other), "|", sets);
  out.add("mentions=", few_name(mentions_same), "|", sets);
  out.add("people,roles=", few_name(same), few_name(other), few_name(roles_same), few_name(roles_other));
  if (other > 0) out.add("other people,forms=", to_string(a.form), "|", to_string(b.form));
}

// The time said nearest to the contact word, in its sentence.
const arabic::TimeMention* nearest_time(const Scene& scene, const mention::Contact& c) {
  const arabic::TimeMention* best = nullptr;
  std::int64_t least = 0;
  for (const arabic::TimeMention& t : scene.times(c.sentence)) {
    if (!t.when) continue;
    const std::int64_t far = std::abs(std::int64_t{scene.token_at(t.span.begin)} - c.first);
    if (best != nullptr && far >= least) continue;
    best = &t;
    least = far;
  }
  return best;
}

// The first place in the contact's sentence that hangs on a word of place, behind the contact word if there is one.
const mention::Place* nearest_place(const Scene& scene, const mention::Contact& c) {
  const std::vector<std::uint32_t>& hung = scene.hung_places(c.sentence);
  if (hung.empty()) return nullptr;
  const auto& places = scene.mentions().places;
  const auto behind =
      std::partition_point(hung.begin(), hung.end(), [&](std::uint32_t i) { return places[i].first <= c.first; });
  const bool before = places[hung.front()].first < c.first;
  return &places[before && behind != hung.end() ? *behind : hung.front()];
}

void circumstance_features(const Scene& scene, const mention::Contact& a, const mention::Contact& b,
                           std::string_view sets, learn::Features& out) {
  const arabic::TimeMention* ta = nearest_time(scene, a);
  const arabic::TimeMention* tb = nearest_time(scene, b);
  const std::string_view times = ta == nullptr || tb == nullptr ? "unknown"
                                 : ta == tb                     ? "one"
                                 : ta->when == tb->when         ? "same"
                                                                : "other";
  const mention::Place* pa = nearest_place(scene, a);
  const mention::Place* pb = nearest_place(scene, b);
  const std::string_view places = pa == nullptr || pb == nullptr ? "unknown"
                                  : pa == pb                     ? "one"
                                  : scene.word(a.sentence, pa->last - 1) == scene.word(b.sentence, pb->last - 1)
                                      ? "same"
                                      : "other";
  out.add("nearest times=", times, "|", sets);
  out.add("nearest places=", places, "|", sets);
  out.add("nearest both=", times, "|", places);
}

// How likely it is that both have one state, or one form: by the log-probabilities of each.
template <std::size_t N>
std::string_view same_name(const std::array<float, N>& a, const std::array<float, N>& b) {
  float same = 0;
  for (std::size_t k = 0; k < N; ++k) same += std::exp(a[k] + b[k]);
  return same < 0.05F   ? "never"
         : same < 0.2F  ? "hardly"
         : same < 0.45F ? "perhaps"
         : same < 0.75F ? "likely"
                        : "surely";
}

// How many of those who take part are named in the contact word's own sentence.
std::size_t named_here(const Scene& scene, const Frame& frame) {
  const std::uint32_t s = scene.mentions().contacts[frame.contact].sentence;
  return static_cast<std::size_t>(
      std::count_if(frame.actors.begin(), frame.actors.end(), [&](const std::string& actor) {
        const mention::Party* p = best_mention(scene, frame, actor);
        return p != nullptr && p->sentence == s;
      }));
}

// What is said of each, and how the second one's sentence brings it up: "وكان الرئيسان قد التقيا" is another contact,
// "خلال اللقاء" the same.
void telling_features(const Scene& scene, const Frame& a, const Frame& b, std::string_view sets, learn::Features& out) {
  const mention::Contact& ca = scene.mentions().contacts[a.contact];
  const mention::Contact& cb = scene.mentions().contacts[b.contact];
  const std::string_view here = ca.sentence == cb.sentence ? "|here" : "";
  out.add("same state=", same_name(a.states, b.states), "|", sets);
  out.add("same form=", same_name(a.forms, b.forms), "|", sets);
  out.add("same state,form=", same_name(a.states, b.states), "|", same_name(a.forms, b.forms), "|", sets);
  const std::string_view governed = to_string(b.scope.governed);
  out.add("second scope=", governed, "|", sets);
  out.add("scopes=", to_string(a.scope.governed), "|", governed, here);
  out.add("second named=", few_name(named_here(scene, b)), "|", sets, here);
  out.add("named=", few_name(named_here(scene, a)), "|", few_name(named_here(scene, b)), "|", sets, here);
  const std::uint32_t begin = scene.text().sentences[cb.sentence].first;
  if (here.empty()) {
    out.add("second opening=", scene.word(cb.sentence, begin));
    out.add("second opening,sets=", scene.word(cb.sentence, begin), "|", sets);
  }
  if (ca.sentence == 0) out.add("from the top=", few_name(cb.sentence), "|", sets);
}

// Is the second what the first is done for: "توجه إلى واشنطن للقاء", "لإجراء محادثات", "لاستئناف المفاوضات"?
bool is_aim(const Scene& scene, const mention::Contact& c) {
  const auto aims = [](std::string_view w) {
    return w.starts_with("ل") && w.size() > 3 * arabic::kLetter && !w.starts_with("لل");
  };
  const std::string_view own = scene.word(c.sentence, c.first);
  if (c.preposition && own.starts_with("ل")) return true;
  for (std::int64_t t = std::int64_t{c.first} - 1; t >= std::int64_t{c.first} - 2; --t)
    if (aims(scene.word(c.sentence, t))) return true;
  return false;
}

// Two in one sentence: how their clauses stand to one another.
void way_features(const Scene& scene, const Frame& a, const Frame& b, std::string_view sets, learn::Features& out) {
  const mention::Contact& ca = scene.mentions().contacts[a.contact];
  const mention::Contact& cb = scene.mentions().contacts[b.contact];
  const std::string way = scene.syntax(ca.sentence).way(ca, cb);
  const std::string_view aim = is_aim(scene, cb) ? "aim" : "";
  out.add("way=", way, "|", sets);
  out.add("way,forms=", way, "|", to_string(a.form), "|", to_string(b.form));
  out.add("way,properties=", way, "|", property_name(ca), "|", property_name(cb));
  out.add("aim=", aim, "|", sets);
  out.add("aim,forms=", aim, "|", to_string(a.form), "|", to_string(b.form), "|", sets);
  out.add("aim,states=", aim, "|", to_string(a.state), "|", to_string(b.state));
  constexpr std::uint32_t kFewBetween = 4;
  if (cb.first < ca.last || cb.first - ca.last > kFewBetween) return;
  std::string words;
  for (std::uint32_t t = ca.last; t < cb.first; ++t) {
    words.append(scene.word(ca.sentence, t));
    words.push_back(' ');
  }
  out.add("words between=", words, "|", sets);
}

// A contact word that takes up one told before: "اللقاء", "خلال لقائه", "هذه الزيارة".
std::string_view taking_up(const Scene& scene, const mention::Contact& c) {
  const std::string_view before = scene.word(c.sentence, std::int64_t{c.first} - 1);
  if (before == "هذا" || before == "هذه" || before == "ذلك" || before == "تلك") return "this";
  if (before == "خلال" || before == "اثناء" || before == "عقب" || before == "بعد") return "during";
  if (before == "اخر" || before == "اول" || before == "ثاني") return "ordinal";
  return property_name(c);
}

}  // namespace

void merge_features(const Scene& scene, const Frame& a, const Frame& b, learn::Features& out) {
  const mention::Contact& ca = scene.mentions().contacts[a.contact];
  const mention::Contact& cb = scene.mentions().contacts[b.contact];
  const std::string_view ia = scene.lexicon().entries()[ca.entry].id;
  const std::string_view ib = scene.lexicon().entries()[cb.entry].id;
  std::size_t shared = 0;
  for (const std::string& x : a.actors)
    shared += std::find(b.actors.begin(), b.actors.end(), x) != b.actors.end() ? 1 : 0;
  const bool equal = a.actors == b.actors;
  const bool subset = shared == std::min(a.actors.size(), b.actors.size());
  const std::string_view sets = equal ? "equal" : subset ? "subset" : shared > 0 ? "overlap" : "apart";
  const std::string_view form_a = ia.substr(0, ia.find('.'));
  const std::string_view form_b = ib.substr(0, ib.find('.'));
  const std::string_view forms = a.form == b.form ? "same" : "other";
  const std::string_view states = a.state == b.state ? "same" : "other";
  const std::string_view sentences = few_name(cb.sentence - ca.sentence);

  out.add("bias");
  out.add("sets=", sets);
  out.add("sets,sizes=", sets, few_name(a.actors.size()), "|", few_name(b.actors.size()));
  out.add("forms=", forms, "|", sets);
  out.add("states=", states, "|", sets);
  out.add("forms,states=", forms, states, "|", sets);
  out.add("form pair=", to_string(a.form), "|", to_string(b.form));
  out.add("form pair,sets=", form_a, form_b, "|", sets);
  out.add("state pair=", to_string(a.state), "|", to_string(b.state));
  out.add("state pair,sets=", to_string(a.state), to_string(b.state), "|", sets);
  out.add("sentences=", sentences, "|", sets);
  out.add("sentences,states=", sentences, states, "|", sets);
  out.add("id pair=", ia, "|", ib);
  if (ca.entry == cb.entry) out.add("same entry|", sets, "|", sentences);
  if (scene.word(ca.sentence, ca.first) == scene.word(cb.sentence, cb.first)) out.add("same word|", sets);
  out.add("second=", property_name(cb), "|", sets);
  out.add("second before=", scene.word(cb.sentence, std::int64_t{cb.first} - 1));
  out.add("second behind=", scene.word(cb.sentence, cb.last));
  out.add("pair=", property_name(ca), "|", property_name(cb), sets);
  if (ca.sentence == cb.sentence) {
    out.add("tokens between=", distance_name(std::int64_t{cb.first} - ca.last), "|", sets);
    way_features(scene, a, b, sets, out);
  }

  people_features(scene, a, b, sets, out);
  circumstance_features(scene, ca, cb, sets, out);
  telling_features(scene, a, b, sets, out);
  out.add("taking up=", taking_up(scene, cb), "|", sets, "|", forms);
  out.add("taking up both=", taking_up(scene, ca), "|", taking_up(scene, cb), "|",
          ca.sentence == cb.sentence ? "here" : "");

  // Times said in the two sentences: equal ones speak for one contact, different ones against.
  const auto& ta = scene.times(ca.sentence);
  const auto& tb = scene.times(cb.sentence);
  if (ca.sentence != cb.sentence && !ta.empty() && !tb.empty()) {
    bool same = false;
    for (const auto& x : ta)
      for (const auto& y : tb) same = same || (x.when && x.when == y.when);
    out.add("times=", same ? "same" : "other", "|", sets);
  } else {
    out.add("times=", ta.empty() ? "-" : "a", tb.empty() ? "-" : "b", sets);
  }
}

}  // namespace qanat::report
