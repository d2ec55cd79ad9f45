// What the output goes to: how wide it is, whether it shows colours, and the one place that writes to it. Private to
// the room.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "report/report.h"

namespace qanat::cli {

enum class Style : std::uint8_t { plain, bold, dim, red, green, yellow, blue, magenta, cyan };

// The colour of a state: green where the parties talk, blue where they may, yellow where it halts, red where they do
// not.
Style style_of(report::State state);

class Screen {
 public:
  // Standard output as it is: a terminal's own width, else $COLUMNS, else 100; colours on a terminal, unless NO_COLOR
  // is set.
  static Screen standard_output();
  Screen(int columns, bool colours) : columns_(columns), colours_(colours) {}

  int columns() const { return columns_; }
  // `text` in that style, or as it is where there are no colours.
  std::string paint(std::string_view text, Style style) const;

 private:
  int columns_;
  bool colours_;
};

bool error_is_terminal();

// Writes to standard output. A reader that has gone away (`| head`) ends the process in silence, as it does for other
// programs; where the disk is full, nothing more is written and flush_output() says so.
void write_output(std::string_view text);
void write_line(std::string_view text);
// A line of JSON, harmless to a terminal.
void write_json(std::string_view json);
// False: not everything could be written.
bool flush_output();

}  // namespace qanat::cli
