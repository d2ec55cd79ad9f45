#include <algorithm>
#include <unordered_map>

#include "mention/bodies.h"
#include "mention/grammar.h"
#include "mention/home.h"
#include "mention/learned.h"
#include "mention/name_words.h"
#include "mention/resolve.h"
#include "mention/surnames.h"

namespace qanat::mention {
namespace {

using lexicon::Hit;
using lexicon::Kind;

struct ClassName {
  std::string_view id;
  CueClass kind;
};
constexpr ClassName kClassNames[] = {
    {"negation", CueClass::negation},
    {"denial", CueClass::denial},
    {"refusal", CueClass::refusal},
    {"cancel", CueClass::cancel},
    {"fail", CueClass::fail},
    {"stall", CueClass::stall},
    {"premature", CueClass::premature},
    {"possible", CueClass::possible},
    {"propose", CueClass::propose},
    {"plan", CueClass::plan},
    {"begin", CueClass::begin},
    {"continue", CueClass::going_on},
    {"resume", CueClass::resume},
    {"finish", CueClass::finish},
    {"before", CueClass::before},
    {"past", CueClass::past},
    {"future", CueClass::future},
    {"condition", CueClass::condition},
    {"speech.say", CueClass::say},
    {"speech.according", CueClass::according},
    {"speech.carry", CueClass::carry},
    {"counterpart", CueClass::counterpart},
    {"inner", CueClass::inner},
    {"institution", CueClass::institution},
    {"anaphor.two", CueClass::anaphor_two},
    {"anaphor.all", CueClass::anaphor_all},
    {"home", CueClass::home},
    {"honoured", CueClass::honoured},
    {"honorific", CueClass::honorific},
    {"with", CueClass::with},
    {"topic.sport", CueClass::sport},
    {"topic.business", CueClass::business},
    {"topic.culture", CueClass::culture},
    {"topic.home", CueClass::home_affairs},
    {"stop", CueClass::stop},
    {"adjective", CueClass::adjective},
    {"common", CueClass::common},
};

// Is there something that begins at the token without a conjunction peeled off? "وزارة" is a ministry sooner than "and
// he visited it".
bool reads_plainly(const Slots& slots, std::uint32_t token) {
  return std::any_of(slots.hits().begin(), slots.hits().end(),
                     [&](const Hit& h) { return h.first == token && !h.conjunction && h.proclitics == 0; });
}

// Of two readings of one word the plainer: "دعوة" is an invitation sooner than "they called him", "توجه" is "he went"
// sooner than "she addresses".
const Hit& plainest(const Slots& slots, const lexicon::Lexicon& lexicon, const Hit& hit) {
  const auto same = [&](const Hit& h) {
    return h.first == hit.first && h.last == hit.last && lexicon.entries()[h.entry].kind == Kind::contact;
  };
  for (const Hit& h : slots.hits()) {
    if (!same(h)) continue;
    const bool noun = h.property == lexicon::Property::noun && (h.inflection & lexicon::kPronoun) == 0;
    if ((hit.inflection & lexicon::kPronoun) != 0 && noun) return h;
    if (hit.property == lexicon::Property::imperfect && h.property == lexicon::Property::perfect && h.inflection == 0)
      return h;
  }
  return hit;
}

// "للقاهرة" holds the article of "القاهرة", but not its alef; "للجنة" not even all three lams. Empty where the span
// says it all.
std::string whole_name(const Context& c, const Hit& h, Span span) {
  constexpr std::string_view kArticle = "ال";
  constexpr std::string_view kLam = "ل";
  constexpr std::string_view kBoth = "لل";
  const std::string_view form = c.finder.lexicon().forms()[h.form].text;
  if (!h.preposition || !(h.article || form.starts_with(kArticle))) return {};
  std::string_view raw = slice(c.page_text, {c.text.tokens[h.first].span.begin, span.end});
  if (h.conjunction) raw.remove_prefix(std::min(raw.size(), kLetter));
  if (!raw.starts_with(kBoth)) return {};
  const bool three = form.starts_with("الل") || (!form.starts_with(kArticle) && form.starts_with(kLam));
  return std::string(kArticle).append(raw.substr(three ? kLam.size() : kBoth.size()));
}

Named named(const Context& c, const Hit& h) {
  const Span span = span_of(c.page_text, c.text, h.first, h.last, h.proclitics);
  return {h.first, h.last, c.sentence, h.entry, span, whole_name(c, h, span), h.preposition};
}

// "الليبي الليبي", "الفلسطينية – الفلسطينية": the token behind the second one; 0 where it is said but once.
std::uint32_t said_twice(const Context& c, const Hit& nisba) {
  const bool dash = c.inside(nisba.last) && (c.raw(nisba.last) == "-" || c.raw(nisba.last) == "–");
  const Hit* again = c.hit(dash ? nisba.last + 1 : nisba.last, Category::nisba);
  const bool same = again != nullptr && again->entry == nisba.entry && !again->conjunction && !again->preposition;
  return same ? again->last : 0;
}

// The state within which all sides of a conflict are; empty: it goes beyond one.
std::string_view home_of(const lexicon::Lexicon& lexicon, const lexicon::Entry& conflict) {
  std::string_view home;
  for (const std::string& member : conflict.members) {
    const lexicon::Entry* e = lexicon.actor(member);
    if (e == nullptr) return {};
    const std::string_view at = e->kind == Kind::state ? e->id : e->state;
    if (at.empty() || (!home.empty() && at != home)) return {};
    home = at;
  }
  return home;
}

// What the lexicon names that is no party: contact words, cues, places, agencies, mechanisms.
void note_rest(const Context& c, const Slots& slots, Mentions& out) {
  const lexicon::Lexicon& lexicon = c.finder.lexicon();
  std::uint32_t contact_end = 0;
  std::uint32_t twice_end = 0;
  for (const Hit& h : slots.hits()) {
    const lexicon::Entry& e = lexicon.entries()[h.entry];
    switch (e.kind) {
      case Kind::contact: {
        // Hits come longest first: "مؤتمر صحفي" hides "مؤتمر".
        if (h.first < contact_end || (h.conjunction && reads_plainly(slots, h.first))) break;
        contact_end = h.last;
        const Hit& w = plainest(slots, lexicon, h);
        out.contacts.push_back({w.first, w.last, c.sentence, w.entry, w.property, w.inflection, w.conjunction,
                                w.preposition, w.future, w.article});
        break;
      }
      case Kind::cue:
        out.cues.push_back({h.first, h.last, c.finder.cue_class(h.entry), h.property, h.inflection});
        break;
      case Kind::agency:
        out.agencies.push_back(named(c, h));
        break;
      case Kind::mechanism:
        out.mechanisms.push_back(named(c, h));
        break;
      case Kind::conflict:
        out.conflicts.push_back(named(c, h));
        break;
      case Kind::place:
      case Kind::state: {
        const bool state = e.kind == Kind::state;
        const bool capital = h.property == lexicon::Property::capital;
        const bool seat = state && h.property == lexicon::Property::seat;
        if (state && !capital && !seat && h.property != lexicon::Property::name &&
            h.property != lexicon::Property::guarded && h.property != lexicon::Property::synonym)
          break;
        // The article belongs to a place's name ("الرياض"), prepositions do not.
        const std::size_t proclitics = h.article && h.proclitics >= 4 ? std::size_t{h.proclitics} - 4 : h.proclitics;
        const Span span = span_of(c.page_text, c.text, h.first, h.last, proclitics);
        out.places.push_back({h.first, h.last, c.sentence, span, whole_name(c, h, span), state ? e.id : e.state,
                              capital, state && !capital && !seat, seat, h.preposition});
        break;
      }
      default:
        break;
    }
    if (h.property == lexicon::Property::nisba && e.kind == Kind::state && h.first >= twice_end) {
      if (const std::uint32_t end = said_twice(c, h); end != 0) {
        twice_end = end;
        const std::int32_t conflict = c.finder.inner_conflict(h.entry);
        const Span span = span_of(c.page_text, c.text, h.first, end, h.proclitics);
        if (conflict >= 0)
          out.conflicts.push_back({h.first, end, c.sentence, static_cast<std::uint32_t>(conflict), span, {}, false});
      }
    }
  }
}

}  // namespace

const char* to_string(CueClass c) {
  for (const ClassName& n : kClassNames)
    if (n.kind == c) return n.id.data();
  return "other";
}

Finder::Finder(std::shared_ptr<const lexicon::Lexicon> lexicon)
    : lexicon_(std::move(lexicon)), name_words_(std::make_shared<const NameWords>(*lexicon_)) {
  cue_classes_.reserve(lexicon_->entries().size());
  for (const lexicon::Entry& e : lexicon_->entries()) {
    CueClass found = CueClass::other;
    if (e.kind == Kind::cue)
      for (const ClassName& n : kClassNames)
        if (e.id == n.id || (e.id.starts_with(n.id) && e.id[n.id.size()] == '.')) found = n.kind;
    cue_classes_.push_back(found);
    if (!e.beside.empty()) beside_.push_back(&e);
    const bool company = e.kind == Kind::group || e.kind == Kind::mechanism || e.kind == Kind::conflict;
    if (company && e.members.size() > 2) companies_.push_back(&e);
    if (e.kind != Kind::conflict) continue;
    const std::string_view home = home_of(*lexicon_, e);
    if (!home.empty()) inner_conflicts_.emplace(home, static_cast<std::int32_t>(&e - lexicon_->entries().data()));
  }
}

std::int32_t Finder::inner_conflict(std::uint32_t state) const {
  const auto it = inner_conflicts_.find(lexicon_->entries()[state].id);
  return it == inner_conflicts_.end() ? -1 : it->second;
}

Mentions Finder::find(std::string_view page_text, const sentence::Text& text, std::optional<Date> published) const {
  constexpr std::size_t kTokensAParty = 6;  // about one in so many begins one
  Mentions out;
  out.parties.reserve(text.tokens.size() / kTokensAParty);
  Slots slots;
  LearnedNames names;
  LearnedBodies bodies;
  // First pass: what the lexicon and the grammar give. Tokens that a party took are marked.
  std::vector<bool> taken(text.tokens.size(), false);
  for (std::uint32_t s = 0; s < text.sentences.size(); ++s) {
    const sentence::Sentence& sentence = text.sentences[s];
    slots.fill(*this, page_text, text, sentence);
    const Context context{*this, page_text, text, published, slots, s};
    for (std::uint32_t t = sentence.first; t < sentence.last;) {
      const std::size_t from = out.parties.size();
      const std::uint32_t end = read_parties(context, t, out.parties);
      if (end == t) {
        ++t;
        continue;
      }
      for (std::size_t i = from; i < out.parties.size(); ++i) {
        out.parties[i].sentence = s;
        names.learn(out.parties[i]);
        bodies.learn(text, out.parties[i]);
      }
      // Of a name that nobody is known by, the first word may be whole: "التقى كيم الشهر الماضي".
      const bool nobody = out.parties.size() == from;
      std::fill(taken.begin() + t + (nobody ? 1 : 0), taken.begin() + end, true);
      t = end;
    }
    note_rest(context, slots, out);
  }
  names.recognise(text, taken, out.parties);
  bodies.recognise(text, taken, out.parties);
  recognise_surnames(*this, page_text, text, published, taken, out);
  resolve({*this, text, out.parties, home_of(text, *lexicon_, out)});
  return out;
}

}  // namespace qanat::mention
