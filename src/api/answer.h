// What the server says to one request, before it is packed and sent. Private to the room.
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace qanat::api {

inline constexpr const char* kJson = "application/json";
inline constexpr const char* kProblemJson = "application/problem+json";

struct Answer {
  int status = 200;
  std::string type = kJson;
  std::string body;
  std::string filename;  // what a browser is to call it when it saves it; empty: it is for looking at
};

inline Answer json_answer(std::string body) {
  Answer out;
  out.body = std::move(body);
  return out;
}

// RFC 9457. `kind` names the kind of trouble ("bad-parameter"), `title` says it in words, `detail` what is wrong this
// time and what to do.
Answer problem(int status, std::string_view kind, std::string_view title, std::string_view detail,
               std::string_view parameter = {});

Answer bad_parameter(std::string_view name, std::string_view detail);
Answer not_found(std::string_view detail);
Answer unavailable(std::string_view detail);

}  // namespace qanat::api
