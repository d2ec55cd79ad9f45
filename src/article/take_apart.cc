#include "article/article.h"
#include "article/lines.h"

namespace qanat::article {

PageArticles take_apart(const page::Page& page) {
  PageArticles parts;
  Article article;
  article.id = page.id;
  article.title_text = page.title;
  article.publisher = page.publisher;
  article.published.date = Date::from_iso(page.published);
  if (article.published.date) article.published.method = DateMethod::given;
  for (const Line& line : split_lines(page.text)) {
    parts.blocks.push_back({line.span, BlockKind::body, "text"});
    article.body.push_back(line.span);
    if (line.arabic > line.latin) article.language = "ar";
  }
  if (!article.body.empty()) parts.articles.push_back(std::move(article));
  return parts;
}

}  // namespace qanat::article
