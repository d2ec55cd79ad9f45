#include "cli/web_options.h"

#include <sys/stat.h>

namespace qanat::cli {
namespace {

constexpr const char* kMemory = ".web";
constexpr double kLongestDelay = 3600;

}  // namespace

void add_web(CLI::App& command, feed::Web& web, bool remembers) {
  command.add_flag("--allow-private", web.allow_private, "fetch from loopback, private and link-local addresses too")
      ->group("Web");
  command
      .add_option("--delay", web.delay_seconds, "seconds between two requests to one host (1), unless it asks for more")
      ->type_name("SECONDS")
      ->check(CLI::Range(0.0, kLongestDelay).description(""))
      ->group("Web");
  command.add_option("--timeout", web.total_seconds, "seconds that one request may take (60)")
      ->type_name("SECONDS")
      ->check(CLI::Range(0.1, kLongestDelay).description(""))
      ->group("Web");
  if (remembers)
    command
        .add_flag("--refetch", web.refetch, "read anew what has not changed, and a feed's items that were read before")
        ->group("Web");
}

void remember_beside(const std::string& ledger, feed::Web& web) {
  struct stat status {};
  web.memory = ledger + kMemory;
  if (::stat(ledger.c_str(), &status) != 0) web.refetch = true;
}

}  // namespace qanat::cli
