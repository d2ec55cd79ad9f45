// What the lexicon says at each token of one sentence, one slot a token: the longest hit of each category that
// begins there, and the classes of all cues that cover it. Private to the room.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "mention/mention.h"

namespace qanat::mention {

// What can begin at a token.
enum class Category : std::uint8_t {
  title,
  nisba,
  name,
  capital,
  seat,
  people,
  group,
  person,
  place,
  agency,
  mechanism
};
inline constexpr std::size_t kCategories = static_cast<std::size_t>(Category::mechanism) + 1;

struct Slot {
  std::array<std::int32_t, kCategories> hit;  // index into Slots::hits; -1: none
  std::uint64_t cues = 0;                     // bit CueClass: a cue of that class covers this token
  std::uint64_t cue_begins = 0;               // the same, begins here
  std::uint32_t cue_end = 0;                  // where the longest cue that begins here ends (token of the sentence)
  bool contact = false;                       // a contact word begins here
  std::int32_t at(Category c) const { return hit[static_cast<std::size_t>(c)]; }
  bool has(CueClass c) const { return (cues >> static_cast<unsigned>(c) & 1U) != 0; }
  bool begins(CueClass c) const { return (cue_begins >> static_cast<unsigned>(c) & 1U) != 0; }
};

// Token numbers are of the text, not of the sentence.
class Slots {
 public:
  // Looks the sentence up; buffers are used again from one sentence to the next.
  void fill(const Finder& finder, std::string_view page_text, const sentence::Text& text,
            const sentence::Sentence& sentence);

  std::uint32_t first() const { return first_; }
  std::uint32_t last() const { return last_; }
  // Precondition: token in [first(), last()).
  const Slot& operator[](std::uint32_t token) const { return slots_[token - first_]; }
  // The hit of that category at that token, its words as token numbers; nullptr where there is none or the token is
  // outside the sentence.
  const lexicon::Hit* hit(std::uint32_t token, Category c) const;
  const std::vector<lexicon::Hit>& hits() const { return hits_; }  // words as token numbers

 private:
  // Fills hits_, words as token numbers within the sentence.
  void match(const lexicon::Lexicon& lexicon, std::string_view page_text, const sentence::Text& text);
  void drop_lookalikes(const lexicon::Lexicon& lexicon);
  void drop_inner(const Finder& finder);
  void drop_guarded(const Finder& finder);

  std::uint32_t first_ = 0;
  std::uint32_t last_ = 0;
  std::vector<std::string_view> words_;  // of the sentence, without quotation marks
  std::vector<std::uint32_t> places_;    // of each in the sentence
  std::vector<lexicon::Hit> hits_;
  std::vector<Slot> slots_;
};

// The span of tokens [first, last) in the page's text without `proclitics` folded bytes at its beginning.
Span span_of(std::string_view page_text, const sentence::Text& text, std::uint32_t first, std::uint32_t last,
             std::size_t proclitics);

}  // namespace qanat::mention
