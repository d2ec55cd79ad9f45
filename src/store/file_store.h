// The Store over an SQLite file. Private to the room; its members are spread over write.cc, copies.cc, settle.cc,
// read.cc, list.cc, narrow.cc, search.cc, survey.cc, verify.cc, verify_articles.cc and export.cc, one idea a file.
#pragma once

#include <functional>
#include <memory>
#include <random>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "store/books.h"
#include "store/codec.h"
#include "store/sql.h"
#include "store/store.h"

namespace qanat::store {

struct Batch;
class Seeker;

class FileStore final : public Store {
 public:
  FileStore(std::unique_ptr<Database> database, Mode mode)
      : database_(std::move(database)), db_(*database_), mode_(mode), books_(db_), run_(std::random_device{}()) {}

  Result<Written> write(const std::vector<ReadPage>& pages) override;
  Status finish() override;

  Result<Totals> totals() override;
  Result<std::vector<ledger::Channel>> channels(const Filter& filter) override;
  Result<ledger::Channel> channel(const std::string& id) override;
  Result<std::vector<ReportRow>> reports(const Filter& filter) override;
  Result<std::vector<ReportRow>> reports_of_channel(const std::string& id) override;
  Result<std::vector<ReportRow>> reports_of_article(const std::string& article) override;
  Result<std::vector<ledger::Conflict>> conflicts(const Filter& filter) override;
  Result<ReportRow> report(const std::string& id) override;
  Result<std::vector<ChangeRow>> changes(std::int64_t after, const Filter& filter) override;
  Result<std::vector<ActorRow>> actors() override;
  Result<ArticleRow> article(const std::string& id) override;
  Result<ReadPage> page(const std::string& id) override;
  Result<std::vector<Hit>> search(std::string_view words, int limit) override;
  Result<std::int64_t> version() override;
  Result<Surveyed> survey(const Surveyor& surveyor) override;
  Result<std::vector<ToldReport>> told(const std::vector<std::string>& reports) override;
  Result<std::vector<ArticleRow>> articles(const std::vector<std::int64_t>& numbers) override;
  Result<std::vector<ArticleRow>> articles_of_origin(const std::string& origin) override;
  Result<std::vector<std::int64_t>> find(std::string_view words, bool open_end) override;
  Result<std::vector<Hit>> hits(const std::vector<std::int64_t>& numbers, std::string_view words,
                                bool open_end) override;
  Result<std::vector<ChangeRow>> changes_before(std::int64_t seq, int limit) override;
  Status export_lines(const std::function<void(std::string_view)>& line) override;
  Result<Issues> verify() override;

 private:
  // write.cc, copies.cc, settle.cc
  void put(const ReadPage& page, Batch& batch);
  void remove(std::int64_t page, Batch& batch);
  void settle_copies(Batch& batch);
  void settle(Batch& batch);

  // read.cc. On damage they note it in the database and give what they have.
  enum class Copies : std::uint8_t { list, skip };
  ArticleRow read_article(Statement& row, Copies copies = Copies::list);
  ReportRow read_report(Statement& row);
  ReadPage read_page(Statement& row);
  bool read_change(Statement& row, ChangeRow& out);
  bool read_hit(Statement& row, const Seeker& seeker, Copies copies, Hit& out);
  Result<std::pair<std::int64_t, std::string>> find_channel(const std::string& id);

  // narrow.cc
  std::vector<std::int64_t> narrowed(const Filter& filter);
  bool passes(const Filter& filter, const ledger::Channel& channel, std::int64_t number);
  std::unordered_set<std::string> told(const Filter& filter, std::int64_t channel);

  // verify.cc
  void verify_file(Issues& issues);
  void verify_pages(Issues& issues);
  void verify_copies(Issues& issues);
  void verify_words(Issues& issues);
  void verify_channels(Issues& issues);

  // The result of reads: what was read, unless something failed.
  template <class T>
  Result<T> unless_failed(T value) {
    if (!db_.ok()) return db_.error();
    return value;
  }

  std::unique_ptr<Database> database_;
  Database& db_;
  Mode mode_;
  Books books_;
  std::int64_t run_;  // no other opening's, but for rare chance
  Unpacker unpacker_;
};

}  // namespace qanat::store
