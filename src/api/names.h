// What codes are called, in Arabic and in English. Private to the room.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "api/json.h"
#include "base/result.h"
#include "lexicon/lexicon.h"

namespace qanat::api {

struct Name {
  std::string ar, en;  // empty: no list knows it
};

// English names of states, from ICU: long ("United States") and short ("US") ones. Making it costs a few milliseconds.
class EnglishNames {
 public:
  EnglishNames();
  std::string name(std::string_view code) const;  // of an ISO 3166 alpha-3 code; empty: none
  std::string code(std::string_view name) const;  // whatever its case

 private:
  std::unordered_map<std::string, std::string> names_, codes_;
};

// As the door's, without making the English names anew.
Result<std::vector<std::string>> parties_called(const lexicon::Lexicon& lexicon, const EnglishNames& english,
                                                const std::string& name);

// Immutable once made. Arabic names are the lexicon's; English ones of states are ICU's, those of others are made of
// their codes.
class Names {
 public:
  explicit Names(std::shared_ptr<const lexicon::Lexicon> lexicon);
  Name actor(std::string_view code) const;
  Name mechanism(std::string_view id) const;
  // "state", "organisation", "movement", "coalition" or "other".
  const char* kind(std::string_view code) const;
  const lexicon::Lexicon& lexicon() const { return *lexicon_; }
  Result<std::vector<std::string>> parties(const std::string& name) const {
    return parties_called(*lexicon_, english_, name);
  }

 private:
  std::shared_ptr<const lexicon::Lexicon> lexicon_;
  EnglishNames english_;
};

void write_name(JsonWriter& w, std::string_view key, const Name& name);
// "actor", "name" and "kind", without brackets.
void actor_members(JsonWriter& w, const Names& names, std::string_view code);
// The same in brackets.
void write_actor(JsonWriter& w, const Names& names, std::string_view code);

// What a state, rank, kind and so on is called: an id with its two names.
struct Label {
  const char* id;
  const char* ar;
  const char* en;
};
// The lists of the vocabulary by their names ("statuses", "ranks" ...).
struct LabelList {
  const char* name;
  const Label* begin;
  const Label* end;
};
const LabelList* label_lists(std::size_t& count);
// The id itself where no list has it.
std::string_view label(const char* list, std::string_view id, bool arabic);

}  // namespace qanat::api
