#include "engine/marks.h"

#include <algorithm>
#include <tuple>

namespace qanat::engine {
namespace {

using mention::CueClass;

Span words(const sentence::Text& text, std::uint32_t first, std::uint32_t last) {
  if (first >= last || last > text.tokens.size()) return {};
  return {text.tokens[first].span.begin, text.tokens[last - 1].span.end};
}

bool says_nothing(CueClass kind) {
  return kind == CueClass::with || kind == CueClass::stop || kind == CueClass::common || kind == CueClass::other;
}

Mark party_mark(const sentence::Text& text, const mention::Party& p) {
  Mark out;
  out.span = words(text, p.first, p.last);
  out.kind = Mark::Kind::party;
  out.what = mention::to_string(p.kind);
  out.actors = p.actors;
  out.role = p.role;
  out.person = p.person;
  return out;
}

Mark named_mark(Span span, Mark::Kind kind, std::string what) {
  Mark out;
  out.span = span;
  out.kind = kind;
  out.what = std::move(what);
  return out;
}

}  // namespace

const char* to_string(Mark::Kind kind) {
  switch (kind) {
    case Mark::Kind::party:
      return "party";
    case Mark::Kind::contact:
      return "contact";
    case Mark::Kind::cue:
      return "cue";
    case Mark::Kind::place:
      return "place";
    case Mark::Kind::agency:
      return "agency";
    case Mark::Kind::mechanism:
      return "mechanism";
  }
  return "party";
}

std::vector<Mark> marks_of(const sentence::Text& text, const mention::Mentions& mentions,
                           const lexicon::Lexicon& lexicon) {
  std::vector<Mark> out;
  for (const mention::Party& p : mentions.parties) out.push_back(party_mark(text, p));
  for (const mention::Contact& c : mentions.contacts)
    out.push_back(named_mark(words(text, c.first, c.last), Mark::Kind::contact, lexicon.entries()[c.entry].id));
  for (const mention::Cue& c : mentions.cues)
    if (!says_nothing(c.kind))
      out.push_back(named_mark(words(text, c.first, c.last), Mark::Kind::cue, mention::to_string(c.kind)));
  for (const mention::Place& p : mentions.places) {
    Mark& mark = out.emplace_back(named_mark(p.span, Mark::Kind::place, p.capital ? "capital" : "place"));
    if (!p.state.empty()) mark.actors.push_back(p.state);
  }
  for (const mention::Named& n : mentions.agencies)
    out.push_back(named_mark(n.span, Mark::Kind::agency, lexicon.entries()[n.entry].id));
  for (const mention::Named& n : mentions.mechanisms)
    out.push_back(named_mark(n.span, Mark::Kind::mechanism, lexicon.entries()[n.entry].id));
  std::erase_if(out, [](const Mark& m) { return m.span.empty(); });
  std::stable_sort(out.begin(), out.end(), [](const Mark& a, const Mark& b) {
    return std::tuple(a.span.begin, b.span.end) < std::tuple(b.span.begin, a.span.end);
  });
  return out;
}

}  // namespace qanat::engine
