// Documents rot where nothing reads them. This reads them.
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <set>

#include <gtest/gtest.h>

#include "ledger/ledger.h"
#include "meaning_cases.h"
#include "rooms_check.h"

namespace qanat {
namespace {

namespace fs = std::filesystem;
using meaning::read_file;

const fs::path kRoot = QANAT_ROOT;

// ---- one sentence through every room -------------------------------------------------------------------------------

constexpr std::string_view kBlockBegins = "```explain\n";
constexpr std::string_view kBlockEnds = "```\n";
constexpr std::string_view kExample = "A meeting of foreign ministers";

// Why a model decided as it did is a page of numbers that change with every training; the rest is the tour.
std::string without_weights(const std::string& explained) {
  std::string out;
  bool in_reports = false;
  std::istringstream lines(explained);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("== ")) in_reports = line == "== reports";
    if (in_reports && line.starts_with("  ") && !line.starts_with("  «")) continue;
    out += line + '\n';
  }
  return out;
}

std::string the_tour() {
  const auto made = engine::Reader::make({});
  const engine::Reader& reader = *made.value();
  for (const meaning::Case& c : meaning::parse("forms", read_file(kRoot / "tests/meaning/forms.txt"))) {
    if (c.title != kExample) continue;
    feed::Document document = meaning::document_of(c);
    document.id = "page.txt";
    std::string out = without_weights(reader.explain(feed::Document(document)));
    std::vector<ledger::Entry> entries;
    const store::ReadPage page = reader.read(std::move(document));
    for (const store::ReadArticle& read : page.articles) {
      for (const report::Report& r : read.reports) {
        ledger::Entry entry;
        entry.id = "r" + std::to_string(entries.size() + 1);
        entry.article = read.article.id;
        entry.origin = origin::name_of(read.sketch.rank);
        entry.published = read.article.published.date;
        entry.report = r;
        entries.push_back(std::move(entry));
      }
    }
    out += "\n== ledger\n";
    for (const ledger::Channel& channel : ledger::fold(entries)) out += ledger::dump(channel);
    return out;
  }
  return "";
}

TEST(Architecture, LeadsOneSentenceThroughEveryRoomAsItIs) {
  const fs::path path = kRoot / "ARCHITECTURE.md";
  std::string text = read_file(path);
  std::size_t begin = text.find(kBlockBegins);
  ASSERT_NE(begin, std::string::npos);
  begin += kBlockBegins.size();
  const std::size_t end = text.find(kBlockEnds, begin);
  ASSERT_NE(end, std::string::npos);
  const std::string tour = the_tour();
  ASSERT_NE(tour.find("== ledger\nEGY"), std::string::npos) << "the example gives no report:\n" << tour;
  if (std::getenv("QANAT_UPDATE") != nullptr) {
    text.replace(begin, end - begin, tour);
    std::ofstream(path, std::ios::binary) << text;
    GTEST_SKIP() << "written anew";
  }
  EXPECT_TRUE(text.substr(begin, end - begin) == tour) << "QANAT_UPDATE=1 writes it anew; now it is\n" << tour;
}

TEST(Architecture, HasARowForEveryRoomThatHasCode) {
  const std::string text = read_file(kRoot / "ARCHITECTURE.md");
  std::vector<std::string> faults;
  for (const auto& [room, uses] : rooms::read_grants(read_file(kRoot / "src/rooms.txt"), faults)) {
    const bool has_row = text.find("\n| `" + room + "` |") != std::string::npos;
    EXPECT_EQ(has_row, fs::exists(kRoot / "src" / room)) << room;
  }
}

// ---- names of files and commands -----------------------------------------------------------------------------------

std::vector<fs::path> documents() {
  std::vector<fs::path> out;
  for (const fs::path& folder : {kRoot, kRoot / "docs", kRoot / "lexicon", kRoot / "tests/meaning"}) {
    for (const auto& entry : fs::directory_iterator(folder)) {
      if (entry.path().extension() == ".md") out.push_back(entry.path());
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

// What stands between single backticks on one line.
std::vector<std::string> code_words(const std::string& text) {
  std::vector<std::string> out;
  bool fenced = false;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("```")) fenced = !fenced;
    if (fenced) continue;
    for (std::size_t from = line.find('`'); from != std::string::npos;) {
      const std::size_t to = line.find('`', from + 1);
      if (to == std::string::npos) break;
      out.push_back(line.substr(from + 1, to - from - 1));
      from = line.find('`', to + 1);
    }
  }
  return out;
}

// A path in one of the repository's folders, with nothing in it that stands for something else (ROOM, R, *).
bool names_a_file(const std::string& word) {
  static const std::set<std::string> kFolders = {"src", "tests", "docs", "lexicon", "samples", "bench", "scripts"};
  const std::size_t slash = word.find('/');
  return slash != std::string::npos && kFolders.contains(word.substr(0, slash)) &&
         word.find_first_of("* ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos;
}

std::vector<std::string> missing_files(const std::string& text) {
  std::vector<std::string> out;
  for (const std::string& word : code_words(text)) {
    if (names_a_file(word) && !fs::exists(kRoot / word)) out.push_back(word);
  }
  return out;
}

TEST(Documents, NameFilesThatExist) {
  ASSERT_GE(documents().size(), 6U);
  for (const fs::path& path : documents())
    EXPECT_EQ(missing_files(read_file(path)), std::vector<std::string>{}) << path;
}

TEST(Documents, AreCaughtNamingFilesThatDoNot) {
  EXPECT_EQ(missing_files("see `src/kitchen/stove.cc`, `src/base/span.h`, `tests/ROOM_test.cc` and `tests/none.txt`\n"),
            (std::vector<std::string>{"src/kitchen/stove.cc", "tests/none.txt"}));
}

std::string output_of(const std::string& command) {
  std::string out;
  FILE* pipe = ::popen(command.c_str(), "r");
  if (pipe == nullptr) return out;
  std::array<char, 4096> buffer;
  while (std::fgets(buffer.data(), buffer.size(), pipe) != nullptr) out += buffer.data();
  ::pclose(pipe);
  return out;
}

TEST(Readme, ShowsEveryCommand) {
  if (std::string_view(QANAT_BINARY).empty()) GTEST_SKIP() << "no binary is built";
  const std::string readme = read_file(kRoot / "README.md");
  const std::string help = output_of(QANAT_BINARY " --help");
  std::istringstream lines(help.substr(std::min(help.find("Subcommands:"), help.size())));
  int commands = 0;
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line) && line.starts_with("  ")) {
    const std::string name = line.substr(2, line.find(' ', 2) - 2);
    if (name.empty()) continue;  // a description goes on
    ++commands;
    EXPECT_NE(readme.find("qanat " + name), std::string::npos) << name;
  }
  EXPECT_GE(commands, 15) << help;
}

TEST(Readme, SaysWhatEveryPackageIsFor) {
  const std::string readme = read_file(kRoot / "README.md");
  const std::string script = read_file(kRoot / "scripts/packages.sh");
  int packages = 0;
  for (const std::string_view list : {"packages_build=\"", "packages_check=\""}) {
    const std::size_t from = script.find(list) + list.size();
    std::istringstream words(script.substr(from, script.find('"', from) - from));
    for (std::string package; words >> package; ++packages)
      EXPECT_NE(readme.find("`" + package + "`"), std::string::npos) << package;
  }
  EXPECT_GE(packages, 10);
}

}  // namespace
}  // namespace qanat
