// Which of a row a contact is: "الجولة الرابعة", "الاجتماع المقبل". Private to the room.
#pragma once

#include "report/scene.h"

namespace qanat::report {

// Where both words say which of a row they tell of, is it not the same: the third and the fourth, the last and the
// next?
bool are_of_different_order(const Scene& scene, const mention::Contact& a, const mention::Contact& b);

}  // namespace qanat::report
