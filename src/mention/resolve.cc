#include "mention/resolve.h"

#include <algorithm>

#include "arabic/arabic.h"

namespace qanat::mention {
namespace {

constexpr std::uint32_t kReach = 6;  // sentences that a reference looks back

// Do the two roles name the same office, one perhaps more loosely ("الوزير" for the foreign minister)?
bool same_office(std::string_view loose, std::string_view exact) {
  if (loose == exact) return true;
  return loose == "minister" && (exact == "foreign_minister" || exact == "defence_minister" || exact == "deputy_minister");
}

bool has_person(const Party& p) { return p.kind == PartyKind::person || p.kind == PartyKind::office; }

// One that a pair can stand for: not a mere adjective or place.
bool stands_alone(const Party& p) {
  return !p.actors.empty() && p.kind != PartyKind::pair && p.kind != PartyKind::group && p.actors.size() == 1;
}

// The full name of each person: a surname takes the name as it was first written in full.
void complete_names(std::vector<Party>& parties) {
  struct Full {
    std::string folded;
    std::string written;
    std::int32_t entry;
    std::string actor;
  };
  std::vector<Full> full;
  for (const Party& p : parties) {
    if (p.person.empty() || p.person.find(' ') == std::string::npos) continue;
    const std::string folded = arabic::fold(p.person);
    const auto same = [&](const Full& f) {
      return (p.entry >= 0 && f.entry == p.entry) || f.folded == folded;
    };
    if (std::none_of(full.begin(), full.end(), same))
      full.push_back({folded, p.person, p.entry, p.actors.empty() ? std::string() : p.actors.front()});
  }
  for (Party& p : parties) {
    if (p.person.empty()) continue;
    const std::string folded = arabic::fold(p.person);
    for (const Full& f : full) {
      const bool same = (p.entry >= 0 && f.entry == p.entry) || f.folded == folded ||
                        (p.entry < 0 && !p.actors.empty() && f.actor == p.actors.front() && f.folded.ends_with(" " + folded));
      if (!same) continue;
      p.person = f.written;
      break;
    }
  }
}

}  // namespace

void resolve(const sentence::Text& text, std::vector<Party>& parties) {
  (void)text;
  complete_names(parties);
  for (std::size_t i = 0; i < parties.size(); ++i) {
    Party& p = parties[i];
    const auto near = [&](const Party& q) { return q.sentence + kReach >= p.sentence; };

    if (p.counterpart && p.role.empty()) {
      for (std::size_t k = i; k-- > 0 && near(parties[k]);) {
        const Party& q = parties[k];
        if (q.role.empty() || q.role == "spokesperson" || q.role == "official") continue;
        p.role = q.role;
        break;
      }
    }
    if (p.kind == PartyKind::title && p.actors.empty() && !p.several) {
      for (std::size_t k = i; k-- > 0 && near(parties[k]);) {
        const Party& q = parties[k];
        if (q.actors.size() != 1 || !has_person(q) || q.counterpart != p.counterpart || !same_office(p.role, q.role))
          continue;
        p.actors = q.actors;
        p.role = q.role;
        p.person = q.person;
        p.entry = q.entry;
        break;
      }
    }
    if (p.kind == PartyKind::pair && p.actors.empty()) {
      // The last two actors named that can stand alone, people before places.
      std::vector<std::string> strong;
      std::vector<std::string> weak;
      for (std::size_t k = i; k-- > 0 && near(parties[k]) && strong.size() < 2;) {
        const Party& q = parties[k];
        if (!stands_alone(q)) continue;
        auto& list = q.kind == PartyKind::nisba || q.kind == PartyKind::capital ? weak : strong;
        if (std::find(list.begin(), list.end(), q.actors.front()) == list.end()) list.push_back(q.actors.front());
      }
      for (const std::string& a : weak)
        if (strong.size() < 2 && std::find(strong.begin(), strong.end(), a) == strong.end()) strong.push_back(a);
      if (strong.size() == 2) p.actors = {strong[1], strong[0]};
    }
  }
  // An office whose holder the article names elsewhere.
  for (Party& p : parties) {
    if (p.kind != PartyKind::office || p.several || p.actors.size() != 1 || p.former) continue;
    for (const Party& q : parties) {
      if (q.person.empty() || q.actors != p.actors || q.role != p.role || q.former) continue;
      if (p.role == "minister" || p.role == "envoy" || p.role == "diplomat" || p.role == "delegation" ||
          p.role == "official" || p.role == "legislature" || p.role == "military")
        continue;
      p.person = q.person;
      p.entry = q.entry;
      break;
    }
  }
}

}  // namespace qanat::mention
