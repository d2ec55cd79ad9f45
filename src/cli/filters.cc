#include "cli/filters.h"

#include <algorithm>

#include "api/api.h"
#include "arabic/arabic.h"

namespace qanat::cli {
namespace {

using report::State;

constexpr State kLastState = State::stalled;

std::string all_states() {
  std::string out;
  for (int i = 0; i <= static_cast<int>(kLastState); ++i) {
    if (i > 0) out += ", ";
    out += report::to_string(static_cast<State>(i));
  }
  return out;
}

std::string all_ranks(const lexicon::Lexicon& lexicon) {
  std::string out;
  for (const lexicon::Entry& e : lexicon.entries()) {
    if (e.kind == lexicon::Kind::role) out += (out.empty() ? "" : ", ") + e.id;
  }
  return out + ", mixed";
}

// Of channels whose parties do not share a rank.
constexpr const char* kMixedRank = "mixed";

}  // namespace

void Filters::add_party(CLI::App& command) {
  command.add_option("--party", parties_, "who takes part: a code or a name; repeated, all of them")
      ->type_name("PARTY")
      ->allow_extra_args(false)
      ->group("Filters");
}

void Filters::add_limit(CLI::App& command) {
  command.add_option("--limit", limit_, "at most N of them")->type_name("N")->check(at_least_zero())->group("Filters");
}

void Filters::add(CLI::App& command) {
  const auto option = [&](const char* name, std::string& value, const char* what, const char* type) {
    command.add_option(name, value, what)->type_name(type)->group("Filters");
  };
  add_party(command);
  option("--person", person_, "part of the name of a person who takes part, in any spelling", "NAME");
  option("--rank", rank_, "rank in which they take part: foreign_minister, intelligence ...", "RANK");
  option("--channel", channel_, "a channel's id, or words of its mechanism's name", "CHANNEL");
  command.add_option("--status", statuses_, "held, ongoing, scheduled ...; repeated, any of them")
      ->type_name("STATUS")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->group("Filters");
  option("--from", from_, "not before this day, month or year", "DAY");
  option("--to", to_, "not after this day, month or year", "DAY");
  option("--publisher", publisher_, "told by this paper", "NAME");
  add_limit(command);
}

Result<When> when_from(const std::string& text) {
  if (const auto when = When::from_iso(text)) return *when;
  return Error{"'" + text + "' is no day; write 2024-01-29, 2024-01 or 2024"};
}

Result<store::Filter> Filters::filter(const Session& session) const {
  store::Filter out;
  if (!parties_.empty() || !rank_.empty()) {
    auto lexicon = session.open_lexicon();
    if (!lexicon) return lexicon.error();
    for (const std::string& name : parties_) {
      auto codes = api::parties_called(**lexicon, name);
      if (!codes) return codes.error();
      out.parties.insert(out.parties.end(), codes->begin(), codes->end());
    }
    if (!rank_.empty() && rank_ != kMixedRank && (*lexicon)->entry(lexicon::Kind::role, rank_) == nullptr)
      return Error{"'" + rank_ + "' is no rank; there are " + all_ranks(**lexicon)};
  }
  for (const std::string& status : statuses_) {
    if (!report::state_from(status)) return Error{"'" + status + "' is no status; there are " + all_states()};
    out.states.push_back(status);
  }
  if (!from_.empty()) {
    const auto when = when_from(from_);
    if (!when) return when.error();
    out.from = when.value().first;
  }
  if (!to_.empty()) {
    const auto when = when_from(to_);
    if (!when) return when.error();
    out.to = when.value().last;
  }
  out.person = person_;
  out.rank = rank_;
  out.channel = channel_;
  out.publisher = publisher_;
  out.limit = limit_;
  return out;
}

bool Filters::given() const {
  const bool named = !parties_.empty() || !statuses_.empty() || !person_.empty() || !rank_.empty() || !channel_.empty();
  return named || !publisher_.empty() || !from_.empty() || !to_.empty() || limit_ > 0;
}

bool passes(const store::Filter& filter, const ledger::Contact& contact) {
  const auto& states = filter.states;
  if (!states.empty() && std::find(states.begin(), states.end(), report::to_string(contact.state)) == states.end())
    return false;
  const std::optional<Date> first = contact.time ? contact.time->first : contact.reported;
  const std::optional<Date> last = contact.time ? contact.time->last : contact.reported;
  if (filter.from && (!last || *last < *filter.from)) return false;
  if (filter.to && (!first || *first > *filter.to)) return false;
  if (filter.person.empty()) return true;
  const std::string wanted = arabic::fold(filter.person);
  return std::any_of(contact.parties.begin(), contact.parties.end(),
                     [&](const report::Party& p) { return arabic::fold(p.person).find(wanted) != std::string::npos; });
}

}  // namespace qanat::cli
