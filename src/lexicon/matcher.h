// The compiled lexicon. Two tries of words over flat tables: in one, words behind the first are compared with and
// without their article; in the other (forms under `word`) they must stand as written. A form is a path; what it means
// hangs on its last node.
//
// Proclitics are peeled off the first word by spelling alone, and every stem that is left is looked up; the reading
// that hangs on the path says which proclitics it takes. So a wrong peel costs one look-up and finds nothing.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "lexicon/inflect.h"
#include "lexicon/lexicon.h"
#include "lexicon/tables.h"

namespace qanat::lexicon {

class Matcher {
 public:
  Matcher(const std::vector<Entry>& entries, const std::vector<Form>& forms);
  void match(std::span<const std::string_view> words, std::vector<Hit>& out) const;

 private:
  struct Reading {
    std::uint32_t entry = 0;
    std::uint32_t form = 0;
    std::uint32_t next = kNone;  // the node's next reading
    Property property = Property::name;
    std::uint8_t inflection = 0;
    std::uint8_t allows = 0;
  };
  struct Node {
    std::uint32_t readings = kNone;
    bool goes_on = false;  // steps lead away from it
  };
  enum Trie : std::uint8_t { kBlind, kExact };
  using Roots = std::array<std::uint32_t, 2>;  // by Trie: the node behind a first word, or kNone
  // What was peeled off a first word.
  struct Peeled {
    std::uint8_t needs = 0;  // Allows bits
    std::uint8_t bytes = 0;
    bool conjunction = false;
  };

  void add(const Variant& variant, std::uint32_t form, const Form& written);
  std::uint32_t add_node();
  void add_reading(std::uint32_t node, const Reading& reading);

  class Walk;

  WordTable words_;
  StepTable steps_;
  std::vector<Roots> roots_;  // by word number
  std::vector<Node> nodes_;
  std::vector<Reading> readings_;
};

}  // namespace qanat::lexicon
