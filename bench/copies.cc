// How well copies are found, by comparing all articles of a corpus with all others.
//
//   qanat_copies CORPUS.jsonl.gz [LEDGER]
//
// CORPUS holds JSON lines with `id` and `text`. Truth is the Jaccard similarity of the whole sets of 4-grams of folded
// words, counted exactly, without any sketch. Asked is which pairs have one origin: with LEDGER in that ledger, into
// which the corpus was ingested, else in memory. Fails below the figures that are promised.
#include <algorithm>
#include <cstdio>
#include <map>
#include <nlohmann/json.hpp>
#include <unordered_map>

#include "arabic/arabic.h"
#include "base/utf8.h"
#include "feed/feed.h"
#include "origin/origin.h"
#include "store/store.h"

namespace qanat {
namespace {

constexpr std::size_t kWords = 4;
constexpr double kCopy = .5;
constexpr double kOther = .3;
constexpr double kLeastRecall = .95;
constexpr double kMostFalse = .01;

struct Corpus {
  std::vector<std::string> ids, texts;
};

Corpus read_corpus(const std::string& path) {
  Corpus out;
  const auto document = [&](feed::Document&& d, const feed::Progress&) {
    out.ids.push_back(std::move(d.id));
    out.texts.push_back(std::move(d.bytes));
    return true;
  };
  const Status status = feed::read({path}, {}, {document, [](Issue&&) {}});
  if (!status) std::fprintf(stderr, "%s\n", status.error().message.c_str());
  return out;
}

// Every run of four words as a number of its own: no hash, so no chance.
class Grams {
 public:
  std::vector<std::uint32_t> of(std::string_view text) {
    std::vector<std::uint32_t> words;
    std::string word;
    const auto end_word = [&] {
      if (!word.empty()) words.push_back(words_.try_emplace(word, words_.size()).first->second);
      word.clear();
    };
    for (std::size_t at = 0; at < text.size();) {
      const Decoded d = decode_utf8(text, at);
      at += d.size;
      if (arabic::is_word(d.code))
        arabic::append_folded(d.code, word);
      else
        end_word();
    }
    end_word();
    std::vector<std::uint32_t> out;
    const std::size_t size = std::min(kWords, words.size());
    for (std::size_t i = 0; size > 0 && i + size <= words.size(); ++i) {
      const std::vector<std::uint32_t> gram(words.begin() + static_cast<std::ptrdiff_t>(i),
                                            words.begin() + static_cast<std::ptrdiff_t>(i + size));
      out.push_back(grams_.try_emplace(gram, grams_.size()).first->second);
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }
  std::size_t size() const { return grams_.size(); }

 private:
  std::unordered_map<std::string, std::uint32_t> words_;
  std::map<std::vector<std::uint32_t>, std::uint32_t> grams_;
};

std::vector<std::string> origins_in_memory(const Corpus& corpus) {
  origin::MemoryShelf shelf;
  std::set<origin::Rank> added;
  std::vector<origin::Rank> ranks;
  for (const std::string& text : corpus.texts) {
    origin::Sketch sketch = origin::sketch(text, {{0, static_cast<std::uint32_t>(text.size())}});
    ranks.push_back(sketch.rank);
    if (sketch.rank != 0 && shelf.add(std::move(sketch))) added.insert(ranks.back());
  }
  origin::settle(shelf, added);
  std::vector<std::string> out;
  out.reserve(ranks.size());
  for (const origin::Rank rank : ranks) out.push_back(rank == 0 ? "" : origin::name_of(*shelf.leader(rank)));
  return out;
}

// Empty where the ledger has no such article.
std::vector<std::string> origins_in_ledger(const Corpus& corpus, const std::string& path) {
  std::vector<std::string> out(corpus.ids.size());
  std::unordered_map<std::string, std::size_t> by_id;
  for (std::size_t i = 0; i < corpus.ids.size(); ++i) by_id.emplace(corpus.ids[i], i);
  auto opened = store::Store::open(path, store::Store::Mode::read_only);
  if (!opened) {
    std::fprintf(stderr, "%s\n", opened.error().message.c_str());
    return out;
  }
  const Status status = (*opened)->export_lines([&](std::string_view line) {
    const auto json = nlohmann::json::parse(line, nullptr, false);
    if (json.is_discarded() || json["kind"] != "article" || !json["origin"].is_string()) return;
    const auto found = by_id.find(json["id"].get<std::string>());
    if (found != by_id.end()) out[found->second] = json["origin"].get<std::string>();
  });
  if (!status) std::fprintf(stderr, "%s\n", status.error().message.c_str());
  return out;
}

double percent(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : 100 * static_cast<double>(part) / static_cast<double>(whole);
}

bool measure(const Corpus& corpus, const std::vector<std::string>& origins) {
  Grams grams;
  std::vector<std::vector<std::uint32_t>> texts;
  texts.reserve(corpus.texts.size());
  for (const std::string& text : corpus.texts) texts.push_back(grams.of(text));
  std::vector<std::vector<std::uint32_t>> having(grams.size());  // texts that have the gram, so far
  std::vector<std::uint32_t> shared(texts.size());
  std::size_t copies = 0, found = 0, between = 0, between_joined = 0, others = 0, false_joins = 0;
  for (std::uint32_t i = 0; i < texts.size(); ++i) {
    std::vector<std::uint32_t> met;
    for (const std::uint32_t gram : texts[i]) {
      for (const std::uint32_t other : having[gram])
        if (shared[other]++ == 0) met.push_back(other);
      having[gram].push_back(i);
    }
    for (const std::uint32_t other : met) {
      const auto both = static_cast<double>(shared[other]);
      const double jaccard = both / (static_cast<double>(texts[i].size() + texts[other].size()) - both);
      const bool joined = !origins[i].empty() && origins[i] == origins[other];
      shared[other] = 0;
      if (jaccard >= kCopy) {
        ++copies;
        found += joined ? 1 : 0;
      } else if (jaccard >= kOther) {
        ++between;
        between_joined += joined ? 1 : 0;
      } else {
        ++others;
        false_joins += joined ? 1 : 0;
      }
    }
  }
  // Pairs that share no gram at all were not met above.
  std::unordered_map<std::string, std::size_t> sizes;
  std::size_t joined = 0;
  for (const std::string& origin : origins)
    if (!origin.empty()) joined += sizes[origin]++;
  false_joins += joined - found - between_joined - false_joins;

  const std::size_t all = texts.size() * (texts.size() - 1) / 2;
  std::printf("articles                              %zu, %zu pairs, every one compared\n", texts.size(), all);
  std::printf("origins                               %zu; pairs joined %zu\n", sizes.size(), joined);
  std::printf("Jaccard from .5: found                %zu of %zu (%.2f %%)\n", found, copies, percent(found, copies));
  std::printf("Jaccard .3 to .5: joined              %zu of %zu\n", between_joined, between);
  std::printf("Jaccard under .3: joined              %zu, that is %.2f %% of the pairs joined,\n", false_joins,
              percent(false_joins, joined));
  std::printf("                                      %.5f %% of the %zu such pairs that share a gram at all\n",
              percent(false_joins, others), others);
  return percent(found, copies) >= 100 * kLeastRecall && percent(false_joins, joined) <= 100 * kMostFalse;
}

int run(int count, char** arguments) {
  if (count < 2 || count > 3) {
    std::fprintf(stderr, "usage: qanat_copies CORPUS.jsonl.gz [LEDGER]\n");
    return 2;
  }
  const Corpus corpus = read_corpus(arguments[1]);
  if (corpus.texts.empty()) {
    std::printf("skipped: no articles in %s\n", arguments[1]);
    return 0;
  }
  const bool good = measure(corpus, count == 3 ? origins_in_ledger(corpus, arguments[2]) : origins_in_memory(corpus));
  if (!good) std::printf("short of the figures: recall 95 %%, false joins 1 %%\n");
  return good ? 0 : 1;
}

}  // namespace
}  // namespace qanat

int main(int count, char** arguments) { return qanat::run(count, arguments); }
