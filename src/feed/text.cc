// Plain text (and, for all the feed knows, anything else): one file, one document.
#include "feed/format.h"

namespace qanat::feed {

bool read_text(Input& input) {
  Document document = input.given;
  if (!input.bytes.drain(document.bytes, input.limits.max_document_bytes)) {
    input.report(Severity::error, too_large("document", input.limits));
    return true;
  }
  // Half a story reads as another story, so a file that is cut off gives nothing.
  if (input.report_fault()) return true;
  document.where = input.name;
  return input.deliver(std::move(document));
}

}  // namespace qanat::feed
