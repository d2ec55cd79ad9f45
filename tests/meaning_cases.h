// The text files of tests/meaning: cases that anybody who reads Arabic can add. Format: tests/meaning/README.md.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "engine/engine.h"
#include "report/report.h"

namespace qanat::meaning {

inline constexpr std::string_view kTitle = "=== ";
inline constexpr std::string_view kPublished = "published: ";
inline constexpr std::string_view kNotYet = "not yet";
inline constexpr std::string_view kNothing = "(nothing)\n";

struct Case {
  std::string file;  // without folder and extension
  std::string title;
  std::string published;  // YYYY-MM-DD; empty: not known
  bool not_yet = false;   // what is expected is right, and not what is read so far
  std::string text;
  std::string expected;  // report dumps, a line each, or kNothing
};

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

// Blank lines around a part are for the eye.
inline void trim_lines(std::string& text) {
  const std::size_t from = text.find_first_not_of('\n');
  text.erase(0, std::min(from, text.size()));
  while (text.ends_with("\n\n")) text.pop_back();
}

inline std::vector<Case> parse(const std::string& file, const std::string& text) {
  std::vector<Case> cases;
  bool expecting = false;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with(kTitle)) {
      cases.push_back({file, line.substr(kTitle.size()), "", false, "", ""});
      expecting = false;
    } else if (cases.empty()) {
      continue;
    } else if (line == "---") {
      expecting = true;
    } else if (expecting) {
      cases.back().expected += line + '\n';
    } else if (cases.back().text.empty() && line.starts_with(kPublished)) {
      cases.back().published = line.substr(kPublished.size());
    } else if (cases.back().text.empty() && line == kNotYet) {
      cases.back().not_yet = true;
    } else {
      cases.back().text += line + '\n';
    }
  }
  for (Case& c : cases) {
    trim_lines(c.text);
    trim_lines(c.expected);
  }
  return cases;
}

// For the names of failed tests.
inline void PrintTo(const Case& c, std::ostream* out) { *out << c.file << ": " << c.title; }

// What parse() reads.
inline std::string write(const std::vector<Case>& cases) {
  std::string out;
  for (const Case& c : cases) {
    if (!out.empty()) out += '\n';
    out += std::string(kTitle) + c.title + '\n';
    if (!c.published.empty()) out += std::string(kPublished) + c.published + '\n';
    if (c.not_yet) out += std::string(kNotYet) + '\n';
    out += '\n' + c.text + "---\n" + c.expected;
  }
  return out;
}

// In byte order of the files' names.
inline std::vector<std::filesystem::path> files(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> out;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".txt") out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

inline feed::Document document_of(const Case& c) {
  feed::Document document;
  document.id = c.title;
  document.where = c.file;
  document.bytes = c.text;
  document.is_utf8 = true;
  document.published = c.published;
  return document;
}

// A line a report, in the order of the text.
inline std::string dump(const store::ReadPage& page) {
  std::string out;
  for (const store::ReadArticle& article : page.articles) {
    for (const report::Report& r : article.reports) out += report::dump(r) + '\n';
  }
  return out.empty() ? std::string(kNothing) : out;
}

}  // namespace qanat::meaning
