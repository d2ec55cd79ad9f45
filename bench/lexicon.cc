// Words -> lexicon hits.
#include "lexicon/lexicon.h"

#include <algorithm>

#include <benchmark/benchmark.h>

#include "bench.h"
#include "sentence/sentence.h"

namespace qanat::bench {
namespace {

using Words = std::vector<std::string_view>;

// The sentences of all samples as folded words.
struct Sentences {
  std::vector<sentence::Text> texts;  // own what `words` views
  std::vector<Words> words;
  std::int64_t count = 0;
};

Sentences sample_sentences() {
  Sentences out;
  for (const page::Page& page : sample_pages()) {
    for (const article::Article& article : article::take_apart(page).articles)
      out.texts.push_back(sentence::split(page.text, article));
  }
  for (const sentence::Text& text : out.texts) {
    for (const sentence::Sentence& s : text.sentences) {
      Words words;
      for (std::uint32_t i = s.first; i < s.last; ++i) words.push_back(text.word(text.tokens[i]));
      out.count += static_cast<std::int64_t>(words.size());
      out.words.push_back(std::move(words));
    }
  }
  return out;
}

bool finds(const lexicon::Lexicon& lexicon, const Words& words, lexicon::Kind kind, std::string_view id) {
  std::vector<lexicon::Hit> hits;
  lexicon.match(words, hits);
  return std::any_of(hits.begin(), hits.end(), [&](const lexicon::Hit& hit) {
    const lexicon::Entry& entry = lexicon.entries()[hit.entry];
    return entry.kind == kind && entry.id == id;
  });
}

void match_samples(benchmark::State& state) {
  const auto made = lexicon::Lexicon::built_in();
  require(made.ok(), "the built-in lexicon cannot be read");
  const lexicon::Lexicon& lexicon = *made.value();
  const Words words = {"وزير", "الخارجيه", "المصري", "سامح", "شكري"};
  require(finds(lexicon, words, lexicon::Kind::role, "foreign_minister"), "the office is known");
  require(finds(lexicon, words, lexicon::Kind::state, "EGY"), "the nisba is known");
  require(finds(lexicon, words, lexicon::Kind::person, "sameh_shoukry"), "the person is known");
  require(!finds(lexicon, words, lexicon::Kind::state, "TUR"), "nobody else is named");

  const Sentences sentences = sample_sentences();
  std::vector<lexicon::Hit> hits;
  while (state.KeepRunning()) {
    for (const Words& sentence : sentences.words) {
      hits.clear();
      lexicon.match(sentence, hits);
      benchmark::DoNotOptimize(hits.data());
    }
  }
  state.SetItemsProcessed(sentences.count * state.iterations());  // words
}
BENCHMARK(match_samples)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace qanat::bench
