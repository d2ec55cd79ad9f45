// Rows of the ledger as a person reads them: who, when, in which state, on which sentence, and who says so. Private to
// the room.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/screen.h"
#include "cli/table.h"
#include "ledger/ledger.h"
#include "store/store.h"

namespace qanat::cli {

// "RUS foreign_minister سيرغي لافروف · TUR (host)"
std::string parties_text(const std::vector<report::Party>& parties);
std::string party_text(const report::Party& party);
std::string day_text(const std::optional<Date>& day);   // "-" for none
std::string when_text(const ledger::Contact& contact);  // as stated, else "~" and the day it was reported
Cell state_cell(report::State state);

// A sentence on lines of its own, isolated, behind `indent` blanks.
std::string paragraph(const Screen& screen, std::string_view text, int indent, Style style = Style::plain);

// Texts beside one another, each in its half of the screen.
struct Side {
  std::string head;
  Style style = Style::plain;  // of the head
  std::vector<std::string> lines;
};
std::string side_by_side(const Screen& screen, const Side& left, const Side& right);

// Shows reports with what their articles say of publisher and date. Looks each article up once.
class Witnesses {
 public:
  explicit Witnesses(store::Store& store) : store_(store) {}

  // The sentence, then who says so: two paragraphs.
  std::string show(const Screen& screen, const store::ReportRow& row, int indent);
  // "USA diplomat فلان, via نوفوستي · RT · published 2024-01-26 (dateline) · article s0"
  std::string said_by(const store::ReportRow& row);
  // The two reports of a conflict.
  std::string show(const Screen& screen, const ledger::Conflict& conflict, const store::ReportRow& left,
                   const store::ReportRow& right);

 private:
  std::string published(const store::ReportRow& row);

  store::Store& store_;
  std::map<std::string, article::DateMethod> methods_;  // by article
};

}  // namespace qanat::cli
