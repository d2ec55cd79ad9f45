// Articles as they were read, and what texts stand behind them.
#include <algorithm>
#include <set>

#include "api/lists.h"
#include "api/rows.h"
#include "api/utf16.h"
#include "api/views.h"

namespace qanat::api {
namespace {

void write_span(JsonWriter& w, Span span) {
  w.begin_object().member("begin", span.begin).member("end", span.end).end_object();
}

void write_copies(JsonWriter& w, std::string_view key, const std::vector<store::ArticleRow>& rows,
                  std::string_view without) {
  w.key(key).begin_array();
  for (const store::ArticleRow& row : rows) {
    if (row.id == without) continue;
    w.begin_object()
        .member("id", row.id)
        .text_or_null("title", row.title)
        .text_or_null("publisher", row.publisher)
        .member("published", row.published.date)
        .text_or_null("url", row.url)
        .end_object();
  }
  w.end_array();
}

void write_blocks(JsonWriter& w, const store::ReadPage& page, const Utf16Map& map) {
  w.key("blocks").begin_array();
  for (const article::Block& block : page.blocks) {
    const Span span = map.span(block.span);
    w.begin_object()
        .member("begin", span.begin)
        .member("end", span.end)
        .member("kind", article::to_string(block.kind))
        .member("why", block.why)
        .end_object();
  }
  w.end_array();
}

// In which of the article's reports does a mark stand: as trigger, as a party of its sentence, or as who said it?
struct MarkStanding {
  std::vector<std::string> reports;
  bool speaks = false;
};

bool is_same(const engine::Mark& mark, const report::Party& party) {
  const bool named = std::find(mark.actors.begin(), mark.actors.end(), party.actor) != mark.actors.end();
  return named && (party.person.empty() || mark.person.empty() || mark.person == party.person);
}

MarkStanding standing_of(const engine::Mark& mark, const std::vector<store::ReportRow>& reports) {
  MarkStanding out;
  for (const store::ReportRow& row : reports) {
    const report::Report& r = row.entry.report;
    bool stands = false;
    for (const report::Evidence& e : r.evidence) {
      if (mark.kind == engine::Mark::Kind::contact) stands = stands || mark.span.overlaps(e.trigger);
      if (mark.kind != engine::Mark::Kind::party || !e.span.contains(mark.span)) continue;
      stands = stands || std::any_of(r.parties.begin(), r.parties.end(),
                                     [&](const report::Party& p) { return is_same(mark, p); });
      if (r.speaker && is_same(mark, *r.speaker)) out.speaks = stands = true;
    }
    if (stands) out.reports.push_back(row.id);
  }
  return out;
}

void write_marks(JsonWriter& w, const std::vector<engine::Mark>& marks, const std::vector<store::ReportRow>& reports,
                 const Utf16Map& map) {
  w.key("marks").begin_array();
  for (const engine::Mark& mark : marks) {
    const Span span = map.span(mark.span);
    const MarkStanding standing = standing_of(mark, reports);
    w.begin_object()
        .member("begin", span.begin)
        .member("end", span.end)
        .member("kind", engine::to_string(mark.kind))
        .member("what", mark.what)
        .texts("actors", mark.actors)
        .text_or_null("role", mark.role)
        .text_or_null("person", mark.person)
        .member("speaks", standing.speaks)
        .texts("reports", standing.reports)
        .end_object();
  }
  w.end_array();
}

}  // namespace

Answer articles(Call& call) {
  const std::vector<Index> found = list_articles(call);
  // Of the same day, in the order in which they were read: numbers of one width compare as texts do.
  std::vector<std::string> order(found.size());
  const Slice page = slice(call.params, found.size(), [&](std::size_t i) {
    const BookArticle& a = call.book.articles[found[i]];
    std::string digits = std::to_string(a.number);
    order[i] = std::string(20 - std::min<std::size_t>(digits.size(), 20), '0') + digits;
    return Key{newest_first(a.published), order[i]};
  });
  if (call.params.trouble()) return *call.params.trouble();
  std::vector<std::int64_t> numbers;
  for (std::size_t i = page.begin; i < page.end; ++i) numbers.push_back(call.book.articles[found[i]].number);
  const auto rows = call.store.articles(numbers);
  if (!rows) return unavailable(rows.error().message);
  JsonWriter w;
  w.begin_object().member("total", found.size()).key("items").begin_array();
  std::size_t at = page.begin;
  for (const store::ArticleRow& row : rows.value()) {
    w.begin_object();
    article_members(w, row);
    w.texts("copies", row.copies).member("reports", call.book.articles[found[at]].reports.size()).end_object();
    ++at;
  }
  w.end_array().text_or_null("next", page.next).end_object();
  return json_answer(w.take());
}

Answer article(Call& call) {
  const std::string& id = call.ids[0];
  const auto row = call.store.article(id);
  if (!row) return not_found("no article '" + id + "'; /api/v1/articles lists them, /api/v1/search finds them");
  const auto read = call.store.page(row.value().page);
  if (!read) return unavailable(read.error().message);
  const store::ReadPage& page = read.value();
  const auto of_origin = call.store.articles_of_origin(row.value().origin);
  if (!of_origin) return unavailable(of_origin.error().message);
  const auto reports = call.store.reports_of_article(id);
  if (!reports) return unavailable(reports.error().message);
  const auto self = std::find_if(page.articles.begin(), page.articles.end(),
                                 [&](const store::ReadArticle& a) { return a.article.id == id; });
  if (self == page.articles.end()) return unavailable("the article was just read again; ask once more");

  const Utf16Map map(page.text);
  JsonWriter w;
  w.begin_object();
  article_members(w, row.value());
  w.member("text", page.text).key("title_span");
  if (self->article.title.empty())
    w.null();
  else
    write_span(w, map.span(self->article.title));
  w.key("body").begin_array();
  for (const Span span : self->article.body) write_span(w, map.span(span));
  w.end_array();
  write_blocks(w, page, map);
  write_marks(w, call.reader.marks(page, self->article), reports.value(), map);
  w.member("marks_by", page.lexicon == call.reader.fingerprint() ? "same" : "other");
  write_copies(w, "copies", of_origin.value(), id);
  w.key("siblings").begin_array();
  for (const store::ReadArticle& a : page.articles)
    if (a.article.id != id) w.value(a.article.id);
  w.end_array().key("reports").begin_array();
  for (const store::ReportRow& r : reports.value())
    write_report(w, {r, row.value().title, row.value().url, row.value().published.method}, &map);
  w.end_array();
  issues_member(w, page.issues);
  w.end_object();
  return json_answer(w.take());
}

Answer origins(Call& call) {
  const Book& book = call.book;
  struct Row {
    Index origin = 0;
    Index articles = 0;
  };
  std::vector<Row> found;
  for (Index i = 0; i < book.articles_of_origin.size(); ++i)
    if (book.articles_of_origin[i] > 1) found.push_back({i, book.articles_of_origin[i]});
  std::sort(found.begin(), found.end(), [&](const Row& a, const Row& b) {
    return Key{-static_cast<std::int64_t>(a.articles), book.origins[a.origin]} <
           Key{-static_cast<std::int64_t>(b.articles), book.origins[b.origin]};
  });
  const Slice page = slice(call.params, found.size(), [&](std::size_t i) {
    return Key{-static_cast<std::int64_t>(found[i].articles), book.origins[found[i].origin]};
  });
  if (call.params.trouble()) return *call.params.trouble();
  std::vector<std::vector<store::ArticleRow>> rows(page.end - page.begin);
  for (std::size_t i = page.begin; i < page.end; ++i) {
    auto read = call.store.articles_of_origin(book.origins[found[i].origin]);
    if (!read) return unavailable(read.error().message);
    rows[i - page.begin] = std::move(*read);
  }
  std::vector<std::size_t> reports(book.origins.size());
  for (const BookArticle& a : book.articles)
    if (a.origin != kNone) reports[a.origin] += a.reports.size();
  JsonWriter w;
  w.begin_object();
  page_members(w, found.size(), page, [&](std::size_t i) {
    const auto& articles = rows[i - page.begin];
    std::set<std::string> publishers;
    std::optional<Date> last;
    for (const store::ArticleRow& a : articles) {
      if (!a.publisher.empty()) publishers.insert(a.publisher);
      last = std::max(last, a.published.date);
    }
    w.begin_object()
        .member("origin", book.origins[found[i].origin])
        .member("articles", found[i].articles)
        .texts("publishers", publishers)
        .text_or_null("title", articles.empty() ? "" : articles.front().title)
        .member("first", articles.empty() ? std::nullopt : articles.front().published.date)
        .member("last", last)
        .member("reports", reports[found[i].origin])
        .end_object();
  });
  w.end_object();
  return json_answer(w.take());
}

Answer origin(Call& call) {
  const auto rows = call.store.articles_of_origin(call.ids[0]);
  if (!rows) return unavailable(rows.error().message);
  if (rows.value().empty()) return not_found("no origin '" + call.ids[0] + "'; articles and reports name theirs");
  std::size_t reports = 0;
  for (const BookArticle& a : call.book.articles)
    if (a.origin != kNone && call.book.origins[a.origin] == call.ids[0]) reports += a.reports.size();
  JsonWriter w;
  w.begin_object().member("origin", call.ids[0]);
  write_copies(w, "articles", rows.value(), {});
  w.member("reports", reports).end_object();
  return json_answer(w.take());
}

}  // namespace qanat::api
