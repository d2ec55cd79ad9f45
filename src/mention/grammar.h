// Composition of parties out of what the lexicon knows: first pass. Private to the room.
//
// Each idea is a file: names.cc (a person's name, known or not), office.cc (one office and its holder), several.cc
// (offices in the dual and plural, counterparts, and who is listed behind them), institution.cc (bodies), grammar.cc
// (which of them begins at a token).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "arabic/arabic.h"
#include "mention/mention.h"
#include "mention/slots.h"

namespace qanat::mention {

using arabic::kLetter;

// Where the grammar reads. Tokens are numbers of the text; those outside the sentence have no word and no hits.
struct Context {
  const Finder& finder;
  std::string_view page_text;
  const sentence::Text& text;
  std::optional<Date> published;
  const Slots& slots;
  std::uint32_t sentence = 0;

  bool inside(std::uint32_t t) const { return t >= slots.first() && t < slots.last(); }
  bool is_word(std::uint32_t t) const { return inside(t) && text.tokens[t].kind == sentence::Token::Kind::word; }
  std::string_view word(std::uint32_t t) const { return inside(t) ? text.word(text.tokens[t]) : std::string_view{}; }
  std::string_view raw(std::uint32_t t) const { return slice(page_text, text.tokens[t].span); }
  // A comma, or the stroke of "الرئيس / فلان", that may stand inside a party.
  bool is_comma(std::uint32_t t) const;
  // A hyphen that ties the words around it into one: "جونغ-أون".
  bool is_hyphen(std::uint32_t t) const;
  bool begins(std::uint32_t t, CueClass k) const { return inside(t) && slots[t].begins(k); }
  // The token behind the cues that begin at `t`, at least the next one.
  std::uint32_t behind_cue(std::uint32_t t) const { return std::max(t + 1, slots[t].cue_end); }
  const lexicon::Hit* hit(std::uint32_t t, Category k) const { return slots.hit(t, k); }
  // The longest name of an actor (name, seat, capital) at `t`; nullptr where there is none.
  const lexicon::Hit* actor(std::uint32_t t) const;
  const lexicon::Entry& entry(const lexicon::Hit& h) const { return finder.lexicon().entries()[h.entry]; }
};

bool has_article(std::string_view word);        // "الوزير"
bool has_glued_article(std::string_view word);  // "والوزير", "بالوزير", "للوزير"

// ---- names ---------------------------------------------------------------------------------------------------------

// The office that a person holds on that day: the one that covers it, else the nearest in time; without a day the
// latest. nullptr where the person has none. `actor`, if not empty, narrows to offices of that actor.
const lexicon::Office* office_of(const lexicon::Entry& person, std::optional<Date> day, std::string_view actor = {});

// How much must speak for it before words that the lexicon does not know are taken for a name.
enum class Trust : std::uint8_t {
  known,  // only persons of the lexicon
  given,  // two words at least, the first of them a first name
  any,    // whatever does not look like another word: right behind "وزير الخارجية النرويجي"
};
// Sets the party's person from the tokens at `t`; gives the token behind the name, or `t` where there is none.
std::uint32_t take_name(const Context& c, std::uint32_t t, Trust trust, Party& party);
// A surname that is too little to know a man by, unless his office stands before it: "الرئيس مبارك". He must hold the
// party's office on the day of publication. An index into entries(); -1: nobody known.
std::int32_t bearer_at(const Context& c, std::uint32_t t, const Party& party);
// The person of the lexicon at `t`, unless the words there belong to a longer name or to none; nullptr where none is.
const lexicon::Hit* person_at(const Context& c, std::uint32_t t);
// Of several persons with the name of that hit ("الملك عبد الله") the one who is meant, as an index into entries(): of
// those with an office of `actor` (empty: any) who holds it on the day of publication, or whose state, or a
// place in it, the sentence names.
std::uint32_t choose_person(const Context& c, const lexicon::Hit& h, std::string_view actor);
// Adds what is known of the party's person: actor, and the role where none or a loose one is said.
void fill_from_person(const Context& c, Party& party);

// ---- what a party is made of ---------------------------------------------------------------------------------------

// Is an actor named here, and not told by the adjective of its state: "سوريا" may be read as both?
bool is_name_of_actor(const Context& c, std::uint32_t t);
// Is it the title of one person, not of two or several?
bool is_one_person(const lexicon::Hit& title);

// A title that says what a man is, and not what he does: "السفير", "اللواء".
bool is_grade(const Context& c, const lexicon::Hit& title);

// All of these append what they read at `t` to `out` and give the token behind it; `t` where they read nothing.
std::uint32_t read_office(const Context& c, std::uint32_t t, const lexicon::Hit& title, std::vector<Party>& out);
std::uint32_t read_several(const Context& c, std::uint32_t t, const lexicon::Hit& title, std::vector<Party>& out);
std::uint32_t read_counterpart(const Context& c, std::uint32_t t, std::vector<Party>& out);
// "… والتركي مولود جاويش أوغلو" behind a party whose office it shares.
std::uint32_t read_fellows(const Context& c, std::uint32_t t, std::vector<Party>& out);
std::uint32_t read_institution(const Context& c, std::uint32_t t, std::vector<Party>& out);
std::uint32_t read_parties(const Context& c, std::uint32_t t, std::vector<Party>& out);

// A role that says little of its holder: a known office of the person says more.
bool is_loose(std::string_view role);
// What the office means for that actor: who leads a movement is its head, no head of state.
void settle_role(const Context& c, Party& party);

}  // namespace qanat::mention
