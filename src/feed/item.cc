// What an item of a feed amounts to, for those who read no more than the feed.
#include <array>

#include "base/utf8.h"
#include "feed/http_message.h"
#include "feed/syndication.h"

namespace qanat::feed {
namespace {

struct Entity {
  std::string_view name;
  std::string_view text;
};
// Those that titles hold; a body's are left to the HTML parser.
constexpr std::array<Entity, 14> kEntities = {{{"amp", "&"},
                                               {"lt", "<"},
                                               {"gt", ">"},
                                               {"quot", "\""},
                                               {"apos", "'"},
                                               {"nbsp", " "},
                                               {"laquo", "«"},
                                               {"raquo", "»"},
                                               {"ldquo", "“"},
                                               {"rdquo", "”"},
                                               {"lsquo", "‘"},
                                               {"rsquo", "’"},
                                               {"ndash", "–"},
                                               {"hellip", "…"}}};
constexpr std::size_t kLongestEntity = 10;

// "#1575" or "#x627"; 0 for anything else.
char32_t numeric(std::string_view name) {
  if (!name.starts_with('#')) return 0;
  name.remove_prefix(1);
  const bool hex = name.starts_with('x') || name.starts_with('X');
  if (hex) name.remove_prefix(1);
  char32_t code = 0;
  for (const char c : name) {
    const bool digit = c >= '0' && c <= '9';
    const char low = static_cast<char>(c | 0x20);
    if (!digit && !(hex && low >= 'a' && low <= 'f')) return 0;
    code = code * (hex ? 16 : 10) + static_cast<char32_t>(digit ? c - '0' : low - 'a' + 10);
    if (code > 0x10FFFF) return 0;
  }
  return code >= 0xD800 && code < 0xE000 ? 0 : code;
}

// Appends what the entity at the front of `text` stands for and says how long it is; 0 where none stands there.
std::size_t take_entity(std::string_view text, std::string& out) {
  const std::size_t end = text.substr(0, kLongestEntity + 2).find(';');
  if (end == std::string_view::npos) return 0;
  const std::string_view name = text.substr(1, end - 1);
  if (const char32_t code = numeric(name); code != 0) {
    append_utf8(out, code);
    return end + 1;
  }
  for (const Entity& entity : kEntities) {
    if (entity.name != name) continue;
    out += entity.text;
    return end + 1;
  }
  return 0;
}

bool begins_tag(std::string_view text) {
  if (text.size() < 2) return false;
  const char c = text[1];
  return c == '/' || c == '!' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

bool has_markup(std::string_view text) {
  for (std::size_t at = 0; (at = text.find_first_of("<&", at)) != std::string_view::npos; ++at) {
    const std::string_view here = text.substr(at);
    std::string ignored;
    if (here.front() == '&' ? take_entity(here, ignored) > 0 : begins_tag(here)) return true;
  }
  return false;
}

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else
      out += c;
  }
  return out;
}

std::string plain_text(std::string_view html) {
  std::string out;
  bool open_ended = false;  // there is no '>' to come
  while (!html.empty()) {
    if (html.front() == '<' && !open_ended && begins_tag(html)) {
      const std::size_t end = html.find('>');
      if (end != std::string_view::npos) {
        html.remove_prefix(end + 1);
        continue;
      }
      open_ended = true;
    }
    const std::size_t entity = html.front() == '&' ? take_entity(html, out) : 0;
    if (entity == 0) out += html.front();
    html.remove_prefix(entity == 0 ? 1 : entity);
  }
  return std::string(trim(out));
}

Document document_of(FeedItem&& item) {
  Document document;
  document.id = item.link.empty() ? std::move(item.id) : item.link;
  document.url = std::move(item.link);
  document.publisher = std::move(item.publisher);
  document.published = std::move(item.published);
  document.language = std::move(item.language);
  document.is_utf8 = true;
  if (item.is_html) {
    const std::string title = escape_html(item.title);
    document.content_type = "text/html; charset=utf-8";
    // An item is a story, however short; of a page that says nothing of itself, that would have to be guessed.
    document.bytes =
        "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\">"
        "<meta property=\"og:type\" content=\"article\"><title>" +
        title + "</title></head>\n<body><article>\n<h1>" + title + "</h1>\n" + item.content +
        "\n</article></body></html>\n";
  } else {
    document.content_type = "text/plain; charset=utf-8";
    document.bytes = item.title + "\n\n" + item.content + "\n";
  }
  document.title = std::move(item.title);
  return document;
}

}  // namespace qanat::feed
