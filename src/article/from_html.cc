#include "article/from_html.h"

#include "article/facts.h"
#include "article/headline.h"
#include "article/keys.h"
#include "article/names.h"
#include "article/sheet.h"
#include "article/stories.h"
#include "article/tree.h"

namespace qanat::article {
namespace {

Article make_article(const Tree& tree, const HtmlStory& story, const std::string& publisher, bool first,
                     std::vector<DateClue>& clues) {
  const page::Page& page = tree.page();
  Article article;
  article.title = story.headline.span;
  article.title_text = first && !page.title.empty() ? page.title : story.headline.text;
  LanguageGuess guess;
  for (const LineNo i : story.body) {
    article.body.push_back(tree.sheet().line(i).span);
    guess.add(page.text, tree.sheet().line(i));
  }
  article.language = guess.language();
  if (story.lead) article.lead = tree.sheet().line(*story.lead).span;
  for (const LineNo i : story.captions) article.captions.push_back(tree.sheet().line(i).span);
  article.publisher = publisher;
  clues = find_dates(tree, story, first);
  article.published = choose_published(clues);
  article.modified = choose_modified(clues, article.published);
  article.authors = find_authors(tree, story, publisher, first);
  for (const LineNo i : story.credit) {
    const Found& found = tree.sheet().cue(i);
    const bool labelled = found.cue == Cue::credit && !found.rest.empty();
    add_credits(labelled ? slice(page.text, found.rest) : tree.line_text(i), article.credit);
  }
  article.tags = find_tags(tree, story, first);
  if (first) article.section = find_section(tree);
  if (first) article.url = find_url(tree.html(), page.url);
  return article;
}

}  // namespace

PageArticles take_html_apart(const page::Page& page) {
  PageArticles parts;
  const Sheet sheet(page);
  if (sheet.size() == 0) return parts;
  Tree tree(page, sheet);
  const Headline headline = find_headline(tree);
  tree.find_furniture(headline.line);
  const Typed typed = type_lines(tree, headline);
  const std::string publisher = typed.stories.empty() ? std::string() : find_publisher(tree, headline);
  for (const HtmlStory& story : typed.stories) {
    const bool first = parts.articles.empty();
    std::vector<DateClue> clues;
    parts.articles.push_back(make_article(tree, story, publisher, first, clues));
    parts.articles.back().id = page.id;
    if (first)
      parts.clues = std::move(clues);
    else
      parts.articles.back().id.append("#").append(std::to_string(parts.articles.size()));
  }
  parts.blocks.reserve(sheet.size());
  for (LineNo i = 0; i < sheet.size(); ++i)
    parts.blocks.push_back({sheet.line(i).span, typed.marks[i].kind, typed.marks[i].why});
  return parts;
}

}  // namespace qanat::article
