#include "learn/learn.h"

#include <gtest/gtest.h>

namespace qanat::learn {
namespace {

Features features(const std::vector<std::string>& names) {
  Features out(true);
  for (const std::string& name : names) out.add(name);
  return out;
}

TEST(Features, AreThePartsOneAfterAnother) {
  Features joined(true);
  joined.add("word=", "met", "|", "yesterday");
  const Features whole = features({"word=met|yesterday"});
  EXPECT_EQ(joined.names(), whole.names());
  EXPECT_EQ(joined.hashes(), whole.hashes());
  EXPECT_NE(joined.hashes(), features({"word=met"}).hashes());
}

TEST(Features, KeepNamesOnlyWhereAsked) {
  Features quiet;
  quiet.add("word=met");
  EXPECT_TRUE(quiet.names().empty());
  EXPECT_EQ(quiet.hashes(), features({"word=met"}).hashes());
}

TEST(Features, DropWhatIsSaidAgain) {
  Features named = features({"the", "met", "the", "goal", "met"});
  named.drop_repeats();
  ASSERT_EQ(named.names().size(), 3U);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(named.hashes()[i], feature_hash(named.names()[i]));
  Features quiet;
  for (const char* name : {"the", "met", "the", "goal", "met"}) quiet.add(name);
  quiet.drop_repeats();
  EXPECT_EQ(quiet.hashes(), named.hashes());  // in one order, so that sums are the same
}

// "met" speaks for a report and "goal" against one; "the" is in all examples and says nothing.
Trainer told_trainer() {
  Trainer trainer("told", {"no", "yes"});
  for (int i = 0; i < 50; ++i) {
    trainer.add(features({"met", "the"}), 1);
    trainer.add(features({"goal", "the"}), 0);
  }
  trainer.add(features({"once"}), 1);
  return trainer;
}

TEST(Trainer, LearnsWhatDecides) {
  const Model model = told_trainer().train({});
  EXPECT_GT(model.score(features({"met", "the"})), 1);
  EXPECT_LT(model.score(features({"goal", "the"})), -1);
  EXPECT_EQ(model.score(features({"once"})), model.score(features({"never seen"}))) << "seen less than min_count times";
}

TEST(Trainer, IsDeterministic) { EXPECT_EQ(told_trainer().train_text({}), told_trainer().train_text({})); }

TEST(Trainer, ChoosesAmongSeveralClasses) {
  Trainer trainer("state", {"held", "ongoing", "refused"});
  const std::vector<std::string> words = {"met", "continues", "rejects"};
  for (int i = 0; i < 30; ++i) {
    for (std::uint32_t label = 0; label < words.size(); ++label) trainer.add(features({words[label]}), label);
  }
  const Model model = trainer.train({});
  for (std::size_t label = 0; label < words.size(); ++label) EXPECT_EQ(model.best(features({words[label]})), label);
}

TEST(Trainer, LeavesOutAPart) {
  Trainer trainer("told", {"no", "yes"});
  trainer.begin_part(0);
  for (int i = 0; i < 20; ++i) trainer.add(features({"met"}), 1);
  trainer.begin_part(1);
  for (int i = 0; i < 20; ++i) trainer.add(features({"goal"}), 0);
  EXPECT_LT(trainer.train({}).score(features({"goal"})), -1);
  const Model without = trainer.train({}, 1);
  EXPECT_EQ(without.size(), 1U);
  EXPECT_EQ(without.score(features({"goal"})), 0);
}

TEST(Weights, AreReadAsTheyWereWritten) {
  const Trainer trainer = told_trainer();
  const auto read = Weights::parse("# a note\n" + trainer.train_text({}));
  ASSERT_TRUE(read.ok()) << read.error().message;
  const Model learned = trainer.train({});
  const Model& model = read.value().model("told");
  EXPECT_EQ(model.classes(), learned.classes());
  for (const std::string word : {"met", "goal", "the"})
    EXPECT_NEAR(model.score(features({word})), learned.score(features({word})), 1e-2) << word;
}

TEST(Weights, KnowNothingOfAModelThatIsNotThere) {
  const auto read = Weights::parse("");
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.value().model("told").size(), 0U);
  EXPECT_EQ(read.value().model("told").score(features({"met"})), 0);
}

TEST(Weights, NameTheLineThatCannotBeRead) {
  const std::pair<std::string, std::string> cases[] = {
      {"1 met\n", "line 1"},
      {"model told no\n", "line 1"},
      {"model told no yes\n\n# fine\nmuch met\n", "line 4"},
      {"model told no yes\n1.5\n", "line 2"},
      {"model told a b c\n1 2 3x met\n", "line 2"},
  };
  for (const auto& [text, line] : cases) {
    const auto read = Weights::parse(text);
    ASSERT_FALSE(read.ok()) << text;
    EXPECT_NE(read.error().message.find(line + ":"), std::string::npos) << read.error().message;
  }
}

TEST(Model, SaysWhatSpokeForAndAgainst) {
  Model model("told", {"no", "yes"});
  model.set("met", {2.0F});
  model.set("goal", {-3.0F});
  model.set("the", {0.1F});
  const std::vector<Share> shares = model.explain(features({"the", "met", "goal", "unknown"}), 0, 2);
  ASSERT_EQ(shares.size(), 2U);
  EXPECT_EQ(shares[0].feature, "goal");
  EXPECT_EQ(shares[0].weight, -3.0F);
  EXPECT_EQ(shares[1].feature, "met");
}

TEST(Model, HoldsAsManyFeaturesAsItIsGiven) {
  Model model("many", {"no", "yes"});
  constexpr int kMany = 10000;
  for (int i = 0; i < kMany; ++i) model.set("f" + std::to_string(i), {static_cast<float>(i)});
  EXPECT_EQ(model.size(), static_cast<std::size_t>(kMany));
  for (int i = 0; i < kMany; i += 97)
    EXPECT_EQ(model.score(features({"f" + std::to_string(i)})), static_cast<float>(i));
}

}  // namespace
}  // namespace qanat::learn
