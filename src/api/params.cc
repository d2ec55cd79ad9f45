#include "api/params.h"

#include <algorithm>
#include <charconv>

namespace qanat::api {
namespace {

std::string list_of(const std::vector<std::string_view>& words) {
  std::string out;
  for (const std::string_view word : words) out.append(out.empty() ? "" : ", ").append(word);
  return out;
}

std::optional<std::int64_t> number_from(std::string_view text) {
  std::int64_t out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return out;
}

// Said of what the user wrote, which may be long.
std::string quoted(std::string_view text) {
  constexpr std::size_t kMost = 80;
  std::string out = "'";
  out.append(text.substr(0, kMost));
  return out.append(text.size() > kMost ? "…'" : "'");
}

}  // namespace

void Params::complain(std::string_view name, std::string_view detail) {
  if (!trouble_) trouble_ = bad_parameter(name, detail);
}

void Params::allow(const std::vector<std::string_view>& names) {
  for (const auto& [name, value] : query_) {
    if (std::find(names.begin(), names.end(), name) != names.end()) continue;
    complain(name, "there is no parameter " + quoted(name) + " here" +
                       (names.empty() ? std::string() : "; there are " + list_of(names)));
  }
}

bool Params::has(std::string_view name) const {
  return std::any_of(query_.begin(), query_.end(), [&](const auto& p) { return p.first == name; });
}

std::vector<std::string> Params::all(std::string_view name) const {
  std::vector<std::string> out;
  for (const auto& [key, value] : query_)
    if (key == name && !value.empty()) out.push_back(value);
  return out;
}

std::string Params::text(std::string_view name) {
  std::vector<std::string> values = all(name);
  if (values.size() > 1) complain(name, "'" + std::string(name) + "' is given more than once");
  return values.empty() ? std::string() : std::move(values.front());
}

bool Params::flag(std::string_view name) {
  const std::string value = text(name);
  if (value.empty() || value == "false" || value == "0") return false;
  if (value != "true" && value != "1") complain(name, quoted(value) + " is neither true nor false");
  return true;
}

int Params::number(std::string_view name, int least, int most, int otherwise) {
  const std::string value = text(name);
  if (value.empty()) return otherwise;
  const auto number = number_from(value);
  if (number && *number >= least && *number <= most) return static_cast<int>(*number);
  complain(name, quoted(value) + " is no number from " + std::to_string(least) + " to " + std::to_string(most));
  return otherwise;
}

std::int64_t Params::seq(std::string_view name) {
  const std::string value = text(name);
  if (value.empty()) return 0;
  const auto number = number_from(value);
  if (number && *number >= 0) return *number;
  complain(name, quoted(value) + " is no seq: a number from 0");
  return 0;
}

std::optional<When> Params::when(std::string_view name) {
  const std::string value = text(name);
  if (value.empty()) return std::nullopt;
  auto out = When::from_iso(value);
  if (!out) complain(name, quoted(value) + " is no day; write 2024-01-29, 2024-01 or 2024");
  return out;
}

std::optional<Date> Params::first_day(std::string_view name) {
  const auto day = when(name);
  return day ? std::optional(day->first) : std::nullopt;
}

std::optional<Date> Params::last_day(std::string_view name) {
  const auto day = when(name);
  return day ? std::optional(day->last) : std::nullopt;
}

std::string Params::one_of(std::string_view name, std::initializer_list<std::string_view> words) {
  std::string value = text(name);
  if (value.empty()) return std::string(*words.begin());
  if (std::find(words.begin(), words.end(), value) == words.end())
    complain(name, quoted(value) + " is none of " + list_of(words));
  return value;
}

std::vector<std::string> Params::parties(std::string_view name) {
  std::vector<std::string> out;
  for (const std::string& value : all(name)) {
    auto codes = names_.parties(value);
    if (!codes) {
      complain(name, "nobody known is called " + quoted(value) + "; /api/v1/actors lists who is in the ledger");
      continue;
    }
    for (std::string& code : *codes)
      if (std::find(out.begin(), out.end(), code) == out.end()) out.push_back(std::move(code));
  }
  return out;
}

store::Filter Params::filter() {
  constexpr const char* kMixed = "mixed";  // of channels whose parties do not share a rank
  store::Filter out;
  out.parties = parties();
  out.person = text("person");
  out.rank = text("rank");
  if (!out.rank.empty() && out.rank != kMixed && names_.lexicon().entry(lexicon::Kind::role, out.rank) == nullptr) {
    std::vector<std::string_view> ranks;
    for (const lexicon::Entry& e : names_.lexicon().entries())
      if (e.kind == lexicon::Kind::role) ranks.push_back(e.id);
    complain("rank", quoted(out.rank) + " is no rank; there are " + list_of(ranks) + ", mixed");
  }
  out.channel = text("channel");
  for (const std::string& value : all("status")) {
    for (std::string_view rest = value; !rest.empty();) {
      const std::size_t end = std::min(rest.find(','), rest.size());
      const std::string_view word = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      if (word.empty()) continue;
      if (!report::state_from(word)) {
        std::vector<std::string_view> states;
        for (int i = 0; i <= static_cast<int>(report::State::stalled); ++i)
          states.emplace_back(report::to_string(static_cast<report::State>(i)));
        complain("status", quoted(word) + " is no status; there are " + list_of(states));
      }
      out.states.emplace_back(word);
    }
  }
  out.from = first_day("from");
  out.to = last_day("to");
  out.publisher = text("publisher");
  return out;
}

}  // namespace qanat::api
