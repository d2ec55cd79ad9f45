// Reports of one channel -> Channel.
#include <algorithm>

#include <benchmark/benchmark.h>

#include "bench.h"
#include "ledger/ledger.h"

namespace qanat::bench {
namespace {

constexpr int kDaysBetween = 30;  // far enough apart that no two meetings are taken for one
constexpr int kPapers = 3;        // that tell of each

// `meetings` meetings of one channel, each told by three papers.
std::vector<ledger::Entry> entries_of(int meetings) {
  std::vector<ledger::Entry> out;
  for (int i = 0; i < meetings; ++i) {
    for (int paper = 0; paper < kPapers; ++paper) {
      ledger::Entry entry;
      entry.id = std::to_string(i) + "/" + std::to_string(paper);
      entry.article = "article " + entry.id;
      entry.origin = "text " + entry.id;
      entry.published = *Date::from_iso("1990-01-01") + i * kDaysBetween;
      entry.report.form = report::Form::meeting;
      entry.report.state = report::State::held;
      entry.report.parties = {{"RUS", "foreign_minister", "", report::Part::party},
                              {"TUR", "foreign_minister", "", report::Part::party}};
      entry.report.time = When::day(*entry.published);
      out.push_back(std::move(entry));
    }
  }
  return out;
}

void fold_channel(benchmark::State& state) {
  const int meetings = static_cast<int>(state.range(0));
  const std::vector<ledger::Entry> entries = entries_of(meetings);
  const ledger::Channel channel = ledger::fold_channel(entries);
  require(channel.contacts.size() == static_cast<std::size_t>(meetings), "each meeting is one contact");
  require(channel.entries == meetings * kPapers && channel.conflicts.empty(), "nobody contradicts anybody");
  std::vector<ledger::Entry> twice = entries;
  twice.insert(twice.end(), entries.rbegin(), entries.rend());
  require(ledger::dump(ledger::fold_channel(twice)) == ledger::dump(channel), "order and repetition change nothing");

  while (state.KeepRunning()) benchmark::DoNotOptimize(ledger::fold_channel(entries));
  state.SetItemsProcessed(static_cast<std::int64_t>(entries.size()) * state.iterations());  // reports
}
BENCHMARK(fold_channel)->Arg(10)->Arg(300)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace qanat::bench
