// The parameters of a request, read one by one; the first that makes no sense is remembered. Private to the room.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "api/answer.h"
#include "api/names.h"
#include "base/date.h"
#include "store/store.h"

namespace qanat::api {

class Params {
 public:
  using Query = std::vector<std::pair<std::string, std::string>>;
  // All must outlive it. `whole`: the listing is wanted without pages and limits.
  Params(const Query& query, const Names& names, bool whole = false) : query_(query), names_(names), whole_(whole) {}
  bool is_whole() const { return whole_; }

  // Complains of a parameter that is not among those.
  void allow(const std::vector<std::string_view>& names);

  std::string text(std::string_view name);
  bool flag(std::string_view name);
  int number(std::string_view name, int least, int most, int otherwise);
  std::int64_t seq(std::string_view name);
  // The first or the last day of the day, month or year.
  std::optional<Date> first_day(std::string_view name);
  std::optional<Date> last_day(std::string_view name);
  // The first of `words` where it is not given.
  std::string one_of(std::string_view name, std::initializer_list<std::string_view> words);
  std::vector<std::string> parties(std::string_view name = "party");
  // party, person, rank, channel, status, from, to, publisher, as on the command line.
  store::Filter filter();
  bool has(std::string_view name) const;

  // What was wrong; nullopt where all was well.
  const std::optional<Answer>& trouble() const { return trouble_; }
  void complain(std::string_view name, std::string_view detail);

 private:
  std::optional<When> when(std::string_view name);
  std::vector<std::string> all(std::string_view name) const;

  const Query& query_;
  const Names& names_;
  bool whole_;
  std::optional<Answer> trouble_;
};

}  // namespace qanat::api
