// Why a report came out as it did: the article is read again with its reasons.
#include <algorithm>

#include "api/views.h"

namespace qanat::api {
namespace {

bool is_same(const report::Report& a, const report::Report& b) {
  return a.form == b.form && a.state == b.state && a.parties == b.parties && !a.evidence.empty() &&
         !b.evidence.empty() && a.evidence.front().span == b.evidence.front().span;
}

// A line of Report::why, "QUESTION ANSWER ODDS: +0.48 feature; -0.31 feature;", taken apart. Features may hold any
// sign, so that weights are found from the left: each begins behind "; " or ": ".
void write_decision(JsonWriter& w, const std::string& line) {
  const std::size_t colon = line.find(": ");
  const std::string_view head = std::string_view(line).substr(0, std::min(colon, line.size()));
  const std::size_t space = head.find(' ');
  w.begin_object()
      .member("question", head.substr(0, space))
      .text_or_null("answer", space == std::string_view::npos ? std::string_view() : head.substr(space + 1));
  w.member("text", line).key("features").begin_array();
  std::string_view rest = colon == std::string::npos ? std::string_view() : std::string_view(line).substr(colon + 2);
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find("; "), rest.size());
    std::string_view one = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 2, rest.size()));
    if (one.ends_with(';')) one.remove_suffix(1);
    const std::size_t gap = one.find(' ');
    if (gap == std::string_view::npos) continue;
    w.begin_object()
        .member("name", one.substr(gap + 1))
        .member("weight", std::strtod(std::string(one.substr(0, gap)).c_str(), nullptr))
        .end_object();
  }
  w.end_array().end_object();
}

}  // namespace

Answer why(Call& call) {
  const std::string& id = call.ids[0];
  const auto row = call.store.report(id);
  if (!row) return no_report(id);
  const auto article = call.store.article(row.value().article);
  if (!article) return unavailable(article.error().message);
  const auto page = call.store.page(article.value().page);
  if (!page) return unavailable(page.error().message);
  const store::ReadPage& read = page.value();
  const auto self = std::find_if(read.articles.begin(), read.articles.end(),
                                 [&](const store::ReadArticle& a) { return a.article.id == row.value().article; });
  if (self == read.articles.end()) return no_report(id);
  const std::vector<report::Report> again = call.reader.reasons(read, self->article);
  const auto found = std::find_if(again.begin(), again.end(),
                                  [&](const report::Report& r) { return is_same(r, row.value().entry.report); });
  JsonWriter w;
  w.begin_object()
      .member("report", id)
      .member("made_by", read.lexicon == call.reader.fingerprint() ? "same" : "other")
      .member("found", found != again.end())
      .key("decisions")
      .begin_array();
  if (found != again.end())
    for (const std::string& line : found->why) write_decision(w, line);
  w.end_array().end_object();
  return json_answer(w.take());
}

}  // namespace qanat::api
