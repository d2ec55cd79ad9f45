#include "api/connection.h"

#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/read.hpp>

#include "api/guard.h"
#include "api/limits.h"
#include "api/params.h"

namespace qanat::api {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using boost::beast::error_code;
using Clock = std::chrono::steady_clock;

constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

std::string text_of(const http::fields& fields, http::field name) {
  const auto value = fields[name];
  return {value.data(), value.size()};
}

}  // namespace

void Connection::set_deadline(std::chrono::milliseconds from_now) {
  deadline_ = (Clock::now() + from_now).time_since_epoch().count();
}

void Connection::start() {
  asio::dispatch(socket_.get_executor(), [self = shared_from_this()] { self->wait(); });
}

void Connection::end() {
  doing_ = Doing::ended;
  error_code ignored;
  socket_.shutdown(asio::ip::tcp::socket::shutdown_both, ignored);
  socket_.close(ignored);
}

void Connection::wind_up() {
  asio::post(socket_.get_executor(), [self = shared_from_this()] {
    const bool is_idle =
        self->doing_ == Doing::waiting || self->doing_ == Doing::streaming || self->doing_ == Doing::leaving;
    if (is_idle) self->end();
  });
}

void Connection::expire(Clock::time_point now) {
  if (now.time_since_epoch().count() < deadline_) return;
  asio::post(socket_.get_executor(), [self = shared_from_this()] {
    // Looked at again, now that nothing else of this connection runs.
    if (Clock::now().time_since_epoch().count() >= self->deadline_ && self->doing_ != Doing::ended) self->end();
  });
}

// ---- reading ---------------------------------------------------------------------------------------------------

// For the next request. A browser may take its time before it asks, but not while it does.
void Connection::wait() {
  if (floor_.stopping) return end();
  doing_ = Doing::waiting;
  if (buffer_.size() > 0) return read_head();  // it sent the next one with the one before
  set_deadline(kIdleTime);
  socket_.async_wait(asio::ip::tcp::socket::wait_read, [self = shared_from_this()](error_code error) {
    if (self->doing_ == Doing::ended) return;
    if (error) return self->end();
    self->read_head();
  });
}

void Connection::read_head() {
  parser_.emplace();
  parser_->header_limit(kMostHeadBytes);
  parser_->body_limit(kMostBodyBytes);
  // One deadline for the whole head, however it trickles in.
  set_deadline(kHeadTime);
  http::async_read_header(socket_, buffer_, *parser_,
                          [self = shared_from_this()](error_code error, std::size_t) { self->on_head(error); });
}

void Connection::on_head(error_code error) {
  if (doing_ == Doing::ended) return;
  if (error == http::error::header_limit)
    return reply_and_end(431, "large-head", "the request's head is too large", "at most 16 kB are read");
  if (error == http::error::end_of_stream || error == asio::error::operation_aborted ||
      error == asio::error::connection_reset || error == asio::error::eof || error == http::error::partial_message)
    return end();
  if (error == http::error::body_limit)
    return reply_and_end(413, "large-body", "the document is too large", "at most 16 MB are taken");
  if (error) return reply_and_end(400, "bad-request", "the request cannot be understood", error.message());
  doing_ = Doing::reading;
  take_head();
  if (auto refused = floor_.desk.refuse(request_)) {
    // A body that was announced is not waited for, so nothing can follow it.
    keep_alive_ = keep_alive_ && parser_->is_done();
    return reply(std::move(*refused));
  }
  if (!parser_->is_done() && !Desk::is_ingest(request_))
    return reply_and_end(413, "body", "that takes no body", "send the request without one");
  if (parser_->is_done()) return answer();
  if (const auto length = parser_->content_length(); length && *length > kMostBodyBytes)
    return reply_and_end(413, "large-body", "the document is too large", "at most 16 MB are taken");
  const auto expect = parser_->get()[http::field::expect];
  if (expect.empty()) return read_body();
  asio::async_write(socket_, asio::buffer(kContinue), [self = shared_from_this()](error_code sent, std::size_t) {
    sent ? self->end() : self->read_body();
  });
}

void Connection::take_head() {
  const auto& message = parser_->get();
  request_ = {};
  request_.method = std::string(message.method_string().data(), message.method_string().size());
  request_.target = std::string(message.target().data(), message.target().size());
  request_.host = text_of(message, http::field::host);
  request_.origin = text_of(message, http::field::origin);
  request_.authorization = text_of(message, http::field::authorization);
  request_.accept_encoding = text_of(message, http::field::accept_encoding);
  request_.if_none_match = text_of(message, http::field::if_none_match);
  request_.last_event_id = std::string(message["Last-Event-ID"].data(), message["Last-Event-ID"].size());
  keep_alive_ = message.keep_alive();
}

void Connection::read_body() {
  set_deadline(kBodyTime);
  http::async_read(socket_, buffer_, *parser_, [self = shared_from_this()](error_code error, std::size_t) {
    if (self->doing_ == Doing::ended) return;
    if (error == http::error::body_limit)
      return self->reply_and_end(413, "large-body", "the document is too large", "at most 16 MB are taken");
    if (error) return self->end();
    self->request_.body = std::move(self->parser_->get().body());
    self->answer();
  });
}

// ---- answering -------------------------------------------------------------------------------------------------

void Connection::answer() {
  doing_ = Doing::answering;
  set_deadline(kAnswerTime);
  if (Desk::is_ingest(request_)) return ingest();
  if (Desk::is_stream(request_)) return stream();
  reply(floor_.desk.reply(request_));
}

void Connection::ingest() {
  const auto target = parse_target(request_.target);
  if (!target || floor_.writer == nullptr)
    return reply(floor_.desk.pack(unavailable("pages cannot be taken just now"), request_));
  Params params(target->query, floor_.desk.names());
  params.allow({"id", "url", "publisher", "published", "title"});
  Sent sent;
  sent.id = params.text("id");
  sent.url = params.text("url");
  sent.publisher = params.text("publisher");
  sent.published = params.text("published");
  sent.title = params.text("title");
  if (params.trouble()) return reply(floor_.desk.pack(*params.trouble(), request_));
  sent.bytes = std::move(request_.body);
  const auto done = [self = shared_from_this()](Answer&& made) {
    asio::post(self->socket_.get_executor(), [self, answer = std::move(made)] {
      if (self->doing_ == Doing::ended) return;
      self->reply(self->floor_.desk.pack(answer, self->request_));
    });
  };
  if (!floor_.writer->take(std::move(sent), done))
    reply(floor_.desk.pack(unavailable("too many pages are waiting to be read; send this one again in a while"),
                           request_, "Retry-After: 5\r\n"));
}

void Connection::reply(Reply&& made) {
  reply_ = std::move(made);
  set_deadline(kSendTime);
  head_ = std::move(reply_.head);
  const bool is_bare = reply_.status == 304;
  if (!is_bare) head_.append("Content-Length: ").append(std::to_string(reply_.length)).append("\r\n");
  keep_alive_ = keep_alive_ && !floor_.stopping;
  if (!keep_alive_) head_ += "Connection: close\r\n";
  head_ += "\r\n";
  const std::string_view body = request_.method == "HEAD" || is_bare ? std::string_view() : reply_.content();
  const std::array<asio::const_buffer, 2> both = {asio::buffer(head_), asio::buffer(body.data(), body.size())};
  asio::async_write(socket_, both,
                    [self = shared_from_this()](error_code error, std::size_t) { self->on_sent(error); });
}

void Connection::reply_and_end(int status, std::string_view kind, std::string_view title, std::string_view detail) {
  keep_alive_ = false;
  doing_ = Doing::answering;
  reply(floor_.desk.pack(problem(status, kind, title, detail), request_));
}

void Connection::on_sent(error_code error) {
  if (doing_ == Doing::ended) return;
  reply_ = {};
  if (error) return end();
  if (!keep_alive_) return leave();
  wait();
}

// Closed at once, with bytes of the other side unread, the connection would be reset, and the reply lost on its way. So
// what still comes is heard out, for a while.
void Connection::leave() {
  if (floor_.stopping) return end();
  doing_ = Doing::leaving;
  error_code ignored;
  socket_.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
  set_deadline(kLeaveTime);
  watch_for_end();
}

void Connection::turn_away() {
  asio::dispatch(socket_.get_executor(), [self = shared_from_this()] {
    self->reply_and_end(503, "busy", "too many connections are open", "try again in a while");
  });
}

// ---- streaming -------------------------------------------------------------------------------------------------

void Connection::stream() {
  const auto target = parse_target(request_.target);
  if (!target) return reply_and_end(400, "bad-target", "the address cannot be understood", "escape its signs as %XX");
  Params params(target->query, floor_.desk.names());
  params.allow({"party", "channel", "after"});
  Hub::Wish wish;
  wish.parties = params.parties();
  wish.channel = params.text("channel");
  wish.after = params.seq("after");
  if (params.trouble()) return reply(floor_.desk.pack(*params.trouble(), request_));
  const Params::Query resumed = {{"after", request_.last_event_id}};
  Params last(resumed, floor_.desk.names());
  const bool resumes = !request_.last_event_id.empty();
  if (resumes) wish.after = last.seq("after");
  wish.from_now = !resumes && !params.has("after");

  doing_ = Doing::streaming;
  head_ = status_line(200);
  head_.append("Content-Type: text/event-stream\r\nCache-Control: no-store\r\nConnection: close\r\n");
  head_.append(security_headers(false)).append("\r\nretry: 3000\n\n");
  deadline_ = INT64_MAX;
  send(std::make_shared<const std::string>(std::move(head_)));
  watch_for_end();
  floor_.hub.add(weak_from_this(), std::move(wish), floor_.keeper.book());
}

void Connection::send(const std::shared_ptr<const std::string>& events) {
  asio::post(socket_.get_executor(), [self = shared_from_this(), events] {
    if (self->doing_ != Doing::streaming) return;
    // One that does not listen is let go; it comes back and asks for what it missed.
    if (self->events_.size() >= kMostEvents) return self->end();
    self->events_.push_back(events);
    if (self->events_.size() == 1) self->send_next();
  });
}

void Connection::send_next() {
  set_deadline(kSendTime);
  asio::async_write(socket_, asio::buffer(*events_.front()),
                    [self = shared_from_this()](error_code error, std::size_t) {
                      if (self->doing_ == Doing::ended) return;
                      if (error) return self->end();
                      self->events_.pop_front();
                      self->deadline_ = INT64_MAX;
                      if (!self->events_.empty()) self->send_next();
                    });
}

// The other side has nothing more to say; what comes all the same is not listened to.
void Connection::watch_for_end() {
  socket_.async_read_some(asio::buffer(heard_), [self = shared_from_this()](error_code error, std::size_t) {
    if (self->doing_ == Doing::ended) return;
    if (error) return self->end();
    self->watch_for_end();
  });
}

}  // namespace qanat::api
