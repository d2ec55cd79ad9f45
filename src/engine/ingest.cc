// Reading into a store: several threads read, the calling one writes batches in input order.
#include <utility>

#include "engine/belt.h"
#include "engine/engine.h"

namespace qanat::engine {
namespace {

class Ingest {
 public:
  Ingest(const Reader& reader, store::Store& store, const IngestOptions& options,
         const std::function<void(const Issue&)>& issue)
      : reader_(reader), store_(store), options_(options), issue_(issue) {}

  Result<IngestSummary> run(const std::vector<std::string>& paths,
                            const std::function<bool(const feed::Progress&)>& progress) {
    const auto work = [this](feed::Document&& document) { return read_to_keep(reader_, std::move(document)); };
    const auto take = [this](Belt<store::ReadPage>::Item&& item) {
      if (const Issue* issue = std::get_if<Issue>(&item)) {
        tell(*issue);
        return true;
      }
      return add(std::move(std::get<store::ReadPage>(item)));
    };
    const auto on_progress = [&](const feed::Progress& so_far) {
      summary_.interrupted = summary_.interrupted || !progress(so_far);
      return !summary_.interrupted;
    };
    const Status read = convey<store::ReadPage>({paths, options_.feeds}, options_.web, options_.threads, work, take,
                                                on_progress, options_.cancelled);
    summary_.interrupted = summary_.interrupted || (options_.cancelled && options_.cancelled());
    if (error_) return *error_;
    if (!write()) return *error_;
    if (!read && !options_.inputs_may_vanish) return read.error();
    if (!summary_.interrupted) {
      const Status finished = store_.finish();
      if (!finished) return finished.error();
      const Status kept = feed::keep_memory(options_.web);
      if (!kept) return kept.error();
    }
    return summary_;
  }

 private:
  void tell(const Issue& issue) {
    if (issue.severity == Severity::warning) ++summary_.warnings;
    if (issue.severity == Severity::error) ++summary_.errors;
    issue_(issue);
  }

  // False: the store failed.
  bool add(store::ReadPage&& page) {
    for (const Issue& issue : page.issues) tell(issue);
    ++summary_.documents;
    if (page.articles.empty()) ++summary_.empty;
    batch_bytes_ += page.text.size();
    batch_.push_back(std::move(page));
    const bool complete =
        batch_.size() >= static_cast<std::size_t>(options_.batch_pages) || batch_bytes_ >= options_.batch_bytes;
    return !complete || write();
  }

  bool write() {
    if (batch_.empty()) return true;
    const Result<store::Written> written = store_.write(batch_);
    batch_.clear();
    batch_bytes_ = 0;
    if (!written) {
      error_ = written.error();
      return false;
    }
    const store::Written& w = written.value();
    summary_.written.added += w.added;
    summary_.written.unchanged += w.unchanged;
    summary_.written.replaced += w.replaced;
    summary_.written.articles += w.articles;
    summary_.written.reports += w.reports;
    summary_.written.changes += w.changes;
    summary_.written.origins += w.origins;
    summary_.written.clashes += w.clashes;
    return true;
  }

  const Reader& reader_;
  store::Store& store_;
  const IngestOptions& options_;
  const std::function<void(const Issue&)>& issue_;
  std::vector<store::ReadPage> batch_;
  std::uint64_t batch_bytes_ = 0;
  IngestSummary summary_;
  std::optional<Error> error_;
};

}  // namespace

Result<IngestSummary> ingest(const Reader& reader, store::Store& store, const std::vector<std::string>& paths,
                             const IngestOptions& options, const std::function<bool(const feed::Progress&)>& progress,
                             const std::function<void(const Issue&)>& issue) {
  return Ingest(reader, store, options, issue).run(paths, progress);
}

}  // namespace qanat::engine
