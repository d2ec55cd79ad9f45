#include "article/article.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "arabic/arabic.h"
#include "article/cues.h"
#include "article/names.h"

namespace qanat::article {
namespace {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

page::Page page_of(std::string text) {
  page::Page page;
  page.id = "page";
  page.text = std::move(text);
  return page;
}

PageArticles parts_of(std::string text) { return take_apart(page_of(std::move(text))); }

// tests/article/*.txt: lines "@title ...", "@published ...", "@url ..." (what the input gives), the page, "---", the
// dump.
struct Case {
  page::Page page;
  std::string expected;
};

Case read_case(const fs::path& path) {
  std::istringstream in(read_file(path));
  Case read{page_of(""), ""};
  bool expecting = false;
  for (std::string line; std::getline(in, line);) {
    if (expecting) {
      read.expected += line + '\n';
    } else if (line == "---") {
      expecting = true;
    } else if (line.starts_with("@title ")) {
      read.page.title = line.substr(7);
    } else if (line.starts_with("@published ")) {
      read.page.published = line.substr(11);
    } else if (line.starts_with("@url ")) {
      read.page.url = line.substr(5);
    } else {
      read.page.text += line + '\n';
    }
  }
  return read;
}

std::vector<fs::path> case_files() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(QANAT_ROOT "/tests/article")) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

class PageCase : public testing::TestWithParam<fs::path> {};

TEST_P(PageCase, IsTakenApartAsWritten) {
  const Case c = read_case(GetParam());
  ASSERT_FALSE(c.page.text.empty());
  EXPECT_EQ(dump(c.page, take_apart(c.page)), c.expected);
}

INSTANTIATE_TEST_SUITE_P(Files, PageCase, testing::ValuesIn(case_files()),
                         [](const auto& tested) { return tested.param.stem().string(); });

// ---- what holds of every page
// ----------------------------------------------------------------------------------------

void expect_sound(const page::Page& page, const PageArticles& parts) {
  std::uint32_t end = 0;
  for (const Block& block : parts.blocks) {
    EXPECT_FALSE(block.span.empty());
    EXPECT_GE(block.span.begin, end);
    EXPECT_FALSE(block.why.empty());
    end = block.span.end;
  }
  EXPECT_LE(end, page.text.size());
  for (const Article& article : parts.articles) {
    EXPECT_FALSE(article.body.empty());
    EXPECT_TRUE(std::is_sorted(article.body.begin(), article.body.end()));
    for (const Span span : article.body) {
      const auto block =
          std::find_if(parts.blocks.begin(), parts.blocks.end(), [&](const Block& b) { return b.span == span; });
      ASSERT_NE(block, parts.blocks.end());
      EXPECT_TRUE(block->kind == BlockKind::body || block->kind == BlockKind::heading);
    }
  }
}

TEST(TakeApart, GivesSoundBlocksForEveryCase) {
  for (const fs::path& path : case_files()) {
    const Case c = read_case(path);
    expect_sound(c.page, take_apart(c.page));
  }
}

TEST(TakeApart, NothingGivesNothing) {
  for (const std::string text : {"", "\n\n\r\n", "   \t ", "......\n----\n***", "1 2 3 4 5\n6 7"}) {
    const PageArticles parts = parts_of(text);
    EXPECT_TRUE(parts.articles.empty()) << text;
  }
}

TEST(TakeApart, JunkBytesAreNoStoryAndNoHarm) {
  std::string junk;
  std::uint32_t seed = 7;
  for (int i = 0; i < 100000; ++i) {
    seed = seed * 1664525U + 1013904223U;
    junk += static_cast<char>(seed >> 24U);
  }
  const page::Page page = page_of(junk);
  expect_sound(page, take_apart(page));
}

TEST(TakeApart, CutPagesAreSound) {
  const Case c = read_case(QANAT_ROOT "/tests/article/two_stories.txt");
  for (std::size_t end = 0; end < c.page.text.size(); end += 5) {
    const page::Page page = page_of(c.page.text.substr(0, end));
    expect_sound(page, take_apart(page));
  }
}

TEST(TakeApart, OneGiganticLineIsOneParagraph) {
  const std::string sentence = "وقال الوزير إن المحادثات مستمرة، وإن الوفدين سيلتقيان مجددا. ";
  std::string text;
  while (text.size() < (8U << 20U)) text += sentence;
  const page::Page page = page_of(text);
  const PageArticles parts = take_apart(page);
  ASSERT_EQ(parts.articles.size(), 1U);
  EXPECT_EQ(parts.articles[0].body.size(), 1U);
  EXPECT_EQ(parts.articles[0].language, "ar");
}

TEST(TakeApart, ManyLinesAreRead) {
  std::string text;
  for (int i = 0; i < 50000; ++i) {
    text += "خبر قصير عن السوق\n  • عنوان في القائمة\n\nاقرأ أيضا:\n";
    text += std::to_string(i);
    text += " وقال الوزير إن المحادثات بين الوفدين مستمرة في جنيف.\n";
  }
  const page::Page page = page_of(text);
  const PageArticles parts = take_apart(page);
  EXPECT_EQ(parts.blocks.size(), 200000U);
  EXPECT_FALSE(parts.articles.empty());
}

TEST(TakeApart, LineEndsOfAnySystem) {
  const std::string one = "عقد الوزيران جلسة مباحثات في بغداد يوم الأحد الماضي.";
  const std::string two = "وأكد الجانبان أن اللقاء المقبل سيعقد في أنقرة.";
  for (const std::string end : {"\n", "\r\n", "\r", "\n\n\n", "\xE2\x80\xA9"}) {
    std::string text = one;
    text += end;
    text += two;
    const page::Page page = page_of(text);
    const PageArticles parts = take_apart(page);
    ASSERT_EQ(parts.articles.size(), 1U);
    ASSERT_EQ(parts.articles[0].body.size(), 2U);
    EXPECT_EQ(slice(page.text, parts.articles[0].body[0]), one);
    EXPECT_EQ(slice(page.text, parts.articles[0].body[1]), two);
  }
}

TEST(TakeApart, TheGivenTitleIsNoBody) {
  page::Page page = page_of(
      "وزير الدفاع يستقبل نظيره اليوناني في القاهرة، ويبحث معه أمن شرق المتوسط.\n"
      "استقبل وزير الدفاع نظيره اليوناني في القاهرة، وبحثا أمن شرق المتوسط.\n");
  page.title = "وزير الدفاع يستقبل نظيره اليوناني في القاهرة، ويبحث معه أمن شرق المتوسط.";
  const PageArticles parts = take_apart(page);
  ASSERT_EQ(parts.articles.size(), 1U);
  EXPECT_EQ(parts.blocks[0].kind, BlockKind::title);
  EXPECT_EQ(parts.articles[0].title, parts.blocks[0].span);
  EXPECT_EQ(parts.articles[0].body.size(), 1U);
}

TEST(TakeApart, ALeadAboveTheRepeatedTitleIsTheStorys) {
  const std::string lead = "بدأت في مسقط جولة جديدة من المحادثات بين الوفدين برعاية الأمم المتحدة.\n";
  const std::string ticker = "تراجعت أسعار القمح في الأسواق العالمية للشهر الثالث على التوالي.\n";
  const std::string title = "جولة جديدة من المحادثات بين الوفدين في مسقط";
  const std::string rest = "وقال المبعوث إن الجولة تستغرق ثلاثة أيام.\n";
  page::Page page = page_of(lead + title + "\n" + rest);
  page.title = title;
  EXPECT_EQ(take_apart(page).articles.at(0).body.size(), 2U);
  page.text = ticker + title + "\n" + rest;
  EXPECT_EQ(take_apart(page).articles.at(0).body.size(), 1U);
}

TEST(TakeApart, AFlashIsAStory) {
  EXPECT_EQ(parts_of("الرئيسان يلتقيان غدا في مسقط").articles.size(), 1U);
  EXPECT_TRUE(parts_of("مسقط").articles.empty());
}

// ---- the day
// ---------------------------------------------------------------------------------------------------------

Published published_with(const std::string& given, const std::string& url, const std::string& text) {
  page::Page page = page_of(text);
  page.published = given;
  page.url = url;
  const PageArticles parts = take_apart(page);
  EXPECT_EQ(parts.articles.size(), 1U);
  return parts.articles.empty() ? Published{} : parts.articles[0].published;
}

constexpr const char* kStory = "عقد الوزيران جلسة مباحثات في بغداد يوم الأحد الماضي.\n";

TEST(Published, GivenInAnySpelling) {
  for (const char* given : {"2018-05-07", "2018-05-07T10:00:00Z", "20180507", "20180507T101500", "2018/05/07 10:00",
                            "Mon, 07 May 2018 10:00:00 GMT", "7 May 2018", "May 7, 2018", "1525687200"}) {
    const Published published = published_with(given, "", kStory);
    ASSERT_TRUE(published.date) << given;
    EXPECT_EQ(published.date->iso(), "2018-05-07") << given;
    EXPECT_EQ(published.method, DateMethod::given);
  }
}

TEST(Published, AnUnreadableGivenDateIsReported) {
  page::Page page = page_of(kStory);
  page.published = "soon";
  const PageArticles parts = take_apart(page);
  ASSERT_EQ(parts.issues.size(), 1U);
  EXPECT_NE(parts.issues[0].what.find("soon"), std::string::npos);
  EXPECT_FALSE(parts.articles[0].published.date);
}

TEST(Published, FromTheAddress) {
  for (const char* url : {"https://example.org/2018/05/07/story", "https://example.org/a/2018-5-7-x.html",
                          "https://example.org/20180507/12.htm"}) {
    const Published published = published_with("", url, kStory);
    ASSERT_TRUE(published.date) << url;
    EXPECT_EQ(published.date->iso(), "2018-05-07");
    EXPECT_EQ(published.method, DateMethod::url);
  }
  EXPECT_FALSE(published_with("", "https://example.org/news/201805071234", kStory).date);
  EXPECT_FALSE(published_with("", "https://example.org/2018/55/07", kStory).date);
}

TEST(Published, TheGivenDateGoesBeforeTheAddressAndThePage) {
  const Published published = published_with("2017-01-02", "https://example.org/2018/05/07/",
                                             std::string("تاريخ النشر: 2016-03-04\n") + kStory);
  EXPECT_EQ(published.date->iso(), "2017-01-02");
}

TEST(Published, FromTheHeadOfRunTogetherText) {
  const std::map<std::string, std::string> heads = {
      {"0915 (GMT+04:00) - 06/03/11 ", "2011-03-06"},
      {"السبت، 05 شباط/فبراير 2011، آخر تحديث 10:00 (GMT+0400) ", "2011-02-05"},
      {"الرئيسية العالم رياضة آخر تحديث: الأحد, 6 مارس, 2011, 09:15 GMT ", "2011-03-06"},
  };
  for (const auto& [head, day] : heads) {
    const Published published = published_with("", "", head + "وفد من الجامعة يصل إلى طرابلس " + kStory);
    ASSERT_TRUE(published.date) << head;
    EXPECT_EQ(published.date->iso(), day);
    EXPECT_EQ(published.method, DateMethod::visible);
  }
}

TEST(Published, AChronicleHasNoDateline) {
  EXPECT_FALSE(published_with("", "", "28 مايو 1990 - عقدت القمة في بغداد وحضرها عدد من القادة العرب.\n").date);
  EXPECT_EQ(published_with("", "", "بغداد 28 مايو 1990 - عقدت القمة اليوم وحضرها عدد من القادة العرب.\n").date->iso(),
            "1990-05-28");
}

TEST(Published, DatesOfOtherThingsUnderAStoryAreNotItsOwn) {
  const Published published =
      published_with("", "", std::string(kStory) + "الأكثر قراءة\nحصاد الرياضة\n2019-01-05\nنشرة المساء\n2019-01-06\n");
  EXPECT_FALSE(published.date);
}

// ---- phrases, names, languages
// ---------------------------------------------------------------------------------------

TEST(Phrases, AreFoldedAndSaidOnce) {
  std::set<std::string_view> seen;
  for (const Phrase& phrase : phrases()) {
    EXPECT_EQ(arabic::fold(phrase.words), phrase.words);
    EXPECT_NE(phrase.cue, Cue::none) << phrase.words;
    EXPECT_TRUE(seen.insert(phrase.words).second) << phrase.words << " stands twice";
  }
}

Found match(std::string_view text) {
  const std::vector<Line> lines = split_lines(text);
  Matcher matcher;
  return lines.empty() ? Found{} : matcher.match(text, lines[0]);
}

TEST(Phrases, MatchInAnySpellingAndOnlyAsFurniture) {
  EXPECT_EQ(match("إقـرأ أيضـاً :").cue, Cue::teaser);
  EXPECT_EQ(match("اقرأ ايضا| عنوان خبر آخر").cue, Cue::teaser);
  EXPECT_EQ(match("المصدر: رويترز").cue, Cue::credit);
  EXPECT_EQ(match("(3) تعليقات").cue, Cue::comments);
  EXPECT_EQ(match("تعليقات (12)").cue, Cue::comments);
  EXPECT_EQ(match("كتب: سالم عبد الله").cue, Cue::author);
  // The same words as prose.
  EXPECT_EQ(match("المصدر أكد أن اللقاء لم يعقد").cue, Cue::none);
  EXPECT_EQ(match("كتب الوزير في تغريدة أن الزيارة ناجحة").cue, Cue::none);
  EXPECT_EQ(match("تعليقات الوزير أثارت غضب المعارضة").cue, Cue::none);
  EXPECT_EQ(match("شاهد الوزير العرض العسكري").cue, Cue::none);
  EXPECT_EQ(match("شارك الوفدان في الجلسة الافتتاحية").cue, Cue::none);
  EXPECT_EQ(match("نقلا عن رويترز، قال الوزير إن اللقاء سيعقد غدا.").cue, Cue::none);
  EXPECT_EQ(match("نقلا عن رويترز").cue, Cue::credit);
  EXPECT_EQ(match("شاهد الفيديو ملايين المتابعين خلال ساعات قليلة من نشره.").cue, Cue::none);
}

TEST(Names, CreditsAndTags) {
  std::vector<std::string> credits;
  add_credits("RT + “نيويورك تايمز” / رويترز - وكالات، RT", credits);
  EXPECT_EQ(credits, (std::vector<std::string>{"RT", "نيويورك تايمز", "رويترز", "وكالات"}));
  std::vector<std::string> tags;
  add_tags("#الأزمة_الليبية #طرابلس", tags);
  EXPECT_EQ(tags, (std::vector<std::string>{"الأزمة الليبية", "طرابلس"}));
  tags.clear();
  add_tags("ليبيا القوات المسلحة المجلس الرئاسي اتفاق", tags);
  EXPECT_EQ(tags, (std::vector<std::string>{"ليبيا", "القوات المسلحة", "المجلس الرئاسي", "اتفاق"}));
}

TEST(Language, IsToldByLetters) {
  const std::map<std::string, std::string> texts = {
      {"ar", "عقد الوزيران جلسة مباحثات في بغداد يوم الأحد الماضي، وبحثا ملف المياه."},
      {"fa", "وزیر امور خارجه در گفتگو با همتای خود گفت که این دیدار در چارچوب همکاری های پیشین انجام شد."},
      {"ur", "وزیر خارجہ نے کہا ہے کہ دونوں ملکوں کے درمیان بات چیت جاری رہے گی اور جلد ملاقات ہوگی۔"},
      {"en",
       "The minister said that the talks of the two sides would go on, and the next round is set for the spring."},
      {"fr",
       "Le ministre a annoncé que la prochaine réunion des deux pays aura lieu au mois de mai, selon les médias."},
  };
  for (const auto& [language, text] : texts) {
    const PageArticles parts = parts_of(text);
    ASSERT_EQ(parts.articles.size(), 1U) << language;
    EXPECT_EQ(parts.articles[0].language, language);
  }
}

// ---- real pages
// ------------------------------------------------------------------------------------------------------

struct RealStory {
  std::string title;      // its beginning; empty: the page shows none
  std::string published;  // empty: not known
  DateMethod method;
  std::vector<std::string> credit;
};

TEST(Seeds, AreTakenApart) {
  const fs::path gold = QANAT_ROOT "/../shared/eval/seeds.jsonl";
  if (!fs::exists(gold)) GTEST_SKIP() << "no " << gold;
  const std::map<std::string, std::vector<RealStory>> expected = {
      {"s0",
       {{"", "", DateMethod::none, {"بوابة الفجر"}}, {"القاهرة الأخبارية: تصريح ترامب", "", DateMethod::none, {}}}},
      {"s1",
       {{"روسيا تكشف عن حقيقة", "2024-01-29", DateMethod::visible, {"صدى البلد"}},
        {"رئيس الوزراء الكندي يدلي", "", DateMethod::none, {"RT", "نيويورك تايمز"}}}},
      {"s2", {{"محادثات \"أستانا\"..", "", DateMethod::none, {"وكالات"}}}},
      {"s3", {{"بهدف تطبيع أنقرة", "", DateMethod::none, {"العربي", "وكالات"}}}},
      {"s4", {{"لافروف: الاتصالات", "2017-02-08", DateMethod::visible, {}}}},
  };
  std::size_t pages = 0;
  std::size_t sentences = 0;
  std::istringstream in(read_file(gold));
  for (std::string line; std::getline(in, line);) {
    const auto record = nlohmann::json::parse(line);
    page::Page page = page_of(record["text"].get<std::string>());
    page.id = record["id"].get<std::string>();
    const auto stories = expected.find(page.id);
    if (stories == expected.end()) continue;
    ++pages;
    const PageArticles parts = take_apart(page);
    expect_sound(page, parts);
    ASSERT_EQ(parts.articles.size(), stories->second.size()) << page.id;
    for (std::size_t k = 0; k < parts.articles.size(); ++k) {
      const Article& article = parts.articles[k];
      const RealStory& story = stories->second[k];
      EXPECT_TRUE(article.title_text.starts_with(story.title)) << page.id << ' ' << article.title_text;
      EXPECT_EQ(article.title_text.empty(), story.title.empty()) << page.id << ' ' << article.title_text;
      EXPECT_EQ(article.published.date ? article.published.date->iso() : "", story.published) << page.id;
      EXPECT_EQ(article.published.method, story.method) << page.id;
      EXPECT_EQ(article.credit, story.credit) << page.id;
    }
    for (const auto& report : record["reports"]) {
      for (const auto& evidence : report["evidence"]) {
        const Span sentence = {evidence["sentence_begin"].get<std::uint32_t>(),
                               evidence["sentence_end"].get<std::uint32_t>()};
        ++sentences;
        for (const Block& block : parts.blocks) {
          if (!block.span.overlaps(sentence)) continue;
          const bool story =
              block.kind == BlockKind::body || block.kind == BlockKind::heading || block.kind == BlockKind::title;
          EXPECT_TRUE(story) << page.id << ' ' << slice(page.text, sentence);
        }
        const bool told = std::any_of(parts.articles.begin(), parts.articles.end(), [&](const Article& article) {
          return article.title.overlaps(sentence) || std::any_of(article.body.begin(), article.body.end(),
                                                                 [&](Span span) { return span.overlaps(sentence); });
        });
        EXPECT_TRUE(told) << page.id << ' ' << slice(page.text, sentence);
      }
    }
  }
  EXPECT_EQ(pages, expected.size());
  EXPECT_GT(sentences, 20U);
}

}  // namespace
}  // namespace qanat::article
