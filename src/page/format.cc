#include "page/format.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "page/markup.h"

namespace qanat::page {
namespace {

constexpr std::size_t kPreamble = 1024;   // warnings of a server's scripts may stand before the page
constexpr std::size_t kSniffed = 4096;    // where a piece of HTML shows itself
constexpr std::size_t kDeclared = 16384;  // browsers look at 1,024; some heads begin with that much script
constexpr std::size_t kEndTags = 2;
constexpr std::size_t kLongestLabel = 40;

bool begins(std::string_view text, std::string_view low) {
  return text.size() >= low.size() && equal_names(low, text.substr(0, low.size()));
}

bool begins_tag(std::string_view text, std::string_view low) {
  if (!begins(text, low)) return false;
  if (text.size() == low.size()) return true;
  const char after = text[low.size()];
  return is_space(after) || after == '>' || after == '/';
}

// At a '<': does one of the elements begin that only pages of HTML begin with?
bool opens_page(std::string_view text) {
  if (begins(text, "<!doctype html")) return true;
  for (const std::string_view tag : {"<html", "<head", "<body", "<title", "<meta"}) {
    if (begins_tag(text, tag)) return true;
  }
  return false;
}

std::string_view without_blanks(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  return text;
}

// A piece of a page: it begins with an element, and more of them end soon.
bool is_piece(std::string_view text) {
  if (text.size() < 3 || text[0] != '<') return false;
  std::size_t end = 1;
  while (end < text.size() && end < kLongestLabel && !is_space(text[end]) && text[end] != '>' && text[end] != '/')
    ++end;
  if (kind_of(text.substr(1, end - 1)).name.empty()) return false;
  std::size_t tags = 0;
  const std::string_view head = text.substr(0, kSniffed);
  for (std::size_t at = head.find("</"); at != std::string_view::npos; at = head.find("</", at + 2)) {
    const std::size_t close = std::min(head.find('>', at), head.size());
    if (!kind_of(head.substr(at + 2, close - at - 2)).name.empty()) ++tags;
  }
  return tags >= kEndTags || (tags > 0 && head.size() == text.size());
}

}  // namespace

bool is_html(std::string_view text) {
  text = without_blanks(text);
  if (text.empty()) return false;
  if (text[0] != '<') {
    // Something stands before the page: believed only with its document type.
    const std::string_view head = text.substr(0, kPreamble);
    for (std::size_t at = head.find("<!"); at != std::string_view::npos; at = head.find("<!", at + 1)) {
      if (begins(text.substr(at), "<!doctype html")) return true;
    }
    return false;
  }
  while (!text.empty()) {
    text = without_blanks(text);
    if (opens_page(text)) return true;
    if (text.starts_with("<!--")) {
      const std::size_t end = text.find("-->");
      if (end == std::string_view::npos) return false;
      text.remove_prefix(end + 3);
    } else if (text.starts_with("<?")) {
      const std::size_t end = text.find('>');
      if (end == std::string_view::npos) return false;
      text.remove_prefix(end + 1);
    } else {
      return is_piece(text);
    }
  }
  return false;
}

std::string declared_charset(std::string_view bytes) {
  constexpr std::string_view kKey = "charset";
  const std::string_view head = bytes.substr(0, kDeclared);
  const auto value_at = [&](std::size_t at) {
    while (at < head.size() && (is_space(head[at]) || head[at] == '"' || head[at] == '\'')) ++at;
    std::string name;
    const auto ends = [](char c) {
      return is_space(c) || std::string_view("\"'>;/").find(c) != std::string_view::npos;
    };
    while (at < head.size() && name.size() < kLongestLabel && !ends(head[at])) name += ascii_lower(head[at++]);
    return name;
  };
  for (std::size_t at = head.find('<'); at != std::string_view::npos; at = head.find('<', at + 1)) {
    const std::string_view tag = head.substr(at, std::min(head.find('>', at), head.size()) - at);
    if (begins(tag, "<?xml")) {
      const std::size_t key = tag.find("encoding");
      const std::size_t is = key == std::string_view::npos ? key : tag.find('=', key);
      if (is != std::string_view::npos) return value_at(at + is + 1);
    }
    if (!begins_tag(tag, "<meta")) continue;
    for (std::size_t i = 0; i + kKey.size() < tag.size(); ++i) {
      if (!begins(tag.substr(i), kKey)) continue;
      std::size_t is = i + kKey.size();
      while (is < tag.size() && is_space(tag[is])) ++is;
      if (is < tag.size() && tag[is] == '=') return value_at(at + is + 1);
    }
  }
  return {};
}

}  // namespace qanat::page
