#include "cli/interrupt.h"

#include <signal.h>
#include <unistd.h>

namespace qanat::cli {
namespace {

// Set by Ctrl-C. The one thing that outlives a function here, since a signal handler can reach nothing else.
volatile sig_atomic_t asked = 0;

void on_interrupt(int /*signal*/) {
  constexpr char kMessage[] = "\nqanat: stopping after the batch at hand; Ctrl-C again stops at once\n";
  asked = 1;
  [[maybe_unused]] const ssize_t told = ::write(STDERR_FILENO, kMessage, sizeof kMessage - 1);
}

}  // namespace

void catch_interrupt() {
  struct sigaction action {};
  action.sa_handler = on_interrupt;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  ::sigaction(SIGINT, &action, nullptr);
  ::sigaction(SIGTERM, &action, nullptr);
}

bool interrupted() { return asked != 0; }

}  // namespace qanat::cli
