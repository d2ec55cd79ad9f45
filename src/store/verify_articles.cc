// Are origins, dates from copies, and the full-text index what the stored texts make of them?
#include <unordered_map>
#include <unordered_set>

#include "base/hash.h"
#include "store/codec.h"
#include "store/faults.h"
#include "store/file_store.h"
#include "store/text_shelf.h"
#include "store/words.h"

namespace qanat::store {
namespace {

// The words of one article as one number that their order does not change.
class WordSum {
 public:
  void add(std::string_view key) { sum_ += std::hash<std::string_view>{}(key) | 1U; }
  friend bool operator==(const WordSum&, const WordSum&) = default;

 private:
  std::uint64_t sum_ = 0;
};

WordSum sum_of(const std::string& text) {
  std::string keys;
  append_keys(text, keys);
  std::unordered_set<std::string_view> different;
  WordSum out;
  for (std::string_view rest = keys; !rest.empty();) {
    const std::string_view key = rest.substr(0, rest.find(' '));
    if (different.insert(key).second) out.add(key);
    rest.remove_prefix(key.size() + 1);
  }
  return out;
}

std::vector<Span> within(std::vector<Span> spans, const std::string& text) {
  std::erase_if(spans, [&](Span s) { return s.begin > s.end || s.end > text.size(); });  // verify_pages() has said so
  return spans;
}

}  // namespace

// Every text follows whom it must, given whom those before it follow; so all of them do.
void FileStore::verify_copies(Issues& issues) {
  TextShelf shelf(db_);
  std::int64_t bands = 0;
  Statement text = db_.query("SELECT rank, leader FROM text ORDER BY rank");
  while (text.next() && db_.ok()) {
    const origin::Rank rank = text.integer(0);
    Faults faults(issues, "text " + origin::name_of(rank));
    if (shelf.sketch(rank) == nullptr || shelf.leader(rank) != origin::leader_for(shelf, rank))
      faults.add("it is not with the texts that it is a copy of");
    if (!shelf.is_in_its_bands(rank)) faults.add("its bands are not its own");
    if (const origin::Sketch* sketch = shelf.sketch(rank)) bands += static_cast<std::int64_t>(sketch->keys.size());
  }
  if (db_.number("SELECT count(*) FROM band") != bands) Faults(issues, db_.path()).add("there are bands of no text");
  Statement article = db_.query(
      "SELECT a.id, a.origin, t.leader, a.own, a.published, "
      "coalesce(a.own, (SELECT min(b.own) FROM article b WHERE b.origin=a.origin AND a.origin<>'')) "
      "FROM article a LEFT JOIN text t ON t.rank=a.text");
  while (article.next()) {
    Faults faults(issues, "article " + article.string(0));
    const origin::Rank leader = article.integer(2);
    if (article.text(1) != (leader == 0 ? std::string() : origin::name_of(leader)))
      faults.add("its origin is not that of its text");
    if (article.date(4) != article.date(5)) faults.add("its date is neither its own nor its earliest copy's");
  }
}

void FileStore::verify_words(Issues& issues) {
  std::unordered_map<std::int64_t, WordSum> indexed;
  // Asking the index for all that it holds needs a table of this connection's own, beside the file.
  db_.run(
      "PRAGMA query_only=0; CREATE VIRTUAL TABLE IF NOT EXISTS temp.word_rows USING fts5vocab(main, word, instance)");
  {
    Statement row = db_.query("SELECT doc, term FROM temp.word_rows");
    while (row.next()) indexed[row.integer(0)].add(row.text(1));
  }
  db_.run("DROP TABLE IF EXISTS temp.word_rows");
  if (mode_ == Mode::read_only) db_.run("PRAGMA query_only=1");
  if (!db_.ok()) {
    Faults(issues, db_.path()).add("the index of words cannot be read: " + db_.error().message);
    db_.forget_failure();
    return;
  }
  Statement row = db_.query(
      "SELECT a.n, a.id, a.data, p.size, p.text, a.text, t.sketch FROM article a JOIN page p ON p.n=a.page "
      "LEFT JOIN text t ON t.rank=a.text");
  while (row.next()) {
    article::Article article;
    const auto text = decompress(unpacker_, row.blob(4), static_cast<std::uint64_t>(row.integer(3)));
    if (!text || !decode(row.blob(2), article)) continue;  // verify_pages() has said so
    Faults faults(issues, "article " + row.string(1));
    const std::vector<Span> body = within(article.body, *text);
    const origin::Sketch sketch = origin::sketch(*text, body);
    if (sketch.rank != row.integer(5) || (sketch.rank != 0 && encode(sketch) != row.blob(6)))
      faults.add("the text kept to find its copies by is not its own");
    const auto found = indexed.find(row.integer(0));
    const WordSum held = found == indexed.end() ? WordSum() : found->second;
    if (held != sum_of(indexed_text(*text, article))) faults.add("the index of words does not hold its words");
  }
}

}  // namespace qanat::store
