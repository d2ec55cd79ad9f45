// A web server for tests, on the loopback: what each path answers is a function that writes to the socket, so that it
// can lie, drip and go away.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace qanat {

class NetServer {
 public:
  class Client {
   public:
    Client(int socket, const std::atomic<bool>& closing) : socket_(socket), closing_(closing) {}
    // False: the other side has gone, or the test is over.
    bool send(std::string_view bytes) const {
      while (!bytes.empty()) {
        if (closing_) return false;
        const ssize_t count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
      }
      return true;
    }
    bool closing() const { return closing_; }

   private:
    int socket_;
    const std::atomic<bool>& closing_;
  };
  using Handler = std::function<void(const std::string& request, const Client& client)>;

  NetServer() {
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    ::bind(listener_, reinterpret_cast<sockaddr*>(&address), sizeof address);
    ::listen(listener_, 16);
    socklen_t size = sizeof address;
    ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
  }
  ~NetServer() {
    closing_ = true;
    thread_.join();
    ::close(listener_);
  }
  NetServer(const NetServer&) = delete;
  NetServer& operator=(const NetServer&) = delete;

  std::string url(const std::string& path) const { return "http://127.0.0.1:" + std::to_string(port_) + path; }

  void on(const std::string& path, Handler handler) {
    const std::lock_guard lock(mutex_);
    handlers_[path] = std::move(handler);
  }
  // A whole answer. `headers`: each with its "\r\n".
  void on(const std::string& path, const std::string& body, const std::string& headers = "Content-Type: text/html\r\n",
          const std::string& status = "200 OK") {
    on(path, [answer = "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + std::to_string(body.size()) +
                       "\r\nConnection: close\r\n\r\n" +
                       body](const std::string&, const Client& client) { client.send(answer); });
  }

  // "GET /path" of each request so far.
  std::vector<std::string> asked() const {
    const std::lock_guard lock(mutex_);
    return asked_;
  }
  int times(const std::string& path) const {
    int count = 0;
    for (const std::string& line : asked()) count += line == path ? 1 : 0;
    return count;
  }
  std::string last_request() const {
    const std::lock_guard lock(mutex_);
    return last_;
  }

 private:
  void serve() {
    constexpr int kPatience = 20;  // milliseconds
    while (!closing_) {
      pollfd wait{listener_, POLLIN, 0};
      if (::poll(&wait, 1, kPatience) <= 0) continue;
      const int socket = ::accept(listener_, nullptr, nullptr);
      if (socket < 0) continue;
      answer(socket);
      ::close(socket);
    }
  }

  void answer(int socket) {
    std::string request;
    char buffer[4096];
    while (request.find("\r\n\r\n") == std::string::npos) {
      const ssize_t count = ::recv(socket, buffer, sizeof buffer, 0);
      if (count <= 0) return;
      request.append(buffer, static_cast<std::size_t>(count));
    }
    const std::size_t begin = request.find(' ') + 1;
    const std::string path = request.substr(begin, request.find(' ', begin) - begin);
    Handler handler;
    {
      const std::lock_guard lock(mutex_);
      asked_.push_back(path);
      last_ = request;
      const auto found = handlers_.find(path);
      if (found != handlers_.end()) handler = found->second;
    }
    const Client client(socket, closing_);
    if (handler)
      handler(request, client);
    else
      client.send("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    // What the client still had to say, so that closing does not reset the connection before it has read ours.
    ::shutdown(socket, SHUT_WR);
    pollfd wait{socket, POLLIN, 0};
    for (int i = 0; i < 20 && !closing_ && ::poll(&wait, 1, 20) >= 0; ++i) {
      if ((wait.revents & POLLIN) != 0 && ::recv(socket, buffer, sizeof buffer, 0) <= 0) break;
    }
  }

  int listener_ = -1;
  int port_ = 0;
  std::atomic<bool> closing_ = false;
  mutable std::mutex mutex_;
  std::map<std::string, Handler> handlers_;
  std::vector<std::string> asked_;
  std::string last_;
  std::thread thread_;
};

}  // namespace qanat
