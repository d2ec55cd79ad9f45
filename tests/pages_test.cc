// The pages of tests/pages (our own, after the manners of real sites) and, where they stand beside the project, those
// of ../shared/pages, read whole and compared with their gold. The floors only rise.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "article/article.h"
#include "page/page.h"

namespace qanat {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

// White space folded, invisible marks dropped.
std::string folded(const std::string& text) {
  std::string out;
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = std::string_view(text).substr(at);
    bool mark = rest.starts_with("\uFEFF");
    for (const char* invisible :
         {"\u200B", "\u200C", "\u200D", "\u200E", "\u200F", "\u202A", "\u202B", "\u202C", "\u202D", "\u202E"})
      mark = mark || rest.starts_with(invisible);
    if (mark) {
      at += 3;
      continue;
    }
    const bool wide = rest.starts_with("\u00A0");
    if (wide || static_cast<unsigned char>(text[at]) <= ' ') {
      space = !out.empty();
      at += wide ? 2 : 1;
      continue;
    }
    if (space) out += ' ';
    space = false;
    out += text[at++];
  }
  return out;
}

std::string text_or_empty(const Json& json) {
  return json.is_string() ? folded(json.get<std::string>()) : std::string();
}

std::map<std::string, int> words_of(const std::string& text) {
  std::map<std::string, int> words;
  std::istringstream in(text);
  for (std::string word; in >> word;) ++words[word];
  return words;
}

struct Score {
  int pages = 0, kinds = 0, articles = 0, titles = 0, published = 0, modified = 0, publishers = 0, charsets = 0;
  int found = 0, missing = 0, furniture = 0;
  double words = 0;
  std::string errors;

  double segment_f1() const { return 200.0 * found / (2 * found + missing + furniture); }
  double word_f1() const { return 100 * words / articles; }
};

class Scorer {
 public:
  explicit Scorer(fs::path folder) : folder_(std::move(folder)) {}

  Score score(const std::string& gold_file) {
    std::ifstream in(folder_ / gold_file);
    for (std::string line; std::getline(in, line);) {
      if (!line.empty()) read(Json::parse(line));
    }
    return score_;
  }

 private:
  void read(const Json& gold) {
    const std::string file = gold["file"];
    feed::Document document;
    document.id = document.where = file;
    document.bytes = bytes_of(folder_ / file);
    const page::Page page = page::make_page(std::move(document));
    const article::PageArticles parts = article::take_apart(page);
    check_blocks(page, parts);
    const bool is_article = gold["kind"] == "article";
    ++score_.pages;
    hit(file, "kind", is_article == !parts.articles.empty(), score_.kinds);
    hit(file, "charset " + page.charset, page.charset == gold["charset"], score_.charsets);
    std::string body;
    if (!parts.articles.empty()) {
      for (const Span span : parts.articles.front().body) body += std::string(slice(page.text, span)) + "\n";
    }
    body = folded(body);
    for (const Json& segment : gold["with"]) {
      const bool there = body.find(folded(segment)) != std::string::npos;
      ++(there ? score_.found : score_.missing);
      if (!there) score_.errors += file + ": missing " + segment.get<std::string>() + "\n";
    }
    for (const Json& segment : gold["without"]) {
      if (body.find(folded(segment)) == std::string::npos) continue;
      ++score_.furniture;
      score_.errors += file + ": furniture " + segment.get<std::string>() + "\n";
    }
    if (is_article) check_article(file, gold, body, parts);
  }

  void check_article(const std::string& file, const Json& gold, const std::string& body,
                     const article::PageArticles& parts) {
    ++score_.articles;
    if (parts.articles.empty()) return;
    const article::Article& a = parts.articles.front();
    const auto day = [](const article::Published& p) { return p.date ? p.date->iso() : std::string(); };
    hit(file, "title " + a.title_text, folded(a.title_text) == text_or_empty(gold["title"]), score_.titles);
    hit(file, "published " + day(a.published), day(a.published) == text_or_empty(gold["published"]), score_.published);
    hit(file, "modified " + day(a.modified), day(a.modified) == text_or_empty(gold["modified"]), score_.modified);
    hit(file, "publisher " + a.publisher, folded(a.publisher) == text_or_empty(gold["publisher"]), score_.publishers);
    const auto wanted = words_of(text_or_empty(gold["body"]));
    const auto got = words_of(body);
    int common = 0;
    int all = 0;
    for (const auto& [word, count] : wanted) {
      all += count;
      const auto found = got.find(word);
      if (found != got.end()) common += std::min(count, found->second);
    }
    for (const auto& [word, count] : got) all += count;
    score_.words += all > 0 ? 2.0 * common / all : 0;
  }

  // Blocks are spans of the text, in order and apart.
  static void check_blocks(const page::Page& page, const article::PageArticles& parts) {
    std::uint32_t end = 0;
    for (const article::Block& block : parts.blocks) {
      EXPECT_LE(end, block.span.begin) << page.id;
      EXPECT_LT(block.span.begin, block.span.end) << page.id;
      EXPECT_FALSE(block.why.empty()) << page.id;
      end = block.span.end;
    }
    EXPECT_LE(end, page.text.size()) << page.id;
  }

  void hit(const std::string& file, const std::string& what, bool right, int& count) {
    if (right)
      ++count;
    else
      score_.errors += file + ": " + what + "\n";
  }

  fs::path folder_;
  Score score_;
};

TEST(Pages, OwnPagesAreTakenApartRightly) {
  const Score score = Scorer(fs::path(QANAT_ROOT) / "tests/pages").score("gold.jsonl");
  EXPECT_GE(score.pages, 44);
  EXPECT_EQ(score.kinds, score.pages) << score.errors;
  EXPECT_EQ(score.charsets, score.pages) << score.errors;
  EXPECT_EQ(score.titles, score.articles) << score.errors;
  EXPECT_EQ(score.published, score.articles) << score.errors;
  EXPECT_EQ(score.modified, score.articles) << score.errors;
  EXPECT_EQ(score.publishers, score.articles) << score.errors;
  EXPECT_GE(score.segment_f1(), 99.9) << score.errors;
  EXPECT_GE(score.word_f1(), 99.5) << score.errors;
}

TEST(Pages, SharedPagesAreTakenApartRightly) {
  const fs::path folder = fs::path(QANAT_ROOT) / "../shared/pages";
  if (!fs::exists(folder / "dev.jsonl")) GTEST_SKIP() << "no " << folder << " beside the project";
  const Score score = Scorer(folder).score("dev.jsonl");
  EXPECT_EQ(score.kinds, score.pages) << score.errors;
  EXPECT_EQ(score.charsets, score.pages) << score.errors;
  EXPECT_EQ(score.titles, score.articles) << score.errors;
  EXPECT_EQ(score.published, score.articles) << score.errors;
  EXPECT_EQ(score.publishers, score.articles) << score.errors;
  EXPECT_GE(score.segment_f1(), 99.5) << score.errors;
  EXPECT_GE(score.word_f1(), 99) << score.errors;
}

// A checker that cannot fail is none: what is wrong with a page shows in its score.
TEST(Pages, TheScoreSeesWhatIsWrong) {
  const fs::path folder = fs::path(testing::TempDir()) / "qanat_pages_test";
  fs::create_directories(folder);
  std::ofstream(folder / "a.html")
      << "<html><title>عنوان الخبر</title><h1>عنوان الخبر</h1><div class=entry-content><p>"
         "هذه جملة طويلة بما يكفي لتكون فقرة من خبر، ولا شيء فيها غير الكلام.</p></div></html>";
  std::ofstream(folder / "gold.jsonl")
      << R"({"file":"a.html","kind":"article","charset":"utf-8","title":"آخر","published":"2020-01-01","modified":null,)"
      << R"("publisher":"دار","with":["غير موجود"],"without":["جملة طويلة"],"body":"كلام آخر"})"
      << "\n";
  const Score score = Scorer(folder).score("gold.jsonl");
  EXPECT_EQ(score.kinds, 1);
  EXPECT_EQ(score.titles, 0);
  EXPECT_EQ(score.published, 0);
  EXPECT_EQ(score.publishers, 0);
  EXPECT_EQ(score.missing, 1);
  EXPECT_EQ(score.furniture, 1);
  EXPECT_LT(score.word_f1(), 20);
  fs::remove_all(folder);
}

}  // namespace
}  // namespace qanat
