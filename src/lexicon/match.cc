// Words -> hits.
#include <algorithm>
#include <tuple>

#include "lexicon/matcher.h"
#include "lexicon/words.h"

namespace qanat::lexicon {
namespace {

constexpr std::size_t kMinAfterPreposition = 3;  // "كلا" is no ك + لا

bool before(const Hit& a, const Hit& b) {
  return std::tie(b.last, a.entry, a.property, a.proclitics, a.inflection, a.form) <
         std::tie(a.last, b.entry, b.property, b.proclitics, b.inflection, b.form);
}

}  // namespace

// One position of the words: every peel of the word there, every path from what is left.
class Matcher::Walk {
 public:
  Walk(const Matcher& matcher, std::span<const std::string_view> words, std::uint32_t first, std::vector<Hit>& out)
      : m_(matcher), words_(words), first_(first), out_(out) {}

  void run() {
    const std::string_view word = words_[first_];
    peel(word, {});
    for (const std::string_view conjunction : {kWaw, kFa}) {
      if (!has_prefix(word, conjunction, kMinStem)) continue;
      peel(word.substr(kLetter), {0, kLetter, true});
    }
  }

 private:
  // Readings of what stands behind the conjunction.
  void peel(std::string_view word, Peeled peeled) {
    look_up(word, peeled);
    if (has_prefix(word, kArticle, kMinStem)) {
      look_up(word.substr(kArticle.size()), with(peeled, kAllowArticle, kArticle));
      return;
    }
    if (has_prefix(word, kLamLam, kMinStem))
      look_up(word.substr(kLamLam.size()), with(peeled, kAllowLam | kAllowArticle, kLamLam));
    peel_preposition(word, kBa, kAllowBaKaf, peeled);
    peel_preposition(word, kKaf, kAllowBaKaf, peeled);
    peel_preposition(word, kLam, kAllowLam, peeled);
    if (has_prefix(word, kSin, kMinAfterPreposition)) look_up(word.substr(kLetter), with(peeled, kAllowSin, kSin));
  }

  void peel_preposition(std::string_view word, std::string_view preposition, std::uint8_t needs, Peeled peeled) {
    if (!has_prefix(word, preposition, kMinAfterPreposition)) return;
    peeled = with(peeled, needs, preposition);
    word.remove_prefix(kLetter);
    look_up(word, peeled);
    if (has_prefix(word, kArticle, kMinStem))
      look_up(word.substr(kArticle.size()), with(peeled, kAllowArticle, kArticle));
  }

  static Peeled with(Peeled peeled, std::uint8_t needs, std::string_view bytes) {
    peeled.needs |= needs;
    peeled.bytes = static_cast<std::uint8_t>(peeled.bytes + bytes.size());
    return peeled;
  }

  void look_up(std::string_view stem, Peeled peeled) {
    const std::uint32_t word = m_.words_.find(stem);
    if (word == kNone) return;
    const Roots& roots = m_.roots_[word];
    follow(roots[kBlind], kBlind, peeled);
    follow(roots[kExact], kExact, peeled);
  }

  void follow(std::uint32_t node, Trie trie, Peeled peeled) {
    for (std::uint32_t last = first_ + 1; node != kNone; ++last) {
      emit(node, last, peeled);
      if (!m_.nodes_[node].goes_on || last >= words_.size()) return;
      const std::uint32_t word = number_behind(words_[last], trie);
      if (word == kNone) return;
      node = m_.steps_.find(node, word);
    }
  }

  std::uint32_t number_behind(std::string_view word, Trie trie) const {
    if (trie == kExact) return m_.words_.find(word);
    return m_.words_.find(BlindKey(word).view());
  }

  void emit(std::uint32_t node, std::uint32_t last, Peeled peeled) {
    for (std::uint32_t i = m_.nodes_[node].readings; i != kNone; i = m_.readings_[i].next) {
      const Reading& r = m_.readings_[i];
      if ((peeled.needs & ~r.allows) != 0) continue;
      const bool holds_lam = (r.allows & kHoldsLam) != 0;
      Hit& hit = out_.emplace_back();
      hit.first = first_;
      hit.last = last;
      hit.entry = r.entry;
      hit.form = r.form;
      hit.property = r.property;
      hit.inflection = r.inflection;
      hit.proclitics = static_cast<std::uint8_t>(peeled.bytes + (holds_lam ? kLetter : 0));
      hit.conjunction = peeled.conjunction;
      hit.preposition = holds_lam || (peeled.needs & (kAllowBaKaf | kAllowLam)) != 0;
      hit.future = (peeled.needs & kAllowSin) != 0;
      // Behind س no perfect stands, but the first person that it eclipses.
      if (hit.future && r.property == Property::perfect) {
        hit.property = Property::imperfect;
        hit.inflection = kFirstPerson;
      }
      hit.article = (peeled.needs & kAllowArticle) != 0;
    }
  }

  const Matcher& m_;
  std::span<const std::string_view> words_;
  std::uint32_t first_;
  std::vector<Hit>& out_;
};

void Matcher::match(std::span<const std::string_view> words, std::vector<Hit>& out) const {
  for (std::uint32_t first = 0; first < words.size(); ++first) {
    const std::size_t from = out.size();
    Walk(*this, words, first, out).run();
    if (out.size() - from > 1) std::sort(out.begin() + static_cast<std::ptrdiff_t>(from), out.end(), before);
  }
}

}  // namespace qanat::lexicon
