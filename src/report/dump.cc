#include "report/report.h"

// NOLINTBEGIN(readability-identifier-naming): the names that embedded.S gives
extern "C" {
extern const char qanat_weights_begin[];
extern const char qanat_weights_end[];
}
// NOLINTEND(readability-identifier-naming)

namespace qanat::report {

Result<learn::Weights> built_in_weights() {
  return learn::Weights::parse(
      {qanat_weights_begin, static_cast<std::size_t>(qanat_weights_end - qanat_weights_begin)});
}

std::string dump(const Report& r) {
  std::string out = std::string(to_string(r.form)) + ' ' + to_string(r.state) + ':';
  for (const Party& p : r.parties) {
    out += ' ' + p.actor;
    if (!p.role.empty()) out += '/' + p.role;
    if (!p.person.empty()) out += " (" + p.person + ')';
    if (p.part != Part::party) out += std::string(" as ") + to_string(p.part);
  }
  if (!r.channel.empty()) out += "; channel " + r.channel;
  if (!r.place.empty()) out += "; in " + r.place;
  if (r.time) out += "; on " + r.time->iso();
  if (r.speaker)
    out += "; says " + r.speaker->actor + (r.speaker->person.empty() ? "" : " (" + r.speaker->person + ')');
  if (!r.via.empty()) out += "; via " + r.via;
  if (!r.condition.empty()) out += "; if " + r.condition;
  return out;
}

}  // namespace qanat::report
