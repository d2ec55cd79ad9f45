#include "api/graph.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "api/select.h"
#include "api/views.h"

namespace qanat::api {
namespace {

constexpr int kNodes = 40;
constexpr int kMostNodes = 500;

// Highest first: who meets says how much a channel weighs.
constexpr std::array<std::string_view, 15> kRankOrder = {
    "leader",      "foreign_minister", "defence_minister", "minister",    "org_head", "intelligence", "deputy_minister",
    "envoy",       "military",         "delegation",       "legislature", "diplomat", "official",     "mixed",
    "spokesperson"};

std::size_t height(const std::string& rank) {
  return static_cast<std::size_t>(std::find(kRankOrder.begin(), kRankOrder.end(), rank) - kRankOrder.begin());
}

class Weaver {
 public:
  Weaver(const Book& book, Graph& graph, bool parties, bool persons)
      : book_(book), graph_(graph), parties_(parties), persons_(persons) {}

  void add(Index number, std::size_t contacts_within, const std::vector<const ledger::Contact*>& contacts) {
    const BookChannel& channel = book_.channels[number];
    Graph::Channel shown = look(number);
    std::set<std::size_t> members;
    if (parties_)
      for (const std::string& actor : channel.channel.key.actors) members.insert(node(actor, {}, {}));
    if (persons_)
      for (const ledger::Contact* c : contacts)
        for (const report::Party& p : c->parties)
          if (!p.person.empty()) members.insert(node(p.actor, p.person, p.role));
    for (const std::size_t m : members) {
      ++graph_.nodes[m].channels;
      graph_.nodes[m].origins += channel.channel.origins;
    }
    for (const std::size_t a : members) {
      for (const std::size_t b : members) {
        if (a >= b || !may_join(a, b, contacts)) continue;
        Graph::Edge& edge = edges_[{a, b}];
        edge.a = a;
        edge.b = b;
        edge.channels.push_back(shown);
        edge.contacts += contacts_within;
        edge.conflicts += channel.channel.conflicts.size();
        edge.origins += channel.channel.origins;
      }
    }
  }

  // Leaves the nodes with most origins, and the edges between them.
  void finish(std::size_t most) {
    graph_.total_nodes = graph_.nodes.size();
    std::vector<std::size_t> order(graph_.nodes.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      const auto& x = graph_.nodes[a];
      const auto& y = graph_.nodes[b];
      return x.origins != y.origins ? x.origins > y.origins : x.id < y.id;
    });
    if (most > 0 && order.size() > most) order.resize(most);
    std::vector<std::size_t> place(graph_.nodes.size(), SIZE_MAX);
    std::vector<Graph::Node> kept;
    for (const std::size_t i : order) {
      place[i] = kept.size();
      kept.push_back(std::move(graph_.nodes[i]));
    }
    graph_.nodes = std::move(kept);
    for (auto& [pair, edge] : edges_) {
      if (place[edge.a] == SIZE_MAX || place[edge.b] == SIZE_MAX) continue;
      edge.a = place[edge.a];
      edge.b = place[edge.b];
      ++graph_.nodes[edge.a].degree;
      ++graph_.nodes[edge.b].degree;
      put_in_order(edge);
      graph_.edges.push_back(std::move(edge));
    }
    std::sort(graph_.edges.begin(), graph_.edges.end(),
              [](const Graph::Edge& x, const Graph::Edge& y) { return std::pair(x.a, x.b) < std::pair(y.a, y.b); });
  }

 private:
  std::size_t node(const std::string& actor, const std::string& person, const std::string& role) {
    const auto [at, is_new] = nodes_.try_emplace({actor, person}, graph_.nodes.size());
    if (is_new) {
      Graph::Node& made = graph_.nodes.emplace_back();
      made.actor = actor;
      made.person = person;
      made.role = role;
      made.id = person.empty() ? actor : actor + "/" + person;
    }
    return at->second;
  }

  // Persons are joined where they take part in one contact, and to their own party; parties where they share a channel.
  bool may_join(std::size_t a, std::size_t b, const std::vector<const ledger::Contact*>& contacts) const {
    const Graph::Node& x = graph_.nodes[a];
    const Graph::Node& y = graph_.nodes[b];
    if (x.person.empty() && y.person.empty()) return true;
    if (x.person.empty() || y.person.empty()) return x.actor == y.actor;
    if (x.actor == y.actor) return false;
    return std::any_of(contacts.begin(), contacts.end(), [&](const ledger::Contact* c) {
      const auto has = [&](const Graph::Node& n) {
        return std::any_of(c->parties.begin(), c->parties.end(),
                           [&](const report::Party& p) { return p.actor == n.actor && p.person == n.person; });
      };
      return has(x) && has(y);
    });
  }

  Graph::Channel look(Index number) const {
    Graph::Channel out;
    out.channel = number;
    out.now = book_.channels[number].channel.as_of(graph_.as_of);
    return out;
  }

  void put_in_order(Graph::Edge& edge) const {
    std::stable_sort(edge.channels.begin(), edge.channels.end(), [&](const auto& x, const auto& y) {
      return height(book_.channels[x.channel].channel.key.rank) < height(book_.channels[y.channel].channel.key.rank);
    });
    for (std::size_t i = 1; i < edge.channels.size(); ++i)
      if (last(edge.channels[i]) > last(edge.channels[edge.latest])) edge.latest = i;
  }
  std::optional<Date> last(const Graph::Channel& c) const {
    if (c.now && c.now->since && graph_.as_of) return c.now->since;
    return book_.channels[c.channel].channel.last;
  }

  const Book& book_;
  Graph& graph_;
  bool parties_, persons_;
  std::map<std::pair<std::string, std::string>, std::size_t> nodes_;
  std::map<std::pair<std::size_t, std::size_t>, Graph::Edge> edges_;
};

}  // namespace

Graph make_graph(Call& call, std::size_t most) {
  Graph out;
  const store::Filter filter = call.params.filter();
  const std::string by = call.params.one_of("by", {"parties", "persons", "both"});
  out.from = filter.from;
  out.to = filter.to;
  const auto as_of = call.params.last_day("as_of");
  out.as_of = as_of ? as_of : filter.to;
  if (call.params.trouble()) return out;
  store::Filter in_period = filter;
  if (as_of && (!in_period.to || *as_of < *in_period.to)) in_period.to = as_of;
  const Selection selection(call.book, in_period);
  Weaver weaver(call.book, out, by != "persons", by != "parties");
  for (Index i = 0; i < call.book.channels.size(); ++i) {
    const BookChannel& channel = call.book.channels[i];
    std::vector<const ledger::Contact*> within;
    for (const ledger::Contact& c : channel.channel.contacts)
      if (selection.contact(channel, c)) within.push_back(&c);
    if (!within.empty()) weaver.add(i, within.size(), within);
  }
  weaver.finish(most);
  return out;
}

Answer graph(Call& call) {
  const int most = call.params.is_whole() ? 0 : call.params.number("limit", 2, kMostNodes, kNodes);
  const Graph graph = make_graph(call, static_cast<std::size_t>(most));
  if (call.params.trouble()) return *call.params.trouble();
  JsonWriter w;
  w.begin_object()
      .member("from", graph.from)
      .member("to", graph.to)
      .member("as_of", graph.as_of)
      .member("first", call.book.first)
      .member("last", call.book.last)
      .member("total_nodes", graph.total_nodes)
      .key("nodes")
      .begin_array();
  for (const Graph::Node& n : graph.nodes) {
    w.begin_object().member("id", n.id).member("kind", n.person.empty() ? "actor" : "person").member("actor", n.actor);
    write_name(w, "name", n.person.empty() ? call.names.actor(n.actor) : Name{n.person, {}});
    w.text_or_null("role", n.role)
        .member("channels", n.channels)
        .member("origins", n.origins)
        .member("degree", n.degree)
        .end_object();
  }
  w.end_array().key("edges").begin_array();
  for (const Graph::Edge& e : graph.edges) {
    const Graph::Channel& latest = e.channels[e.latest];
    const BookChannel& channel = call.book.channels[latest.channel];
    w.begin_object()
        .member("a", graph.nodes[e.a].id)
        .member("b", graph.nodes[e.b].id)
        .member("channel", channel.id)
        .member("channels", e.channels.size())
        .text_or_null("status", latest.now ? report::to_string(latest.now->state) : "")
        .member("since", latest.now ? latest.now->since : std::nullopt)
        .text_or_null("rank", call.book.channels[e.channels.front().channel].channel.key.rank)
        .member("last", channel.channel.last)
        .member("contacts", e.contacts)
        .member("conflicts", e.conflicts)
        .member("origins", e.origins)
        .end_object();
  }
  w.end_array().end_object();
  return json_answer(w.take());
}

}  // namespace qanat::api
