// What the ledger holds, counted.
#include <algorithm>
#include <array>
#include <map>

#include "api/views.h"

namespace qanat::api {
namespace {

constexpr std::size_t kMostPublishers = 50;
constexpr std::size_t kStates = static_cast<std::size_t>(report::State::stalled) + 1;
constexpr std::size_t kFormCount = static_cast<std::size_t>(report::Form::mediation) + 1;

struct Counted {
  std::array<std::array<std::size_t, 3>, kStates> states{};  // channels, contacts, reports
  std::array<std::size_t, kFormCount> forms{};
  std::map<article::DateMethod, std::size_t> methods;
  std::map<std::string, std::size_t> ranks;
  std::map<std::string, std::array<std::size_t, 3>> months;     // articles, reports, contacts
  std::vector<std::pair<std::size_t, std::size_t>> publishers;  // articles, reports
};

std::string month_of(Date day) {
  const Date::Ymd d = day.ymd();
  return When::month(d.year, d.month).iso();
}

Counted count(const Book& book) {
  Counted out;
  for (const BookChannel& c : book.channels) {
    if (const auto phase = c.channel.as_of(std::nullopt)) ++out.states[static_cast<std::size_t>(phase->state)][0];
    ++out.ranks[c.channel.key.rank];
  }
  for (const BookContact& b : book.contacts) {
    const ledger::Contact& c = book.channels[b.channel].channel.contacts[b.contact];
    ++out.states[static_cast<std::size_t>(c.state)][1];
    ++out.forms[static_cast<std::size_t>(c.form)];
    if (b.day) ++out.months[month_of(*b.day)][2];
  }
  for (const BookReport& r : book.reports) ++out.states[static_cast<std::size_t>(r.entry.report.state)][2];
  out.publishers.resize(book.publishers.size());
  for (const BookArticle& a : book.articles) {
    ++out.methods[a.published ? a.method : article::DateMethod::none];
    ++out.publishers[a.publisher].first;
    out.publishers[a.publisher].second += a.reports.size();
    if (!a.published) continue;
    auto& month = out.months[month_of(*a.published)];
    ++month[0];
    month[1] += a.reports.size();
  }
  return out;
}

void write_totals(JsonWriter& w, const Book& book) {
  const auto without = static_cast<std::size_t>(std::count_if(book.articles.begin(), book.articles.end(),
                                                              [](const BookArticle& a) { return a.origin == kNone; }));
  w.key("totals")
      .begin_object()
      .member("pages", book.surveyed.pages)
      .member("articles", book.articles.size())
      .member("origins", book.origins.size() + without)
      .member("reports", book.reports.size())
      .member("channels", book.channels.size())
      .member("contacts", book.contacts.size())
      .member("conflicts", book.conflicts.size())
      .member("actors", book.actors.size())
      .member("persons", book.persons.size())
      .end_object();
}

void write_publishers(JsonWriter& w, const Book& book, const Counted& counted) {
  std::vector<Index> order(book.publishers.size());
  for (Index i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](Index a, Index b) {
    const std::size_t x = counted.publishers[a].first;
    const std::size_t y = counted.publishers[b].first;
    return x != y ? x > y : book.publishers[a] < book.publishers[b];
  });
  if (order.size() > kMostPublishers) order.resize(kMostPublishers);
  w.key("publishers").begin_array();
  for (const Index i : order)
    w.begin_object()
        .text_or_null("publisher", book.publishers[i])
        .member("articles", counted.publishers[i].first)
        .member("reports", counted.publishers[i].second)
        .end_object();
  w.end_array();
}

}  // namespace

Answer statistics(Call& call) {
  const Book& book = call.book;
  const Counted counted = count(book);
  JsonWriter w;
  w.begin_object().member("version", std::to_string(book.generation)).member("seq", book.surveyed.last_change);
  write_totals(w, book);
  w.member("first", book.first).member("last", book.last).key("statuses").begin_array();
  for (std::size_t i = 0; i < kStates; ++i)
    w.begin_object()
        .member("status", report::to_string(static_cast<report::State>(i)))
        .member("channels", counted.states[i][0])
        .member("contacts", counted.states[i][1])
        .member("reports", counted.states[i][2])
        .end_object();
  w.end_array().key("forms").begin_array();
  for (std::size_t i = 0; i < kFormCount; ++i)
    w.begin_object()
        .member("form", report::to_string(static_cast<report::Form>(i)))
        .member("contacts", counted.forms[i])
        .end_object();
  w.end_array().key("ranks").begin_array();
  for (const auto& [rank, channels] : counted.ranks)
    w.begin_object().text_or_null("rank", rank).member("channels", channels).end_object();
  w.end_array();
  write_publishers(w, book, counted);
  w.key("dates").begin_array();
  for (const auto& [method, articles] : counted.methods)
    w.begin_object()
        .text_or_null("method", method == article::DateMethod::none ? "" : article::to_string(method))
        .member("articles", articles)
        .end_object();
  w.end_array().key("months").begin_array();
  for (const auto& [month, counts] : counted.months)
    w.begin_object()
        .member("month", month)
        .member("articles", counts[0])
        .member("reports", counts[1])
        .member("contacts", counts[2])
        .end_object();
  w.end_array().end_object();
  return json_answer(w.take());
}

}  // namespace qanat::api
