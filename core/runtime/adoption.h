// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a fleet that was read from files comes into force.
#pragma once

#include "core/fleet/read.h"
#include "core/runtime/state.h"

namespace siaga {

/// The files of an adopted fleet, as they were read.
FleetSource sourceOf(const FleetAdopted &adopted);

/// FleetAdopted, FleetRefused with each problem as a line, or nullopt when the bytes are the ones in force (or were
/// refused just like that before). Changing what an approved plan stands on is a problem, and so is a lab in place of
/// real regions, or the other way round.
std::optional<Event> judgeFleet(const FleetSource &source, const State &state);

} // namespace siaga
