// "الجانبان", "البلدين", "الدول الأربع", "الرئيسين", "الوزراء": several who were named before.
#include <algorithm>
#include <array>

#include "mention/resolve.h"
#include "mention/unique.h"

namespace qanat::mention {

namespace {

constexpr std::size_t kMostOfMany = 6;

struct Counted {
  std::string_view word;
  std::size_t count;
};
constexpr std::array<Counted, 10> kNumbers = {{{"الثلاث", 3},
                                               {"الثلاثه", 3},
                                               {"الاربع", 4},
                                               {"الاربعه", 4},
                                               {"الخمس", 5},
                                               {"الخمسه", 5},
                                               {"الست", 6},
                                               {"السته", 6},
                                               {"الاثنان", 2},
                                               {"الاثنين", 2}}};

// How many are meant; 0: more than two.
std::size_t count_meant(const Discourse& d, const Party& p) {
  const auto number = [&](std::uint32_t t) -> std::size_t {
    for (const Counted& n : kNumbers)
      if (d.word(t) == n.word) return n.count;
    return 0;
  };
  for (std::uint32_t t = p.first; t < p.last; ++t)
    if (const std::size_t n = number(t); n != 0) return n;
  if (p.last < d.text.tokens.size())
    if (const std::size_t n = number(p.last); n > 2) return n;
  const std::string_view w = d.word(p.last - 1);
  const std::string_view first = d.word(p.first);
  const auto dual = [](std::string_view x) {
    return x.ends_with("ان") || x == "بينهما" || x == "كلاهما" ||
           (x.ends_with("ين") && !x.ends_with("وولين") && x != "مفاوضين");
  };
  return dual(w) || dual(first) ? 2 : 0;
}

// Words that only states can be called by.
bool means_states(std::string_view w) {
  for (const std::string_view stem : {"بلد", "دول", "عاصم", "حكوم", "رييس", "ريس", "وزير", "وزرا", "روسا", "جارت"})
    if (w.find(stem) != std::string_view::npos) return true;
  return false;
}

constexpr std::size_t kKnownReach = 300;  // mentions back, that a hostile page may not cost the square of its length

// "الدول الثلاث" where those of a group that the lexicon knows were all named: Egypt, Sudan and Ethiopia.
bool resolve_known(const Discourse& d, std::size_t i, std::size_t wanted) {
  std::vector<std::string_view> named;
  for (std::size_t k = i; k-- > 0 && i - k <= kKnownReach;)
    for (const std::string& a : d.parties[k].actors)
      if (std::find(named.begin(), named.end(), a) == named.end()) named.push_back(a);
  const lexicon::Entry* best = nullptr;
  std::size_t best_at = 0;  // how long ago the last of them was named
  for (const lexicon::Entry* e : d.finder.companies()) {
    if (e->members.size() != wanted) continue;
    std::size_t at = 0;
    for (const std::string& m : e->members)
      at = std::max(at, static_cast<std::size_t>(std::find(named.begin(), named.end(), m) - named.begin()));
    if (at == named.size() || (best != nullptr && at >= best_at)) continue;
    best = e;
    best_at = at;
  }
  if (best == nullptr) return false;
  d.parties[i].actors = best->members;
  d.parties[i].referred = true;
  return true;
}

}  // namespace

void resolve_many(const Discourse& d, std::size_t i) {
  Party& p = d.parties[i];
  // "مبعوثين", "الدبلوماسيين" are any of their kind; offices that a state has one of are those named before.
  if (p.kind == PartyKind::title && p.role != "leader" && !p.role.ends_with("minister")) return;
  const std::size_t wanted = count_meant(d, p);
  const std::string_view head = d.word(p.first);
  const bool definite = head.starts_with("ال") || head.starts_with("وال") || head.starts_with("لل") ||
                        head.starts_with("بال") || p.kind == PartyKind::pair;
  // "وزراء الخارجية" of those who were just named together.
  const bool all_of_an_office =
      p.kind == PartyKind::title && p.several && p.last - p.first == 2 && d.word(p.last - 1).starts_with("ال");
  if (wanted == 0 && !(definite && p.last - p.first == 1) && !all_of_an_office) return;
  bool states = means_states(d.word(p.first));
  for (std::uint32_t t = p.first; t < p.last; ++t) states = states || means_states(d.word(t));
  const bool by_role = !p.role.empty() && p.kind == PartyKind::title;
  if (wanted == 2) return resolve_two(d, i, states, by_role);
  if (wanted > 2 && resolve_known(d, i, wanted)) return;
  const auto fits = [&](const std::string& a) { return !states || d.acts_as_state(a); };

  std::vector<std::string> office;  // who was named in that office
  std::vector<std::string> strong;
  std::vector<std::string> weak;
  for (std::size_t k = i; k-- > 0;) {
    const Party& q = d.parties[k];
    if (q.sentence + kReach < p.sentence) break;
    if (q.actors.empty() || q.kind == PartyKind::home) continue;
    if (q.actors.size() > 1) {
      // Said together before: exactly as many are taken as they are.
      if (by_role && q.role == p.role && q.actors.size() == wanted) {
        p.actors = q.actors;
        p.referred = true;
        return;
      }
      const bool all = std::all_of(q.actors.begin(), q.actors.end(), fits);
      if (all && (wanted == q.actors.size() || (wanted == 0 && q.actors.size() > 2)) &&
          (strong.size() < 2 || all_of_an_office)) {
        p.actors = q.actors;
        // "بين إيران ومجموعة الست ... الأطراف": the other side too.
        if (wanted == 0 && !by_role && k > 0 && are_together(d, d.parties[k - 1], q))
          for (const std::string& a : d.parties[k - 1].actors) add_unique(p.actors, a);
        p.referred = true;
        return;
      }
      continue;
    }
    const std::string& actor = q.actors.front();
    if (!fits(actor)) continue;
    if (by_role && q.role == p.role) add_unique(office, actor);
    const bool place = is_place_only(d, q) && !is_paired_nisba(d.parties, k);
    add_unique(place ? weak : strong, actor);
    if (wanted != 0 && (by_role ? office.size() : strong.size()) >= wanted) break;
  }
  if (wanted == 0) {  // "الوزراء": as many as were named in that office, if they were several
    if (office.size() < 3 || office.size() > kMostOfMany || all_of_an_office) return;
    p.actors.assign(office.rbegin(), office.rend());
    p.referred = true;
    return;
  }
  for (const auto* more : {&strong, &weak})
    for (const std::string& a : *more)
      if (office.size() < wanted) add_unique(office, a);
  if (office.size() < wanted) return;
  office.resize(wanted);
  p.actors.assign(office.rbegin(), office.rend());
  p.referred = true;
}

}  // namespace qanat::mention
