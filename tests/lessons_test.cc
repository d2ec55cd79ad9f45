// The sentences that teach states: their format, and that each teaches what it says.
#include "engine/lessons.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "mention/mention.h"

namespace qanat::engine {
namespace {

TEST(Lessons, TakeTheBracketsAwayAndKnowWhereTheyStood) {
  auto lessons = parse_state_lessons("# why\n\nrefused\n    رفض [لقاء] نظيره.\n", "x.txt");
  ASSERT_TRUE(lessons) << lessons.error().message;
  ASSERT_EQ(lessons->size(), 1U);
  const StateLesson& lesson = lessons->front();
  EXPECT_EQ(lesson.state, report::State::refused);
  EXPECT_EQ(lesson.text, "رفض لقاء نظيره.");
  EXPECT_EQ(slice(lesson.text, lesson.contact), "لقاء");
}

TEST(Lessons, NameTheLineThatIsWrong) {
  const auto fault = [](const char* text) {
    auto lessons = parse_state_lessons(text, "x.txt");
    return lessons ? std::string("none") : lessons.error().message;
  };
  EXPECT_EQ(fault("declined\n"), "x.txt:1: 'declined' is no state");
  EXPECT_EQ(fault("    رفض [لقاء] نظيره.\n"), "x.txt:1: a sentence before any state");
  EXPECT_EQ(fault("held\n    التقى نظيره.\n"), "x.txt:2: the contact word wants [brackets]");
  EXPECT_EQ(fault("held\n    ]التقى[ نظيره.\n"), "x.txt:2: the contact word wants [brackets]");
  EXPECT_EQ(fault("held\n    [] نظيره.\n"), "x.txt:2: the contact word wants [brackets]");
}

TEST(Lessons, TeachWithWordsThatTheLexiconKnows) {
  std::ifstream file(QANAT_ROOT "/lexicon/lessons/states.txt");
  std::ostringstream text;
  text << file.rdbuf();
  auto lessons = parse_state_lessons(text.str(), "states.txt");
  ASSERT_TRUE(lessons) << lessons.error().message;
  ASSERT_GT(lessons->size(), 100U);
  auto lexicon = lexicon::Lexicon::built_in();
  ASSERT_TRUE(lexicon);
  const mention::Finder finder(*lexicon);
  for (const StateLesson& lesson : *lessons) {
    article::Article article;
    article.body.push_back({0, static_cast<std::uint32_t>(lesson.text.size())});
    const sentence::Text split = sentence::split(lesson.text, article);
    const mention::Mentions mentions = finder.find(lesson.text, split, std::nullopt);
    const bool known = std::any_of(mentions.contacts.begin(), mentions.contacts.end(), [&](const mention::Contact& c) {
      return lesson.contact.overlaps({split.tokens[c.first].span.begin, split.tokens[c.last - 1].span.end});
    });
    EXPECT_TRUE(known) << "no contact word in the brackets of: " << lesson.text;
  }
}

}  // namespace
}  // namespace qanat::engine
