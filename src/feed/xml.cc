#include "feed/xml.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>

#include "feed/http_message.h"

namespace qanat::feed {
namespace {

constexpr int kOptions = XML_PARSE_NONET | XML_PARSE_RECOVER | XML_PARSE_NOENT;

// libxml2 compares each attribute of a tag, and each namespace in force, with all the others. So these are bounded
// here: the bytes of one tag, those of attributes' values apart, which may be pictures; those of a document type; the
// namespaces in force; and the attributes that a document type adds.
constexpr std::uint64_t kMostTag = 16 << 10;
constexpr std::uint64_t kMostTagWithValues = 128 << 10;
constexpr std::uint64_t kMostDocumentType = 64 << 10;
constexpr int kMostSpaces = 500;
constexpr int kMostDefaulted = 20;

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

}  // namespace

struct XmlParser::Entity {
  std::string text;
  xmlEntity record{};
};

struct XmlParser::Calls {
  static XmlParser& self(void* pointer) { return *static_cast<XmlParser*>(pointer); }

  static int pull(void* pointer, char* out, int size) {
    XmlParser& parser = self(pointer);
    if (size <= 0 || !parser.bytes_.fill(1)) return 0;
    const std::size_t count = parser.bytes_.at_hand().copy(out, static_cast<std::size_t>(size));
    if (parser.parser_ != nullptr && !allows(parser, count)) return 0;
    parser.bytes_.consume(count);
    return static_cast<int>(count);
  }
  // Counts what was read since the last event: text comes in small events, so that this is one tag's.
  static bool allows(XmlParser& parser, std::size_t count) {
    switch (static_cast<xmlParserCtxt*>(parser.parser_)->instate) {
      case XML_PARSER_CDATA_SECTION:
      case XML_PARSER_COMMENT:
      case XML_PARSER_PI:
        return true;
      case XML_PARSER_ATTRIBUTE_VALUE:
        parser.tag_with_values_ += count;
        break;
      case XML_PARSER_CONTENT:
      case XML_PARSER_START_TAG:
        parser.tag_ += count;
        parser.tag_with_values_ += count;
        break;
      default:
        parser.document_type_ += count;
        break;
    }
    if (parser.tag_ > kMostTag || parser.tag_with_values_ > kMostTagWithValues)
      return refuse(parser, "a tag that is longer than any feed's");
    if (parser.document_type_ > kMostDocumentType)
      return refuse(parser, "a document type that is longer than any feed's");
    return true;
  }
  static bool refuse(XmlParser& parser, const char* what) {
    auto* context = static_cast<xmlParserCtxt*>(parser.parser_);
    if (!parser.refused_) {
      parser.trouble_ = what;
      parser.trouble_line_ = xmlSAX2GetLineNumber(context);
    }
    parser.refused_ = true;
    return false;
  }
  static void begin(void* pointer, const xmlChar* name, const xmlChar* /*prefix*/, const xmlChar* space,
                    int space_count, const xmlChar** /*spaces*/, int count, int defaulted, const xmlChar** attributes) {
    XmlParser& parser = self(pointer);
    parser.spaces_.push_back(space_count);
    parser.spaces_in_force_ += space_count;
    if (parser.spaces_in_force_ > kMostSpaces) refuse(parser, "more namespaces than any feed has");
    if (defaulted > kMostDefaulted) refuse(parser, "more attributes by default than any feed has");
    self(pointer).events_.begin(view(name), view(space), XmlAttributes(attributes, count));
    go_on(pointer);
  }
  static void end(void* pointer, const xmlChar* name, const xmlChar* /*prefix*/, const xmlChar* /*space*/) {
    XmlParser& parser = self(pointer);
    if (!parser.spaces_.empty()) {
      parser.spaces_in_force_ -= parser.spaces_.back();
      parser.spaces_.pop_back();
    }
    parser.events_.end(view(name));
    go_on(pointer);
  }
  static void text(void* pointer, const xmlChar* text, int size) {
    self(pointer).events_.text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
    go_on(pointer);
  }
  // XML's own entities never come here. HTML's, which XML does not know, are left to HTML; so is whatever else a
  // document has declared.
  static xmlEntity* entity(void* pointer, const xmlChar* name) {
    constexpr std::size_t kLongest = 10;
    XmlParser& parser = self(pointer);
    Entity& entity = *parser.entity_;
    const std::string_view asked = view(name);
    parser.events_.entity();
    entity.text = asked.size() <= kLongest ? "&" + std::string(asked) + ";" : " ";
    entity.record = xmlEntity{};
    entity.record.type = XML_ENTITY_DECL;
    entity.record.etype = XML_INTERNAL_PREDEFINED_ENTITY;
    entity.record.name = name;
    entity.record.content = reinterpret_cast<xmlChar*>(entity.text.data());
    // Where this is empty, libxml2 hangs a declaration's text on it and forgets that.
    entity.record.orig = entity.record.content;
    entity.record.length = static_cast<int>(entity.text.size());
    return &entity.record;
  }
  static void trouble(void* pointer, xmlError* error) {
    XmlParser& parser = self(pointer);
    if (error->level < XML_ERR_ERROR || !parser.trouble_.empty() || parser.refused_) return;
    parser.trouble_ = trim(error->message == nullptr ? "broken" : error->message);
    parser.trouble_line_ = error->line;
  }
  // After one fault libxml2 would drop every entity, and with it the markup of all that is to come.
  static void go_on(void* pointer) {
    XmlParser& parser = self(pointer);
    auto* context = static_cast<xmlParserCtxt*>(parser.parser_);
    parser.tag_ = parser.tag_with_values_ = 0;
    if (parser.stopped_ || parser.refused_) return xmlStopParser(context);
    context->wellFormed = 1;
  }
};

XmlParser::XmlParser(Bytes& bytes, XmlEvents& events) : bytes_(bytes), events_(events) {}

XmlParser::~XmlParser() { xmlFreeParserCtxt(static_cast<xmlParserCtxt*>(parser_)); }

bool XmlParser::run() {
  xmlSAXHandler calls{};
  calls.initialized = XML_SAX2_MAGIC;
  calls.startElementNs = &Calls::begin;
  calls.endElementNs = &Calls::end;
  calls.characters = &Calls::text;
  calls.ignorableWhitespace = &Calls::text;
  calls.cdataBlock = &Calls::text;
  calls.getEntity = &Calls::entity;
  calls.serror = &Calls::trouble;
  entity_ = std::make_unique<Entity>();
  xmlParserCtxt* context = xmlCreateIOParserCtxt(&calls, this, &Calls::pull, nullptr, this, XML_CHAR_ENCODING_NONE);
  parser_ = context;
  if (context == nullptr) return false;
  xmlCtxtUseOptions(context, kOptions);
  xmlParseDocument(context);
  if (context->myDoc != nullptr) xmlFreeDoc(context->myDoc);
  context->myDoc = nullptr;
  return true;
}

int XmlParser::line() const { return parser_ == nullptr ? 0 : xmlSAX2GetLineNumber(parser_); }

std::string XmlAttributes::get(std::string_view name) const {
  // libxml2 gives five pointers for each: name, prefix, namespace, and where the value begins and ends.
  constexpr std::ptrdiff_t kPointers = 5;
  for (int i = 0; i < count_; ++i) {
    const xmlChar** at = pointers_ + i * kPointers;
    if (view(at[0]) != name) continue;
    const auto* begin = reinterpret_cast<const char*>(at[3]);
    const auto* end = reinterpret_cast<const char*>(at[4]);
    return std::string(trim(std::string_view(begin, static_cast<std::size_t>(end - begin))));
  }
  return "";
}

}  // namespace qanat::feed
