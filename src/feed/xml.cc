#include "feed/xml.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>

#include "feed/http_message.h"

namespace qanat::feed {
namespace {

constexpr int kOptions = XML_PARSE_NONET | XML_PARSE_RECOVER | XML_PARSE_NOENT;

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
    Bytes& bytes = self(pointer).bytes_;
    if (size <= 0 || !bytes.fill(1)) return 0;
    const std::size_t count = bytes.at_hand().copy(out, static_cast<std::size_t>(size));
    bytes.consume(count);
    return static_cast<int>(count);
  }
  static void begin(void* pointer, const xmlChar* name, const xmlChar* /*prefix*/, const xmlChar* space,
                    int /*space_count*/, const xmlChar** /*spaces*/, int count, int /*defaulted*/,
                    const xmlChar** attributes) {
    self(pointer).events_.begin(view(name), view(space), XmlAttributes(attributes, count));
    go_on(pointer);
  }
  static void end(void* pointer, const xmlChar* name, const xmlChar* /*prefix*/, const xmlChar* /*space*/) {
    self(pointer).events_.end(view(name));
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
    if (error->level < XML_ERR_ERROR || !parser.trouble_.empty()) return;
    parser.trouble_ = trim(error->message == nullptr ? "broken" : error->message);
    parser.trouble_line_ = error->line;
  }
  // After one fault libxml2 would drop every entity, and with it the markup of all that is to come.
  static void go_on(void* pointer) {
    auto* context = static_cast<xmlParserCtxt*>(self(pointer).parser_);
    if (self(pointer).stopped_) return xmlStopParser(context);
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
