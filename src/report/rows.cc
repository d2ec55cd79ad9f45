#include "report/rows.h"

#include <algorithm>
#include <array>
#include <optional>

namespace qanat::report {
namespace {

using mention::PartyKind;

// One side, and those that it is in contact with one by one.
struct Row {
  std::string hub;
  std::vector<std::string> others;
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

// One that is visited: named as a place, not as somebody.
bool is_host(const mention::Party& p) {
  return p.kind == PartyKind::state || p.kind == PartyKind::capital || p.kind == PartyKind::seat;
}

// A visit with one visitor and several hosts.
std::optional<Row> tour_of(const Scene& scene, const Frame& frame) {
  if (frame.form != Form::visit) return std::nullopt;
  Row row;
  std::vector<std::pair<std::uint32_t, std::string>> hosts;  // by place in the text
  for (const std::string& a : frame.actors) {
    const mention::Party* p = best_mention(scene, frame, a);
    if (p == nullptr) continue;
    if (is_host(*p)) {
      hosts.emplace_back(p->first, a);
      continue;
    }
    if (!row.hub.empty()) return std::nullopt;
    row.hub = a;
  }
  if (row.hub.empty()) return std::nullopt;
  std::sort(hosts.begin(), hosts.end());
  for (auto& host : hosts) row.others.push_back(std::move(host.second));
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

// Is it told of each of the row by itself? Calls have two ends.
bool one_by_one(const Scene& scene, const Frame& frame, const mention::Party& first, const mention::Party& last) {
  const mention::Contact& c = scene.mentions().contacts[frame.contact];
  for (std::uint32_t t = c.last; t < first.first; ++t)
    if (scene.word(c.sentence, t) == "بين") return false;
  if (frame.form == Form::call) return true;
  for (std::int64_t t = std::int64_t{first.first} - kEachOfReach; t < std::int64_t{first.first}; ++t) {
    const std::string_view w = scene.word(c.sentence, t);
    if ((w == "كل" || w == "كلا" || w == "لكل" || w == "بكل") && scene.word(c.sentence, t + 1) == "من") return true;
  }
  return says_apart(scene, c.sentence, std::int64_t{c.first} - kApartReach, std::int64_t{c.last} + kApartReach) ||
         says_apart(scene, c.sentence, last.last, std::int64_t{last.last} + kApartReach);
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
    // A group, or two who were named before, may well speak together.
    if (p == nullptr || p->kind == PartyKind::group || p->kind == PartyKind::pair) return std::nullopt;
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

bool is_tied(const Scene& scene, const mention::Party& a, const mention::Party& b) {
  if (a.sentence != b.sentence) return false;
  if (b.first == a.last) return b.conjunction;
  if (b.first == a.last + 1) return scene.word(a.sentence, a.last) == "و";
  return false;
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
