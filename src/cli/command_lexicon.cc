#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "cli/commands.h"
#include "cli/text.h"

namespace qanat::cli {
namespace {

int lint(Session& session) {
  const auto lexicon = session.open_lexicon();
  if (!lexicon) return fail(kTrouble, lexicon.error().message);
  const Issues issues = lexicon.value()->lint();
  for (const Issue& issue : issues) tell(issue);
  if (!issues.empty()) return fail(kTrouble, std::to_string(issues.size()) + " faults in the lexicon");
  write_line(std::to_string(lexicon.value()->entries().size()) + " entries, " +
             std::to_string(lexicon.value()->forms().size()) + " forms, nothing wrong");
  return kWell;
}

int find(Session& session, const std::vector<std::string>& words) {
  const auto lexicon = session.open_lexicon();
  if (!lexicon) return fail(kWorld, lexicon.error().message);
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  const std::string found = lexicon::find(*lexicon.value(), text);
  if (found.empty()) return fail(kTrouble, "the lexicon knows none of these words");
  write_output(clean_lines(found));
  return kWell;
}

// Writes beside the file and renames, so that it is whole at any moment.
Status replace(const std::string& path, const std::string& text) {
  const std::string beside = path + ".new";
  std::ofstream out(beside, std::ios::binary | std::ios::trunc);
  out << text;
  out.close();
  std::error_code code;
  if (out) std::filesystem::rename(beside, path, code);
  if (!out || code) return Error{path + ": cannot be written; check that you may write into its folder"};
  return Done{};
}

int sort(const std::vector<std::string>& paths, bool in_place) {
  for (const std::string& path : paths) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    if (!in || !(text << in.rdbuf())) return fail(kWorld, path + ": cannot be read; check that it exists");
    const auto sorted = lexicon::sort_text(text.str());
    if (!sorted) return fail(kTrouble, path + ": " + sorted.error().message);
    if (!in_place) {
      write_output(sorted.value());
      continue;
    }
    if (sorted.value() == text.str()) continue;
    const Status written = replace(path, sorted.value());
    if (!written) return fail(kWorld, written.error().message);
  }
  return kWell;
}

}  // namespace

void add_lexicon(CLI::App& app, Session& session) {
  CLI::App& family = *app.add_subcommand(
      "lexicon", "Look into the lexicon, check it on its own and on pages, put a file of it in order");
  family.require_subcommand(1);
  family.footer("Examples:\n  qanat lexicon lint --lexicon lexicon/\n  qanat lexicon find وزير الخارجية المصري");

  CLI::App& linting = session.add_command(family, "lint", "Check it: sorted, unique, every code defined",
                                          {"qanat lexicon lint", "qanat lexicon lint --lexicon lexicon/"},
                                          [&session] { return lint(session); });
  session.add_lexicon(linting);

  const auto words = std::make_shared<std::vector<std::string>>();
  CLI::App& finding = session.add_command(family, "find", "What words mean, and in which line of which file it stands",
                                          {"qanat lexicon find بالمصرية", "qanat lexicon find وزير الخارجية المصري"},
                                          [&session, words] { return find(session, *words); });
  finding.add_option("WORDS", *words, "the words")->required();
  session.add_lexicon(finding);

  add_lexicon_hits(family, session);

  struct Sorting {
    std::vector<std::string> paths;
    bool in_place = false;
  };
  const auto sorting = std::make_shared<Sorting>();
  CLI::App& command = session.add_command(
      family, "sort", "A file of the lexicon in the order that lint asks for",
      {"qanat lexicon sort lexicon/states.txt | diff lexicon/states.txt -", "qanat lexicon sort -i lexicon/states.txt"},
      [sorting] { return sort(sorting->paths, sorting->in_place); });
  command.add_option("FILE", sorting->paths, "files of the lexicon")->required();
  command.add_flag("-i,--in-place", sorting->in_place, "rewrite the files instead of printing them");
}

}  // namespace qanat::cli
