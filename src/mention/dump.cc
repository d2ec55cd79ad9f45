#include "mention/mention.h"

namespace qanat::mention {
namespace {

std::string words_of(std::string_view page_text, const sentence::Text& text, std::uint32_t first, std::uint32_t last) {
  if (first >= last) return {};
  const Span span{text.tokens[first].span.begin, text.tokens[last - 1].span.end};
  return "«" + std::string(slice(page_text, span)) + "»";
}

std::string join(const std::vector<std::string>& parts, char with) {
  std::string out;
  for (const std::string& p : parts) {
    if (!out.empty()) out += with;
    out += p;
  }
  return out;
}

}  // namespace

const char* to_string(PartyKind kind) {
  switch (kind) {
    case PartyKind::person:
      return "person";
    case PartyKind::office:
      return "office";
    case PartyKind::title:
      return "title";
    case PartyKind::institution:
      return "institution";
    case PartyKind::state:
      return "state";
    case PartyKind::capital:
      return "capital";
    case PartyKind::seat:
      return "seat";
    case PartyKind::people:
      return "people";
    case PartyKind::nisba:
      return "nisba";
    case PartyKind::group:
      return "group";
    case PartyKind::pair:
      return "pair";
    case PartyKind::home:
      return "home";
  }
  return "state";
}

std::string dump(std::string_view page_text, const sentence::Text& text, const Mentions& mentions,
                 const lexicon::Lexicon& lexicon) {
  std::string out;
  for (const Party& p : mentions.parties) {
    out += to_string(p.kind);
    out += ' ' + (p.actors.empty() ? std::string("?") : join(p.actors, '+'));
    if (!p.role.empty()) out += ' ' + p.role;
    out += ' ' + words_of(page_text, text, p.first, p.last);
    if (!p.person.empty()) out += " = " + p.person;
    if (!p.holders.empty()) out += " = " + join(p.holders, '+');
    out += '\n';
  }
  for (const Contact& c : mentions.contacts)
    out += "contact " + lexicon.entries()[c.entry].id + ' ' + words_of(page_text, text, c.first, c.last) + '\n';
  for (const Cue& c : mentions.cues) {
    if (c.kind == CueClass::with || c.kind == CueClass::stop || c.kind == CueClass::common || c.kind == CueClass::other)
      continue;
    out += std::string("cue ") + to_string(c.kind) + ' ' + words_of(page_text, text, c.first, c.last) + '\n';
  }
  for (const Place& p : mentions.places)
    out += "place " + (p.state.empty() ? std::string("?") : p.state) + " «" + std::string(slice(page_text, p.span)) +
           "»\n";
  for (const Named& n : mentions.agencies)
    out += "agency " + lexicon.entries()[n.entry].id + " «" + std::string(slice(page_text, n.span)) + "»\n";
  for (const Named& n : mentions.conflicts)
    out += "conflict " + lexicon.entries()[n.entry].id + " «" + std::string(slice(page_text, n.span)) + "»\n";
  for (const Named& n : mentions.mechanisms)
    out += "mechanism " + lexicon.entries()[n.entry].id + " «" + std::string(slice(page_text, n.span)) + "»\n";
  return out;
}

}  // namespace qanat::mention
