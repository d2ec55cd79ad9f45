#include "api/told.h"

namespace qanat::api {

Result<std::unordered_map<std::string, ToldReports::Told>> ToldReports::get(store::Store& store,
                                                                            std::uint64_t generation,
                                                                            const std::vector<std::string>& ids) {
  std::unordered_map<std::string, Told> out;
  out.reserve(ids.size());
  std::vector<std::string> missing;
  {
    const std::lock_guard lock(mutex_);
    if (generation_ != generation) {
      kept_.clear();
      older_.clear();
      generation_ = generation;
    }
    for (const std::string& id : ids) {
      if (out.contains(id)) continue;
      auto found = kept_.find(id);
      if (found == kept_.end()) {
        const auto old = older_.find(id);
        if (old == older_.end()) {
          missing.push_back(id);
          continue;
        }
        found = kept_.emplace(id, old->second).first;
      }
      out.emplace(id, found->second);
    }
  }
  if (missing.empty()) return out;
  auto read = store.told(missing);
  if (!read) return read.error();
  const std::lock_guard lock(mutex_);
  for (store::ToldReport& told : *read) {
    auto kept = std::make_shared<const store::ToldReport>(std::move(told));
    const std::string& id = kept->row.id;
    if (generation_ == generation) kept_.emplace(id, kept);
    out.emplace(id, std::move(kept));
  }
  if (kept_.size() > most_ / 2) {
    older_ = std::move(kept_);
    kept_.clear();
  }
  return out;
}

}  // namespace qanat::api
