// One function a command: it says what the command takes, and what runs when it is chosen. Private to the room.
#pragma once

#include <CLI/CLI.hpp>

#include "cli/session.h"

namespace qanat::cli {

void add_ingest(CLI::App& app, Session& session);
void add_watch(CLI::App& app, Session& session);
void add_read(CLI::App& app, Session& session);
void add_channels(CLI::App& app, Session& session);
void add_channel(CLI::App& app, Session& session);
void add_contacts(CLI::App& app, Session& session);
void add_reports(CLI::App& app, Session& session);
void add_conflicts(CLI::App& app, Session& session);
void add_changes(CLI::App& app, Session& session);
void add_actors(CLI::App& app, Session& session);
void add_article(CLI::App& app, Session& session);
void add_search(CLI::App& app, Session& session);
void add_page(CLI::App& app, Session& session);
void add_explain(CLI::App& app, Session& session);
void add_verify(CLI::App& app, Session& session);
void add_serve(CLI::App& app, Session& session);
void add_export(CLI::App& app, Session& session);
void add_lexicon(CLI::App& app, Session& session);
void add_lexicon_hits(CLI::App& family, Session& session);
void add_train(CLI::App& app, Session& session);

}  // namespace qanat::cli
