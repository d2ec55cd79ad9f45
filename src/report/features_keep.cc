#include <algorithm>

#include "report/frame.h"

namespace qanat::report {
namespace {

std::string_view likeness_name(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a == b) return "equal";
  std::size_t shared = 0;
  for (const std::string& x : a) shared += std::find(b.begin(), b.end(), x) != b.end() ? 1 : 0;
  if (shared == 0) return "apart";
  if (shared == a.size()) return "inside";
  if (shared == b.size()) return "around";
  return "overlap";
}

}  // namespace

void keep_features(const Scene& scene, const Told& told, std::size_t group, learn::Features& out) {
  const auto& members = told.groups[group];
  const Frame& leader = told.frames[members.front()];
  const mention::Contact& c = scene.mentions().contacts[leader.contact];
  const std::string_view id = scene.lexicon().entries()[c.entry].id;
  const std::string_view property = property_name(c);
  const std::string_view form = to_string(leader.form);
  const std::string_view state = to_string(leader.state);
  const std::string_view odds = odds_name(leader.head);
  const std::string_view count = few_name(members.size());
  const std::string_view actors = few_name(leader.actors.size());

  out.add("bias");
  out.add("odds=", odds);
  out.add("odds,count=", odds, "|", count);
  out.add("odds,actors=", odds, "|", actors);
  out.add("count,actors=", count, "|", actors);
  out.add("id=", id);
  out.add("id,property=", id, "|", property);
  out.add("id,state=", id, "|", state);
  out.add("form,state=", form, "|", state);
  out.add("form,actors=", form, "|", actors);
  const std::string_view topic = odds_name(told.topic);
  out.add("topic=", topic);
  out.add("topic,odds=", topic, "|", odds);
  out.add("topic,form=", topic, "|", form);
  out.add("topic,actors=", topic, "|", actors);
  if (said_not_to_be(scene, c)) out.add("said not to be");
  if (leader.outright) {
    out.add("outright=", to_string(leader.state));
    out.add("outright,actors=", few_name(leader.actors.size()));
  }

  // How sure the parties are: the least likely of those chosen, the likeliest of those left.
  float least = 9;
  float left = -9;
  for (const std::string& a : leader.actors) {
    float best = -9;
    for (const Candidate& k : leader.candidates) {
      const auto& names = scene.mentions().parties[k.party].actors;
      if (std::find(names.begin(), names.end(), a) != names.end()) best = std::max(best, k.score);
    }
    least = std::min(least, best);
  }
  for (const Candidate& k : leader.candidates)
    if (!k.chosen) left = std::max(left, k.score);
  out.add("least=", odds_name(least));
  out.add("least,left=", odds_name(least), "|", odds_name(left));
  out.add("least,odds=", odds_name(least), "|", odds);

  // The other groups: is there a likelier one of the same parties, near by?
  bool titled = false;
  for (const std::string& a : leader.actors) titled = titled || scene.in_title(a);
  out.add("titled=", titled ? "1" : "0", "|", count);
  std::size_t better_equal = 0;
  std::size_t better_here = 0;
  std::size_t better = 0;
  for (std::size_t g = 0; g < told.groups.size(); ++g) {
    if (g == group) continue;
    const Frame& other = told.frames[told.groups[g].front()];
    const bool likelier = other.head > leader.head;
    const std::string_view sets = likeness_name(leader.actors, other.actors);
    const bool same_state = other.state == leader.state;
    const bool same_form = other.form == leader.form;
    const bool beside = std::any_of(told.groups[g].begin(), told.groups[g].end(), [&](std::uint32_t i) {
      return scene.mentions().contacts[told.frames[i].contact].sentence == c.sentence;
    });
    better += likelier ? 1 : 0;
    if (!likelier) continue;
    if (sets == "equal") ++better_equal;
    if (beside) ++better_here;
    out.add("likelier=", sets, beside ? "|here" : "|");
    out.add("likelier,same=", sets, same_state ? "|s" : "|-", same_form ? "f" : "-", beside ? "|here" : "|");
    if (sets == "equal") {
      out.add("likelier twin forms=", to_string(other.form), "|", form);
      out.add("likelier twin states=", to_string(other.state), "|", state);
    }
  }
  out.add("likelier twins=", few_name(better_equal), "|", odds);
  out.add("likelier here=", few_name(better_here), "|", odds);
  out.add("place in order=", few_name(better), "|", odds);
}

}  // namespace qanat::report
