// Parties and persons.
#include <algorithm>
#include <map>

#include "api/lists.h"
#include "api/views.h"
#include "arabic/arabic.h"

namespace qanat::api {
namespace {

constexpr std::size_t kPersons = 20;        // named with a party
constexpr std::size_t kPersonsWhole = 100;  // listed with a party
constexpr std::size_t kMostPartners = 200;

void write_actor_members(JsonWriter& w, Call& call, const BookActor& actor) {
  actor_members(w, call.names, actor.actor);
  w.member("channels", actor.channels.size()).member("reports", actor.reports).key("persons").begin_array();
  for (std::size_t i = 0; i < std::min(actor.persons.size(), kPersons); ++i)
    w.value(call.book.persons[actor.persons[i]].name);
  w.end_array();
}

void write_person(JsonWriter& w, const BookPerson& person) {
  w.begin_object().member("person", person.name).member("actor", person.actor).key("roles").begin_array();
  for (const auto& [role, times] : person.roles) w.value(role);
  w.end_array()
      .member("reports", person.reports)
      .member("channels", person.channels)
      .member("first", person.first)
      .member("last", person.last)
      .end_object();
}

struct Partner {
  std::string_view actor;
  std::size_t channels = 0;
  int origins = 0;
  const ledger::Channel* latest = nullptr;
};

std::vector<Partner> partners_of(const Book& book, const BookActor& actor) {
  std::map<std::string_view, Partner> found;
  for (const Index number : actor.channels) {
    const ledger::Channel& c = book.channels[number].channel;
    for (const std::string& other : c.key.actors) {
      if (other == actor.actor) continue;
      Partner& p = found[other];
      p.actor = other;
      ++p.channels;
      p.origins += c.origins;
      if (p.latest == nullptr || c.last > p.latest->last) p.latest = &c;
    }
  }
  std::vector<Partner> out;
  out.reserve(found.size());
  for (const auto& [code, partner] : found) out.push_back(partner);
  std::stable_sort(out.begin(), out.end(), [](const Partner& a, const Partner& b) { return a.origins > b.origins; });
  if (out.size() > kMostPartners) out.resize(kMostPartners);
  return out;
}

// Is the party called so, in any language? `folded` is the question, folded; empty asks for all.
bool is_called(const Names& names, const std::string& code, const std::string& folded) {
  if (folded.empty()) return true;
  const Name name = names.actor(code);
  return arabic::fold(code).find(folded) != std::string::npos ||
         arabic::fold(name.ar).find(folded) != std::string::npos ||
         arabic::fold(name.en).find(folded) != std::string::npos;
}

}  // namespace

Answer actors(Call& call) {
  const std::string wanted = arabic::fold(call.params.text("q"));
  std::vector<Index> found;
  for (Index i = 0; i < call.book.actors.size(); ++i)
    if (is_called(call.names, call.book.actors[i].actor, wanted)) found.push_back(i);
  const Slice page = slice(call.params, found.size(), [&](std::size_t i) {
    const BookActor& a = call.book.actors[found[i]];
    return Key{-a.reports, a.actor};
  });
  if (call.params.trouble()) return *call.params.trouble();
  JsonWriter w;
  w.begin_object();
  page_members(w, found.size(), page, [&](std::size_t i) {
    w.begin_object();
    write_actor_members(w, call, call.book.actors[found[i]]);
    w.end_object();
  });
  w.end_object();
  return json_answer(w.take());
}

Answer actor(Call& call) {
  const auto codes = call.names.parties(call.ids[0]);
  const Index number =
      codes && codes.value().size() == 1 ? call.book.actor(codes.value().front()) : call.book.actor(call.ids[0]);
  if (number == kNone) return not_found("no party '" + call.ids[0] + "' in this ledger; /api/v1/actors lists them");
  const BookActor& actor = call.book.actors[number];
  std::optional<Date> first;
  std::optional<Date> last;
  std::map<report::State, std::size_t> states;
  for (const Index c : actor.channels) {
    const ledger::Channel& channel = call.book.channels[c].channel;
    if (channel.first && (!first || *channel.first < *first)) first = channel.first;
    last = std::max(last, channel.last);
    if (const auto phase = channel.as_of(std::nullopt)) ++states[phase->state];
  }
  JsonWriter w;
  w.begin_object();
  write_actor_members(w, call, actor);
  w.member("first", first).member("last", last).key("statuses").begin_array();
  for (const auto& [state, count] : states)
    w.begin_object().member("status", report::to_string(state)).member("channels", count).end_object();
  w.end_array().key("partners").begin_array();
  for (const Partner& p : partners_of(call.book, actor)) {
    const auto phase = p.latest->as_of(std::nullopt);
    w.begin_object().member("actor", p.actor);
    write_name(w, "name", call.names.actor(p.actor));
    w.member("channels", p.channels)
        .member("origins", p.origins)
        .member("last", p.latest->last)
        .text_or_null("status", phase ? report::to_string(phase->state) : "")
        .end_object();
  }
  w.end_array().key("person_list").begin_array();
  for (std::size_t i = 0; i < std::min(actor.persons.size(), kPersonsWhole); ++i)
    write_person(w, call.book.persons[actor.persons[i]]);
  w.end_array().end_object();
  return json_answer(w.take());
}

Answer persons(Call& call) {
  const std::vector<Index> found = list_persons(call);
  // Of equally many reports, by party, then by name: no code holds what stands between them.
  std::vector<std::string> names;
  names.reserve(found.size());
  for (const Index i : found) names.push_back(call.book.persons[i].actor + "\x1f" + call.book.persons[i].name);
  const Slice page = slice(call.params, found.size(), [&](std::size_t i) {
    return Key{-call.book.persons[found[i]].reports, names[i]};
  });
  if (call.params.trouble()) return *call.params.trouble();
  JsonWriter w;
  w.begin_object();
  page_members(w, found.size(), page, [&](std::size_t i) { write_person(w, call.book.persons[found[i]]); });
  w.end_object();
  return json_answer(w.take());
}

}  // namespace qanat::api
