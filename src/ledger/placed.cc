#include "ledger/placed.h"

#include <algorithm>
#include <string_view>
#include <tuple>

#include "ledger/windows.h"

namespace qanat::ledger {
namespace {

bool is_vague(const When& when) {
  if (when.precision == When::Precision::month || when.precision == When::Precision::year) return true;
  return when.last - when.first > kLongestStretch;
}

// What took place is true from its own day on. Everything else is a statement, true from the day it is made.
std::optional<Date> holds_from(const Entry& entry) {
  const auto& time = entry.report.time;
  if (!time) return entry.published;
  if (entry.report.state != State::held && entry.published) return entry.published;
  // "This month they met", published within that month: by the day of publication at the latest.
  if (is_vague(*time) && entry.published && time->first <= *entry.published && *entry.published <= time->last)
    return entry.published;
  return time->first;
}

Placed placed(const Entry& entry) {
  Placed out;
  out.entry = &entry;
  out.holds_from = holds_from(entry);
  if (entry.report.time) {
    out.when = *entry.report.time;
    out.firmness = is_vague(out.when) ? Firmness::vague : Firmness::stated;
  } else if (entry.published) {
    const State state = entry.report.state;
    out.ahead = state == State::scheduled || state == State::proposed;
    out.when = When::range(*entry.published, *entry.published + (out.ahead ? kAnnouncedDays : 0));
    out.firmness = Firmness::reported;
  }
  return out;
}

bool before(const Placed& a, const Placed& b) {
  const auto key = [](const Placed& p) {
    return std::tuple(p.firmness == Firmness::undated, p.when.first, !p.entry->published,
                      p.entry->published.value_or(Date{}), std::string_view(p.entry->id));
  };
  return key(a) < key(b);
}

}  // namespace

std::vector<Placed> place(const std::vector<Entry>& entries) {
  std::vector<Placed> out;
  out.reserve(entries.size());
  for (const Entry& entry : entries) out.push_back(placed(entry));
  std::sort(out.begin(), out.end(), before);
  const auto same = [](const Placed& a, const Placed& b) { return a.entry->id == b.entry->id; };
  out.erase(std::unique(out.begin(), out.end(), same), out.end());
  return out;
}

const std::string& origin_of(const Entry& entry) { return entry.origin.empty() ? entry.article : entry.origin; }

int count_origins(const std::vector<const Entry*>& entries) {
  std::vector<std::string_view> origins;
  origins.reserve(entries.size());
  for (const Entry* entry : entries) origins.emplace_back(origin_of(*entry));
  std::sort(origins.begin(), origins.end());
  return static_cast<int>(std::unique(origins.begin(), origins.end()) - origins.begin());
}

int distance(const When& a, const When& b) {
  if (a.last < b.first) return b.first - a.last;
  if (b.last < a.first) return a.first - b.last;
  return 0;
}

}  // namespace qanat::ledger
