// What something said somewhere in an article is to a contact told in several sentences.
#include <tuple>

#include "report/frame.h"

namespace qanat::report {
namespace {

std::uint32_t tokens_between(const mention::Contact& c, std::uint32_t token) {
  return token < c.first ? c.first - token : token - c.first;
}

}  // namespace

const Frame& nearest_frame(const Scene& scene, const Telling& telling, std::uint32_t sentence, std::uint32_t token) {
  // By sentence, one before rather than one behind, then by token; of equals the likelier.
  const auto distance = [&](const Frame& f) {
    const mention::Contact& c = scene.mentions().contacts[f.contact];
    const std::uint32_t sentences =
        c.sentence <= sentence ? 2 * (sentence - c.sentence) : 2 * (c.sentence - sentence) + 1;
    return std::tuple(sentences, sentences == 0 ? tokens_between(c, token) : 0);
  };
  return **std::min_element(telling.frames.begin(), telling.frames.end(),
                            [&](const Frame* a, const Frame* b) { return distance(*a) < distance(*b); });
}

void telling_features(const Scene& scene, const Telling& telling, const Frame& nearest, std::uint32_t sentence,
                      std::uint32_t token, std::string_view kind, learn::Features& out) {
  const mention::Contact& c = scene.mentions().contacts[nearest.contact];
  const bool own = c.sentence == sentence;
  const std::uint32_t distance = tokens_between(c, token);
  bool alone = true;
  bool nearer = false;
  bool same_actors = false;
  bool between = false;
  for (const Frame* other : telling.others) {
    const mention::Contact& o = scene.mentions().contacts[other->contact];
    if (o.sentence != sentence) continue;
    alone = false;
    same_actors = same_actors || other->actors == telling.leader().actors;
    if (!own) continue;
    if (tokens_between(o, token) < distance) nearer = true;
    if ((o.first > c.first) == (token > c.first) && (o.first > token) == (c.first > token)) between = true;
  }
  const std::string_view which = !own                                                                       ? "none"
                                 : scene.mentions().contacts[telling.leader().contact].sentence == sentence ? "leader"
                                                                                                            : "member";
  const std::string_view rival = alone    ? "alone"
                                 : nearer ? (between ? "nearer" : "across")
                                 : own    ? "farther"
                                          : "theirs";
  const std::string_view same = same_actors ? "same" : "";
  const std::string_view size = few_name(telling.frames.size());
  const std::string_view others = few_name(telling.others.size());
  out.add("telling=", which, "|", rival, same);
  out.add("telling,kind=", which, "|", rival, same, kind);
  out.add("telling,size=", which, "|", size);
  out.add("telling,others=", which, "|", others, rival);
  out.add("telling,state=", which, "|", rival, to_string(telling.leader().state), kind);
  out.add("telling,form=", which, "|", rival, to_string(telling.leader().form), kind);
}

}  // namespace qanat::report
