// How the web is asked, as options of the commands that ask it. Private to the room.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "feed/feed.h"

namespace qanat::cli {

// `web` must outlive the command. `remembers`: it keeps what it learns, see remember_beside().
void add_web(CLI::App& command, feed::Web& web, bool remembers = true);

// Keeps what is learned of the web in a file beside the ledger. A ledger that is not there has nothing yet, whatever
// lies beside it.
void remember_beside(const std::string& ledger, feed::Web& web);

}  // namespace qanat::cli
