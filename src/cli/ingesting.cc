#include "cli/ingesting.h"

#include "cli/commands.h"
#include "cli/interrupt.h"
#include "cli/progress_line.h"

namespace qanat::cli {

Result<engine::IngestSummary> ingest_in_sight(const engine::Reader& reader, store::Store& store,
                                              const std::vector<std::string>& paths,
                                              const engine::IngestOptions& options) {
  ProgressLine line(error_is_terminal());
  const auto progress = [&line](const feed::Progress& so_far) {
    if (!interrupted()) line.show(so_far);
    return !interrupted();
  };
  const auto issue = [&line](const Issue& trouble) {
    line.clear();
    tell(trouble);
  };
  return engine::ingest(reader, store, paths, options, progress, issue);
}

}  // namespace qanat::cli
