// What this server is and how it speaks.
#include "api/openapi.h"
#include "api/views.h"

// NOLINTBEGIN(readability-identifier-naming): the names that embedded.S gives
extern "C" {
extern const char qanat_openapi_begin[];
extern const char qanat_openapi_end[];
}
// NOLINTEND(readability-identifier-naming)

namespace qanat::api {

std::string_view openapi_text() {
  return {qanat_openapi_begin, static_cast<std::size_t>(qanat_openapi_end - qanat_openapi_begin)};
}

Answer service(Call& call) {
  JsonWriter w;
  w.begin_object()
      .member("name", "qanat")
      .member("version", "0.1.0")
      .member("ledger", call.ledger)
      .member("accepts_pages", call.accepts_pages)
      .member("openapi", "/api/v1/openapi.json")
      .member("data_version", std::to_string(call.book.generation))
      .end_object();
  return json_answer(w.take());
}

Answer health(Call& call) {
  const auto version = call.store.version();
  if (!version) return unavailable(version.error().message);
  JsonWriter w;
  w.begin_object().member("status", "ok").end_object();
  return json_answer(w.take());
}

Answer openapi(Call& /*call*/) {
  Answer out;
  out.body = std::string(openapi_text());
  return out;
}

Answer vocabulary(Call& call) {
  JsonWriter w;
  w.begin_object();
  std::size_t count = 0;
  const LabelList* lists = label_lists(count);
  for (std::size_t i = 0; i < count; ++i) {
    w.key(lists[i].name).begin_array();
    for (const Label* l = lists[i].begin; l != lists[i].end; ++l)
      w.begin_object().member("id", l->id).member("ar", l->ar).member("en", l->en).end_object();
    w.end_array();
  }
  w.key("actors").begin_array();
  for (const BookActor& actor : call.book.actors) write_actor(w, call.names, actor.actor);
  w.end_array().end_object();
  return json_answer(w.take());
}

}  // namespace qanat::api
