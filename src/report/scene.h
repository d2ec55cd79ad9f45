// One article as the models see it: its mentions with an index over sentences, what stands out in it, its times.
// Private to the room.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "arabic/arabic.h"
#include "report/report.h"

namespace qanat::report {

class Syntax;

class Scene {
 public:
  Scene(const Input& input, const lexicon::Lexicon& lexicon);
  ~Scene();

  std::string_view page() const { return input_.page_text; }
  const article::Article& article() const { return *input_.article; }
  const sentence::Text& text() const { return *input_.text; }
  const mention::Mentions& mentions() const { return *input_.mentions; }
  const lexicon::Lexicon& lexicon() const { return lexicon_; }
  std::optional<Date> published() const { return input_.article->published.date; }

  // The folded word at a token; for tokens outside the sentence `s`: "<s>" before it, "</s>" behind it.
  std::string_view word(std::uint32_t sentence, std::int64_t token) const;
  bool is_punctuation(std::uint32_t token) const {
    return text().tokens[token].kind == sentence::Token::Kind::punctuation;
  }
  // The punctuation mark as written, or empty.
  std::string_view mark(std::uint32_t token) const;
  bool is_comma(std::uint32_t token) const { return mark(token) == "،" || mark(token) == ","; }

  // Indices [first, second) of the parties, places, cues of a sentence.
  struct Range {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
  };
  // The contact words of a sentence, in its order.
  std::span<const mention::Contact> contacts(std::uint32_t sentence) const {
    const Range own = contact_ranges_[sentence];
    return std::span(mentions().contacts).subspan(own.first, own.last - own.first);
  }
  // Where a party stands in mentions().parties, of which it must be one.
  std::uint32_t index_of(const mention::Party& p) const {
    return static_cast<std::uint32_t>(&p - mentions().parties.data());
  }
  Range parties(std::uint32_t sentence) const { return party_ranges_[sentence]; }
  Range places(std::uint32_t sentence) const { return place_ranges_[sentence]; }
  Range cues(std::uint32_t sentence) const { return cue_ranges_[sentence]; }

  // Bits of the cue classes that begin at this token.
  std::uint64_t cue_bits(std::uint32_t token) const { return cue_bits_[token]; }
  bool has_cue(std::uint32_t token, mention::CueClass c) const {
    return (cue_bits_[token] >> static_cast<unsigned>(c) & 1U) != 0;
  }

  // How often an actor is named in the article, and its place in the order of frequency (0: the most frequent).
  int count(std::string_view actor) const;
  int rank(std::string_view actor) const;
  bool in_title(std::string_view actor) const;
  bool in_lead(std::string_view actor) const;  // in the first sentence
  std::size_t actors() const { return order_.size(); }
  // Who of those named in the article stands against the actor in a conflict that the lexicon knows.
  const std::vector<std::string>& rivals(const std::string& actor) const;
  // The sides of the conflict that the article speaks of most: two or more of those named, or none.
  const std::vector<std::string>& conflict() const { return conflict_; }
  const std::vector<std::string>& by_frequency() const { return order_; }

  // Which topic words (sport, business, culture, home affairs) the article is full of: words per hundred tokens.
  int topic(mention::CueClass c) const;

  // Times of a sentence, resolved; found when first asked for.
  // `future`: what is spoken of lies ahead, so that a bare weekday is the next one.
  const std::vector<arabic::TimeMention>& times(std::uint32_t sentence, bool future = false) const;
  // The places of a sentence that hang on a word of place ("في القاهرة"), as indices into mentions().places; found when
  // first asked for.
  const std::vector<std::uint32_t>& hung_places(std::uint32_t sentence) const;
  // Of a sentence; made when first asked for.
  const Syntax& syntax(std::uint32_t sentence) const;
  // The token at a byte of the page's text, or the next one.
  std::uint32_t token_at(std::uint32_t byte) const;

 private:
  void find_conflicts();

  Input input_;
  const lexicon::Lexicon& lexicon_;
  std::vector<Range> contact_ranges_, party_ranges_, place_ranges_, cue_ranges_;
  std::vector<std::uint64_t> cue_bits_;
  std::unordered_map<std::string, int> counts_;
  std::vector<std::string> order_;
  std::vector<std::string> title_actors_;
  std::vector<std::string> lead_actors_;
  std::unordered_map<std::string, std::vector<std::string>> rivals_;
  std::vector<std::string> conflict_;
  std::vector<int> topics_;
  mutable std::vector<std::optional<std::vector<arabic::TimeMention>>> times_;  // two a sentence: past, future
  mutable std::vector<std::optional<std::vector<std::uint32_t>>> hung_places_;
  mutable std::vector<std::unique_ptr<const Syntax>> syntax_;
};

// Does the state speak of a contact that lies ahead?
inline bool ahead(State s) { return s == State::scheduled || s == State::proposed; }

}  // namespace qanat::report
