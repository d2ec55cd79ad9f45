// What the measurements share: the samples, and the refusal to time a wrong answer.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/engine.h"
#include "page/page.h"

namespace qanat::bench {

// Ends the process with a message unless `right`. Called before the first round of every measurement.
void require(bool right, const std::string& what);

// The documents of samples/, in order; read once.
const std::vector<feed::Document>& samples();
// The same, decoded.
const std::vector<page::Page>& sample_pages();
// The one whose id ends so.
const page::Page& sample_page(std::string_view ending);
std::uint64_t sample_bytes();

// With the lexicon and the weights in the binary.
const engine::Reader& reader();

}  // namespace qanat::bench
