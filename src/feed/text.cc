// Plain text (and, for all the feed knows, anything else): one file, one document.
#include "feed/format.h"

namespace qanat::feed {

bool read_text(Input& input) {
  Document document;
  if (!input.bytes.drain(document.bytes, input.limits.max_document_bytes)) {
    input.report(Severity::error,
                 "document of more than " + std::to_string(input.limits.max_document_bytes) + " bytes, left out");
    return true;
  }
  // Half a story reads as another story, so a file that is cut off gives nothing.
  if (input.report_fault()) return true;
  document.id = input.id;
  document.where = input.name;
  return input.deliver(std::move(document));
}

}  // namespace qanat::feed
