// A folder watched: what comes into it goes into the ledger.
#include <ctime>
#include <utility>

#include "cli/commands.h"
#include "cli/ingesting.h"
#include "cli/interrupt.h"

namespace qanat::cli {
namespace {

// How long Ctrl-C may have to wait, should its signal come between two looks.
constexpr std::chrono::milliseconds kPatience(500);

std::string now_text() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  ::localtime_r(&now, &local);
  std::string out(sizeof "2024-03-05 10:00:00", '\0');
  out.resize(std::strftime(out.data(), out.size(), "%Y-%m-%d %H:%M:%S", &local));
  return out;
}

std::string count(std::uint64_t number, const char* noun) {
  return std::to_string(number) + " " + noun + (number == 1 ? "" : "s");
}

std::string summary(const engine::IngestSummary& done, const std::vector<std::string>& files) {
  const store::Written& written = done.written;
  std::string out = now_text() + "  " + (files.size() == 1 ? files.front() : count(files.size(), "file")) + ": " +
                    count(done.documents, "page") + ", " + std::to_string(written.added) + " new, " +
                    std::to_string(written.replaced) + " replaced; " +
                    count(static_cast<std::uint64_t>(written.reports), "report") + ", " +
                    count(static_cast<std::uint64_t>(written.changes), "change");
  if (done.errors > 0) out += "; " + count(done.errors, "error");
  return out;
}

class Watching {
 public:
  Watching(Session& session, const engine::IngestOptions& options) : session_(session), options_(options) {}

  int run(const std::vector<std::string>& folders) {
    const auto reader = engine::Reader::make(session_.options);
    if (!reader) return fail(kWorld, reader.error().message);
    auto watch = feed::Watch::open(folders);
    if (!watch) return fail(kUsage, watch.error().message);
    catch_interrupt();
    const auto store = store::Store::open(session_.ledger, store::Store::Mode::create);
    if (!store) return fail(kWorld, store.error().message);
    remark(std::string("qanat: watching ") + (folders.size() == 1 ? folders.front() : count(folders.size(), "folder")) +
           ", reading into " + session_.ledger + "; Ctrl-C ends");
    while (!interrupted()) {
      const std::vector<std::string> files = watch.value()->next(kPatience, tell);
      if (files.empty()) continue;
      const int code = read(*reader.value(), *store.value(), files);
      if (code != kWell) return code;
    }
    remark("qanat: stopped watching; the ledger holds all that was read");
    return kWell;
  }

 private:
  int read(const engine::Reader& reader, store::Store& store, const std::vector<std::string>& files) {
    const auto done = ingest_in_sight(reader, store, files, options_);
    if (!done) return fail(kWorld, done.error().message);
    write_line(summary(done.value(), files));
    return flush_output() ? kWell : fail(kWorld, "standard output cannot be written; is the disk full?");
  }

  Session& session_;
  const engine::IngestOptions& options_;
};

}  // namespace

void add_watch(CLI::App& app, Session& session) {
  struct Arguments {
    std::vector<std::string> folders;
    engine::IngestOptions options;
  };
  const auto arguments = std::make_shared<Arguments>();
  arguments->options.inputs_may_vanish = true;
  CLI::App& command = session.add_command(
      app, "watch", "Read what is in a folder and what comes into it, until Ctrl-C",
      {"qanat watch incoming/", "qanat watch incoming/ feeds/ --ledger press.qanat"},
      [&session, arguments] { return Watching(session, arguments->options).run(arguments->folders); });
  command
      .add_option(
          "DIR", arguments->folders,
          "folders, with those in them; files are read once their writers have closed them, and again when they "
          "change")
      ->required();
  command.add_option("--threads", arguments->options.threads, "threads that read; 0: one a core")
      ->type_name("N")
      ->check(at_least_zero());
  session.add_ledger(command);
  session.add_reader(command);
}

}  // namespace qanat::cli
