#include "cli/screen.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "cli/text.h"

namespace qanat::cli {
namespace {

constexpr int kDefaultColumns = 100;
constexpr int kFewestColumns = 40;  // narrower terminals get lines that run over

int columns_of(int descriptor) {
  winsize size{};
  if (::ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  const char* columns = std::getenv("COLUMNS");
  const int said = columns == nullptr ? 0 : std::atoi(columns);
  return said > 0 ? said : kDefaultColumns;
}

const char* code_of(Style style) {
  switch (style) {
    case Style::plain:
      return "";
    case Style::bold:
      return "1";
    case Style::dim:
      return "2";
    case Style::red:
      return "31";
    case Style::green:
      return "32";
    case Style::yellow:
      return "33";
    case Style::blue:
      return "34";
    case Style::magenta:
      return "35";
    case Style::cyan:
      return "36";
  }
  return "";
}

}  // namespace

Style style_of(report::State state) {
  using report::State;
  switch (state) {
    case State::held:
    case State::ongoing:
      return Style::green;
    case State::scheduled:
      return Style::cyan;
    case State::proposed:
      return Style::blue;
    case State::premature:
    case State::stalled:
      return Style::yellow;
    case State::suspended:
      return Style::magenta;
    case State::refused:
    case State::absent:
      return Style::red;
  }
  return Style::plain;
}

Screen Screen::standard_output() {
  const char* no_colour = std::getenv("NO_COLOR");
  const bool wanted = no_colour == nullptr || *no_colour == '\0';
  return {std::max(columns_of(STDOUT_FILENO), kFewestColumns), wanted && ::isatty(STDOUT_FILENO) == 1};
}

std::string Screen::paint(std::string_view text, Style style) const {
  if (!colours_ || style == Style::plain || text.empty()) return std::string(text);
  return std::string("\x1b[").append(code_of(style)).append("m").append(text).append("\x1b[0m");
}

bool error_is_terminal() { return ::isatty(STDERR_FILENO) == 1; }

void write_output(std::string_view text) {
  if (std::ferror(stdout) == 0) std::fwrite(text.data(), 1, text.size(), stdout);
}

void write_json(std::string_view json) { write_line(escape_json(json)); }

void write_line(std::string_view text) {
  write_output(text);
  write_output("\n");
}

bool flush_output() { return std::fflush(stdout) == 0 && std::ferror(stdout) == 0; }

}  // namespace qanat::cli
