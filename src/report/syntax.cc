#include "report/syntax.h"

#include <algorithm>
#include <array>

namespace qanat::report {
namespace {

using mention::CueClass;
using mention::PartyKind;

// All in tokens.
constexpr std::uint32_t kDescribedReach = 5;  // from a relative pronoun back to the contact word that it describes
constexpr std::uint32_t kBackReach = 9;       // from a party back to what governs it
constexpr int kMostNouns = 2;                 // between a party and its governor: "مع قيادات من"
constexpr std::uint32_t kTieReach = 30;       // from one to the next that it is tied to, past an aside
constexpr std::uint32_t kHostReach = 40;      // from a preposition back to the contact word that it hangs on

// Folded, without "و" and "ف" before them.
constexpr std::array<std::string_view, 34> kGoverning = {
    "في",   "من",  "الي",  "علي",    "عن",     "مع",  "بين",   "عبر",    "لدي",     "ضد",     "حول",  "بشان",
    "خلال", "بعد", "قبل",  "عقب",    "اثر",    "منذ", "حتي",   "بسبب",   "تجاه",    "ازا",    "امام", "بحضور",
    "رغم",  "دون", "بدون", "برعايه", "برئاسه", "وسط", "بدعوه", "بوساطه", "بمشاركه", "باستثنا"};
// What ties two who do one thing.
constexpr std::array<std::string_view, 19> kTying = {"و",   "ثم",    "وكذلك", "كذلك",     "ايضا", "وايضا", "فضلا",
                                                     "عن",  "اضافه", "الي",   "بالاضافه", "جانب", "علاوه", "علي",
                                                     "وكل", "وبين",  "ومنها", "ومنه",     "ومن"};
// Verbs that begin with a "و" of their own.
constexpr std::array<std::string_view, 14> kOwnWaw = {"وصل", "وقع", "وعد", "واف", "وجه", "وصف", "وقف",
                                                      "وضع", "ودع", "ورد", "واص", "واج", "ولد", "وجد"};

// What is between two without being a contact: "الأزمة بين قطر والسعودية".
constexpr std::array<std::string_view, 40> kRelations = {
    "ازمه",     "الازمه",     "خلاف",  "الخلاف",  "خلافات", "الخلافات", "نزاع",    "النزاع",
    "صراع",     "الصراع",     "حرب",   "الحرب",   "توتر",   "التوتر",   "توترات",  "التوترات",
    "علاقات",   "العلاقات",   "علاقه", "العلاقه", "حدود",   "الحدود",   "هدنه",    "الهدنه",
    "اتفاق",    "الاتفاق",    "قتال",  "القتال",  "معارك",  "المعارك",  "مواجهات", "المواجهات",
    "اشتباكات", "الاشتباكات", "فجوه",  "القطيعه", "تقارب",  "التقارب",  "التصعيد", "المواجهه"};

bool governs(const Scene& scene, std::uint32_t token, std::string_view w) {
  return one_of(w, kGoverning) || scene.has_cue(token, CueClass::with);
}

const char* opener_name(Opener o) {
  constexpr std::array<const char*, 8> kNames = {"start ", "that ",   "relative ",   "link ",
                                                 "verb ",  "joined ", "participle ", "quotation "};
  return kNames[static_cast<std::size_t>(o)];
}

}  // namespace

Syntax::Syntax(const Scene& scene, std::uint32_t sentence)
    : scene_(scene),
      sentence_(sentence),
      first_(scene.text().sentences[sentence].first),
      last_(scene.text().sentences[sentence].last),
      range_(scene.parties(sentence)),
      clauses_(scene, sentence),
      aside_(last_ - first_, false),
      section_of_(last_ - first_, 0),
      spots_(range_.last - range_.first) {
  for (const arabic::TimeMention& t : scene.times(sentence)) {
    const std::uint32_t end = std::min(scene.token_at(t.span.end), last_);
    for (std::uint32_t k = std::max(scene.token_at(t.span.begin), first_); k < end; ++k) aside_[k - first_] = true;
  }
  cut();
  tie();
  for (std::uint32_t i = range_.first; i < range_.last; ++i) place(i);
  find_subjects();
}

std::int32_t Syntax::open(Opener opener, std::int32_t outer) {
  Section p;
  p.opener = opener;
  p.outer = outer;
  sections_.push_back(p);
  return static_cast<std::int32_t>(sections_.size()) - 1;
}

std::int32_t Syntax::frame_of(std::int32_t section) const {
  while (section > 0 && sections_[static_cast<std::size_t>(section)].opener != Opener::quotation)
    section = sections_[static_cast<std::size_t>(section)].outer;
  return std::max(section, 0);
}

// The contact noun that what begins at `token` describes: "المحادثات [الأميركية الروسية] التي".
std::int32_t Syntax::described_contact(std::uint32_t token) const {
  for (const mention::Contact& c : scene_.contacts(sentence_)) {
    if (c.last > token || token - c.last > kDescribedReach || c.property != lexicon::Property::noun) continue;
    bool near = true;
    for (std::uint32_t t = c.last; t < token && near; ++t)
      near = clauses_.gloss(t) == Gloss::name || word(t).starts_with("ال") || scene_.is_comma(t);
    if (near) return static_cast<std::int32_t>(c.first);
  }
  return -1;
}

// A verb that no list knows, by where it stands: behind "التي", or before a name at the very beginning.
bool Syntax::opens_with_verb(std::uint32_t t) const {
  if (clauses_.gloss(t) != Gloss::word || scene_.is_punctuation(t)) return false;
  const std::string_view w = bare(word(t));
  if (w.starts_with("ال") || governs(scene_, t, w) || scene_.has_cue(t, CueClass::stop)) return false;
  for (const mention::Contact& c : scene_.contacts(sentence_))
    if (c.first <= t && t < c.last) return false;
  if (t > first_ && clauses_.gloss(t - 1) == Gloss::relative) return true;
  return t == first_ && t + 1 < last_ && clauses_.gloss(t + 1) == Gloss::name;
}

bool Syntax::is_joined_verb(std::uint32_t t) const {
  const std::string_view w = word(t);
  if (t > first_ && word(std::int64_t{t} - 1) == "و") return true;
  if (!w.starts_with("و") && !w.starts_with("ف")) return false;
  for (const mention::Contact& c : scene_.contacts(sentence_))
    if (c.first == t) return c.conjunction;
  if (w.starts_with("ف")) return false;
  return std::none_of(kOwnWaw.begin(), kOwnWaw.end(), [&](std::string_view own) { return w.starts_with(own); });
}

void Syntax::cut() {
  open(Opener::start, -1);
  std::int32_t now = 0;
  const auto& quotations = scene_.text().quotations;
  auto quotation = std::partition_point(quotations.begin(), quotations.end(),
                                        [&](const sentence::Quotation& q) { return q.last <= first_; });
  std::int32_t behind_quotation = -1;
  for (std::uint32_t t = first_; t < last_; ++t) {
    if (quotation != quotations.end() && t == quotation->last) {
      if (behind_quotation >= 0) now = behind_quotation;
      behind_quotation = -1;
      ++quotation;
    }
    if (quotation != quotations.end() && t == quotation->first) {
      behind_quotation = now;
      now = open(Opener::quotation, now);
    }
    const Gloss gloss = clauses_.gloss(t);
    const bool behind_comma = t > first_ && scene_.is_comma(t - 1);
    bool verb = gloss == Gloss::verb;
    switch (gloss) {
      case Gloss::mark:
        if (scene_.is_comma(t) && sections_[static_cast<std::size_t>(now)].aside)
          now = sections_[static_cast<std::size_t>(now)].outer;
        break;
      case Gloss::that:
        now = open(Opener::that, now);
        break;
      case Gloss::relative: {
        const std::int32_t on = described_contact(t);
        now = open(Opener::relative, now);
        sections_.back().aside = behind_comma;
        sections_.back().on = on;
        break;
      }
      case Gloss::link:
        now = open(Opener::link, frame_of(now));
        break;
      default:
        break;
    }
    if (gloss == Gloss::word && scene_.has_cue(t, CueClass::say) && behind_comma && !word(t).starts_with("ال")) {
      now = open(Opener::participle, frame_of(now));
      verb = false;
    }
    verb = verb || opens_with_verb(t);
    if (verb) {
      const bool has_verb = sections_[static_cast<std::size_t>(now)].verb >= 0;
      const std::int32_t on = described_contact(t);
      if (t > first_ && (is_joined_verb(t) || (behind_comma && has_verb))) {
        const bool says = scene_.has_cue(t, CueClass::say);
        const std::int32_t outer = sections_[static_cast<std::size_t>(now)].outer;
        now = open(Opener::joined, says || outer < 0 ? frame_of(now) : outer);
      } else if (has_verb || (on >= 0 && static_cast<std::int64_t>(t) - on <= 2 && t > first_ &&
                              !word(on).starts_with("ال") && gloss != Gloss::word)) {
        now = open(Opener::verb, now);
        sections_.back().on = on;
      }
      sections_[static_cast<std::size_t>(now)].verb = t;
    }
    section_of_[t - first_] = now;
  }
}

// Does `b` stand beside `a` in what it does, or say again who `a` is?
bool Syntax::are_tied(std::uint32_t a, std::uint32_t b) const {
  const auto& parties = scene_.mentions().parties;
  const mention::Party& x = parties[a];
  const mention::Party& y = parties[b];
  if (y.first < x.last) return false;
  const bool same = x.actors == y.actors;
  if (y.first == x.last)
    return y.conjunction || (same && !y.preposition) || (x.kind == PartyKind::nisba && y.kind == x.kind);
  bool comma = false;
  bool ties = false;
  for (std::uint32_t t = x.last; t < y.first; ++t) {
    if (section(t) != section(x.last - 1)) continue;  // an aside
    if (scene_.is_comma(t)) {
      comma = true;
      continue;
    }
    if (scene_.is_punctuation(t)) continue;
    const std::string_view w = word(t);
    if (!one_of(w, kTying)) return false;
    ties = ties || (w != "عن" && w != "علي" && w != "الي");  // "فضلا عن", "إلى جانب"
  }
  if (section(x.last - 1) != section(y.first)) return false;
  if (ties) return true;
  return comma && (y.conjunction || (same && !y.preposition));
}

void Syntax::tie() {
  for (std::uint32_t i = range_.first; i < range_.last; ++i) {
    Spot& own = spots_[i - range_.first];
    own.head = i;
    for (std::uint32_t k = i; k-- > range_.first;) {
      if (scene_.mentions().parties[i].first > scene_.mentions().parties[k].last + kTieReach) break;
      if (!are_tied(k, i)) continue;
      own.head = spots_[k - range_.first].head;
      break;
    }
  }
}

void Syntax::place(std::uint32_t party) {
  Spot& own = spots_[party - range_.first];
  if (own.head != party) {
    own.slot = spots_[own.head - range_.first].slot;
    own.governor = spots_[own.head - range_.first].governor;
    return;
  }
  const mention::Party& p = scene_.mentions().parties[party];
  own.governor = std::int64_t{p.first} - 1;
  if (p.kind == PartyKind::nisba) {
    own.slot = "nisba";
    return;
  }
  if (p.preposition) {
    const std::string_view w = bare(word(p.first));
    own.slot = w.starts_with("ل") ? "ل" : w.starts_with("ب") ? "ب" : "ك";
    return;
  }
  int nouns = 0;
  bool passed_name = false;
  const auto settle = [&](std::string_view slot, std::int64_t governor) {
    own.slot = slot;
    if (nouns > 0) own.slot += '+';
    own.governor = governor;
  };
  for (std::uint32_t t = p.first; t-- > first_ && p.first - t <= kBackReach;) {
    if (section(t) != section(p.first)) {
      // What an aside holds is passed.
      if (sections_[static_cast<std::size_t>(section(t))].outer == section(p.first)) continue;
      break;
    }
    if (stands_aside(t) || scene_.has_cue(t, CueClass::honorific)) continue;
    const Gloss gloss = clauses_.gloss(t);
    if (gloss == Gloss::mark) {
      if (scene_.is_comma(t)) continue;
      break;
    }
    if (gloss == Gloss::that || gloss == Gloss::relative || gloss == Gloss::link) break;
    const std::string_view w = bare(word(t));
    if (gloss == Gloss::verb || sections_[static_cast<std::size_t>(section(t))].verb == t)
      return settle(passed_name ? "object" : "subject", t);
    if (gloss == Gloss::name) {
      if (scene_.is_punctuation(t)) continue;  // a quotation mark
      passed_name = true;
      // Whatever stands before that name, this one is not governed by.
      while (t > first_ && clauses_.gloss(t - 1) == Gloss::name) --t;
      continue;
    }
    if (w == "من" && t > first_ &&
        (bare(word(std::int64_t{t} - 1)) == "كل" || bare(word(std::int64_t{t} - 1)) == "كلا")) {
      --t;
      continue;
    }
    if (w == "من" && t > first_) {  // "اتصل بكل من"
      const std::string_view all = bare(word(std::int64_t{t} - 1));
      if (all == "بكل" || all == "لكل") return settle(all.substr(0, kLetter), std::int64_t{t} - 1);
    }
    if (governs(scene_, t, w)) {
      if (passed_name) {  // it governs that name; go on to the verb
        passed_name = false;
        continue;
      }
      const std::string_view before = t > first_ ? bare(word(std::int64_t{t} - 1)) : std::string_view();
      if (before == "من" && (w == "قبل" || w == "جانب")) return settle("by", t);
      return settle(w, t);
    }
    if (gloss == Gloss::modifier) continue;
    for (const mention::Contact& c : scene_.contacts(sentence_))
      if (c.first <= t && t < c.last) return settle(passed_name ? "apart" : "of", c.first);
    if (++nouns > kMostNouns) return settle("of", t);
  }
  settle(passed_name ? "apart" : "front", -1);
}

void Syntax::find_subjects() {
  const auto& parties = scene_.mentions().parties;
  for (std::uint32_t i = range_.first; i < range_.last; ++i) {
    const Spot& p = spots_[i - range_.first];
    Section& own = sections_[static_cast<std::size_t>(section(parties[i].first))];
    if (p.head != i) continue;
    if (p.slot.starts_with("subject")) {
      const bool front = own.subject >= 0 && parties[static_cast<std::size_t>(own.subject)].first < p.governor;
      if (own.subject < 0 || front) own.subject = static_cast<std::int32_t>(i);
    } else if (p.slot.starts_with("front") && own.subject < 0) {
      own.subject = static_cast<std::int32_t>(i);
    }
  }
}

Syntax::Agent Syntax::agent(const mention::Contact& c) const {
  // "محادثات أجراها X", "اللقاء الذي عقده X".
  for (const Section& p : sections_)
    if (p.on == static_cast<std::int32_t>(c.first) && p.subject >= 0) return {p.subject, 0};
  int out = 0;
  for (std::int32_t now = section(c.first); now >= 0; ++out) {
    const Section& p = sections_[static_cast<std::size_t>(now)];
    if (p.subject >= 0) return {p.subject, out};
    now = p.outer;
  }
  return {-1, out};
}

std::string_view Syntax::verb(std::uint32_t party) const {
  const Section& p = sections_[static_cast<std::size_t>(section(scene_.mentions().parties[party].first))];
  return p.verb < 0 ? std::string_view() : word(p.verb);
}

std::string Syntax::way(const mention::Contact& c, std::uint32_t party) const {
  return way_to_section(c, section(scene_.mentions().parties[party].first));
}

std::string Syntax::way(const mention::Contact& from, const mention::Contact& to) const {
  return way_to_section(from, section(to.first));
}

std::string Syntax::way_to_section(const mention::Contact& c, std::int32_t to) const {
  constexpr int kMost = 2;  // steps each way
  if (section(c.first) == to) return "/";
  const auto up = [&](std::int32_t from) {
    std::vector<std::int32_t> out;
    for (; from >= 0; from = sections_[static_cast<std::size_t>(from)].outer) out.push_back(from);
    return out;
  };
  const std::vector<std::int32_t> own = up(section(c.first));
  const std::vector<std::int32_t> other = up(to);
  const auto steps = [&](const std::vector<std::int32_t>& from, const std::vector<std::int32_t>& until) {
    std::string s;
    int n = 0;
    for (const std::int32_t p : from) {
      if (std::find(until.begin(), until.end(), p) != until.end()) break;
      if (++n > kMost) return s + "more ";
      const Section& q = sections_[static_cast<std::size_t>(p)];
      s += opener_name(q.opener);
      if (q.on == static_cast<std::int32_t>(c.first)) s += "of it ";
    }
    return s;
  };
  return steps(own, other) + "/" + steps(other, own);
}

std::string_view Syntax::host(const mention::Contact& c, std::uint32_t party) const {
  const std::int64_t governor = spots_[party - range_.first].governor;
  if (governor < 0) return "none";
  constexpr std::int64_t kRelationReach = 3;  // tokens: "العلاقات الثنائية المتوترة بين"
  if (bare(word(governor)) == "بين")
    for (std::int64_t t = governor - 1; t >= governor - kRelationReach && t >= std::int64_t{first_}; --t) {
      const std::string_view w = word(t);
      const std::string_view noun = w.starts_with("لل") ? std::string_view() : bare(w);
      if (one_of(noun, kRelations) || (w.starts_with("ب") && one_of(w.substr(kLetter), kRelations))) return "relation";
      const auto& own = scene_.contacts(sentence_);
      if (std::any_of(own.begin(), own.end(), [&](const mention::Contact& o) { return o.first <= t && t < o.last; }))
        break;
    }
  std::string_view out = "none";
  for (const mention::Contact& o : scene_.contacts(sentence_)) {
    if (o.first > governor || governor - o.first > kHostReach) continue;
    out = o.first == c.first ? "own" : "other";
  }
  return out;
}

}  // namespace qanat::report
