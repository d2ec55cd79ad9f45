#include "report/tours.h"

#include <algorithm>

namespace qanat::report {
namespace {

using mention::PartyKind;

// The mention that speaks loudest for an actor.
const mention::Party* best_mention(const Scene& scene, const Frame& frame, const std::string& actor) {
  const mention::Party* best = nullptr;
  float odds = 0;
  for (const Candidate& k : frame.candidates) {
    const mention::Party& p = scene.mentions().parties[k.party];
    if (std::find(p.actors.begin(), p.actors.end(), actor) == p.actors.end()) continue;
    if (best != nullptr && k.score <= odds) continue;
    best = &p;
    odds = k.score;
  }
  return best;
}

// One that is visited: named as a place, not as somebody.
bool is_host(const mention::Party& p) {
  return p.kind == PartyKind::state || p.kind == PartyKind::capital || p.kind == PartyKind::seat;
}

}  // namespace

std::vector<Frame> split_tours(const Scene& scene, const std::vector<Frame>& frames) {
  std::vector<Frame> out;
  for (const Frame& frame : frames) {
    std::string visitor;
    std::vector<std::pair<std::uint32_t, std::string>> hosts;  // by place in the text
    bool tour = frame.form == Form::visit && frame.actors.size() > 2;
    for (const std::string& a : frame.actors) {
      if (!tour) break;
      const mention::Party* p = best_mention(scene, frame, a);
      if (p == nullptr) continue;
      if (is_host(*p)) {
        hosts.emplace_back(p->first, a);
      } else {
        tour = visitor.empty();
        visitor = a;
      }
    }
    if (!tour || visitor.empty()) {
      out.push_back(frame);
      continue;
    }
    std::sort(hosts.begin(), hosts.end());
    for (const auto& stop_of : hosts) {
      const std::string& host = stop_of.second;
      Frame stop = frame;
      stop.actors = {visitor, host};
      std::sort(stop.actors.begin(), stop.actors.end());
      for (Candidate& k : stop.candidates) {
        const auto& names = scene.mentions().parties[k.party].actors;
        k.chosen =
            std::any_of(names.begin(), names.end(), [&](const std::string& n) { return n == visitor || n == host; });
      }
      out.push_back(std::move(stop));
    }
  }
  return out;
}

}  // namespace qanat::report
