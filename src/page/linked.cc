#include "page/linked.h"

#include <algorithm>
#include <string>

#include "base/ascii.h"
#include "base/utf8.h"
#include "page/entities.h"

namespace qanat::page {
namespace {

constexpr std::size_t kMostObjects = 64;
constexpr std::size_t kMostNesting = 64;
constexpr std::size_t kMostList = 32;
constexpr std::size_t kMostValue = 2000;
constexpr std::size_t kMostBody = 400'000;

class Reader {
 public:
  Reader(std::string_view json, std::vector<Linked>& out) : json_(json), out_(out) {}

  void read() {
    std::string key;
    bool has_key = false;
    while (at_ < json_.size()) {
      const char c = json_[at_];
      if (c == '"') {
        std::string value = read_string();
        if (has_key) {
          take(key, std::move(value));
          has_key = in_array();
        } else if (next_is(':')) {
          key = std::move(value);
          has_key = true;
        } else if (in_array()) {
          take(stack_.back().key, std::move(value));
        }
        continue;
      }
      ++at_;
      if (c == '{' || c == '[') {
        open(c, has_key ? key : in_array() ? stack_.back().key : std::string());
        has_key = false;
      } else if (c == '}' || c == ']') {
        close();
        has_key = false;
      } else if (c == ',') {
        has_key = false;
      }
    }
    while (!stack_.empty()) close();
  }

 private:
  struct Open {
    char kind;
    std::string key;   // under which it stands in the object around it
    Linked said;       // of an object
    std::string name;  // its "name"
  };

  Open* innermost_object() {
    for (std::size_t i = stack_.size(); i-- > 0;) {
      if (stack_[i].kind == '{') return &stack_[i];
    }
    return nullptr;
  }

  bool in_array() const { return !stack_.empty() && stack_.back().kind == '['; }

  bool next_is(char wanted) {
    std::size_t at = at_;
    while (at < json_.size() && (json_[at] == ' ' || json_[at] == '\n' || json_[at] == '\r' || json_[at] == '\t')) ++at;
    if (at >= json_.size() || json_[at] != wanted) return false;
    at_ = at + 1;
    return true;
  }

  std::string read_string() {
    std::string out;
    ++at_;
    while (at_ < json_.size() && json_[at_] != '"') {
      std::size_t end = at_;
      while (end < json_.size() && json_[end] != '"' && json_[end] != '\\') ++end;
      out.append(json_.substr(at_, end - at_));
      at_ = end;
      if (at_ + 1 < json_.size() && json_[at_] == '\\')
        read_escape(out);
      else if (at_ < json_.size() && json_[at_] == '\\')
        ++at_;
    }
    ++at_;
    return out;
  }

  void read_escape(std::string& out) {
    const char c = json_[at_ + 1];
    at_ += 2;
    switch (c) {
      case 'n':
      case 'r':
        out += '\n';
        return;
      case 't':
      case 'b':
      case 'f':
        out += ' ';
        return;
      case 'u':
        break;
      default:
        out += c;
        return;
    }
    char32_t code = read_hex();
    constexpr char32_t kHigh = 0xD800;
    constexpr char32_t kLow = 0xDC00;
    constexpr char32_t kAfter = 0xE000;
    if (code >= kHigh && code < kLow && json_.substr(std::min(at_, json_.size())).starts_with("\\u")) {
      at_ += 2;
      const char32_t low = read_hex();
      code = low >= kLow && low < kAfter ? 0x10000 + ((code - kHigh) << 10) + (low - kLow) : kReplacement;
    }
    append_utf8(out, code >= kHigh && code < kAfter ? kReplacement : code < ' ' ? U' ' : code);
  }

  char32_t read_hex() {
    char32_t code = 0;
    for (int i = 0; i < 4 && at_ < json_.size(); ++i) {
      const int digit = hex_value(json_[at_]);
      if (digit < 0) break;
      code = code * 16 + static_cast<char32_t>(digit);
      ++at_;
    }
    return code;
  }

  void open(char kind, std::string key) {
    if (stack_.size() >= kMostNesting) {
      ++too_deep_;
      return;
    }
    stack_.push_back({kind, std::move(key), {}, {}});
  }

  void close() {
    if (too_deep_ > 0) {
      --too_deep_;
      return;
    }
    if (stack_.empty()) return;
    Open done = std::move(stack_.back());
    stack_.pop_back();
    if (done.kind != '{') return;
    // A person or a house says its name to the object that it stands in.
    Open* object = innermost_object();
    Linked* around = object == nullptr ? nullptr : &object->said;
    if (around != nullptr && !done.name.empty()) {
      if (done.key == "publisher" && around->publisher.empty()) around->publisher = done.name;
      if ((done.key == "author" || done.key == "creator") && around->authors.size() < kMostList)
        around->authors.push_back(done.name);
    }
    if (done.key == "publisher" || done.key == "author" || done.key == "creator" || out_.size() >= kMostObjects) return;
    if (done.key == "mainEntityOfPage" && around != nullptr && around->url.empty() && !done.said.url.empty())
      around->url = done.said.url;
    const Linked& said = done.said;
    if (said.type.empty() && said.headline.empty()) return;
    if (said.headline.empty()) done.said.headline = done.name;
    out_.push_back(std::move(done.said));
  }

  void take(const std::string& key, std::string value) {
    Open* object = innermost_object();
    if (object == nullptr) return;
    Linked& said = object->said;
    if (key == "articleBody") {
      if (value.size() <= kMostBody) said.body = std::move(value);
      return;
    }
    const std::string text = plain(value, kMostValue);
    const auto set = [&](std::string& field) {
      if (field.empty()) field = text;
    };
    if (key == "@type")
      set(said.type);
    else if (key == "name")
      set(object->name);
    else if (key == "headline")
      set(said.headline);
    else if (key == "datePublished")
      set(said.published);
    else if (key == "dateModified")
      set(said.modified);
    else if (key == "articleSection")
      set(said.section);
    else if (key == "inLanguage")
      set(said.language);
    else if (key == "url")
      said.url = text;
    else if (key == "@id")
      set(said.url);
    else if (key == "publisher")
      set(said.publisher);
    else if ((key == "author" || key == "creator") && said.authors.size() < kMostList && !text.empty())
      said.authors.push_back(text);
    else if (key == "keywords" && said.keywords.size() < kMostList && !text.empty())
      said.keywords.push_back(text);
  }

  std::string_view json_;
  std::vector<Linked>& out_;
  std::vector<Open> stack_;
  std::size_t too_deep_ = 0;
  std::size_t at_ = 0;
};

}  // namespace

void read_linked(std::string_view json, std::vector<Linked>& out) { Reader(json, out).read(); }

}  // namespace qanat::page
