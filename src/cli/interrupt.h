// Ctrl-C in commands that write. Private to the room.
#pragma once

namespace qanat::cli {

// From now on the first Ctrl-C asks to stop, the second one stops; the ledger bears either.
void catch_interrupt();
// Has it been asked?
bool interrupted();

}  // namespace qanat::cli
