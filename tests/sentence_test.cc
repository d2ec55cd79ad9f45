#include "sentence/sentence.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace qanat {
namespace {

using sentence::Text;
using sentence::Token;

// Every line of the text is a paragraph of the body.
article::Article article_of(std::string_view text) {
  article::Article out;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (end > begin) out.body.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    begin = end + 1;
  }
  return out;
}

Text split(std::string_view text) { return sentence::split(text, article_of(text)); }

// The dump without its offsets, lines joined by " | ".
std::string shown(std::string_view text) {
  const std::string dump = sentence::dump(text, split(text));
  std::string out;
  std::size_t begin = 0;
  while (begin < dump.size()) {
    const std::size_t end = dump.find('\n', begin);
    std::string line = dump.substr(begin, end - begin);
    begin = end + 1;
    if (line.starts_with("quotation")) continue;
    if (!out.empty()) out += " | ";
    out += line.substr(line.find(')') + 2);
  }
  return out;
}

std::vector<std::string> quotations(std::string_view text) {
  const Text t = split(text);
  std::vector<std::string> out;
  for (const sentence::Quotation& q : t.quotations) {
    EXPECT_LT(q.first, q.last);
    out.emplace_back(
        text.substr(t.tokens[q.first].span.begin, t.tokens[q.last - 1].span.end - t.tokens[q.first].span.begin));
  }
  return out;
}

struct Case {
  const char* text;
  const char* expected;
};

TEST(Sentence, EndsWhereTheAnnotatorsEndIt) {
  const Case cases[] = {
      {"وصل الوفد مساء. وغادر صباحا.", "وصل الوفد مسا . | وغادر صباحا ."},
      {"هل يلتقيان؟ لا أحد يعلم!", "هل يلتقيان ؟ | لا احد يعلم !"},
      {"ارتفع السعر 1.5 نقطة.", "ارتفع السعر 1.5 نقطه ."},
      {"صمت طويلا... ثم أجاب", "صمت طويلا ... | ثم اجاب"},
      {"قال \"انتهى الأمر.\" وخرج", "قال \" «انتهي الامر .» \" | وخرج"},
      {"سطر أول\nسطر ثان", "سطر اول | سطر ثان"},
      {"زار موقع qanat.org أمس", "زار موقع qanat . org امس"},
      {"  \t حديث \u00A0", "حديث"},
      {"انتهى.\u200F وبدأ", "انتهي . | وبدا"},
  };
  for (const Case& c : cases) EXPECT_EQ(shown(c.text), c.expected) << c.text;
}

TEST(Sentence, TakesWordsApart) {
  const Case cases[] = {
      {"بحث #مجلس_الأمن الملف", "بحث مجلس الامن الملف"},
      {"مجموعة 5+1 وصيغة \"2+4\"", "مجموعه 5+1 وصيغه \" «2+4» \""},
      {"الـ17 و١٧ و17،5", "ال17 و17 و17 ، 5"},
      {"كي-مون (الأمين)", "كي - مون ( الامين )"},
      {"أبريل/نيسان", "ابريل / نيسان"},
      {"مُحَمَّد ء", "محمد"},
      {"الساعة 10:30", "الساعه 10:30"},
  };
  for (const Case& c : cases) EXPECT_EQ(shown(c.text), c.expected) << c.text;
}

TEST(Sentence, TellsNumbersFromWords) {
  const Text t = split("الـ17 5+1 ١٢ 29th F16 إف16 وزير .");
  const std::vector<Token::Kind> expected = {Token::Kind::number, Token::Kind::number,     Token::Kind::number,
                                             Token::Kind::word,   Token::Kind::word,       Token::Kind::word,
                                             Token::Kind::word,   Token::Kind::punctuation};
  ASSERT_EQ(t.tokens.size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_EQ(t.tokens[i].kind, expected[i]) << t.word(t.tokens[i]);
}

TEST(Sentence, SpansAreThePagesBytes) {
  const std::string text = "العنوان\n\n قال الوزير: \"لا\". \nانتهى";
  const article::Article a = article_of(text);
  const Text t = sentence::split(text, a);
  ASSERT_EQ(t.sentences.size(), 3U);
  EXPECT_EQ(slice(text, t.sentences[1].span), "قال الوزير: \"لا\".");
  EXPECT_EQ(t.sentences[1].paragraph, 1U);
  EXPECT_EQ(slice(text, t.tokens[t.sentences[1].first].span), "قال");
  std::uint32_t last = 0;
  for (const sentence::Sentence& s : t.sentences) {
    EXPECT_EQ(s.first, last);
    last = s.last;
    for (std::uint32_t i = s.first; i < s.last; ++i) EXPECT_TRUE(s.span.contains(t.tokens[i].span));
  }
  EXPECT_EQ(last, t.tokens.size());
}

TEST(Sentence, FollowsQuotationMarks) {
  const Case cases[] = {
      {"قال «إن «الاتفاق» قريب» ثم صمت", "قال « «ان « الاتفاق » قريب» » ثم صمت"},
      {"وصفها بـ\"الخطوة\" و\"البداية\" الجيدة", "وصفها ب \" «الخطوه» \" و \" «البدايه» \" الجيده"},
      {"سماه “سلاما” لا غير", "سماه “ «سلاما» ” لا غير"},
      {"سماه \"سلاما” لا غير", "سماه \" «سلاما» ” لا غير"},
      // The second mark's space has slipped; four marks make two pairs.
      {"عن \"الرد \"المناسب على \"رفض\" الطلب", "عن \" «الرد» \" المناسب علي \" «رفض» \" الطلب"},
      {"نسي أن يفتحها\" ثم مضى", "نسي ان يفتحها \" ثم مضي"},
  };
  for (const Case& c : cases) EXPECT_EQ(shown(c.text), c.expected) << c.text;
}

TEST(Sentence, AnUnclosedQuoteEndsWithItsParagraph) {
  const Text t = split("قال \"سنعود قريبا\nوغادر المكان");
  ASSERT_EQ(t.tokens.size(), 6U);
  EXPECT_TRUE(t.tokens[3].quoted);
  EXPECT_FALSE(t.tokens[4].quoted);
  EXPECT_FALSE(t.tokens[5].quoted);
}

TEST(Sentence, QuotationsAreMoreThanNames) {
  EXPECT_EQ(quotations("لقب \"رجل السلام\" ثم قال \"لن نلتقي بهم قبل الصيف\".").size(), 1U);
  const std::string two = "قال \"سنلتقي بهم هنا. ثم نعود معا\" وخرج";
  ASSERT_EQ(quotations(two).size(), 1U);
  EXPECT_EQ(quotations(two)[0], "سنلتقي بهم هنا. ثم نعود معا");
}

TEST(Sentence, QuotationsRunOverParagraphsWhenTheMarksDo) {
  const std::string closed_later = "وقال «سنواصل الحوار معهم\nولن نغلق الباب» ثم مضى";
  ASSERT_EQ(quotations(closed_later).size(), 1U);
  EXPECT_EQ(quotations(closed_later)[0], "سنواصل الحوار معهم\nولن نغلق الباب");
  EXPECT_EQ(shown(closed_later), "وقال « «سنواصل الحوار معهم» | «ولن نغلق الباب» » ثم مضي");

  const std::string opened_again = "وقال «سنواصل الحوار معهم\n«ولن نغلق الباب» ثم مضى";
  ASSERT_EQ(quotations(opened_again).size(), 1U);
  EXPECT_EQ(quotations(opened_again)[0], "سنواصل الحوار معهم\n«ولن نغلق الباب");

  const std::string apart = "وقال «سنواصل الحوار معهم غدا\nوسماه «السلام» ثم مضى";
  ASSERT_EQ(quotations(apart).size(), 1U);
  EXPECT_EQ(quotations(apart)[0], "سنواصل الحوار معهم غدا");
}

TEST(Sentence, HostileTextIsBounded) {
  std::string marks;
  for (int i = 0; i < 1'500'000; ++i) marks += ".,";
  const Text cut = sentence::split(marks, article_of(marks));
  EXPECT_TRUE(cut.cut);
  EXPECT_EQ(cut.tokens.size(), sentence::kMaxTokens);
  for (const sentence::Sentence& s : cut.sentences) EXPECT_LE(s.last - s.first, sentence::kMaxSentenceTokens);

  const std::string one_word(3'000'000, 'a');
  const Text word = sentence::split(one_word, article_of(one_word));
  EXPECT_FALSE(word.cut);
  EXPECT_EQ(word.folded.size(), one_word.size());

  const std::string quotes(100'000, '"');
  EXPECT_TRUE(split(quotes).quotations.empty());
}

TEST(Sentence, NothingInNothingOut) {
  EXPECT_TRUE(sentence::split("", {}).sentences.empty());
  EXPECT_TRUE(split(" \n \t\n###\n").sentences.empty());
}

}  // namespace
}  // namespace qanat
