// Reads every case of tests/meaning with the lexicon and the weights in the binary.
// QANAT_UPDATE=1 writes what is read now into the files, QANAT_UPDATE=marks only which cases are "not yet" read as
// expected; `git diff` then shows what has changed.
#include <cstdlib>

#include <gtest/gtest.h>

#include "meaning_cases.h"

namespace qanat::meaning {
namespace {

const std::filesystem::path kFolder = QANAT_ROOT "/tests/meaning";

const engine::Reader& reader() {
  static const auto made = engine::Reader::make({});
  return *made.value();
}

enum class Update { no, expectations, marks };

Update wanted_update() {
  const char* wish = std::getenv("QANAT_UPDATE");
  if (wish == nullptr) return Update::no;
  return std::string_view(wish) == "marks" ? Update::marks : Update::expectations;
}

std::vector<Case> all_cases() {
  std::vector<Case> out;
  for (const auto& path : files(kFolder)) {
    for (Case& c : parse(path.stem().string(), read_file(path))) out.push_back(std::move(c));
  }
  return out;
}

class Meaning : public testing::TestWithParam<Case> {};

TEST_P(Meaning, IsReadAsWritten) {
  const Case& c = GetParam();
  if (wanted_update() != Update::no) GTEST_SKIP() << "being written anew";
  const std::string got = dump(reader().read(document_of(c)));
  if (c.not_yet)
    EXPECT_NE(got, c.expected) << "is read as expected now: take the mark \"not yet\" away\n" << c.text;
  else
    EXPECT_EQ(got, c.expected) << c.text;
}

std::string name_of(const testing::TestParamInfo<Case>& tested) {
  std::string name = tested.param.file + "_" + tested.param.title;
  std::replace_if(
      name.begin(), name.end(), [](char ch) { return !testing::internal::IsAlNum(ch); }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Files, Meaning, testing::ValuesIn(all_cases()), name_of);

TEST(MeaningFiles, AreWellFormed) {
  const Update update = wanted_update();
  for (const auto& path : files(kFolder)) {
    const std::string text = read_file(path);
    std::vector<Case> cases = parse(path.stem().string(), text);
    ASSERT_FALSE(cases.empty()) << path;
    for (Case& c : cases) {
      EXPECT_FALSE(c.title.empty() || c.text.empty()) << path << ": " << c.title;
      if (update != Update::no) {
        const std::string got = dump(reader().read(document_of(c)));
        if (update == Update::expectations) c.expected = got;
        c.not_yet = got != c.expected;
      }
      EXPECT_FALSE(c.expected.empty()) << path << ": " << c.title << ": nothing is expected behind ---";
    }
    if (update != Update::no)
      std::ofstream(path, std::ios::binary) << write(cases);
    else
      EXPECT_EQ(write(cases), text) << path << ": not laid out as QANAT_UPDATE=marks would";
  }
}

// A comparison that cannot fail would let everything through.
TEST(MeaningFiles, TellAWrongExpectationFromARightOne) {
  Case c = parse("made", "=== made\npublished: 2018-05-07\n\nفاز الفريق.\n---\nmeeting held: RUS USA\n").front();
  EXPECT_EQ(c.published, "2018-05-07");
  EXPECT_EQ(c.text, "فاز الفريق.\n");
  EXPECT_EQ(c.expected, "meeting held: RUS USA\n");
  EXPECT_NE(dump(reader().read(document_of(c))), c.expected);
}

}  // namespace
}  // namespace qanat::meaning
