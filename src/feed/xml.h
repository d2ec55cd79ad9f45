// XML as events, by libxml2: nothing of the document is kept. No network, no outside files; no entity is ever declared,
// so none can be expanded. What is not well-formed is read as far as it can be understood. Private to the room.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "feed/bytes.h"

namespace qanat::feed {

// Of an element that begins; valid while it does.
class XmlAttributes {
 public:
  XmlAttributes(const unsigned char** pointers, int count) : pointers_(pointers), count_(count) {}
  // By its name without prefix, blanks at the ends cut off; empty where there is none.
  std::string get(std::string_view name) const;

 private:
  const unsigned char** pointers_;
  int count_;
};

class XmlEvents {
 public:
  XmlEvents() = default;
  virtual ~XmlEvents() = default;
  XmlEvents(const XmlEvents&) = delete;
  XmlEvents& operator=(const XmlEvents&) = delete;

  // Names without prefix; `space` is the namespace's address.
  virtual void begin(std::string_view name, std::string_view space, const XmlAttributes& attributes) = 0;
  virtual void end(std::string_view name) = 0;
  virtual void text(std::string_view value) = 0;
  // An entity that is not XML's own is about to come as the text "&name;".
  virtual void entity() = 0;
};

class XmlParser {
 public:
  // Both must outlive this.
  XmlParser(Bytes& bytes, XmlEvents& events);
  ~XmlParser();
  XmlParser(const XmlParser&) = delete;
  XmlParser& operator=(const XmlParser&) = delete;

  // Reads to the end, or until an event has called stop(). False: no memory.
  bool run();
  void stop() { stopped_ = true; }
  int line() const;

  // Did it end before the document, because that is made to take long?
  bool refused() const { return refused_; }
  // The first thing that was wrong; empty where all was well.
  const std::string& trouble() const { return trouble_; }
  int trouble_line() const { return trouble_line_; }

 private:
  struct Calls;  // what libxml2 calls
  struct Entity;

  Bytes& bytes_;
  XmlEvents& events_;
  void* parser_ = nullptr;  // xmlParserCtxt
  std::unique_ptr<Entity> entity_;
  std::string trouble_;
  int trouble_line_ = 0;
  bool stopped_ = false;
  bool refused_ = false;   // it would take time out of proportion
  std::uint64_t tag_ = 0;  // bytes read since the last event
  std::uint64_t tag_with_values_ = 0;
  std::uint64_t document_type_ = 0;
  std::vector<int> spaces_;  // namespaces that each open element declares
  int spaces_in_force_ = 0;
};

}  // namespace qanat::feed
