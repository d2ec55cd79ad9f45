// What words mean: the linguists' text files, read, linted, compiled and matched against a text's words.
// The files' format is lexicon/FORMAT.md. Pure but for load(dir), which reads the files it is pointed at.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/issue.h"
#include "base/result.h"

namespace qanat::lexicon {

enum class Kind : std::uint8_t {
  state,
  organisation,
  movement,
  coalition,
  group,
  person,
  role,
  mechanism,
  place,
  agency,
  contact,   // words that tell of a contact: id "FORM.what", such as "meeting.meet"
  cue,       // words that act on others: id "CLASS" or "CLASS.what", such as "negation", "speech.say"
  conflict,  // rivals who sit across the table: who is meant by "the talks" where nobody is named
};
const char* to_string(Kind kind);

// How the code of a state's opposition ends: "SYR-OPP".
inline constexpr std::string_view kOpposition = "-OPP";

// The property line that a form stands under.
enum class Property : std::uint8_t {
  name,
  nisba,
  demonym,
  capital,
  seat,
  guarded,  // a name that is another word besides: "مالي"
  synonym,  // parties
  title,
  plural,
  dual,  // offices
  noun,
  perfect,
  imperfect,
  participle,  // contact words and cues that inflect
  word,        // cues and contact words that stand as they are
};
const char* to_string(Property property);

// What inflecting added to a form as the linguists wrote it. Bits.
enum Inflection : std::uint8_t {
  kFeminine = 1,
  kDual = 2,
  kPlural = 4,
  kPronoun = 8,       // a pronoun hangs on it: "لقائه", "استقبله"
  kFirstPerson = 16,  // of a verb: "التقينا", "نلتقي"
};

// Held by a person for some time. Both ends are inside; nullopt: open.
struct Office {
  std::string actor;  // "EGY"
  std::string role;   // "foreign_minister"
  std::optional<Date> from;
  std::optional<Date> to;
  bool covers(Date day) const { return (!from || *from <= day) && (!to || day <= *to); }
};

struct Entry {
  Kind kind = Kind::state;
  std::string id;                    // "EGY", "sameh_shoukry", "meeting.meet"
  std::string label;                 // Arabic display name: the first `label` or `name` form
  std::string state;                 // `state CODE`: where it is at home; empty: not said
  std::string role;                  // `rank ROLE` of a mechanism; empty: not said
  std::vector<std::string> members;  // of a group, mechanism or conflict, by Entry::code; empty: not plain
  std::string beside;                // `beside CODE`: an organisation is its members where that actor is named
  bool only_beside = false;          // `beside CODE only`: and nobody where he is not
  std::vector<Office> offices;       // of a person, latest first
  std::string file;                  // where it was written, for messages
  int line = 0;

  // The code that stands for an actor in reports: its id, or "X:" and its Arabic name.
  std::string code() const { return id.starts_with("X:") && !label.empty() ? "X:" + label : id; }
};

// A form as the linguists wrote it.
struct Form {
  std::string text;
  std::uint32_t entry = 0;  // index into Lexicon::entries()
  Property property = Property::name;
  int line = 0;  // in the entry's file
};

// One way to read one or more words.
struct Hit {
  std::uint32_t first = 0;  // words [first, last) of those handed in
  std::uint32_t last = 0;
  std::uint32_t entry = 0;  // index into entries()
  std::uint32_t form = 0;   // index into forms(): the form as written that it was made from
  Property property = Property::name;
  std::uint8_t inflection = 0;  // Inflection bits
  std::uint8_t proclitics = 0;  // bytes of words[first] (folded) taken by و ف ب ك ل س and the article before the form
  bool conjunction = false;  // و or ف is among them
  bool preposition = false;  // ب, ك, ل (or the لل of ل+ال) is among them
  bool future = false;       // the س of a present verb is among them
  bool article = false;      // ال is among them
};

class Lexicon {
 public:
  // The lexicon in the binary. Errors: only a fault in the build; the message names file and line.
  static Result<std::shared_ptr<const Lexicon>> built_in();
  // The *.txt of a folder, in byte order of their names. Errors: not readable, or a line that cannot be read.
  static Result<std::shared_ptr<const Lexicon>> load(const std::string& dir);
  // From one text with "#file NAME" lines between files, as the build joins them.
  static Result<std::shared_ptr<const Lexicon>> parse(std::string_view text);
  virtual ~Lexicon() = default;

  virtual const std::vector<Entry>& entries() const = 0;
  virtual const std::vector<Form>& forms() const = 0;
  // The entry of that kind and id; nullptr where there is none.
  virtual const Entry* entry(Kind kind, std::string_view id) const = 0;
  // The actor entry (state, organisation, movement, coalition) with that code; nullptr where there is none.
  virtual const Entry* actor(std::string_view code) const = 0;

  // The entries of kind conflict, in the order of entries().
  virtual const std::vector<const Entry*>& conflicts() const = 0;

  // Every form that stands in `words`, appended to `out`, sorted by first, then longest first, then entry. `words` are
  // folded words (arabic::fold) of one sentence in order; clitics are still on them. Punctuation marks are words of
  // their own, so that no form runs over a comma. Overlaps are all given: whoever asks decides. Thread-safe. Cost: a
  // few hash look-ups a word.
  virtual void match(std::span<const std::string_view> words, std::vector<Hit>& out) const = 0;

  // hash_hex of the text it was made from.
  virtual const std::string& hash() const = 0;
  // What is wrong with it by FORMAT.md: unsorted, double or ambiguous without need, unknown codes, overlapping offices.
  virtual Issues lint() const = 0;
};

// For a person who looks words up: `text` is folded and split, and every hit is a line, such as
// "[0,2) state EGY name +article +feminine  states.txt:12  مصري".
std::string find(const Lexicon& lexicon, std::string_view text);

// One file of the lexicon, in the order that lint() asks for: entries by kind and id, forms by their folded spelling.
// Comments stay with what follows them; a comment that a blank line parts from the first entry stays on top. Errors: a
// line that is neither head, property, form nor comment; the message names it.
Result<std::string> sort_text(std::string_view file_text);

}  // namespace qanat::lexicon
