#include "api/answer.h"

#include "api/json.h"

namespace qanat::api {

Answer problem(int status, std::string_view kind, std::string_view title, std::string_view detail,
               std::string_view parameter) {
  JsonWriter w;
  w.begin_object()
      .member("type", "urn:qanat:problem:" + std::string(kind))
      .member("title", title)
      .member("status", status)
      .member("detail", detail);
  if (!parameter.empty()) w.member("parameter", parameter);
  w.end_object();
  return {status, kProblemJson, w.take(), {}};
}

Answer bad_parameter(std::string_view name, std::string_view detail) {
  return problem(400, "bad-parameter", "a parameter cannot be understood", detail, name);
}

Answer not_found(std::string_view detail) { return problem(404, "not-found", "there is no such thing", detail); }

Answer unavailable(std::string_view detail) {
  return problem(503, "unavailable", "the ledger cannot be read just now", detail);
}

}  // namespace qanat::api
