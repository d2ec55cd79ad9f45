// RSS 0.9x, 1.0 (RDF) and 2.0, and Atom, by libxml2's events: nothing is kept but the item at hand. No network, no
// outside files; no entity is ever declared, so none can be expanded. Careless feeds are read as far as they can be.
#include "feed/syndication.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>

#include <algorithm>
#include <memory>

#include "feed/http_message.h"

namespace qanat::feed {
namespace {

constexpr int kOptions = XML_PARSE_NONET | XML_PARSE_RECOVER | XML_PARSE_NOENT;

constexpr std::string_view kAtom = "http://www.w3.org/2005/Atom";
constexpr std::string_view kContent = "http://purl.org/rss/1.0/modules/content/";
constexpr std::string_view kDublin = "http://purl.org/dc/elements/1.1/";
constexpr std::string_view kMedia = "http://search.yahoo.com/mrss/";

struct FreeParser {
  void operator()(xmlParserCtxt* parser) const { xmlFreeParserCtxt(parser); }
};

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

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

class Reading {
 public:
  Reading(Input& input, const std::function<bool(FeedItem&&)>& item) : input_(input), item_(item) {}

  bool run() {
    xmlSAXHandler events{};
    events.initialized = XML_SAX2_MAGIC;
    events.startElementNs = &Reading::on_begin;
    events.endElementNs = &Reading::on_end;
    events.characters = &Reading::on_text;
    events.ignorableWhitespace = &Reading::on_text;
    events.cdataBlock = &Reading::on_text;
    events.getEntity = &Reading::on_entity;
    events.serror = &Reading::on_trouble;
    parser_.reset(xmlCreateIOParserCtxt(&events, this, &Reading::pull, nullptr, this, XML_CHAR_ENCODING_NONE));
    if (!parser_) {
      input_.report(Severity::error, "cannot be read: libxml2 has no memory");
      return true;
    }
    xmlCtxtUseOptions(parser_.get(), kOptions);
    xmlParseDocument(parser_.get());
    if (parser_->myDoc != nullptr) xmlFreeDoc(parser_->myDoc);
    parser_->myDoc = nullptr;
    if (stopped_) return false;
    finish();
    return true;
  }

 private:
  static Reading& self(void* pointer) { return *static_cast<Reading*>(pointer); }

  static int pull(void* pointer, char* out, int size) {
    Bytes& bytes = self(pointer).input_.bytes;
    if (size <= 0 || !bytes.fill(1)) return 0;
    const std::size_t count = bytes.at_hand().copy(out, static_cast<std::size_t>(size));
    bytes.consume(count);
    return static_cast<int>(count);
  }
  static void on_begin(void* pointer, const xmlChar* name, const xmlChar* /*prefix*/, const xmlChar* space,
                       int /*space_count*/, const xmlChar** /*spaces*/, int count, int /*defaulted*/,
                       const xmlChar** attributes) {
    Reading& reading = self(pointer);
    reading.attributes_ = attributes;
    reading.attribute_count_ = count;
    reading.begin(view(name), view(space));
    reading.attribute_count_ = 0;
    reading.go_on();
  }
  static void on_end(void* pointer, const xmlChar* name, const xmlChar* /*prefix*/, const xmlChar* /*space*/) {
    self(pointer).end(view(name));
    self(pointer).go_on();
  }
  static void on_text(void* pointer, const xmlChar* text, int size) {
    self(pointer).text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
    self(pointer).go_on();
  }
  // XML's own entities never come here. HTML's, which XML does not know, are left to HTML; so is whatever else a feed
  // has declared.
  static xmlEntity* on_entity(void* pointer, const xmlChar* name) {
    Reading& reading = self(pointer);
    constexpr std::size_t kLongest = 10;
    const std::string_view asked = view(name);
    reading.entity_text_ = asked.size() <= kLongest ? "&" + std::string(asked) + ";" : " ";
    reading.entities_ = true;
    reading.entity_ = xmlEntity{};
    reading.entity_.type = XML_ENTITY_DECL;
    reading.entity_.etype = XML_INTERNAL_PREDEFINED_ENTITY;
    reading.entity_.name = name;
    reading.entity_.content = reinterpret_cast<xmlChar*>(reading.entity_text_.data());
    // Where this is empty, libxml2 hangs a declaration's text on it and forgets that.
    reading.entity_.orig = reading.entity_.content;
    reading.entity_.length = static_cast<int>(reading.entity_text_.size());
    return &reading.entity_;
  }
  static void on_trouble(void* pointer, xmlError* error) {
    Reading& reading = self(pointer);
    if (error->level < XML_ERR_ERROR || !reading.trouble_.empty()) return;
    reading.trouble_ = std::string(trim(error->message == nullptr ? "broken" : error->message));
    reading.trouble_line_ = error->line;
  }
  // After one fault libxml2 would drop every entity, and with it the markup of all items to come.
  void go_on() {
    if (stopped_) return xmlStopParser(parser_.get());
    parser_->wellFormed = 1;
  }

  void finish() {
    if (input_.report_fault()) return;
    if (item_depth_ != 0) {
      input_.report(Severity::error, input_.name + ":" + std::to_string(current_.line), input_.bytes.offset(),
                    "broken XML (" + trouble_ + "), this item and what follows it left out");
    } else if (!trouble_.empty()) {
      input_.report(Severity::warning, input_.name + ":" + std::to_string(std::max(trouble_line_, 1)), 0,
                    "broken XML (" + trouble_ + "), read as far as it can be understood");
    } else if (items_ == 0) {
      input_.report(Severity::warning, "is a feed without items");
    }
  }

  void begin(std::string_view name, std::string_view space) {
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
      current_.line = static_cast<std::uint64_t>(std::max(0, xmlSAX2GetLineNumber(parser_.get())));
      item_depth_ = depth_;
      too_large_ = false;
      current_.language = attribute("lang");
      return;
    }
    if (depth_ == 1) language_ = attribute("lang");
    if (depth_ == 2) in_channel_ = name == "channel";
    const bool in_item = item_depth_ != 0;
    const bool direct = in_item ? depth_ == item_depth_ + 1 : depth_ <= 3;
    if (!direct) return;
    const Field field = field_of(name, space);
    if (!in_item && field != Field::title && field != Field::language) return;
    // An image of the feed has a title too.
    if (!in_item && depth_ == 3 && !in_channel_) return;
    if (field != Field::none) open(field, space);
  }

  void open(Field field, std::string_view space) {
    if (field == Field::link && space == kAtom) {
      const std::string rel = attribute("rel");
      if ((rel.empty() || rel == "alternate") && current_.link.empty()) current_.link = attribute("href");
      return;
    }
    if (field == Field::link && current_.link.empty()) current_.link = attribute("href");
    if (field == Field::id) permalink_ = attribute("isPermaLink") != "false" && space != kAtom;
    type_ = attribute("type");
    field_ = field;
    field_depth_ = depth_;
    value_.clear();
    nested_ = false;
    entities_ = false;
  }

  void text(std::string_view value) {
    if (field_ == Field::none) return;
    if (nested_ || type_ == "xhtml")
      append(escape_html(value));
    else
      append(value);
  }

  void append(std::string_view value) {
    if (field_ == Field::none || too_large_) return;
    if (value_.size() + value.size() > input_.limits.max_document_bytes) {
      too_large_ = true;
      value_.clear();
      return;
    }
    value_ += value;
  }

  void end(std::string_view name) {
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
    const bool markup = nested_ || entities_ || value.find("</") != std::string_view::npos ||
                        value.find("/>") != std::string_view::npos || value.find("<p") != std::string_view::npos ||
                        value.find("<br") != std::string_view::npos || value.find("&") != std::string_view::npos;
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
    if (!item_(std::move(item))) stopped_ = true;
  }

  // Of the element that begins.
  std::string attribute(std::string_view name) const {
    // libxml2 gives five pointers for each: name, prefix, namespace, and where the value begins and ends.
    constexpr int kPointers = 5;
    for (int i = 0; i < attribute_count_; ++i) {
      const xmlChar** at = attributes_ + static_cast<std::ptrdiff_t>(i) * kPointers;
      if (view(at[0]) != name) continue;
      const auto* begin = reinterpret_cast<const char*>(at[3]);
      const auto* end = reinterpret_cast<const char*>(at[4]);
      return std::string(trim(std::string_view(begin, static_cast<std::size_t>(end - begin))));
    }
    return "";
  }

  Input& input_;
  const std::function<bool(FeedItem&&)>& item_;
  std::unique_ptr<xmlParserCtxt, FreeParser> parser_;
  const xmlChar** attributes_ = nullptr;
  int attribute_count_ = 0;
  xmlEntity entity_{};
  std::string entity_text_;
  std::string trouble_;
  int trouble_line_ = 0;
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

bool read_items(Input& input, const std::function<bool(FeedItem&&)>& item) { return Reading(input, item).run(); }

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
