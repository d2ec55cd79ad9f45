// RSS 0.9x, 1.0 (RDF) and 2.0, and Atom: what the elements of each mean. No more than one item is in memory.
#include "feed/syndication.h"

#include <algorithm>

#include "feed/http_message.h"
#include "feed/xml.h"

namespace qanat::feed {
namespace {

constexpr std::string_view kAtom = "http://www.w3.org/2005/Atom";
constexpr std::string_view kContent = "http://purl.org/rss/1.0/modules/content/";
constexpr std::string_view kDublin = "http://purl.org/dc/elements/1.1/";
constexpr std::string_view kMedia = "http://search.yahoo.com/mrss/";

// What an element inside an item is.
enum class Field : std::uint8_t { none, title, link, id, published, updated, language, summary, content };

Field field_of(std::string_view name, std::string_view space) {
  if (space == kMedia) return Field::none;
  if (space == kContent) return name == "encoded" ? Field::content : Field::none;
  if (space == kDublin) {
    if (name == "date") return Field::published;
    return name == "language" ? Field::language : Field::none;
  }
  if (name == "title") return Field::title;
  if (name == "link") return Field::link;
  if (name == "guid" || name == "id") return Field::id;
  if (name == "pubDate" || name == "published" || name == "issued") return Field::published;
  if (name == "updated" || name == "modified" || name == "lastBuildDate") return Field::updated;
  if (name == "language") return Field::language;
  if (name == "description" || name == "summary") return Field::summary;
  if (name == "content") return Field::content;
  return Field::none;
}

class ItemReading final : public XmlEvents {
 public:
  ItemReading(Input& input, const std::function<bool(FeedItem&&)>& item)
      : input_(input), item_(item), parser_(input.bytes, *this) {}

  bool run() {
    if (!parser_.run()) {
      input_.report(Severity::error, "cannot be read: libxml2 has no memory");
      return true;
    }
    if (stopped_) return false;
    finish();
    return true;
  }

 private:
  void finish() {
    if (input_.report_fault()) return;
    const auto line = static_cast<std::uint64_t>(std::max(parser_.trouble_line(), 1));
    if (item_depth_ != 0 || parser_.refused()) {
      const std::string where = input_.name + ":" + std::to_string(item_depth_ != 0 ? current_.line : line);
      input_.report(Severity::error, where, input_.bytes.offset(),
                    "broken XML (" + parser_.trouble() + "), left out from here on");
    } else if (!parser_.trouble().empty()) {
      input_.report(Severity::warning, input_.name + ":" + std::to_string(line), 0,
                    "broken XML (" + parser_.trouble() + "), read as far as it can be understood");
    } else if (items_ == 0) {
      input_.report(Severity::warning, "is a feed without items");
    }
  }

  void begin(std::string_view name, std::string_view space, const XmlAttributes& attributes) override {
    ++depth_;
    if (field_ != Field::none) {
      // Markup that was not escaped: Atom's xhtml, and careless RSS.
      nested_ = true;
      return append("<" + std::string(name) + ">");
    }
    if (name == "item" || name == "entry") {
      current_ = FeedItem{};
      updated_.clear();
      summary_ = content_ = Content{};
      current_.line = static_cast<std::uint64_t>(std::max(0, parser_.line()));
      item_depth_ = depth_;
      too_large_ = false;
      current_.language = attributes.get("lang");
      return;
    }
    if (depth_ == 1) language_ = attributes.get("lang");
    if (depth_ == 2) in_channel_ = name == "channel";
    const bool in_item = item_depth_ != 0;
    const bool direct = in_item ? depth_ == item_depth_ + 1 : depth_ <= 3;
    if (!direct) return;
    const Field field = field_of(name, space);
    if (!in_item && field != Field::title && field != Field::language) return;
    // An image of the feed has a title too.
    if (!in_item && depth_ == 3 && !in_channel_) return;
    if (field != Field::none) open(field, space, attributes);
  }

  void open(Field field, std::string_view space, const XmlAttributes& attributes) {
    if (field == Field::link && space == kAtom) {
      const std::string rel = attributes.get("rel");
      if ((rel.empty() || rel == "alternate") && current_.link.empty()) current_.link = attributes.get("href");
      return;
    }
    if (field == Field::link && current_.link.empty()) current_.link = attributes.get("href");
    if (field == Field::id) permalink_ = attributes.get("isPermaLink") != "false" && space != kAtom;
    type_ = attributes.get("type");
    field_ = field;
    field_depth_ = depth_;
    value_.clear();
    nested_ = false;
    entities_ = false;
  }

  void text(std::string_view value) override {
    if (field_ == Field::none) return;
    if (nested_ || type_ == "xhtml")
      append(escape_html(value));
    else
      append(value);
  }

  void entity() override { entities_ = true; }

  void append(std::string_view value) {
    if (field_ == Field::none || too_large_) return;
    if (value_.size() + value.size() > input_.limits.max_document_bytes) {
      too_large_ = true;
      value_.clear();
      return;
    }
    value_ += value;
  }

  void end(std::string_view name) override {
    if (field_ != Field::none && depth_ > field_depth_) {
      append("</" + std::string(name) + ">");
    } else if (field_ != Field::none) {
      close();
      field_ = Field::none;
    } else if (item_depth_ != 0 && depth_ == item_depth_) {
      item_depth_ = 0;
      give();
    }
    --depth_;
  }

  void close() {
    const std::string_view value = trim(value_);
    if (item_depth_ == 0) {
      if (field_ == Field::title && publisher_.empty()) publisher_ = plain_text(value);
      if (field_ == Field::language) language_ = value;
      return;
    }
    switch (field_) {
      case Field::title:
        if (current_.title.empty()) current_.title = plain_text(value);
        return;
      case Field::link:
        if (current_.link.empty()) current_.link = value;
        return;
      case Field::id:
        current_.id = value;
        return;
      case Field::published:
        if (current_.published.empty()) current_.published = iso_time(value);
        return;
      case Field::updated:
        if (updated_.empty()) updated_ = iso_time(value);
        return;
      case Field::language:
        current_.language = value;
        return;
      case Field::summary:
        return keep(summary_, value);
      case Field::content:
        return keep(content_, value);
      case Field::none:
        return;
    }
  }

  struct Content {
    std::string text;
    bool is_html = false;
  };

  void keep(Content& content, std::string_view value) const {
    if (value.size() <= content.text.size()) return;
    content.text = value;
    const bool markup = nested_ || entities_ || has_markup(value);
    content.is_html = type_ == "html" || type_ == "xhtml" || type_ == "text/html" || (type_ != "text" && markup);
  }

  void give() {
    ++items_;
    FeedItem& item = current_;
    item.number = items_;
    if (too_large_) {
      input_.report(Severity::error, input_.name + ":" + std::to_string(item.line), 0,
                    too_large("item", input_.limits));
      return;
    }
    Content& best = content_.text.size() >= summary_.text.size() ? content_ : summary_;
    item.content = std::move(best.text);
    item.is_html = best.is_html;
    // Of an item that tells only when it was last changed, that is the day on which it came out.
    if (item.published.empty()) item.published = updated_;
    if (item.link.empty() && permalink_ && item.id.starts_with("http")) item.link = item.id;
    if (item.language.empty()) item.language = language_;
    item.publisher = publisher_;
    if (item_(std::move(item))) return;
    stopped_ = true;
    parser_.stop();
  }

  Input& input_;
  const std::function<bool(FeedItem&&)>& item_;
  XmlParser parser_;
  bool stopped_ = false;

  std::string publisher_, language_;  // of the feed
  std::uint64_t items_ = 0;
  int depth_ = 0;
  bool in_channel_ = false;  // within the second element, and it is RSS's channel

  int item_depth_ = 0;  // 0: outside of items
  FeedItem current_;
  std::string updated_;
  Content summary_, content_;
  bool permalink_ = false;
  bool too_large_ = false;

  Field field_ = Field::none;  // open now
  int field_depth_ = 0;
  std::string type_, value_;
  bool nested_ = false;    // holds elements
  bool entities_ = false;  // holds entities of HTML
};

}  // namespace

bool read_items(Input& input, const std::function<bool(FeedItem&&)>& item) { return ItemReading(input, item).run(); }

bool read_syndication(Input& input) {
  return read_items(input, [&input](FeedItem&& item) {
    const std::string where = input.name + ":" + std::to_string(item.line);
    Document document = document_of(std::move(item));
    document.where = where;
    document.fetched = input.given.fetched;
    if (document.id.empty()) document.id = where;
    return input.deliver(std::move(document));
  });
}

}  // namespace qanat::feed
