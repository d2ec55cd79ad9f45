// What a line of an HTML page says of itself, whatever story it stands in. Private to the room.
#pragma once

#include <string_view>

#include "article/tree.h"

namespace qanat::article {

// "تابعونا على فيسبوك": a short line with a call and the name of a network.
bool calls_to_follow(const Tree& tree, LineNo i);
// "محمد علي - الرياض", "كتب أحمد حسن" above the prose.
bool is_byline(const Tree& tree, LineNo i);
// Could the line under a headline be its lead?
bool is_lead(const Tree& tree, LineNo i);
// Do the elements right around the line, or those within it, have one of the hints?
bool hints_near(const Tree& tree, LineNo i, page::Hints hints);
// How many of the words stand in the text by which houses speak of comments, privacy and terms of use.
int house_rules_said(std::string_view text);

}  // namespace qanat::article
