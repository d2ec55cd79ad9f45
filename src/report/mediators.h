// Who carries between the others, where grammar says it. Private to the room.
#pragma once

#include <cstdint>
#include <vector>

#include "report/scene.h"

namespace qanat::report {

// Does the contact word tell of a mediation?
bool is_mediation(const Scene& scene, const mention::Contact& contact);

// The parties of its sentence that a word of mediation gives to itself: "وساطة [قطرية]", "جهود [مصر]", "وساطة تقوم بها
// [عمان]", "عرضت [أنقرة] الوساطة", "تتوسط [بلاده]". Indices into mentions().parties, in their order; empty for other
// contacts.
std::vector<std::uint32_t> mediators_of(const Scene& scene, const mention::Contact& contact);

}  // namespace qanat::report
