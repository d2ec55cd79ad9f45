// Reading to lines of JSON: `qanat read`.
#include <utility>

#include "engine/belt.h"
#include "engine/engine.h"

namespace qanat::engine {
namespace {

struct Lines {
  std::vector<std::string> lines;  // one an article
  Issues issues;
};

}  // namespace

Status read_lines(const Reader& reader, const std::vector<std::string>& paths, int threads,
                  const std::function<bool(std::string_view)>& line, const std::function<void(const Issue&)>& issue,
                  const LineOptions& options, const feed::Web& web) {
  const auto work = [&reader, &options](feed::Document&& document) {
    store::ReadPage page = reader.read(std::move(document));
    Lines out;
    for (const store::ReadArticle& article : page.articles) out.lines.push_back(to_json(page, article, options));
    out.issues = std::move(page.issues);
    return out;
  };
  const auto take = [&](Belt<Lines>::Item&& item) {
    if (const Issue* trouble = std::get_if<Issue>(&item)) {
      issue(*trouble);
      return true;
    }
    const Lines& page = std::get<Lines>(item);
    for (const Issue& trouble : page.issues) issue(trouble);
    for (const std::string& text : page.lines) {
      if (!line(text)) return false;
    }
    return true;
  };
  return convey<Lines>({paths, {}}, web, threads, work, take, [](const feed::Progress&) { return true; });
}

}  // namespace qanat::engine
