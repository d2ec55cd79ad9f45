// robots.txt, RFC 9309: what a site asks of those who fetch. Private to the room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace qanat::feed {

class Robots {
 public:
  static Robots allow_all() { return {}; }
  static Robots allow_none();
  // The rules for `agent` (a product's name, in lower case), else those for everybody.
  static Robots parse(std::string_view text, std::string_view agent);

  // `path` with its query. The longest rule that fits decides, and of two as long the one that allows.
  bool allows(std::string_view path) const;
  // What the site asks to wait between two requests; 0 where it does not.
  double delay_seconds() const { return delay_; }

 private:
  struct Rule {
    std::string pattern;
    bool allow;
  };
  std::vector<Rule> rules_;
  double delay_ = 0;
};

}  // namespace qanat::feed
