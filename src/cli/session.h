// What all commands share: how trouble is told, where the ledger is, which words the lexicon knows. Private to the
// room.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/issue.h"
#include "base/result.h"
#include "cli/cli.h"
#include "cli/screen.h"
#include "engine/engine.h"
#include "lexicon/lexicon.h"
#include "store/store.h"

namespace qanat::cli {

struct Session {
  std::string ledger;           // path
  bool json = false;            // JSON lines instead of tables
  engine::Options options;      // which lexicon and weights
  std::function<int()> chosen;  // the command that the command line asks for; gives an Exit

  // Options for the commands that want them.
  void add_ledger(CLI::App& command);
  void add_json(CLI::App& command);
  void add_lexicon(CLI::App& command);
  void add_reader(CLI::App& command);  // lexicon and weights
  // A command with its examples, one a line.
  CLI::App& add_command(CLI::App& parent, const std::string& name, const std::string& what,
                        const std::vector<std::string>& examples, std::function<int()> run);

  // Errors: there is none yet, or it cannot be opened; the message says what to do.
  Result<std::unique_ptr<store::Store>> open_ledger() const;
  Result<std::shared_ptr<const lexicon::Lexicon>> open_lexicon() const;
};

// For options that count; says nothing of itself in --help.
CLI::Validator at_least_zero();

// "qanat: MESSAGE" on standard error; gives `code` back.
int fail(Exit code, std::string_view message);
// A remark on standard error, for results that are empty and the like.
void remark(std::string_view message);
// "file:line: byte N: warning: what" on standard error.
void tell(const Issue& issue);

}  // namespace qanat::cli
