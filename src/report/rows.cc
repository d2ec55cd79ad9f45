#include "report/rows.h"

#include <algorithm>
#include <array>
#include <optional>

#include "report/syntax.h"

namespace qanat::report {
namespace {

using mention::PartyKind;

// One side, and those that it is in contact with one by one.
struct Row {
  std::string hub;
  std::vector<std::string> others;
  enum class Visited : std::uint8_t { nobody, others, hub };
  Visited visited = Visited::nobody;  // of a visit: who is
};

// The mention that speaks loudest for an actor.
const mention::Party* best_mention(const Scene& scene, const Frame& frame, const std::string& actor) {
  const mention::Party* best = nullptr;
  float odds = 0;
  for (const Candidate& k : frame.candidates) {
    const mention::Party& p = scene.mentions().parties[k.party];
    if (std::find(p.actors.begin(), p.actors.end(), actor) == p.actors.end()) continue;
    if (best != nullptr && k.score <= odds) continue;
    best = &p;
    odds = k.score;
  }
  return best;
}

std::int64_t head_of(const Scene& scene, const mention::Party& p) {
  return scene.syntax(p.sentence).head(scene.index_of(p));
}

// The first of the longest row of places that are tied together; -1: there is no row.
std::int64_t longest_row(const Scene& scene, const Frame& frame) {
  const std::uint32_t sentence = scene.mentions().contacts[frame.contact].sentence;
  std::int64_t longest = -1;
  std::ptrdiff_t most = 1;
  std::vector<std::int64_t> heads;
  for (const std::string& a : frame.actors) {
    const mention::Party* p = best_mention(scene, frame, a);
    if (p == nullptr || !is_host(*p) || p->sentence != sentence) continue;
    heads.push_back(head_of(scene, *p));
    const std::ptrdiff_t size = std::count(heads.begin(), heads.end(), heads.back());
    if (size <= most) continue;
    most = size;
    longest = heads.back();
  }
  return longest;
}

// A visit with one visitor and several hosts, or one host and two visitors.
std::optional<Row> tour_of(const Scene& scene, const Frame& frame) {
  if (frame.form != Form::visit && !is_tour(scene, frame)) return std::nullopt;
  const std::uint32_t sentence = scene.mentions().contacts[frame.contact].sentence;
  const std::int64_t row_head = longest_row(scene, frame);
  std::vector<std::pair<std::uint32_t, std::string>> hosts;  // by place in the text
  std::vector<std::pair<std::uint32_t, std::string>> visitors;
  std::vector<std::pair<std::uint32_t, std::string>> persons;
  for (const std::string& a : frame.actors) {
    const mention::Party* p = best_mention(scene, frame, a);
    if (p == nullptr) continue;
    const bool host = is_host(*p) && p->sentence == sentence;
    // Beside a row of places another place is the visitor: "توجه واشنطن وفدا إلى مصر والأردن".
    const bool visited = host && (row_head < 0 || head_of(scene, *p) == row_head);
    (visited ? hosts : visitors).emplace_back(p->first, a);
    if (!host) persons.emplace_back(p->first, a);
  }
  // "غادر إلى اجتماع لحلف الأطلسي قبل جولته التي تشمل السعودية والأردن": who is no place travels.
  if (row_head >= 0 && visitors.size() > 1 && persons.size() == 1) visitors = std::move(persons);
  std::sort(hosts.begin(), hosts.end());
  std::sort(visitors.begin(), visitors.end());
  const bool tour = visitors.size() == 1;
  // Three and more come together.
  const bool two_came = hosts.size() == 1 && visitors.size() == 2 && visitors[0].first != visitors[1].first;
  if (!tour && !two_came) return std::nullopt;
  Row row;
  row.visited = tour ? Row::Visited::others : Row::Visited::hub;
  row.hub = tour ? visitors.front().second : hosts.front().second;
  for (auto& other : tour ? hosts : visitors) row.others.push_back(std::move(other.second));
  return row;
}

// Words that say "each by himself"; folded.
constexpr std::array<std::string_view, 9> kApart = {"حده",    "منفردا",  "انفراد",   "ثناييه", "ثناييين",
                                                    "منفصله", "منفصلين", "منفصلتين", "تباعا"};
constexpr std::uint32_t kApartReach = 4;   // tokens around the contact word and behind the row
constexpr std::uint32_t kEachOfReach = 3;  // "مع كل من": tokens before the row

bool says_apart(const Scene& scene, std::uint32_t s, std::int64_t first, std::int64_t last) {
  for (std::int64_t t = first; t < last; ++t)
    if (std::find(kApart.begin(), kApart.end(), scene.word(s, t)) != kApart.end()) return true;
  return false;
}

// "التقى كلا من X وY في جلسة عمل مشتركة".
bool says_together(const Scene& scene, std::uint32_t s, std::int64_t first, std::int64_t last) {
  constexpr std::array<std::string_view, 9> kTogether = {"مشترك", "مشتركه", "معا",     "سويا", "مجتمعين",
                                                         "ثلاثي", "ثلاثيه", "الثلاثي", "رباعي"};
  for (std::int64_t t = first; t < last; ++t)
    if (one_of(scene.word(s, t), kTogether)) return true;
  return false;
}

// Is it told of each of the row by itself? Calls have two ends.
bool one_by_one(const Scene& scene, const Frame& frame, const mention::Party& first, const mention::Party& last) {
  const mention::Contact& c = scene.mentions().contacts[frame.contact];
  for (std::uint32_t t = c.last; t < first.first; ++t)
    if (scene.word(c.sentence, t) == "بين") return false;
  const std::int64_t behind = std::int64_t{last.last} + kApartReach;
  if (says_together(scene, c.sentence, c.first, std::int64_t{c.last} + kApartReach) ||
      says_together(scene, c.sentence, last.last, behind))
    return false;
  if (frame.form == Form::call) return true;
  for (std::int64_t t = std::int64_t{first.first} - kEachOfReach; t < std::int64_t{first.first}; ++t) {
    const std::string_view w = scene.word(c.sentence, t);
    if ((w == "كل" || w == "كلا" || w == "لكل" || w == "بكل") && scene.word(c.sentence, t + 1) == "من") return true;
  }
  return says_apart(scene, c.sentence, std::int64_t{c.first} - kApartReach, std::int64_t{c.last} + kApartReach) ||
         says_apart(scene, c.sentence, last.last, behind);
}

// As is_tied, also past a comma, and within one mention: "مع الرئيس الفرنسي، والمستشارة الألمانية", "وفدي سوريا
// وإيران".
bool follows(const Scene& scene, const mention::Party& a, const mention::Party& b) {
  if (&a == &b || is_tied(scene, a, b)) return true;
  return b.first == a.last + 1 && b.conjunction && a.sentence == b.sentence && scene.mark(a.last) == "،";
}

// Several that are tied together by "و", and one other.
std::optional<Row> row_of(const Scene& scene, const Frame& frame) {
  const std::uint32_t sentence = scene.mentions().contacts[frame.contact].sentence;
  std::vector<std::pair<const mention::Party*, std::string>> named;
  for (const std::string& a : frame.actors) {
    const mention::Party* p = best_mention(scene, frame, a);
    if (p == nullptr) return std::nullopt;
    // A group, or two who were named before, may well speak together: "الوفدين كلا على حدة" do not.
    const bool several = p->kind == PartyKind::group || p->kind == PartyKind::pair;
    if (several && !says_apart(scene, p->sentence, p->last, std::int64_t{p->last} + kApartReach)) return std::nullopt;
    named.emplace_back(p, a);
  }
  std::stable_sort(named.begin(), named.end(),
                   [](const auto& a, const auto& b) { return a.first->first < b.first->first; });
  for (std::size_t first = 0; first < named.size(); ++first) {
    std::size_t last = first + 1;
    while (last < named.size() && follows(scene, *named[last - 1].first, *named[last].first)) ++last;
    if (last - first < 2) continue;
    if (last - first + 1 != named.size() || named[first].first->sentence != sentence) return std::nullopt;
    if (!one_by_one(scene, frame, *named[first].first, *named[last - 1].first)) return std::nullopt;
    Row row;
    row.hub = first == 0 ? named.back().second : named.front().second;
    for (; first < last; ++first) row.others.push_back(named[first].second);
    return row;
  }
  return std::nullopt;
}

}  // namespace

bool is_host(const mention::Party& p) {
  return p.kind == PartyKind::state || p.kind == PartyKind::capital || p.kind == PartyKind::seat;
}

bool is_round(const Scene& scene, const mention::Contact& c) {
  constexpr std::array<std::string_view, 8> kTalks = {"مفاوضات", "محادثات", "مباحثات", "مشاورات",
                                                      "حوار",    "تفاوض",   "لقاءات",  "اجتماعات"};
  constexpr std::array<std::string_view, 18> kWhich = {"اولي",  "ثانيه", "ثالثه", "رابعه",  "خامسه", "سادسه",
                                                       "سابعه", "ثامنه", "تاسعه", "عاشره",  "اخري",  "سابقه",
                                                       "تاليه", "مقبله", "قادمه", "نهاييه", "اخيره", "جديده"};
  if (scene.lexicon().entries()[c.entry].id != "talks.round") return false;
  if (c.last > c.first + 1) return true;  // "جولة مفاوضات"
  std::int64_t next = c.last;
  if (scene.word(c.sentence, next) == "من") ++next;
  std::string_view w = scene.word(c.sentence, next);
  if (w.starts_with("ال")) w.remove_prefix(2 * kLetter);
  const bool counted = w == "<n>";  // "الجولة الـ17"
  return one_of(w, kTalks) || (next == c.last && (counted || one_of(w, kWhich)));
}

bool is_tour(const Scene& scene, const Frame& frame) {
  const mention::Contact& c = scene.mentions().contacts[frame.contact];
  return scene.lexicon().entries()[c.entry].id == "talks.round" && !is_round(scene, c) &&
         scene.word(c.sentence, c.last) != "من";
}

bool is_tied(const Scene& scene, const mention::Party& a, const mention::Party& b) {
  if (a.sentence != b.sentence) return false;
  if (b.first == a.last) return b.conjunction;
  if (b.first == a.last + 1 && scene.word(a.sentence, a.last) == "و") return true;
  // "إلى فيتنام ومنها إلى الإمارات".
  constexpr std::array<std::string_view, 3> kOnwards = {"ومنها", "ومنه", "ثم"};
  const bool onwards = b.first > a.last && one_of(scene.word(a.sentence, a.last), kOnwards);
  return onwards && (b.first == a.last + 1 ||
                     (b.first == a.last + 2 && scene.word(a.sentence, std::int64_t{a.last} + 1) == "الي"));
}

std::vector<Frame> split_rows(const Scene& scene, const std::vector<Frame>& frames) {
  std::vector<Frame> out;
  for (const Frame& frame : frames) {
    std::optional<Row> row;
    if (frame.actors.size() > 2) row = tour_of(scene, frame);
    if (frame.actors.size() > 2 && !row) row = row_of(scene, frame);
    if (!row) {
      out.push_back(frame);
      continue;
    }
    for (const std::string& other : row->others) {
      Frame one = frame;
      one.actors = {row->hub, other};
      if (row->visited != Row::Visited::nobody) {
        one.form = Form::visit;
        one.host = row->visited == Row::Visited::hub ? row->hub : other;
      }
      std::sort(one.actors.begin(), one.actors.end());
      for (Candidate& k : one.candidates) {
        const auto& names = scene.mentions().parties[k.party].actors;
        k.chosen =
            std::any_of(names.begin(), names.end(), [&](const std::string& n) { return n == row->hub || n == other; });
      }
      out.push_back(std::move(one));
    }
  }
  return out;
}

}  // namespace qanat::report
