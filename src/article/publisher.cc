// Who publishes a page, as it names itself.
#include <algorithm>
#include <array>

#include "arabic/arabic.h"
#include "article/headline.h"
#include "article/keys.h"
#include "base/ascii.h"

namespace qanat::article {
namespace {

constexpr std::size_t kMostPublisherBytes = 120;  // of a name
constexpr std::size_t kMostPublisherWords = 9;

// Folded. Words that stand where a name should.
constexpr auto kNoNames = std::to_array<std::string_view>(
    {"home",   "homepage", "home page", "news",    "site", "website", "blog",      "الرييسيه", "الصفحه الرييسيه",
     "الموقع", "موقع",     "اخبار",     "الاخبار", "logo", "شعار",    "wordpress", "my site",  "facebook",
     "تويتر",  "no title", "untitled",  "index",   "admin"});

bool is_domain(std::string_view name) {
  return name.find('.') != std::string_view::npos && name.find(' ') == std::string_view::npos &&
         std::all_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_name(std::string_view name) {
  if (name.empty() || name.size() > kMostPublisherBytes || name.find("://") != std::string_view::npos) return false;
  const Key key = key_of(name);
  if (key.empty() || key.size() > kMostPublisherWords) return false;
  std::string joined;
  for (const std::string& word : key) joined += joined.empty() ? word : " " + word;
  return std::find(kNoNames.begin(), kNoNames.end(), joined) == kNoNames.end();
}

class PublisherFinder {
 public:
  PublisherFinder(const Tree& tree, const Headline& headline)
      : tree_(tree), html_(tree.html()), headline_(headline.text), title_(key_of(headline.text)) {}

  std::string find() const {
    std::string beside = beside_title();
    std::string said = name_of(html_.meta("og:site_name"), beside);
    if (good(said)) return said;
    for (const page::Linked& linked : html_.linked) {
      if (good(linked.publisher)) return linked.publisher;
    }
    if (good(beside)) return beside;
    for (const page::Linked& linked : html_.linked) {
      const bool house = linked.type.find("Organization") != std::string::npos || linked.type == "WebSite";
      if (house && good(linked.headline)) return linked.headline;
    }
    for (const char* name : {"application-name", "apple-mobile-web-app-title", "al:android:app_name", "dc.publisher",
                             "dcterms.publisher", "twitter:app:name:iphone", "copyright", "author"}) {
      std::string value(without_rights(html_.meta(name)));
      // Who wrote the story is no house: only an author's name that the page's title bears, too.
      if (std::string_view(name) == "author" && !holds(key_of(html_.title), key_of(value))) continue;
      if (good(value)) return value;
    }
    if (std::string rights = from_rights(); good(rights)) return rights;
    if (good(html_.logo)) return std::string(without_rights(html_.logo));
    if (good(html_.meta("publisher"))) return html_.meta("publisher");
    if (!said.empty() && is_domain(said)) return said;
    std::string host = host_of(html_.canonical.empty() ? tree_.page().url : html_.canonical);
    return host.empty() ? host_of(tree_.page().url) : host;
  }

 private:
  static bool good(std::string_view name) { return is_name(name) && !is_domain(name); }

  // A name with a motto behind it: the part that stands beside titles, too.
  static std::string name_of(const std::string& value, const std::string& beside) {
    std::string name(trimmed(value));
    const auto parts = parts_of_title(name);
    if (parts.size() < 2) return name;
    for (const std::string_view part : parts) {
      if (!beside.empty() && key_of(part) == key_of(beside)) return std::string(part);
    }
    return name;
  }

  // What the titles of the metadata hold beside the headline.
  std::string beside_title() const {
    if (title_.empty()) return {};
    const Key section = key_of(html_.meta("article:section"));
    for (const std::string& text : {html_.title, html_.meta("og:title"), html_.meta("twitter:title")}) {
      const auto parts = parts_of_title(text);
      if (parts.size() < 2) {
        if (const std::string_view name = around_headline(text); good(name)) return std::string(name);
        continue;
      }
      std::vector<std::size_t> rest;
      for (std::size_t i = 0; i < parts.size(); ++i) {
        const Key key = key_of(parts[i]);
        if (key.empty() || holds(title_, key) || (key.size() > 2 && likeness(key, title_) > 0.6) || key == section)
          continue;
        rest.push_back(i);
      }
      if (rest.empty() || rest.size() == parts.size()) continue;
      // Behind the headline the site's name stands last, before it first.
      return std::string(parts[rest.back() + 1 == parts.size() ? rest.back() : rest.front()]);
    }
    return {};
  }

  // "وكالة الأنباء: العنوان": the headline word for word, and a name before or behind a colon.
  std::string_view around_headline(std::string_view text) const {
    const std::size_t at = text.find(headline_);
    if (headline_.empty() || at == std::string_view::npos) return {};
    std::string_view before = trimmed(text.substr(0, at));
    std::string_view after = trimmed(text.substr(at + headline_.size()));
    if (before.ends_with(":")) return trimmed(before.substr(0, before.size() - 1));
    if (after.starts_with(":")) return trimmed(after.substr(1));
    return {};
  }

  // "جميع الحقوق محفوظة لصحيفة ... 2020 ©" without what is no name.
  static std::string_view without_rights(std::string_view text) {
    constexpr auto kAround = std::to_array<std::string_view>({"©",
                                                              "(c)",
                                                              "(C)",
                                                              "copyright",
                                                              "Copyright",
                                                              "COPYRIGHT",
                                                              "All rights reserved",
                                                              "All Rights Reserved",
                                                              "all rights reserved",
                                                              "جميع الحقوق محفوظة",
                                                              "جميع حقوق النشر محفوظة",
                                                              "جميع الحقوق محفوظه",
                                                              "حقوق النشر محفوظة",
                                                              "حقوق النشر محفوظه",
                                                              "حقوق النشر",
                                                              "حقوق الطبع والنشر محفوظة",
                                                              "كافة الحقوق محفوظة",
                                                              "كل الحقوق محفوظة",
                                                              "الحقوق محفوظة",
                                                              "محفوظة",
                                                              "logo",
                                                              "Logo",
                                                              "LOGO",
                                                              "شعار",
                                                              "لدى",
                                                              "by"});
    for (bool again = true; again;) {
      again = false;
      const auto edge = [](char c) {
        return static_cast<unsigned char>(c) <= ' ' || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == ',' ||
               c == '|' || c == ':' || c == '/';
      };
      while (!text.empty() && edge(text.front())) text.remove_prefix(1);
      while (!text.empty() && edge(text.back())) text.remove_suffix(1);
      for (const std::string_view mark : {"–", "،", "»", "«", "•", "\u00A0"}) {
        if (text.starts_with(mark)) text.remove_prefix(mark.size()), again = true;
        if (text.ends_with(mark)) text.remove_suffix(mark.size()), again = true;
      }
      for (const std::string_view words : kAround) {
        if (text.starts_with(words)) text.remove_prefix(words.size()), again = true;
        if (text.ends_with(words)) text.remove_suffix(words.size()), again = true;
      }
    }
    return trimmed(text);
  }

  // The name in the copyright line at the page's foot.
  std::string from_rights() const {
    constexpr LineNo kLast = 40;
    constexpr std::uint32_t kMostLine = 30;
    const LineNo size = tree_.sheet().size();
    for (LineNo i = size; i-- > (size > kLast ? size - kLast : 0);) {
      if (tree_.sheet().line(i).words > kMostLine) continue;
      const std::string_view line = tree_.line_text(i);
      const bool rights = line.find("©") != std::string_view::npos || line.find("حقوق") != std::string_view::npos ||
                          line.find("opyright") != std::string_view::npos;
      if (!rights) continue;
      std::string_view name = without_rights(line);
      // "... لصحيفة الأفق": the preposition stays with what it was joined to only if it stands alone.
      for (const std::string_view to :
           {"لموقع ", "لصحيفة ", "لجريدة ", "لوكالة ", "لقناة ", "لشبكة ", "لمؤسسة ", "لدى "}) {
        if (name.starts_with(to) && to.starts_with("ل")) {
          name.remove_prefix(std::string_view("ل").size());
          break;
        }
      }
      for (const std::string_view stop : {". ", " - ", " | ", "،", " ©", " 20"}) name = name.substr(0, name.find(stop));
      if (good(trimmed(name))) return std::string(trimmed(name));
    }
    return {};
  }

  const Tree& tree_;
  const page::Html& html_;
  std::string_view headline_;
  Key title_;
};

}  // namespace

std::string host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme != std::string_view::npos)
    url.remove_prefix(scheme + 3);
  else if (url.starts_with("//"))
    url.remove_prefix(2);
  else
    return {};
  url = url.substr(0, url.find_first_of("/?#:"));
  std::string host;
  for (const char c : url) host += ascii_lower(c);
  if (host.starts_with("www.")) host.erase(0, 4);
  return host.find('.') == std::string::npos ? std::string() : host;
}

std::string find_publisher(const Tree& tree, const Headline& headline) {
  if (!tree.page().publisher.empty()) return tree.page().publisher;
  return std::string(trimmed(PublisherFinder(tree, headline).find()));
}

}  // namespace qanat::article
