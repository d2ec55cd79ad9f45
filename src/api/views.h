// Every answer the server gives, a function each; src/api/openapi.json says what they hold. Private to the room.
#pragma once

#include "api/call.h"

namespace qanat::api {

// service.cc
Answer service(Call& call);
Answer health(Call& call);
Answer openapi(Call& call);
Answer vocabulary(Call& call);
// statistics.cc
Answer statistics(Call& call);
// channels.cc
Answer channels(Call& call);
Answer groups(Call& call);
// channel.cc
Answer channel(Call& call);
// contacts.cc
Answer contacts(Call& call);
Answer contact(Call& call);
// reports.cc
Answer reports(Call& call);
Answer report(Call& call);
Answer conflicts(Call& call);
// why.cc
Answer why(Call& call);
// changes.cc
Answer changes(Call& call);
Answer change_feed(Call& call);
// people.cc
Answer actors(Call& call);
Answer actor(Call& call);
Answer persons(Call& call);
// articles.cc
Answer articles(Call& call);
Answer article(Call& call);
Answer origins(Call& call);
Answer origin(Call& call);
// search.cc
Answer search(Call& call);
// graph.cc, matrix.cc, brief.cc
Answer graph(Call& call);
Answer matrix(Call& call);
Answer brief(Call& call);
Answer brief_markdown(Call& call);
// tables.cc: whole listings, for other programs
Answer channels_csv(Call& call);
Answer contacts_csv(Call& call);
Answer reports_csv(Call& call);
Answer conflicts_csv(Call& call);
Answer changes_csv(Call& call);
Answer actors_csv(Call& call);
Answer persons_csv(Call& call);
Answer articles_csv(Call& call);
Answer matrix_csv(Call& call);
Answer graph_graphml(Call& call);
Answer events_csv(Call& call);
Answer events_jsonl(Call& call);
Answer ledger_jsonl(Call& call);

}  // namespace qanat::api
