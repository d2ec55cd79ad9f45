// What is wrong with a lexicon that can be read.
#pragma once

#include "base/issue.h"
#include "lexicon/source.h"

namespace qanat::lexicon {

Issues lint(const Source& source);

}  // namespace qanat::lexicon
