// One sentence cut into clauses, and what each of its parties is in its own: subject, object, behind which preposition.
// Private to the room.
//
// No parser: clauses begin at the words that open them ("أن", "التي", "، مضيفا"), at a verb where the clause has one,
// and at a quotation; an aside between commas ("، الذي وصل أمس،") ends with them. A party is what stands before it
// makes it; those tied to one another ("مع السيسي ونظيره، وكذلك الأمين العام") are what the first of them is.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "report/clause.h"

namespace qanat::report {

// What a clause begins with.
enum class Opener : std::uint8_t { start, that, relative, link, verb, joined, participle, quotation };

class Syntax {
 public:
  Syntax(const Scene& scene, std::uint32_t sentence);

  const Clauses& clauses() const { return clauses_; }

  // Who does what the clause of a contact word tells, and how many clauses farther out he is named; -1: nobody.
  struct Agent {
    std::int32_t party = -1;  // index into mentions().parties
    int out = 0;
  };
  Agent agent(const mention::Contact& contact) const;

  // Of a party of this sentence, by its index into mentions().parties. "subject", "object", "front" (before the verb),
  // "of" (of a noun), "nisba", "apart" or the preposition; "+" behind it: a noun stands between.
  std::string_view slot(std::uint32_t party) const { return spots_[party - range_.first].slot; }
  // The first of those that it is tied to, or itself.
  std::uint32_t head(std::uint32_t party) const { return spots_[party - range_.first].head; }
  // The verb of its clause; empty: there is none.
  std::string_view verb(std::uint32_t party) const;
  // From the contact word's clause up to the one that holds both, and down to the party's: "that/relative"; "/" where
  // both stand in one.
  std::string way(const mention::Contact& contact, std::uint32_t party) const;
  // The same from one contact word of the sentence to another.
  std::string way(const mention::Contact& from, const mention::Contact& to) const;
  // Which contact word the party hangs on by its preposition: "own", "other" or "none"; "relation": on what is between
  // two and no contact ("الأزمة بين").
  std::string_view host(const mention::Contact& contact, std::uint32_t party) const;

 private:
  struct Section {
    Opener opener = Opener::start;
    std::int32_t outer = -1;    // the clause that it stands in
    std::int64_t verb = -1;     // token
    std::int32_t subject = -1;  // party
    std::int32_t on = -1;       // the contact word that a relative clause describes: its first token
    bool aside = false;         // ends with the next comma
  };
  struct Spot {
    std::uint32_t head = 0;
    std::int64_t governor = -1;  // the token that makes it what it is
    std::string slot;
  };

  void cut();
  void tie();
  void place(std::uint32_t party);
  void find_subjects();
  std::string way_to_section(const mention::Contact& contact, std::int32_t to) const;
  std::int32_t open(Opener opener, std::int32_t outer);
  std::int32_t frame_of(std::int32_t section) const;  // the quotation, or the sentence, that it stands in
  std::int32_t described_contact(std::uint32_t token) const;
  bool opens_with_verb(std::uint32_t token) const;
  bool is_joined_verb(std::uint32_t token) const;
  bool are_tied(std::uint32_t a, std::uint32_t b) const;
  bool stands_aside(std::uint32_t token) const { return aside_[token - first_]; }
  std::int32_t section(std::uint32_t token) const { return section_of_[token - first_]; }
  std::string_view word(std::int64_t token) const { return scene_.word(sentence_, token); }

  const Scene& scene_;
  const std::uint32_t sentence_;
  const std::uint32_t first_;
  const std::uint32_t last_;
  const Scene::Range range_;
  const Clauses clauses_;
  std::vector<bool> aside_;               // times
  std::vector<Section> sections_;         // the sentence itself first
  std::vector<std::int32_t> section_of_;  // by token
  std::vector<Spot> spots_;               // by party of the sentence
};

}  // namespace qanat::report
