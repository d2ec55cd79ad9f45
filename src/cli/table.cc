#include "cli/table.h"

#include <algorithm>

#include "cli/text.h"

namespace qanat::cli {
namespace {

constexpr int kGap = 2;
constexpr int kNarrowest = 8;  // a column cut below this says nothing

}  // namespace

void Table::row(std::vector<Cell> cells) {
  for (Cell& cell : cells) cell.text = clean(cell.text);
  rows_.push_back(std::move(cells));
}

std::vector<int> Table::widths(int columns) const {
  std::vector<int> out;
  int total = -kGap;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    int widest = width(columns_[i].head);
    for (const std::vector<Cell>& row : rows_) widest = std::max(widest, width(row[i].text));
    out.push_back(widest);
    total += widest + kGap;
  }
  // Takes from the widest that may give until all fits; each turn levels it with the next one.
  for (int over = total - columns; over > 0;) {
    std::size_t widest = columns_.size();
    int next = kNarrowest;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i].keep == Column::Keep::all || out[i] <= kNarrowest) continue;
      if (widest == columns_.size() || out[i] > out[widest]) {
        if (widest != columns_.size()) next = std::max(next, out[widest]);
        widest = i;
      } else {
        next = std::max(next, out[i]);
      }
    }
    if (widest == columns_.size()) break;
    const int gives = std::min(over, std::max(1, out[widest] - next));
    out[widest] -= gives;
    over -= gives;
  }
  return out;
}

std::string Table::line(const std::vector<Cell>& cells, const std::vector<int>& widths, const Screen& screen) const {
  std::string out;
  int behind = 0;  // blanks owed before the next text, so that no line ends in blanks
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const bool from_front = columns_[i].keep == Column::Keep::tail;
    const std::string text = from_front ? cut_front(cells[i].text, widths[i]) : cut(cells[i].text, widths[i]);
    const int pad = std::max(0, widths[i] - width(text));
    if (columns_[i].right) behind += pad;
    if (!text.empty()) {
      out.append(static_cast<std::size_t>(behind), ' ');
      behind = 0;
      out += screen.paint(isolate(text), cells[i].style);
    }
    behind += (columns_[i].right ? 0 : pad) + kGap;
  }
  return out + "\n";
}

std::string Table::text(const Screen& screen) const {
  const std::vector<int> wide = widths(screen.columns());
  std::vector<Cell> head;
  for (const Column& column : columns_) head.emplace_back(column.head, Style::dim);
  std::string out = line(head, wide, screen);
  for (const std::vector<Cell>& row : rows_) out += line(row, wide, screen);
  return out;
}

}  // namespace qanat::cli
