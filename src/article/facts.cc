#include "article/facts.h"

#include <algorithm>
#include <array>

#include "arabic/arabic.h"
#include "article/keys.h"
#include "article/names.h"

namespace qanat::article {
namespace {

constexpr std::size_t kMostAuthors = 10;
constexpr std::size_t kMostNameBytes = 120;
constexpr std::size_t kMostNameWords = 8;

// Folded. Accounts that nobody is.
constexpr auto kNobody =
    std::to_array<std::string_view>({"admin", "administrator", "editor", "webmaster", "user", "ادمن", "مدير", "المحرر",
                                     "مدير الموقع", "المدير", "محرر", "author", "writer", "root", "web", "desk"});

// "بقلم: أحمد حسن" -> "أحمد حسن".
std::string_view without_label(std::string_view text) {
  constexpr auto kLabels = std::to_array<std::string_view>(
      {"بقلم",   "كتب",  "كتبت",   "كتبه",       "كتابة",  "إعداد",  "اعداد", "تحرير", "الكاتب", "الكاتبة",
       "المحرر", "محرر", "المؤلف", "نشر بواسطة", "بواسطة", "من قبل", "من",    "By",    "by",     "BY",
       "Author", "Par",  "د.",     ":",          "/",      "-",      "–",     "|"});
  text = trimmed(text);
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view label : kLabels) {
      if (!text.starts_with(label)) continue;
      const bool word =
          static_cast<unsigned char>(label.back()) >= 0x80 || (label.back() >= 'a' && label.back() <= 'z');
      const std::string_view rest = text.substr(label.size());
      if (rest.empty() || (word && rest[0] != ' ' && rest[0] != ':' && rest[0] != '/' && rest[0] != '-')) continue;
      if (label == "د.") continue;
      text = trimmed(rest);
      again = true;
    }
  }
  return text;
}

bool is_nobody(std::string_view name) {
  const std::string folded = arabic::fold(name);
  return std::find(kNobody.begin(), kNobody.end(), folded) != kNobody.end();
}

void add_name(std::string_view text, const Key& publisher, std::vector<std::string>& list) {
  std::string_view name = without_label(text);
  // "أحمد حسن - القاهرة", "أحمد حسن | 3 مايو"
  const auto parts = parts_of_title(name);
  if (!parts.empty()) name = parts.front();
  name = name.substr(0, std::min(name.find('\n'), name.find("،")));
  if (name.size() > kMostNameBytes || name.find("://") != std::string_view::npos ||
      name.find('@') != std::string_view::npos)
    return;
  const Key key = key_of(name);
  if (key.empty() || key.size() > kMostNameWords || is_nobody(name) || key == publisher || list.size() >= kMostAuthors)
    return;
  const bool digits =
      std::any_of(key.begin(), key.end(), [](const std::string& w) { return w[0] >= '0' && w[0] <= '9'; });
  if (digits) return;
  for (const std::string& known : list) {
    if (key_of(known) == key) return;
  }
  list.emplace_back(trimmed(name));
}

}  // namespace

std::vector<std::string> find_authors(const Tree& tree, const HtmlStory& story, const std::string& publisher,
                                      bool first) {
  std::vector<std::string> list;
  const Key house = key_of(publisher);
  if (first) {
    for (const page::Linked& linked : tree.html().linked) {
      if (linked.type.find("Article") == std::string::npos && linked.type.find("Post") == std::string::npos) continue;
      for (const std::string& author : linked.authors) add_name(author, house, list);
    }
    // Three names of metadata; a house's own name is none of an author.
    if (list.empty()) {
      for (const char* name : {"author", "article:author", "dc.creator", "parsely-author", "sailthru.author"})
        add_name(tree.html().meta(name), house, list);
    }
  }
  if (!list.empty()) return list;
  for (const LineNo i : story.bylines) {
    const Found& found = tree.sheet().cue(i);
    const bool labelled = found.cue == Cue::author && !found.rest.empty();
    // "بيروت - رويترز": where it was written, and by which house.
    const bool named = labelled || (tree.furniture_of(i).kind == BlockKind::byline) ||
                       without_label(tree.line_text(i)) != trimmed(tree.line_text(i));
    if (!named) continue;
    add_name(labelled ? slice(tree.sheet().text(), found.rest) : tree.line_text(i), house, list);
    if (!list.empty()) return list;
  }
  return list;
}

std::vector<std::string> find_tags(const Tree& tree, const HtmlStory& story, bool first) {
  std::vector<std::string> list;
  const auto add_whole = [&](std::string_view text) {
    constexpr std::size_t kMostTags = 100;
    std::string_view tag = trimmed(text);
    while (tag.starts_with("#")) tag.remove_prefix(1);
    if (tag.empty() || tag.size() > kMostNameBytes || list.size() >= kMostTags) return;
    if (std::find(list.begin(), list.end(), tag) == list.end()) list.emplace_back(tag);
  };
  // A link a tag; a line with several tags in it is parted.
  for (const LineNo i : story.tags) {
    const Found& found = tree.sheet().cue(i);
    const std::string_view text = found.cue == Cue::tags ? slice(tree.sheet().text(), found.rest) : tree.line_text(i);
    constexpr std::uint32_t kOneTag = 5;
    if (tree.block(i).links == 1 && found.cue != Cue::tags && tree.sheet().line(i).words <= kOneTag)
      add_whole(text);
    else
      add_tags(text, list);
  }
  if (!list.empty() || !first) return list;
  for (const page::Meta& meta : tree.html().metas) {
    if (meta.name == "article:tag") add_whole(meta.value);
  }
  if (!list.empty()) return list;
  for (const page::Linked& linked : tree.html().linked) {
    if (linked.type.find("Article") == std::string::npos) continue;
    for (const std::string& words : linked.keywords) {
      if (words.find(',') != std::string::npos || words.find("،") != std::string::npos)
        add_tags(words, list);
      else
        add_whole(words);
    }
  }
  return list;
}

std::string find_section(const Tree& tree) {
  const std::string& meta = tree.html().meta("article:section");
  if (!meta.empty()) return meta;
  for (const page::Linked& linked : tree.html().linked) {
    if (linked.type.find("Article") != std::string::npos && !linked.section.empty()) return linked.section;
  }
  return {};
}

std::string find_url(const page::Html& html, const std::string& given) {
  const std::string& url = html.canonical;
  if (url.find("://") != std::string::npos) return url;
  if (url.empty()) return {};
  const std::string& base = html.base.find("://") != std::string::npos ? html.base : given;
  const std::size_t scheme = base.find("://");
  if (scheme == std::string::npos) return {};
  if (url.starts_with("//")) return base.substr(0, scheme + 1) + url;
  const std::size_t path = base.find('/', scheme + 3);
  if (url.starts_with("/")) return base.substr(0, path) + url;
  const std::size_t last = base.rfind('/');
  return (last > scheme + 2 ? base.substr(0, last) : base) + "/" + url;
}

}  // namespace qanat::article
