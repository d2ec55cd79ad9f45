// What a person calls a party -> the codes of the ledger.
#include <unicode/locdspnm.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <cctype>

#include "api/api.h"
#include "api/names.h"
#include "arabic/arabic.h"

namespace qanat::api {
namespace {

using lexicon::Entry;
using lexicon::Hit;
using lexicon::Kind;
using lexicon::Property;

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::toupper(c); });
  return text;
}

bool stands_for_parties(const Entry& entry) {
  return entry.kind == Kind::state || entry.kind == Kind::organisation || entry.kind == Kind::movement ||
         entry.kind == Kind::coalition || entry.kind == Kind::group;
}

// A name says more than what stands for it: "عمان" is Oman before it is Jordan's capital.
bool is_name(const Hit& hit) { return hit.property == Property::name || hit.property == Property::synonym; }

// The codes behind an Arabic name; empty where the whole of it names nobody.
std::vector<std::string> by_arabic_name(const lexicon::Lexicon& lexicon, const std::string& name) {
  const std::string folded = arabic::fold(name);
  std::vector<std::string_view> words;
  for (std::string_view rest = folded; !rest.empty();) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    if (end > 0) words.push_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  std::vector<Hit> hits;
  lexicon.match(words, hits);
  const Hit* best = nullptr;
  for (const Hit& hit : hits) {
    const bool whole = hit.first == 0 && hit.last == words.size() && !hit.conjunction && !hit.preposition;
    if (!whole || !stands_for_parties(lexicon.entries()[hit.entry])) continue;
    if (best == nullptr || (is_name(hit) && !is_name(*best))) best = &hit;
  }
  if (best == nullptr) return {};
  const Entry& entry = lexicon.entries()[best->entry];
  if (entry.kind == Kind::group) return entry.members;
  return {entry.code()};
}

}  // namespace

EnglishNames::EnglishNames() {
  UDisplayContext short_names[] = {UDISPCTX_LENGTH_SHORT};
  UDisplayContext full_names[] = {UDISPCTX_LENGTH_FULL};
  const std::unique_ptr<icu::LocaleDisplayNames> lists[] = {
      std::unique_ptr<icu::LocaleDisplayNames>(
          icu::LocaleDisplayNames::createInstance(icu::Locale::getEnglish(), full_names, 1)),
      std::unique_ptr<icu::LocaleDisplayNames>(
          icu::LocaleDisplayNames::createInstance(icu::Locale::getEnglish(), short_names, 1))};
  for (const char* const* country = icu::Locale::getISOCountries(); *country != nullptr; ++country) {
    const std::string code = icu::Locale("und", *country).getISO3Country();
    for (const auto& list : lists) {
      if (!list) continue;
      icu::UnicodeString called;
      std::string english;
      list->regionDisplayName(*country, called).toUTF8String(english);
      names_.emplace(code, english);
      std::string folded;
      codes_.emplace(called.foldCase().toUTF8String(folded), code);
    }
  }
}

std::string EnglishNames::name(std::string_view code) const {
  const auto found = names_.find(std::string(code));
  return found == names_.end() ? std::string() : found->second;
}

std::string EnglishNames::code(std::string_view name) const {
  std::string folded;
  icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<int32_t>(name.size())))
      .foldCase()
      .toUTF8String(folded);
  const auto found = codes_.find(folded);
  return found == codes_.end() ? std::string() : found->second;
}

Result<std::vector<std::string>> parties_called(const lexicon::Lexicon& lexicon, const std::string& name) {
  return parties_called(lexicon, EnglishNames(), name);
}

Result<std::vector<std::string>> parties_called(const lexicon::Lexicon& lexicon, const EnglishNames& english,
                                                const std::string& name) {
  const std::string code = upper(name);
  if (lexicon.actor(code) != nullptr) return std::vector<std::string>{code};
  // Parties that no list knows are named as they were written.
  if (name.starts_with("X:") || code.ends_with(lexicon::kOpposition))
    return std::vector<std::string>{name.starts_with("X:") ? name : code};
  if (auto codes = by_arabic_name(lexicon, name); !codes.empty()) return codes;
  if (const std::string state = english.code(name); !state.empty()) return std::vector<std::string>{state};
  return Error{"nobody known is called '" + name +
               "'; `qanat actors` lists who is in the ledger, `qanat lexicon find NAME` looks a name up"};
}

}  // namespace qanat::api
