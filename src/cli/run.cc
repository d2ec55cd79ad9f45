// The command line taken apart, and the command that it names run.
#include <signal.h>

#include <exception>
#include <iostream>

#include "cli/cli.h"
#include "cli/commands.h"

namespace qanat::cli {
namespace {

constexpr const char* kVersion = "qanat 0.1.0";

constexpr const char* kAbout =
    "Reads Arabic news and keeps a ledger of diplomatic contacts: who is talking to whom, and who says so.";

constexpr const char* kFooter =
    "A first look:\n"
    "  qanat ingest PATH        read files or folders into ./ledger.qanat\n"
    "  qanat channels           who talks to whom, and in which state that is\n"
    "  qanat channel ID         one channel, with every sentence that it stands on\n"
    "  qanat COMMAND --help     options and examples of a command\n"
    "\n"
    "Exit codes: 0 well; 1 some input gave nothing, or what was asked for is not there; 2 the command line is wrong;\n"
    "3 the ledger, the lexicon or the disk failed; 130 stopped by Ctrl-C.";

int parse_and_run(int argc, char** argv) {
  CLI::App app(kAbout, "qanat");
  app.footer(kFooter);
  app.set_version_flag("--version", kVersion, "the version");
  app.require_subcommand(1);
  app.failure_message([](const CLI::App*, const CLI::Error& error) {
    return std::string("qanat: ") + error.what() + "; `qanat --help` and `qanat COMMAND --help` say what there is\n";
  });
  Session session;
  add_ingest(app, session);
  add_watch(app, session);
  add_read(app, session);
  add_channels(app, session);
  add_channel(app, session);
  add_contacts(app, session);
  add_reports(app, session);
  add_conflicts(app, session);
  add_changes(app, session);
  add_actors(app, session);
  add_article(app, session);
  add_search(app, session);
  add_page(app, session);
  add_explain(app, session);
  add_serve(app, session);
  add_verify(app, session);
  add_export(app, session);
  add_lexicon(app, session);
  add_train(app, session);
  if (argc == 1) {
    std::cerr << app.help();
    return kUsage;
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const bool help = error.get_exit_code() == 0;
    app.exit(error, std::cout, std::cerr);
    return help ? kWell : kUsage;
  }
  return session.chosen ? session.chosen() : kUsage;
}

}  // namespace

int run(int argc, char** argv) {
  // Whoever started us may have had pipes that break ignored; then a reader that goes away would look like a full disk.
  ::signal(SIGPIPE, SIG_DFL);
  int code = kWorld;
  try {
    code = parse_and_run(argc, argv);
  } catch (const std::exception& error) {
    // Only memory can run out here: no room lets an exception through its door.
    return fail(kWorld, error.what());
  }
  if (!flush_output()) return fail(kWorld, "standard output cannot be written; is the disk full?");
  return code;
}

}  // namespace qanat::cli
