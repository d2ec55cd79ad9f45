// Full text: the index says which articles, the stored text shows where.
#include <algorithm>
#include <cstring>
#include <unordered_map>

#include "store/codec.h"
#include "store/file_store.h"
#include "store/words.h"

namespace qanat::store {

struct Match {
  Span span;
  std::size_t wanted = 0;  // which of the words that are looked for
};

// Finds the wanted words in a text.
class Seeker {
 public:
  explicit Seeker(const Wanted& wanted) : open_(wanted.open), last_(wanted.keys.size() - 1) {
    for (std::size_t i = 0; i < wanted.keys.size(); ++i) keys_.emplace(wanted.keys[i], i);
    for (const std::string& key : wanted.keys) tell_.push_back(telling_letter(key));
    // What the last word may begin with all of its longer forms share.
    if (!open_.empty()) tell_.push_back(telling_letter(open_));
    if (std::find(tell_.begin(), tell_.end(), std::string()) != tell_.end()) tell_.clear();
  }
  std::size_t count() const { return keys_.size(); }

  std::vector<Match> matches(std::string_view text) const {
    std::vector<Match> out = matches(text, !tell_.empty());
    // A text may be written with letters of another kind, which only folding makes the same.
    return out.empty() && !tell_.empty() ? matches(text, false) : out;
  }

 private:
  static constexpr std::size_t kMostMatches = 10'000;  // looked at in one article
  static constexpr std::size_t kFarEnough = 1000;      // bytes behind the first match of a single word

  // A letter of the key that no spelling changes, so that a word without it cannot have this key: most words need no
  // closer look. Empty where the key has none.
  static std::string telling_letter(std::string_view key) {
    static constexpr std::string_view kSteady = "بثجحخدذرزسشصضطظعغفقمن";
    constexpr std::size_t kLetter = 2;  // bytes
    for (std::size_t at = 0; at + 1 < key.size(); at += decode_utf8(key, at).size) {
      const std::string_view letter = key.substr(at, kLetter);
      const std::size_t found = kSteady.find(letter);
      if (found != std::string_view::npos && found % kLetter == 0) return std::string(letter);
    }
    return {};
  }

  bool may_match(std::string_view word) const {
    return std::any_of(tell_.begin(), tell_.end(),
                       [&](const std::string& letter) { return word.find(letter) != std::string_view::npos; });
  }

  std::vector<Match> matches(std::string_view text, bool quickly) const {
    std::vector<Match> out;
    for_each_word(text, [&](Span word) {
      if (out.size() >= kMostMatches) return;
      // The snippet begins with the first match then.
      if (keys_.size() == 1 && !out.empty() && word.begin > out.front().span.end + kFarEnough) return;
      if (quickly && !may_match(slice(text, word))) return;
      const std::string key = key_of_word(slice(text, word));
      if (const auto found = keys_.find(key); found != keys_.end())
        out.push_back({word, found->second});
      else if (!open_.empty() && key.starts_with(open_))
        out.push_back({word, last_});
    });
    return out;
  }

  std::unordered_map<std::string, std::size_t> keys_;
  std::string open_;
  std::size_t last_;
  std::vector<std::string> tell_;  // a letter for each key; empty: some key has none
};

namespace {

constexpr std::size_t kBefore = 120;  // bytes of a snippet before its first match
constexpr std::size_t kLength = 420;  // bytes of a snippet
constexpr char kOpen = '\x02';
constexpr char kClose = '\x03';

// The first match of the stretch that holds most of the different words; the earliest such stretch.
std::size_t best_start(const std::vector<Match>& matches, std::size_t words) {
  std::vector<int> inside(words, 0);
  std::size_t different = 0;
  std::size_t most = 0;
  std::size_t best = 0;
  std::size_t end = 0;
  for (std::size_t begin = 0; begin < matches.size(); ++begin) {
    while (end < matches.size() && matches[end].span.end <= matches[begin].span.begin + (kLength - kBefore))
      if (++inside[matches[end++].wanted] == 1) ++different;
    if (different > most) {
      most = different;
      best = begin;
    }
    if (end > begin) {
      if (--inside[matches[begin].wanted] == 0) --different;
    } else {
      end = begin + 1;  // one word longer than the stretch
    }
  }
  return best;
}

// Moves into the text until a character begins there.
std::size_t at_character(std::string_view text, std::size_t at) {
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
  return at;
}

void append_plain(std::string_view text, std::string& out) {
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool blank = byte <= 0x20 || byte == 0x7F;  // the page's own control characters mark nothing
    if (!blank) out += c;
    if (blank && !out.empty() && out.back() != ' ') out += ' ';
  }
}

std::string snippet(std::string_view text, const Seeker& seeker) {
  const std::vector<Match> matches = seeker.matches(text);
  const std::size_t first = matches.empty() ? 0 : best_start(matches, seeker.count());
  const std::size_t match = matches.empty() ? 0 : matches[first].span.begin;
  std::size_t begin = match > kBefore ? at_character(text, match - kBefore) : 0;
  std::size_t end = at_character(text, std::min(text.size(), begin + kLength));
  // Whole words at both ends, where a space is near.
  if (begin > 0) {
    const std::size_t space = text.substr(0, match).find(' ', begin);
    if (space != std::string_view::npos) begin = space + 1;
  }
  if (end < text.size()) {
    const std::size_t space = text.substr(0, end).rfind(' ');
    if (space != std::string_view::npos && space > match) end = space;
  }
  std::string out;
  if (begin > 0) out += "… ";
  std::size_t at = begin;
  for (const Match& m : matches) {
    if (m.span.begin < at || m.span.end > end) continue;
    append_plain(text.substr(at, m.span.begin - at), out);
    out += kOpen;
    append_plain(slice(text, m.span), out);
    out += kClose;
    at = m.span.end;
  }
  append_plain(text.substr(at, end > at ? end - at : 0), out);
  if (end < text.size()) out += " …";
  return out;
}

}  // namespace

bool FileStore::read_hit(Statement& row, const Seeker& seeker, Copies copies, Hit& out) {
  out.number = row.integer(0);
  out.article = read_article(row, copies);
  const auto text = decompress(unpacker_, row.blob(9), static_cast<std::uint64_t>(row.integer(8)));
  article::Article article;
  if (!text || !decode(row.blob(7), article)) {
    db_.damaged("an article cannot be read");
    return false;
  }
  std::string body;
  for (const Span s : article.body) {
    if (s.begin > s.end || s.end > text->size()) continue;  // verify() reports it
    if (!body.empty()) body += '\n';
    body += slice(*text, s);
  }
  out.snippet = snippet(body, seeker);
  return true;
}

Result<std::vector<Hit>> FileStore::search(std::string_view words, int limit) {
  const Wanted looked_for = wanted(words, false);
  if (looked_for.keys.empty()) return Error{"nothing to search for: name a word"};
  db_.forget_failure();
  const Snapshot snapshot(db_);
  const Seeker seeker(looked_for);
  std::vector<Hit> out;
  Statement row = db_.query(
      "SELECT a.n, a.id, p.id, p.url, a.publisher, a.origin, a.published, a.data, p.size, p.text "
      "FROM (SELECT w.rowid AS n FROM word w JOIN article x ON x.n=w.rowid WHERE w.word MATCH ?1 "
      "ORDER BY x.published DESC, x.id LIMIT ?2) found "
      "JOIN article a ON a.n=found.n JOIN page p ON p.n=a.page ORDER BY a.published DESC, a.id");
  row.with(match_expression(looked_for), static_cast<std::int64_t>(limit > 0 ? limit : -1));
  while (row.next())
    if (!read_hit(row, seeker, Copies::list, out.emplace_back())) break;
  return unless_failed(std::move(out));
}

Result<std::vector<std::int64_t>> FileStore::find(std::string_view words, bool open_end) {
  const Wanted looked_for = wanted(words, open_end);
  if (looked_for.keys.empty()) return Error{"nothing to search for: name a word"};
  db_.forget_failure();
  const Snapshot snapshot(db_);
  std::vector<std::int64_t> out;
  // All in one row: a common word stands in half of all articles, and a row each would cost more than finding them.
  Statement row = db_.query("SELECT qanat_numbers(rowid) FROM word WHERE word MATCH ?1");
  if (row.with(match_expression(looked_for)).next()) {
    const std::string_view numbers = row.blob(0);
    out.resize(numbers.size() / sizeof(std::int64_t));
    if (!out.empty()) std::memcpy(out.data(), numbers.data(), out.size() * sizeof(std::int64_t));
  }
  return unless_failed(std::move(out));
}

Result<std::vector<Hit>> FileStore::hits(const std::vector<std::int64_t>& numbers, std::string_view words,
                                         bool open_end) {
  const Wanted looked_for = wanted(words, open_end);
  if (looked_for.keys.empty()) return Error{"nothing to search for: name a word"};
  db_.forget_failure();
  const Snapshot snapshot(db_);
  const Seeker seeker(looked_for);
  std::vector<Hit> out;
  Statement row = db_.query(
      "SELECT a.n, a.id, p.id, p.url, a.publisher, a.origin, a.published, a.data, p.size, p.text "
      "FROM article a JOIN page p ON p.n=a.page WHERE a.n=?1");
  for (const std::int64_t number : numbers) {
    if (!row.with(number).next()) continue;
    if (!read_hit(row, seeker, Copies::skip, out.emplace_back())) break;
  }
  return unless_failed(std::move(out));
}

}  // namespace qanat::store
