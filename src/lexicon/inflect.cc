#include "lexicon/inflect.h"

#include "base/utf8.h"
#include "lexicon/endings.h"

namespace qanat::lexicon {
namespace {

constexpr char32_t kTatweel = 0x0640;
constexpr char32_t kFirstVowel = 0x064B;
constexpr char32_t kLastVowel = 0x0652;
constexpr char32_t kSuperscriptAlef = 0x0670;

// Endings go on letters, so vowels and tatweel leave first.
std::string without_tashkil(const std::string& word) {
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    const Decoded d = decode_utf8(word, at);
    if (d.code != kTatweel && d.code != kSuperscriptAlef && (d.code < kFirstVowel || d.code > kLastVowel))
      out.append(word, at, d.size);
    at += d.size;
  }
  return out;
}

// "للأردن" holds the article of "الأردن" and the ل before it in one; a spelling of its own that peeling cannot give.
// Three of them are never written: "للجنة" holds "اللجنة".
void put_after_lam(std::vector<Variant>& out, std::size_t from) {
  const std::size_t to = out.size();
  for (std::size_t i = from; i < to; ++i) {
    if ((out[i].allows & kAllowLam) == 0 || !has_prefix(out[i].words.front(), kArticle, 2)) continue;
    Variant fused = out[i];
    const std::string bare = fused.words.front().substr(kArticle.size());
    fused.words.front() = std::string(bare.starts_with(kLam) ? kLam : kLamLam) + bare;
    fused.allows = kHoldsLam;
    out.push_back(std::move(fused));
  }
}

void inflect_words(Property property, bool is_person, Variants& v) {
  switch (property) {
    case Property::noun:
      return inflect_noun(v);
    case Property::title:
      return inflect_title(v);
    case Property::nisba:
      return inflect_nisba(v);
    case Property::participle:
      return inflect_participle(v);
    case Property::perfect:
      return inflect_perfect(v);
    case Property::imperfect:
      return inflect_imperfect(v);
    case Property::word:
      return v.put(v.words(), 0, kPrepositions);
    case Property::name:
      return v.put(v.words(), 0, is_person ? kPrepositions : kNominal);
    case Property::demonym:
    case Property::capital:
    case Property::seat:
    case Property::guarded:
    case Property::synonym:
    case Property::plural:
    case Property::dual:
      return v.put(v.words(), 0, kNominal);
  }
}

}  // namespace

void inflect(Kind kind, Property property, std::string_view form, std::vector<Variant>& out) {
  Words words = split_words(form);
  for (std::string& word : words) word = without_tashkil(word);
  if (words.empty()) return;
  const std::size_t from = out.size();
  Variants v(std::move(words), out);
  inflect_words(property, kind == Kind::person, v);
  put_after_lam(out, from);
}

}  // namespace qanat::lexicon
