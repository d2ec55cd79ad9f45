// Text -> Source. A line is read by its indentation and its first word; nothing is looked ahead for.
#include <algorithm>
#include <utility>

#include "lexicon/lines.h"
#include "lexicon/names.h"
#include "lexicon/period.h"
#include "lexicon/source.h"

namespace qanat::lexicon {
namespace {

constexpr std::string_view kFileLine = "#file ";
constexpr const char* kUnnamedFile = "lexicon";

std::string quoted(std::string_view word) {
  std::string out = "'";
  out += word;
  return out += '\'';
}

class Parser {
 public:
  explicit Parser(std::string_view text) : lines_(text) {}

  Result<Source> run() {
    while (lines_.next(line_)) {
      read_line();
      if (!error_.empty()) return Error{place(file_, line_.number) + ": " + error_};
    }
    end_entry();
    return std::move(source_);
  }

 private:
  // What the forms under the last property line are.
  enum class Under { nothing, attribute, label, forms };

  void read_line() {
    if (line_.kind == Line::Kind::comment && line_.text.starts_with(kFileLine)) return start_file();
    if (mixes_scripts(line_.text)) fault("two scripts on one line: write each on a line of its own");
    switch (line_.kind) {
      case Line::Kind::blank:
      case Line::Kind::comment:
        return;
      case Line::Kind::head:
        return head();
      case Line::Kind::property:
        return property();
      case Line::Kind::form:
        return form();
      case Line::Kind::stray:
        error_ = kIndentation;
        return;
    }
  }

  void start_file() {
    end_entry();
    file_ = std::string(line_.text.substr(kFileLine.size()));
    lines_.restart_count();
  }

  void head() {
    end_entry();
    std::string_view rest = line_.text;
    const std::string_view word = take_word(rest);
    const auto kind = kind_from(word);
    if (!kind) {
      error_ = quoted(word) + " is no kind of entry; known are " + kind_list();
      return;
    }
    const std::string_view id = take_word(rest);
    if (id.empty() || !rest.empty()) {
      error_ = "an entry's line is its kind and one id without spaces";
      return;
    }
    Entry& e = source_.entries.emplace_back();
    e.kind = *kind;
    e.id = std::string(id);
    e.file = file_;
    e.line = line_.number;
    in_entry_ = true;
  }

  void property() {
    if (!in_entry_) {
      error_ = "a property before the first entry of the file";
      return;
    }
    std::string_view rest = line_.text;
    const std::string_view word = take_word(rest);
    if (const auto p = property_from(word)) {
      if (!rest.empty()) {
        error_ = quoted(word) + " takes nothing behind it; its forms stand on the lines below";
        return;
      }
      if (!takes(entry().kind, *p)) fault(std::string(to_string(entry().kind)) + " takes no " + to_string(*p));
      return start_block(*p);
    }
    if (word == "office") return office(rest);
    attribute(word, rest);
  }

  void attribute(std::string_view word, std::string_view rest) {
    under_ = Under::attribute;
    if (word == "label") {
      if (!rest.empty()) error_ = "'label' takes nothing behind it; the name stands on the line below";
      under_ = Under::label;
    } else if (word == "state") {
      entry().state = one_argument(word, rest);
      refer(Reference::To::actor, entry().state);
    } else if (word == "beside") {
      entry().beside = take_word(rest);
      entry().only_beside = rest == "only";
      if (entry().beside.empty() || !(rest.empty() || entry().only_beside))
        error_ = "'beside' takes one code, and 'only' behind it or nothing";
      refer(Reference::To::actor, entry().beside);
    } else if (word == "rank") {
      entry().role = one_argument(word, rest);
      refer(Reference::To::role, entry().role);
    } else if (word == "members") {
      if (rest.empty()) error_ = "'members' takes actor codes";
      while (!rest.empty()) {
        entry().members.emplace_back(take_word(rest));
        refer(Reference::To::actor, entry().members.back());
      }
    } else {
      error_ = quoted(word) + " is no property";
    }
  }

  void office(std::string_view rest) {
    if (entry().kind != Kind::person) fault(std::string(to_string(entry().kind)) + " takes no office");
    Office office;
    office.actor = std::string(take_word(rest));
    office.role = std::string(take_word(rest));
    const std::string_view dates = take_word(rest);
    if (office.role.empty() || !rest.empty()) {
      error_ = "an office is written 'office ACTOR ROLE FROM..TO'";
      return;
    }
    const auto period = period_from(dates.empty() ? ".." : dates);
    if (!period) {
      error_ = quoted(dates) + " is no FROM..TO: each end is YYYY-MM-DD, YYYY-MM, YYYY or empty";
      return;
    }
    Tenure tenure{office.actor, office.role, {}, {}, false, index(), line_.number};
    if (period->from) {
      office.from = period->from->first;
      tenure.surely_from = period->from->last;
    }
    if (period->to) {
      office.to = period->to->last;
      tenure.surely_to = period->to->first;
    }
    tenure.reversed = office.from && office.to && *office.to < *office.from;
    refer(Reference::To::actor, office.actor);
    refer(Reference::To::role, office.role);
    source_.tenures.push_back(std::move(tenure));
    entry().offices.push_back(std::move(office));
    start_block(Property::name);
  }

  void form() {
    switch (under_) {
      case Under::nothing:
        error_ = "a form that stands under no property";
        return;
      case Under::attribute:
        error_ = "this property takes no forms";
        return;
      case Under::label:
        if (!entry().label.empty()) fault("a second label");
        entry().label = std::string(line_.text);
        return;
      case Under::forms:
        break;
    }
    source_.forms.push_back({std::string(line_.text), index(), property_, line_.number});
    source_.blocks.back().last = static_cast<std::uint32_t>(source_.forms.size());
  }

  void start_block(Property p) {
    under_ = Under::forms;
    property_ = p;
    const auto at = static_cast<std::uint32_t>(source_.forms.size());
    source_.blocks.push_back({at, at, index()});
  }

  // What can only be said once all of an entry is read.
  void end_entry() {
    under_ = Under::nothing;
    if (!in_entry_) return;
    in_entry_ = false;
    Entry& e = entry();
    std::stable_sort(e.offices.begin(), e.offices.end(), later);
    if (!e.label.empty()) return;
    for (std::size_t i = source_.forms.size(); i-- > 0 && source_.forms[i].entry == index();)
      if (source_.forms[i].property == Property::name) e.label = source_.forms[i].text;
  }

  // Is office `a` to stand before `b`? Open beginnings are the earliest.
  static bool later(const Office& a, const Office& b) {
    if (a.from != b.from) return b.from < a.from;
    if (!a.to || !b.to) return !a.to && b.to;
    return *b.to < *a.to;
  }

  std::string one_argument(std::string_view word, std::string_view rest) {
    std::string argument(take_word(rest));
    if (argument.empty() || !rest.empty()) error_ = quoted(word) + " takes one code";
    return argument;
  }

  void refer(Reference::To to, const std::string& id) { source_.references.push_back({to, id, index(), line_.number}); }
  void fault(std::string what) {
    source_.faults.push_back({Severity::error, place(file_, line_.number), 0, std::move(what)});
  }
  Entry& entry() { return source_.entries.back(); }
  std::uint32_t index() const { return static_cast<std::uint32_t>(source_.entries.size() - 1); }

  Lines lines_;
  Line line_;
  std::string file_ = kUnnamedFile;
  std::string error_;  // empty: all is well
  Source source_;
  bool in_entry_ = false;
  Under under_ = Under::nothing;
  Property property_ = Property::name;
};

}  // namespace

Result<Source> read_source(std::string_view text) { return Parser(text).run(); }

std::string place(const std::string& file, int line) { return file + ':' + std::to_string(line); }

}  // namespace qanat::lexicon
