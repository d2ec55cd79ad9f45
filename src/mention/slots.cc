#include "mention/slots.h"

#include <algorithm>
#include <array>

#include "arabic/arabic.h"
#include "base/utf8.h"

namespace qanat::mention {
namespace {

using arabic::kLetter;
using lexicon::Hit;
using lexicon::Kind;
using lexicon::Property;

// nullopt for what begins nothing by itself (contact words and cues are kept apart).
std::optional<Category> category_of(Kind kind, Property property) {
  switch (kind) {
    case Kind::person:
      return Category::person;
    case Kind::role:
      return Category::title;
    case Kind::place:
      return Category::place;
    case Kind::agency:
      return Category::agency;
    case Kind::mechanism:
      return Category::mechanism;
    case Kind::group:
      return Category::group;
    case Kind::contact:
    case Kind::cue:
    case Kind::conflict:
      return std::nullopt;
    default:
      break;
  }
  switch (property) {
    case Property::nisba:
      return Category::nisba;
    case Property::demonym:
      return Category::people;
    case Property::capital:
      return Category::capital;
    case Property::seat:
      return Category::seat;
    default:
      return Category::name;
  }
}

// "وزيرا الخارجية" can be read as an accusative too, but is hardly ever one; "وزيرا" alone mostly is.
bool is_surely_dual(const Hit& h) { return h.property == Property::dual && h.last - h.first > 1; }

// The first hamza on or under an alef, among the word's first letters; empty: none is written there.
std::string_view first_hamza(std::string_view word) {
  constexpr std::size_t kWithin = 10;  // bytes: behind "وبال"
  for (std::size_t at = 0; at + kLetter <= word.size() && at < kWithin; at += kLetter) {
    const std::string_view letter = word.substr(at, kLetter);
    if (letter == "أ" || letter == "إ" || letter == "آ") return letter;
  }
  return {};
}

// Folding makes "أحياء" (quarters) of "إحياء" (revival), and "إليه" (to him) of "آلية" (mechanism). Who writes a hamza
// means it: a hamza below the alef and one above it, or a madda, are different words.
bool is_misspelt(std::string_view raw, std::string_view form) {
  const std::string_view as_written = first_hamza(raw);
  const std::string_view meant = first_hamza(form);
  if (as_written.empty() || meant.empty() || as_written == meant) return false;
  return as_written == "إ" || meant == "إ";
}

bool is_quotation_mark(std::string_view mark) {
  constexpr std::array<std::string_view, 6> kMarks = {"\"", "«", "»", "“", "”", "''"};
  return std::find(kMarks.begin(), kMarks.end(), mark) != kMarks.end();
}

bool is_contact_or_cue(Kind kind) { return kind == Kind::contact || kind == Kind::cue; }

}  // namespace

// Inflection and proclitics make words that are others: "هناك" is "he congratulated you", "إنه" "may I end it". Where
// the lexicon says which word it is with no more proclitics, contact words and cues are not read into it.
void Slots::drop_lookalikes(const lexicon::Lexicon& lexicon) {
  const auto& entries = lexicon.entries();
  std::vector<Hit> plain;
  for (const Hit& h : hits_)
    if (entries[h.entry].kind == Kind::cue && entries[h.entry].id == "lookalike") plain.push_back(h);
  if (plain.empty()) return;
  std::erase_if(hits_, [&](const Hit& h) {
    if (!is_contact_or_cue(entries[h.entry].kind)) return false;
    return std::any_of(plain.begin(), plain.end(), [&](const Hit& p) {
      if (h.entry == p.entry) return true;
      if (h.property == Property::word || h.first < p.first || h.last > p.last) return false;
      return h.first > p.first || p.proclitics <= h.proclitics;
    });
  });
}

// "مجلس الأمن القومي" is a body of one's own, and no "مجلس الأمن".
void Slots::drop_inner(const Finder& finder) {
  const auto& entries = finder.lexicon().entries();
  std::vector<Hit> inner;
  for (const Hit& h : hits_)
    if (entries[h.entry].kind == Kind::cue && finder.cue_class(h.entry) == CueClass::inner) inner.push_back(h);
  if (inner.empty()) return;
  std::erase_if(hits_, [&](const Hit& h) {
    if (entries[h.entry].kind != Kind::organisation) return false;
    return std::any_of(inner.begin(), inner.end(), [&](const Hit& o) { return o.first == h.first && o.last > h.last; });
  });
}

// A name that is another word besides is believed behind a preposition, an office or a body, and beside another name:
// "في مالي", "رئيس مالي", "النيجر ومالي".
void Slots::drop_guarded(const Finder& finder) {
  constexpr std::array<std::string_view, 12> kBefore = {"في",  "الي", "من", "علي",  "عن",  "مع",
                                                        "بين", "لدي", "ضد", "تجاه", "ازا", "ان"};
  const auto& entries = finder.lexicon().entries();
  const auto is_guarded = [](const Hit& h) { return h.property == Property::guarded; };
  if (std::none_of(hits_.begin(), hits_.end(), is_guarded)) return;
  const auto owns = [&](const Hit& h) {
    const lexicon::Entry& e = entries[h.entry];
    if (e.kind == Kind::role) return e.id == "leader" || e.id == "foreign_minister" || e.id == "defence_minister";
    return e.kind == Kind::cue && finder.cue_class(h.entry) == CueClass::institution;
  };
  const auto is_named = [&](const Hit& h) {
    if (!is_guarded(h) || h.preposition) return true;
    for (const Hit& o : hits_) {
      const bool state = entries[o.entry].kind == Kind::state && o.property != Property::nisba && !is_guarded(o);
      if (o.last == h.first && (owns(o) || (state && h.conjunction))) return true;
      if (state && o.first == h.last && o.conjunction) return true;
    }
    if (h.conjunction || h.first == 0) return false;
    const auto before = std::find(places_.begin(), places_.end(), h.first - 1);
    return before != places_.end() &&
           std::find(kBefore.begin(), kBefore.end(), words_[static_cast<std::size_t>(before - places_.begin())]) !=
               kBefore.end();
  };
  std::vector<Hit> kept;
  std::copy_if(hits_.begin(), hits_.end(), std::back_inserter(kept), is_named);
  hits_ = std::move(kept);
}

// Names are put between quotation marks, whole or in part: "صيغة «أستانا»", and their numbers between brackets:
// "مجموعة (5+1)". So the marks are left out of what is matched, but for the one that closes behind a hit what opens
// inside it.
void Slots::match(const lexicon::Lexicon& lexicon, std::string_view page_text, const sentence::Text& text) {
  const auto is_number = [&](std::uint32_t t) {
    return t >= first_ && t < last_ && text.tokens[t].kind == sentence::Token::Kind::number;
  };
  const auto is_mark = [&](std::uint32_t t) {
    if (text.tokens[t].kind != sentence::Token::Kind::punctuation) return false;
    const std::string_view mark = slice(page_text, text.tokens[t].span);
    return is_quotation_mark(mark) || (mark == "(" && is_number(t + 1)) || (mark == ")" && t > 0 && is_number(t - 1));
  };
  words_.clear();
  places_.clear();
  for (std::uint32_t t = first_; t < last_; ++t) {
    if (is_mark(t)) continue;
    words_.push_back(text.word(text.tokens[t]));
    places_.push_back(t - first_);
  }
  hits_.clear();
  lexicon.match(words_, hits_);
  for (Hit& h : hits_) {
    const std::uint32_t words = h.last - h.first;
    h.first = places_[h.first];
    h.last = places_[h.last - 1] + 1;
    // An odd mark within is closed by the one behind, unless that opens what follows: 'شبكة "النيل" المصرية "نعم"'.
    const bool odd = (h.last - h.first - words) % 2 == 1;
    const std::uint32_t behind = first_ + h.last;
    const bool opens = behind + 1 < last_ && text.tokens[behind + 1].quoted;
    if (odd && !opens && behind < last_ && is_mark(behind)) ++h.last;
  }
}

void Slots::fill(const Finder& finder, std::string_view page_text, const sentence::Text& text,
                 const sentence::Sentence& sentence) {
  first_ = sentence.first;
  last_ = sentence.last;
  const lexicon::Lexicon& lexicon = finder.lexicon();
  match(lexicon, page_text, text);
  std::erase_if(hits_, [&](const Hit& h) {
    // "جمعة" is folded as "جمعه" is, and no "he gathered him".
    const bool verb = h.property == Property::perfect || h.property == Property::imperfect;
    if (verb && (h.inflection & lexicon::kPronoun) != 0 &&
        slice(page_text, text.tokens[first_ + h.last - 1].span).ends_with("ة"))
      return true;
    // Verbs change their hamza, and "إن" is as good as "أن" for a word that stands as it is.
    if (h.property != Property::noun || !is_contact_or_cue(lexicon.entries()[h.entry].kind)) return false;
    return is_misspelt(slice(page_text, text.tokens[first_ + h.first].span), lexicon.forms()[h.form].text);
  });
  drop_lookalikes(lexicon);
  drop_inner(finder);
  drop_guarded(finder);

  Slot empty;
  empty.hit.fill(-1);
  slots_.assign(last_ - first_, empty);
  for (std::size_t i = 0; i < hits_.size(); ++i) {
    Hit& h = hits_[i];
    h.first += first_;
    h.last += first_;
    const lexicon::Entry& entry = lexicon.entries()[h.entry];
    Slot& slot = slots_[h.first - first_];
    if (entry.kind == Kind::contact) {
      slot.contact = true;
      continue;
    }
    if (entry.kind == Kind::cue) {
      const std::uint64_t bit = 1ULL << static_cast<unsigned>(finder.cue_class(h.entry));
      slot.cue_begins |= bit;
      slot.cue_end = std::max(slot.cue_end, h.last);
      for (std::uint32_t t = h.first; t < h.last; ++t) slots_[t - first_].cues |= bit;
      continue;
    }
    const auto category = category_of(entry.kind, h.property);
    if (!category) continue;
    std::int32_t& best = slot.hit[static_cast<std::size_t>(*category)];
    if (best < 0 || h.last > hits_[static_cast<std::size_t>(best)].last ||
        (h.last == hits_[static_cast<std::size_t>(best)].last && is_surely_dual(h)))
      best = static_cast<std::int32_t>(i);
  }
}

const Hit* Slots::hit(std::uint32_t token, Category c) const {
  if (token < first_ || token >= last_) return nullptr;
  const std::int32_t i = (*this)[token].at(c);
  return i < 0 ? nullptr : &hits_[static_cast<std::size_t>(i)];
}

Span span_of(std::string_view page_text, const sentence::Text& text, std::uint32_t first, std::uint32_t last,
             std::size_t proclitics) {
  if (first >= last) return {};
  Span out{text.tokens[first].span.begin, text.tokens[last - 1].span.end};
  // Marks and tatweel fold to nothing, so the raw bytes of the proclitics are found by folding letter by letter.
  std::string folded;
  const std::uint32_t end = text.tokens[first].span.end;
  while (folded.size() < proclitics && out.begin < end) {
    const Decoded d = decode_utf8(page_text, out.begin);
    arabic::fold_to(page_text.substr(out.begin, d.size), folded);
    out.begin += d.size;
  }
  return out;
}

}  // namespace qanat::mention
