#include "report/scene.h"

#include <algorithm>

#include "report/frame.h"
#include "report/syntax.h"

namespace qanat::report {
namespace {

// Ranges of items, in order of sentence, by sentence.
template <class Items, class SentenceOf>
std::vector<Scene::Range> ranges(const Items& items, std::size_t sentences, SentenceOf sentence_of) {
  std::vector<Scene::Range> out(sentences);
  std::uint32_t at = 0;
  for (std::uint32_t s = 0; s < sentences; ++s) {
    out[s].first = at;
    while (at < items.size() && sentence_of(items[at]) == s) ++at;
    out[s].last = at;
  }
  return out;
}

}  // namespace

Scene::Scene(const Input& input, const lexicon::Lexicon& lexicon) : input_(input), lexicon_(lexicon) {
  const auto& sentences = text().sentences;
  const auto of = [](const auto& m) { return m.sentence; };
  contact_ranges_ = ranges(mentions().contacts, sentences.size(), of);
  party_ranges_ = ranges(mentions().parties, sentences.size(), of);
  place_ranges_ = ranges(mentions().places, sentences.size(), of);

  std::vector<std::uint32_t> sentence_of(text().tokens.size(), 0);
  for (std::uint32_t s = 0; s < sentences.size(); ++s)
    std::fill(sentence_of.begin() + sentences[s].first, sentence_of.begin() + sentences[s].last, s);
  cue_ranges_ = ranges(mentions().cues, sentences.size(), [&](const mention::Cue& c) { return sentence_of[c.first]; });

  cue_bits_.assign(text().tokens.size(), 0);
  topics_.assign(mention::kCueClasses, 0);
  for (const mention::Cue& c : mentions().cues) {
    cue_bits_[c.first] |= 1ULL << static_cast<unsigned>(c.kind);
    ++topics_[static_cast<std::size_t>(c.kind)];
  }
  for (int& n : topics_) n = static_cast<int>(100L * n / static_cast<long>(text().tokens.size() + 1));

  std::vector<std::string> first_seen;
  for (const mention::Party& p : mentions().parties) {
    for (const std::string& a : p.actors) {
      if (counts_[a]++ == 0) first_seen.push_back(a);
      if (p.sentence == 0) lead_actors_.push_back(a);
    }
  }
  order_ = first_seen;
  std::stable_sort(order_.begin(), order_.end(),
                   [&](const std::string& a, const std::string& b) { return counts_.at(a) > counts_.at(b); });

  find_conflicts();

  // The headline is not a part of the body; what it names is looked up word by word.
  std::vector<std::string> folded;
  const std::string title = arabic::fold(article().title_text);
  std::size_t at = 0;
  while (at < title.size()) {
    std::size_t end = at;
    while (end < title.size() && title[end] != ' ' && title[end] != ':' && title[end] != '.' && title[end] != '"')
      ++end;
    if (end > at) folded.push_back(title.substr(at, end - at));
    at = end + 1;
  }
  const std::vector<std::string_view> words(folded.begin(), folded.end());
  std::vector<lexicon::Hit> hits;
  lexicon.match(words, hits);
  for (const lexicon::Hit& h : hits) {
    const lexicon::Entry& e = lexicon.entries()[h.entry];
    switch (e.kind) {
      case lexicon::Kind::state:
      case lexicon::Kind::organisation:
      case lexicon::Kind::movement:
      case lexicon::Kind::coalition:
        title_actors_.push_back(e.id);
        break;
      case lexicon::Kind::person:
        if (!e.offices.empty()) title_actors_.push_back(e.offices.front().actor);
        break;
      default:
        break;
    }
  }
  times_.resize(2 * sentences.size());
  hung_places_.resize(sentences.size());
  syntax_.resize(sentences.size());
}
Scene::~Scene() = default;

const Syntax& Scene::syntax(std::uint32_t sentence) const {
  auto& slot = syntax_[sentence];
  if (!slot) slot = std::make_unique<const Syntax>(*this, sentence);
  return *slot;
}

const std::vector<std::uint32_t>& Scene::hung_places(std::uint32_t sentence) const {
  auto& slot = hung_places_[sentence];
  if (slot) return *slot;
  slot.emplace();
  const Range range = places(sentence);
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    const mention::Place& p = mentions().places[i];
    const std::string_view g = governor(*this, sentence, p.first, p.preposition);
    if (g == "في" || g == "ب+" || g == "الي") slot->push_back(i);
  }
  return *slot;
}

void Scene::find_conflicts() {
  long most = 0;
  for (const lexicon::Entry* e : lexicon_.conflicts()) {
    const std::string& first = e->members.front();
    const int own = count(first);
    if (own == 0) continue;
    std::vector<std::string> sides = {first};
    long others = 0;
    for (const std::string& other : e->members) {
      if (other == first || count(other) == 0) continue;
      rivals_[first].push_back(other);
      rivals_[other].push_back(first);
      sides.push_back(other);
      others = std::max(others, static_cast<long>(count(other)));
    }
    const long weight = std::min(static_cast<long>(own), others);
    if (weight <= most) continue;
    most = weight;
    conflict_ = std::move(sides);
  }
}

const std::vector<std::string>& Scene::rivals(const std::string& actor) const {
  static const std::vector<std::string> none;
  const auto it = rivals_.find(actor);
  return it == rivals_.end() ? none : it->second;
}

std::string_view Scene::word(std::uint32_t sentence, std::int64_t token) const {
  const sentence::Sentence& s = text().sentences[sentence];
  if (token < s.first) return "<s>";
  if (token >= s.last) return "</s>";
  const sentence::Token& t = text().tokens[static_cast<std::size_t>(token)];
  if (t.kind == sentence::Token::Kind::number) return "<n>";
  return text().word(t);
}

std::string_view Scene::mark(std::uint32_t token) const {
  return is_punctuation(token) ? slice(page(), text().tokens[token].span) : std::string_view{};
}

int Scene::count(std::string_view actor) const {
  const auto it = counts_.find(std::string(actor));
  return it == counts_.end() ? 0 : it->second;
}

int Scene::rank(std::string_view actor) const {
  const auto it = std::find(order_.begin(), order_.end(), actor);
  return static_cast<int>(it - order_.begin());
}

bool Scene::in_title(std::string_view actor) const {
  return std::find(title_actors_.begin(), title_actors_.end(), actor) != title_actors_.end();
}

bool Scene::in_lead(std::string_view actor) const {
  return std::find(lead_actors_.begin(), lead_actors_.end(), actor) != lead_actors_.end();
}

int Scene::topic(mention::CueClass c) const { return topics_[static_cast<std::size_t>(c)]; }

const std::vector<arabic::TimeMention>& Scene::times(std::uint32_t sentence, bool future) const {
  auto& slot = times_[2 * std::size_t{sentence} + (future ? 1 : 0)];
  if (!slot) slot = arabic::find_times(page(), text().sentences[sentence].span, published(), future);
  return *slot;
}

std::uint32_t Scene::token_at(std::uint32_t byte) const {
  const auto& tokens = text().tokens;
  const auto it = std::lower_bound(tokens.begin(), tokens.end(), byte,
                                   [](const sentence::Token& t, std::uint32_t b) { return t.span.end <= b; });
  return static_cast<std::uint32_t>(it - tokens.begin());
}

}  // namespace qanat::report
