// What is known of a story of an HTML page beside its text: when it came out, who wrote it, what it is filed under.
#pragma once

#include <string>
#include <vector>

#include "article/stories.h"

namespace qanat::article {

// All that the page says of the story's dates, the most credible first. `first`: it is the page's main story; what the
// head says is said of that alone.
std::vector<DateClue> find_dates(const Tree& tree, const HtmlStory& story, bool first);
// The best clue for the day of publication, and for that of the last change.
Published choose_published(const std::vector<DateClue>& clues);
Published choose_modified(const std::vector<DateClue>& clues, const Published& published);

std::vector<std::string> find_authors(const Tree& tree, const HtmlStory& story, const std::string& publisher,
                                      bool first);
std::vector<std::string> find_tags(const Tree& tree, const HtmlStory& story, bool first);
std::string find_section(const Tree& tree);
// The canonical address, absolute; empty where the page gives none.
std::string find_url(const page::Html& html, const std::string& given);

}  // namespace qanat::article
