// Web archives, WARC/1.0 and 1.1: pages are the responses, resources and (in WET) conversions; what else an archive
// holds is passed over and counted.
#include "feed/warc.h"

#include <algorithm>
#include <map>

#include "base/ascii.h"

namespace qanat::feed {
namespace {

// How many different things that were passed over are told apart; the rest is counted together.
constexpr std::size_t kMostKinds = 12;

std::string lower_word(std::string_view text) {
  std::string out(trim(text.substr(0, text.find(';'))));
  std::transform(out.begin(), out.end(), out.begin(), ascii_lower);
  return out;
}

std::string_view without_brackets(std::string_view text) {
  text = trim(text);
  if (text.starts_with('<') && text.ends_with('>') && text.size() >= 2) text = text.substr(1, text.size() - 2);
  return text;
}

// Servers are careless, so that a type which says nothing counts as a page and its bytes decide.
bool may_be_page(const std::string& type) {
  return type.empty() || type == "text/html" || type == "application/xhtml+xml" || type == "text/plain" ||
         type == "application/octet-stream" || type == "unknown";
}

bool may_be_feed(const std::string& type) {
  return type == "text/xml" || type.ends_with("/xml") || type.ends_with("+xml");
}

bool looks_binary(std::string_view bytes) {
  constexpr std::size_t kLook = 512;
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return false;  // UTF-16
  return bytes.substr(0, kLook).find('\0') != std::string_view::npos;
}

class Warc {
 public:
  explicit Warc(Input& input) : input_(input), records_(input) {}

  bool read() {
    WarcRecord record;
    while (records_.next(record)) {
      if (!take(record)) return false;
    }
    tell_passed_over();
    return true;
  }

 private:
  // False: the sink wants no more.
  bool take(const WarcRecord& record) {
    const std::string type = lower_word(record.headers.get("warc-type"));
    if (type == "response") return take_response(record);
    if (type == "conversion" || type == "resource") {
      Document document = carrier(record);
      document.content_type = record.headers.get("content-type");
      return take_page(record, std::move(document), record.block, type + " ");
    }
    return pass_over((type.empty() ? "untyped" : type) + " records");
  }

  bool take_response(const WarcRecord& record) {
    std::optional<HttpMessage> message = parse_http(record.block, input_.limits);
    if (!message) return pass_over("responses that are not HTTP");
    if (message->status != kOk) return pass_over("responses with status " + std::to_string(message->status));
    if (!message->trouble.empty()) {
      input_.report(Severity::error, records_.where(record), record.offset, message->trouble);
      return true;
    }
    Document document = carrier(record);
    document.content_type = message->headers.get("content-type");
    return take_page(record, std::move(document), message->body, "");
  }

  bool take_page(const WarcRecord& record, Document&& document, std::string_view body, const std::string& what) {
    const std::string type = lower_word(document.content_type);
    const std::string_view start = body.substr(0, kHeadSize);
    if (may_be_feed(type) && sniff(start) == Format::syndication) return take_feed(document, body);
    if (!may_be_page(type)) return pass_over(what + type);
    if (looks_binary(start)) return pass_over(what + "binary data");
    if (trim(start).empty()) return pass_over(what + "empty bodies");
    if (body.size() > input_.limits.max_document_bytes) {
      input_.report(Severity::error, document.where, record.offset, too_large("document", input_.limits));
      return true;
    }
    if (const std::string_view why = record.headers.get("warc-truncated"); !why.empty())
      input_.report(Severity::warning, document.where, record.offset,
                    "was cut short when it was archived (" + std::string(why) + "), read as it is");
    document.bytes = body;
    ++pages_;
    return input_.deliver(std::move(document));
  }

  bool take_feed(const Document& document, std::string_view body) {
    Memory memory(body);
    Bytes bytes(memory);
    Input inner = input_.inside(document, document.where, bytes);
    return read_syndication(inner);
  }

  Document carrier(const WarcRecord& record) const {
    constexpr std::string_view kScheme = "urn:uuid:";
    Document document;
    document.where = records_.where(record);
    std::string_view id = without_brackets(record.headers.get("warc-record-id"));
    if (id.starts_with(kScheme)) id.remove_prefix(kScheme.size());
    document.id = id.empty() ? document.where : std::string(id);
    document.url = without_brackets(record.headers.get("warc-target-uri"));
    document.fetched = record.headers.get("warc-date");
    return document;
  }

  bool pass_over(std::string what) {
    const bool room = passed_over_.size() < kMostKinds || passed_over_.contains(what);
    ++passed_over_[room ? std::move(what) : "others"];
    return true;
  }

  void tell_passed_over() const {
    std::string what;
    for (const auto& [kind, count] : passed_over_)
      what += (what.empty() ? "" : ", ") + std::to_string(count) + " " + kind;
    if (!what.empty())
      input_.report(Severity::note, input_.name, 0, std::to_string(pages_) + " pages read; passed over: " + what);
  }

  Input& input_;
  WarcRecords records_;
  std::map<std::string, std::uint64_t> passed_over_;
  std::uint64_t pages_ = 0;
};

}  // namespace

bool read_warc(Input& input) { return Warc(input).read(); }

}  // namespace qanat::feed
