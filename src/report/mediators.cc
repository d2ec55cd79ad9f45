#include "report/mediators.h"

#include <algorithm>
#include <array>

#include "report/frame.h"
#include "report/syntax.h"

namespace qanat::report {
namespace {

// Verbs whose subject mediates where their object is a mediation: "قادت قطر وساطة", "عرض الوساطة"; without the letters
// that make them person, gender and time.
constexpr std::array<std::string_view, 13> kUndertakes = {"قاد",  "قود", "عرض", "بذل",  "واصل", "قام", "قوم",
                                                          "تولي", "سعي", "لعب", "ابدي", "كثف",  "ودي"};

bool undertakes(std::string_view verb) {
  verb = bare(verb);
  if (verb.starts_with("س") && verb.size() > 4 * kLetter) verb.remove_prefix(kLetter);
  if ((verb.starts_with("ي") || verb.starts_with("ت")) && verb.size() > 3 * kLetter) verb.remove_prefix(kLetter);
  if (verb.ends_with("ت") && verb.size() > 3 * kLetter) verb.remove_suffix(kLetter);
  return one_of(verb, kUndertakes);
}

// Parties that stand right behind the word: adjectives of states, or who is joined to it.
void add_joined(const Scene& scene, const mention::Contact& c, std::vector<std::uint32_t>& out) {
  const Scene::Range range = scene.parties(c.sentence);
  std::uint32_t end = c.last;
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    const mention::Party& p = scene.mentions().parties[i];
    if (p.first < end) continue;
    const bool hyphen = p.first == end + 1 && (scene.mark(end) == "-" || scene.mark(end) == "–");
    if ((p.first != end && !hyphen) || p.preposition) return;
    if (p.kind != mention::PartyKind::nisba) {
      if (out.empty()) out.push_back(i);
      return;
    }
    out.push_back(i);
    end = p.last;
  }
}

}  // namespace

bool is_mediation(const Scene& scene, const mention::Contact& contact) {
  return form_of(scene.lexicon().entries()[contact.entry]) == Form::mediation;
}

std::vector<std::uint32_t> mediators_of(const Scene& scene, const mention::Contact& contact) {
  std::vector<std::uint32_t> out;
  if (!is_mediation(scene, contact)) return out;
  const Syntax& syntax = scene.syntax(contact.sentence);
  const bool verb = contact.property == lexicon::Property::perfect || contact.property == lexicon::Property::imperfect;
  if (!verb) add_joined(scene, contact, out);
  const Scene::Range range = scene.parties(contact.sentence);
  if (out.empty()) {
    const Syntax::Agent agent = syntax.agent(contact);
    const auto party = static_cast<std::uint32_t>(std::max(agent.party, 0));
    if (agent.party >= 0 && (verb ? agent.out == 0 : undertakes(syntax.verb(party)))) out.push_back(party);
  }
  // Those who are tied to them: "تقود قطر ومصر وساطة".
  const std::size_t named = out.size();
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    const auto same = [&](std::uint32_t m) { return m != i && syntax.head(m) == syntax.head(i); };
    if (std::any_of(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(named), same)) out.push_back(i);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace qanat::report
