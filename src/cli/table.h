// Rows that fit the screen. Private to the room.
#pragma once

#include <string>
#include <vector>

#include "cli/screen.h"

namespace qanat::cli {

struct Cell {
  Cell(std::string t, Style s = Style::plain) : text(std::move(t)), style(s) {}  // NOLINT(google-explicit-constructor)
  Cell(const char* t) : text(t) {}                                               // NOLINT(google-explicit-constructor)

  std::string text;  // as it is; the table cleans it
  Style style = Style::plain;
};

struct Column {
  enum class Keep : std::uint8_t { all, head, tail };
  std::string head;
  Keep keep = Keep::all;  // what stays of a text that is too wide; all: the column is never narrowed
  bool right = false;     // numbers
};

class Table {
 public:
  explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

  // Precondition: one cell a column.
  void row(std::vector<Cell> cells);
  bool empty() const { return rows_.empty(); }
  // With its head; every line ends in '\n'. Columns that may be narrowed share what room there is: the widest give
  // first.
  std::string text(const Screen& screen) const;

 private:
  std::vector<int> widths(int columns) const;
  std::string line(const std::vector<Cell>& cells, const std::vector<int>& widths, const Screen& screen) const;

  std::vector<Column> columns_;
  std::vector<std::vector<Cell>> rows_;
};

}  // namespace qanat::cli
