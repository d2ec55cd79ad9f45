// Rows of the ledger as JSON: the one place that says which keys they have. The command line prints them a line each
// (docs/commands.md), the server builds its answers of them (openapi.json). Private to the room; api.h offers what the
// command line needs.
#pragma once

#include <optional>
#include <string_view>

#include "api/json.h"
#include "ledger/ledger.h"
#include "store/store.h"

namespace qanat::api {

// Members are written without the brackets around them, so that more can follow.

void write_party(JsonWriter& w, const report::Party& party);
void write_parties(JsonWriter& w, std::string_view key, const std::vector<report::Party>& parties);

// `day`: the state as of that day; nullopt: the last one.
void channel_members(JsonWriter& w, const ledger::Channel& channel, std::optional<Date> day);
// Up to the parties; `reports` and `origins` are left to the caller.
void contact_members(JsonWriter& w, std::string_view channel_id, std::string_view channel_text,
                     const ledger::Contact& contact);
// From form to condition: what a report says, without its evidence.
void report_members(JsonWriter& w, const report::Report& report);
void change_members(JsonWriter& w, const store::ChangeRow& row);
// From id to origin.
void article_members(JsonWriter& w, const store::ArticleRow& row);
// "issues", a member.
void issues_member(JsonWriter& w, const Issues& issues);
// "timeline", a member.
void timeline_member(JsonWriter& w, const ledger::Channel& channel);

// A method of finding a date; null for none.
void write_method(JsonWriter& w, std::string_view key, const std::optional<Date>& day, article::DateMethod method);

}  // namespace qanat::api
