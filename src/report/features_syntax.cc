// What a party is in its clause, and how that clause stands to the contact word's.
#include "report/frame.h"
#include "report/syntax.h"

namespace qanat::report {

void syntax_features(const Scene& scene, const mention::Contact& c, std::uint32_t party, learn::Features& out) {
  const Syntax& syntax = scene.syntax(c.sentence);
  const mention::Party& p = scene.mentions().parties[party];
  const std::string_view id = scene.lexicon().entries()[c.entry].id;
  const std::string_view form = form_name(id);
  const std::string_view property = property_name(c);
  const std::string_view kind = to_string(p.kind);
  const std::string_view side = p.first < c.first ? "L" : "R";

  const std::string_view slot = syntax.slot(party);
  const std::string way = syntax.way(c, party);
  const std::string_view host = syntax.host(c, party);
  const Syntax::Agent agent = syntax.agent(c);
  std::string_view acts = "nobody";
  if (agent.party >= 0) {
    const mention::Party& a = scene.mentions().parties[static_cast<std::size_t>(agent.party)];
    const bool is = syntax.head(party) == static_cast<std::uint32_t>(agent.party);
    acts = is ? "he" : a.actors == p.actors ? "his" : "another";
  }
  const std::string_view out_by = few_name(static_cast<std::size_t>(agent.out));

  out.add("way=", way, "|", side);
  out.add("way,kind=", way, "|", side, kind);
  out.add("slot,way=", slot, "|", way, "|", side);
  out.add("slot,way,property=", slot, "|", way, "|", side, property);
  out.add("slot,way,form=", slot, "|", way, "|", side, form);
  out.add("slot,host=", slot, "|", host, "|", side);
  out.add("slot,host,way=", slot, host, "|", side, way);
  out.add("slot,host,form=", slot, host, "|", side, form);
  out.add("slot,id=", slot, "|", side, id);
  out.add("slot,kind=", slot, "|", side, kind);
  out.add("agent=", acts, out_by, "|", side);
  out.add("agent,property=", acts, out_by, "|", side, property);
  out.add("agent,id=", acts, "|", id);
  out.add("agent,slot=", acts, out_by, "|", slot);
  out.add("agent,kind=", acts, out_by, "|", kind);
  const std::string_view verb = syntax.verb(party);
  if (slot == "subject" || slot == "front") out.add("does=", verb, "|", way);
  if (slot == "object") out.add("done to=", verb, "|", way);
}

}  // namespace qanat::report
