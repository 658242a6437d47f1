// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a fleet that was read from files comes into force.
#pragma once

#include "core/fleet/read.h"
#include "core/runtime/state.h"

namespace siaga {

/// FleetAdopted, FleetRefused with each problem as a line, or nullopt when the bytes are the ones in force (or were
/// refused just like that before). Taking away a region, service or endpoint that an open plan moves is a problem.
std::optional<Event> judgeFleet(const FleetSource &source, const State &state);

} // namespace siaga
