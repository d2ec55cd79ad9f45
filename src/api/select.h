// What a filter lets through, over a book: the same as the command line's listings give. Private to the room.
#pragma once

#include <optional>
#include <vector>

#include "api/book.h"
#include "store/store.h"

namespace qanat::api {

// A filter made ready for one book. Both must outlive it.
class Selection {
 public:
  Selection(const Book& book, const store::Filter& filter);

  // Is this contact wanted, its channel included?
  bool contact(const BookChannel& channel, const ledger::Contact& contact) const;
  bool report(const BookReport& report) const;
  bool conflict(const BookConflict& conflict) const;
  // Channels are wanted where one of their contacts is.
  bool channel(const BookChannel& channel) const;
  // The same with the filter's states left aside: for those who ask for the state of a day.
  bool channel_in_any_state(const BookChannel& channel) const;
  bool state(report::State state) const;
  // Does it let through everything?
  bool is_open() const { return is_open_ && is_timeless_ && states_ == 0; }
  bool in_time(const std::optional<When>& time, const std::optional<Date>& day) const {
    return store::is_in_time(filter_, time, day);
  }

 private:
  void see_channels();
  bool has_parties(const BookChannel& channel) const;
  bool named(const BookChannel& channel) const;
  bool told(const BookReport& report) const;
  bool contact_but_state(const BookChannel& channel, const ledger::Contact& contact) const;

  const Book& book_;
  const store::Filter& filter_;
  bool is_open_ = false;  // lets through everything that is in time and in a wanted state
  bool is_timeless_ = false;
  std::vector<bool> has_parties_;  // which channels all parties asked for take part in, if not always in one contact
  std::vector<bool> persons_;      // which of the book's persons are called as the filter asks
  Index publisher_ = kNone;
  std::vector<std::string> mechanism_words_;
  std::uint32_t states_ = 0;  // bits
};

}  // namespace qanat::api
