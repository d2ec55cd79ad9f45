// "FROM..TO" of an office line.
#pragma once

#include <optional>
#include <string_view>

#include "base/date.h"

namespace qanat::lexicon {

// Each end as the run of days that its spelling may mean; nullopt: open.
struct Period {
  std::optional<When> from;
  std::optional<When> to;
};

// Ends are YYYY-MM-DD, YYYY-MM, YYYY or empty. nullopt for anything else.
std::optional<Period> period_from(std::string_view text);

}  // namespace qanat::lexicon
