// A server at work on a small ledger, and a client that says exactly what it is told to say.
#pragma once

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>

#include "api/api.h"
#include "cli_ledger.h"
#include "engine/engine.h"
#include "store_pages.h"

namespace qanat::api {

// A connection. What is read and not yet asked for stays in it.
class Client {
 public:
  explicit Client(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    ::inet_pton(AF_INET, "127.0.0.1", &address.sin_addr);
    connected_ = ::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
  }
  ~Client() { ::close(socket_); }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;
  bool connected() const { return connected_; }

  void send(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
  }
  // Up to and with `end`; what came until the other side closed where it never comes.
  std::string read_until(std::string_view end) {
    for (;;) {
      const std::size_t at = heard_.find(end);
      if (at != std::string::npos) return take(at + end.size());
      if (!hear()) return take(heard_.size());
    }
  }
  std::string read_exactly(std::size_t size) {
    while (heard_.size() < size && hear()) {
    }
    return take(std::min(size, heard_.size()));
  }
  // Has the other side closed, with nothing left to read?
  bool at_end() { return heard_.empty() && !hear(); }

 private:
  bool hear() {
    char bytes[4096];
    const ssize_t got = ::recv(socket_, bytes, sizeof bytes, 0);
    if (got <= 0) return false;
    heard_.append(bytes, static_cast<std::size_t>(got));
    return true;
  }
  std::string take(std::size_t size) {
    std::string out = heard_.substr(0, size);
    heard_.erase(0, size);
    return out;
  }

  int socket_;
  bool connected_ = false;
  std::string heard_;
};

struct Response {
  int status = 0;
  std::map<std::string, std::string> headers;  // names in small letters
  std::string body;

  std::string header(const std::string& name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string() : found->second;
  }
  std::string type() const {
    const std::string all = header("content-type");
    return all.substr(0, all.find(';'));
  }
  nlohmann::json json() const { return nlohmann::json::parse(body, nullptr, false); }
};

inline Response read_response(Client& client, bool has_body = true) {
  Response out;
  const std::string head = client.read_until("\r\n\r\n");
  std::istringstream lines(head);
  std::string line;
  std::getline(lines, line);
  if (line.starts_with("HTTP/1.1 ")) out.status = std::atoi(line.c_str() + 9);
  while (std::getline(lines, line) && line.size() > 1) {
    const std::size_t colon = line.find(": ");
    if (colon == std::string::npos) continue;
    std::string name = line.substr(0, colon);
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
    out.headers[name] = line.substr(colon + 2, line.size() - colon - 3);
  }
  if (has_body && out.status != 304 && out.headers.contains("content-length"))
    out.body = client.read_exactly(std::stoul(out.headers["content-length"]));
  return out;
}

// Serves a ledger of its own from a thread of its own, until it goes.
class Served {
 public:
  explicit Served(const std::string& token = {}, int most_connections = 64) {
    EXPECT_TRUE(fill(folder_.file("test.qanat")));
    ServeOptions options;
    options.ledger = folder_.file("test.qanat");
    options.port = 0;
    options.token = token;
    options.threads = 4;
    options.most_connections = most_connections;
    options.hosts = {"Ledger.Example"};
    auto made = Server::make(options);
    EXPECT_TRUE(made.ok()) << (made.ok() ? "" : made.error().message);
    server_ = std::move(*made);
    thread_ = std::thread([this] { server_->run(); });
  }
  ~Served() { stop(); }
  Served(const Served&) = delete;
  Served& operator=(const Served&) = delete;

  void stop() {
    if (!thread_.joinable()) return;
    server_->stop();
    thread_.join();
  }
  std::uint16_t port() const { return server_->port(); }
  std::string ledger() const { return folder_.file("test.qanat"); }

  // `headers`: lines that end with \r\n.
  Response ask(const std::string& method, const std::string& target, const std::string& headers = {},
               const std::string& body = {}) const {
    Client client(port());
    client.send(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n" + headers);
    if (!body.empty() || method == "POST") client.send("Content-Length: " + std::to_string(body.size()) + "\r\n");
    client.send("\r\n" + body);
    return read_response(client, method != "HEAD");
  }
  Response get(const std::string& target, const std::string& headers = {}) const {
    return ask("GET", "/api/v1" + target, headers);
  }
  nlohmann::json json(const std::string& target) const {
    const Response response = get(target);
    EXPECT_EQ(response.status, 200) << target << ": " << response.body;
    return response.json();
  }

  // The samples, which hold copies, conflicts and a second story, and pages by hand, of which one is hostile.
  static bool fill(const std::string& path) {
    const auto reader = engine::Reader::make({});
    const auto store = store::Store::open(path, store::Store::Mode::create);
    if (!reader.ok() || !store.ok()) return false;
    const std::string samples = std::string(QANAT_ROOT) + "/samples";
    const auto read = engine::ingest(
        *reader.value(), *store.value(), {samples}, {}, [](const feed::Progress&) { return true; },
        [](const Issue&) {});
    return read.ok() && store.value()->write(cli::hand_made_pages()).ok();
  }

 private:
  store::Folder folder_;
  std::unique_ptr<Server> server_;
  std::thread thread_;
};

}  // namespace qanat::api
