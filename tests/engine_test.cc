// The line joined: what comes out does not depend on how many threads there were.
#include "engine/engine.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <thread>

#include "base/hash.h"
#include "engine/belt.h"

namespace qanat::engine {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

const std::vector<int> kThreads = {1, 2, 7};

// Makes a page of its document's id and text; a text of more words takes longer, so that threads overtake one another.
// A text that begins with "empty" gives no article, one that begins with "odd" an issue too.
class PlainReader final : public Reader {
 public:
  store::ReadPage read(feed::Document&& document) const override {
    store::ReadPage page;
    page.id = document.id;
    page.text = document.bytes;
    for (char c : page.text) {
      if (c == ' ') std::this_thread::yield();
    }
    if (page.text.starts_with("odd")) page.issues.push_back({Severity::warning, document.where, 3, "odd text"});
    if (page.text.starts_with("empty")) return page;
    store::ReadArticle article;
    article.article.id = page.id;
    article.article.title_text = document.title;
    page.articles.push_back(article);
    return page;
  }
  std::string explain(feed::Document&& document) const override { return document.bytes; }
  std::vector<Mark> marks(const store::ReadPage&, const article::Article&) const override { return {}; }
  std::vector<report::Report> reasons(const store::ReadPage&, const article::Article&) const override { return {}; }
  std::string fingerprint() const override { return "plain"; }
};

// Keeps what it is given; can be told to fail.
class KeptStore final : public store::Store {
 public:
  std::vector<std::vector<std::string>> batches;  // page ids
  int finished = 0;
  std::size_t fail_at = SIZE_MAX;  // the batch that fails

  std::vector<std::string> pages() const {
    std::vector<std::string> out;
    for (const auto& batch : batches) out.insert(out.end(), batch.begin(), batch.end());
    return out;
  }

  Result<store::Written> write(const std::vector<store::ReadPage>& pages) override {
    if (batches.size() == fail_at) return Error{"the disk is full"};
    std::vector<std::string> ids;
    store::Written written;
    for (const store::ReadPage& page : pages) {
      ids.push_back(page.id);
      ++written.added;
      written.articles += static_cast<std::int64_t>(page.articles.size());
    }
    batches.push_back(ids);
    return written;
  }
  Status finish() override {
    ++finished;
    return Done{};
  }
  Result<store::Totals> totals() override { return store::Totals{}; }
  Result<std::vector<ledger::Channel>> channels(const store::Filter&) override { return Error{"not kept"}; }
  Result<ledger::Channel> channel(const std::string&) override { return Error{"not kept"}; }
  Result<std::vector<store::ReportRow>> reports(const store::Filter&) override { return Error{"not kept"}; }
  Result<std::vector<store::ReportRow>> reports_of_channel(const std::string&) override { return Error{"not kept"}; }
  Result<std::vector<store::ReportRow>> reports_of_article(const std::string&) override { return Error{"not kept"}; }
  Result<std::vector<ledger::Conflict>> conflicts(const store::Filter&) override { return Error{"not kept"}; }
  Result<store::ReportRow> report(const std::string&) override { return Error{"not kept"}; }
  Result<std::vector<store::ChangeRow>> changes(std::int64_t, const store::Filter&) override { return Error{"no"}; }
  Result<std::vector<store::ActorRow>> actors() override { return Error{"not kept"}; }
  Result<store::ArticleRow> article(const std::string&) override { return Error{"not kept"}; }
  Result<store::ReadPage> page(const std::string&) override { return Error{"not kept"}; }
  Result<std::vector<store::Hit>> search(std::string_view, int) override { return Error{"not kept"}; }
  Result<std::int64_t> version() override { return 0; }
  Result<store::Surveyed> survey(const store::Surveyor&) override { return Error{"not kept"}; }
  Result<std::vector<store::ToldReport>> told(const std::vector<std::string>&) override { return Error{"not kept"}; }
  Result<std::vector<store::ArticleRow>> articles(const std::vector<std::int64_t>&) override { return Error{"no"}; }
  Result<std::vector<store::ArticleRow>> articles_of_origin(const std::string&) override { return Error{"not kept"}; }
  Result<std::vector<std::int64_t>> find(std::string_view, bool) override { return Error{"not kept"}; }
  Result<std::vector<store::Hit>> hits(const std::vector<std::int64_t>&, std::string_view, bool) override {
    return Error{"not kept"};
  }
  Result<std::vector<store::ChangeRow>> changes_before(std::int64_t, int) override { return Error{"not kept"}; }
  Status export_lines(const std::function<void(std::string_view)>&) override { return Error{"not kept"}; }
  Result<Issues> verify() override { return Issues{}; }
};

class EngineTest : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
    folder_ =
        fs::temp_directory_path() / (std::string("qanat_engine_") + info->name() + "_" + std::to_string(::getpid()));
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ / name, std::ios::binary) << text;
    return folder_ / name;
  }
  // Every seventh line is no record; texts are of very different lengths.
  std::string write_records(int count) const {
    std::string text;
    for (int i = 0; i < count; ++i) {
      std::string words = i % 11 == 5 ? "odd" : i % 13 == 4 ? "empty" : "text";
      for (int k = 0; k < i * 37 % 400; ++k) words += " word";
      text += Json({{"id", "r" + std::to_string(i)}, {"text", words}}).dump() + "\n";
      if (i % 7 == 6) text += "{\"id\": \"broken\n";
    }
    return write("records.jsonl", text);
  }

  fs::path folder_;
};

const auto kGoOn = [](const feed::Progress&) { return true; };
const auto kNoIssue = [](const Issue& issue) { ADD_FAILURE() << issue.where << ": " << issue.what; };

// What read_lines says in order: ids of the articles, and "!" with the place of each issue.
std::vector<std::string> told(const std::vector<std::string>& paths, int threads) {
  std::vector<std::string> out;
  const auto line = [&](std::string_view json) {
    out.push_back(Json::parse(json)["id"]);
    return true;
  };
  const auto issue = [&](const Issue& found) { out.push_back("!" + fs::path(found.where).filename().string()); };
  EXPECT_TRUE(read_lines(PlainReader(), paths, threads, line, issue).ok());
  return out;
}

TEST_F(EngineTest, LinesAndIssuesComeInInputOrder) {
  const std::string path = write_records(20);
  const std::vector<std::string> expected = {
      "r0",  "r1",  "r2",  "r3",  "!records.jsonl:6",  "r5",  "r6",  "!records.jsonl:8",  "r7",  "r8",  "r9",
      "r10", "r11", "r12", "r13", "!records.jsonl:16", "r14", "r15", "!records.jsonl:19", "r16", "r18", "r19"};
  for (const int threads : kThreads) EXPECT_EQ(told({path}, threads), expected) << threads << " threads";
}

TEST_F(EngineTest, AnyNumberOfThreadsGivesTheSame) {
  const std::string path = write_records(700);
  const auto one = told({path}, 1);
  EXPECT_GT(one.size(), 700U);
  for (const int threads : kThreads) EXPECT_EQ(told({path}, threads), one) << threads << " threads";
}

TEST_F(EngineTest, ReadingStopsWhenNobodyWantsMore) {
  const std::string path = write_records(300);
  for (const int threads : kThreads) {
    int lines = 0;
    const auto line = [&](std::string_view) { return ++lines < 5; };
    EXPECT_TRUE(read_lines(PlainReader(), {path}, threads, line, [](const Issue&) {}).ok());
    EXPECT_EQ(lines, 5);
  }
}

TEST_F(EngineTest, BatchesAreCutByCountAndDoNotDependOnThreads) {
  const std::string path = write_records(100);
  for (const int threads : kThreads) {
    KeptStore store;
    IngestOptions options;
    options.threads = threads;
    options.batch_pages = 30;
    int warnings = 0;
    const auto issue = [&](const Issue& found) { warnings += found.severity == Severity::warning ? 1 : 0; };
    const auto done = ingest(PlainReader(), store, {path}, options, kGoOn, issue);
    ASSERT_TRUE(done.ok()) << done.error().message;
    ASSERT_EQ(store.batches.size(), 4U);
    EXPECT_EQ(store.batches[2].size(), 30U);
    EXPECT_EQ(store.batches[3].size(), 10U);
    EXPECT_EQ(store.pages().front(), "r0");
    EXPECT_EQ(store.pages()[57], "r57");
    EXPECT_EQ(store.finished, 1);
    const IngestSummary& summary = done.value();
    EXPECT_EQ(summary.documents, 100U);
    EXPECT_EQ(summary.empty, 7U);  // 4, 17, 30 ... but 82, which is odd
    EXPECT_EQ(summary.written.added, 100);
    EXPECT_EQ(summary.written.articles, 93);
    EXPECT_EQ(summary.errors, 14U);
    EXPECT_EQ(summary.warnings, static_cast<std::uint64_t>(warnings));
    EXPECT_EQ(warnings, 9);
    EXPECT_FALSE(summary.interrupted);
  }
}

TEST_F(EngineTest, BatchesAreCutByBytes) {
  std::vector<std::string> paths;
  for (int i = 0; i < 6; ++i) paths.push_back(write("p" + std::to_string(i), std::string(600, 'x')));
  KeptStore store;
  IngestOptions options;
  options.batch_bytes = 1000;
  ASSERT_TRUE(ingest(PlainReader(), store, paths, options, kGoOn, kNoIssue).ok());
  ASSERT_EQ(store.batches.size(), 3U);
  EXPECT_EQ(store.batches[0].size(), 2U);
  EXPECT_EQ(store.pages(), paths);
}

TEST_F(EngineTest, InterruptedIngestKeepsAHeadOfTheInput) {
  const std::string path = write_records(300);
  for (const int threads : kThreads) {
    KeptStore store;
    IngestOptions options;
    options.threads = threads;
    options.batch_pages = 16;
    const auto progress = [](const feed::Progress& so_far) { return so_far.documents < 100; };
    const auto done = ingest(PlainReader(), store, {path}, options, progress, [](const Issue&) {});
    ASSERT_TRUE(done.ok());
    EXPECT_TRUE(done.value().interrupted);
    EXPECT_EQ(store.finished, 0);
    const std::vector<std::string> pages = store.pages();
    EXPECT_EQ(pages.size(), 100U);
    for (std::size_t i = 0; i < pages.size(); ++i) EXPECT_EQ(pages[i], "r" + std::to_string(i));
    EXPECT_EQ(done.value().written.added, 100);
  }
}

TEST_F(EngineTest, FailingStoreEndsTheIngestWithItsMessage) {
  const std::string path = write_records(300);
  for (const int threads : kThreads) {
    KeptStore store;
    store.fail_at = 2;
    IngestOptions options;
    options.threads = threads;
    options.batch_pages = 10;
    const auto done = ingest(PlainReader(), store, {path}, options, kGoOn, [](const Issue&) {});
    ASSERT_FALSE(done.ok());
    EXPECT_EQ(done.error().message, "the disk is full");
    EXPECT_EQ(store.pages().size(), 20U);
    EXPECT_EQ(store.finished, 0);
  }
}

TEST_F(EngineTest, InputThatIsNotThereIsAnIssueAndTheRestIsRead) {
  const std::string there = write("there.txt", "text");
  KeptStore store;
  Issues issues;
  const auto issue = [&](const Issue& found) { issues.push_back(found); };
  const auto done = ingest(PlainReader(), store, {folder_ / "nowhere", there}, {}, kGoOn, issue);
  ASSERT_TRUE(done.ok());
  EXPECT_EQ(store.pages(), std::vector<std::string>{there});
  EXPECT_EQ(done.value().errors, 1U);
  ASSERT_EQ(issues.size(), 1U);
  EXPECT_EQ(issues[0].where, folder_ / "nowhere");
  EXPECT_FALSE(ingest(PlainReader(), store, {folder_ / "nowhere"}, {}, kGoOn, issue).ok());
}

TEST_F(EngineTest, TextBeyondTheLimitIsReportedAndLeftOut) {
  const std::string large = write("large.txt", std::string(feed::Limits{}.max_document_bytes + 1, 'x'));
  const std::string small = write("small.txt", "text");
  KeptStore store;
  Issues issues;
  const auto done =
      ingest(PlainReader(), store, {large, small}, {}, kGoOn, [&](const Issue& found) { issues.push_back(found); });
  ASSERT_TRUE(done.ok());
  EXPECT_EQ(store.pages(), std::vector<std::string>{small});
  ASSERT_EQ(issues.size(), 1U);
  EXPECT_EQ(issues[0].where, large);
}

TEST(Belt, IsFullByBytesAndTakesOneMoreDocumentOfAnySize) {
  for (const int threads : kThreads) {
    Belt<std::size_t> belt(threads, [](feed::Document&& document) { return document.bytes.size(); });
    EXPECT_TRUE(belt.empty());
    EXPECT_FALSE(belt.full());
    feed::Document half;
    half.bytes.resize(kBeltBytes / 2);
    belt.put(feed::Document(half));
    EXPECT_FALSE(belt.full());
    belt.put(Issue{Severity::note, "between", 0, "the two"});
    belt.put(feed::Document(half));
    EXPECT_TRUE(belt.full());
    EXPECT_EQ(std::get<std::size_t>(belt.take()), kBeltBytes / 2);
    EXPECT_FALSE(belt.full());
    EXPECT_EQ(std::get<Issue>(belt.take()).where, "between");
    EXPECT_EQ(std::get<std::size_t>(belt.take()), kBeltBytes / 2);
    EXPECT_TRUE(belt.empty());
  }
}

TEST(Belt, ThrowsAwayWhatIsLeftOnIt) {
  Belt<std::size_t> belt(3, [](feed::Document&& document) { return document.bytes.size(); });
  for (int i = 0; i < 50; ++i) belt.put(feed::Document());
  EXPECT_EQ(std::get<std::size_t>(belt.take()), 0U);
}

// ---- the reader ---------------------------------------------------------------------------------------------------

feed::Document document(const std::string& text) {
  feed::Document out;
  out.id = "page";
  out.bytes = text;
  out.is_utf8 = true;
  out.published = "2024-01-29";
  return out;
}

const char* const kMeeting =
    "التقى وزير الخارجية الروسي سيرغي لافروف نظيره التركي في أنقرة، وبحث الجانبان الوضع في المنطقة.\n";

TEST(LineReader, ReadsAReportWhoseQuotesStandInThePage) {
  const auto reader = Reader::make({});
  ASSERT_TRUE(reader.ok()) << reader.error().message;
  const store::ReadPage page = reader.value()->read(document(kMeeting));
  ASSERT_EQ(page.articles.size(), 1U);
  EXPECT_EQ(page.articles[0].sketch.rank, 0);
  const store::ReadArticle& article = page.articles[0];
  EXPECT_EQ(page.lexicon, reader.value()->fingerprint());
  for (const report::Report& report : article.reports) {
    for (const report::Evidence& evidence : report.evidence) EXPECT_EQ(evidence.quote, slice(page.text, evidence.span));
  }
  const Json json = Json::parse(to_json(page, article));
  EXPECT_EQ(json["id"], "page");
  EXPECT_EQ(json["published"], "2024-01-29");
  EXPECT_EQ(json["published_by"], "given");
  EXPECT_TRUE(json["url"].is_null());
  for (const char* key : {"publisher", "language", "title", "reports"}) EXPECT_TRUE(json.contains(key)) << key;
}

TEST(LineReader, SameWordsAreOneTextWhateverStandsBetweenThem) {
  const auto reader = Reader::make({});
  ASSERT_TRUE(reader.ok());
  const auto name = [&](const std::string& text) {
    return read_to_keep(*reader.value(), document(text)).articles.at(0).sketch.rank;
  };
  EXPECT_EQ(name("وصل الوفد الروسي إلى أنقرة يوم الثلاثاء للقاء المسؤولين."),
            name("وصل الوفد الروسى الى أنقرة، يوم الثلاثاء، للقاء المسؤولين"));
  EXPECT_NE(name("وصل الوفد الروسي إلى أنقرة يوم الثلاثاء للقاء المسؤولين."),
            name("وصل الوفد الروسي إلى دمشق يوم الثلاثاء للقاء المسؤولين."));
}

TEST(LineReader, ExplainsEveryStage) {
  const auto reader = Reader::make({});
  ASSERT_TRUE(reader.ok());
  const std::string dump = reader.value()->explain(document(kMeeting));
  for (const char* stage : {"== blocks", "== sentences", "== mentions", "== reports"})
    EXPECT_NE(dump.find(stage), std::string::npos) << stage;
  EXPECT_NE(dump.find("RUS foreign_minister"), std::string::npos) << dump;
}

// Where the words of an article tell of no contact nothing is looked for, and who asks is told so.
TEST(LineReader, SaysThatAnArticleIsAboutOtherThings) {
  const auto reader = Reader::make({});
  ASSERT_TRUE(reader);
  const std::string match =
      "فاز الفريق على ضيفه بهدفين في ذهاب ربع نهائي كأس أفريقيا لكرة القدم. وسجل المهاجم الهدف الأول من ركلة جزاء في "
      "الدقيقة العاشرة، وأضاف زميله الهدف الثاني برأسه قبل نهاية الشوط الأول. وقال المدرب إن اللاعبين تأثروا بالإرهاق "
      "بعد مباراة الدوري، وإن مباراة الإياب على ملعب المنافس ستكون صعبة.\n";
  EXPECT_TRUE(reader.value()->read(document(match)).articles.front().reports.empty());
  EXPECT_NE(reader.value()->explain(document(match)).find("the whole article: its words tell of no contact"),
            std::string::npos);
  EXPECT_EQ(reader.value()->explain(document(kMeeting)).find("the whole article"), std::string::npos);
}

TEST_F(EngineTest, OptionsThatCannotBeReadSayWhichFile) {
  const auto no_lexicon = Reader::make({folder_ / "nowhere", ""});
  ASSERT_FALSE(no_lexicon.ok());
  EXPECT_NE(no_lexicon.error().message.find("nowhere"), std::string::npos);
  const std::string broken = write("broken.weights", "model\nthis is none\n");
  const auto no_weights = Reader::make({"", broken});
  ASSERT_FALSE(no_weights.ok());
  EXPECT_NE(no_weights.error().message.find(broken), std::string::npos);
}

// kMeeting with its report, as an annotated article.
Json annotated(int id) {
  const std::string text = kMeeting;
  const std::size_t trigger = text.find("التقى");
  const Json report = {{"form", "meeting"},
                       {"status", "held"},
                       {"parties", {{{"actor", "RUS"}, {"role", "foreign_minister"}, {"person", nullptr}}}},
                       {"evidence",
                        {{{"begin", trigger},
                          {"end", trigger + std::string("التقى").size()},
                          {"sentence_begin", 0},
                          {"sentence_end", text.size() - 1}}}}};
  return {{"id", "a" + std::to_string(id)}, {"text", text}, {"published", "2024-01-29"}, {"reports", {report}}};
}

TEST_F(EngineTest, TrainsTheSameWeightsTwiceAndReadsWithThem) {
  std::string lines;
  for (int i = 0; i < 6; ++i) lines += annotated(i).dump() + "\n";
  const std::string path = write("train.jsonl", lines + "{\"id\": 7}\n");
  Issues issues;
  const auto issue = [&](const Issue& found) { issues.push_back(found); };
  const auto first = train({}, {{path}, {}}, "six of one kind", issue);
  ASSERT_TRUE(first.ok()) << first.error().message;
  ASSERT_EQ(issues.size(), 1U);
  EXPECT_EQ(issues[0].where, path + ":7");
  EXPECT_NE(first.value().find("six of one kind"), std::string::npos);
  const auto second = train({}, {{path}, {}}, "six of one kind", issue);
  ASSERT_TRUE(second.ok());
  EXPECT_EQ(first.value(), second.value());

  const std::string weights = write("reader.weights", first.value());
  const auto reader = Reader::make({"", weights});
  ASSERT_TRUE(reader.ok()) << reader.error().message;
  EXPECT_NE(reader.value()->fingerprint(), Reader::make({}).value()->fingerprint());
  EXPECT_FALSE(train({}, {{write("none.jsonl", "{}\n")}, {}}, "", issue).ok());
}

TEST_F(EngineTest, TrainsOnAnnotationsWhoseTextsAreElsewhere) {
  std::string whole;
  std::string apart;
  std::string texts;
  for (int i = 0; i < 6; ++i) {
    Json article = annotated(i);
    whole += article.dump() + "\n";
    Json page = article;
    page.erase("reports");
    texts += page.dump() + "\n";
    article["text_hash"] = hash_hex(kMeeting);
    article.erase("text");
    article.erase("published");
    apart += article.dump() + "\n";
  }
  Issues issues;
  const auto issue = [&](const Issue& found) { issues.push_back(found); };
  const auto with_text = train({}, {{write("whole.jsonl", whole)}, {}}, "", issue);
  const std::string path = write("apart.jsonl", apart);
  const auto without = train({}, {{path}, {write("texts.jsonl", texts)}}, "", issue);
  ASSERT_TRUE(with_text.ok() && without.ok());
  EXPECT_EQ(with_text.value(), without.value());
  EXPECT_TRUE(issues.empty());

  const auto missing = train({}, {{path}, {}}, "", issue);
  ASSERT_FALSE(missing.ok());
  EXPECT_NE(missing.error().message.find("--texts"), std::string::npos);

  Json other = annotated(0);
  other["text"] = other["text"].get<std::string>() + " زيادة";
  const auto changed = train({}, {{path}, {write("other.jsonl", texts + other.dump() + "\n")}}, "", issue);
  ASSERT_TRUE(changed.ok());
  ASSERT_EQ(issues.size(), 1U);
  EXPECT_EQ(issues[0].where, path + ":1");
}

}  // namespace
}  // namespace qanat::engine
