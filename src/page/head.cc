#include "page/head.h"

#include <algorithm>
#include <string>

#include "base/ascii.h"
#include "page/entities.h"
#include "page/linked.h"

namespace qanat::page {
namespace {

constexpr std::size_t kMostMetas = 400;
constexpr std::size_t kMostName = 100;
constexpr std::size_t kMostMeta = 4000;
constexpr std::size_t kMostTitle = 2000;
constexpr std::size_t kMostScript = 2'000'000;
constexpr std::size_t kMostScripts = 32;

std::string lower(std::string_view text) {
  std::string out(text.substr(0, kMostName));
  for (char& c : out) c = ascii_lower(c);
  return out;
}

// Does the list, parted by white space, hold the word?
bool holds(std::string_view list, std::string_view word) {
  for (std::size_t at = 0; at < list.size();) {
    std::size_t end = at;
    while (end < list.size() && static_cast<unsigned char>(list[end]) > ' ') ++end;
    if (equal_names(word, list.substr(at, end - at))) return true;
    at = end + 1;
  }
  return false;
}

Hints date_hints(std::string_view itemprop) {
  if (holds(itemprop, "datemodified") || holds(itemprop, "dateupdated")) return kHintModified;
  if (holds(itemprop, "datepublished") || holds(itemprop, "datecreated")) return kHintDate;
  return 0;
}

bool is_logo(std::string_view names) {
  const std::string low = lower(names);
  return low.find("logo") != std::string::npos;
}

}  // namespace

bool Head::take(const Token& token, const Markup& markup, std::uint32_t at, ElementNo element) {
  const std::string_view name = token.kind->name;
  if (name == "meta") {
    take_meta(markup, at, element);
    return true;
  }
  if (name == "link") {
    take_link(markup);
    return true;
  }
  if (name == "img") {
    take_image(markup);
    return true;
  }
  if (name == "title") {
    if (html_.title.empty()) html_.title = plain(token.text, kMostTitle);
    return true;
  }
  if (name == "base") {
    if (html_.base.empty()) html_.base = plain(markup.attribute("href"), kMostMeta);
    return true;
  }
  if (name == "html") {
    if (html_.language.empty()) html_.language = lower(plain(markup.attribute("lang"), kMostName));
    return true;
  }
  if (name == "script") {
    const std::string_view type = markup.attribute("type");
    const bool linked = equal_names("application/ld+json", type.substr(0, 19));
    if (linked && token.text.size() <= kMostScript && scripts_++ < kMostScripts) read_linked(token.text, html_.linked);
    return true;
  }
  if (name == "a" && html_.logo.empty() && (is_logo(markup.attribute("class")) || is_logo(markup.attribute("id"))))
    html_.logo = plain(markup.attribute("title"), kMostName);
  return false;
}

void Head::take_meta(const Markup& markup, std::uint32_t at, ElementNo element) {
  const std::string_view content = markup.attribute("content");
  if (markup.has("charset") && html_.declared.empty()) html_.declared = lower(markup.attribute("charset"));
  const std::string_view itemprop = markup.attribute("itemprop");
  // In the body a date of microdata belongs to what it stands in, which may be another story.
  if (const Hints hints = date_hints(itemprop); hints != 0 && at > 0 && html_.times.size() < kMostMetas) {
    html_.times.push_back({plain(content, kMostName), {at, at}, element, hints});
  }
  if (html_.metas.size() >= kMostMetas) return;
  std::string_view name;
  for (const char* key : {"property", "name", "itemprop", "http-equiv"}) {
    name = markup.attribute(key);
    if (!name.empty()) break;
  }
  if (name.empty() || (name == itemprop && at > 0)) return;
  const bool equiv = name == markup.attribute("http-equiv");
  if (equiv && equal_names("content-type", name)) {
    const std::string low = lower(content);
    const std::size_t charset = low.find("charset=");
    if (charset != std::string::npos && html_.declared.empty()) html_.declared = low.substr(charset + 8);
  }
  html_.metas.push_back({lower(name), plain(content, kMostMeta)});
  if (!itemprop.empty() && name != itemprop) html_.metas.push_back({lower(itemprop), html_.metas.back().value});
}

void Head::take_link(const Markup& markup) {
  if (html_.canonical.empty() && holds(markup.attribute("rel"), "canonical"))
    html_.canonical = plain(markup.attribute("href"), kMostMeta);
}

void Head::take_image(const Markup& markup) {
  if (!html_.logo.empty()) return;
  const std::string_view alt = markup.attribute("alt");
  if (alt.empty()) return;
  if (is_logo(markup.attribute("class")) || is_logo(markup.attribute("id")) || is_logo(alt) ||
      is_logo(markup.attribute("src")))
    html_.logo = plain(alt, kMostName);
}

Hints Head::hints(const Markup& markup) {
  Hints hints = 0;
  if (markup.attributes() == 0) return hints;
  if (const std::string_view role = markup.attribute("role"); !role.empty()) {
    if (holds(role, "navigation") || holds(role, "menu") || holds(role, "menubar")) hints |= kHintNavigation;
    if (holds(role, "complementary")) hints |= kHintSide;
    if (holds(role, "contentinfo")) hints |= kHintFooter;
    if (holds(role, "search") || holds(role, "dialog") || holds(role, "alert")) hints |= kHintWidget;
  }
  if (const std::string_view prop = markup.attribute("itemprop"); !prop.empty()) {
    if (holds(prop, "articlebody")) hints |= kHintBody;
    if (holds(prop, "headline")) hints |= kHintTitle;
    if (holds(prop, "author")) hints |= kHintAuthor;
    if (holds(prop, "description")) hints |= kHintLead;
    if (holds(prop, "keywords")) hints |= kHintTags;
    hints |= date_hints(prop);
  }
  if (const std::string_view rel = markup.attribute("rel"); !rel.empty()) {
    if (holds(rel, "tag")) hints |= kHintTags;
    if (holds(rel, "author")) hints |= kHintAuthor;
  }
  return hints;
}

void Head::finish() {
  if (html_.canonical.empty()) html_.canonical = html_.meta("og:url");
}

}  // namespace qanat::page
