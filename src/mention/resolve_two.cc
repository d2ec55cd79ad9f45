// "الجانبان", "البلدين", "الرئيسان": two who were named before. Not always the last two are meant: who stand against
// one another, or were named together, are likelier, and who carries between others is not.
#include <algorithm>
#include <array>

#include "mention/resolve.h"
#include "mention/unique.h"

namespace qanat::mention {

bool are_rivals(const Discourse& d, const std::string& a, const std::string& b) {
  const auto is = [](const std::vector<std::string>& list, const std::string& x) {
    return std::find(list.begin(), list.end(), x) != list.end();
  };
  for (const lexicon::Entry* e : d.finder.lexicon().conflicts()) {
    const std::string& first = e->members.front();
    if ((first == a && is(e->members, b)) || (first == b && is(e->members, a))) return true;
  }
  return false;
}

// A mention that only says where something was.
bool is_place_only(const Discourse& d, const Party& p) {
  if (p.kind != PartyKind::capital && p.kind != PartyKind::state) return p.kind == PartyKind::nisba;
  const std::string_view before = p.first > 0 ? d.word(p.first - 1) : std::string_view{};
  if (before == "في" || (p.preposition && d.word(p.first).starts_with("ب"))) return true;
  if (p.kind != PartyKind::capital) return false;
  // "مع دمشق", "ترى موسكو": a capital that acts; one that is gone to is a place.
  return before != "مع" && before != "بين" && before != "وبين" && before != "ان" && !p.conjunction;
}

// "العلاقات الروسية الأميركية": the nisba belongs to a pair of them.
bool is_paired_nisba(const std::vector<Party>& parties, std::size_t k) {
  const auto tied = [&](std::size_t a, std::size_t b) {
    return parties[a].kind == PartyKind::nisba && parties[b].kind == PartyKind::nisba &&
           parties[b].first <= parties[a].last + 1 && parties[a].actors != parties[b].actors;
  };
  return (k > 0 && tied(k - 1, k)) || (k + 1 < parties.size() && tied(k, k + 1));
}

// Are two mentions that follow one another said to do something together?
bool are_together(const Discourse& d, const Party& x, const Party& y) {
  if (x.sentence != y.sentence || x.actors == y.actors || x.actors.empty() || y.actors.empty()) return false;
  if (y.counterpart) return true;
  if (y.first <= x.last + 1 && (y.conjunction || (y.first > x.last && d.word(x.last) == "و"))) return true;
  return y.first > 0 && d.word(y.first - 1) == "مع";
}

namespace {

// Somebody named before a reference to two.
struct Antecedent {
  std::vector<std::string> actors;  // mostly one; of a group all
  bool office = false;              // named in the office that is asked for
  bool weak = false;                // named only as a place
  bool acts = false;                // by somebody who speaks for him
  bool mediates = false;            // "بوساطة X", "المبعوث الأممي"
  std::uint32_t back = 0;           // sentences before the reference
};

// How far two are from being those meant; each step a reason not to take them.
constexpr double kOnlyPlace = 2.0;
constexpr double kOtherOffice = 2.0;
constexpr double kMediator = 1.5;
constexpr double kNotActing = 0.75;  // a state's bare name: often what is spoken of
constexpr double kRivals = -1.75;    // who stand against one another in a conflict that the lexicon knows
constexpr double kTogether = -2.0;   // "بين X وY", "X مع نظيره Y"

// Does the mention say that it carries between others, or hosts them?
bool mediates(const Discourse& d, const Party& q) {
  constexpr std::array<std::string_view, 8> kWords = {"بوساطه", "وساطه",  "برعايه",  "رعايه",
                                                      "بدعوه",  "تستضيف", "استضافت", "الوسيط"};
  constexpr std::uint32_t kBack = 2;  // tokens
  for (std::uint32_t t = q.first; t-- > 0 && q.first - t <= kBack;)
    if (std::find(kWords.begin(), kWords.end(), d.word(t)) != kWords.end()) return true;
  return q.role == "envoy" && d.finder.lexicon().entry(lexicon::Kind::organisation, q.actors.front()) != nullptr;
}

bool speaks_for(const Party& q) {
  return q.kind == PartyKind::person || q.kind == PartyKind::office || q.kind == PartyKind::institution ||
         q.kind == PartyKind::title || q.kind == PartyKind::seat;
}

// "الجانبين المصري والأمريكي": said right behind. "حل الدولتين", "البلدين العربيين": nobody who was named before.
enum class Said : std::uint8_t { no, yes, otherwise };
Said said_behind(const Discourse& d, std::size_t i) {
  Party& p = d.parties[i];
  if (p.first > 0 && d.word(p.first - 1) == "حل") return Said::otherwise;
  const std::uint32_t end = p.last;
  if (i + 2 < d.parties.size()) {
    const Party& a = d.parties[i + 1];
    const Party& b = d.parties[i + 2];
    if (a.kind == PartyKind::nisba && b.kind == PartyKind::nisba && a.first == end && b.first <= a.last + 1 &&
        a.actors.size() == 1 && b.actors.size() == 1 && a.actors != b.actors) {
      p.actors = {a.actors.front(), b.actors.front()};
      return Said::yes;
    }
  }
  if (end >= d.text.tokens.size()) return Said::no;
  const std::string_view w = d.word(end);
  const bool plural =
      w.starts_with("ال") && (w.ends_with("يين") || w.ends_with("تين") || w.ends_with("يتان") || w == "العربيه");
  return plural ? Said::otherwise : Said::no;
}

class Pairs {
 public:
  Pairs(const Discourse& d, std::size_t reference, bool by_role) : d_(d), reference_(reference), by_role_(by_role) {}

  void note(const Party& q, bool weak, bool office) {
    const auto it =
        std::find_if(named_.begin(), named_.end(), [&](const Antecedent& a) { return a.actors == q.actors; });
    if (it != named_.end()) {
      it->office = it->office || office;
      it->weak = it->weak && weak;
      it->acts = it->acts || speaks_for(q);
      it->mediates = it->mediates || mediates(d_, q);
      return;
    }
    const std::uint32_t back = d_.parties[reference_].sentence - q.sentence;
    named_.push_back({q.actors, office, weak, speaks_for(q), mediates(d_, q), back});
  }
  void note_together(std::vector<std::string> a, std::vector<std::string> b) {
    together_.emplace_back(std::move(a), std::move(b));
  }
  bool full() const { return named_.size() >= kMost; }

  // Empty where fewer than two were named.
  std::vector<std::string> best() const {
    std::vector<std::string> out;
    double least = 0;
    for (std::size_t a = 0; a < named_.size(); ++a) {
      for (std::size_t b = a + 1; b < named_.size(); ++b) {
        const double cost = cost_of(a, b);
        if (!out.empty() && cost >= least) continue;
        least = cost;
        out = named_[b].actors;
        for (const std::string& actor : named_[a].actors) add_unique(out, actor);
      }
    }
    return out;
  }

 private:
  static constexpr std::size_t kMost = 7;

  double cost_of(std::size_t a, std::size_t b) const {
    const auto own = [&](std::size_t i) {
      const Antecedent& x = named_[i];
      return kPerRank * static_cast<double>(i) + kPerSentence * x.back +
             (x.weak   ? kOnlyPlace
              : x.acts ? 0
                       : kNotActing) +
             (by_role_ && !x.office ? kOtherOffice : 0) + (x.mediates ? kMediator : 0);
    };
    const std::vector<std::string>& x = named_[a].actors;
    const std::vector<std::string>& y = named_[b].actors;
    const bool together = std::any_of(together_.begin(), together_.end(), [&](const auto& t) {
      return (t.first == x && t.second == y) || (t.first == y && t.second == x);
    });
    const bool rivals = !named_[a].weak && !named_[b].weak && are_rivals(d_, x.front(), y.front());
    return own(a) + own(b) + (rivals ? kRivals : 0) + (together ? kTogether : 0);
  }

  const Discourse& d_;
  std::size_t reference_;
  bool by_role_;
  std::vector<Antecedent> named_;  // the latest first
  std::vector<std::pair<std::vector<std::string>, std::vector<std::string>>> together_;
};

}  // namespace

void resolve_two(const Discourse& d, std::size_t i, bool states, bool by_role) {
  Party& p = d.parties[i];
  const auto fits = [&](const std::string& a) { return !states || d.acts_as_state(a); };
  if (p.kind == PartyKind::pair)
    if (const Said said = said_behind(d, i); said != Said::no) return;
  Pairs pairs(d, i, by_role);
  bool any = false;
  for (std::size_t k = i; k-- > 0 && !pairs.full();) {
    const Party& q = d.parties[k];
    if (q.sentence + kReach < p.sentence) break;
    if (q.actors.empty() || q.kind == PartyKind::home) continue;
    if (q.actors.size() > 1) {
      // Said together before: just those, where nobody else was named since.
      const bool same = q.actors.size() == 2 && std::all_of(q.actors.begin(), q.actors.end(), fits);
      if (same && (!any || (by_role && q.role == p.role))) {
        p.actors = q.actors;
        p.referred = true;
        return;
      }
      if (same) {
        any = true;
        pairs.note_together({q.actors.front()}, {q.actors.back()});
        for (const std::string& a : q.actors) {
          Party one = q;
          one.actors = {a};
          pairs.note(one, false, by_role && q.role == p.role);
        }
      }
      if (same || q.kind != PartyKind::group) continue;
    }
    if (!std::all_of(q.actors.begin(), q.actors.end(), fits)) continue;
    const bool weak = is_place_only(d, q) && !is_paired_nisba(d.parties, k);
    any = any || !weak;
    pairs.note(q, weak, by_role && q.role == p.role);
    if (k > 0 && are_together(d, d.parties[k - 1], q)) pairs.note_together(d.parties[k - 1].actors, q.actors);
  }
  std::vector<std::string> two = pairs.best();
  if (two.empty()) return;
  p.actors = std::move(two);
  p.referred = true;
}

}  // namespace qanat::mention
