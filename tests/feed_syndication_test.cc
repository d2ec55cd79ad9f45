// RSS and Atom by the feed's door.
#include "feed_files.h"

#include "feed/syndication.h"

namespace qanat::feed {
namespace {

class SyndicationTest : public FeedFiles {};

TEST_F(SyndicationTest, RssTwo) {
  const Got got = read_file("x", R"(<?xml version="1.0" encoding="UTF-8"?>
<!-- a comment first -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
     xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>صحيفة المثال</title><language>ar</language><atom:link href="https://paper.example/rss" rel="self"/>
<image><title>شعار</title><url>x</url></image>
<item><title>لقاء &amp;quot;مهم&amp;quot; في عمّان</title><link>https://paper.example/1</link>
<guid isPermaLink="false">77</guid><pubDate>Tue, 05 Mar 2024 23:30:00 +0300</pubDate>
<description>موجز قصير</description><media:title>صورة</media:title>
<content:encoded><![CDATA[<p>التقى الوزيران صباح اليوم في عمّان.</p>]]></content:encoded></item>
<item><title>بيان</title><guid>https://paper.example/2</guid><dc:date>2024-03-06T08:00:00Z</dc:date>
<description>نصّ بلا وسوم</description></item>
</channel></rss>)");
  ASSERT_EQ(got.documents.size(), 2U) << told(got);
  EXPECT_TRUE(got.issues.empty()) << told(got);
  const Document& a = got.documents[0];
  EXPECT_EQ(a.id, "https://paper.example/1");
  EXPECT_EQ(a.url, "https://paper.example/1");
  EXPECT_EQ(a.title, "لقاء \"مهم\" في عمّان");
  EXPECT_EQ(a.published, "2024-03-05T23:30:00+03:00");
  EXPECT_EQ(a.publisher, "صحيفة المثال");
  EXPECT_EQ(a.language, "ar");
  EXPECT_EQ(a.content_type, "text/html; charset=utf-8");
  EXPECT_TRUE(a.is_utf8);
  EXPECT_NE(a.bytes.find("<p>التقى الوزيران صباح اليوم في عمّان.</p>"), std::string::npos);
  EXPECT_EQ(a.bytes.find("موجز"), std::string::npos);
  const Document& b = got.documents[1];
  EXPECT_EQ(b.url, "https://paper.example/2");
  EXPECT_EQ(b.published, "2024-03-06T08:00:00Z");
  EXPECT_EQ(b.bytes, "بيان\n\nنصّ بلا وسوم\n");
}

TEST_F(SyndicationTest, RssOneAndAtom) {
  const Got rdf = read_file("x.xml", R"(<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="x"><title>وكالة المثال</title><dc:language>ar</dc:language></channel>
<item rdf:about="https://paper.example/3"><title>خبر</title><link>https://paper.example/3</link>
<dc:date>2024-03-05</dc:date><description>&lt;b&gt;وصل&lt;/b&gt; المبعوث</description></item></rdf:RDF>)");
  ASSERT_EQ(rdf.ids(), (Names{"https://paper.example/3"})) << told(rdf);
  EXPECT_EQ(rdf.documents[0].published, "2024-03-05");
  EXPECT_EQ(rdf.documents[0].publisher, "وكالة المثال");
  EXPECT_NE(rdf.documents[0].bytes.find("<b>وصل</b> المبعوث"), std::string::npos);

  const Got atom = read_file("y", R"(<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar"><title>مدوّنة</title>
<entry><title type="html">عنوان &amp;laquo;أول&amp;raquo;</title><id>tag:x,1</id><link rel="self" href="https://no"/>
<link rel="alternate" href="https://paper.example/4"/><published>2024-03-01T00:00:00Z</published>
<updated>2024-03-09T00:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>فقرة &lt; أولى</p></div></content></entry>
<entry><title>ثان</title><id>tag:x,2</id><updated>2024-03-09T00:00:00Z</updated><summary>نص</summary></entry></feed>)");
  ASSERT_EQ(atom.ids(), (Names{"https://paper.example/4", "tag:x,2"})) << told(atom);
  EXPECT_EQ(atom.documents[0].title, "عنوان «أول»");
  EXPECT_EQ(atom.documents[0].published, "2024-03-01T00:00:00Z");
  EXPECT_EQ(atom.documents[0].language, "ar");
  EXPECT_NE(atom.documents[0].bytes.find("<p>فقرة &lt; أولى</p>"), std::string::npos) << atom.documents[0].bytes;
  EXPECT_EQ(atom.documents[1].published, "2024-03-09T00:00:00Z");
}

TEST_F(SyndicationTest, BrokenFeedsGiveWhatStandsBeforeTheBreak) {
  const std::string good = "<rss version='2.0'><channel><title>ت</title><item><title>أ</title><link>u1</link></item>";
  const Got cut = read_file("a", good + "<item><title>ب");
  EXPECT_GE(cut.documents.size(), 1U);
  EXPECT_EQ(cut.documents.at(0).url, "u1");
  ASSERT_EQ(cut.issues.size(), 1U) << told(cut);
  EXPECT_TRUE(mentions(cut.issues[0], "broken XML"));
  // What careless feeds hold: bare ampersands, entities of HTML, control characters.
  const Got careless =
      read_file("b", good +
                         "<item><title>س & ج</title><link>u2</link><description>أ&nbsp;ب</description></item>"
                         "<item><title>\x01خ</title><link>u3</link></item></channel></rss>");
  EXPECT_EQ(careless.ids(), (Names{"u1", "u2", "u3"})) << told(careless);
}

TEST_F(SyndicationTest, EntitiesAreNeverExpandedAndNothingIsFetched) {
  const std::string secret = write("secret", "سرّ");
  std::string bomb = "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a0 'boom'>";
  for (int i = 1; i < 40; ++i) {
    const std::string inner = "&a" + std::to_string(i - 1) + ";";
    bomb += "<!ENTITY a" + std::to_string(i) + " '" + inner + inner + inner + inner + "'>";
  }
  bomb += "<!ENTITY x SYSTEM 'file://" + secret +
          "'>]><rss><channel><item><title a='&a39;'>ع &a39; &x;</title>"
          "<link>u</link></item></channel></rss>";
  const Got got = read_file("bomb", bomb);
  for (const Document& d : got.documents) {
    EXPECT_LT(d.bytes.size(), 1000U);
    EXPECT_EQ(d.bytes.find("سرّ"), std::string::npos);
  }
  EXPECT_FALSE(got.documents.empty() && got.issues.empty());
}

TEST_F(SyndicationTest, HostileShapesAreBounded) {
  std::string deep = "<rss><channel><item><description>";
  for (int i = 0; i < 200000; ++i) deep += "<b>";
  const Got nested = read_file("deep", deep);
  EXPECT_FALSE(nested.issues.empty());
  Limits limits;
  limits.max_document_bytes = 1000;
  const Got large = read_file("large",
                              "<rss><channel><item><title>أ</title><description>" + std::string(5000, 'x') +
                                  "</description></item><item><title>ب</title><link>u</link></item></channel></rss>",
                              limits);
  EXPECT_EQ(large.ids(), (Names{"u"}));
  ASSERT_EQ(large.issues.size(), 1U) << told(large);
  EXPECT_TRUE(mentions(large.issues[0], "item of more than 1000 bytes"));
}

// Each of these takes libxml2 minutes to hours, since it compares attributes and namespaces with one another.
TEST_F(SyndicationTest, TagsMadeToTakeLongAreRefused) {
  const std::string good = "<rss><channel><item><title>أ</title><link>u</link></item>";
  std::string attributes = good + "<item ";
  for (int i = 0; i < 300000; ++i) attributes += "a" + std::to_string(i) + "='' ";
  std::string spaces = good;
  for (int i = 0; i < 100; ++i) {
    spaces += "<a";
    for (int k = 0; k < 500; ++k) spaces += " xmlns:b" + std::to_string(k) + "='" + std::to_string(i) + "'";
    spaces += ">";
  }
  for (int i = 0; i < 300000; ++i) spaces += "<c:d/>";
  std::string defaults = "<!DOCTYPE rss [<!ATTLIST e";
  for (int i = 0; i < 3000; ++i) defaults += " a" + std::to_string(i) + " CDATA 'x'";
  defaults += ">]>" + good;
  for (int i = 0; i < 300000; ++i) defaults += "<e/>";
  for (const std::string& hostile : {attributes, spaces, defaults}) {
    const Got got = read_file("x", hostile);
    EXPECT_EQ(got.ids(), (Names{"u"})) << told(got);
    ASSERT_EQ(got.issues.size(), 1U) << told(got);
    EXPECT_TRUE(mentions(got.issues[0], "than any feed")) << told(got);
  }
  // Long, and no harm in it: pictures inside of attributes, text and CDATA without a tag.
  const std::string large(100000, 'x');
  std::string honest =
      "<rss><channel><item><link>u</link><description><img src='" + large + "'/>" + large + "</description>";
  honest += "<title><![CDATA[" + large + "]]></title></item></channel></rss>";
  const Got got = read_file("y", honest);
  EXPECT_EQ(got.ids(), (Names{"u"}));
  EXPECT_TRUE(got.issues.empty()) << told(got);
}

TEST_F(SyndicationTest, OtherXmlAndHtmlAreNoFeeds) {
  for (const char* page : {"<!DOCTYPE html><html><body><p>نص</p></body></html>", "<rsss>نص</rsss>", "<p>نص</p>",
                           "<?xml version='1.0'?><html><p>نص</p></html>", "<!-- <rss> --><div>نص</div>"}) {
    const Got got = read_file("p", page);
    ASSERT_EQ(got.documents.size(), 1U) << page;
    EXPECT_EQ(got.documents[0].bytes, page);
  }
}

TEST(FeedTime, IsReadInAllItsWays) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"Tue, 05 Mar 2024 23:30:00 +0300", "2024-03-05T23:30:00+03:00"},
      {"5 March 24 07:05 GMT", "2024-03-05T07:05:00Z"},
      {"Tue,05 Mar 2024 23:30:00 EST", "2024-03-05T23:30:00-05:00"},
      {"Tue, 5 Mar 1999", "1999-03-05"},
      {"2024-03-05T01:02:03Z", "2024-03-05T01:02:03Z"},
      {" 2024-03-05 ", "2024-03-05"},
      {"Tue, 31 Feb 2024 00:00:00 GMT", ""},
      {"أمس", ""},
      {"", ""},
      {"Tue, 05 Mar 2024 99:00", "2024-03-05"},
  };
  for (const auto& [given, want] : cases) EXPECT_EQ(iso_time(given), want) << given;
}

TEST(Markup, IsSeen) {
  for (const char* text : {"<img src=x>نص", "أ<br>ب", "أ &amp; ب", "&#1575;", "نص</p>"})
    EXPECT_TRUE(has_markup(text)) << text;
  for (const char* text : {"", "نص", "3 < 4", "س & ج", "a &b c;", "<3"}) EXPECT_FALSE(has_markup(text)) << text;
}

TEST(PlainText, DropsTagsAndResolvesEntities) {
  EXPECT_EQ(plain_text("<b>أ</b> &amp; &#1575;&#x628; &unknown; 3 < 4 &"), "أ & اب &unknown; 3 < 4 &");
  EXPECT_EQ(plain_text(std::string(100000, '<') + "a"), std::string(100000, '<') + "a");
  EXPECT_EQ(plain_text("&#xD800;&#99999999999;"), "&#xD800;&#99999999999;");
}

}  // namespace
}  // namespace qanat::feed
