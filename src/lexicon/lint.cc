#include "lexicon/lint.h"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "arabic/arabic.h"
#include "lexicon/names.h"
#include "lexicon/words.h"

namespace qanat::lexicon {
namespace {

constexpr std::string_view kImperfectPrefix = "ي";

class Linter {
 public:
  explicit Linter(const Source& source) : source_(source), issues_(source.faults) {}

  Issues run() {
    fold_forms();
    check_entries();
    check_blocks();
    check_doubles();
    check_references();
    check_tenures();
    return std::move(issues_);
  }

 private:
  void fold_forms() {
    folded_.reserve(source_.forms.size());
    for (const Form& form : source_.forms) {
      folded_.push_back(arabic::fold(form.text));
      if (split_folded(form.text).empty()) fault(form.entry, form.line, "a form without a letter");
      if (form.property == Property::imperfect && !form.text.starts_with(kImperfectPrefix))
        fault(form.entry, form.line, "'" + form.text + "' does not begin with the ي of an imperfect");
    }
  }

  void check_entries() {
    std::set<std::pair<Kind, std::string_view>> seen;
    std::vector<bool> has_forms(source_.entries.size());
    for (const Form& form : source_.forms) has_forms[form.entry] = true;
    for (std::uint32_t i = 0; i < source_.entries.size(); ++i) {
      const Entry& e = source_.entries[i];
      if (!seen.emplace(e.kind, e.id).second) fault(i, e.line, name_of(e) + " stands in the lexicon twice");
      if (!has_forms[i]) fault(i, e.line, name_of(e) + " has no forms, so nothing can match it");
      if (e.kind == Kind::role && !is_role(e.id)) fault(i, e.line, "'" + e.id + "' is no rank");
      if (e.kind == Kind::contact && e.id.find('.') == std::string::npos)
        fault(i, e.line, "a contact's id is FORM.what");
      if (i == 0) continue;
      const Entry& previous = source_.entries[i - 1];
      if (previous.file == e.file && order(e) < order(previous))
        fault(i, e.line, name_of(e) + " belongs before " + name_of(previous));
    }
  }

  void check_blocks() {
    for (const Block& block : source_.blocks) {
      for (std::uint32_t i = block.first; i + 1 < block.last; ++i) {
        const Form& form = source_.forms[i + 1];
        if (folded_[i + 1] < folded_[i])
          fault(block.entry, form.line, "'" + form.text + "' belongs before '" + source_.forms[i].text + "'");
      }
    }
  }

  // The same form twice under one property of one entry. Under two properties, or in two entries, it may be right: the
  // capital of Kuwait is Kuwait.
  void check_doubles() {
    std::set<std::tuple<std::uint32_t, Property, std::string_view>> seen;
    for (std::size_t i = 0; i < folded_.size(); ++i) {
      const Form& form = source_.forms[i];
      if (!seen.emplace(form.entry, form.property, folded_[i]).second)
        fault(form.entry, form.line,
              "'" + form.text + "' stands under this property already, in this or a spelling folded to it");
    }
  }

  void check_references() {
    std::set<std::string_view> actors;
    for (const Entry& e : source_.entries)
      if (is_actor(e.kind)) actors.insert(e.id);
    for (const Reference& r : source_.references) {
      if (r.to == Reference::To::actor && !actors.contains(r.id))
        fault(r.entry, r.line, "no actor '" + r.id + "' is defined");
      if (r.to == Reference::To::role && !is_role(r.id)) fault(r.entry, r.line, "'" + r.id + "' is no rank");
    }
  }

  void check_tenures() {
    std::vector<const Tenure*> sorted;
    for (const Tenure& t : source_.tenures) {
      if (t.reversed)
        fault(t.entry, t.line, "this office ends before it begins");
      else
        sorted.push_back(&t);
    }
    std::sort(sorted.begin(), sorted.end(), [](const Tenure* a, const Tenure* b) {
      return std::tie(a->actor, a->role, a->surely_from, a->entry, a->line) <
             std::tie(b->actor, b->role, b->surely_from, b->entry, b->line);
    });
    for (std::size_t i = 0; i < sorted.size(); ++i) {
      // Sorted by their beginnings, so that the first which begins after the end of this one ends the search.
      for (std::size_t k = i + 1; k < sorted.size() && overlap(*sorted[i], *sorted[k]); ++k)
        if (!may_share(*sorted[i], *sorted[k])) report_overlap(*sorted[i], *sorted[k]);
    }
  }

  // Precondition: `b` does not begin before `a`. A day on which one hands over to the other is no overlap.
  static bool overlap(const Tenure& a, const Tenure& b) {
    if (a.actor != b.actor || a.role != b.role) return false;
    return !a.surely_to || !b.surely_from || *b.surely_from < *a.surely_to;
  }

  static bool may_share(const Tenure& a, const Tenure& b) {
    if (a.entry == b.entry) return false;
    // Two governments side by side, each with its ministers.
    if (a.actor == "LBY" || a.actor == "YEM") return true;
    return a.role != "foreign_minister" && a.role != "defence_minister";
  }

  void report_overlap(const Tenure& a, const Tenure& b) {
    const Entry& other = source_.entries[a.entry];
    fault(b.entry, b.line,
          a.actor + " has this " + a.role + " at a time when " + other.id + " is it by " + place(other.file, a.line));
  }

  static std::pair<std::string_view, std::string_view> order(const Entry& e) { return {to_string(e.kind), e.id}; }
  static std::string name_of(const Entry& e) { return std::string(to_string(e.kind)) + ' ' + e.id; }

  void fault(std::uint32_t entry, int line, std::string what) {
    issues_.push_back({Severity::error, place(source_.entries[entry].file, line), 0, std::move(what)});
  }

  const Source& source_;
  std::vector<std::string> folded_;  // of each form
  Issues issues_;
};

}  // namespace

Issues lint(const Source& source) { return Linter(source).run(); }

}  // namespace qanat::lexicon
