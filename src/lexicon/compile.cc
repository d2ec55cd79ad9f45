// Forms -> tries.
#include <bit>
#include <string>

#include "arabic/arabic.h"
#include "lexicon/matcher.h"
#include "lexicon/words.h"

namespace qanat::lexicon {
namespace {

// Unpointed, "ألتقي" and "التقى" are one. Of one verb's two readings the press means "he met", but not behind the س of
// the future: "سألتقي".
template <class Reading>
bool eclipses(const Reading& a, const Reading& b) {
  return a.property == Property::perfect && (a.inflection & kFirstPerson) == 0 && b.property == Property::imperfect &&
         (b.inflection & kFirstPerson) != 0 && (b.inflection & kPlural) == 0;
}

// How far a spelling is from the plain form. A pronoun is the least likely way to read one: "استقبلنا" is "we
// received", "وزيره" as folding leaves it is "وزيرة".
int distance(std::uint8_t inflection) {
  constexpr int kPronounDistance = 4;
  return std::popcount(static_cast<unsigned>(inflection & ~kPronoun)) +
         ((inflection & kPronoun) != 0 ? kPronounDistance : 0);
}

}  // namespace

Matcher::Matcher(const std::vector<Entry>& entries, const std::vector<Form>& forms) {
  std::vector<Variant> variants;
  for (std::uint32_t i = 0; i < forms.size(); ++i) {
    variants.clear();
    inflect(entries[forms[i].entry].kind, forms[i].property, forms[i].text, variants);
    for (const Variant& variant : variants) add(variant, i, forms[i]);
  }
}

void Matcher::add(const Variant& variant, std::uint32_t form, const Form& written) {
  const Trie trie = written.property == Property::word ? kExact : kBlind;
  std::uint32_t node = kNone;
  std::string folded;
  for (const std::string& spelled : variant.words) {
    folded.clear();
    arabic::fold_to(spelled, folded);
    if (folded.empty()) continue;
    if (node == kNone) {
      const std::uint32_t word = words_.add(folded);
      if (word >= roots_.size()) roots_.resize(word + 1, {kNone, kNone});
      if (roots_[word][trie] == kNone) roots_[word][trie] = add_node();
      node = roots_[word][trie];
      continue;
    }
    const BlindKey blind(folded);
    const std::uint32_t word = words_.add(trie == kBlind ? blind.view() : std::string_view(folded));
    if (word >= roots_.size()) roots_.resize(word + 1, {kNone, kNone});
    std::uint32_t to = steps_.find(node, word);
    if (to == kNone) {
      to = add_node();
      steps_.add(node, word, to);
      nodes_[node].goes_on = true;
    }
    node = to;
  }
  if (node == kNone) return;
  add_reading(node, {written.entry, form, kNone, written.property, variant.inflection, variant.allows});
}

std::uint32_t Matcher::add_node() {
  nodes_.emplace_back();
  return static_cast<std::uint32_t>(nodes_.size() - 1);
}

// One spelling may come out of an entry's property in several ways ("زيارتي": my visit, two visits of ...). The
// plainest stays, since the others are there only because a rule can make them.
void Matcher::add_reading(std::uint32_t node, const Reading& reading) {
  for (std::uint32_t i = nodes_[node].readings; i != kNone; i = readings_[i].next) {
    Reading& held = readings_[i];
    if (held.entry != reading.entry) continue;
    if (eclipses(held, reading)) {
      held.allows |= kAllowSin;
      return;
    }
    const bool same = held.property == reading.property && (held.allows & kHoldsLam) == (reading.allows & kHoldsLam);
    if (!same && !eclipses(reading, held)) continue;
    const std::uint32_t next = held.next;
    if (same && held.inflection == reading.inflection) {
      held.allows |= reading.allows;
    } else if (!same || distance(reading.inflection) < distance(held.inflection)) {
      held = reading;
      held.next = next;
      if (!same) held.allows |= kAllowSin;
    }
    return;
  }
  readings_.push_back(reading);
  readings_.back().next = nodes_[node].readings;
  nodes_[node].readings = static_cast<std::uint32_t>(readings_.size() - 1);
}

}  // namespace qanat::lexicon
