// Rows of the ledger as lines of JSON; their keys are documented in docs/commands.md. Private to the room.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "ledger/ledger.h"
#include "store/store.h"

namespace qanat::cli {

using Json = nlohmann::ordered_json;

// `day`: the state as of that day; nullopt: the last one.
Json channel_json(const ledger::Channel& channel, std::optional<Date> day);
// With timeline, contacts, conflicts and reports.
Json whole_channel_json(const ledger::Channel& channel, const std::vector<store::ReportRow>& reports);
Json contact_json(const ledger::ChannelKey& key, const ledger::Contact& contact);
Json report_json(const store::ReportRow& row);
Json conflict_json(const ledger::Conflict& conflict, const store::ReportRow& left, const store::ReportRow& right);
Json change_json(const store::ChangeRow& row);
Json actor_json(const store::ActorRow& row, const std::string& name);
Json article_json(const store::ArticleRow& row);
// With its text and reports.
Json whole_article_json(const store::ArticleRow& row, const std::string& text,
                        const std::vector<store::ReportRow>& reports);
Json hit_json(const store::Hit& hit);

// Writes one line to standard output, harmless to a terminal.
void write_json(const Json& json);

// A snippet of the store, taken apart: its text, and what matched as byte ranges of it.
struct Snippet {
  std::string text;
  std::vector<Span> matches;
};
Snippet snippet_from(std::string_view marked);

}  // namespace qanat::cli
