// The program by what it prints: every command, its JSON, its filters, its exit codes and its manners.
#include <sys/stat.h>

#include <csignal>

#include "cli_ledger.h"
#include "cli_run.h"

namespace qanat::cli {
namespace {

const std::vector<std::string> kCommands = {"ingest",    "read",    "channels", "channel", "contacts", "reports",
                                            "conflicts", "changes", "actors",   "article", "search",   "explain",
                                            "verify",    "export",  "lexicon",  "train"};
const std::vector<std::string> kListings = {"channels", "contacts", "reports", "conflicts", "changes"};

const char* const kPage =
    "لافروف يلتقي نظيره التركي في أنقرة\n\n"
    "التقى وزير الخارجية الروسي سيرغي لافروف نظيره التركي هاكان فيدان في أنقرة يوم الثلاثاء، وبحث الجانبان "
    "الوضع في المنطقة.\n\n"
    "وقال لافروف إن المحادثات كانت مفيدة، وإن الاتصالات بين البلدين ستستمر في المرحلة المقبلة.\n";

std::string record(const std::string& id, const std::string& text) {
  return nlohmann::json({{"id", id}, {"text", text}, {"published", "2024-01-30"}, {"publisher", "المرفأ"}}).dump() +
         "\n";
}

// ---- the command line -----------------------------------------------------------------------------------------------

TEST_F(CliTest, EveryCommandHasHelpWithExamples) {
  const Ran top = run({"--help"});
  EXPECT_EQ(top.code, 0);
  for (const std::string& command : kCommands) {
    EXPECT_TRUE(holds(top.out, "\n  " + command + " ")) << command;
    const Ran help = run({command, "--help"});
    EXPECT_EQ(help.code, 0) << command;
    EXPECT_TRUE(holds(help.out, "Examples:\n  ")) << command;
    EXPECT_TRUE(holds(help.out, "qanat " + command) || holds(help.out, "| qanat explain")) << command;
    EXPECT_EQ(help.err, "");
  }
  for (const char* part : {"lint", "find", "hits", "sort"})
    EXPECT_TRUE(holds(run({"lexicon", part, "--help"}).out, "Examples:\n  qanat lexicon")) << part;
}

TEST_F(CliTest, SaysItsVersion) {
  const Ran version = run({"--version"});
  EXPECT_EQ(version.code, 0);
  EXPECT_TRUE(version.out.starts_with("qanat ")) << version.out;
}

TEST_F(CliTest, WrongUseIsExitTwoAndSaysWhy) {
  struct Case {
    Words arguments;
    const char* says;
  };
  const Case cases[] = {
      {{}, "qanat ingest PATH"},
      {{"frobnicate"}, "--help"},
      {{"channels", "--frobnicate"}, "--frobnicate"},
      {{"channel"}, "ID"},
      {{"ingest"}, "PATH"},
      {{"lexicon"}, "--help"},
      {{"channels", "--status", "maybe"}, "ongoing"},
      {{"contacts", "--from", "yesterday"}, "2024-01-29"},
      {{"contacts", "--to", "2024-02-30"}, "2024-01-29"},
      {{"channels", "--as-of", "soon"}, "2024-01-29"},
      {{"reports", "--party", "Atlantis"}, "qanat actors"},
      {{"reports", "--rank", "plumber"}, "foreign_minister"},
      {{"reports", "--limit", "-1"}, "limit"},
      {{"read", "x", "--threads", "many"}, "threads"},
  };
  for (const Case& c : cases) {
    const Ran ran = run(c.arguments);
    EXPECT_EQ(ran.code, 2) << ran.err;
    EXPECT_EQ(ran.out, "");
    EXPECT_TRUE(holds(ran.err, c.says)) << ran.err;
  }
}

TEST_F(CliTest, NoLedgerYetSaysHowToMakeOne) {
  std::vector<Words> all = {{"channel", "x"}, {"article", "x"}, {"search", "x"}, {"actors"}, {"verify"}, {"export"}};
  for (const std::string& listing : kListings) all.push_back({listing});
  for (const Words& arguments : all) {
    const Ran ran = run(arguments);
    EXPECT_EQ(ran.code, 3) << arguments[0];
    EXPECT_TRUE(holds(ran.err, "qanat ingest PATH")) << ran.err;
    EXPECT_FALSE(std::filesystem::exists(path("ledger.qanat"))) << arguments[0];
  }
  const Ran named = run({"channels"}, "", {"QANAT_LEDGER=other.qanat"});
  EXPECT_EQ(named.code, 3);
  EXPECT_TRUE(holds(named.err, "other.qanat")) << named.err;
}

TEST_F(CliTest, FileThatIsNoLedgerIsRefused) {
  write("ledger.qanat", std::string(5000, 'x'));
  const Ran ran = run({"channels"});
  EXPECT_EQ(ran.code, 3);
  EXPECT_TRUE(holds(ran.err, "ledger.qanat")) << ran.err;
}

// ---- read, explain --------------------------------------------------------------------------------------------------

TEST_F(CliTest, ReadsPagesToJsonLinesInOrder) {
  std::string records;
  for (int i = 0; i < 40; ++i) records += record("r" + std::to_string(i), kPage);
  write("pages/a.jsonl", records);
  write("pages/b.txt", kPage);
  const Ran one = run({"read", "pages", "--threads", "1"});
  EXPECT_EQ(one.code, 0) << one.err;
  const auto lines = one.json();
  ASSERT_EQ(lines.size(), 41U);
  for (int i = 0; i < 40; ++i) EXPECT_EQ(lines[static_cast<std::size_t>(i)]["id"], "r" + std::to_string(i));
  EXPECT_EQ(lines[40]["id"], "pages/b.txt");
  EXPECT_EQ(lines[0]["published"], "2024-01-30");
  EXPECT_EQ(lines[0]["publisher"], "المرفأ");
  for (const auto& report : lines[0]["reports"]) {
    for (const auto& evidence : report["evidence"]) {
      const std::size_t begin = evidence["begin"];
      const std::size_t end = evidence["end"];
      EXPECT_EQ(evidence["quote"], std::string(kPage).substr(begin, end - begin));
    }
  }
  EXPECT_EQ(run({"read", "pages", "--threads", "5"}).out, one.out);
}

TEST_F(CliTest, ReadsStandardInput) {
  const Ran ran = run({"read", "-"}, kPage);
  EXPECT_EQ(ran.code, 0) << ran.err;
  ASSERT_EQ(ran.json().size(), 1U);
}

TEST_F(CliTest, TroubleIsToldWithFileAndLineAndTheRestIsRead) {
  write("news.jsonl", record("a", kPage) + "{\"id\": \"broken\n" + record("c", kPage));
  const Ran ran = run({"read", "news.jsonl", "nowhere.txt"});
  EXPECT_EQ(ran.code, 1);
  EXPECT_EQ(ran.json().size(), 2U);
  EXPECT_TRUE(holds(ran.err, "news.jsonl:2: byte ")) << ran.err;
  EXPECT_TRUE(holds(ran.err, ": error: ")) << ran.err;
  EXPECT_TRUE(holds(ran.err, "nowhere.txt")) << ran.err;
}

TEST_F(CliTest, ExplainsEveryStage) {
  const Ran ran = run({"explain"}, kPage);
  EXPECT_EQ(ran.code, 0) << ran.err;
  for (const char* stage : {"== blocks", "== sentences", "== mentions", "== reports", "RUS foreign_minister"})
    EXPECT_TRUE(holds(ran.out, stage)) << stage;
  write("page.txt", kPage);
  EXPECT_TRUE(holds(run({"explain", "page.txt"}).out, "== mentions"));
}

TEST_F(CliTest, ReaderThatGoesAwayAndFullDiskAreNoCrash) {
  write("page.txt", kPage);
  const Ran full = run({"read", "page.txt"}, "", {}, "/dev/full");
  EXPECT_EQ(full.code, 3);
  EXPECT_TRUE(holds(full.err, "standard output")) << full.err;

  std::string records;
  for (int i = 0; i < 500; ++i) records += record("r" + std::to_string(i), kPage);
  write("many.jsonl", records);
  const std::string command = "'" QANAT_BINARY "' read many.jsonl 2>err | head -1 >/dev/null; exit ${PIPESTATUS[0]}";
  const std::string shell = "cd '" + folder_.string() + "' && bash -c \"" + command + "\"";
  std::string escaped = shell;
  escaped.replace(escaped.find("${"), 1, "\\$");
  const int status = std::system(escaped.c_str());
  EXPECT_EQ(WEXITSTATUS(status), 128 + SIGPIPE);
  EXPECT_EQ(content("err"), "");
}

// ---- lexicon, train -------------------------------------------------------------------------------------------------

TEST_F(CliTest, LooksWordsUp) {
  const Ran found = run({"lexicon", "find", "بالمصرية"});
  EXPECT_EQ(found.code, 0) << found.err;
  EXPECT_TRUE(holds(found.out, "EGY")) << found.out;
  EXPECT_EQ(run({"lexicon", "find", "xyzzy"}).code, 1);
}

TEST_F(CliTest, CountsWhatWordsOfPagesAreReadAs) {
  write("page.txt", kPage);
  const Ran counted = run({"lexicon", "hits", "page.txt", "--kind", "contact", "--json"});
  EXPECT_EQ(counted.code, 0) << counted.err;
  const auto rows = counted.json();
  ASSERT_FALSE(rows.empty());
  std::size_t before = rows.front()["hits"].get<std::size_t>();
  bool met = false;
  for (const auto& row : rows) {
    EXPECT_EQ(row["kind"], "contact");
    EXPECT_LE(row["hits"].get<std::size_t>(), before);
    before = row["hits"].get<std::size_t>();
    met = met || (row["words"] == "التقي" && row["read_as"] == "meeting.meet" && row["page"] == "page.txt");
  }
  EXPECT_TRUE(met) << counted.out;
  const Ran one = run({"lexicon", "hits", "page.txt", "--what", "visit", "--limit", "1"});
  EXPECT_EQ(one.code, 0) << one.err;
  EXPECT_LE(one.lines().size(), 2U) << one.out;  // a head and a row, or nothing
  EXPECT_EQ(run({"lexicon", "hits", "page.txt", "--kind", "verb"}).code, 2);
  EXPECT_EQ(run({"lexicon", "hits", "nowhere.txt"}).code, 1);
}

TEST_F(CliTest, LintsAndSortsAFolderOfTheUsers) {
  write("lex/states.txt", "state RUS\n  name\n    روسيا\n\nstate EGY\n  name\n    مصر\n");
  const Ran bad = run({"lexicon", "lint", "--lexicon", "lex"});
  EXPECT_EQ(bad.code, 1);
  EXPECT_TRUE(holds(bad.err, "states.txt:")) << bad.err;
  const Ran printed = run({"lexicon", "sort", "lex/states.txt"});
  EXPECT_EQ(printed.code, 0) << printed.err;
  EXPECT_LT(printed.out.find("EGY"), printed.out.find("RUS"));
  EXPECT_EQ(run({"lexicon", "sort", "-i", "lex/states.txt"}).code, 0);
  EXPECT_EQ(content("lex/states.txt"), printed.out);
  const Ran good = run({"lexicon", "lint", "--lexicon", "lex"});
  EXPECT_EQ(good.code, 0) << good.err;
  EXPECT_EQ(run({"lexicon", "lint", "--lexicon", "nowhere"}).code, 1);
  EXPECT_EQ(run({"lexicon", "sort", "nowhere.txt"}).code, 3);
}

TEST_F(CliTest, TrainingNeedsAnnotatedArticles) {
  write("plain.jsonl", "{\"text\": \"x\"}\n");
  const Ran ran = run({"train", "out.weights", "plain.jsonl"});
  EXPECT_EQ(ran.code, 1);
  EXPECT_TRUE(holds(ran.err, "reports")) << ran.err;
  EXPECT_FALSE(std::filesystem::exists(path("out.weights")));
}

// ---- ingest ---------------------------------------------------------------------------------------------------------

TEST_F(CliTest, IngestsTwiceAndKnowsItTheSecondTime) {
  write("pages/a.txt", kPage);
  write("pages/b.jsonl", record("b1", kPage) + record("b2", "خبر آخر لا لقاء فيه، بل طقس معتدل في معظم المناطق.\n"));
  const Ran first = run({"ingest", "pages"});
  EXPECT_EQ(first.code, 0) << first.err;
  EXPECT_TRUE(holds(first.out, "3 pages read: 3 new")) << first.out;
  EXPECT_EQ(first.err, "");  // no progress where there is no terminal
  const std::string exported = run({"export"}).out;
  const Ran second = run({"ingest", "pages", "--threads", "3"});
  EXPECT_TRUE(holds(second.out, "0 new, 0 replaced, 3 known already")) << second.out;
  EXPECT_EQ(run({"export"}).out, exported);
  const Ran verified = run({"verify"});
  EXPECT_EQ(verified.code, 0) << verified.err;
  EXPECT_TRUE(holds(verified.out, "3 pages")) << verified.out;
  EXPECT_EQ(run({"verify", "--json"}).json().at(0)["well"], true);
}

TEST_F(CliTest, IngestsStandardInputIntoANamedLedger) {
  EXPECT_EQ(run({"ingest", "-", "--ledger", "mine.qanat"}, kPage).code, 0);
  EXPECT_TRUE(std::filesystem::exists(path("mine.qanat")));
  EXPECT_EQ(run({"ingest", "-"}, kPage, {"QANAT_LEDGER=env.qanat"}).code, 0);
  EXPECT_TRUE(std::filesystem::exists(path("env.qanat")));
  EXPECT_FALSE(std::filesystem::exists(path("ledger.qanat")));
  EXPECT_EQ(run({"export", "--ledger", "mine.qanat"}).out, run({"export"}, "", {"QANAT_LEDGER=env.qanat"}).out);
}

TEST_F(CliTest, IngestWithTroubleIsExitOneAndKeepsTheRest) {
  write("a.txt", kPage);
  const Ran ran = run({"ingest", "a.txt", "nowhere.txt"});
  EXPECT_EQ(ran.code, 1);
  EXPECT_TRUE(holds(ran.out, "1 page read: 1 new")) << ran.out;
  EXPECT_TRUE(holds(ran.out, "1 error")) << ran.out;
  EXPECT_TRUE(holds(ran.err, "nowhere.txt: error: ")) << ran.err;
  EXPECT_EQ(run({"ingest", "a.txt", "--ledger", "nowhere/x.qanat"}).code, 3);
}

TEST_F(CliTest, InterruptedIngestStopsCleanlyAndGoesOnLater) {
  std::string records;
  for (int i = 0; i < 30; ++i) records += record("r" + std::to_string(i), kPage);
  ASSERT_EQ(::mkfifo(path("stdin").c_str(), 0600), 0);
  const pid_t child = start({"ingest", "-"});
  const int pipe = ::open(path("stdin").c_str(), O_WRONLY);
  ASSERT_GE(pipe, 0);
  // From when the ledger is there on, an interrupt is heard.
  while (!std::filesystem::exists(path("ledger.qanat"))) {
    siginfo_t ended{};
    ASSERT_EQ(::waitid(P_PID, static_cast<id_t>(child), &ended, WEXITED | WNOHANG | WNOWAIT), 0);
    ASSERT_EQ(ended.si_pid, 0) << "it ended before its time: " << content("stderr");
    ASSERT_EQ(::usleep(1000), 0);
  }
  ASSERT_EQ(::kill(child, SIGINT), 0);
  // In one piece, which a pipe has room for: a second one might find the reader gone.
  ASSERT_EQ(::write(pipe, records.data(), records.size()), static_cast<ssize_t>(records.size()));
  ::close(pipe);
  const Ran stopped = wait(child);
  std::filesystem::remove(path("stdin"));
  EXPECT_EQ(stopped.code, 130) << stopped.err;
  EXPECT_TRUE(holds(stopped.out, "stopped before the end")) << stopped.out;
  EXPECT_EQ(run({"verify"}).code, 0);
  EXPECT_EQ(run({"ingest", "-"}, records).code, 0);
  EXPECT_EQ(run({"ingest", "-", "--ledger", "whole.qanat"}, records).code, 0);
  EXPECT_EQ(run({"export"}).out, run({"export", "--ledger", "whole.qanat"}).out);
}

// ---- the ledger shown -----------------------------------------------------------------------------------------------

class CliLedgerTest : public CliTest {
 protected:
  void SetUp() override {
    CliTest::SetUp();
    auto store = store::Store::open(path("ledger.qanat"), store::Store::Mode::create);
    ASSERT_TRUE(store.ok()) << store.error().message;
    const auto written = store.value()->write(hand_made_pages());
    ASSERT_TRUE(written.ok()) << written.error().message;
    ASSERT_TRUE(store.value()->finish().ok());
  }

  // The id of the channel on which these two talk.
  std::string channel_of(const std::string& a, const std::string& b) const {
    const auto rows = run({"channels", "--json", "--party", a, "--party", b}).json();
    EXPECT_EQ(rows.size(), 1U);
    return rows.empty() ? "" : rows[0]["id"].get<std::string>();
  }
  // How many lines of JSON a query gives.
  std::size_t count(Words arguments) const {
    arguments.emplace_back("--json");
    const Ran ran = run(arguments);
    EXPECT_EQ(ran.code, 0) << ran.err;
    return ran.json().size();
  }
};

TEST_F(CliLedgerTest, EveryQueryGivesJsonWithItsKeys) {
  const std::string channel = channel_of("RUS", "USA");
  struct Case {
    Words arguments;
    Words keys;
  };
  const Case cases[] = {
      {{"channels"},
       {"id", "channel", "actors", "mechanism", "rank", "status", "since", "first", "last", "contacts", "conflicts",
        "reports", "origins"}},
      {{"channel", channel}, {"id", "status", "timeline", "contacts", "conflicts", "reports"}},
      {{"contacts"},
       {"id", "channel_id", "channel", "form", "status", "time", "reported", "place", "condition", "parties", "reports",
        "origins"}},
      {{"reports"},
       {"id", "article", "channel_id", "publisher", "published", "origin", "evidence", "form", "status", "parties",
        "speaker", "via"}},
      {{"conflicts"}, {"id", "channel_id", "left_status", "right_status", "left", "right"}},
      {{"changes"}, {"seq", "change", "channel_id", "subject", "before", "after", "article", "published"}},
      {{"actors"}, {"actor", "name", "channels", "reports", "persons"}},
      {{"article", "p1"}, {"id", "page", "title", "published", "published_by", "copies", "text", "reports"}},
      {{"search", "الاتصالات"}, {"id", "title", "snippet", "matches"}},
      {{"verify"}, {"well", "pages", "articles", "faults"}},
  };
  for (const Case& c : cases) {
    Words arguments = c.arguments;
    arguments.emplace_back("--json");
    const Ran ran = run(arguments);
    EXPECT_EQ(ran.code, 0) << ran.err;
    const auto rows = ran.json();
    ASSERT_FALSE(rows.empty()) << arguments[0];
    for (const auto& row : rows) {
      for (const std::string& key : c.keys) EXPECT_TRUE(row.contains(key)) << arguments[0] << " has no " << key;
    }
  }
}

TEST_F(CliLedgerTest, FiltersNarrow) {
  EXPECT_EQ(count({"channels"}), 3U);
  EXPECT_EQ(count({"channels", "--party", "RUS"}), 1U);
  EXPECT_EQ(count({"channels", "--party", "روسيا", "--party", "United States"}), 1U);
  EXPECT_EQ(count({"channels", "--party", "RUS", "--party", "EGY"}), 0U);
  EXPECT_EQ(count({"channels", "--rank", "foreign_minister"}), 2U);
  EXPECT_EQ(count({"channels", "--limit", "2"}), 2U);
  EXPECT_EQ(count({"reports"}), 4U);
  EXPECT_EQ(count({"reports", "--publisher", "صحيفة المرفأ"}), 2U);
  EXPECT_EQ(count({"reports", "--status", "absent"}), 1U);
  EXPECT_EQ(count({"reports", "--status", "absent,held"}), 3U);
  EXPECT_EQ(count({"reports", "--status", "absent", "--status", "ongoing"}), 2U);
  EXPECT_EQ(count({"reports", "--from", "2024-03", "--to", "2024-03"}), 1U);
  EXPECT_EQ(count({"reports", "--person", "سامح"}), 1U);
  EXPECT_EQ(count({"contacts", "--party", "مصر"}), 1U);
  EXPECT_EQ(count({"contacts", "--from", "2024-03-05"}), 2U);
  EXPECT_EQ(count({"contacts", "--publisher", "صحيفة المرفأ", "--from", "2024-03"}), 1U);
  EXPECT_EQ(count({"contacts", "--limit", "1"}), 1U);
  EXPECT_EQ(count({"conflicts"}), 1U);
  EXPECT_EQ(count({"conflicts", "--party", "EGY"}), 0U);
  EXPECT_EQ(count({"actors", "--party", "Egypt"}), 1U);
  EXPECT_EQ(count({"actors", "--limit", "2"}), 2U);
}

TEST_F(CliLedgerTest, NothingFoundIsWellAndSaidOnStandardError) {
  for (const std::string& listing : kListings) {
    const Ran ran = run({listing, "--party", "NZL"});
    EXPECT_EQ(ran.code, 0) << listing;
    EXPECT_EQ(ran.out, "") << listing;
    EXPECT_TRUE(holds(ran.err, "matches")) << ran.err;
  }
  EXPECT_EQ(run({"channel", "ffffffffffff"}).code, 1);
  EXPECT_EQ(run({"article", "nowhere"}).code, 1);
  EXPECT_TRUE(holds(run({"search", "ديناصورات"}).err, "no article"));
}

TEST_F(CliLedgerTest, StateAsOfADay) {
  const auto status = [&](const char* day) {
    const auto rows = run({"channels", "--party", "RUS", "--as-of", day, "--json"}).json();
    return rows.empty() ? std::string("none") : rows[0]["status"].get<std::string>();
  };
  EXPECT_EQ(status("2024-01-28"), "none");
  EXPECT_EQ(status("2024-01-29"), "ongoing");
  EXPECT_EQ(status("2024-01"), "absent");
  EXPECT_EQ(count({"channels", "--as-of", "2024-01-29", "--status", "absent"}), 0U);
}

TEST_F(CliLedgerTest, ChangesGoOnFromWhereTheReaderWas) {
  const auto all = run({"changes", "--json"}).json();
  ASSERT_GT(all.size(), 2U);
  const std::string second = all[1]["seq"].dump();
  EXPECT_EQ(count({"changes", "--after", second}), all.size() - 2);
}

TEST_F(CliLedgerTest, ChannelShowsSentencesSpeakersAndBothSidesOfAConflict) {
  const Ran ran = run({"channel", channel_of("RUS", "USA").substr(0, 6)}, "", {"COLUMNS=200"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  for (const char* part : {"Timeline", "Contacts", "Conflicts", "ongoing", "absent", "published 2024-01-29 (dateline)",
                           "article p1", "article p2", "صحيفة المرفأ", "RUS foreign_minister سيرغي لافروف", " | "})
    EXPECT_TRUE(holds(ran.out, part)) << part << "\n" << ran.out;
  EXPECT_TRUE(holds(ran.out, kSaysOngoing));
  EXPECT_TRUE(holds(ran.out, kSaysAbsent));
}

TEST_F(CliLedgerTest, TablesFitTheTerminalAndNameWhatToOpen) {
  for (const char* listing : {"channels", "contacts", "reports", "changes"}) {
    const Ran ran = run({listing}, "", {"COLUMNS=100"});
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_TRUE(holds(ran.out, "CHANNEL ID")) << ran.out;
    EXPECT_TRUE(holds(ran.out, channel_of("EGY", "TUR"))) << ran.out;
    EXPECT_FALSE(holds(ran.out, "\x1b[")) << "colours without a terminal";
  }
  const Ran reports = run({"reports"});
  EXPECT_TRUE(holds(reports.out, "\u2068")) << reports.out;
  EXPECT_TRUE(holds(reports.out, "p3")) << reports.out;
}

TEST_F(CliLedgerTest, ArticleShowsTextAndReports) {
  const Ran ran = run({"article", "p3"});
  for (const char* part :
       {"لقاء مصري تركي في القاهرة", "2024-03-05 (dateline)", kMet, "held meeting", "EGY foreign_minister"})
    EXPECT_TRUE(holds(ran.out, part)) << part << "\n" << ran.out;
  EXPECT_TRUE(holds(ran.out, "channel " + channel_of("EGY", "TUR"))) << ran.out;
}

TEST_F(CliLedgerTest, SearchFindsAnySpellingAndClitic) {
  for (const char* word : {"اتصالات", "والاتصالات", "الإتصالات"}) {
    const Ran ran = run({"search", word});
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_TRUE(holds(ran.out, "article p1")) << word << "\n" << ran.out << ran.err;
    EXPECT_FALSE(holds(ran.out, "article p3")) << word;
  }
  const auto hits = run({"search", "شكري", "القاهرة", "--json"}).json();
  ASSERT_EQ(hits.size(), 1U);
  EXPECT_EQ(hits[0]["id"], "p3");
  EXPECT_FALSE(hits[0]["matches"].empty());
}

TEST_F(CliLedgerTest, ActorsHaveNamesAndPersons) {
  const auto rows = run({"actors", "--party", "EGY", "--json"}).json();
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0]["name"], "مصر");
  EXPECT_EQ(rows[0]["persons"][0], "سامح شكري");
}

TEST_F(CliLedgerTest, HostileTextNeverReachesTheTerminal) {
  const std::string channel = channel_of("QAT", "JOR");
  std::vector<Words> all = {{"channel", channel}, {"article", "p4"}, {"search", "عمان"}, {"actors"}, {"export"}};
  for (const std::string& listing : kListings) all.push_back({listing});
  for (const Words& arguments : all) {
    for (const bool json : {false, true}) {
      Words words = arguments;
      if (json) words.emplace_back("--json");
      const Ran ran = run(words);
      EXPECT_EQ(ran.code, 0) << ran.err;
      EXPECT_FALSE(ran.out.empty()) << words[0];
      for (const char* evil : {"\x1b", "\x07", "\u202E", "\u009B"})
        EXPECT_FALSE(holds(ran.out, evil)) << words[0] << (json ? " --json" : "");
    }
  }
  // In JSON the text is still whole.
  const auto reports = run({"reports", "--party", "QAT", "--json"}).json();
  ASSERT_EQ(reports.size(), 1U);
  EXPECT_EQ(reports[0]["evidence"][0]["quote"], kHostile);
}

TEST_F(CliLedgerTest, ExportIsSortedJsonLines) {
  const Ran ran = run({"export"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_GT(ran.json().size(), 4U);
  EXPECT_EQ(run({"export"}).out, ran.out);
}

}  // namespace
}  // namespace qanat::cli
