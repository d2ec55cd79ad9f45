// The command line. Each command is a file; what they share is a Session.
#pragma once

namespace qanat::cli {

// How a run ends. docs/commands.md tells users.
enum Exit : int {
  kWell = 0,
  kTrouble = 1,        // some input gave nothing, something asked for is not there, or a check found faults
  kUsage = 2,          // the command line cannot be understood
  kWorld = 3,          // the ledger, the lexicon or the disk failed
  kInterrupted = 130,  // Ctrl-C; what was written stays
};

// Runs one command. Never throws.
int run(int argc, char** argv);

}  // namespace qanat::cli
