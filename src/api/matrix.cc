#include "api/matrix.h"

#include <algorithm>
#include <unordered_map>

#include "api/select.h"
#include "api/views.h"

namespace qanat::api {
namespace {

constexpr int kParties = 20;
constexpr int kMostRows = 200;
constexpr std::size_t kMostPeriods = 120;  // the last ones, where there are more

Date period_of(Date day, const std::string& step) {
  const Date::Ymd d = day.ymd();
  if (step == "year") return When::year(d.year).first;
  if (step == "month") return When::month(d.year, d.month).first;
  return day - day.weekday();  // weeks begin on Sunday, as in most of the region
}

Date next_period(Date first, const std::string& step) {
  constexpr int kWeek = 7;
  const Date::Ymd d = first.ymd();
  if (step == "year") return When::year(d.year).last + 1;
  if (step == "month") return When::month(d.year, d.month).last + 1;
  return first + kWeek;
}

std::vector<Date> periods_between(std::optional<Date> first, std::optional<Date> last, const std::string& step) {
  std::vector<Date> out;
  if (!first || !last) return out;
  for (Date at = period_of(*first, step); at <= *last; at = next_period(at, step)) {
    out.push_back(at);
    if (out.size() > kMostPeriods) out.erase(out.begin());
  }
  return out;
}

// Where the period is not said: far enough back to see a year's round.
Date usual_start(Date last, const std::string& step) {
  constexpr int kYears = 20;
  constexpr int kDays = 7 * 51;
  const Date::Ymd d = last.ymd();
  if (step == "year") return When::year(std::max(1, d.year - kYears + 1)).first;
  if (step == "month")
    return d.month == 12 ? When::month(d.year - 1, 1).first : When::month(d.year - 2, d.month + 1).first;
  return last - kDays;
}

// Contacts of two parties in one channel, as one channel sees it.
struct Told {
  Index channel = 0;
  std::vector<std::optional<Date>> days;
};

// What the channels tell of each pair of the shown parties.
void fill_cells(const Book& book, const std::vector<Told>& told,
                const std::unordered_map<std::string, std::size_t>& shown, Matrix& out) {
  for (const Told& t : told) {
    const ledger::Channel& channel = book.channels[t.channel].channel;
    const auto& actors = channel.key.actors;
    for (std::size_t a = 0; a < actors.size(); ++a) {
      for (std::size_t b = a + 1; b < actors.size(); ++b) {
        if (!shown.contains(actors[a]) || !shown.contains(actors[b])) continue;
        Matrix::Cell& cell = out.cells[{actors[a], actors[b]}];
        cell.counts.resize(out.periods.size());
        cell.statuses.resize(out.periods.size());
        cell.channels.push_back(t.channel);
        cell.contacts += t.days.size();
        cell.conflicts += channel.conflicts.size();
        cell.origins += channel.origins;
        for (const auto& day : t.days) {
          if (!day || out.periods.empty() || *day < out.periods.front()) continue;
          const auto at = std::upper_bound(out.periods.begin(), out.periods.end(), *day) - out.periods.begin() - 1;
          ++cell.counts[static_cast<std::size_t>(at)];
        }
      }
    }
  }
}

// Of the two: the word of whichever of their channels changed last.
std::optional<report::State> state_on(const Book& book, const std::vector<Index>& channels, std::optional<Date> day) {
  std::optional<ledger::Phase> best;
  for (const Index c : channels) {
    const auto phase = book.channels[c].channel.as_of(day);
    if (phase && (!best || phase->since > best->since)) best = phase;
  }
  return best ? std::optional(best->state) : std::nullopt;
}

}  // namespace

Matrix make_matrix(Call& call, std::size_t most) {
  Matrix out;
  store::Filter filter = call.params.filter();
  out.step = call.params.one_of("step", {"month", "week", "year"});
  if (call.params.trouble()) return out;
  const Book& book = call.book;
  if (!filter.to) filter.to = book.last;
  if (!filter.from && filter.to) filter.from = usual_start(*filter.to, out.step);
  const Selection selection(book, filter);
  std::vector<Told> told;
  std::unordered_map<std::string, std::size_t> weight;
  for (Index i = 0; i < book.channels.size(); ++i) {
    Told here{i, {}};
    const BookChannel& channel = book.channels[i];
    for (const ledger::Contact& c : channel.channel.contacts) {
      if (!selection.contact(channel, c)) continue;
      here.days.push_back(day_of(c));
    }
    if (here.days.empty()) continue;
    for (const std::string& actor : channel.channel.key.actors) weight[actor] += here.days.size();
    told.push_back(std::move(here));
  }
  out.from = filter.from;
  out.to = filter.to;
  out.periods = periods_between(out.from, out.to, out.step);

  std::vector<std::pair<std::size_t, std::string>> order;
  order.reserve(weight.size());
  for (const auto& [actor, contacts] : weight) order.emplace_back(contacts, actor);
  std::sort(order.begin(), order.end(),
            [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
  if (most > 0 && order.size() > most) order.resize(most);
  std::unordered_map<std::string, std::size_t> shown;
  for (auto& [contacts, actor] : order) {
    shown.emplace(actor, shown.size());
    out.parties.push_back(std::move(actor));
  }

  fill_cells(book, told, shown, out);
  for (auto& [pair, cell] : out.cells) {
    for (std::size_t i = 0; i < out.periods.size(); ++i)
      cell.statuses[i] = state_on(book, cell.channels, next_period(out.periods[i], out.step) - 1);
    cell.status = state_on(book, cell.channels, filter.to);
    for (const Index c : cell.channels) cell.last = std::max(cell.last, book.channels[c].channel.last);
  }
  return out;
}

Answer matrix(Call& call) {
  const int most = call.params.number("limit", 2, kMostRows, kParties);
  const Matrix matrix = make_matrix(call, static_cast<std::size_t>(most));
  if (call.params.trouble()) return *call.params.trouble();
  JsonWriter w;
  w.begin_object().member("from", matrix.from).member("to", matrix.to).member("step", matrix.step);
  w.key("periods").begin_array();
  for (const Date day : matrix.periods) w.value(day);
  w.end_array().key("parties").begin_array();
  for (const std::string& code : matrix.parties) write_actor(w, call.names, code);
  w.end_array().key("cells").begin_array();
  for (const auto& [pair, cell] : matrix.cells) {
    w.begin_object()
        .member("a", pair.first)
        .member("b", pair.second)
        .member("contacts", cell.contacts)
        .member("origins", cell.origins)
        .member("conflicts", cell.conflicts)
        .key("channels")
        .begin_array();
    for (const Index c : cell.channels) w.value(call.book.channels[c].id);
    w.end_array()
        .text_or_null("status", cell.status ? report::to_string(*cell.status) : "")
        .member("last", cell.last)
        .key("counts")
        .begin_array();
    for (const std::size_t count : cell.counts) w.value(count);
    w.end_array().key("statuses").begin_array();
    for (const auto& state : cell.statuses) {
      if (state)
        w.value(report::to_string(*state));
      else
        w.null();
    }
    w.end_array().end_object();
  }
  w.end_array().end_object();
  return json_answer(w.take());
}

}  // namespace qanat::api
