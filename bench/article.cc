// Page -> Articles.
#include "article/article.h"

#include <benchmark/benchmark.h>

#include "bench.h"

namespace qanat::bench {
namespace {

void take_apart_aggregator(benchmark::State& state) {
  const page::Page& page = sample_page("02_aggregator_page.txt");
  const article::PageArticles parts = article::take_apart(page);
  require(parts.articles.size() == 2, "the aggregator's page holds two stories");
  require(parts.articles[0].published.date == Date::from_iso("2023-09-04") &&
              parts.articles[1].published.date == Date::from_iso("2023-05-06"),
          "each story has its own date");
  for (const Span span : parts.articles[0].body)
    require(slice(page.text, span).find("15.62") == std::string_view::npos, "currency tables are furniture");

  while (state.KeepRunning()) benchmark::DoNotOptimize(article::take_apart(page));
  state.SetBytesProcessed(static_cast<std::int64_t>(page.text.size()) * state.iterations());
}
BENCHMARK(take_apart_aggregator);

}  // namespace
}  // namespace qanat::bench
