// A request and the reply to it, as the desk and the connections pass them. Private to the room.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace qanat::api {

struct Request {
  std::string method, target;
  std::string host, origin, authorization, accept_encoding, if_none_match, last_event_id;
  std::string body;
};

// Ready to be sent: head and body go out as they are.
struct Reply {
  std::string head;                         // from the status line to the last header, without the empty line
  std::shared_ptr<const std::string> body;  // nullptr: none
  std::string_view fixed_body;              // the same where it is the binary's own
  std::size_t length = 0;                   // of the body, also where it is not sent
  int status = 200;

  std::string_view content() const { return body ? std::string_view(*body) : fixed_body; }
};

}  // namespace qanat::api
