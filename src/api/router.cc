#include "api/router.h"

#include "api/views.h"

namespace qanat::api {
namespace {

using Allowed = std::vector<std::string_view>;

Allowed operator+(Allowed a, const Allowed& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

std::vector<Route> make_routes() {
  const Allowed filter = {"party", "person", "rank", "channel", "status", "from", "to", "publisher"};
  const Allowed page = {"limit", "cursor"};
  const Allowed as_of = {"as_of", "changed_since", "conflicting"};
  const Allowed graph_of = {"party", "rank", "status", "from", "to", "as_of", "by"};
  const Allowed matrix_of = {"party", "rank", "status", "from", "to", "step"};
  const Allowed brief_of = {"party", "rank", "from", "to", "limit"};
  const Allowed articles_of = {"publisher", "from", "to"};
  const Allowed mark = {"bom"};
  return {
      {"/", service},
      {"/health", health},
      {"/openapi.json", openapi},
      {"/vocabulary", vocabulary},
      {"/statistics", statistics},
      {"/channels", channels, filter + as_of + Allowed{"sort"} + page},
      {"/groups", groups, filter + as_of + page},
      {"/channels/{id}", channel, {"as_of", "limit"}},
      {"/contacts", contacts, filter + page},
      {"/channels/{id}/contacts/{contact}", contact},
      {"/reports", reports, filter + page},
      {"/reports/{id}", report},
      {"/reports/{id}/why", why},
      {"/conflicts", conflicts, filter + page},
      {"/changes", changes, filter + page + Allowed{"after", "newest"}},
      {"/changes.atom", change_feed, {"party", "channel", "lang", "limit"}},
      {"/actors", actors, Allowed{"q"} + page},
      {"/actors/{actor}", actor},
      {"/persons", persons, Allowed{"party", "q"} + page},
      {"/articles", articles, articles_of + Allowed{"with_reports"} + page},
      {"/articles/{id}", article},
      {"/origins", origins, page},
      {"/origins/{origin}", origin},
      {"/search", search, Allowed{"q", "party", "status", "from", "to", "publisher", "whole", "kind"} + page},
      {"/graph", graph, graph_of + Allowed{"limit"}},
      {"/matrix", matrix, matrix_of + Allowed{"limit"}},
      {"/brief", brief, brief_of},
      {"/brief.md", brief_markdown, brief_of + Allowed{"lang"}},
      {"/export/channels.csv", channels_csv, filter + as_of + mark},
      {"/export/channels.json", channels, filter + as_of, true, "channels.json"},
      {"/export/contacts.csv", contacts_csv, filter + mark},
      {"/export/contacts.json", contacts, filter, true, "contacts.json"},
      {"/export/reports.csv", reports_csv, filter + mark},
      {"/export/reports.json", reports, filter, true, "reports.json"},
      {"/export/conflicts.csv", conflicts_csv, filter + mark},
      {"/export/conflicts.json", conflicts, filter, true, "conflicts.json"},
      {"/export/changes.csv", changes_csv, filter + mark},
      {"/export/changes.json", changes, filter, true, "changes.json"},
      {"/export/actors.csv", actors_csv, mark},
      {"/export/actors.json", actors, {}, true, "actors.json"},
      {"/export/persons.csv", persons_csv, Allowed{"party"} + mark},
      {"/export/persons.json", persons, {"party"}, true, "persons.json"},
      {"/export/articles.csv", articles_csv, articles_of + mark},
      {"/export/articles.json", articles, articles_of, true, "articles.json"},
      {"/export/graph.graphml", graph_graphml, graph_of},
      {"/export/graph.json", graph, graph_of, true, "graph.json"},
      {"/export/matrix.csv", matrix_csv, matrix_of + mark},
      {"/export/events.csv", events_csv, filter + mark},
      {"/export/events.jsonl", events_jsonl, filter},
      {"/export/ledger.jsonl", ledger_jsonl},
  };
}

std::string_view next_segment(std::string_view& pattern) {
  pattern.remove_prefix(1);  // '/'
  const std::size_t end = std::min(pattern.find('/'), pattern.size());
  const std::string_view out = pattern.substr(0, end);
  pattern.remove_prefix(end);
  return out;
}

bool matches(std::string_view pattern, std::span<const std::string> path, std::vector<std::string>& ids) {
  ids.clear();
  if (pattern == "/") return path.empty();
  std::size_t at = 0;
  while (!pattern.empty()) {
    const std::string_view segment = next_segment(pattern);
    if (at == path.size()) return false;
    if (segment.starts_with('{')) {
      if (path[at].empty()) return false;
      ids.push_back(path[at]);
    } else if (segment != path[at]) {
      return false;
    }
    ++at;
  }
  return at == path.size();
}

}  // namespace

const std::vector<Route>& routes() {
  static const std::vector<Route> all = make_routes();
  return all;
}

const Route* find_route(std::span<const std::string> path, std::vector<std::string>& ids) {
  for (const Route& route : routes())
    if (matches(route.pattern, path, ids)) return &route;
  return nullptr;
}

}  // namespace qanat::api
