#include "api/hub.h"

#include <algorithm>

#include "api/call.h"

namespace qanat::api {
namespace {

// Whoever was away for longer reads /changes; this bounds what one listener can make the server hold.
constexpr int kMostAtOnce = 5000;

bool is_wanted(const Hub::Wish& wish, const Book& book, const ledger::Change& change) {
  if (!wish.channel.empty() && !change.channel.starts_with(wish.channel)) return false;
  if (wish.parties.empty()) return true;
  const Index number = book.channel(change.channel);
  if (number == kNone) return false;
  const auto& actors = book.channels[number].channel.key.actors;
  return std::all_of(wish.parties.begin(), wish.parties.end(), [&](const std::string& party) {
    return std::find(actors.begin(), actors.end(), party) != actors.end();
  });
}

std::string ledger_event(const Book& book) {
  JsonWriter w;
  w.begin_object()
      .member("version", std::to_string(book.generation))
      .member("seq", book.surveyed.last_change)
      .end_object();
  return "event: ledger\ndata: " + w.take() + "\n\n";
}

}  // namespace

std::vector<store::ChangeRow> Hub::since(std::int64_t seq) {
  auto store = pool_.take();
  if (!store) return {};
  store::Filter filter;
  filter.limit = kMostAtOnce;
  auto rows = (**store).changes(seq, filter);
  return rows ? std::move(*rows) : std::vector<store::ChangeRow>();
}

void Hub::tell(Seat& seat, const Book& book, const std::vector<store::ChangeRow>& rows) const {
  const auto listener = seat.listener.lock();
  if (!listener) return;
  std::string events;
  for (const store::ChangeRow& row : rows) {
    if (row.seq <= seat.wish.after) continue;
    seat.wish.after = row.seq;
    if (!is_wanted(seat.wish, book, row.change)) continue;
    JsonWriter w;
    write_change(w, book, row);
    events.append("id: ").append(std::to_string(row.seq)).append("\nevent: change\ndata: ");
    events.append(w.take()).append("\n\n");
  }
  events += ledger_event(book);
  listener->send(std::make_shared<const std::string>(std::move(events)));
}

void Hub::add(const std::weak_ptr<Listener>& listener, Wish wish, const std::shared_ptr<const Book>& book) {
  Seat seat{listener, std::move(wish)};
  if (seat.wish.from_now) seat.wish.after = book->surveyed.last_change;
  const std::vector<store::ChangeRow> missed =
      seat.wish.from_now ? std::vector<store::ChangeRow>() : since(seat.wish.after);
  const std::lock_guard lock(mutex_);
  tell(seat, *book, missed);
  seats_.push_back(std::move(seat));
}

void Hub::tell(const std::shared_ptr<const Book>& book) {
  const std::lock_guard lock(mutex_);
  std::erase_if(seats_, [](const Seat& s) { return s.listener.expired(); });
  if (seats_.empty()) return;
  std::int64_t oldest = INT64_MAX;
  for (const Seat& seat : seats_) oldest = std::min(oldest, seat.wish.after);
  const std::vector<store::ChangeRow> rows = since(oldest);
  for (Seat& seat : seats_) tell(seat, *book, rows);
}

void Hub::beat() {
  static constexpr const char* kBeatText = ": still here\n\n";
  const auto beat = std::make_shared<const std::string>(kBeatText);
  const std::lock_guard lock(mutex_);
  for (const Seat& seat : seats_)
    if (const auto listener = seat.listener.lock()) listener->send(beat);
}

}  // namespace qanat::api
