// Ledgers that are not what they should be: tampered with, damaged, locked, of another version, or read while written.
#include <sqlite3.h>

#include <fstream>

#include "store_ledger.h"

namespace qanat::store {
namespace {

// Changes a file behind the store's back.
void tamper(const std::string& path, const std::string& sql) {
  sqlite3* db = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &db), SQLITE_OK);
  char* message = nullptr;
  EXPECT_EQ(sqlite3_exec(db, sql.c_str(), nullptr, nullptr, &message), SQLITE_OK) << message;
  sqlite3_free(message);
  sqlite3_close(db);
}

// ---- hostile and damaged ---------------------------------------------------------------------------------------

TEST_F(StoreTest, HostileTextIsOnlyText) {
  auto store = open(path());
  report::Report r = told(Form::meeting, State::held, {{"X:'\"; --\n\x1f", "r\x01", "\xff\xfe bad"}, {"", "", ""}});
  r.place = std::string("nul\0inside", 10);
  r.mechanism = "%s%n";
  const std::string junk = std::string("\0\x02\x03 \xed\xa0\x80 \"*()", 12);
  ReadPage page =
      PageBuilder("'; DROP TABLE page; --").article(junk, "2024-01-01", "p\"'").paragraph(junk).report(r).build();
  ReadPage empty;
  empty.id = "empty";
  PageBuilder long_line("long");
  std::string line;
  for (int i = 0; i < 20000; ++i) line += "كلمةطويلةبلافراغ";
  long_line.article("t", "2024-01-01").paragraph(line).report(r);
  write(*store, {page, empty, long_line.build()});
  EXPECT_EQ(store->page(page.id).value().text, page.text);
  EXPECT_EQ(store->page("long").value().text.size(), line.size() + 3);
  EXPECT_EQ(store->page("empty").value().text, "");
  EXPECT_EQ(store->reports({}).value()[0].entry.report.place, r.place);
  EXPECT_EQ(faults(*store), "");
  EXPECT_NE(exported(*store).find("\"kind\":\"report\""), std::string::npos);
}

TEST_F(StoreTest, PageThatQuotesWhatItDoesNotSayIsRefused) {
  auto store = open(path());
  ReadPage page = PageBuilder("a").article("t", "").paragraph("نص").report(told(Form::call, State::held, {})).build();
  page.articles[0].reports[0].evidence[0].quote = "نص آخر";
  EXPECT_FALSE(store->write({random_page(1), page}).ok());
  EXPECT_EQ(store->totals().value().pages, 0);
  page.articles[0].reports[0].evidence[0].span = {5, 4000000000U};
  EXPECT_FALSE(store->write({page}).ok());
  EXPECT_EQ(write(*store, {random_page(1)}).added, 1);
}

TEST_F(StoreTest, VerifySeesWhatWasTamperedWith) {
  struct Case {
    const char* sql;
    const char* says;
  };
  const Case cases[] = {
      {"UPDATE page SET url='elsewhere' WHERE id='a'", "its hash differs"},
      {"UPDATE page SET text=x'00' WHERE id='a'", "cannot be read"},
      {"DELETE FROM report WHERE n=1", "its hash differs"},
      {"UPDATE report SET channel=(SELECT max(n) FROM channel) WHERE n=1", "belongs to another channel"},
      {"UPDATE report SET id='0' WHERE n=1", "its id differs"},
      {"DELETE FROM contact", "do not fold to what is stored"},
      {"UPDATE channel SET data=x'ffffffff'", "cannot be read"},
      {"DELETE FROM page WHERE id='a'", "articles without a page"},
      {"UPDATE article SET published=0", "do not fold to what is stored"},
      {"UPDATE article SET published=0", "its date is neither its own nor its earliest copy's"},
      {"UPDATE article SET origin='mine' WHERE id='a'", "its origin is not that of its text"},
      {"UPDATE text SET leader=(SELECT max(rank) FROM text)", "is not with the texts that it is a copy of"},
      {"UPDATE text SET sketch=(SELECT sketch FROM text LIMIT 1)", "the text kept to find its copies by"},
      {"UPDATE band SET follows=1", "its bands are not its own"},
      {"DELETE FROM band WHERE rank=(SELECT max(rank) FROM text)", "its bands are not its own"},
      {"UPDATE article SET n=n+100 WHERE id='c'", "the index of words does not hold its words"},
      {"DELETE FROM word_data WHERE id>10", "the index of words cannot be read"},
  };
  for (const Case& c : cases) {
    std::filesystem::remove(path());
    small_ledger();
    tamper(path(), c.sql);
    auto store = open(path(), Store::Mode::read_only);
    EXPECT_NE(faults(*store).find(c.says), std::string::npos) << c.sql << "\n" << faults(*store);
  }
}

std::string trouble(const std::string& path, Store::Mode mode) {
  const auto store = Store::open(path, mode);
  return store.ok() ? "" : store.error().message;
}

TEST_F(StoreTest, OpenSaysWhatToDo) {
  for (const Store::Mode mode : {Store::Mode::create, Store::Mode::read_only}) {
    EXPECT_NE(trouble("/nowhere/at/all.qanat", mode), "");
    EXPECT_NE(trouble(std::filesystem::temp_directory_path().string(), mode), "");

    std::ofstream(path()) << std::string(9000, 'x');
    EXPECT_NE(trouble(path(), mode).find("is no ledger"), std::string::npos) << trouble(path(), mode);
    std::filesystem::remove(path());

    tamper(path(), "CREATE TABLE mine(x)");
    EXPECT_NE(trouble(path(), mode).find("no ledger"), std::string::npos) << trouble(path(), mode);
    std::filesystem::remove(path());

    open(path());
    tamper(path(), "PRAGMA user_version=99");
    EXPECT_NE(trouble(path(), mode).find("newer qanat"), std::string::npos) << trouble(path(), mode);
    tamper(path(), "PRAGMA user_version=1");
    EXPECT_NE(trouble(path(), mode).find("ingest the same pages again into a new file"), std::string::npos)
        << trouble(path(), mode);
    std::filesystem::remove(path());
  }
  EXPECT_NE(trouble(path(), Store::Mode::read_only).find("qanat ingest"), std::string::npos);
  EXPECT_FALSE(std::filesystem::exists(path()));
}

TEST_F(StoreTest, AnotherWritersLockIsAMessage) {
  auto store = open(path());
  sqlite3* db = nullptr;
  ASSERT_EQ(sqlite3_open(path().c_str(), &db), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(db, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
  const auto written = store->write({random_page(1)});
  ASSERT_FALSE(written.ok());
  EXPECT_NE(written.error().message.find("being written by another program"), std::string::npos);
  sqlite3_close(db);
  EXPECT_EQ(write(*store, {random_page(1)}).added, 1);
}

TEST_F(StoreTest, DamagedFileIsAMessageAndNoCrash) {
  std::mt19937 random(1);
  for (int round = 0; round < 12; ++round) {
    std::filesystem::remove(path());
    {
      auto store = open(path());
      write(*store, random_pages(1, 40));
    }
    const auto size = static_cast<std::size_t>(std::filesystem::file_size(path()));
    std::fstream file(path(), std::ios::in | std::ios::out | std::ios::binary);
    // The first page is the header and the schema; behind it everything may be struck.
    for (int blow = 0; blow < 40; ++blow) {
      file.seekp(static_cast<std::streamoff>(8192 + random() % (size - 8192)));
      file.put(static_cast<char>(random()));
    }
    file.close();
    auto opened = Store::open(path(), Store::Mode::read_only);
    if (!opened.ok()) continue;
    Store& store = **opened;
    EXPECT_NE(faults(store), "");
    (void)store.channels({});
    (void)store.reports({});
    (void)store.conflicts({});
    (void)store.actors();
    (void)store.search("محادثات", 10);
    (void)store.export_lines([](std::string_view) {});
  }
}

TEST_F(StoreTest, ReadersSeeWholeBatchesWhileAWriterWrites) {
  auto writer = open(path());
  write(*writer, random_pages(0, 10));
  auto reader = open(path(), Store::Mode::read_only);
  EXPECT_EQ(reader->totals().value().pages, 10);
  // The reader's listing stands still while the writer goes on.
  unsigned next = 10;
  std::size_t lines = 0;
  const std::string before = exported(*writer);
  const Status status = reader->export_lines([&](std::string_view) {
    if (lines++ % 20 == 0) {
      write(*writer, random_pages(next, 5));
      next += 5;
    }
  });
  EXPECT_TRUE(status.ok());
  EXPECT_EQ(lines, static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')));
  EXPECT_GT(next, 10U);
  EXPECT_EQ(reader->totals().value().pages, next);
  EXPECT_EQ(faults(*reader), "");
  EXPECT_FALSE(reader->write({random_page(1)}).ok());
}

}  // namespace
}  // namespace qanat::store
