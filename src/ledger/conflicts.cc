// Statements in the order in which they were made; each is held against the latest ones that it may contradict. One
// dispute (the same two states, the same two sides) that goes on from day to day is one conflict, not one a pair.
#include "ledger/conflicts.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <deque>
#include <map>
#include <string_view>
#include <tuple>

#include "base/hash.h"
#include "ledger/windows.h"

namespace qanat::ledger {
namespace {

constexpr std::size_t kStates = static_cast<std::size_t>(State::stalled) + 1;

struct Statement {
  const Placed* placed = nullptr;
  Date day;
  std::size_t rank = 0;  // place in the fold's order

  const report::Report& report() const { return placed->entry->report; }
};

// "In 2017 they met" is no news of any day that another report could contradict.
bool has_a_day(const Placed& p) {
  if (p.firmness == Firmness::undated || !p.holds_from) return false;
  return p.firmness != Firmness::vague || p.entry->report.state != State::held;
}

// Who says so: the speaker's side, else the paper.
std::string_view side(const Entry& entry) {
  if (entry.report.speaker) return entry.report.speaker->actor;
  return entry.publisher;
}

bool same_speaker(const Entry& a, const Entry& b) {
  const auto& x = a.report.speaker;
  const auto& y = b.report.speaker;
  if (!x || !y) return !x && !y && a.article == b.article;
  if (x->actor != y->actor) return false;
  // Two names may be two spellings of one; the office decides, and only then the name.
  return x->role == y->role || x->person == y->person;
}

bool is_denial(State state, State of) {
  return std::any_of(kClashes.begin(), kClashes.end(),
                     [&](const ClashRule& rule) { return rule.denial == state && rule.other == of; });
}

// Are the two about the same time, as far as this pair of states asks for it? `denial` denies what `other` says.
bool meet_in_time(const Statement& denial, const Statement& other) {
  const Clash rule = clash(denial.report().state, other.report().state);
  const bool both_stated = denial.placed->firmness == Firmness::stated && other.placed->firmness == Firmness::stated;
  // Each may speak of a day of its own, whenever it is said.
  if (both_stated) return distance(denial.placed->when, other.placed->when) <= kStatedDays;
  if (rule == Clash::same_time) return false;
  const int later = other.day - denial.day;
  // Who says today that they have not met says nothing of tomorrow; what is in the papers tomorrow may be of today.
  if (other.report().state == State::held && later > (other.placed->firmness == Firmness::stated ? 0 : kStatedDays))
    return false;
  return std::abs(later) <= (rule == Clash::same_day ? kStatedDays : kConflictDays);
}

bool contradict(const Statement& a, const Statement& b) {
  const bool a_denies = is_denial(a.report().state, b.report().state);
  const Statement& denial = a_denies ? a : b;
  const Statement& other = a_denies ? b : a;
  if (!denies(denial.report().form, other.report().form) || !meet_in_time(denial, other)) return false;
  // Somebody who says otherwise a day later has changed his mind, and a copy says what its original says.
  const Entry& x = *a.placed->entry;
  const Entry& y = *b.placed->entry;
  if (same_speaker(x, y)) return false;
  return origin_of(x) != origin_of(y) || (x.report.speaker && y.report.speaker);
}

class Finder {
 public:
  explicit Finder(const std::string& channel) : channel_(channel) {}

  void meet(const Statement& next) {
    for (std::size_t s = 0; s < kStates; ++s) {
      if (clash(static_cast<State>(s), next.report().state) == Clash::no) continue;
      for (const Statement& other : recent_[s]) {
        if (!contradict(other, next)) continue;
        note(other, next);
      }
    }
    auto& mine = recent_[static_cast<std::size_t>(next.report().state)];
    mine.push_front(next);
    if (mine.size() > kMostRecent) mine.pop_back();
  }

  std::vector<Conflict> take() { return std::move(found_); }

 private:
  // The same two states from the same two sides.
  using Dispute = std::tuple<State, std::string_view, State, std::string_view>;
  static Dispute dispute(const Statement& a, const Statement& b) {
    const std::pair x{a.report().state, side(*a.placed->entry)};
    const std::pair y{b.report().state, side(*b.placed->entry)};
    return x < y ? Dispute(x.first, x.second, y.first, y.second) : Dispute(y.first, y.second, x.first, x.second);
  }

  void note(const Statement& one, const Statement& other) {
    const auto [at, is_new] = latest_.try_emplace(dispute(one, other), other.day);
    const bool goes_on = !is_new && other.day - at->second <= kConflictDays;
    at->second = other.day;
    if (goes_on) return;
    const Statement& left = one.rank < other.rank ? one : other;
    const Statement& right = one.rank < other.rank ? other : one;
    Conflict c;
    c.channel = channel_;
    c.left = left.placed->entry->id;
    c.right = right.placed->entry->id;
    c.left_state = left.report().state;
    c.right_state = right.report().state;
    c.id = hash_hex(c.channel + '\n' + c.left + '\n' + c.right).substr(0, kIdDigits);
    found_.push_back(std::move(c));
  }

  const std::string& channel_;
  std::array<std::deque<Statement>, kStates> recent_;  // latest first
  std::map<Dispute, Date> latest_;                     // when each dispute was last heard of
  std::vector<Conflict> found_;
};

}  // namespace

std::vector<Conflict> conflicts(const std::vector<Placed>& entries, const std::string& channel) {
  std::vector<Statement> statements;
  for (std::size_t i = 0; i < entries.size(); ++i)
    if (has_a_day(entries[i])) statements.push_back({&entries[i], *entries[i].holds_from, i});
  std::sort(statements.begin(), statements.end(),
            [](const Statement& a, const Statement& b) { return std::tie(a.day, a.rank) < std::tie(b.day, b.rank); });
  Finder finder(channel);
  for (const Statement& s : statements) finder.meet(s);
  return finder.take();
}

}  // namespace qanat::ledger
