#include <signal.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>

#include "cli/commands.h"

namespace qanat::cli {
namespace {

// Set by Ctrl-C. The one thing that outlives a function here, since a signal handler can reach nothing else.
volatile sig_atomic_t interrupted = 0;

void on_interrupt(int /*signal*/) {
  constexpr char kMessage[] = "\nqanat: stopping after the batch at hand; Ctrl-C again stops at once\n";
  interrupted = 1;
  [[maybe_unused]] const ssize_t told = ::write(STDERR_FILENO, kMessage, sizeof kMessage - 1);
}

// The first Ctrl-C asks to stop, the second one stops; the ledger bears either.
void catch_interrupt() {
  struct sigaction action {};
  action.sa_handler = on_interrupt;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  ::sigaction(SIGINT, &action, nullptr);
  ::sigaction(SIGTERM, &action, nullptr);
}

std::string megabytes(std::uint64_t bytes) { return std::to_string((bytes + (1U << 19)) >> 20) + " MB"; }

// One line on a terminal, written over and over.
class ProgressLine {
 public:
  explicit ProgressLine(bool shown) : shown_(shown) {}
  ~ProgressLine() { clear(); }
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  void show(const feed::Progress& progress) {
    const auto now = std::chrono::steady_clock::now();
    if (!shown_ || (drawn_ && now - last_ < std::chrono::milliseconds(100))) return;
    if (!drawn_) begun_ = now;
    const double seconds = std::chrono::duration<double>(now - begun_).count();
    const double rate = seconds > 0 ? static_cast<double>(progress.documents) / seconds : 0;
    const std::uint64_t total = std::max<std::uint64_t>(progress.bytes_total, 1);
    std::fprintf(stderr, "\r\x1b[K%3d %%  %s of %s  %llu pages  %.0f a second",
                 static_cast<int>(100.0 * static_cast<double>(progress.bytes_done) / static_cast<double>(total)),
                 megabytes(progress.bytes_done).c_str(), megabytes(progress.bytes_total).c_str(),
                 static_cast<unsigned long long>(progress.documents), rate);
    std::fflush(stderr);
    last_ = now;
    drawn_ = true;
  }
  void clear() {
    if (!drawn_) return;
    std::fprintf(stderr, "\r\x1b[K");
    std::fflush(stderr);
    drawn_ = false;
  }

 private:
  bool shown_;
  bool drawn_ = false;
  std::chrono::steady_clock::time_point begun_, last_;
};

std::string count(std::int64_t number, const char* one, const char* many) {
  return std::to_string(number) + " " + (number == 1 ? one : many);
}

// Of articles that are copies of one another, or of what the ledger has, one counts.
std::string origins_text(std::int64_t more) {
  if (more < 0) return count(-more, "origin", "origins") + " fewer than before";
  return count(more, "new origin", "new origins");
}

std::string summary_text(const engine::IngestSummary& s, const std::string& ledger) {
  const store::Written& w = s.written;
  std::string out = count(static_cast<std::int64_t>(s.documents), "page", "pages") +
                    " read: " + std::to_string(w.added) + " new, " + std::to_string(w.replaced) + " replaced, " +
                    std::to_string(w.unchanged) + " known already";
  if (s.empty > 0) out += "; " + std::to_string(s.empty) + " without an article";
  out += "\n" + count(w.articles, "article", "articles") + " (" + origins_text(w.origins) + "), " +
         count(w.reports, "report", "reports") + ", " + count(w.changes, "change", "changes") + " into " + ledger;
  if (w.clashes > 0)
    out +=
        "\n" + count(w.clashes, "page", "pages") +
        " had the id of another page of this input and other text: the later one is kept; give them ids of their own";
  if (s.errors + s.warnings > 0)
    out += "\n" + count(static_cast<std::int64_t>(s.errors), "error", "errors") + ", " +
           count(static_cast<std::int64_t>(s.warnings), "warning", "warnings");
  if (s.interrupted) out += "\nstopped before the end; the same command goes on from here";
  return out;
}

int ingest(Session& session, const std::vector<std::string>& paths, const engine::IngestOptions& options) {
  const auto reader = engine::Reader::make(session.options);
  if (!reader) return fail(kWorld, reader.error().message);
  catch_interrupt();
  const auto store = store::Store::open(session.ledger, store::Store::Mode::create);
  if (!store) return fail(kWorld, store.error().message);
  ProgressLine line(error_is_terminal());
  const auto progress = [&](const feed::Progress& so_far) {
    if (interrupted == 0) line.show(so_far);
    return interrupted == 0;
  };
  const auto issue = [&](const Issue& trouble) {
    line.clear();
    tell(trouble);
  };
  const auto done = engine::ingest(*reader.value(), *store.value(), paths, options, progress, issue);
  line.clear();
  if (!done) return fail(kWorld, done.error().message);
  const engine::IngestSummary& summary = done.value();
  write_line(summary_text(summary, session.ledger));
  if (summary.interrupted) return kInterrupted;
  return summary.errors > 0 ? kTrouble : kWell;
}

}  // namespace

void add_ingest(CLI::App& app, Session& session) {
  struct Arguments {
    std::vector<std::string> paths;
    engine::IngestOptions options;
  };
  const auto arguments = std::make_shared<Arguments>();
  CLI::App& command =
      session.add_command(app, "ingest", "Read pages into the ledger",
                          {"qanat ingest news/", "qanat ingest crawl-2024.jsonl.gz more.txt --ledger crawl.qanat",
                           "qanat ingest - < page.txt"},
                          [&session, arguments] { return ingest(session, arguments->paths, arguments->options); });
  command
      .add_option("PATH", arguments->paths,
                  "files and folders: text, HTML or JSON lines, also gzip or zstd; - is standard input")
      ->required();
  command.add_option("--threads", arguments->options.threads, "threads that read; 0: one a core")
      ->type_name("N")
      ->check(at_least_zero());
  session.add_ledger(command);
  session.add_reader(command);
}

}  // namespace qanat::cli
