// Sentences -> Mentions: who and what is named, by which words. Stage 4 of the line. Pure.
//
// Two passes over an article. The first finds what the lexicon knows and composes it by grammar: office + state
// ("وزير الخارجية النرويجي") + name, known or not; institution + nisba ("الجانب الروسي"). The second goes back with
// the names that the first has learned from their titles, so that a surname alone is the same person again;
// what it leaves open, the article's own state and those in office on its day may say.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/date.h"
#include "base/span.h"
#include "lexicon/lexicon.h"
#include "sentence/sentence.h"

namespace qanat::mention {

class NameWords;

// What a cue does to the words around it: the first part of its id in lexicon/cues.txt.
enum class CueClass : std::uint8_t {
  negation,
  denial,
  refusal,
  cancel,
  fail,
  stall,
  premature,
  possible,
  propose,
  plan,
  begin,
  going_on,
  resume,
  finish,
  before,
  past,
  future,
  condition,
  say,
  according,
  carry,
  counterpart,
  institution,
  inner,  // bodies and people of one's own side: who meets them stays at home
  anaphor_two,
  anaphor_all,
  home,
  honoured,
  honorific,
  with,
  sport,
  business,
  culture,
  home_affairs,
  stop,
  adjective,
  common,
  other
};
inline constexpr std::size_t kCueClasses = static_cast<std::size_t>(CueClass::other) + 1;
const char* to_string(CueClass c);

enum class PartyKind : std::uint8_t {
  person,       // a name, with or without an office before it
  office,       // an office of a known actor, nobody named: "وزير الخارجية الروسي"
  title,        // an office alone: "الوزير"; actors empty where it could not be resolved
  institution,  // "الحكومة السورية", "الجانب الروسي", "حركة حماس"
  state,        // a state, organisation or movement by its name
  capital,      // "موسكو": the state, or only a place
  seat,         // "الكرملين"
  people,       // "الأتراك", "الحوثيون"
  nisba,        // "التركية" behind a noun that stands for nobody: "القمة الروسية التركية"
  group,        // "الترويكا الأوروبية": several actors
  pair,         // "الجانبان", "الدول الأربع": several actors, named before
  home,         // "بلاده": the state of whoever speaks
};
const char* to_string(PartyKind kind);

// Somebody who could take part in a contact.
struct Party {
  PartyKind kind = PartyKind::state;
  std::uint32_t first = 0;  // tokens [first, last)
  std::uint32_t last = 0;
  std::uint32_t sentence = 0;
  std::vector<std::string> actors;   // codes; mostly one; empty: not resolved
  std::string role;                  // empty: none said or known
  std::string person;                // the name as first written in full in the article; empty: none
  std::vector<std::string> holders;  // of several: who holds the office for each of `actors`, where known; or empty
  // Of a reference to several ("الجانبان"): for each of `actors` the mention before it that says most of who speaks for
  // that actor, as an index into Mentions::parties; -1: none near. Empty where the party is no such reference.
  std::vector<std::int32_t> stands_for;
  std::int32_t entry = -1;   // of the lexicon's person
  bool preposition = false;  // ب ك ل hang on its first word
  bool conjunction = false;  // و ف
  bool counterpart = false;  // "نظيره"
  bool several = false;      // dual or plural: "وزيرا خارجية روسيا وتركيا"
  bool former = false;       // "السابق"
  bool learned = false;      // known by name from earlier in the article
  bool nisba = false;        // the actor is said by a nisba
  bool own = false;          // a pronoun says whose it is: "رئيسها", "بلاده"
  bool referred = false;     // the actors are not said here: taken from what was said before
};

// A contact word.
struct Contact {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t sentence = 0;
  std::uint32_t entry = 0;
  lexicon::Property property = lexicon::Property::noun;
  std::uint8_t inflection = 0;
  bool conjunction = false, preposition = false, future = false, article = false;
};

struct Cue {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  CueClass kind = CueClass::other;
  lexicon::Property property = lexicon::Property::word;
  std::uint8_t inflection = 0;
};

// Where something may take place: a city, a capital, a state.
struct Place {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t sentence = 0;
  Span span;          // without proclitics
  std::string whole;  // the name where the span cannot hold it: "القاهرة" of "للقاهرة"; else empty
  std::string state;  // code; empty: none
  bool capital = false, state_name = false;
  bool seat = false;  // of a state's power: "البيت الأبيض"
  bool preposition = false;
};

// An agency, a standing mechanism or a conflict by its name.
struct Named {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t sentence = 0;
  std::uint32_t entry = 0;
  Span span;          // without proclitics
  std::string whole;  // as of a Place
  bool preposition = false;
};

// The name of a Place or Named, as its page's text has it.
template <class Mention>
std::string_view name_of(std::string_view page_text, const Mention& mention) {
  return mention.whole.empty() ? slice(page_text, mention.span) : std::string_view(mention.whole);
}

struct Mentions {
  std::vector<Party> parties;  // each list by first token
  std::vector<Contact> contacts;
  std::vector<Cue> cues;
  std::vector<Place> places;
  std::vector<Named> agencies;
  std::vector<Named> mechanisms;
  std::vector<Named> conflicts;  // "الصحراء الغربية"; within a state: "الليبي الليبي"
};

// Finds mentions with one lexicon. Thread-safe once made.
class Finder {
 public:
  explicit Finder(std::shared_ptr<const lexicon::Lexicon> lexicon);

  // `published` decides which office a person holds; nullopt: not known, the latest is taken.
  Mentions find(std::string_view page_text, const sentence::Text& text, std::optional<Date> published) const;
  const lexicon::Lexicon& lexicon() const { return *lexicon_; }
  CueClass cue_class(std::uint32_t entry) const { return cue_classes_[entry]; }
  const NameWords& name_words() const { return *name_words_; }
  // Entries that are their members where another actor is named.
  const std::vector<const lexicon::Entry*>& beside() const { return beside_; }
  // The conflict whose sides are all at home in that state, an index into entries() as `state` is; -1: none known.
  std::int32_t inner_conflict(std::uint32_t state) const;
  // Groups, mechanisms and conflicts of three and more.
  const std::vector<const lexicon::Entry*>& companies() const { return companies_; }

 private:
  std::shared_ptr<const lexicon::Lexicon> lexicon_;
  std::shared_ptr<const NameWords> name_words_;
  std::vector<CueClass> cue_classes_;  // by entry
  std::vector<const lexicon::Entry*> beside_;
  std::vector<const lexicon::Entry*> companies_;
  std::unordered_map<std::string_view, std::int32_t> inner_conflicts_;  // by the state's code; into entries()
};

// One line a mention, for `explain` and tests: "person USA foreign_minister «مايك بومبيو»".
std::string dump(std::string_view page_text, const sentence::Text& text, const Mentions& mentions,
                 const lexicon::Lexicon& lexicon);

}  // namespace qanat::mention
