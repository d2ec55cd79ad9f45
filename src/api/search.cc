// Articles and reports that hold the words, as they are typed.
#include <algorithm>

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

struct Found {
  std::vector<Index> articles;  // newest first
  Counts publishers, months, parties, states;
  std::vector<Index> reports;  // newest first
};

Found gather(const Book& book, const std::vector<std::int64_t>& numbers, const store::Filter& filter) {
  Found out;
  store::Filter of_report = filter;
  of_report.publisher.clear();
  of_report.from.reset();
  of_report.to.reset();
  const Selection selection(book, of_report);
  std::vector<std::size_t> publishers(book.publishers.size());
  std::vector<std::pair<std::int64_t, Index>> keyed;
  std::unordered_map<std::int32_t, std::size_t> months;  // by year and month
  for (const std::int64_t number : numbers) {
    const Index i = book.article(number);
    if (i == kNone || !passes(book, book.articles[i], filter, selection)) continue;
    const BookArticle& a = book.articles[i];
    keyed.emplace_back(newest_first(a.published), i);
    ++publishers[a.publisher];
    if (a.published) {
      const Date::Ymd day = a.published->ymd();
      ++months[day.year * 12 + day.month - 1];
    }
    for (const Index r : a.reports) {
      if (!selection.report(book.reports[r])) continue;
      out.reports.push_back(r);
      const report::Report& report = book.reports[r].entry.report;
      ++out.states[report::to_string(report.state)];
      for (const report::Party& p : report.parties) ++out.parties[p.actor];
    }
  }
  std::sort(keyed.begin(), keyed.end());
  out.articles.reserve(keyed.size());
  for (const auto& [day, i] : keyed) out.articles.push_back(i);
  std::sort(out.reports.begin(), out.reports.end());  // the book's order is newest first
  for (std::size_t i = 0; i < publishers.size(); ++i)
    if (publishers[i] > 0 && !book.publishers[i].empty()) out.publishers[book.publishers[i]] = publishers[i];
  for (const auto& [month, count] : months) out.months[When::month(month / 12, month % 12 + 1).iso()] = count;
  return out;
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
      w.begin_object();
      actor_members(w, call.names, code);
      w.end_object();
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

  const auto numbers = call.store.find(words, open_end);
  if (!numbers) return unavailable(numbers.error().message);
  const Found found = gather(call.book, numbers.value(), filter);
  std::vector<std::string> order(found.articles.size());
  const Slice page = slice(
      call.params, found.articles.size(),
      [&](std::size_t i) {
        const BookArticle& a = call.book.articles[found.articles[i]];
        std::string digits = std::to_string(found.articles[i]);
        order[i] = std::string(10 - std::min<std::size_t>(digits.size(), 10), '0') + digits;
        return Key{newest_first(a.published), order[i]};
      },
      kHits);
  if (page.end - page.begin > kMostHits) call.params.complain("limit", "a search gives at most 100 at once");
  if (call.params.trouble()) return *call.params.trouble();

  std::vector<std::int64_t> shown;
  std::unordered_map<std::string, std::size_t> reports_of;
  if (kind != "reports")
    for (std::size_t i = page.begin; i < page.end; ++i) shown.push_back(call.book.articles[found.articles[i]].number);
  const auto hits = call.store.hits(shown, words, open_end);
  if (!hits) return unavailable(hits.error().message);

  // Sentences that hold the words themselves come first; a few dozen of the newest reports are looked at.
  constexpr std::size_t kLookedAt = 40;
  Witnesses witnesses(call);
  std::vector<std::string> looked_at;
  if (kind != "articles")
    for (std::size_t i = 0; i < std::min(found.reports.size(), kLookedAt); ++i)
      looked_at.push_back(call.book.reports[found.reports[i]].entry.id);
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
  w.member("total", found.articles.size()).key("items").begin_array();
  std::size_t at = page.begin;
  for (const store::Hit& hit : hits.value())
    write_hit(w, hit, call.book.articles[found.articles[std::min(at++, found.articles.size() - 1)]].reports.size());
  w.end_array().text_or_null("next", page.next).end_object();
  w.key("reports").begin_object().member("total", found.reports.size()).key("items").begin_array();
  for (std::size_t i = 0; i < std::min(best.size(), kReports); ++i) write_report(w, *best[i].second);
  w.end_array().end_object();
  write_facets(w, call, found);
  write_actors(w, call, words);
  w.end_object();
  Answer out;
  out.body = w.take();
  return out;
}

}  // namespace qanat::api
