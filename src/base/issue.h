// Trouble with input: noted on the value, and reading goes on.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace qanat {

enum class Severity : std::uint8_t {
  note,     // worth knowing, nothing lost: "decoded from windows-1256"
  warning,  // part of the input was repaired or left out
  error,    // this record or file gave nothing
};

struct Issue {
  Severity severity = Severity::warning;
  std::string where;         // file, and record or line in it where there is one: "news.jsonl.gz:17"
  std::uint64_t offset = 0;  // byte in the (decompressed) input, 0 where it is the whole
  std::string what;          // what is wrong and what was done about it, one line without a full stop
};

using Issues = std::vector<Issue>;

inline const char* to_string(Severity s) {
  switch (s) {
    case Severity::note:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return "error";
}

}  // namespace qanat
