#include "feed/format.h"

#include "feed/codec.h"

namespace qanat::feed {
namespace {

// What follows the first character that is not blank; empty where there is none.
std::string_view skip_blank(std::string_view text) {
  const std::size_t at = text.find_first_not_of(kBlank);
  return at == std::string_view::npos ? std::string_view() : text.substr(at);
}

// Does `text` begin as `"key" :`? A key longer than the head counts.
bool begins_with_key(std::string_view text) {
  if (!text.starts_with('"')) return false;
  std::size_t at = 1;
  while (at < text.size() && text[at] != '"' && text[at] != '\n') at += text[at] == '\\' ? 2 : 1;
  if (at >= text.size()) return true;
  return text[at] == '"' && skip_blank(text.substr(at + 1)).starts_with(':');
}

// Is the first element that of a feed? A document type names it; declarations and comments are passed over.
bool is_syndication(std::string_view text) {
  constexpr std::string_view kDocumentType = "<!DOCTYPE";
  for (;;) {
    text = skip_blank(text);
    const bool comment = text.starts_with("<!--");
    if (!comment && !text.starts_with("<?")) break;
    const std::string_view end_mark = comment ? "-->" : "?>";
    const std::size_t end = text.find(end_mark);
    if (end == std::string_view::npos) return false;
    text.remove_prefix(end + end_mark.size());
  }
  if (!text.starts_with('<')) return false;
  text = text.starts_with(kDocumentType) ? skip_blank(text.substr(kDocumentType.size())) : text.substr(1);
  const std::string_view name = text.substr(0, text.find_first_of(" \t\r\n>/["));
  const std::string_view local = name.substr(name.find(':') == std::string_view::npos ? 0 : name.find(':') + 1);
  return name == "rss" || local == "RDF" || local == "feed";
}

}  // namespace

Format sniff(std::string_view head) {
  if (head.starts_with(kByteOrderMark)) head.remove_prefix(kByteOrderMark.size());
  const std::string_view start = skip_blank(head);
  if (start.starts_with('{')) {
    const std::string_view inside = skip_blank(start.substr(1));
    if (!begins_with_key(inside) && !inside.starts_with('}')) return Format::text;
    const std::string_view between = start.substr(1, static_cast<std::size_t>(inside.data() - start.data()) - 1);
    return between.find('\n') == std::string_view::npos ? Format::jsonl : Format::json;
  }
  if (start.starts_with('[')) {
    const std::string_view inside = skip_blank(start.substr(1));
    const bool object = inside.starts_with('{') && begins_with_key(skip_blank(inside.substr(1)));
    return object ? Format::json : Format::text;
  }
  if (start.starts_with("WARC/")) return Format::warc;
  if (start.starts_with('<') && is_syndication(start)) return Format::syndication;
  return Format::text;
}

std::string too_large(std::string_view what, const Limits& limits) {
  return std::string(what) + " of more than " + std::to_string(limits.max_document_bytes) + " bytes, left out";
}

bool Input::deliver(Document&& document) {
  ++progress_.documents;
  return sink_.document(std::move(document), progress_);
}

void Input::report(Severity severity, std::string where, std::uint64_t offset, std::string what) const {
  sink_.issue(Issue{severity, std::move(where), offset, std::move(what)});
}

void Input::report(Severity severity, std::string what) const {
  report(severity, name, bytes.offset(), std::move(what));
}

bool Input::report_fault() const {
  const auto& fault = bytes.fault();
  if (!fault) return false;
  report(fault->lost ? Severity::error : Severity::warning, fault->what);
  return fault->lost;
}

}  // namespace qanat::feed
