// Listens, gives each connection its strand, and ends in good order.
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <thread>

#include "api/api.h"
#include "api/assets.h"
#include "api/connection.h"
#include "api/limits.h"

namespace qanat::api {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using Clock = std::chrono::steady_clock;

constexpr int kFewestThreads = 4;  // so that one long answer does not hold up the others

int thread_count(int asked) {
  return asked > 0 ? asked : std::max(kFewestThreads, 2 * static_cast<int>(std::thread::hardware_concurrency()));
}

std::string file_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }

class HttpServer final : public Server {
 public:
  HttpServer(const ServeOptions& options, std::shared_ptr<const lexicon::Lexicon> lexicon,
             std::unique_ptr<engine::Reader> reader, std::unique_ptr<Keeper> keeper)
      : threads_(thread_count(options.threads)),
        most_connections_(static_cast<std::size_t>(options.most_connections)),
        names_(std::move(lexicon)),
        reader_(std::move(reader)),
        keeper_(std::move(keeper)),
        pool_(options.ledger),
        hub_(pool_),
        desk_({file_name(options.ledger), options.hosts, options.token, options.cache_bytes, assets()}, *keeper_, pool_,
              names_, *reader_),
        strand_(asio::make_strand(context_)),
        acceptor_(strand_),
        sweep_(strand_),
        beat_(strand_),
        stop_(strand_),
        farewell_(strand_) {}
  ~HttpServer() override {
    // Connections hold on to the desk: they go first.
    context_.stop();
  }

  Status listen(const ServeOptions& options) {
    if (!options.token.empty()) {
      auto writer = Writer::make(options.ledger, *reader_, *keeper_);
      if (!writer) return writer.error();
      writer_ = std::move(*writer);
    }
    stop_fd_ = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (stop_fd_ < 0) return Error{"the server cannot start: too many files are open"};
    stop_.assign(stop_fd_);
    error_code error;
    const auto address = asio::ip::make_address(options.address, error);
    if (error) return Error{"'" + options.address + "' is no address to listen on; write 127.0.0.1, ::1 or 0.0.0.0"};
    const tcp::endpoint end(address, options.port);
    acceptor_.open(end.protocol(), error);
    if (!error) acceptor_.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error) acceptor_.bind(end, error);
    if (!error) acceptor_.listen(asio::socket_base::max_listen_connections, error);
    if (error)
      return Error{"cannot listen on " + options.address + ", port " + std::to_string(options.port) + ": " +
                   error.message() + "; name another one with --port (0: any that is free)"};
    return Done{};
  }

  std::uint16_t port() const override {
    error_code error;
    return acceptor_.local_endpoint(error).port();
  }

  void run() override {
    // What the server does for itself runs in its own strand; run() is called once, before anything does.
    keeper_->watch([this](const std::shared_ptr<const Book>& book) { hub_.tell(book); });
    accept();
    sweep();
    beat();
    stop_.async_wait(asio::posix::stream_descriptor::wait_read, [this](error_code error) {
      if (!error) wind_up();
    });
    std::vector<std::thread> helpers;
    for (int i = 1; i < threads_; ++i) helpers.emplace_back([this] { context_.run(); });
    context_.run();
    for (std::thread& helper : helpers) helper.join();
    writer_.reset();
    keeper_->rest();
  }

  void stop() override {
    const std::uint64_t one = 1;
    [[maybe_unused]] const ssize_t written = ::write(stop_fd_, &one, sizeof one);
  }

 private:
  void accept() {
    acceptor_.async_accept(asio::make_strand(context_), [this](error_code error, tcp::socket socket) {
      if (stopping_) return;
      if (!error) welcome(std::move(socket));
      if (error == asio::error::no_descriptors) {
        // Whoever is here already will free some.
        retry_.emplace(strand_, kSweep);
        retry_->async_wait([this](error_code) { accept(); });
        return;
      }
      accept();
    });
  }

  void welcome(tcp::socket socket) {
    error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    const auto connection =
        std::make_shared<Connection>(std::move(socket), Floor{desk_, *keeper_, hub_, writer_.get(), stopping_});
    bool is_welcome = false;
    {
      const std::lock_guard lock(mutex_);
      std::erase_if(connections_, [](const auto& c) { return c.expired(); });
      is_welcome = connections_.size() < most_connections_;
      if (is_welcome) connections_.push_back(connection);
    }
    if (is_welcome)
      connection->start();
    else
      connection->turn_away();
  }

  std::vector<std::shared_ptr<Connection>> all() {
    std::vector<std::shared_ptr<Connection>> out;
    const std::lock_guard lock(mutex_);
    for (const auto& c : connections_)
      if (auto connection = c.lock()) out.push_back(std::move(connection));
    return out;
  }

  void sweep() {
    sweep_.expires_after(kSweep);
    sweep_.async_wait([this](error_code error) {
      if (error) return;
      const auto now = Clock::now();
      for (const auto& connection : all()) connection->expire(now);
      sweep();
    });
  }

  void beat() {
    beat_.expires_after(kBeat);
    beat_.async_wait([this](error_code error) {
      if (error) return;
      hub_.beat();
      beat();
    });
  }

  // No new connections; those at hand finish their answer; then nothing is left to do and run() returns.
  void wind_up() {
    stopping_ = true;
    error_code ignored;
    acceptor_.close(ignored);
    sweep_.cancel();
    beat_.cancel();
    for (const auto& connection : all()) connection->wind_up();
    farewell_.expires_after(kFarewell);
    farewell_.async_wait([this](error_code error) {
      if (!error) context_.stop();
    });
    look_for_end();
  }

  void look_for_end() {
    constexpr std::chrono::milliseconds kDrainLook{20};
    if (all().empty()) {
      farewell_.cancel();
      return;
    }
    sweep_.expires_after(kDrainLook);
    sweep_.async_wait([this](error_code) { look_for_end(); });
  }

  const int threads_;
  const std::size_t most_connections_;
  const Names names_;
  const std::unique_ptr<engine::Reader> reader_;
  const std::unique_ptr<Keeper> keeper_;
  Pool pool_;
  Hub hub_;
  Desk desk_;
  std::atomic<bool> stopping_{false};
  std::unique_ptr<Writer> writer_;
  std::mutex mutex_;
  std::vector<std::weak_ptr<Connection>> connections_;
  asio::io_context context_;
  asio::strand<asio::io_context::executor_type> strand_;
  tcp::acceptor acceptor_;
  asio::steady_timer sweep_, beat_;
  std::optional<asio::steady_timer> retry_;
  int stop_fd_ = -1;
  asio::posix::stream_descriptor stop_;
  asio::steady_timer farewell_;
};

}  // namespace

Result<std::unique_ptr<Server>> Server::make(const ServeOptions& options) {
  auto lexicon = options.reader.lexicon_dir.empty() ? lexicon::Lexicon::built_in()
                                                    : lexicon::Lexicon::load(options.reader.lexicon_dir);
  if (!lexicon) return lexicon.error();
  auto reader = engine::Reader::make(options.reader);
  if (!reader) return reader.error();
  auto keeper = Keeper::make(options.ledger);
  if (!keeper) return keeper.error();
  auto server = std::make_unique<HttpServer>(options, std::move(*lexicon), std::move(*reader), std::move(*keeper));
  if (auto listening = server->listen(options); !listening) return listening.error();
  return std::unique_ptr<Server>(std::move(server));
}

}  // namespace qanat::api
