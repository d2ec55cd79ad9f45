#include "arabic/arabic.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace qanat {
namespace {

using arabic::TimeMention;

struct Pair {
  const char* in;
  const char* out;
};

TEST(Fold, MakesOneSpellingOfMany) {
  const Pair cases[] = {
      {"أحمد إلى آخر ٱلعالم", "احمد الي اخر العالم"},
      {"مُفَاوَضَاتٌ", "مفاوضات"},
      {"الـمـجـلـس", "المجلس"},
      {"مؤتمر رئيس لقاء", "موتمر رييس لقا"},
      {"وزارة", "وزاره"},
      {"کی گ", "كي غ"},
      {"٢٠١٧ ۲۰۱۷", "2017 2017"},
      {"TASS Ñ", "tass ñ"},
      {"#مجلس_الأمن", "مجلس الامن"},
      {"ا\u200Fب\u200Dت\u00ADث", "ابتث"},
      {"\uFEFB \uFE8D\uFEDF\uFEB4\uFEFC\uFEE1 \uFBFC", "لا السلام ي"},
      {"قال: «نعم».", "قال: «نعم»."},
      {"", ""},
  };
  for (const Pair& c : cases) EXPECT_EQ(arabic::fold(c.in), c.out) << c.in;
}

TEST(Fold, AppendsAndIsIdempotent) {
  std::string out = "x";
  arabic::fold_to("أب", out);
  EXPECT_EQ(out, "xاب");
  const std::string once = arabic::fold("رئاسةُ الوزراءِ الإيرانيّة");
  EXPECT_EQ(arabic::fold(once), once);
}

TEST(Fold, TableAgreesWithTheFunctions) {
  for (char32_t c = 1; c < arabic::kGlyphs; ++c) {
    EXPECT_EQ(arabic::kGlyph[c].folded, arabic::fold_code(c));
    EXPECT_EQ(arabic::kGlyph[c].word, arabic::is_word(c));
  }
  EXPECT_TRUE(arabic::is_word(U'ع'));
  EXPECT_TRUE(arabic::is_word(0x0661));
  EXPECT_FALSE(arabic::is_word(0x061F));
  EXPECT_FALSE(arabic::is_word('_'));
  EXPECT_TRUE(arabic::is_arabic_letter(U'ب'));
  EXPECT_FALSE(arabic::is_arabic_letter(0x0640));
  EXPECT_FALSE(arabic::is_arabic_letter('b'));
}

// "و+ب+ال+stem+pronoun", what there is of it.
std::string shown(const arabic::Analysis& a) {
  std::string out;
  if (a.conjunction > 0) out += "C+";
  if (a.preposition > 0) out += "P+";
  if (a.article) out += "A+";
  out += std::string(a.stem);
  if (!a.pronoun.empty()) out += "+" + std::string(a.pronoun);
  return out;
}

TEST(Analyse, OffersTheReadingThatTheDictionaryNeeds) {
  const Pair cases[] = {
      {"وزير", "وزير"},
      {"وزير", "C+زير"},
      {"والوزير", "C+A+وزير"},
      {"وبالوزير", "C+P+A+وزير"},
      {"للوزير", "P+A+وزير"},
      {"لوزير", "P+وزير"},
      {"وزيره", "وزير+ه"},
      {"وزيرهم", "وزير+هم"},
      {"سيلتقي", "P+يلتقي"},
      {"ولقاهما", "C+لقا+هما"},
      {"فالوفد", "C+A+وفد"},
      {"كالوفد", "P+A+وفد"},
      {"وللدولتين", "C+P+A+دولتين"},
  };
  for (const Pair& c : cases) {
    const std::string word = c.in;
    std::vector<std::string> all;
    for (const arabic::Analysis& a : arabic::analyse(word)) all.push_back(shown(a));
    EXPECT_NE(std::find(all.begin(), all.end(), c.out), all.end()) << c.in << " lacks " << c.out;
    ASSERT_FALSE(all.empty());
    EXPECT_EQ(all[0], word);
  }
}

TEST(Analyse, LongestStemFirstAndFew) {
  for (const char* word : {"وبالمفاوضاتهما", "ولللللل", "و", "", "فكلبوسهمهاكم"}) {
    const std::vector<arabic::Analysis> all = arabic::analyse(word);
    ASSERT_FALSE(all.empty());
    EXPECT_LE(all.size(), 16U);
    for (std::size_t i = 1; i < all.size(); ++i) EXPECT_GE(all[i - 1].stem.size(), all[i].stem.size()) << word;
  }
}

TEST(SearchKey, IsTheSameForAllThatHangsOnAWord) {
  const std::vector<std::vector<const char*>> same = {
      {"وزارة", "الوزارة", "بوزارته", "وللوزارة", "وزارات", "وزارتهم"},
      {"وزير", "الوزير", "لوزير", "ووزيره", "بالوزير"},
      {"لقاء", "اللقاء", "لقائه", "لقاؤه", "ولقاءات", "للقاء"},
      {"برلمان", "البرلمان", "وبرلمان", "للبرلمان"},
      {"بغداد", "لبغداد", "وبغداد"},
      {"مفاوضات", "المفاوضات", "مفاوضاتهم", "والمفاوضة"},
      {"إيران", "ايران", "وإيران", "لإيران"},
      {"بلد", "البلد", "وبلد", "لبلد"},
  };
  for (const auto& words : same)
    for (const char* word : words) EXPECT_EQ(arabic::search_key(word), arabic::search_key(words[0])) << word;
  EXPECT_NE(arabic::search_key("لقاء"), arabic::search_key("لقب"));
  EXPECT_NE(arabic::search_key("إيران"), arabic::search_key("العراق"));
  EXPECT_EQ(arabic::search_key("دم"), "دم");
}

TEST(Numbers, InDigitsAndWords) {
  const std::pair<const char*, int> cases[] = {
      {"17", 17},           {"١٧", 17},       {"الـ17", 17},           {"ثلاثة", 3},       {"الثالثة", 3},
      {"السابع عشر", 17},   {"سبعة عشر", 17}, {"عشرين", 20},           {"الثاني عشر", 12}, {"الحادي والعشرين", 21},
      {"خمسة وثلاثون", 35}, {"اثنين", 2},     {"الاثنين", 2},          {"مئة", 100},       {"ثلاث مئة", 300},
      {"العاشرة", 10},      {"ثمانية", 8},    {"الخامس والعشرون", 25}, {"2015", 2015},
  };
  for (const auto& [words, value] : cases) EXPECT_EQ(arabic::number_from(words), value) << words;
  for (const char* none : {"", "وزير", "ثلاثة وزراء", "17 18", "123456", "إف16", "شهر"})
    EXPECT_EQ(arabic::number_from(none), std::nullopt) << none;
}

// The mentions as "form when", joined by " | "; the anchor is Wednesday, 13 June 2018 unless said otherwise.
std::string times(std::string_view text, const char* anchor = "2018-06-13", bool future = false) {
  std::string out;
  for (const TimeMention& m :
       arabic::find_times(text, {0, static_cast<std::uint32_t>(text.size())}, Date::from_iso(anchor), future)) {
    if (!out.empty()) out += " | ";
    out += arabic::to_string(m.form);
    out += ' ' + (m.when ? m.when->iso() : "-");
  }
  return out;
}

TEST(Times, Days) {
  const Pair cases[] = {
      {"التقيا اليوم", "today 2018-06-13"},
      {"اليوم الأربعاء", "today 2018-06-13"},
      {"مساء أمس الثلاثاء", "near_day 2018-06-12"},
      {"أمس السبت", "near_day 2018-06-09"},  // the weekday is the surer word
      {"اليوم الاثنين", "near_day 2018-06-11"},
      {"أول أمس وأول من أمس", "near_day 2018-06-11"},
      {"مساء أمس الأول", "near_day 2018-06-11"},
      {"غدا الخميس", "near_day 2018-06-14"},
      {"بعد غد", "near_day 2018-06-15"},
      {"في الدوحة اليوم وغدا", "near_day 2018-06-13/2018-06-14"},
      {"الليلة الماضية", "near_day 2018-06-12"},
      {"الليلة", "today 2018-06-13"},
      {"هذا الصباح", "today 2018-06-13"},
      {"هذه الليلة", "today 2018-06-13"},
      {"يزور المدينة حاليا", "today 2018-06-13"},
      {"قال الثلاثاء", "weekday 2018-06-12"},
      {"فجر الأربعاء", "weekday 2018-06-13"},
      {"الجمعة الماضي", "weekday 2018-06-08"},
      {"يوم الأربعاء الماضي", "weekday 2018-06-06"},
      {"الأربعاء المقبل", "weekday 2018-06-20"},
      {"الاثنين القادم", "weekday 2018-06-18"},
      {"يومي الخميس والجمعة الماضيين", "weekday 2018-06-07/2018-06-08"},
      {"مساء الأحد وصباح الاثنين", "weekday 2018-06-10/2018-06-11"},
      {"من الثلاثاء إلى الخميس", "weekday 2018-06-05/2018-06-07"},
  };
  for (const Pair& c : cases) EXPECT_EQ(times(c.in), c.out) << c.in;
}

TEST(Times, TheSideThatIsPreferred) {
  EXPECT_EQ(times("يلتقيان الخميس", "2018-06-13", true), "weekday 2018-06-14");
  EXPECT_EQ(times("يلتقيان الأربعاء", "2018-06-13", true), "weekday 2018-06-13");
  EXPECT_EQ(times("تعقد الخميس والجمعة", "2018-06-13", true), "weekday 2018-06-14/2018-06-15");
  const std::string text = "الخميس";
  const auto found = arabic::find_times(text, {0, 12}, Date::from_iso("2018-06-13"));
  ASSERT_EQ(found.size(), 1U);
  ASSERT_TRUE(found[0].otherwise.has_value());
  EXPECT_EQ(found[0].otherwise->iso(), "2018-06-14");
  EXPECT_FALSE(found[0].publication_day);
}

TEST(Times, PublicationDayAndHints) {
  const auto one = [](const std::string& text) {
    const auto all =
        arabic::find_times(text, {0, static_cast<std::uint32_t>(text.size())}, Date::from_iso("2018-06-13"));
    return all.size() == 1 ? all[0] : TimeMention{};
  };
  EXPECT_TRUE(one("اليوم").publication_day);
  EXPECT_TRUE(one("الأربعاء").publication_day);
  EXPECT_FALSE(one("الثلاثاء").publication_day);
  EXPECT_FALSE(one("13 يونيو").publication_day);
  EXPECT_EQ(one("الشهر الماضي").hint, TimeMention::Tense::past);
  EXPECT_EQ(one("الشهر الجاري").hint, TimeMention::Tense::present);
  EXPECT_EQ(one("الثلاثاء المقبل").hint, TimeMention::Tense::future);
  EXPECT_EQ(one("في مايو").hint, TimeMention::Tense::none);
}

TEST(Times, Dates) {
  const Pair cases[] = {
      {"يومي 3 و4 أبريل/ نيسان الجاري", "date 2018-04-03/2018-04-04"},
      {"من 8 إلى 19 آيار/مايو", "date 2018-05-08/2018-05-19"},
      {"12 حزيران (يونيو)", "date 2018-06-12"},
      {"7 مارس/آذار الجاري", "date 2018-03-07"},
      {"في يونيو حزيران", "month 2018-06"},
      {"3 أبريل", "date 2018-04-03"},
      {"الثالث من مايو", "date 2018-05-03"},
      {"السابع عشر من كانون الثاني", "date 2018-01-17"},
      {"8 تشرين الثاني/نوفمبر 2016", "date 2016-11-08"},
      {"من 26 أبريل إلى 2 مايو", "date 2018-04-26/2018-05-02"},
      {"بين 26 فبراير و5 مارس", "date 2018-02-26/2018-03-05"},
      {"20 أو 27 أبريل أو الثالث من مايو", "date 2018-04-20/2018-05-03"},
      {"25-27 من الشهر الجاري", "date 2018-06-25/2018-06-27"},
      {"في الرابع عشر من الشهر الماضي", "date 2018-05-14"},
      {"يومي 18 و19 في القاهرة", "date 2018-06-18/2018-06-19"},
      {"12 الجاري", "date 2018-06-12"},
      {"5 ديسمبر الماضي", "date 2017-12-05"},
      {"5 يناير المقبل", "date 2019-01-05"},
      {"10 فبراير من العام الماضي", "date 2017-02-10"},
      {"النصف الثاني من ماي", "date 2018-05-16/2018-05-31"},
      {"غرة جوان 2017", "date 2017-06-01"},
      {"5 و6 دجنبر 2018", "date 2018-12-05/2018-12-06"},
      {"السبت 9 يونيو", "date 2018-06-09"},
      {"2017-02-08", "date 2017-02-08"},
      {"8/2/2017", "date 2017-02-08"},
      {"01/29/2024", "date 2024-01-29"},
      {"٨ فبراير ٢٠١٧", "date 2017-02-08"},
      {"29 فبراير 2016", "date 2016-02-29"},
      {"12 شوال 1439هـ الموافق 26 يونيو 2018م", "date 2018-06-26"},
  };
  for (const Pair& c : cases) EXPECT_EQ(times(c.in), c.out) << c.in;
}

TEST(Times, MonthsAndYears) {
  const Pair cases[] = {
      {"الشهر الماضي", "month 2018-05"},
      {"مطلع الشهر المقبل", "month 2018-07"},
      {"نهاية الشهر", "month 2018-06"},
      {"هذا الشهر", "month 2018-06"},
      {"في أبريل", "month 2018-04"},
      {"أواخر يونيو الماضي", "month 2017-06"},
      {"أغسطس المقبل", "month 2018-08"},
      {"في مايو/أيار من عام 2015", "month 2015-05"},
      {"بجانفي 2011", "month 2011-01"},
      {"زارها عام 2014، ثم التقيا في يوليو من العام نفسه", "year 2014 | month 2014-07"},
      {"العام الماضي", "year 2017"},
      {"منتصف العام 2015", "year 2015"},
      {"هذه السنة", "year 2018"},
      {"في 2008", "year 2008"},
      {"بين عامي 2002 و2005", "year 2002 | year 2005"},
  };
  for (const Pair& c : cases) EXPECT_EQ(times(c.in), c.out) << c.in;
}

TEST(Times, WeeksAndStretches) {
  const Pair cases[] = {
      {"الأسبوع الماضي", "week 2018-06-04/2018-06-10"},
      {"الأسبوع المقبل", "week 2018-06-18/2018-06-24"},
      {"هذا الأسبوع", "week 2018-06-11/2018-06-13"},
      {"الأسبوع الفارط", "week 2018-06-04/2018-06-10"},
      {"الأسبوع المنقضي", "week 2018-06-04/2018-06-10"},
      {"الأسبوع الأول من مايو/أيار", "week 2018-05-01/2018-05-07"},
      {"عطلة نهاية الأسبوع", "week 2018-06-16/2018-06-17"},
      {"نهاية الأسبوع الماضي", "week 2018-06-09/2018-06-10"},
      {"مطلع الأسبوع", "week 2018-06-09/2018-06-10"},
      {"قبل يومين", "distance 2018-06-11"},
      {"منذ ثلاثة أيام", "distance 2018-06-10"},
      {"قبل نحو شهرين", "distance 2018-04"},
      {"قبل عامين", "distance 2016"},
      {"بعد أسبوع", "distance 2018-06-18/2018-06-24"},
      {"منذ أيام", "distance -"},
      {"اليومين الماضيين", "stretch 2018-06-11/2018-06-12"},
      {"الأيام الثلاثة المقبلة", "stretch 2018-06-14/2018-06-16"},
      {"الأسابيع المقبلة", "stretch -"},
      {"بدأ الأحد زيارة تستمر ثلاثة أيام", "weekday 2018-06-10 | stretch 2018-06-10/2018-06-12"},
      {"غادر الثلاثاء بعد زيارة استغرقت خمسة أيام", "weekday 2018-06-12 | stretch 2018-06-08/2018-06-12"},
  };
  for (const Pair& c : cases) EXPECT_EQ(times(c.in), c.out) << c.in;
  EXPECT_EQ(times("خلال يومين", "2018-06-13", true), "distance 2018-06-13/2018-06-15");
  EXPECT_EQ(times("هذا الأسبوع", "2018-06-13", true), "week 2018-06-11/2018-06-17");
}

TEST(Times, WordsThatOnlyLookLikeThem) {
  for (const char* text : {"اليوم السابع",        "في اليوم التالي",
                           "اليوم الذي غادر فيه", "صلاة الجمعة",
                           "أحد الوزراء",         "زار المغرب",
                           "مارس ضغوطا عليه",     "تيريزا ماي",
                           "أب لطفلين",           "الأمين العام للأمم المتحدة",
                           "خميس الجهيناوي",      "مجموعة 5+1",
                           "بلغ 2018 دولارا",     "بعد يومين من الضربة",
                           "بعد يوم على الاتصال", "حرب أكتوبر",
                           "1.5 مليون",           "سبت",
                           "للمرة الثانية",       "45 مايو",
                           "2017-13-45"}) {
    const std::string found = times(text);
    if (std::string_view(text) == "45 مايو") {
      EXPECT_EQ(found, "month 2018-05");
    } else {
      EXPECT_EQ(found, "") << text;
    }
  }
}

TEST(Times, WithoutAnAnchorOnlyAbsoluteOnesAreResolved) {
  EXPECT_EQ(times("الثلاثاء", ""), "weekday -");
  EXPECT_EQ(times("اليوم وغدا", ""), "near_day -");
  EXPECT_EQ(times("الشهر الماضي و5 مايو و7 مايو 2018", ""), "month - | date - | date 2018-05-07");
  EXPECT_EQ(times("الأسبوع الماضي، هذا الأسبوع، نهاية الأسبوع، قبل يومين، خلال شهر", ""),
            "week - | week - | week - | distance - | distance -");
}

TEST(Times, StaysInsideItsSpan) {
  const std::string text = "قال الثلاثاء إنه عاد الجمعة";
  const auto begin = static_cast<std::uint32_t>(text.find("إنه"));
  const auto found = arabic::find_times(text, {begin, static_cast<std::uint32_t>(text.size())}, std::nullopt);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(slice(text, found[0].span), "الجمعة");
  const std::string bracket = "في 31 أيار (مايو) الماضي وصل";
  const auto whole =
      arabic::find_times(bracket, {0, static_cast<std::uint32_t>(bracket.size())}, Date::from_iso("2018-06-13"));
  ASSERT_EQ(whole.size(), 1U);
  EXPECT_EQ(slice(bracket, whole[0].span), "31 أيار (مايو) الماضي");
}

TEST(AbsoluteDates, OfDateLines) {
  const Pair cases[] = {
      {"الجمعة 22 نوفمبر / November 2024", "2024-11-22"},
      {"تاريخ النشر: 29th, January 2024 GMT", "2024-01-29"},
      {"2017-02-08 1266", "2017-02-08"},
      {"08/02/2017 الساعة 10:30", "2017-02-08"},
      {"الخميس, 22 أكتوبر/ تشرين الأول, 2009, 10:24 GMT", "2009-10-22"},
      {"2018-05-07T10:00:00Z", "2018-05-07"},
      {"February 8, 2017", "2017-02-08"},
      {"نشر في 7 أيار 2018، وعدل في 9 أيار 2018", "2018-05-07 2018-05-09"},
      {"في مايو 2018، أو 5 مايو، أو 2018", ""},
  };
  for (const Pair& c : cases) {
    const std::string_view text = c.in;
    std::string found;
    for (const arabic::AbsoluteDate& d :
         arabic::find_absolute_dates(text, {0, static_cast<std::uint32_t>(text.size())}))
      found += (found.empty() ? "" : " ") + d.date.iso();
    EXPECT_EQ(found, c.out) << c.in;
  }
}

TEST(Times, HostileTextIsLinear) {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += "3 و4 أو 5 إلى ";
  EXPECT_EQ(times(text), "");
  std::string weekdays;
  for (int i = 0; i < 100'000; ++i) weekdays += "الأحد والاثنين و";
  EXPECT_NE(times(weekdays), "");
  EXPECT_EQ(times(std::string(1'000'000, '9')), "");
}

}  // namespace
}  // namespace qanat
