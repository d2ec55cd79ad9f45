// Who is said to say what stands at a contact word. Private to the room.
//
// A verb of saying has a subject ("قال [وزير الخارجية] إن") and a reach: what follows its "أن", its colon, its
// quotation mark or the verb itself. What the reach of no verb holds may be credited behind it ("، بحسب الكرملين"), or
// stand in a quotation that began in a sentence before. "وأضاف" goes on with whoever spoke last.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "report/clause.h"

namespace qanat::report {

enum class Manner : std::uint8_t {
  none,
  that,       // "قال X إن ..."
  quotation,  // "قال X: ..."
  object,     // "أعلن X عقد ...", "نفى X وجود ..."
  according,  // "بحسب X", "وفق ما أعلن X"
  behind,     // "...، قال X"
  of_it,      // "وعن ...، قال X إن": of what he speaks
  called,     // "دعا X إلى ...": who calls for it says so
  reported,   // "نقلت الوكالة عن X قوله إن"
  runs_on,    // in a quotation that was open before the sentence
};
const char* to_string(Manner manner);

struct Voice {
  std::int32_t party = -1;  // index into mentions().parties; -1: nobody is said to speak
  Manner manner = Manner::none;
  bool goes_on = false;  // the sentence does not name who speaks: "وأضاف"
  // Is this mention named there as the one who speaks?
  bool names(std::uint32_t mention) const { return !goes_on && party == static_cast<std::int32_t>(mention); }
};

// What a mention is to the one who speaks: "he", "his" (another mention of the same actor), "another", or "nobody"
// where none speaks.
std::string_view voice_name(const Scene& scene, const Voice& voice, const mention::Party& party);

// All speech of one article.
class Voices {
 public:
  explicit Voices(const Scene& scene);
  Voice of(const mention::Contact& contact) const;

 private:
  // A word of saying, and what it says.
  struct Speech {
    std::uint32_t sentence = 0;
    std::uint32_t word = 0;
    std::uint32_t body = 0;  // token that what is said begins with
    Voice voice;
  };
  void listen(std::uint32_t sentence);
  bool comes_in_statement(std::uint32_t sentence, std::uint32_t token) const;
  void hear_verb(std::uint32_t sentence, const mention::Cue& cue);
  void hear_source(std::uint32_t sentence, std::uint32_t token);
  void hear_report(std::uint32_t sentence, std::uint32_t token);
  std::int32_t subject_behind(std::uint32_t sentence, std::uint32_t token, std::uint32_t end) const;
  std::int32_t subject_before(std::uint32_t sentence, std::uint32_t token) const;
  std::uint32_t next_verb(std::uint32_t sentence, std::uint32_t token) const;
  std::int32_t first_named(std::uint32_t sentence, std::uint32_t token) const;
  std::int32_t subject_of_participle(std::uint32_t sentence, std::uint32_t token) const;

  const Scene& scene_;
  std::vector<Speech> speeches_;     // in the order of the text
  std::vector<std::size_t> begins_;  // of each sentence in speeches_, and the end of the last
  std::int32_t last_ = -1;           // who spoke last
};

}  // namespace qanat::report
