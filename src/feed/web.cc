#include "feed/web.h"

#include <ctime>
#include <utility>
#include <vector>

namespace qanat::feed {
namespace {

std::string now_iso() {
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  ::gmtime_r(&now, &utc);
  std::string out(sizeof "2024-03-05T10:00:00Z", '\0');
  out.resize(std::strftime(out.data(), out.size(), "%Y-%m-%dT%H:%M:%SZ", &utc));
  return out;
}

Validators validators_of(const Answer& answer) {
  return {std::string(answer.headers.get("etag")), std::string(answer.headers.get("last-modified"))};
}

}  // namespace

// A feed while its items are read.
struct WebReading::Subscription {
  std::string address;  // after redirects
  const WebMemory::Entry& before;
  WebMemory::Entry after;
  bool whole = true;  // nothing failed that may be well another time
  std::uint64_t fresh = 0, known = 0;
};

WebReading::WebReading(const Limits& limits, const Web& web, const Sink& sink, Progress& progress)
    : limits_(limits),
      web_(web),
      sink_(sink),
      progress_(progress),
      memory_(WebMemory::load(web.memory)),
      fetcher_(web, sink.cancelled) {}

void WebReading::tell(Severity severity, const std::string& where, std::string what) {
  if (severity == Severity::error && first_trouble_.empty()) first_trouble_ = where + " " + what;
  sink_.issue(Issue{severity, where, 0, std::move(what)});
}

const WebMemory::Entry& WebReading::remembered(const std::string& address) const {
  return memory_.at(web_.refetch ? "" : address);
}

bool WebReading::read_body(const Fetched& fetched, Document carrier, const std::string& name) {
  carrier.content_type = fetched.answer.headers.get("content-type");
  carrier.fetched = now_iso();
  carrier.url = fetched.address;
  progress_.bytes_done += fetched.answer.body.size();
  progress_.bytes_total += fetched.answer.body.size();
  Memory memory(fetched.answer.body);
  Bytes bytes(memory);
  Input input(std::move(carrier), name, bytes, limits_, sink_, progress_);
  return read_content(input);
}

bool WebReading::brings(const Answer& answer, const std::string& address, const char* unchanged) {
  if (!answer.trouble.empty()) {
    tell(Severity::error, address, answer.trouble);
    return false;
  }
  ++answers_;
  if (answer.status != kNotModified) return true;
  tell(Severity::note, address, unchanged);
  return false;
}

bool WebReading::read_address(const std::string& address) {
  const Fetched fetched = fetcher_.fetch(address, remembered(address).validators);
  const Answer& answer = fetched.answer;
  if (!brings(answer, address, "has not changed since it was read last; --refetch reads it anew")) return true;
  Document carrier;
  carrier.id = address;
  const bool more = read_body(fetched, std::move(carrier), address);
  memory_.put(address, {validators_of(answer), {}});
  return more;
}

bool WebReading::read_feed(const std::string& address) {
  const WebMemory::Entry& before = remembered(address);
  const Fetched fetched = fetcher_.fetch(address, before.validators);
  const Answer& answer = fetched.answer;
  if (!brings(answer, address, "nothing new")) return true;
  Memory memory(answer.body);
  Bytes bytes(memory);
  Input input(Document{}, address, bytes, limits_, sink_, progress_);
  bytes.fill(kHeadSize);
  if (sniff(bytes.at_hand()) != Format::syndication) {
    tell(Severity::error, address, "is no RSS or Atom feed; to read it as a page, name it without --feed");
    return true;
  }
  std::vector<FeedItem> items;
  read_items(input, [&items](FeedItem&& item) {
    items.push_back(std::move(item));
    return true;
  });
  Subscription feed{fetched.address, before, {validators_of(answer), {}}, true, 0, 0};
  for (FeedItem& item : items) {
    if (sink_.cancelled && sink_.cancelled()) return false;
    if (!read_item(feed, std::move(item))) return false;
  }
  tell(Severity::note, address,
       std::to_string(items.size()) + " items: " + std::to_string(feed.fresh) + " new, " + std::to_string(feed.known) +
           " read before");
  // With these the server would keep from us what failed this time.
  if (!feed.whole) feed.after.validators = {};
  memory_.put(address, std::move(feed.after));
  return true;
}

bool WebReading::read_item(Subscription& feed, FeedItem&& item) {
  WebAddress link;
  const bool linked = parse_address(item.link, feed.address, link);
  const std::string key = linked ? link.whole : item.id;
  if (!key.empty() && feed.before.seen.contains(key)) {
    ++feed.known;
    feed.after.seen.insert(key);
    return true;
  }
  if (!key.empty() && !feed.after.seen.insert(key).second) return true;  // twice in one feed
  ++feed.fresh;
  const std::string where = feed.address + ":" + std::to_string(item.line);
  if (!linked) return read_instead(std::move(item), where, "has no link to a page");
  item.link = link.whole;
  const Fetched fetched = fetcher_.fetch(link.whole, {});
  if (!fetched.answer.trouble.empty()) {
    if (fetched.answer.passing) {
      feed.whole = false;
      feed.after.seen.erase(key);
    }
    return read_instead(std::move(item), link.whole, fetched.answer.trouble);
  }
  Document carrier;
  carrier.id = link.whole;
  carrier.title = item.title;
  carrier.published = item.published;
  carrier.language = item.language;
  return read_body(fetched, std::move(carrier), link.whole);
}

// The item's own text, where its page cannot be had.
bool WebReading::read_instead(FeedItem&& item, const std::string& where, const std::string& why) {
  if (item.content.empty()) {
    tell(Severity::error, where, why);
    return true;
  }
  tell(Severity::warning, where, why + "; the feed's own text is read instead");
  Document document = document_of(std::move(item));
  document.where = where;
  document.fetched = now_iso();
  if (document.id.empty()) document.id = where;
  ++progress_.documents;
  return sink_.document(std::move(document), progress_);
}

}  // namespace qanat::feed
