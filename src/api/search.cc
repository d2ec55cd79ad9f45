// Articles and reports that hold the words, as they are typed.
#include <algorithm>
#include <array>
#include <bit>
#include <charconv>

#include "api/api.h"
#include "api/rows.h"
#include "api/select.h"
#include "api/utf16.h"
#include "api/views.h"
#include "arabic/arabic.h"

namespace qanat::api {
namespace {

constexpr int kHits = 10;  // unless more are asked for
constexpr int kMostHits = 100;
constexpr std::size_t kReports = 10;
constexpr std::size_t kMostFacets = 50;
constexpr std::size_t kMostActors = 8;

bool passes(const Book& book, const BookArticle& a, const store::Filter& filter, const Selection& selection) {
  if (!filter.publisher.empty() && book.publishers[a.publisher] != filter.publisher) return false;
  if (filter.from && (!a.published || *a.published < *filter.from)) return false;
  if (filter.to && (!a.published || *a.published > *filter.to)) return false;
  if (filter.parties.empty() && filter.states.empty()) return true;
  return std::any_of(a.reports.begin(), a.reports.end(), [&](Index r) { return selection.report(book.reports[r]); });
}

// A set of places in a listing, of which the first ones are wanted in order: no sorting.
class Places {
 public:
  explicit Places(std::size_t size) : bits_((size + kBits - 1) / kBits) {}
  void add(Index place) {
    std::uint64_t& bits = bits_[place / kBits];
    const std::uint64_t bit = std::uint64_t{1} << (place % kBits);
    count_ += (bits & bit) == 0 ? 1 : 0;
    bits |= bit;
  }
  std::size_t count() const { return count_; }
  // The first `most` of them from `begin` on.
  std::vector<Index> from(Index begin, std::size_t most) const {
    std::vector<Index> out;
    for (std::size_t i = begin / kBits; i < bits_.size() && out.size() < most; ++i) {
      std::uint64_t bits = bits_[i];
      if (i == begin / kBits) bits &= ~std::uint64_t{0} << (begin % kBits);
      for (; bits != 0 && out.size() < most; bits &= bits - 1)
        out.push_back(static_cast<Index>(i * kBits) + static_cast<Index>(std::countr_zero(bits)));
    }
    return out;
  }

 private:
  static constexpr std::size_t kBits = 64;
  std::vector<std::uint64_t> bits_;
  std::size_t count_ = 0;
};

struct Found {
  Places articles;  // of Book::newest_articles
  Places reports;   // of Book::reports, which are newest first too
  Counts publishers, months, parties, states;
};

// Counts of months, which lie close together.
class Months {
 public:
  void add(std::int32_t month) {
    if (counts_.empty()) first_ = month;
    if (month < first_) {
      counts_.insert(counts_.begin(), static_cast<std::size_t>(first_ - month), 0);
      first_ = month;
    }
    const auto at = static_cast<std::size_t>(month - first_);
    if (at >= counts_.size()) counts_.resize(at + 1);
    ++counts_[at];
  }
  void give(Counts& out) const {
    constexpr std::int32_t kYear = 12;
    for (std::size_t i = 0; i < counts_.size(); ++i) {
      const std::int32_t month = first_ + static_cast<std::int32_t>(i);
      if (counts_[i] > 0) out[When::month(month / kYear, month % kYear + 1).iso()] = counts_[i];
    }
  }

 private:
  std::int32_t first_ = 0;
  std::vector<std::size_t> counts_;
};

Found gather(const Book& book, const std::vector<std::int64_t>& numbers, const store::Filter& filter) {
  constexpr std::size_t kStates = static_cast<std::size_t>(report::State::stalled) + 1;
  Found out{Places(book.articles.size()), Places(book.reports.size()), {}, {}, {}, {}};
  store::Filter of_report = filter;
  of_report.publisher.clear();
  of_report.from.reset();
  of_report.to.reset();
  const Selection selection(book, of_report);
  std::vector<std::size_t> publishers(book.publishers.size());
  std::vector<std::size_t> parties(book.actors.size());
  std::array<std::size_t, kStates> states{};
  Months months;
  for (const std::int64_t number : numbers) {
    const Index i = book.article(number);
    if (i == kNone || !passes(book, book.articles[i], filter, selection)) continue;
    const BookArticle& a = book.articles[i];
    out.articles.add(a.place);
    ++publishers[a.publisher];
    if (a.month != 0) months.add(a.month);
    for (const Index r : a.reports) {
      if (!selection.report(book.reports[r])) continue;
      out.reports.add(r);
      ++states[static_cast<std::size_t>(book.reports[r].entry.report.state)];
      for (const Index actor : book.reports[r].actors) ++parties[actor];
    }
  }
  for (std::size_t i = 0; i < publishers.size(); ++i)
    if (publishers[i] > 0 && !book.publishers[i].empty()) out.publishers[book.publishers[i]] = publishers[i];
  for (std::size_t i = 0; i < parties.size(); ++i)
    if (parties[i] > 0) out.parties[book.actors[i].actor] = parties[i];
  for (std::size_t i = 0; i < kStates; ++i)
    if (states[i] > 0) out.states[report::to_string(static_cast<report::State>(i))] = states[i];
  months.give(out.months);
  return out;
}

// A cursor names the article shown last; what comes after it in the order of today goes on.
std::optional<Index> place_after(const Book& book, const std::string& cursor) {
  if (cursor.empty()) return 0;
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(cursor.data(), cursor.data() + cursor.size(), number);
  if (error != std::errc() || end != cursor.data() + cursor.size()) return std::nullopt;
  const Index article = book.article(number);
  return article == kNone ? std::nullopt : std::optional(book.articles[article].place + 1);
}

// How many of the words stand in the text?
std::size_t count_words(std::string_view text, const std::vector<std::string>& keys) {
  const std::string folded = arabic::fold(text);
  return static_cast<std::size_t>(std::count_if(
      keys.begin(), keys.end(), [&](const std::string& key) { return folded.find(key) != std::string::npos; }));
}

std::vector<std::string> keys_of(std::string_view words) {
  std::vector<std::string> out;
  const std::string folded = arabic::fold(words);
  for (std::string_view rest = folded; !rest.empty();) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    if (end > 0) out.push_back(arabic::search_key(rest.substr(0, end)));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  std::erase(out, std::string());
  return out;
}

void write_hit(JsonWriter& w, const store::Hit& hit, std::size_t reports) {
  const Snippet snippet = snippet_from(hit.snippet);
  const Utf16Map map(snippet.text);
  const store::ArticleRow& a = hit.article;
  w.begin_object()
      .member("id", a.id)
      .text_or_null("title", a.title)
      .text_or_null("url", a.url)
      .text_or_null("publisher", a.publisher)
      .member("published", a.published.date);
  write_method(w, "published_by", a.published.date, a.published.method);
  w.member("reports", reports).member("snippet", snippet.text).key("matches").begin_array();
  for (const Span& match : snippet.matches) {
    const Span span = map.span(match);
    w.begin_object().member("begin", span.begin).member("end", span.end).end_object();
  }
  w.end_array().end_object();
}

void write_facets(JsonWriter& w, Call& call, const Found& found) {
  w.key("facets").begin_object();
  facet_member(w, "publisher", found.publishers, kMostFacets);
  facet_member(w, "month", found.months, kMostFacets);
  facet_member(w, "party", found.parties, kMostFacets, [&](const std::string& code) {
    const Name name = call.names.actor(code);
    w.begin_object().text_or_null("ar", name.ar).text_or_null("en", name.en).end_object();
  });
  facet_member(w, "status", found.states, kMostFacets, [&](const std::string& id) {
    w.begin_object().member("ar", label("statuses", id, true)).member("en", label("statuses", id, false)).end_object();
  });
  w.end_object();
}

void write_actors(JsonWriter& w, Call& call, const std::string& words) {
  w.key("actors").begin_array();
  const auto codes = call.names.parties(words);
  std::size_t count = 0;
  if (codes) {
    for (const std::string& code : codes.value()) {
      if (call.book.actor(code) == kNone || count++ >= kMostActors) continue;
      write_actor(w, call.names, code);
    }
  }
  w.end_array();
}

}  // namespace

Answer search(Call& call) {
  constexpr std::size_t kLongest = 400;
  const std::string words = call.params.text("q");
  const store::Filter filter = call.params.filter();
  const std::string kind = call.params.one_of("kind", {"all", "articles", "reports"});
  const bool open_end = !call.params.flag("whole");
  if (words.size() > kLongest * 4) call.params.complain("q", "that is too long to look for: at most 400 letters");
  if (keys_of(words).empty()) call.params.complain("q", "nothing to search for: name a word");
  if (call.params.trouble()) return *call.params.trouble();

  const auto limit = static_cast<std::size_t>(call.params.number("limit", 1, kMostHits, kHits));
  const auto begin = place_after(call.book, call.params.text("cursor"));
  if (!begin) call.params.complain("cursor", "that is no cursor: give back `next` of the page before as it was");
  if (call.params.trouble()) return *call.params.trouble();

  const auto numbers = call.store.find(words, open_end);
  if (!numbers) return unavailable(numbers.error().message);
  const Found found = gather(call.book, numbers.value(), filter);
  std::vector<std::int64_t> shown;  // one more than is shown tells whether there are more
  if (kind != "reports")
    for (const Index place : found.articles.from(*begin, limit + 1))
      shown.push_back(call.book.articles[call.book.newest_articles[place]].number);
  const bool has_more = shown.size() > limit;
  if (has_more) shown.pop_back();
  const auto hits = call.store.hits(shown, words, open_end);
  if (!hits) return unavailable(hits.error().message);

  // Sentences that hold the words themselves come first; a dozen of the newest reports are looked at.
  constexpr std::size_t kLookedAt = 12;
  Witnesses witnesses(call);
  std::vector<std::string> looked_at;
  if (kind != "articles")
    for (const Index r : found.reports.from(0, kLookedAt)) looked_at.push_back(call.book.reports[r].entry.id);
  for (const std::string& id : looked_at) witnesses.want(id);
  if (const auto read = witnesses.read(); !read) return unavailable(read.error().message);
  const std::vector<std::string> keys = keys_of(words);
  std::vector<std::pair<std::size_t, const store::ToldReport*>> best;
  for (const std::string& id : looked_at) {
    const store::ToldReport* told = witnesses.get(id);
    if (told == nullptr) continue;
    const auto& evidence = told->row.entry.report.evidence;
    best.emplace_back(evidence.empty() ? 0 : count_words(evidence.front().quote, keys), told);
  }
  std::stable_sort(best.begin(), best.end(), [](const auto& a, const auto& b) { return a.first > b.first; });

  JsonWriter w;
  w.begin_object().member("query", words).key("articles").begin_object();
  w.member("total", found.articles.count()).key("items").begin_array();
  for (const store::Hit& hit : hits.value()) {
    const Index article = call.book.article(hit.number);
    write_hit(w, hit, article == kNone ? 0 : call.book.articles[article].reports.size());
  }
  w.end_array().text_or_null("next", has_more ? std::to_string(shown.back()) : std::string()).end_object();
  w.key("reports").begin_object().member("total", found.reports.count()).key("items").begin_array();
  for (std::size_t i = 0; i < std::min(best.size(), kReports); ++i) write_report(w, *best[i].second);
  w.end_array().end_object();
  write_facets(w, call, found);
  write_actors(w, call, words);
  w.end_object();
  return json_answer(w.take());
}

}  // namespace qanat::api
