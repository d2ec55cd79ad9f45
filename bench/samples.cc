#include <cstdlib>
#include <iostream>

#include "bench.h"

namespace qanat::bench {

void require(bool right, const std::string& what) {
  if (right) return;
  std::cerr << "qanat_bench: wrong answer: " << what << "; nothing is timed\n";
  std::exit(EXIT_FAILURE);
}

const std::vector<feed::Document>& samples() {
  static const std::vector<feed::Document> all = [] {
    std::vector<feed::Document> out;
    const auto keep = [&](feed::Document&& document, const feed::Progress&) {
      out.push_back(std::move(document));
      return true;
    };
    const Status read = feed::read({QANAT_ROOT "/samples"}, {},
                                   {keep, [](Issue&& issue) { require(false, issue.where + ": " + issue.what); }});
    require(read.ok() && !out.empty(), "the samples cannot be read");
    return out;
  }();
  return all;
}

const std::vector<page::Page>& sample_pages() {
  static const std::vector<page::Page> all = [] {
    std::vector<page::Page> out;
    for (feed::Document document : samples()) out.push_back(page::make_page(std::move(document)));
    return out;
  }();
  return all;
}

const page::Page& sample_page(std::string_view ending) {
  for (const page::Page& page : sample_pages()) {
    if (page.id.ends_with(ending)) return page;
  }
  require(false, "there is no sample " + std::string(ending));
  std::abort();
}

std::uint64_t sample_bytes() {
  std::uint64_t bytes = 0;
  for (const feed::Document& document : samples()) bytes += document.bytes.size();
  return bytes;
}

const engine::Reader& reader() {
  static const auto made = engine::Reader::make({});
  require(made.ok(), "the built-in lexicon or weights cannot be read");
  return *made.value();
}

}  // namespace qanat::bench
