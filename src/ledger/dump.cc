#include "ledger/ledger.h"

namespace qanat::ledger {
namespace {

std::string day(std::optional<Date> date) { return date ? date->iso() : "-"; }

void add(const Contact& c, std::string& out) {
  out += "  contact ";
  out += c.time ? c.time->iso() : "~" + day(c.reported);
  out += std::string(" ") + to_string(c.form) + " " + to_string(c.state);
  for (const report::Party& p : c.parties) {
    out += " " + p.actor;
    if (!p.role.empty()) out += "/" + p.role;
    if (!p.person.empty()) out += " «" + p.person + "»";
    if (p.part != report::Part::party) out += std::string(" (") + to_string(p.part) + ")";
  }
  if (!c.place.empty()) out += " in «" + c.place + "»";
  if (!c.condition.empty()) out += " if «" + c.condition + "»";
  out += " <";
  for (const std::string& id : c.entries) out += (out.back() == '<' ? "" : " ") + id;
  out += "> origins " + std::to_string(c.origins) + "\n";
}

}  // namespace

std::string dump(const Channel& channel) {
  std::string out = channel.key.text() + ": " + std::to_string(channel.entries) + " entries, " +
                    std::to_string(channel.origins) + " origins, " + day(channel.first) + ".." + day(channel.last) +
                    "\n";
  for (const Phase& p : channel.timeline)
    out += "  " + day(p.since) + " " + to_string(p.state) + " <" + p.entry + ">\n";
  for (const Contact& c : channel.contacts) add(c, out);
  for (const Conflict& c : channel.conflicts)
    out += std::string("  conflict ") + to_string(c.left_state) + " <" + c.left + "> " + to_string(c.right_state) +
           " <" + c.right + ">\n";
  return out;
}

}  // namespace qanat::ledger
