// On what a contact depends, in the words of its sentence. Private to the room.
#pragma once

#include "base/span.h"
#include "report/frame.h"

namespace qanat::report {

// The words that state the condition of a contact that is proposed, refused, premature, suspended or scheduled, in the
// page's text; empty where its sentence states none. In order of how plainly it is said:
// - a clause of condition, before or behind: "إذا ...", "ما لم ...", "شرط ...", "في حال ...";
// - a verb of condition that acts on the contact, and what it asks for: "اشترط [...] قبل لقاء", "رهن اللقاء [ب...]",
//   "يطالب [ب...] قبل استئناف المفاوضات";
// - a predicate of the contact: "استئناف المفاوضات [يتطلب ...]", "اللقاء [مرهون ب...]";
// - of what is refused or put off, until when it holds: "لن يلتقي ... [قبل ...]", "[إلا بعد ...]", "[دون ...]".
Span condition_of(const Scene& scene, const Frame& frame);

}  // namespace qanat::report
