// Contact words of which their surroundings decide, whatever weights have learned of the word. Private to the room.
#pragma once

#include "report/frame.h"

namespace qanat::report {

// Is it no contact of its own here: "مؤتمر صحفي" of one alone, "تحدث عن", "طلبا للقائه", "الجولة الـ17 لمفاوضات",
// "حضر الاستقبال"?
bool tells_nothing(const Scene& scene, const mention::Contact& contact);

// May it be said plainly here, so that it is looked at however little the weights make of it: "تتوسط بين X وY", "استدعت
// السفير الفرنسي"? Such words are seldom enough that weights learned little of them.
bool may_be_plain(const Scene& scene, const mention::Contact& contact);

// Do such words leave no doubt that those who take part are in contact? Parties are decided.
bool is_plain(const Scene& scene, const Frame& frame);

// Are there two actors or more, and none of them doubtful?
bool sure_of_two(const Scene& scene, const Frame& frame);

}  // namespace qanat::report
