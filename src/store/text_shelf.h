// The texts of the articles and their origins, as tables: text and band. Private to the room.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "origin/origin.h"
#include "store/sql.h"

namespace qanat::store {

class TextShelf final : public origin::Shelf {
 public:
  using Rank = origin::Rank;
  using Key = origin::Key;

  explicit TextShelf(Database& database) : db_(database) {}

  // A text that an article has. True: it is new here, and to be settled; it stands in the file once it is.
  bool add(const origin::Sketch& sketch);
  // Takes a text away that no article has any more. Adds to `changed` what must be settled because of it.
  void remove(Rank text, std::set<Rank>& changed);
  // Does every band of a settled text hold it, as what it is?
  bool is_in_its_bands(Rank text);
  // How many more leaders there are than when this was made.
  std::int64_t more_leaders() const { return more_leaders_; }

  const origin::Sketch* sketch(Rank text) override;
  std::optional<Rank> leader(Rank text) override;
  origin::Band look(Key key, std::size_t most) override;
  std::vector<Rank> behind(Key key, Rank text) override;
  std::vector<Rank> followers(Rank leader) override;
  void follow(Rank text, Rank leader) override;

 private:
  struct Text {
    origin::Sketch sketch;
    Rank leader = 0;
  };
  Text* read(Rank text);  // nullptr where the file has no such text; valid until the next call
  void leave_bands(const origin::Sketch& sketch, bool follows);

  Database& db_;
  std::unordered_map<Rank, origin::Sketch> new_;  // not settled yet, so not in the file
  std::unordered_map<Rank, Text> known_;          // some of those in the file, as they are there
  std::int64_t more_leaders_ = 0;
};

}  // namespace qanat::store
