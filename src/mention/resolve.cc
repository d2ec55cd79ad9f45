#include "mention/resolve.h"

#include <algorithm>
#include <unordered_map>

#include "mention/unique.h"

namespace qanat::mention {
namespace {

// Do the two roles name the same office, one perhaps more loosely ("الوزير" for the foreign minister)?
bool same_office(std::string_view loose, std::string_view exact) {
  if (loose == exact) return true;
  if (loose == "leader") return exact == "org_head";
  return loose == "minister" &&
         (exact == "foreign_minister" || exact == "defence_minister" || exact == "deputy_minister");
}

bool is_holder(const Party& p) { return p.kind == PartyKind::person || p.kind == PartyKind::office; }

// Who leads a state may be its king, its king's heir, its president or its prime minister; one title does not mean the
// other man. Bits; 0: not said.
using Throne = std::uint8_t;
constexpr Throne kKing = 1;
constexpr Throne kHeir = 2;
constexpr Throne kPresident = 4;
constexpr Throne kPremier = 8;
constexpr Throne kDeputy = 16;
constexpr Throne kChancellor = 32;
constexpr std::size_t kMostNear = 300;    // mentions; a page full of them must not cost the square of its length
constexpr std::size_t kHonourStem = 6;    // bytes: "سمو", "جلا"
constexpr std::uint32_t kBeforeName = 3;  // tokens before a party that honour it: "صاحب السمو الشيخ"
constexpr std::uint32_t kTitleReach = 8;  // tokens of a party among which its title stands

Throne throne_of(const Discourse& d, const Party& p) {
  if (p.role != "leader") return 0;
  Throne out = 0;
  for (std::uint32_t t = p.first; t < std::min(p.first + kTitleReach, p.last); ++t) {
    const std::string_view w = d.word(t);
    const auto says = [w](std::string_view stem) { return w.find(stem) != std::string_view::npos; };
    if (w.ends_with("ولي")) return kHeir;
    if (w.ends_with("نايب")) return kDeputy;
    if (says("وزرا") || says("حكوم")) return kPremier;
    if (says("ملك") || says("عاهل") || says("سلطان")) out = kKing;
    if (says("مستشار")) out = kChancellor;
    if (says("رييس")) out = kPresident;
  }
  return out;
}

// What each person is called in the article.
class Thrones {
 public:
  explicit Thrones(const Discourse& d) : d_(d) {
    for (const Party& p : d.parties)
      if (!p.person.empty()) said_[p.person] |= throne_of(d, p);
  }
  // Can the title of `p` mean the person of `q`? `surely`: he is called by it.
  bool agree(const Party& p, const Party& q, bool surely = false) const {
    const Throne wanted = throne_of(d_, p);
    if (wanted == 0) return !surely;
    Throne had = throne_of(d_, q);
    if (const auto it = said_.find(q.person); !q.person.empty() && it != said_.end()) had |= it->second;
    return (had == 0 && !surely) || (had & wanted) != 0;
  }

 private:
  const Discourse& d_;
  std::unordered_map<std::string, Throne> said_;
};

bool is_near(const Party& q, const Party& p) { return q.sentence + kReach >= p.sentence; }

// "نظيره": the office of whoever was named before.
void resolve_counterpart(const Discourse& d, std::size_t i) {
  Party& p = d.parties[i];
  for (std::size_t k = i; k-- > 0 && is_near(d.parties[k], p);) {
    const Party& q = d.parties[k];
    if (q.role.empty() || q.role == "spokesperson" || q.role == "official" || q.actors == p.actors) continue;
    p.role = q.role;
    return;
  }
}

// "وزير الدفاع المصري فلان، ووزير الخارجية": the second serves the same state.
bool resolve_joined(const Discourse& d, std::size_t i) {
  Party& p = d.parties[i];
  if (i == 0 || !p.conjunction) return false;
  const Party& q = d.parties[i - 1];
  if (!is_holder(q) || q.actors.size() != 1 || q.sentence != p.sentence || p.first > q.last + 1) return false;
  p.actors = q.actors;
  p.referred = true;
  return true;
}

// Offices of which a state has many: two of them need not be one man.
bool has_many_holders(std::string_view role) {
  for (const std::string_view r : {"minister", "deputy_minister", "envoy", "diplomat", "delegation", "official",
                                   "legislature", "military", "spokesperson", ""})
    if (role == r) return true;
  return false;
}

// "وزير الزراعة" alone is no minister named before; "الوزير" is.
bool names_one_of_many(const Party& p) { return has_many_holders(p.role) && p.last - p.first > 1; }

// "الوزير", "الرئيس", "المبعوث الأممي": the last who held the office; "رئيسها": of the last state.
void resolve_title(const Discourse& d, const Thrones& thrones, std::size_t i) {
  Party& p = d.parties[i];
  if (!p.own && resolve_joined(d, i)) return;
  if (p.own) {  // the office hangs on whoever stands before it, but his own office is no office under him
    for (std::size_t k = i; k-- > 0 && is_near(d.parties[k], p);) {
      const Party& q = d.parties[k];
      if (q.actors.size() != 1 || q.kind == PartyKind::nisba || q.kind == PartyKind::pair) continue;
      if (p.role == "leader" && is_holder(q) && q.role == "leader") continue;
      p.actors = q.actors;
      p.referred = true;
      return;
    }
    return;
  }
  if (names_one_of_many(p)) return;
  // "الملك" is who was called king, sooner than somebody of whom the article does not say what he is.
  for (const bool surely : {true, false}) {
    for (std::size_t k = i; k-- > 0 && is_near(d.parties[k], p);) {
      const Party& q = d.parties[k];
      if (q.actors.size() != 1 || !is_holder(q) || q.counterpart != p.counterpart || q.former != p.former ||
          !same_office(p.role, q.role) || !thrones.agree(p, q, surely))
        continue;
      p.actors = q.actors;
      p.role = q.role;
      p.person = q.person;
      p.entry = q.entry;
      p.referred = true;
      return;
    }
  }
}

// "سموه", "جلالته": whom the last sentence that names one so honoured names first; agencies call him so to the end.
void resolve_honoured(const Discourse& d, std::size_t i) {
  Party& p = d.parties[i];
  std::string_view honour = d.word(p.first);
  for (const std::string_view proclitic : {"و", "ل", "ب"})
    if (honour.starts_with(proclitic)) honour.remove_prefix(proclitic.size());
  honour = honour.substr(0, kHonourStem);
  // A king's adviser is no majesty, though his office names one.
  const bool reigns = honour == "جلا" || honour == "فخا";
  const auto is_honoured = [&](const Party& q) {
    if (reigns ? q.role != "leader" : honour == "سمو" && has_many_holders(q.role) && q.role != "minister") return false;
    if (q.actors.size() != 1 || q.several || !(is_holder(q) || q.referred)) return false;
    const std::uint32_t from = q.first - std::min(q.first, kBeforeName);
    for (std::uint32_t t = from; t < q.last; ++t)
      if (d.word(t).find(honour) != std::string_view::npos) return true;
    return false;
  };
  const Party* found = nullptr;
  for (std::size_t k = i; k-- > 0 && i - k <= kMostNear && is_near(d.parties[k], p);) {
    if (found != nullptr && d.parties[k].sentence != found->sentence) break;
    if (is_honoured(d.parties[k])) found = &d.parties[k];
  }
  if (found == nullptr) return;
  p.actors = found->actors;
  p.role = found->role;
  p.person = found->person;
  p.entry = found->entry;
  p.referred = true;
  if (!p.person.empty()) p.kind = PartyKind::person;
}

// "استقبل وزير الخارجية": of whom a paper says no state is one of its own.
void resolve_at_home(const Discourse& d, std::size_t i) {
  Party& p = d.parties[i];
  if (d.home.empty() || p.own || p.counterpart || !p.actors.empty()) return;
  const bool governs = p.role == "leader" || p.role == "foreign_minister" || p.role == "defence_minister" ||
                       p.role == "minister" || p.role == "deputy_minister" || p.role == "intelligence" ||
                       p.role == "spokesperson";
  if (!governs && !(p.role == "envoy" && d.word(p.first).starts_with("مستشار"))) return;
  p.actors = {d.home};
}

// A name whose office says no state: "وزير الدفاع غافين وليامسون" in a sentence on Britain.
void resolve_stateless(const Discourse& d, std::size_t i) {
  Party& p = d.parties[i];
  for (std::size_t k = i; k-- > 0 && d.parties[k].sentence + 1 >= p.sentence;) {
    const Party& q = d.parties[k];
    if (q.actors.size() != 1 || !is_holder(q) || !d.is_state(q.actors.front())) continue;
    p.actors = q.actors;
    p.referred = true;
    return;
  }
}

// Bodies and crowds, of which no one is the holder.
bool has_no_holder(std::string_view role) {
  return role.empty() || role == "delegation" || role == "official" || role == "legislature";
}

// An office whose holder the article names elsewhere; of offices that many hold, only where it names no more than one.
class Holders {
 public:
  explicit Holders(const std::vector<Party>& parties) {
    for (const Party& q : parties)
      if (!q.person.empty() && q.actors.size() == 1 && !q.former && !has_no_holder(q.role)) named_.push_back(&q);
  }
  // nullptr: not named, or more than one. `loosely`: "الوزير الإيراني" may be the foreign minister.
  const Party* of(std::string_view actor, const Party& p, const Thrones& thrones, bool loosely = false) const {
    const std::string& role = p.role;
    const Party* found = nullptr;
    for (const Party* q : named_) {
      const bool same = loosely ? same_office(role, q->role) : role == q->role;
      if (!same || q->actors.front() != actor || !thrones.agree(p, *q)) continue;
      if (!has_many_holders(role)) return q;
      if (found != nullptr && found->person != q->person) return nullptr;
      found = q;
    }
    return found;
  }

 private:
  std::vector<const Party*> named_;
};

constexpr std::uint32_t kTokensOfBareOffice = 2;  // "الوزير الإيراني"

void name_holders(std::vector<Party>& parties, const Thrones& thrones) {
  const Holders holders(parties);
  for (Party& p : parties) {
    if (p.actors.empty() || p.former || !p.person.empty() || has_no_holder(p.role)) continue;
    if (p.several) {
      std::vector<std::string> names(p.actors.size());
      bool any = false;
      for (std::size_t k = 0; k < names.size(); ++k) {
        const Party* q = holders.of(p.actors[k], p, thrones);
        if (q == nullptr) continue;
        names[k] = q->person;
        any = true;
      }
      if (any) p.holders = std::move(names);
      continue;
    }
    if (p.kind != PartyKind::office && !(p.kind == PartyKind::title && p.own)) continue;
    const bool bare = p.role == "minister" && p.last - p.first == kTokensOfBareOffice;
    if (const Party* q = holders.of(p.actors.front(), p, thrones, bare); q != nullptr) {
      p.role = q->role;
      p.person = q->person;
      p.entry = q->entry;
    }
  }
}

// Who spoke for each of those that a pair refers to: the nearest before it with an office.
void find_speakers_for(std::vector<Party>& parties) {
  for (std::size_t i = 0; i < parties.size(); ++i) {
    Party& p = parties[i];
    if (!p.referred || !p.several || !p.role.empty()) continue;
    p.stands_for.assign(p.actors.size(), -1);
    for (std::size_t a = 0; a < p.actors.size(); ++a) {
      for (std::size_t k = i; k-- > 0 && is_near(parties[k], p);) {
        const Party& q = parties[k];
        if (q.role.empty() || q.several || q.actors.size() != 1 || q.actors.front() != p.actors[a]) continue;
        if (q.role == "spokesperson" || q.role == "official") continue;
        p.stands_for[a] = static_cast<std::int32_t>(k);
        break;
      }
    }
  }
}

// The actors that are named, and the states that movements among them are at home in.
std::vector<std::string> actors_and_homes(const Discourse& d) {
  std::vector<std::string> out;
  for (const Party& p : d.parties) {
    for (const std::string& code : p.actors) {
      if (std::find(out.begin(), out.end(), code) != out.end()) continue;
      out.push_back(code);
      const lexicon::Entry* e = d.finder.lexicon().entry(lexicon::Kind::movement, code);
      if (e != nullptr && !e->state.empty()) add_unique(out, e->state);
    }
  }
  return out;
}

// "القوى الكبرى" are the six where Iran is named, and nobody plain elsewhere; "الاحتلال" is Israel's beside Palestine
// or a movement that is at home there.
void name_members(const Discourse& d) {
  std::vector<std::string> named = actors_and_homes(d);
  for (const lexicon::Entry* e : d.finder.beside()) {
    const bool stands = std::find(named.begin(), named.end(), e->beside) != named.end();
    if (!stands && !e->only_beside) continue;
    const std::string own = e->code();
    for (Party& p : d.parties) {
      const auto at = std::find(p.actors.begin(), p.actors.end(), own);
      if (at == p.actors.end()) continue;
      p.actors.erase(at);
      if (!stands) continue;
      for (const std::string& m : e->members) add_unique(p.actors, m);
      if (e->members.size() > 1 && p.kind == PartyKind::state) p.kind = PartyKind::group;
      if (p.role == "org_head" && d.is_state(p.actors.front())) p.role = "leader";
      for (const std::string& m : e->members) add_unique(named, m);
    }
  }
  // What names nobody here is no mention.
  std::erase_if(d.parties, [](const Party& p) {
    return p.actors.empty() &&
           (p.kind == PartyKind::state || p.kind == PartyKind::nisba || p.kind == PartyKind::people);
  });
}

}  // namespace

void resolve(const Discourse& d) {
  complete_names(d.parties);
  name_members(d);
  const Thrones thrones(d);
  for (std::size_t i = 0; i < d.parties.size(); ++i) {
    Party& p = d.parties[i];
    if (p.counterpart && p.role.empty()) resolve_counterpart(d, i);
    if (!p.actors.empty()) continue;
    switch (p.kind) {
      case PartyKind::title:
        if (p.several) {
          resolve_many(d, i);
        } else if (p.role.empty()) {
          resolve_honoured(d, i);
        } else {
          resolve_title(d, thrones, i);
          resolve_at_home(d, i);
        }
        break;
      case PartyKind::person:
        if (!resolve_joined(d, i)) resolve_at_home(d, i);
        if (p.actors.empty()) resolve_stateless(d, i);
        break;
      case PartyKind::pair:
        resolve_many(d, i);
        break;
      case PartyKind::institution:
        resolve_institution(d, i);
        break;
      case PartyKind::home:
        resolve_home(d, i);
        break;
      default:
        break;
    }
  }
  name_holders(d.parties, thrones);
  find_speakers_for(d.parties);
}

}  // namespace qanat::mention
