// SPDX-License-Identifier: GPL-3.0-or-later
// What the person looks at: one region, alert, plan or breaker, or nothing in particular.
//
// Like a finger on the map. The catch: it is a name, not a thing; what it names may be gone from the next board.
#pragma once

#include "core/base/id.h"

#include <variant>

namespace siaga::views {

using Selection = std::variant<std::monostate, RegionId, AlertId, PlanId, BreakerId>;

} // namespace siaga::views
