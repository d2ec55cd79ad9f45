// One connection: reads requests one after another, hands them to the desk, sends the replies. Private to the room.
#pragma once

#include <atomic>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <chrono>
#include <deque>
#include <memory>
#include <optional>
#include <string>

#include "api/desk.h"
#include "api/hub.h"
#include "api/writer.h"

namespace qanat::api {

// What connections share. Outlives them.
struct Floor {
  Desk& desk;
  Keeper& keeper;
  Hub& hub;
  Writer* writer;  // nullptr: no pages are taken
  std::atomic<bool>& stopping;
};

// Everything but send(), close_if_idle() and expire() runs in the connection's own strand.
class Connection final : public Listener, public std::enable_shared_from_this<Connection> {
 public:
  Connection(boost::asio::ip::tcp::socket socket, Floor floor) : socket_(std::move(socket)), floor_(floor) {}

  void start();
  // Says that there are too many connections, and ends.
  void turn_away();
  // Ends it where it waits for a request or streams; else after the reply at hand.
  void wind_up();
  // Ends it if it has taken too long.
  void expire(std::chrono::steady_clock::time_point now);
  void send(const std::shared_ptr<const std::string>& events) override;

 private:
  using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;
  enum class Doing : std::uint8_t { waiting, reading, answering, streaming, leaving, ended };

  void set_deadline(std::chrono::milliseconds from_now);
  void wait();
  void read_head();
  void on_head(boost::beast::error_code error);
  void read_body();
  void answer();
  void ingest();
  void stream();
  void reply(Reply&& reply);
  void reply_and_end(int status, std::string_view kind, std::string_view title, std::string_view detail);
  void on_sent(boost::beast::error_code error);
  void send_next();
  void watch_for_end();
  void leave();
  void end();
  void take_head();

  boost::asio::ip::tcp::socket socket_;
  Floor floor_;
  boost::beast::flat_buffer buffer_;
  std::optional<Parser> parser_;
  Request request_;
  Reply reply_;
  std::string head_;
  bool keep_alive_ = false;
  Doing doing_ = Doing::waiting;
  std::atomic<std::int64_t> deadline_{INT64_MAX};  // in the steady clock's own count

  std::deque<std::shared_ptr<const std::string>> events_;  // of a stream; the first is being sent
  char heard_[1024] = {};
};

}  // namespace qanat::api
