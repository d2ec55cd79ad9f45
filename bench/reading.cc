// The whole line: a document's bytes -> its reports.
#include <algorithm>

#include <benchmark/benchmark.h>

#include "bench.h"

namespace qanat::bench {
namespace {

bool tells_of(const store::ReadPage& page, const std::vector<std::string>& actors) {
  for (const store::ReadArticle& article : page.articles) {
    for (const report::Report& r : article.reports) {
      const auto takes_part = [&](const std::string& actor) {
        return std::any_of(r.parties.begin(), r.parties.end(),
                           [&](const report::Party& party) { return party.actor == actor; });
      };
      if (std::all_of(actors.begin(), actors.end(), takes_part)) return true;
    }
  }
  return false;
}

void check_reading() {
  int reports = 0;
  for (const feed::Document& document : samples()) {
    const store::ReadPage page = reader().read(feed::Document(document));
    for (const store::ReadArticle& article : page.articles) {
      for (const report::Report& r : article.reports) {
        ++reports;
        for (const report::Evidence& e : r.evidence)
          require(slice(page.text, e.span) == e.quote, "a quote is the page's text under its span, in " + page.id);
      }
    }
    if (document.id.ends_with("02_aggregator_page.txt"))
      require(tells_of(page, {"RUS", "TUR"}), "Russia and Turkey met in " + page.id);
    if (document.id.ends_with("08_shoukry_calls.txt"))
      require(tells_of(page, {"EGY", "JOR"}), "Egypt and Jordan spoke in " + page.id);
    if (document.id == "wire-3") require(tells_of(page, {"PRK", "RUS"}), "Russia and North Korea met in " + page.id);
  }
  require(reports >= static_cast<int>(samples().size()), "there is more than a report a page");
}

void read_samples(benchmark::State& state) {
  check_reading();
  while (state.KeepRunning()) {
    for (const feed::Document& document : samples()) benchmark::DoNotOptimize(reader().read(feed::Document(document)));
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(sample_bytes()) * state.iterations());
  state.SetItemsProcessed(static_cast<std::int64_t>(samples().size()) * state.iterations());  // pages
}
BENCHMARK(read_samples)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace qanat::bench
