// Pages made for tests of the store: a page's number alone decides what stands in it.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "origin/origin.h"
#include "store/store.h"

namespace qanat::store {

// A folder of its own for a test's files, gone when it is.
class Folder {
 public:
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "qanat_test_XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  std::string file(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

// Writes a page piece by piece, and knows where each piece stands.
class PageBuilder {
 public:
  explicit PageBuilder(std::string id) {
    page_.id = std::move(id);
    page_.charset = "utf-8";
    page_.lexicon = "lexicon";
  }

  PageBuilder& article(const std::string& title, const std::string& published, const std::string& publisher = "") {
    ReadArticle& read = page_.articles.emplace_back();
    article::Article& a = read.article;
    a.id = page_.id + (page_.articles.size() > 1 ? "#" + std::to_string(page_.articles.size()) : "");
    a.title = line(title, article::BlockKind::title);
    a.title_text = title;
    a.publisher = publisher;
    a.language = "ar";
    if (!published.empty()) a.published = {Date::from_iso(published), article::DateMethod::given};
    return *this;
  }
  PageBuilder& paragraph(const std::string& text) {
    last_ = line(text, article::BlockKind::body);
    page_.articles.back().article.body.push_back(last_);
    return *this;
  }
  // A report that stands on the last paragraph.
  PageBuilder& report(report::Report report) {
    const Span trigger{last_.begin, last_.begin + std::min<std::uint32_t>(2, last_.size())};
    report.evidence.push_back({last_, trigger, std::string(slice(page_.text, last_))});
    page_.articles.back().reports.push_back(std::move(report));
    return *this;
  }
  PageBuilder& furniture(const std::string& text) {
    line(text, article::BlockKind::navigation);
    return *this;
  }
  ReadPage build() {
    for (ReadArticle& read : page_.articles) read.sketch = origin::sketch(page_.text, read.article.body);
    return page_;
  }

 private:
  Span line(const std::string& text, article::BlockKind kind) {
    const auto begin = static_cast<std::uint32_t>(page_.text.size());
    page_.text += text;
    const Span span{begin, static_cast<std::uint32_t>(page_.text.size())};
    page_.text += '\n';
    page_.blocks.push_back({span, kind, "test"});
    return span;
  }

  ReadPage page_;
  Span last_;
};

inline report::Report told(report::Form form, report::State state, std::vector<report::Party> parties) {
  report::Report r;
  r.form = form;
  r.state = state;
  r.parties = std::move(parties);
  return r;
}

// One of a few agency stories as some paper has it: whole, cut from below or above, or with some words changed.
inline std::string copied_story(std::mt19937& random) {
  constexpr std::size_t kStories = 5;
  constexpr std::size_t kWords = 120;
  constexpr std::size_t kChanged = 25;  // every so many words one
  const std::size_t story = random() % kStories;
  const std::size_t manner = random() % 4;
  const std::size_t begin = manner == 1 ? kWords / 2 : 0;
  const std::size_t end = manner == 2 ? kWords / 2 : kWords;
  const std::size_t changed = manner == 3 ? random() % kChanged : kWords;
  std::string out;
  for (std::size_t i = begin; i < end; ++i)
    out += (i % kChanged == changed ? "بدل" : "خبر") + std::to_string(story) + "كلمة" + std::to_string(i) + " ";
  return out;
}

// A page with one or two articles of random words, or of a story that other pages have too, and up to four reports on a
// few channels, so that channels are shared by many pages. `size`: bytes of each article, roughly.
inline ReadPage random_page(unsigned number, std::size_t size = 400) {
  static const std::vector<std::string> kWords = {"الوزير",  "محادثات",   "وقال",    "بين",      "الجانبين", "التقى",
                                                  "نظيره",   "في",        "العاصمة", "زيارة",    "رسمية",    "الوفد",
                                                  "استئناف", "المفاوضات", "بحث",     "العلاقات", "والأزمة",  "اتفاق",
                                                  "هدنة",    "الأطراف",   "موسكو",   "دمشق",     "أنقرة"};
  static const std::vector<std::string> kActors = {"RUS", "USA", "TUR", "SYR", "IRN", "QAT"};
  static const std::vector<std::string> kRoles = {"", "foreign_minister", "leader"};
  static const std::vector<std::string> kPersons = {"", "سيرغي لافروف", "لافروف", "هاكان فيدان"};
  std::mt19937 random(number * 2654435761U + 1);
  const auto below = [&](std::size_t n) { return random() % n; };

  PageBuilder builder("page/" + std::to_string(number));
  builder.furniture("الرئيسية | أخبار | رياضة");
  const std::size_t articles = 1 + (below(4) == 0 ? 1 : 0);
  for (std::size_t a = 0; a < articles; ++a) {
    const Date published = *Date::from_iso("2024-01-01") + static_cast<int>(below(60));
    const bool copied = below(3) == 0;
    builder.article("عنوان الخبر " + std::to_string(number), below(copied ? 3 : 8) == 0 ? "" : published.iso(),
                    below(2) == 0 ? "الجريدة" : "الوكالة");
    for (std::size_t paragraphs = copied ? 1 : 1 + below(3); paragraphs > 0; --paragraphs) {
      std::string text = copied ? copied_story(random) : "";
      while (!copied && text.size() < size / 2) text += kWords[below(kWords.size())] + " ";
      builder.paragraph(copied ? text : text + std::to_string(below(5)));
      if (below(3) == 0) continue;
      report::Report r;
      r.form = static_cast<report::Form>(below(7));
      r.state = static_cast<report::State>(below(9));
      for (std::size_t n = 2 + below(2); n > 0; --n)
        r.parties.push_back({kActors[below(kActors.size())], kRoles[below(kRoles.size())],
                             kPersons[below(kPersons.size())], report::Part::party});
      if (below(6) == 0) {
        r.channel = "صيغة أستانا";
        r.mechanism = "astana";
      }
      if (below(2) == 0) r.time = When::day(published - static_cast<int>(below(3)));
      if (below(2) == 0) r.speaker = report::Party{kActors[below(kActors.size())], "spokesperson", "", {}};
      builder.report(std::move(r));
    }
  }
  return builder.build();
}

inline std::unique_ptr<Store> open(const std::string& path, Store::Mode mode = Store::Mode::create) {
  auto store = Store::open(path, mode);
  if (!store) {
    ADD_FAILURE() << store.error().message;
    return nullptr;
  }
  return std::move(*store);
}

inline Written write(Store& store, const std::vector<ReadPage>& pages) {
  auto written = store.write(pages);
  if (!written) {
    ADD_FAILURE() << written.error().message;
    return {};
  }
  return *written;
}

inline std::string exported(Store& store) {
  std::string out;
  const Status status = store.export_lines([&](std::string_view line) { (out += line) += '\n'; });
  if (!status) ADD_FAILURE() << status.error().message;
  return out;
}

// The faults that verify() finds, a line each.
inline std::string faults(Store& store) {
  auto issues = store.verify();
  if (!issues) return "verify failed: " + issues.error().message;
  std::string out;
  for (const Issue& i : *issues) out += i.where + ": " + i.what + "\n";
  return out;
}

}  // namespace qanat::store
