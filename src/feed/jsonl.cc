// JSON lines: one record a line, one document a record. A bad line costs itself alone.
#include "feed/format.h"
#include "feed/lines.h"
#include "feed/record.h"

namespace qanat::feed {
namespace {

// A file of which this many lines, the first ones, give no record is something else; it is left with one message
// instead of a million.
constexpr std::uint64_t kLinesToGiveUp = 20;

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

class Jsonl {
 public:
  explicit Jsonl(Input& input) : input_(input), lines_(input.bytes, input.limits.max_document_bytes) {}

  bool read() {
    Line line;
    while (lines_.next(line)) {
      if (line.number == 1 && line.text.starts_with(kByteOrderMark)) {
        line.text.remove_prefix(kByteOrderMark.size());
        line.offset += kByteOrderMark.size();
      }
      if (!line.too_long && is_blank(line.text)) continue;
      if (!take(line)) return false;
      if (records_ == 0 && failed_ >= kLinesToGiveUp) {
        give_up();
        return true;
      }
    }
    tell_held();
    input_.report_fault();
    return true;
  }

 private:
  // False: the sink wants no more.
  bool take(const Line& line) {
    std::string where = input_.name + ":" + std::to_string(line.number);
    Document document;
    Issues issues;
    bool found = false;
    if (line.too_long) {
      issues.push_back({Severity::error, "", 0, too_large("line", input_.limits)});
    } else {
      found = parser_.parse(line.text, document, issues);
      // The end of a file that is cut off is no fault of the line; the cut itself is reported.
      if (!found && line.last && input_.bytes.fault()) return true;
    }
    for (Issue& issue : issues) {
      issue.where = where;
      issue.offset += line.offset;
    }
    if (!found) {
      ++failed_;
      tell(std::move(issues), records_ == 0);
      return true;
    }
    ++records_;
    tell_held();
    tell(std::move(issues), false);
    if (document.id.empty() && !input_.given.id.empty()) document.id = where;
    document.where = std::move(where);
    return input_.deliver(std::move(document));
  }

  void tell(Issues&& issues, bool hold) {
    for (Issue& issue : issues) {
      if (hold) {
        held_.push_back(std::move(issue));
      } else {
        input_.report(issue.severity, std::move(issue.where), issue.offset, std::move(issue.what));
      }
    }
  }

  void tell_held() {
    tell(std::move(held_), false);
    held_.clear();
  }

  void give_up() {
    const Issue& first = held_.front();
    input_.report(Severity::error, first.where, first.offset,
                  "begins like JSON, but none of the first " + std::to_string(failed_) +
                      " lines is a record (one object with \"text\" a line); file left out: " + first.what);
  }

  Input& input_;
  Lines lines_;
  RecordParser parser_;
  std::uint64_t records_ = 0;
  std::uint64_t failed_ = 0;
  Issues held_;  // of the lines before the first record
};

}  // namespace

bool read_jsonl(Input& input) { return Jsonl(input).read(); }

}  // namespace qanat::feed
