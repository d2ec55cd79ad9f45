// What the fold weighs: every window, weight and table of the room, each with its reason. Nothing else in the room
// holds a number of this kind.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "report/report.h"

namespace qanat::ledger {

using report::Form;
using report::State;

// ---- windows, in days ------------------------------------------------------------------------------------------

// Two stated days: papers on two sides of midnight, or of an ocean, date one meeting a day apart.
inline constexpr int kStatedDays = 1;
// Where one of the two is only a publication date: news of a contact runs for about three days, weekend included.
inline constexpr int kReportedDays = 3;
// An announcement without a day ("soon", "in the coming days") is for about a week ahead.
inline constexpr int kAnnouncedDays = 7;
// A stated stretch longer than this says "some time in"; it is matched like a month, not like a day.
inline constexpr int kLongestStretch = 14;
// Two statements contradict one another only while both are news. Later, the second one is a change, not a conflict.
inline constexpr int kConflictDays = 3;

// ---- bounds ----------------------------------------------------------------------------------------------------

// Contacts that one entry is compared with. A day of one channel holds a handful; more is a flood, and then a contact
// too many does less harm than a fold that does not end.
inline constexpr std::size_t kMostCandidates = 64;
// Contacts in reach of an entry's days that are looked at at all, for the same reason.
inline constexpr std::size_t kMostInReach = 1024;
// Entries of one state that a contradicting one is compared with, latest first.
inline constexpr std::size_t kMostRecent = 8;

// ---- forms -----------------------------------------------------------------------------------------------------

constexpr std::uint16_t bit(Form form) { return static_cast<std::uint16_t>(1U << static_cast<unsigned>(form)); }
constexpr std::uint16_t bit(State state) { return static_cast<std::uint16_t>(1U << static_cast<unsigned>(state)); }

// Forms under which two articles may tell of one contact.
constexpr std::uint16_t compatible_forms(Form form) {
  switch (form) {
    // "Contacts" is how the press sums up calls, messages and talks; a meeting or a visit it calls by its name.
    case Form::contact:
      return bit(Form::contact) | bit(Form::call) | bit(Form::message) | bit(Form::talks);
    case Form::call:
      return bit(Form::call) | bit(Form::contact);
    case Form::message:
      return bit(Form::message) | bit(Form::contact);
    // One encounter is a meeting to one paper, talks to the next, and a visit to a third.
    case Form::meeting:
      return bit(Form::meeting) | bit(Form::visit) | bit(Form::talks);
    case Form::visit:
      return bit(Form::visit) | bit(Form::meeting) | bit(Form::talks);
    case Form::talks:
      return bit(Form::talks) | bit(Form::meeting) | bit(Form::visit) | bit(Form::contact);
    // Carrying between two sides is not what the two sides do themselves.
    case Form::mediation:
      return bit(Form::mediation);
  }
  return 0;
}

// Of two forms told equally often, the one that says more names the contact. Higher says more.
constexpr int says(Form form) {
  switch (form) {
    case Form::contact:
      return 0;
    case Form::talks:
      return 1;
    case Form::mediation:
      return 2;
    case Form::message:
      return 3;
    case Form::call:
      return 4;
    case Form::visit:
      return 5;
    case Form::meeting:
      return 6;
  }
  return 0;
}

// ---- states ----------------------------------------------------------------------------------------------------

// States through which one contact may pass, so that entries that say so are gathered in one. What cannot both hold
// is never gathered: each side keeps its contact, and a conflict joins them.
constexpr std::uint16_t compatible_states(State state) {
  // Planned, then under way or over, or broken off on the way.
  constexpr std::uint16_t kRun =
      bit(State::proposed) | bit(State::scheduled) | bit(State::ongoing) | bit(State::held) | bit(State::stalled);
  switch (state) {
    case State::held:
      return kRun;
    case State::ongoing:
    case State::stalled:
      return kRun | bit(State::suspended);
    case State::scheduled:
    case State::proposed:
      return kRun | bit(State::suspended) | bit(State::refused) | bit(State::premature);
    // What is put off or broken off had been planned or begun; it has not been held.
    case State::suspended:
      return bit(State::suspended) | bit(State::proposed) | bit(State::scheduled) | bit(State::ongoing) |
             bit(State::stalled);
    // A proposal is answered with a refusal or with "too early": still the same contact.
    case State::refused:
    case State::premature:
      return bit(State::refused) | bit(State::premature) | bit(State::proposed) | bit(State::scheduled);
    case State::absent:
      return bit(State::absent);
  }
  return 0;
}

// Of several states told on one day by equally many, the one that the channel is said to be in. Higher wins: what is
// or was outweighs what was broken off or denied, and that outweighs what may be.
constexpr int weight(State state) {
  switch (state) {
    case State::ongoing:
      return 8;
    case State::held:
      return 7;
    case State::suspended:
      return 6;
    case State::stalled:
      return 5;
    case State::refused:
      return 4;
    case State::absent:
      return 3;
    case State::scheduled:
      return 2;
    case State::premature:
      return 1;
    case State::proposed:
      return 0;
  }
  return 0;
}

// ---- conflicts -------------------------------------------------------------------------------------------------

// Can two reports on one channel, of about the same time, both hold?
enum class Clash : std::uint8_t {
  no,
  yes,        // not while both are news (kConflictDays)
  same_day,   // not of one day; some days later it is a change of mind or of fortune (kStatedDays)
  same_time,  // not where both state the time of the contact, and it is the same one
};

struct ClashRule {
  State denial;
  State other;
  Clash clash;
};

// The denial first. Pairs that are not listed can both hold: a proposal may be refused, a visit that is put off may be
// set again, talks that stand still go on.
inline constexpr std::array<ClashRule, 10> kClashes = {{
    {State::absent, State::held, Clash::yes},               // it did not happen; it did
    {State::absent, State::ongoing, Clash::yes},            // there is none; it goes on
    {State::absent, State::stalled, Clash::yes},            // there is none; it is under way without progress
    {State::refused, State::held, Clash::same_day},         // they will not meet; they met
    {State::refused, State::ongoing, Clash::same_day},      // they will not talk; they are talking
    {State::refused, State::scheduled, Clash::same_day},    // ruled out; a day is set
    {State::premature, State::ongoing, Clash::same_day},    // too early to speak of; under way
    {State::premature, State::scheduled, Clash::same_day},  // too early to speak of; a day is set
    {State::suspended, State::ongoing, Clash::same_day},    // broken off; goes on
    {State::suspended, State::held, Clash::same_time},      // called off; took place. A round before the break is none
}};

constexpr Clash clash(State a, State b) {
  for (const ClashRule& rule : kClashes)
    if ((rule.denial == a && rule.other == b) || (rule.denial == b && rule.other == a)) return rule.clash;
  return Clash::no;
}

// Does the denial of one form speak of the other? Who denies contacts denies every form of them; who denies a meeting
// says nothing of calls, nor of contacts in general.
constexpr bool denies(Form denied, Form other) {
  if (denied == Form::contact) return true;
  return other != Form::contact && (compatible_forms(denied) & bit(other)) != 0;
}

}  // namespace qanat::ledger
