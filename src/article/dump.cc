#include "article/article.h"
#include "base/utf8.h"

namespace qanat::article {
namespace {

constexpr std::size_t kFirstBytes = 60;

// The beginning of what stands under `span`, cut between code points.
std::string first_words(std::string_view text, Span span) { return shortened(slice(text, span), kFirstBytes); }

void append_list(std::string& out, const char* name, const std::vector<std::string>& values) {
  if (values.empty()) return;
  out.append("  ").append(name).append(":");
  for (const std::string& value : values) out.append(" [").append(value).append("]");
  out += '\n';
}

}  // namespace

const char* to_string(BlockKind kind) {
  switch (kind) {
    case BlockKind::title:
      return "title";
    case BlockKind::dateline:
      return "dateline";
    case BlockKind::body:
      return "body";
    case BlockKind::heading:
      return "heading";
    case BlockKind::credit:
      return "credit";
    case BlockKind::tags:
      return "tags";
    case BlockKind::related:
      return "related";
    case BlockKind::navigation:
      return "navigation";
    case BlockKind::comments:
      return "comments";
    case BlockKind::widget:
      return "widget";
    case BlockKind::lead:
      return "lead";
    case BlockKind::caption:
      return "caption";
    case BlockKind::byline:
      return "byline";
    case BlockKind::share:
      return "share";
    case BlockKind::newsletter:
      return "newsletter";
    case BlockKind::advert:
      return "advert";
    case BlockKind::footer:
      return "footer";
    case BlockKind::listing:
      return "listing";
  }
  return "body";
}

const char* to_string(DateMethod method) {
  switch (method) {
    case DateMethod::none:
      return "none";
    case DateMethod::given:
      return "given";
    case DateMethod::json_ld:
      return "json-ld";
    case DateMethod::meta:
      return "meta";
    case DateMethod::url:
      return "url";
    case DateMethod::visible:
      return "visible";
    case DateMethod::dateline:
      return "dateline";
    case DateMethod::copy:
      return "copy";
    case DateMethod::time:
      return "time";
  }
  return "none";
}

std::string dump(const page::Page& page, const PageArticles& parts) {
  std::string out;
  for (const Block& block : parts.blocks) {
    out += std::string(to_string(block.kind)) + " (" + block.why + "): " + first_words(page.text, block.span) + '\n';
  }
  for (const Article& article : parts.articles) {
    out += "article " + article.id + '\n';
    out += "  title: " + (article.title_text.empty() ? std::string("-") : article.title_text) + '\n';
    out += "  published: ";
    out +=
        article.published.date ? article.published.date->iso() + " (" + to_string(article.published.method) + ")" : "-";
    if (article.modified.date)
      out += "\n  modified: " + article.modified.date->iso() + " (" + to_string(article.modified.method) + ")";
    out += "\n  body: " + std::to_string(article.body.size()) + '\n';
    if (!article.lead.empty()) out += "  lead: " + first_words(page.text, article.lead) + '\n';
    append_list(out, "authors", article.authors);
    append_list(out, "credit", article.credit);
    append_list(out, "tags", article.tags);
    out += "  language: " + (article.language.empty() ? std::string("-") : article.language) + '\n';
  }
  return out;
}

}  // namespace qanat::article
