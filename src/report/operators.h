// What single words do to the contact word that they govern. Private to the room.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "report/clause.h"
#include "report/scope.h"

namespace qanat::report {

// Words that the walks of scope.cc tell apart; folded, without "و" and "ف" before them.
bool is_negation(std::string_view word);     // "لا", "لم", "دون"
bool is_hypothesis(std::string_view word);   // "إذا", "لو"
bool is_preposition(std::string_view word);  // "في", "إلى"
// What hangs on these stands beside the clause's verb, not under it.
bool is_beside(std::string_view word);  // "منذ", "رغم"
bool is_during(std::string_view word);  // "خلال", "في مستهل"
bool is_after(std::string_view word);   // "بعد", "عقب"
bool is_was(std::string_view word);     // "كان", "يكون"

// Refused, absent and the like: what acts on these from farther out seldom changes them.
bool is_negative(Verdict verdict);

// One sentence, seen from one of its contact words. Tokens are of that sentence.
class Operators {
 public:
  Operators(const Scene& scene, const Clauses& clauses, const mention::Contact& contact);

  std::uint32_t first() const { return first_; }
  std::uint32_t last() const { return last_; }
  // Where what is told of begins: "[الجولة الرابعة من] المحادثات".
  std::uint32_t head() const;
  // Folded, without "و" and "ف"; a mark's own where there is no such token.
  std::string_view word(std::int64_t token) const;
  bool has(std::uint32_t token, mention::CueClass k) const { return scene_.has_cue(token, k); }
  // Wished for or planned: what may take its object with "ل".
  bool looks_ahead(std::uint32_t token) const {
    return has(token, mention::CueClass::propose) || has(token, mention::CueClass::plan);
  }
  lexicon::Property cue_property(std::uint32_t token) const { return cues_[token - first_]; }
  bool is_comma(std::uint32_t token) const { return scene_.is_comma(token); }
  // Names, places and times: whoever and whatever is in between.
  bool stands_aside(std::uint32_t token) const {
    return aside_[token - first_] || clauses_.gloss(token) == Gloss::name;
  }
  // A contact word that only says that what it governs takes place: "عقد", "أجرى".
  bool only_holds(std::uint32_t token) const { return contacts_[token - first_] == Part::holds; }
  // What begins here and holds its own negation: "لا جدوى من", "ليس واردا" refuse, "لا أساس ل" denies; nullopt:
  // nothing.
  std::optional<Verdict> negated_phrase(std::uint32_t token) const;
  // Says the verb that its subject takes place: "[يعقد]" of "اللقاء لم يعقد"?
  bool occurs(std::uint32_t token) const;
  bool negated(std::uint32_t token) const;  // also past "وجود", "أي"
  // Does it say what the verb before it is done to, though it is spelled as a verb is: "رفض الوزير طلبا"?
  bool is_object(std::uint32_t token) const;
  // Is there a negated verb before the token, with its subject between: "لم تؤكد بكين [بعد]"?
  bool denied_before(std::uint32_t token) const;
  bool is_being(std::int64_t token) const;  // "وجود أي", "إجراء"
  // Hangs the word on "ل": "للقاء", "لإجراء محادثات"?
  bool aims(std::uint32_t token) const;
  // "الأخبار التي راجت في الصحف [بشأن]": the news that the preposition at `token` says the matter of. `token` where
  // there is none.
  std::uint32_t news_before(std::uint32_t token) const;
  // Does nothing stand before the token but a mark?
  bool opens(std::uint32_t token) const { return token == first_ || scene_.is_punctuation(token - 1); }

  // Is it neither a contact word nor a cue that says when, whether or by whom?
  bool acts_on_nothing(std::uint32_t token) const {
    return contacts_[token - first_] == Part::none && !acts_[token - first_];
  }
  // What the word at `token` makes of `inner`, all that is nearer to the contact word; nullopt: it is no operator.
  std::optional<Verdict> act(std::uint32_t token, Verdict inner) const;

 private:
  enum class Part : std::uint8_t { none, contact, holds };

  bool was(std::uint32_t token) const;
  bool is_holding_noun(std::uint32_t token) const;
  std::optional<Verdict> act_by_verb(std::uint32_t token) const;

  const Scene& scene_;
  const Clauses& clauses_;
  const mention::Contact& contact_;
  std::uint32_t first_;
  std::uint32_t last_;
  std::vector<bool> aside_;
  std::vector<bool> acts_;               // begins here a cue that says when, whether or by whom?
  std::vector<lexicon::Property> cues_;  // of the cue that begins at each token; name: none does
  std::vector<Part> contacts_;           // of the contact word that begins at each token
};

}  // namespace qanat::report
