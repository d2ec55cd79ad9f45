// A whole page of HTML (character set, blocks, articles, dates) beside a plain tree parse by libxml2 of the same bytes.
// The last measurement tells the ratio that the project holds itself to; the pages are those of tests/pages and, where
// it stands beside the project, of ../shared/pages.
#include "page/page.h"

#include <benchmark/benchmark.h>
#include <libxml/HTMLparser.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "article/article.h"
#include "bench.h"

namespace qanat::bench {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr double kPageBytes = 145'000;  // the size for which speeds are told

std::vector<feed::Document> pages_of(const std::string& folder) {
  std::vector<fs::path> paths;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(folder, none)) {
    if (entry.path().extension() == ".html") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<feed::Document> documents;
  for (const fs::path& path : paths) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    feed::Document document;
    document.id = document.where = path.filename().string();
    document.bytes = bytes.str();
    documents.push_back(std::move(document));
  }
  return documents;
}

std::string folder(bool shared) { return QANAT_ROOT + std::string(shared ? "/../shared/pages" : "/tests/pages"); }

const std::vector<feed::Document>& pages(bool shared) {
  static const std::vector<feed::Document> own = pages_of(folder(false));
  static const std::vector<feed::Document> others = pages_of(folder(true));
  return shared ? others : own;
}

std::uint64_t bytes_of(const std::vector<feed::Document>& documents) {
  std::uint64_t bytes = 0;
  for (const feed::Document& document : documents) bytes += document.bytes.size();
  return bytes;
}

std::size_t read_whole(const feed::Document& document) {
  const page::Page page = page::make_page(feed::Document(document));
  return article::take_apart(page).articles.size();
}

bool parse_tree(const feed::Document& document) {
  constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;
  htmlDocPtr tree =
      htmlReadMemory(document.bytes.data(), static_cast<int>(document.bytes.size()), nullptr, "UTF-8", kOptions);
  const bool parsed = tree != nullptr;
  xmlFreeDoc(tree);
  return parsed;
}

// Every page that is no list tells at least one story; the names of the lists say what they are.
void require_stories(const std::vector<feed::Document>& documents) {
  for (const feed::Document& document : documents) {
    const bool list = document.id.starts_with("listing");
    require((read_whole(document) == 0) == list, document.id + (list ? " tells no story" : " tells a story"));
    require(parse_tree(document), document.id + " is parsed by libxml2");
  }
}

void set_speed(benchmark::State& state, const std::vector<feed::Document>& documents) {
  const double bytes = static_cast<double>(bytes_of(documents)) * static_cast<double>(state.iterations());
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
  state.counters["pages_of_145kB"] = benchmark::Counter(bytes / kPageBytes, benchmark::Counter::kIsRate);
}

void page_bare_tree(benchmark::State& state) {
  const auto& documents = pages(state.range(0) != 0);
  if (documents.empty()) return state.SkipWithError("no ../shared/pages beside the project");
  require_stories(documents);
  while (state.KeepRunning()) {
    for (const feed::Document& document : documents) benchmark::DoNotOptimize(parse_tree(document));
  }
  set_speed(state, documents);
}
BENCHMARK(page_bare_tree)->ArgName("shared")->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

void page_text_and_blocks(benchmark::State& state) {
  const auto& documents = pages(state.range(0) != 0);
  if (documents.empty()) return state.SkipWithError("no ../shared/pages beside the project");
  require_stories(documents);
  while (state.KeepRunning()) {
    for (const feed::Document& document : documents)
      benchmark::DoNotOptimize(page::make_page(feed::Document(document)));
  }
  set_speed(state, documents);
}
BENCHMARK(page_text_and_blocks)->ArgName("shared")->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

void page_whole(benchmark::State& state) {
  const auto& documents = pages(state.range(0) != 0);
  if (documents.empty()) return state.SkipWithError("no ../shared/pages beside the project");
  require_stories(documents);
  while (state.KeepRunning()) {
    for (const feed::Document& document : documents) benchmark::DoNotOptimize(read_whole(document));
  }
  set_speed(state, documents);
}
BENCHMARK(page_whole)->ArgName("shared")->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

// Both in turn, page by page, so that whatever else the machine does weighs on both.
void page_whole_per_bare_tree(benchmark::State& state) {
  const auto& documents = pages(state.range(0) != 0);
  if (documents.empty()) return state.SkipWithError("no ../shared/pages beside the project");
  require_stories(documents);
  Clock::duration whole{};
  Clock::duration bare{};
  while (state.KeepRunning()) {
    for (const feed::Document& document : documents) {
      const auto begin = Clock::now();
      benchmark::DoNotOptimize(read_whole(document));
      const auto middle = Clock::now();
      benchmark::DoNotOptimize(parse_tree(document));
      whole += middle - begin;
      bare += Clock::now() - middle;
    }
  }
  state.counters["ratio"] =
      static_cast<double>(whole.count()) / static_cast<double>(std::max<std::int64_t>(bare.count(), 1));
}
BENCHMARK(page_whole_per_bare_tree)->ArgName("shared")->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace qanat::bench
