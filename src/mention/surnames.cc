#include "mention/surnames.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "arabic/arabic.h"
#include "mention/merge.h"
#include "mention/name_words.h"
#include "mention/slots.h"

namespace qanat::mention {
namespace {

using arabic::kLetter;
constexpr std::string_view kAlef = "ا";
constexpr std::string_view kPreposition = "علي";  // "على" is folded as the name is

struct Bearer {
  std::uint32_t entry = 0;
  const lexicon::Office* office = nullptr;
};

class SurnameReader {
 public:
  SurnameReader(const Finder& finder, std::string_view page_text, const sentence::Text& text, Date published,
                const std::vector<bool>& taken, const Mentions& mentions)
      : finder_(finder), page_text_(page_text), text_(text), published_(published), taken_(taken), mentions_(mentions) {
    for (const Party& p : mentions.parties) std::fill(taken_.begin() + p.first, taken_.begin() + p.last, true);
    opens_.assign(text.tokens.size() + 1, false);
    for (const Contact& c : mentions.contacts) note(c.first, c.last);
    for (const Cue& c : mentions.cues) {
      if (c.kind == CueClass::say || c.kind == CueClass::according) note(c.first, c.last);
    }
  }

  std::vector<Party> read() {
    std::vector<Party> found;
    for (std::uint32_t s = 0; s < text_.sentences.size(); ++s) {
      const sentence::Sentence& sentence = text_.sentences[s];
      for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
        // Most articles have none, and most words stand where none could.
        if (is_word(t) && (!found.empty() || is_open(sentence, t))) read_word(sentence, s, t, found);
      }
    }
    return found;
  }

 private:
  void note(std::uint32_t first, std::uint32_t last) {
    std::fill(taken_.begin() + first, taken_.begin() + last, true);
    opens_[last] = true;
  }
  bool is_word(std::uint32_t t) const { return text_.tokens[t].kind == sentence::Token::Kind::word; }
  std::string_view word(std::uint32_t t) const { return text_.word(text_.tokens[t]); }

  // A word as a name: what is left of it, and how many bytes of proclitics before that. Empty: no part of any.
  struct Reading {
    std::string name;
    std::size_t proclitic = 0;
    bool swallowed = false;  // "للأسد" has the article of "الأسد", but not its alef
  };
  Reading reading(std::uint32_t t) const {
    const std::string_view w = word(t);
    const NameWords& names = finder_.name_words();
    if (w != kPreposition && names.part(w)) return {std::string(w), 0, false};
    if (w.size() <= kLetter || !(w.starts_with("و") || w.starts_with("ل") || w.starts_with("ب"))) return {};
    const bool swallowed = w.starts_with("لل");
    std::string name(swallowed ? kAlef : std::string_view());
    name += w.substr(kLetter);
    if (name == kPreposition || !names.part(name)) return {};
    return {std::move(name), kLetter, swallowed};
  }

  void read_word(const sentence::Sentence& sentence, std::uint32_t s, std::uint32_t t, std::vector<Party>& found) {
    const Reading r = reading(t);
    if (r.name.empty()) return;
    auto [it, first] = known_.try_emplace(r.name);
    if (first) {
      const bool joined = r.proclitic > 0 && word(t).starts_with("و");
      const bool open = joined ? follows_another(t, found) : is_open(sentence, t) && (r.proclitic == 0 || opens_[t]);
      if (open && !taken_[t] && !goes_on(sentence, t, r.name)) {
        const Bearer bearer = bearer_of(r.name);
        if (bearer.office != nullptr && !stands_before(r.name, t)) it->second = bearer;
      }
    }
    if (it->second.office == nullptr || taken_[t]) return;
    found.push_back(party(it->second, s, t, r.proclitic));
    if (r.swallowed) found.back().person.insert(0, kAlef);
  }

  // Is the name among the words before `t`?
  bool stands_before(std::string_view name, std::uint32_t t) const {
    const std::string_view tail = name.starts_with("ال") ? name.substr(2 * kLetter) : name;
    for (std::uint32_t k = 0; k < t; ++k)
      if (is_word(k) && word(k).ends_with(tail) && reading(k).name == name) return true;
    return false;
  }

  // "أولمرت" in "عباس وأولمرت".
  static bool follows_another(std::uint32_t t, const std::vector<Party>& found) {
    return !found.empty() && found.back().last == t;
  }

  // May somebody be named at `t`: behind a contact word, a verb of speech, "مع", "بين"?
  bool is_open(const sentence::Sentence& sentence, std::uint32_t t) const {
    if (t == sentence.first) return false;
    if (opens_[t]) return true;
    const std::string_view before = word(t - 1);
    if (before == "مع" || before == "بين") return true;
    return opens_[t - 1] && (before == "من" || before == "الي");
  }

  // "عباس زكي": a first name.
  bool goes_on(const sentence::Sentence& sentence, std::uint32_t t, std::string_view name) const {
    if (t + 1 >= sentence.last || !is_word(t + 1) || taken_[t + 1]) return false;
    return finder_.name_words().part(word(t + 1)) && finder_.name_words().given(name);
  }

  Bearer bearer_of(std::string_view name) {
    if (actors_.empty()) {
      for (const Party& p : mentions_.parties) actors_.insert(p.actors.begin(), p.actors.end());
      for (const Place& p : mentions_.places) actors_.insert(p.state);
    }
    Bearer out;
    for (const std::uint32_t entry : finder_.name_words().bearers(name)) {
      for (const lexicon::Office& o : finder_.lexicon().entries()[entry].offices) {
        const bool leads = o.role == "leader" || o.role == "foreign_minister" || o.role == "org_head";
        if (!leads || !o.covers(published_)) continue;
        const lexicon::Entry* actor = finder_.lexicon().actor(o.actor);
        if (actor == nullptr || !actors_.contains(actor->code())) continue;
        if (out.office != nullptr && out.entry != entry) return {};  // two of that name
        out = {entry, &o};
      }
    }
    return out;
  }

  Party party(const Bearer& bearer, std::uint32_t s, std::uint32_t t, std::size_t skip) const {
    Party p;
    p.kind = PartyKind::person;
    p.first = t;
    p.last = t + 1;
    p.sentence = s;
    p.actors.push_back(finder_.lexicon().actor(bearer.office->actor)->code());
    p.role = bearer.office->role;
    p.entry = static_cast<std::int32_t>(bearer.entry);
    p.person = slice(page_text_, span_of(page_text_, text_, t, t + 1, skip));
    p.conjunction = skip > 0 && word(t).starts_with("و");
    p.preposition = skip > 0 && !p.conjunction;
    return p;
  }

  const Finder& finder_;
  std::string_view page_text_;
  const sentence::Text& text_;
  Date published_;
  std::vector<bool> taken_;
  std::vector<bool> opens_;  // by token: what stands before it lets somebody follow
  const Mentions& mentions_;
  std::unordered_set<std::string> actors_;         // that the article names
  std::unordered_map<std::string, Bearer> known_;  // by surname; without an office: not believed
};

}  // namespace

void recognise_surnames(const Finder& finder, std::string_view page_text, const sentence::Text& text,
                        std::optional<Date> published, const std::vector<bool>& taken, Mentions& mentions) {
  if (!published) return;
  merge_in(SurnameReader(finder, page_text, text, *published, taken, mentions).read(), mentions.parties);
}

}  // namespace qanat::mention
