// Holds the sources to src/rooms.txt and to the house's rules, and the checker to catching who breaks them.
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "rooms_check.h"

namespace qanat::rooms {
namespace {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += line + '\n';
  return out;
}

const fs::path kSources = QANAT_ROOT "/src";

Grants the_grants() {
  std::vector<std::string> faults;
  Grants grants = read_grants(read_file(kSources / "rooms.txt"), faults);
  EXPECT_EQ(joined(faults), "");
  return grants;
}

std::vector<fs::path> sources() {
  std::vector<fs::path> out;
  for (const auto& entry : fs::recursive_directory_iterator(kSources)) {
    const std::string extension = entry.path().extension();
    if (extension == ".cc" || extension == ".h") out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

TEST(House, SourcesKeepTheRules) {
  const Grants grants = the_grants();
  const std::vector<fs::path> all = sources();
  ASSERT_GT(all.size(), grants.size());
  for (const fs::path& path : all)
    EXPECT_EQ(joined(breaches(grants, fs::relative(path, kSources).string(), read_file(path))), "");
}

TEST(House, EveryRoomHasItsDoor) {
  for (const auto& entry : fs::directory_iterator(kSources)) {
    if (!entry.is_directory() || entry.path().filename() == "base") continue;
    const std::string room = entry.path().filename();
    EXPECT_TRUE(fs::exists(entry.path() / (room + ".h"))) << room;
  }
}

TEST(House, NoSourceStandsOutsideTheRooms) {
  for (const auto& entry : fs::directory_iterator(kSources))
    EXPECT_TRUE(entry.is_directory() || entry.path().filename() == "rooms.txt") << entry.path();
}

// ---- the checker itself --------------------------------------------------------------------------------------------

const Grants kGrants = {{"base", {"base"}},
                        {"page", {"base", "page"}},
                        {"article", {"base", "page", "article"}},
                        {"store", {"base", "article", "store"}}};

std::string breaches_of(const std::string& path, const std::string& text) {
  return joined(breaches(kGrants, path, text));
}

// One breach, and of this kind.
testing::AssertionResult is_breach(const std::string& path, const std::string& text, const std::string& what) {
  const std::vector<std::string> found = breaches(kGrants, path, text);
  if (found.size() == 1 && found.front().find(what) != std::string::npos) return testing::AssertionSuccess();
  return testing::AssertionFailure() << "wanted '" << what << "' for\n" << text << "got\n" << joined(found);
}

TEST(Checker, LetsGoodCodePass) {
  EXPECT_EQ(
      breaches_of("article/a.cc",
                  "#include \"article/inner.h\"\n#include \"base/span.h\"\n#include \"page/page.h\"\n"
                  "#include <vector>\nstatic const int kTen = 1'0;\nstatic int f(int x);\n"
                  "// throw, printf and \"store/store.h\" in a comment\n"
                  "const char* t = \"throw printf\"; char c = '\"'; auto r = R\"x(throw \")x\"; int rethrow = 1;\n"
                  "throw std::bad_alloc();\n"),
      "");
  EXPECT_EQ(breaches_of("store/a.cc", "#include <fstream>\n#include <thread>\nstatic int count = 0;\n"), "");
}

TEST(Checker, CatchesARoomThatWasNotGranted) {
  EXPECT_EQ(breaches_of("page/a.cc", "\n#include \"article/article.h\"\n"),
            "page/a.cc:2: page may not use article (src/rooms.txt)\n");
  EXPECT_TRUE(is_breach("store/a.cc", "#include \"page/page.h\"\n", "may not use page"));
  EXPECT_TRUE(is_breach("kitchen/a.cc", "", "not in rooms.txt"));
}

TEST(Checker, CatchesWhoClimbsThroughTheWindow) {
  EXPECT_TRUE(is_breach("article/a.cc", "#include \"page/charset.h\"\n", "behind the door"));
  EXPECT_TRUE(is_breach("article/a.cc", "#include \"inner.h\"\n", "does not name its room"));
}

TEST(Checker, CatchesTheWorldInAPureRoom) {
  for (const std::string header :
       {"<fstream>", "<iostream>", "<filesystem>", "<thread>", "<sqlite3.h>", "<sys/stat.h>"})
    EXPECT_TRUE(is_breach("page/a.cc", "#include " + header + "\n", header));
  for (const std::string code :
       {"std::fopen(p, \"r\")", "printf(\"x\")", "thread_local int x;", "std::getenv(n)", "steady_clock::now()"})
    EXPECT_TRUE(is_breach("page/a.cc", code + "\n", "in a pure room"));
  for (const std::string code : {"static int count = 0;", "  static std::string last;", "static Cache cache{};"})
    EXPECT_TRUE(is_breach("page/a.cc", code + "\n", "outlives the call"));
}

TEST(Checker, CatchesExceptions) {
  EXPECT_TRUE(is_breach("store/a.cc", "  throw std::runtime_error(\"x\");\n", "throws"));
}

TEST(Checker, CatchesAHeaderWithoutGuard) { EXPECT_TRUE(is_breach("page/a.h", "// #pragma once\n", "#pragma once")); }

TEST(Checker, CatchesFaultyGrants) {
  for (const std::string text : {"page: article\narticle:\n", "page:\npage:\n", "page\n"}) {
    std::vector<std::string> faults;
    read_grants(text, faults);
    EXPECT_EQ(faults.size(), 1U) << text;
  }
}

}  // namespace
}  // namespace qanat::rooms
