#include "feed/robots.h"

#include <algorithm>

#include "feed/http_message.h"

namespace qanat::feed {
namespace {

// Bounds on what a hostile site can make us compare.
constexpr std::size_t kMostRules = 2000;
constexpr std::size_t kLongestPattern = 512;
constexpr std::size_t kLongestPath = 2048;
constexpr double kLongestDelay = 30;

// '*' is any run of bytes; without a '$' at its end a pattern is a beginning.
bool fits(std::string_view pattern, std::string_view path) {
  const bool anchored = pattern.ends_with('$');
  if (anchored) pattern.remove_suffix(1);
  std::size_t p = 0;
  std::size_t at = 0;
  std::size_t star = std::string_view::npos;
  std::size_t from = 0;
  for (;;) {
    if (p == pattern.size() && (!anchored || at == path.size())) return true;
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      from = at;
    } else if (p < pattern.size() && at < path.size() && pattern[p] == path[at]) {
      ++p;
      ++at;
    } else if (star != std::string_view::npos && from < path.size()) {
      p = star + 1;
      at = ++from;
    } else {
      return false;
    }
  }
}

double seconds(std::string_view text) {
  double value = 0;
  double unit = 1;
  bool fraction = false;
  for (const char c : text.substr(0, 8)) {
    if (c == '.' && !fraction) {
      fraction = true;
    } else if (c >= '0' && c <= '9') {
      if (fraction) unit /= 10;
      value = fraction ? value + (c - '0') * unit : value * 10 + (c - '0');
    } else {
      return 0;
    }
  }
  return std::min(value, kLongestDelay);
}

}  // namespace

Robots Robots::allow_none() {
  Robots out;
  out.rules_.push_back({"/", false});
  return out;
}

Robots Robots::parse(std::string_view text, std::string_view agent) {
  Robots own;
  Robots everybody;
  bool found_own = false;
  bool for_own = false;
  bool for_everybody = false;
  bool in_rules = false;  // a user-agent line after rules begins another group
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    line = line.substr(0, line.find('#'));
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string_view key = trim(line.substr(0, colon));
    const std::string_view value = trim(line.substr(colon + 1));
    if (same_word(key, "user-agent")) {
      if (in_rules) for_own = for_everybody = in_rules = false;
      // "Qanat/1.0" means us as "qanat" does.
      const bool us = same_word(value.substr(0, std::min(value.find('/'), value.size())), agent);
      for_own = for_own || us;
      found_own = found_own || us;
      for_everybody = for_everybody || value == "*";
      continue;
    }
    const bool allow = same_word(key, "allow");
    const bool delay = same_word(key, "crawl-delay");
    if (!allow && !delay && !same_word(key, "disallow")) continue;
    in_rules = true;
    for (Robots* group : {for_own ? &own : nullptr, for_everybody ? &everybody : nullptr}) {
      if (group == nullptr) continue;
      if (delay)
        group->delay_ = seconds(value);
      else if (!value.empty() && value.size() <= kLongestPattern && group->rules_.size() < kMostRules)
        group->rules_.push_back({std::string(value), allow});
    }
  }
  return found_own ? own : everybody;
}

bool Robots::allows(std::string_view path) const {
  path = path.substr(0, kLongestPath);
  const Rule* best = nullptr;
  for (const Rule& rule : rules_) {
    const bool longer = best == nullptr || rule.pattern.size() > best->pattern.size() ||
                        (rule.pattern.size() == best->pattern.size() && rule.allow);
    if (longer && fits(rule.pattern, path)) best = &rule;
  }
  return best == nullptr || best->allow;
}

}  // namespace qanat::feed
