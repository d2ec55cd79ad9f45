#include "api/event_codes.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "api/names.h"

namespace qanat::api {
namespace {

using report::Form;
using report::Part;
using report::State;

constexpr std::string_view kOrganisation = "IGO";

constexpr std::array<std::pair<std::string_view, const char*>, 5> kOrganisations = {
    {{"EU", "IGOEUREEC"}, {"IAEA", "IGOUNOIAE"}, {"LAS", "IGOMEAARL"}, {"NATO", "IGOWSTNAT"}, {"UN", "IGOUNO"}}};

// Ranks that act for another branch than the government.
constexpr std::array<std::pair<std::string_view, const char*>, 3> kBranches = {
    {{"intelligence", "SPY"}, {"legislature", "LEG"}, {"military", "MIL"}}};

bool has_mediator(const ledger::Contact& contact) {
  return std::any_of(contact.parties.begin(), contact.parties.end(),
                     [](const report::Party& p) { return p.part == Part::mediator; });
}

std::size_t parties_of(const ledger::Contact& contact) {
  return static_cast<std::size_t>(std::count_if(contact.parties.begin(), contact.parties.end(),
                                                [](const report::Party& p) { return p.part == Part::party; }));
}

const char* mode_of(const ledger::Contact& contact) {
  constexpr std::size_t kTwo = 2;
  if (contact.form == Form::call) return "phone";
  if (contact.form == Form::visit) return "visit";
  if (contact.form == Form::mediation || has_mediator(contact)) return "third-party";
  return parties_of(contact) > kTwo ? "multilateral" : "";
}

const char* consult_code(Form form) {
  switch (form) {
    case Form::call:
      return "041";  // discuss by telephone
    case Form::visit:
      return "042";  // make a visit
    case Form::mediation:
      return "045";  // mediate
    case Form::talks:
      return "046";  // engage in negotiation
    case Form::contact:
    case Form::message:
    case Form::meeting:
      return "040";  // consult, not specified below
  }
  return "040";
}

}  // namespace

EventCode event_code(const ledger::Contact& contact) {
  const bool mediates = contact.form == Form::mediation;
  switch (contact.state) {
    case State::held:
    case State::ongoing:
      return {"CONSULT", mode_of(contact), consult_code(contact.form)};
    case State::scheduled:
      return {"AGREE", "", mediates ? "039" : "036"};  // express intent to mediate, to meet or negotiate
    case State::proposed:
      return {"REQUEST", "", mediates ? "028" : "026"};  // appeal to accept mediation, to meet or negotiate
    case State::refused:
      return {"REJECT", "", mediates ? "126" : "125"};  // reject mediation, a proposal to meet
    case State::suspended:
      return {"SANCTION", "discontinue", mediates ? "165" : "164"};  // halt mediation, negotiations
    case State::premature:
    case State::absent:
    case State::stalled:
      return {};
  }
  return {};
}

std::string cameo_actor(const lexicon::Lexicon& lexicon, const report::Party& party) {
  for (const auto& [code, cameo] : kOrganisations)
    if (party.actor == code) return cameo;
  if (party.actor.ends_with(lexicon::kOpposition))
    return party.actor.substr(0, party.actor.size() - lexicon::kOpposition.size()) + "OPP";
  const lexicon::Entry* entry = lexicon.actor(party.actor);
  if (entry == nullptr) return {};
  if (entry->kind == lexicon::Kind::organisation) return std::string(kOrganisation);
  if (entry->kind != lexicon::Kind::state) return entry->state;  // where it is at home
  for (const auto& [role, branch] : kBranches)
    if (party.role == role) return party.actor + branch;
  return party.role.empty() ? party.actor : party.actor + "GOV";
}

}  // namespace qanat::api
