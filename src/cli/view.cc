#include "cli/view.h"

#include <algorithm>

#include "cli/text.h"

namespace qanat::cli {
namespace {

constexpr std::string_view kBetween = " · ";
constexpr int kGutter = 3;

std::string blanks(int count) { return std::string(static_cast<std::size_t>(std::max(count, 0)), ' '); }

}  // namespace

std::string party_text(const report::Party& party) {
  std::string out = party.actor.empty() ? "?" : party.actor;
  if (!party.role.empty()) out += " " + party.role;
  if (!party.person.empty()) out += " " + party.person;
  if (party.part != report::Part::party) out += std::string(" (") + report::to_string(party.part) + ")";
  return out;
}

std::string parties_text(const std::vector<report::Party>& parties) {
  std::string out;
  for (const report::Party& party : parties) {
    if (!out.empty()) out += kBetween;
    out += party_text(party);
  }
  return out;
}

std::string day_text(const std::optional<Date>& day) { return day ? day->iso() : "-"; }

std::string when_text(const ledger::Contact& contact) {
  if (contact.time) return contact.time->iso();
  return contact.reported ? "~" + contact.reported->iso() : "-";
}

Cell state_cell(report::State state) { return {report::to_string(state), style_of(state)}; }

std::string paragraph(const Screen& screen, std::string_view text, int indent, Style style) {
  std::string out;
  for (const std::string& line : wrap(clean(text), screen.columns() - indent))
    out += blanks(indent) + screen.paint(isolate(line), style) + "\n";
  return out;
}

std::string side_by_side(const Screen& screen, const Side& left, const Side& right) {
  const int half = (screen.columns() - kGutter) / 2;
  const auto lines_of = [&](const Side& side) {
    std::vector<std::string> out;
    for (const std::string& text : side.lines) {
      for (std::string& line : wrap(clean(text), half)) out.push_back(std::move(line));
    }
    return out;
  };
  const auto pair = [&](const std::string& a, Style a_style, const std::string& b, Style b_style) {
    std::string line = screen.paint(isolate(a), a_style) + blanks(half - width(a)) + " | ";
    return line + screen.paint(isolate(b), b_style) + "\n";
  };
  const std::vector<std::string> a = lines_of(left);
  const std::vector<std::string> b = lines_of(right);
  std::string out = pair(cut(clean(left.head), half), left.style, cut(clean(right.head), half), right.style);
  for (std::size_t i = 0; i < std::max(a.size(), b.size()); ++i)
    out += pair(i < a.size() ? a[i] : "", Style::plain, i < b.size() ? b[i] : "", Style::plain);
  return out;
}

std::string Witnesses::published(const store::ReportRow& row) {
  if (!row.entry.published) return "date not known";
  const auto [at, is_new] = methods_.try_emplace(row.article, article::DateMethod::none);
  if (is_new) {
    if (const auto article = store_.article(row.article)) at->second = article.value().published.method;
  }
  std::string out = "published " + row.entry.published->iso();
  if (at->second != article::DateMethod::none) out += std::string(" (") + article::to_string(at->second) + ")";
  return out;
}

std::string Witnesses::said_by(const store::ReportRow& row) {
  const report::Report& report = row.entry.report;
  std::string out = report.speaker ? "said by " + party_text(*report.speaker) : "told by the paper";
  if (!report.via.empty()) out.append(", via ").append(report.via);
  out.append(kBetween).append(row.entry.publisher.empty() ? "publisher not known" : row.entry.publisher);
  out.append(kBetween).append(published(row));
  return out.append(kBetween).append("article ").append(row.article);
}

std::string Witnesses::show(const Screen& screen, const store::ReportRow& row, int indent) {
  std::string out;
  const report::Report& report = row.entry.report;
  if (!report.evidence.empty()) out += paragraph(screen, "«" + report.evidence.front().quote + "»", indent);
  if (!report.condition.empty()) out += paragraph(screen, "on condition: " + report.condition, indent, Style::yellow);
  return out + paragraph(screen, said_by(row), indent, Style::dim);
}

std::string Witnesses::show(const Screen& screen, const ledger::Conflict& conflict, const store::ReportRow& left,
                            const store::ReportRow& right) {
  const auto side = [&](report::State state, const store::ReportRow& row) {
    Side out{report::to_string(state), style_of(state), {}};
    if (!row.entry.report.evidence.empty()) out.lines.push_back("«" + row.entry.report.evidence.front().quote + "»");
    out.lines.push_back(said_by(row));
    return out;
  };
  return side_by_side(screen, side(conflict.left_state, left), side(conflict.right_state, right));
}

}  // namespace qanat::cli
