#include "api/api.h"
#include "cli/commands.h"
#include "cli/text.h"

namespace qanat::cli {
namespace {

int verify(Session& session) {
  const auto store = session.open_ledger();
  if (!store) return fail(kWorld, store.error().message);
  const auto faults = store.value()->verify();
  if (!faults) return fail(kWorld, faults.error().message);
  const auto totals = store.value()->totals();
  if (!totals) return fail(kWorld, totals.error().message);
  const store::Totals& t = totals.value();
  if (session.json) {
    write_json(api::verify_json(t, faults.value()));
    return faults.value().empty() ? kWell : kTrouble;
  }
  for (const Issue& fault : faults.value()) tell(fault);
  write_line(std::to_string(t.pages) + " pages, " + std::to_string(t.articles) + " articles of " +
             std::to_string(t.origins) + " origins, " + std::to_string(t.reports) + " reports, " +
             std::to_string(t.channels) + " channels, " + std::to_string(t.contacts) + " contacts, " +
             std::to_string(t.conflicts) + " conflicts");
  if (faults.value().empty()) {
    write_line("every quote stands in its page, and the ledger folds to itself");
    return kWell;
  }
  return fail(kTrouble,
              std::to_string(faults.value().size()) + " faults; read the pages named above again with `qanat ingest`");
}

}  // namespace

void add_verify(CLI::App& app, Session& session) {
  CLI::App& command = session.add_command(
      app, "verify", "Check that every quote is found again in its page and that the ledger folds to itself",
      {"qanat verify", "qanat verify --ledger crawl.qanat --json"}, [&session] { return verify(session); });
  session.add_json(command);
  session.add_ledger(command);
}

}  // namespace qanat::cli
