#include <signal.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>

#include "api/api.h"
#include "cli/commands.h"
#include "cli/text.h"

namespace qanat::cli {
namespace {

constexpr std::size_t kShortestToken = 16;  // letters; less can be guessed

struct ServeArguments {
  api::ServeOptions options;
  std::string token_file;
  bool opens = false;
};

// What a signal is to stop. The one thing that outlives a function here, since a signal handler can reach nothing else.
api::Server* volatile serving = nullptr;

void on_signal(int /*signal*/) {
  if (serving != nullptr) serving->stop();
}

// The first Ctrl-C winds up, the second one stops at once.
void catch_signals() {
  struct sigaction action {};
  action.sa_handler = on_signal;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  ::sigaction(SIGINT, &action, nullptr);
  ::sigaction(SIGTERM, &action, nullptr);
  // A reader that goes away is no reason to end.
  ::signal(SIGPIPE, SIG_IGN);
}

std::string trimmed(std::string text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r' || text.back() == ' ')) text.pop_back();
  return text;
}

// From the file, else from the environment; empty: none is asked for.
Result<std::string> token_from(const std::string& file) {
  std::string token;
  if (!file.empty()) {
    std::ifstream in(file);
    if (!std::getline(in, token))
      return Error{"cannot read a token from " + file + ": it must hold one, on its first line"};
  } else if (const char* given = std::getenv("QANAT_TOKEN"); given != nullptr) {
    token = given;
  } else {
    return token;
  }
  token = trimmed(std::move(token));
  if (token.size() < kShortestToken)
    return Error{
        "the token is too short to be safe: give it at least 16 letters, such as `openssl rand -hex 16` makes"};
  return token;
}

bool is_loopback(const std::string& address) { return address.starts_with("127.") || address == "::1"; }

std::string url_of(const std::string& address, std::uint16_t port) {
  std::string host = address;
  if (address == "0.0.0.0") host = "127.0.0.1";
  if (address == "::") host = "::1";
  if (host.find(':') != std::string::npos) host = "[" + host + "]";
  return "http://" + host + ":" + std::to_string(port) + "/";
}

void open_browser(const std::string& url) {
  ::signal(SIGCHLD, SIG_IGN);  // nobody waits for it
  if (::fork() != 0) return;
  ::execlp("xdg-open", "xdg-open", url.c_str(), static_cast<char*>(nullptr));
  remark("no browser could be opened; the address is " + url);
  ::_exit(1);
}

int serve(Session& session, const ServeArguments& arguments) {
  auto token = token_from(arguments.token_file);
  if (!token) return fail(kUsage, token.error().message);
  api::ServeOptions options = arguments.options;
  options.ledger = session.ledger;
  options.reader = session.options;
  options.token = *token;
  // With a token there may be no ledger yet: the first page makes it.
  if (options.token.empty()) {
    if (const auto there = session.open_ledger(); !there) return fail(kWorld, there.error().message);
  } else if (const auto made = store::Store::open(options.ledger, store::Store::Mode::create); !made) {
    return fail(kWorld, made.error().message);
  }
  const auto server = api::Server::make(options);
  if (!server) return fail(kWorld, server.error().message);
  serving = server.value().get();
  catch_signals();
  if (!is_loopback(options.address))
    remark("qanat: warning: everyone who can reach " + options.address +
           " can read this ledger; it is neither encrypted nor asks who reads");
  const std::string url = url_of(options.address, server.value()->port());
  write_line("qanat: " + url);
  if (!flush_output()) return fail(kWorld, "standard output cannot be written; is the disk full?");
  if (arguments.opens) open_browser(url);
  server.value()->run();
  serving = nullptr;
  return kWell;
}

}  // namespace

void add_serve(CLI::App& app, Session& session) {
  const auto arguments = std::make_shared<ServeArguments>();
  CLI::App& command = session.add_command(
      app, "serve", "Show the ledger in a browser, and answer programs (docs/api.md); Ctrl-C ends it",
      {"qanat serve --ledger crawl.qanat --open", "qanat serve --port 0", "qanat serve --token-file token.txt",
       "curl 'http://127.0.0.1:8017/api/v1/channels?party=RUS&party=TUR'"},
      [&session, arguments] { return serve(session, *arguments); });
  command.add_option("--port", arguments->options.port, "the port; 0: any that is free")
      ->type_name("N")
      ->capture_default_str();
  command.add_option("--listen", arguments->options.address, "the address to listen on")
      ->type_name("ADDRESS")
      ->capture_default_str();
  command
      .add_option("--host", arguments->options.hosts,
                  "a name by which it may be called, beside its addresses and localhost; repeated for several")
      ->type_name("NAME")
      ->allow_extra_args(false);
  command
      .add_option(
          "--token-file", arguments->token_file,
          "whoever sends the token that stands in FILE may add pages (or set $QANAT_TOKEN); without one nobody may")
      ->type_name("FILE");
  command.add_flag("--open", arguments->opens, "open it in the browser");
  session.add_ledger(command);
  session.add_reader(command);
}

}  // namespace qanat::cli
