// Character sets, by the page's door: Arabic prose is written in each of them and must come back as it was.
#include "page/page.h"

#include <gtest/gtest.h>
#include <unicode/ucnv.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.h"
#include "base/utf8.h"

namespace qanat::page {
namespace {

// Of our own writing, in the manner of the press.
constexpr std::string_view kProse =
    "استقبل وزير الخارجية في مكتبه أمس سفير الدولة الجارة، وبحث معه سبل إعادة فتح المعابر بين البلدين.\n"
    "وقال المتحدث باسم الوزارة إن اللقاء جرى في أجواء ودية؛ وأضاف: \"لم نتفق على موعد بعد\". فهل يعودان إلى الطاولة؟\n"
    "\n"
    "وكانت لجنة مشتركة من خبراء الجانبين قد اجتمعت ثلاث مرات منذ مطلع العام 2021 دون أن تنشر نتائجها.\n";
constexpr std::string_view kShort = "وفد يصل اليوم";

std::string encoded(std::string_view utf8, const char* charset) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out(4 * utf8.size() + 16, '\0');
  const auto size = ucnv_convert(charset, "UTF-8", out.data(), static_cast<int32_t>(out.size()), utf8.data(),
                                 static_cast<int32_t>(utf8.size()), &status);
  EXPECT_TRUE(U_SUCCESS(status)) << charset;
  out.resize(static_cast<std::size_t>(size));
  return out;
}

Page make(std::string bytes, bool is_utf8 = false) {
  feed::Document document;
  document.id = "page";
  document.where = "here";
  document.bytes = std::move(bytes);
  document.is_utf8 = is_utf8;
  Page page = make_page(std::move(document));
  EXPECT_EQ(first_invalid_utf8(page.text), page.text.size());
  for (const Issue& issue : page.issues) EXPECT_EQ(issue.where, "here");
  return page;
}

TEST(Page, CarriesWhatTheDocumentSays) {
  feed::Document document{"id", "w:1", "نص", true, "http://u", "صحيفة", "2024-01-02", "عنوان"};
  const Page page = make_page(std::move(document));
  EXPECT_EQ(page.id, "id");
  EXPECT_EQ(page.where, "w:1");
  EXPECT_EQ(page.text, "نص");
  EXPECT_EQ(page.charset, "utf-8");
  EXPECT_EQ(page.url, "http://u");
  EXPECT_EQ(page.publisher, "صحيفة");
  EXPECT_EQ(page.published, "2024-01-02");
  EXPECT_EQ(page.title, "عنوان");
  EXPECT_TRUE(page.issues.empty());
}

TEST(Page, WithoutAnIdIsNamedByItsText) {
  feed::Document document;
  document.bytes = "نص";
  EXPECT_EQ(make_page(std::move(document)).id, hash_hex("نص"));
}

TEST(Page, Utf8IsKeptByteForByte) {
  const std::string mark = "\xEF\xBB\xBF";
  for (const std::string& text : {std::string(kProse), mark + std::string(kProse), std::string(), std::string("plain"),
                                  std::string("a\r\nb\tc\f"), std::string("\U0001F600 \uFFFD \uFEFF")}) {
    const Page page = make(text);
    EXPECT_EQ(page.text, text);
    EXPECT_EQ(page.charset, "utf-8");
    EXPECT_TRUE(page.issues.empty());
  }
}

TEST(Page, Utf8IsMovedNotCopied) {
  std::string text(kProse);
  const auto before = reinterpret_cast<std::uintptr_t>(text.data());
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(make(std::move(text)).text.data()), before);
}

TEST(Page, OtherCharactersSetsComeBackAsUtf8) {
  struct Case {
    const char* icu;
    const char* name;
  };
  for (const Case& c :
       {Case{"windows-1256", "windows-1256"}, Case{"UTF-16LE", "utf-16le"}, Case{"UTF-16BE", "utf-16be"}}) {
    for (const std::string_view text : {kProse, kShort}) {
      const Page page = make(encoded(text, c.icu));
      EXPECT_EQ(page.text, text) << c.name;
      EXPECT_EQ(page.charset, c.name);
      ASSERT_EQ(page.issues.size(), 1U) << page.issues.at(0).what;
      EXPECT_EQ(page.issues[0].severity, Severity::note);
      EXPECT_EQ(page.issues[0].what, "decoded from " + page.charset);
    }
  }
  const Page iso = make(encoded(kProse, "ISO-8859-6"));
  EXPECT_EQ(iso.text, kProse);
  EXPECT_EQ(iso.charset, "iso-8859-6");
  EXPECT_EQ(make(encoded("رئيس الوفد يقول", "ISO-8859-6")).text, "رئيس الوفد يقول");
}

TEST(Page, EachSentenceAloneIsRecognised) {
  const std::vector<std::string> sentences = {"نفى الناطق وجود أي قنوات سرية مع خصومهم",
                                              "القمة تنعقد غدا",
                                              "ظهر القائد في الميدان",
                                              "سيعقد مجلس الوزراء جلسة طارئة",
                                              "محادثات <بين> Moscow و Damascus",
                                              "إيران: لا تفاوض تحت الضغط"};
  for (const std::string& text : sentences) {
    EXPECT_EQ(make(encoded(text, "windows-1256")).text, text);
    EXPECT_EQ(make(encoded(text, "ISO-8859-6")).text, text);
    EXPECT_EQ(make(encoded(text, "UTF-16LE")).text, text);
    EXPECT_EQ(make(encoded(text, "UTF-16BE")).text, text);
  }
}

TEST(Page, Windows1256KeepsPersianLettersAndMarks) {
  const std::string text = "زار چلبي پاريس – «لقاء قصير» كما جاءَ في البيانِ ـ مصدر";
  EXPECT_EQ(make(encoded(text, "windows-1256")).text, text);
}

TEST(Page, Utf16MarkDecidesAndIsDropped) {
  const std::string latin = "short \U0001F600";
  for (const std::string_view text : {kProse, std::string_view(latin), std::string_view("x")}) {
    const Page le = make("\xFF\xFE" + encoded(text, "UTF-16LE"));
    EXPECT_EQ(le.text, text);
    EXPECT_EQ(le.charset, "utf-16le");
    const Page be = make("\xFE\xFF" + encoded(text, "UTF-16BE"));
    EXPECT_EQ(be.text, text);
    EXPECT_EQ(be.charset, "utf-16be");
  }
}

TEST(Page, BrokenUtf16IsRepaired) {
  const std::string half = "\xFF\xFE" + encoded(kProse, "UTF-16LE");
  const Page page = make(half + std::string("\x00\xD8\x20\x00", 4) + "z");
  EXPECT_EQ(page.text, std::string(kProse) + "\uFFFD \uFFFD");
  ASSERT_EQ(page.issues.size(), 2U);
  EXPECT_EQ(page.issues[1].offset, half.size());
  EXPECT_EQ(page.issues[1].severity, Severity::warning);
}

TEST(Page, BrokenUtf8IsRepairedAtItsByte) {
  const std::string head = "قبل الكسر ";
  const Page page = make(head + "\xD9\xFF بعده\n" + std::string(kProse) + "\xD8");
  EXPECT_EQ(page.text, head + "\uFFFD\uFFFD بعده\n" + std::string(kProse) + "\uFFFD");
  EXPECT_EQ(page.charset, "utf-8");
  ASSERT_EQ(page.issues.size(), 1U);
  EXPECT_EQ(page.issues[0].offset, head.size());
  EXPECT_NE(page.issues[0].what.find("3 places"), std::string::npos);
  // Also where the carrier promised better.
  EXPECT_EQ(make("a\xFFz", true).text, "a\uFFFDz");
}

TEST(Page, OtherLanguagesAreNotTakenForArabic) {
  const Page french =
      make(encoded("Le ministre a été reçu à l'Élysée, où les deux délégations se sont saluées", "windows-1252"));
  EXPECT_EQ(french.charset, "utf-8");
  EXPECT_EQ(french.text.substr(0, 14), "Le ministre a ");
  EXPECT_EQ(french.issues.at(0).offset, 14U);
  const Page russian =
      make(encoded("Министр иностранных дел провёл переговоры с послом соседней страны", "windows-1251"));
  EXPECT_EQ(russian.text, "");
  EXPECT_EQ(russian.charset, "binary");
}

TEST(Page, MixedEncodingsAreDecodedLineByLine) {
  const std::string pasted = "وأفاد بيان الجهة الأخرى بأن الحوار متوقف\n";
  const Page page = make(std::string(kProse) + encoded(pasted, "windows-1256") + std::string(kProse));
  EXPECT_EQ(page.text, std::string(kProse) + pasted + std::string(kProse));
  EXPECT_EQ(page.charset, "utf-8");
  ASSERT_EQ(page.issues.size(), 1U);
  EXPECT_EQ(page.issues[0].offset, kProse.size());
  EXPECT_EQ(page.issues[0].severity, Severity::warning);

  const std::string old = encoded(kProse, "windows-1256");
  const Page other = make(old + pasted + old);
  EXPECT_EQ(other.text, std::string(kProse) + pasted + std::string(kProse));
  EXPECT_EQ(other.charset, "windows-1256");
  EXPECT_EQ(other.issues.at(1).offset, old.size());
}

TEST(Page, NulInTextIsKeptAndTold) {
  const std::string text = "نص فيه" + std::string(1, '\0') + "صفر واحد لا غير";
  const Page page = make(text);
  EXPECT_EQ(page.text, text);
  ASSERT_EQ(page.issues.size(), 1U);
  EXPECT_EQ(page.issues[0].offset, std::string("نص فيه").size());
  EXPECT_EQ(make(text, true).text, text);
}

TEST(Page, BinaryJunkGivesNoTextAndNamesTheByte) {
  std::string noise;
  unsigned state = 7;
  for (int i = 0; i < 50000; ++i) {
    state = state * 1664525U + 1013904223U;
    noise += static_cast<char>(state >> 24);
  }
  const std::string picture = "\x89PNG\r\n\x1a\n" + std::string("\0\0\0\rIHDR", 8) + noise;
  for (const std::string& junk :
       {noise, picture, std::string(5000, '\0'), "\xFF\xFE" + noise, "\xFE\xFF" + noise, "\xEF\xBB\xBF" + noise,
        std::string("\x7F"
                    "ELF\x02\x01\x01\0\0\0\0\0",
                    12)}) {
    const Page page = make(junk);
    EXPECT_EQ(page.text, "");
    EXPECT_EQ(page.charset, "binary");
    ASSERT_EQ(page.issues.size(), 1U);
    EXPECT_EQ(page.issues[0].severity, Severity::error);
    EXPECT_LT(page.issues[0].offset, junk.size());
  }
  EXPECT_EQ(make(picture).issues[0].offset, 0U);
}

TEST(Page, AnyBytesGiveValidUtf8) {
  unsigned state = 3;
  for (int round = 0; round < 3000; ++round) {
    std::string bytes;
    const int size = round % 40;
    for (int i = 0; i < size; ++i) {
      state = state * 1664525U + 1013904223U;
      const unsigned pick = state >> 24;
      bytes += static_cast<char>(round % 3 == 0 ? pick : round % 3 == 1 ? 0xC0 + pick % 64 : 0x20 + pick % 200);
    }
    const Page page = make(bytes);  // checks that the text is valid
    EXPECT_FALSE(page.charset.empty());
  }
}

}  // namespace
}  // namespace qanat::page
