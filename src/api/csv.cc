#include "api/csv.h"

#include <cstdio>

namespace qanat::api {

void CsvWriter::separate() {
  if (!first_) out_ += ',';
  first_ = false;
}

CsvWriter& CsvWriter::text(std::string_view cell) {
  static constexpr std::string_view kFormula = "=+-@\t\r\n";
  separate();
  const bool is_formula = !cell.empty() && kFormula.find(cell.front()) != std::string_view::npos;
  if (!is_formula && cell.find_first_of(",\"\r\n") == std::string_view::npos) {
    out_ += cell;
    return *this;
  }
  out_ += '"';
  if (is_formula) out_ += '\'';
  for (const char c : cell) {
    if (c == '"') out_ += '"';
    out_ += c;
  }
  out_ += '"';
  return *this;
}

CsvWriter& CsvWriter::number(long long cell) {
  separate();
  out_ += std::to_string(cell);
  return *this;
}

CsvWriter& CsvWriter::real(double cell) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f", cell);
  separate();
  out_ += text;
  return *this;
}

void CsvWriter::end_row() {
  out_ += "\r\n";
  first_ = true;
}

void CsvWriter::head(const std::vector<std::string_view>& names) {
  for (const std::string_view name : names) text(name);
  end_row();
}

}  // namespace qanat::api
