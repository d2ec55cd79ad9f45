// The lexicon's text, read: entries and forms as written, and what lint must know of how they were written.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/issue.h"
#include "base/result.h"
#include "lexicon/lexicon.h"

namespace qanat::lexicon {

// An id that a property line names and that must be known.
struct Reference {
  enum class To : std::uint8_t { actor, role };
  To to = To::actor;
  std::string id;
  std::uint32_t entry = 0;
  int line = 0;
};

// An office held, with the days on which it was surely held: "2014-06..2015" is surely so from 30 June 2014 to
// 1 January 2015. Offices written by month or year may touch without a fault.
struct Tenure {
  std::string actor;
  std::string role;
  std::optional<Date> surely_from;  // nullopt: open
  std::optional<Date> surely_to;
  bool reversed = false;  // ends before it begins
  std::uint32_t entry = 0;
  int line = 0;
};

// A property line and the forms [first, last) under it.
struct Block {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t entry = 0;
};

struct Source {
  std::vector<Entry> entries;
  std::vector<Form> forms;  // those of an entry are together, in file order
  std::vector<Block> blocks;
  std::vector<Reference> references;
  std::vector<Tenure> tenures;
  Issues faults;  // of the text itself: two scripts on a line, a property where none belongs
};

// Errors: a line that cannot be read; the message names file and line.
Result<Source> read_source(std::string_view text);

// "states.txt:12".
std::string place(const std::string& file, int line);

}  // namespace qanat::lexicon
