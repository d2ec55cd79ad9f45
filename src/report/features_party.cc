#include <algorithm>

#include "report/frame.h"

namespace qanat::report {
namespace {

using mention::Contact;
using mention::CueClass;

constexpr std::size_t kLongestPath = 7;  // steps; longer ways are as good as unique

// What lies between two tokens of a sentence, as far as it tells clauses apart.
struct Between {
  std::size_t parties = 0;
  std::size_t commas = 0;
  std::size_t contacts = 0;
  bool that = false;   // أن, إن
  bool which = false;  // الذي, التي
  bool with = false;   // مع
  bool among = false;  // بين
  bool says = false;
  bool time_clause = false;  // بعد, قبل, عقب, خلال
  bool quote_edge = false;
};

Between look_between(const Scene& scene, std::uint32_t s, std::uint32_t first, std::uint32_t last) {
  Between b;
  for (std::uint32_t t = first; t < last; ++t) {
    if (scene.is_punctuation(t)) {
      const std::string_view m = scene.mark(t);
      if (m == "،" || m == "," || m == "؛") ++b.commas;
      continue;
    }
    const std::string_view w = scene.word(s, t);
    if (w == "ان" || w == "بان" || w == "انه" || w == "انها") b.that = true;
    if (w == "الذي" || w == "التي" || w == "الذين") b.which = true;
    if (w == "مع" || w == "ومع") b.with = true;
    if (w == "بين" || w == "وبين") b.among = true;
    if (scene.has_cue(t, CueClass::say)) b.says = true;
    if (w == "بعد" || w == "قبل" || w == "عقب" || w == "خلال" || w == "بعدما" || w == "اثناء") b.time_clause = true;
    if (t > first && scene.text().tokens[t].quoted != scene.text().tokens[t - 1].quoted) b.quote_edge = true;
  }
  return b;
}

// The way from the contact word to the mention, in shorthand: prepositions and conjunctions as they are, P for a party,
// C for a contact word, S for a word of saying, marks as they are, x for a run of anything else.
std::string path_between(const Scene& scene, std::uint32_t s, const Contact& c, const mention::Party& p) {
  const bool left = p.first < c.first;
  const std::uint32_t from = left ? p.last : c.last;
  const std::uint32_t to = left ? c.first : p.first;
  std::string path;
  std::size_t steps = 0;
  const auto& parties = scene.mentions().parties;
  const Scene::Range range = scene.parties(s);
  std::uint32_t next = range.first;
  for (std::uint32_t t = from; t < to;) {
    if (++steps > kLongestPath) return "far";
    while (next < range.last && parties[next].first < t) ++next;
    if (next < range.last && parties[next].first == t) {
      if (parties[next].conjunction) path += "و";
      if (parties[next].preposition) path += "ل";
      path += 'P';
      t = std::max(t + 1, parties[next].last);
      continue;
    }
    const std::string_view w = scene.word(s, t);
    if (scene.is_punctuation(t)) {
      path += scene.mark(t);
    } else if (scene.has_cue(t, CueClass::with) || scene.has_cue(t, CueClass::stop) || w == "و") {
      path += ' ';
      path += w;
      path += ' ';
    } else if (scene.has_cue(t, CueClass::say)) {
      path += 'S';
    } else if (scene.has_cue(t, CueClass::past)) {
      path += 'K';
    } else if (path.empty() || path.back() != 'x') {
      path += 'x';
    } else {
      --steps;
    }
    ++t;
  }
  return path;
}

}  // namespace

void party_features(const Scene& scene, const Contact& c, const mention::Party& p, learn::Features& out) {
  out.add("bias");
  if (p.sentence != c.sentence) {
    context_features(scene, c, p, out);
    conflict_features(scene, c, p, "before", out);
    return;
  }
  const std::uint32_t s = c.sentence;
  const std::string_view id = scene.lexicon().entries()[c.entry].id;
  const std::string_view form = form_name(id);
  const std::string_view property = property_name(c);
  const bool left = p.first < c.first;
  const std::string_view side = left ? "L" : "R";
  const std::string_view kind = to_string(p.kind);
  const std::uint32_t from = left ? p.last : c.last;
  const std::uint32_t to = left ? c.first : p.first;
  const std::string_view distance = distance_name(std::int64_t{to} - from);
  const std::string_view g = governor(scene, s, p.first, p.preposition);
  const Between b = look_between(scene, s, from, to);
  const std::size_t contacts = contacts_between(scene, s, from, to);

  // The order among the candidates of that side, nearest first.
  const auto& parties = scene.mentions().parties;
  const Scene::Range range = scene.parties(s);
  std::size_t between = 0;
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    const mention::Party& q = parties[i];
    if (!q.actors.empty() && q.first >= from && q.last <= to) ++between;
  }
  const bool first_of_sentence = range.first < range.last && &p == &parties[range.first];
  const std::string_view order = few_name(between);
  const std::string_view number = few_name(actors_named(scene, s).size());

  out.add("side,kind=", side, "|", kind);
  out.add("side,order=", side, "|", order);
  out.add("side,order,number=", side, order, "|", number);
  out.add("side,distance=", side, "|", distance);
  out.add("form,side=", form, "|", side);
  out.add("id,side,kind=", id, side, "|", kind);
  out.add("id,side,governor=", id, side, "|", g);
  out.add("property,side,governor=", property, side, "|", g);
  out.add("property,side,order=", property, side, "|", order);
  out.add("property,side,kind=", property, side, "|", kind);
  out.add("governor,kind=", g, "|", kind);
  out.add("governor=", g);
  out.add("governor,side,order=", g, side, "|", order);
  out.add("form,governor,kind=", form, g, "|", kind);
  out.add("number=", number);
  out.add("kind,number=", kind, "|", number);
  if (!p.role.empty()) {
    out.add("role=", p.role);
    out.add("role,side=", p.role, "|", side);
    out.add("role,form=", p.role, "|", form);
  }
  if (p.counterpart) out.add("counterpart|", side);
  if (p.several) out.add("several|", kind);
  if (p.learned) out.add("learned");
  if (p.former) out.add("former");
  if (first_of_sentence) out.add("first|", side, "|", property);
  if (speaks(scene, s, p)) {
    out.add("speaks|", side, "|", number);
    out.add("speaks,that=", b.that ? "1" : "0", "|", number);
  }
  out.add("commas=", few_name(b.commas), "|", side);
  out.add("contacts between=", few_name(contacts), "|", side);
  if (b.that) out.add("that|", side);
  if (b.which) out.add("which|", side);
  if (b.with) out.add("with|", side, "|", order);
  if (b.among) out.add("among|", side, "|", order);
  if (b.says) out.add("says between|", side);
  if (b.time_clause) out.add("time clause|", side);
  if (b.quote_edge) out.add("quote edge|", side);
  out.add("behind contact=", scene.word(s, c.last), "|", side, order);
  out.add("behind party=", scene.word(s, p.last), "|", side);
  out.add("before party=", scene.word(s, std::int64_t{p.first} - 2), "|", g);

  const std::string_view preceding = scene.word(s, std::int64_t{c.first} - 1);
  out.add("before contact=", preceding, "|", side, order);
  out.add("contact,behind,kind=", scene.word(s, c.last), side, order, "|", kind);
  // All that lies between, word for word, where it is little.
  constexpr std::uint32_t kFew = 3;
  if (to - from <= kFew) {
    std::string words;
    for (std::uint32_t t = from; t < to; ++t) words.append(scene.word(s, t)).append(" ");
    out.add("literal=", side, words, "|", form);
    out.add("literal,word=", side, words, "|", scene.word(s, c.first));
    out.add("literal,kind=", side, words, "|", kind);
  }
  // Another contact word that stands nearer to the mention, on this side of it or beyond it.
  std::int64_t own_gap = std::int64_t{to} - from;
  const Contact* nearer = nullptr;
  bool beyond = false;
  for (const Contact& o : scene.contacts(s)) {
    if (o.first == c.first) continue;
    const std::int64_t gap = o.first >= p.last ? std::int64_t{o.first} - p.last : std::int64_t{p.first} - o.last;
    if (gap < 0 || gap >= own_gap) continue;
    own_gap = gap;
    nearer = &o;
    beyond = (o.first >= p.last) != left;
  }
  const std::string_view where = nearer == nullptr ? "none" : beyond ? "beyond" : "between";
  const std::string_view other = nearer == nullptr ? "" : property_name(*nearer);
  out.add("nearer=", where, other, "|", side);
  out.add("nearer,property=", where, other, "|", side, property);
  out.add("nearer,gap=", where, "|", side, distance_name(own_gap));
  out.add("nearer,governor=", where, other, "|", side, g);
  if (nearer != nullptr) {
    const std::string_view nid = scene.lexicon().entries()[nearer->entry].id;
    out.add("nearer,forms=", form, form_name(nid), "|", where, side);
  }

  conflict_features(scene, c, p, "here", out);
  syntax_features(scene, c, scene.index_of(p), out);

  const std::string path = path_between(scene, s, c, p);
  const std::string_view hang = p.preposition ? "ل" : p.conjunction ? "و" : "";
  out.add("path=", side, path, hang);
  out.add("path,property=", side, path, hang, "|", property);
  out.add("path,id=", side, path, hang, "|", id);
  out.add("path,kind=", side, path, hang, "|", kind);

  // Right behind the contact word, perhaps after other adjectives: "المحادثات الأميركية الروسية".
  if (!left) {
    bool chain = true;
    for (std::uint32_t t = c.last; t < p.first && chain; ++t) {
      const bool party =
          std::any_of(parties.begin() + range.first, parties.begin() + range.last,
                      [&](const mention::Party& q) { return q.first <= t && t < q.last && q.kind == p.kind; });
      chain = party || (scene.is_punctuation(t) && scene.mark(t) != "،");
    }
    if (chain) out.add("chain|", kind, "|", form);
  }
  // What a nisba says more of, past other nisbas: "النزاع الفلسطيني الإسرائيلي".
  if (p.kind == mention::PartyKind::nisba) {
    std::uint32_t at = p.first;
    for (std::uint32_t i = range.last; i-- > range.first;)
      if (parties[i].last == at && parties[i].kind == mention::PartyKind::nisba) at = parties[i].first;
    const std::string_view head = at == c.last ? "contact" : scene.word(s, std::int64_t{at} - 1);
    out.add("nisba of=", head);
    out.add("nisba of,id=", head, "|", id);
    out.add("nisba of,side=", head, "|", side);
  }
  // Tied to the mention before by "و": what holds for one holds for both.
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    const mention::Party& q = parties[i];
    if (q.last == p.first && (p.conjunction || scene.word(s, p.first) == "و")) {
      out.add("and|", side, "|", governor(scene, s, q.first, q.preposition));
      out.add("and,between=", few_name(between), "|", side);
    }
    if (p.last == q.first && q.conjunction) out.add("and next|", side, "|", g);
  }

  const std::string& actor = p.actors.front();
  std::size_t same = 0;
  for (std::uint32_t i = range.first; i < range.last; ++i)
    if (!parties[i].actors.empty() && parties[i].actors.front() == actor) ++same;
  out.add("same here=", few_name(same), "|", kind);
  out.add("rank=", few_name(static_cast<std::size_t>(scene.rank(actor))), "|", number);
  out.add("rank,kind=", few_name(static_cast<std::size_t>(scene.rank(actor))), "|", kind);
  if (scene.in_title(actor)) out.add("title|", kind);
  if (scene.in_lead(actor)) out.add("lead");
  const bool org = actor.size() != 3;
  if (org) out.add("actor=", actor, "|", form);
  if (scene.text().tokens[c.first].quoted != scene.text().tokens[p.first].quoted) out.add("other side of quote|", side);
}

}  // namespace qanat::report
