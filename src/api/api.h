// The ledger over HTTP: reads as JSON, CSV, GraphML, Atom and event data, changes as they come, the board's files, and
// pages to read from whoever has the token. Also the JSON of the ledger's rows, which the command line prints too.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "engine/engine.h"
#include "ledger/ledger.h"
#include "lexicon/lexicon.h"
#include "store/store.h"

namespace qanat::api {

// ---- serving ---------------------------------------------------------------------------------------------------

struct ServeOptions {
  std::string ledger;                 // path
  std::string address = "127.0.0.1";  // to listen on
  std::uint16_t port = 8017;          // 0: any that is free
  std::vector<std::string> hosts;     // names by which it may be called, beside addresses and localhost
  std::string token;                  // empty: no pages are taken
  engine::Options reader;             // which lexicon and weights

  // Affect performance alone.
  int threads = 0;                      // 0: by the number of cores
  int most_connections = 512;           // more are told to come back later
  std::size_t cache_bytes = 64U << 20;  // of answers kept
};

// Serves until stop() is called. One use of it at a time.
class Server {
 public:
  // Opens the ledger, reads it and listens; nobody is answered yet. Errors: the ledger, the lexicon, or the address is
  // taken; the message says what to do.
  static Result<std::unique_ptr<Server>> make(const ServeOptions& options);
  virtual ~Server() = default;

  virtual std::uint16_t port() const = 0;
  // Answers until stop(): answers begun are finished, streams end, then it returns.
  virtual void run() = 0;
  // From any thread, and from a signal handler.
  virtual void stop() = 0;
};

// ---- rows as JSON, an object each; keys: docs/commands.md --------------------------------------------------------

// `day`: the state as of that day; nullopt: the last one.
std::string channel_json(const ledger::Channel& channel, std::optional<Date> day);
// With timeline, contacts, conflicts and reports.
std::string channel_json(const ledger::Channel& channel, const std::vector<store::ReportRow>& reports);
std::string contact_json(const ledger::ChannelKey& key, const ledger::Contact& contact);
std::string report_json(const store::ReportRow& row);
std::string conflict_json(const ledger::Conflict& conflict, const store::ReportRow& left,
                          const store::ReportRow& right);
std::string change_json(const store::ChangeRow& row);
// `name`: empty where no list knows the actor.
std::string actor_json(const store::ActorRow& row, const std::string& name);
// With its text and reports.
std::string article_json(const store::ArticleRow& row, const std::string& text,
                         const std::vector<store::ReportRow>& reports);
std::string hit_json(const store::Hit& hit);
// What `qanat verify` found.
std::string verify_json(const store::Totals& totals, const Issues& faults);

// A snippet of the store, taken apart: its text, and what matched as byte ranges of it.
struct Snippet {
  std::string text;
  std::vector<Span> matches;
};
Snippet snippet_from(std::string_view marked);

// ---- event data (docs/events.md) ----------------------------------------------------------------------------------

enum class EventFormat : std::uint8_t { csv, jsonl };
// Calls `line` with each line (without its end): for CSV the head first, then a row a contact, newest first.
Status export_events(store::Store& store, const lexicon::Lexicon& lexicon, const store::Filter& filter,
                     EventFormat format, const std::function<void(std::string_view)>& line);

// ---- names -----------------------------------------------------------------------------------------------------

// Codes for what a person calls a party: a code ("egy"), an Arabic name ("مصر", "الترويكا الأوروبية" gives three) or a
// state's English one ("Egypt"). Errors: nobody is called that.
Result<std::vector<std::string>> parties_called(const lexicon::Lexicon& lexicon, const std::string& name);

}  // namespace qanat::api
