// Article texts -> origins: the sketch of a text, and finding its copies among many, in memory and in a ledger.
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <random>

#include <benchmark/benchmark.h>

#include "bench.h"
#include "origin/origin.h"
#include "store/store.h"

namespace qanat::bench {
namespace {

constexpr std::size_t kStories = 4000;
constexpr std::size_t kStoryWords = 260;  // as news has them
constexpr std::size_t kVocabulary = 20'000;
constexpr std::size_t kCopyEvery = 5;     // every so many stories another paper prints it, too ...
constexpr std::size_t kChangeEvery = 60;  // ... with a word changed every so often
constexpr std::size_t kBatch = 256;

struct Corpus {
  std::vector<std::string> texts;
  std::size_t origins = 0;
};

// Stories of random words, the frequent ones as frequent as in any language; and copies of some.
Corpus corpus() {
  std::mt19937 random(20180507);
  const auto word = [&] {
    const double u = std::uniform_real_distribution<>(0, 1)(random);
    return "كلمة" + std::to_string(static_cast<std::size_t>(u * u * u * kVocabulary));
  };
  Corpus out;
  for (std::size_t i = 0; i < kStories; ++i) {
    std::vector<std::string> words(kStoryWords / 2 + random() % kStoryWords);
    std::generate(words.begin(), words.end(), word);
    const auto print = [&] {
      std::string text;
      for (const std::string& w : words) text += w + " ";
      out.texts.push_back(std::move(text));
    };
    print();
    ++out.origins;
    if (i % kCopyEvery != 0) continue;
    for (std::size_t k = random() % kChangeEvery; k < words.size(); k += kChangeEvery) words[k] = word();
    print();
  }
  std::shuffle(out.texts.begin(), out.texts.end(), random);
  return out;
}

origin::Sketch sketch_of(const std::string& text) {
  return origin::sketch(text, {{0, static_cast<std::uint32_t>(text.size())}});
}

// Sketches the texts and settles them batch by batch, as an ingest does; gives the number of origins.
std::size_t gather(const std::vector<std::string>& texts) {
  origin::MemoryShelf shelf;
  std::set<origin::Rank> all;
  for (std::size_t at = 0; at < texts.size(); at += kBatch) {
    std::set<origin::Rank> added;
    for (std::size_t i = at; i < std::min(at + kBatch, texts.size()); ++i) {
      origin::Sketch sketch = sketch_of(texts[i]);
      const origin::Rank rank = sketch.rank;
      if (shelf.add(std::move(sketch))) added.insert(rank);
    }
    origin::settle(shelf, added);
    all.insert(added.begin(), added.end());
  }
  return static_cast<std::size_t>(
      std::count_if(all.begin(), all.end(), [&](origin::Rank r) { return shelf.leader(r) == r; }));
}

void origin_sketch(benchmark::State& state) {
  const Corpus c = corpus();
  require(sketch_of(c.texts[0]) == sketch_of(" " + c.texts[0] + "،"), "a sketch is of the words alone");
  std::size_t at = 0;
  while (state.KeepRunning()) benchmark::DoNotOptimize(sketch_of(c.texts[at++ % c.texts.size()]));
  state.SetItemsProcessed(state.iterations());  // articles
}
BENCHMARK(origin_sketch)->Unit(benchmark::kMicrosecond);

void origin_gather(benchmark::State& state) {
  const Corpus c = corpus();
  require(gather(c.texts) == c.origins, "every story is one origin, however often it is printed");
  while (state.KeepRunning()) benchmark::DoNotOptimize(gather(c.texts));
  state.SetItemsProcessed(static_cast<std::int64_t>(c.texts.size()) * state.iterations());  // articles
}
BENCHMARK(origin_gather)->Unit(benchmark::kMillisecond);

// The same in a ledger: pages, words and all. What copies cost there is the difference between the two arguments.
void origin_in_store(benchmark::State& state) {
  const Corpus c = corpus();
  const bool with_copies = state.range(0) != 0;
  std::vector<store::ReadPage> pages;
  for (std::size_t i = 0; i < c.texts.size(); ++i) {
    store::ReadPage page;
    page.id = "page " + std::to_string(i);
    page.text = c.texts[i];
    store::ReadArticle read;
    read.article.id = page.id;
    read.article.body = {{0, static_cast<std::uint32_t>(page.text.size())}};
    if (with_copies) read.sketch = origin::sketch(page.text, read.article.body);
    page.articles.push_back(std::move(read));
    pages.push_back(std::move(page));
  }
  const std::filesystem::path path =
      std::filesystem::temp_directory_path() / ("qanat_bench_" + std::to_string(::getpid()) + ".qanat");
  const auto run = [&] {
    std::filesystem::remove(path);
    auto opened = store::Store::open(path.string(), store::Store::Mode::create);
    require(opened.ok(), "a ledger can be made");
    for (std::size_t at = 0; at < pages.size(); at += kBatch) {
      const auto from = pages.begin() + static_cast<std::ptrdiff_t>(at);
      const auto to = pages.begin() + static_cast<std::ptrdiff_t>(std::min(at + kBatch, pages.size()));
      require((*opened)->write({from, to}).ok(), "a batch is written");
    }
    return (*opened)->totals().value().origins;
  };
  require(run() == static_cast<std::int64_t>(with_copies ? c.origins : c.texts.size()),
          "every story is one origin, however often it is printed");
  while (state.KeepRunning()) benchmark::DoNotOptimize(run());
  for (const char* tail : {"", "-wal", "-shm"}) std::filesystem::remove(path.string() + tail);
  state.SetItemsProcessed(static_cast<std::int64_t>(pages.size()) * state.iterations());  // articles
}
BENCHMARK(origin_in_store)->ArgName("copies")->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace qanat::bench
