// A file's text -> the same in lint's order.
//
// Read into a tree of entries, properties and forms, each with the comment lines above it; sorted; written out again.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "arabic/arabic.h"
#include "lexicon/lexicon.h"
#include "lexicon/lines.h"

namespace qanat::lexicon {
namespace {

struct Item {
  std::string above;  // comment lines, each with its '\n'
  std::string text;
  std::string key;  // what it is sorted by
};
struct PropertyItem {
  Item line;
  std::vector<Item> forms;
};
struct EntryItem {
  Item line;
  std::vector<PropertyItem> properties;
};

class Sorter {
 public:
  explicit Sorter(std::string_view text) : lines_(text) {}

  Result<std::string> run() {
    Line line;
    while (lines_.next(line)) {
      if (const char* wrong = take(line)) return Error{"line " + std::to_string(line.number) + ": " + wrong};
    }
    sort();
    return written();
  }

 private:
  // What is wrong with the line; nullptr: nothing.
  const char* take(const Line& line) {
    switch (line.kind) {
      case Line::Kind::blank:
        take_blank();
        return nullptr;
      case Line::Kind::comment:
        above_ += std::string(line.text) + '\n';
        return nullptr;
      case Line::Kind::stray:
        return kIndentation;
      case Line::Kind::head:
        take_head(line.text);
        return nullptr;
      case Line::Kind::property:
        if (entries_.empty()) return "a property before the first entry";
        entries_.back().properties.push_back({item(line.text, ""), {}});
        return nullptr;
      case Line::Kind::form:
        if (entries_.empty() || entries_.back().properties.empty()) return "a form that stands under no property";
        entries_.back().properties.back().forms.push_back(item(line.text, arabic::fold(line.text)));
        return nullptr;
    }
    return nullptr;
  }

  void take_blank() {
    if (!entries_.empty()) {
      spaced_ = true;
    } else if (!above_.empty()) {
      top_ += std::exchange(above_, "") + '\n';
    }
  }

  void take_head(std::string_view text) {
    std::string_view rest = text;
    const std::string kind(take_word(rest));
    // A byte below all that ids hold parts kind from id, so that kinds come first.
    entries_.push_back({item(text, kind + '\0' + std::string(rest)), {}});
  }

  Item item(std::string_view text, std::string key) {
    return {std::exchange(above_, ""), std::string(text), std::move(key)};
  }

  void sort() {
    const auto by_key = [](const Item& a, const Item& b) { return a.key < b.key; };
    std::stable_sort(entries_.begin(), entries_.end(),
                     [&](const EntryItem& a, const EntryItem& b) { return by_key(a.line, b.line); });
    for (EntryItem& entry : entries_)
      for (PropertyItem& property : entry.properties)
        std::stable_sort(property.forms.begin(), property.forms.end(), by_key);
  }

  std::string written() const {
    std::string out = top_;
    bool first = true;
    for (const EntryItem& entry : entries_) {
      if (spaced_ && !first) out += '\n';
      first = false;
      write(entry.line, "", out);
      for (const PropertyItem& property : entry.properties) {
        write(property.line, "  ", out);
        for (const Item& form : property.forms) write(form, "    ", out);
      }
    }
    return out + above_;
  }

  static void write(const Item& item, const char* indentation, std::string& out) {
    std::string_view above = item.above;
    while (!above.empty()) {
      const std::size_t end = above.find('\n') + 1;
      out += indentation;
      out += above.substr(0, end);
      above.remove_prefix(end);
    }
    out += indentation + item.text + '\n';
  }

  Lines lines_;
  std::string top_;    // comments parted from the first entry
  std::string above_;  // comments that wait for what they stand above
  std::vector<EntryItem> entries_;
  bool spaced_ = false;  // blank lines between entries
};

}  // namespace

Result<std::string> sort_text(std::string_view file_text) { return Sorter(file_text).run(); }

}  // namespace qanat::lexicon
