// Character sets beyond the few that are told apart by their bytes: taken at a page's word, through ICU.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace qanat::page {

struct Named {
  std::string utf8;
  std::string charset;  // as the web calls it
};
// nullopt: no set of that name is known, or it does not hold ASCII, so that the page could not have said so.
std::optional<Named> decode_named(std::string_view bytes, const std::string& name);

// Is it the name of an Arabic or Latin set of one byte a character?
bool is_one_byte(std::string_view name);

}  // namespace qanat::page
