#include "cli/session.h"

#include <sys/stat.h>

#include <cstdio>
#include <cstdlib>

#include "cli/text.h"

namespace qanat::cli {
namespace {

constexpr const char* kDefaultLedger = "ledger.qanat";

}  // namespace

void Session::add_ledger(CLI::App& command) {
  if (ledger.empty()) {
    const char* named = std::getenv("QANAT_LEDGER");
    ledger = named != nullptr && *named != '\0' ? named : kDefaultLedger;
  }
  command.add_option("--ledger", ledger, "the ledger's file; without it $QANAT_LEDGER, else ledger.qanat")
      ->type_name("FILE")
      ->group("Ledger");
}

void Session::add_json(CLI::App& command) { command.add_flag("--json", json, "JSON, one object a line"); }

void Session::add_lexicon(CLI::App& command) {
  command.add_option("--lexicon", options.lexicon_dir, "read the lexicon's text files in DIR, not the built-in one")
      ->type_name("DIR")
      ->group("Lexicon");
}

void Session::add_reader(CLI::App& command) {
  add_lexicon(command);
  command.add_option("--weights", options.weights, "read the weights in FILE, not the built-in ones")
      ->type_name("FILE")
      ->group("Lexicon");
}

CLI::App& Session::add_command(CLI::App& parent, const std::string& name, const std::string& what,
                               const std::vector<std::string>& examples, std::function<int()> run) {
  CLI::App& command = *parent.add_subcommand(name, what);
  std::string footer = "Examples:";
  for (const std::string& example : examples) footer += "\n  " + example;
  command.footer(footer);
  command.callback([this, run = std::move(run)] { chosen = run; });
  return command;
}

Result<std::unique_ptr<store::Store>> Session::open_ledger() const {
  struct stat status {};
  if (::stat(ledger.c_str(), &status) != 0 && errno == ENOENT) {
    const std::string option = ledger == kDefaultLedger ? "" : " --ledger " + ledger;
    return Error{"there is no ledger " + ledger + " yet; make one with `qanat ingest PATH" + option +
                 "`, or name another with --ledger"};
  }
  return store::Store::open(ledger, store::Store::Mode::read_only);
}

Result<std::shared_ptr<const lexicon::Lexicon>> Session::open_lexicon() const {
  if (options.lexicon_dir.empty()) return lexicon::Lexicon::built_in();
  return lexicon::Lexicon::load(options.lexicon_dir);
}

CLI::Validator at_least_zero() {
  constexpr int kMost = 1'000'000'000;
  return CLI::Range(0, kMost).description("");
}

int fail(Exit code, std::string_view message) {
  remark(std::string("qanat: ").append(message));
  return code;
}

void remark(std::string_view message) {
  const std::string line = clean(message) + "\n";
  std::fwrite(line.data(), 1, line.size(), stderr);
}

void tell(const Issue& issue) {
  std::string line = issue.where.empty() ? std::string("standard input") : issue.where;
  if (issue.offset > 0) line += ": byte " + std::to_string(issue.offset);
  remark(line + ": " + to_string(issue.severity) + ": " + issue.what);
}

}  // namespace qanat::cli
