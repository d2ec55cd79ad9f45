// Answers requests: checks who asks, finds or makes the answer, packs it. Knows nothing of sockets. Private to the
// room.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "api/answer.h"
#include "api/assets.h"
#include "api/cache.h"
#include "api/keeper.h"
#include "api/names.h"
#include "api/request.h"
#include "api/target.h"
#include "api/told.h"
#include "engine/engine.h"

namespace qanat::api {

class Desk {
 public:
  struct Rules {
    std::string ledger;              // the file's name, without its folder
    std::vector<std::string> hosts;  // by which it may be called
    std::string token;               // empty: no pages are taken
    std::size_t cache_bytes = 0;
    std::span<const Asset> assets;
  };
  // All must outlive it.
  Desk(Rules rules, Keeper& keeper, Pool& pool, const Names& names, const engine::Reader& reader);

  // Thread-safe. For all but what the two below say.
  Reply reply(const Request& request);
  // What is wrong with a request before anything of it is looked at more closely; nullopt where nothing is. To be asked
  // before a body is read.
  std::optional<Reply> refuse(const Request& request) const;
  // Is it a page to be read, or a stream of changes to be opened?
  static bool is_ingest(const Request& request);
  static bool is_stream(const Request& request);

  // An answer that is not kept.
  Reply pack(const Answer& answer, const Request& request, std::string_view headers = {}) const;
  const Names& names() const { return names_; }

 private:
  Reply api(const Request& request);
  Reply board(const Request& request) const;
  Reply from_kept(const Kept& kept, const Request& request) const;
  Answer look_up(const Target& target, const Book& book);

  const Rules rules_;
  Keeper& keeper_;
  Pool& pool_;
  const Names& names_;
  const engine::Reader& reader_;
  ToldReports told_;
  Cache cache_;
};

// "HTTP/1.1 404 Not Found\r\nDate: ...\r\n".
std::string status_line(int status);

}  // namespace qanat::api
