// HTML -> text and blocks: what is seen, in order; and pages made to hurt.
#include <gtest/gtest.h>

#include <string>

#include "page/page.h"

namespace qanat::page {
namespace {

Page make(std::string bytes) {
  feed::Document document;
  document.id = document.where = "page";
  document.bytes = std::move(bytes);
  return make_page(std::move(document));
}

std::string text_of(const std::string& body) { return make("<html><body>" + body + "</body></html>").text; }

std::string repeated(std::string_view part, std::size_t times) {
  std::string out;
  out.reserve(part.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += part;
  return out;
}

struct Case {
  const char* body;
  const char* text;
};

TEST(PageHtml, TextIsWhatIsSeenABlockALine) {
  const Case cases[] = {
      {"<p>خبر</p><p>أول</p>", "خبر\nأول"},
      {"<p>خبر<p>أول", "خبر\nأول"},
      {"سطر<br>ثان<br/><br />ثالث", "سطر\nثان\nثالث"},
      {"<p>  كلمة \n <b>سميكة</b>&nbsp;&nbsp;هنا </p>", "كلمة سميكة هنا"},
      {"<p>كلـ<b>مة</b></p>", "كلـمة"},
      {"<ul><li>أ<li>ب</ul>", "أ\nب"},
      {"<table><tr><td>أ<td>ب<tr><td>ج</table>", "أ\nب\nج"},
      {"<p>أ</p><script>if (a < b) document.write('<p>لا</p>')</script><style>p{}</style><p>ب</p>", "أ\nب"},
      {"<p>أ</p><!-- <p>لا</p> --><p>ب</p>", "أ\nب"},
      {"<noscript><p>لا</p></noscript><template><p>لا</p></template><p>ب</p>", "ب"},
      {"<div style=\"display : none\"><p>لا</p></div><p>ب</p>", "ب"},
      {"<div hidden><p>لا</p></div><p>ب</p>", "ب"},
      {"<p>3 < 5 && 7 > 2</p>", "3 < 5 && 7 > 2"},
      {"<p>&laquo;قناة&raquo; &#1593;&#x631;&#1576; &amp;amp; &copy 2020 &nosuch; &</p>",
       "«قناة» عرب &amp; © 2020 &nosuch; &"},
      {"<a title=\"a > b\" href=x>رابط</a>", "رابط"},
      {"<p class=a'b>أ</p>", "أ"},
      {"<b><p>أ</b>ب</p>ج", "أب\nج"},
      {"<div>أ</span></p></td>ب</div>", "أ\nب"},
      {"<h1>عنوان</h2>نص", "عنوان\nنص"},
      {"<select><option>أ<option>ب</select>", "أ\nب"},
      {"<p>أ<svg><text>لا</text></svg>ب</p>", "أب"},
      {"<title>لا</title><p>ب</p>", "ب"},
  };
  for (const Case& c : cases) EXPECT_EQ(text_of(c.body), c.text) << c.body;
}

TEST(PageHtml, TypeIsToldByContent) {
  for (const char* html : {"<!DOCTYPE html><p>خبر</p>", "  \n<HTML><p>خبر</p></HTML>",
                           "<?xml version='1.0'?><html><p>خبر</p></html>", "<!-- c --><html><body>خبر</body></html>",
                           "<div><p>خبر</p><p>آخر</p></div>", "Warning: x\n<!doctype html><p>خبر</p>"})
    EXPECT_EQ(make(html).format, Format::html) << html;
  for (const char* text : {"خبر <b>أول</b>", "<خبر>", "<<< عاجل >>>", "a < b", "<unknown>x</unknown>", ""}) {
    EXPECT_EQ(make(text).format, Format::text) << text;
    EXPECT_EQ(make(text).text, text);
  }
}

TEST(PageHtml, BlocksAreSpansOfTheTextInOrder) {
  const Page page =
      make("<html><body><div class='entry-content'><p>أول <a href=x>رابط</a></p>سطر<br><br>آخر</div></body></html>");
  ASSERT_EQ(page.html.blocks.size(), 3U);
  std::uint32_t end = 0;
  for (const Block& block : page.html.blocks) {
    EXPECT_GE(block.span.begin, end);
    EXPECT_LT(block.span.begin, block.span.end);
    end = block.span.end;
    EXPECT_LT(block.element, page.html.elements.size());
  }
  EXPECT_EQ(slice(page.text, page.html.blocks[0].span), "أول رابط");
  EXPECT_EQ(page.html.blocks[0].links, 1);
  EXPECT_EQ(page.html.blocks[0].link_bytes, std::string("رابط").size() + 1);
  EXPECT_TRUE(page.html.blocks[2].after_gap);
}

TEST(PageHtml, HeadSpeaks) {
  const Page page =
      make(R"(<html lang="ar-EG"><head><title> عنوان &amp; موقع </title><meta property="og:site_name" content="موقع">
<meta content='2020-01-02' itemprop=datePublished><link rel="canonical" href="https://example.org/a">
<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"عنوان","datePublished":"2020-01-02","author":[{"@type":"Person","name":"أ"},{"name":"ب"}],
"publisher":{"@type":"Organization","name":"دار"},"description":"سطر
مكسور",}]}</script></head><body><time datetime="2020-01-02">أمس</time></body></html>)");
  EXPECT_EQ(page.html.title, "عنوان & موقع");
  EXPECT_EQ(page.html.meta("og:site_name"), "موقع");
  EXPECT_EQ(page.html.meta("datepublished"), "2020-01-02");
  EXPECT_EQ(page.html.canonical, "https://example.org/a");
  EXPECT_EQ(page.html.language, "ar-eg");
  ASSERT_EQ(page.html.linked.size(), 1U);
  EXPECT_EQ(page.html.linked[0].headline, "عنوان");
  EXPECT_EQ(page.html.linked[0].publisher, "دار");
  EXPECT_EQ(page.html.linked[0].authors, (std::vector<std::string>{"أ", "ب"}));
  ASSERT_EQ(page.html.times.size(), 1U);
  EXPECT_EQ(slice(page.text, page.html.times[0].span), "أمس");
}

TEST(PageHtml, DeclaredSetsCountWhereBytesAreSilent) {
  EXPECT_EQ(make("<html><meta charset=windows-1256><p>&#1593;</p></html>").charset, "windows-1256");
  const Page utf8 = make("<html><meta charset=windows-1256><p>خبر عاجل من العاصمة</p></html>");
  EXPECT_EQ(utf8.charset, "utf-8");
  EXPECT_EQ(utf8.text, "خبر عاجل من العاصمة");
  const Page latin = make(
      "<html><meta charset=iso-8859-1><p>R\xE9"
      "publique \x96 d\xE9"
      "bat</p></html>");
  EXPECT_EQ(latin.text, "République – débat");
}

// ---- pages made to hurt ---------------------------------------------------------------------------------------------

TEST(PageHtml, NestingIsFollowedToADepthAndNoFurther) {
  const Page page = make("<html>" + repeated("<div>", 200'000) + "خبر" + repeated("</div>", 200'000) + "<p>آخر");
  EXPECT_EQ(page.text, "خبر\nآخر");
  EXPECT_LT(page.html.elements.size(), 1000U);
  ASSERT_FALSE(page.issues.empty());
  EXPECT_NE(page.issues.back().what.find("nested"), std::string::npos);
}

TEST(PageHtml, MegabytesInOneAttributeAreCut) {
  const std::string long_value(4'000'000, 'x');
  const Page page = make("<html><meta name=description content='" + long_value + "'><p class='" + long_value +
                         "' title='" + long_value + "'>خبر</p></html>");
  EXPECT_EQ(page.text, "خبر");
  EXPECT_LT(page.html.meta("description").size(), 5000U);
}

// Each of these makes a careless reader look through the rest of the page again and again.
TEST(PageHtml, WhatNeverEndsIsLookedForOnce) {
  const std::size_t many = 300'000;
  for (const char* part : {"<a href=\"", "<a b='", "<!--", "<noscript>", "<textarea>", "<svg><title>", "</", "<",
                           "<![CDATA[", "&#", "&amp", "<p><b><i>", "</b></p>", "<h1>", "<td><a>", "<li>", "<a x"}) {
    const Page page = make("<html><p>خبر</p>" + repeated(part, many));
    EXPECT_TRUE(page.text.starts_with("خبر")) << part;
    EXPECT_LE(page.text.size(), 4 * many * std::string_view(part).size()) << part;
  }
}

TEST(PageHtml, EntitiesDoNotMultiply) {
  const std::string bomb = "<!DOCTYPE html [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><html><p>" +
                           repeated("&b;", 1000) + "</p></html>";
  EXPECT_LE(make(bomb).text.size(), bomb.size());
}

TEST(PageHtml, JsonLdOfAnyDepthIsRead) {
  const Page page =
      make("<html><script type='application/ld+json'>" + repeated("[{\"a\":", 100'000) + "</script><p>خبر</p></html>");
  EXPECT_EQ(page.text, "خبر");
  EXPECT_LE(page.html.linked.size(), 64U);
}

TEST(PageHtml, CutAnywhereItIsStillAPage) {
  const std::string page =
      "<html><head><title>عنوان</title><meta charset=\"utf-8\"></head><body><div class=\"a b\"><p>خبر <a "
      "href='x'>أول</a> &amp; آخر</p><!-- c --><script>x</script><ul><li>أ</ul></div></body></html>";
  for (std::size_t size = 0; size <= page.size(); ++size) {
    const Page cut = make(page.substr(0, size));
    for (const Block& block : cut.html.blocks) EXPECT_LE(block.span.end, cut.text.size());
    for (const Element& element : cut.html.elements) EXPECT_LE(element.span.end, cut.text.size());
  }
}

}  // namespace
}  // namespace qanat::page
