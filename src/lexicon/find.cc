// Hits as lines, for a person.
#include <string>
#include <vector>

#include "lexicon/lexicon.h"
#include "lexicon/source.h"
#include "lexicon/words.h"

namespace qanat::lexicon {
namespace {

std::string marks(const Hit& hit) {
  std::string out;
  const auto mark = [&out](bool is_set, const char* name) {
    if (is_set) out += std::string(" +") + name;
  };
  mark(hit.conjunction, "conjunction");
  mark(hit.preposition, "preposition");
  mark(hit.future, "future");
  mark(hit.article, "article");
  mark((hit.inflection & kFeminine) != 0, "feminine");
  mark((hit.inflection & kDual) != 0, "dual");
  mark((hit.inflection & kPlural) != 0, "plural");
  mark((hit.inflection & kPronoun) != 0, "pronoun");
  mark((hit.inflection & kFirstPerson) != 0, "first_person");
  return out;
}

}  // namespace

std::string find(const Lexicon& lexicon, std::string_view text) {
  const std::vector<std::string> words = split_folded(text);
  const std::vector<std::string_view> views(words.begin(), words.end());
  std::vector<Hit> hits;
  lexicon.match(views, hits);
  std::string out;
  for (const Hit& hit : hits) {
    const Entry& entry = lexicon.entries()[hit.entry];
    const Form& form = lexicon.forms()[hit.form];
    out += '[' + std::to_string(hit.first) + ',' + std::to_string(hit.last) + ") ";
    out += std::string(to_string(entry.kind)) + ' ' + entry.id + ' ' + to_string(hit.property) + marks(hit);
    out += "  " + place(entry.file, form.line) + "  " + form.text + '\n';
  }
  return out;
}

}  // namespace qanat::lexicon
